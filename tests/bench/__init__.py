"""How the cost of a build grows with the number of records: generated records, measured builds.

- `generated.write(data, records)` writes a data folder that passes every check.
- `measured.measure(folder, records, languages)` writes one, checks it and builds it, each in a
  process of its own.
- `table.lines(measures)` shows the figures, and what ten times the records cost.
"""
