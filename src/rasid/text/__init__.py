"""Strings to values, without domain nouns."""
