"""Readings to mentions: what the words mean by the codebook."""
