"""The same pages, made by Hugo from the same records, to be measured beside ours.

Hugo makes every page at its own address, in the same frame, with as many rows. It reads the records
themselves and joins them with its templates: a row's title, its partners, their countries, dates
and status, a cooperation's facts, roles, themes, goals and sources, structured data.

It is spared what it could not do by itself, or would do in another way, all in its favour:
- reading what is wrong in a record: it trusts each of them;
- which rows stand on a page and in which order, titles and descriptions, which `given` reads off
  our site; ties and towns of registers are given as one table by their keys;
- maps and their legends, and whatever is written by hand or is a figure of the whole atlas;
- feeds, citations, tables, files for Explore, Compare and Match, scripts and styles.
"""
