"""Joins the rooms: which steps there are, in what order, over which reports."""
