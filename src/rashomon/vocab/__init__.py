"""The words agreed on, as data files with their loaders."""
