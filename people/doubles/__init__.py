"""Likely doubles: records of one person, told by name and deeds; only a person merges them."""
