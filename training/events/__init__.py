"""Trains the heads that tell which words name events, of which type, and how sure the text is of them."""
