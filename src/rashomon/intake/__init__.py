"""Bytes to Report, a file per format."""
