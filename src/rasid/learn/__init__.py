"""Small trainable parts, without domain nouns."""
