"""One report to what its text says."""
