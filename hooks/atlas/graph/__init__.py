"""Sound records related: indexes, counts, scenes, the atlas in one language."""
