"""Scores with their number of cases and intervals."""
