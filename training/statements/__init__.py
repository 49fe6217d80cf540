"""Trains the statement encoder: who says what, as spans and the links between them."""
