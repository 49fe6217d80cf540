"""Ledgers as one page that needs nothing else: no network, no other file."""

from rashomon.publishing.page.render import render

__all__ = ["render"]
