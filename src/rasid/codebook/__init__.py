"""The codebook: its files into frozen entries, checked."""
