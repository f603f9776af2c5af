"""What others list, read from their files, told apart, and written into registers.

The way of a row: `tables` or `wikidata` read it as a `listed_rows.ListedRow`. Each of its ends
makes a claim of a town in a country, else the row is refused (`claims`, `judged_rows`). Claims of
the same town are put together (`towns`), which gets its id (`found_places`). Rows of the same two
places are one tie (`pair_statements`, `listed_pairs`). `importer` does all this, from what was
there before (`existing`) to what is written after (`register_rows`, `register_files`).

`matching` takes the first steps with a list of towns (`town_lists`).

An atlas's own exports come back another way: `exported_lines` makes documents of their lines, which
are checked as records are, and `restored_files` the files of an empty folder.
"""
