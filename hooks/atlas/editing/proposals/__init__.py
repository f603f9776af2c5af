"""Issues that came of a form, made into records and into what is said about them.

- `dating` reads dates as people write them; `new` and `ended` turn answers into the files of a
  proposal; `checked` lets the rules judge them.
- `asked` tells a problem in the words of the form; `telling` writes what the issue and the pull
  request say.

Nothing here is sure of itself: whatever is guessed, or could not be used, is named for the person
who reads the proposal.
"""
