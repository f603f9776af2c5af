"""Issue forms: what they ask in each language, and what an issue that came of one says.

- `issue_forms` says which of the questions each form asks; `templates` writes it as GitHub wants.
- `answers` reads the text of an issue back into answers.
"""
