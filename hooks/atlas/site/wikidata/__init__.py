"""What the atlas has to give to Wikidata: statements, mismatches, and a list of names to match."""
