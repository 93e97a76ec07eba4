"""The neural reader: one small encoder, one pass over each window of a report, several light heads."""
