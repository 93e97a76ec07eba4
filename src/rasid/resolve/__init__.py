"""Names to identities: actors, places, times."""
