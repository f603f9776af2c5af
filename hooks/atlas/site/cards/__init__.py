"""Share cards: a picture of a page, shown where its address is passed on (Open Graph)."""
