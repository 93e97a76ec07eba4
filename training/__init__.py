"""Training of the neural reader: gold in, weights out. Needs torch; nothing here is shipped in the package."""
