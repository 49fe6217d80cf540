"""Who says what."""

from rashomon.reading.statements.find import find_statements

__all__ = ["find_statements"]
