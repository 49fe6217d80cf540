"""Claims that belong together: incidents, accounts, conflicts."""
