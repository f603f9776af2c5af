"""Records made and changed by people: drafts, forms, proposals, reviews, renames, upkeep."""
