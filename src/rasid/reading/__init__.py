"""Reports to readings: what stands in the text, and where."""
