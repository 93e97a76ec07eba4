"""The lexicon reader: vocabulary in data files, grammar in code, every decision named."""
