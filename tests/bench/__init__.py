"""What atlases of many sizes cost: generated records, and what is measured of them.

- `sizes.SIZES` are the atlases, each a `generated` data folder that passes every check.
- `case.Case` is one of them in a folder, with the commands that check and build it.
- `stage_list.STAGES` are what is measured of a case: each yields rows of costs, tables and remarks.
- `results.render` makes one text of all, with the machine and the growth from one size to the next.
"""
