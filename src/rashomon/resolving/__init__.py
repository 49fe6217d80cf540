"""Mention to who, where and when, or to nothing with a reason."""
