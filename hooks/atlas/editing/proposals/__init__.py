"""Issues that came of a form, made into records and into what is said about them.

- `readings` understands dates, addresses and languages as people write them; `new`, `listed` and
  `ended` turn answers into the files of a `proposal`.
- `field_labels` words a problem as the form does; `replies` writes what the issue and the pull
  request say.

Nothing here is sure of itself: whatever is guessed, or could not be used, is named for the person
who reads the proposal.
"""
