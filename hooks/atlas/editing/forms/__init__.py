"""Issue forms: what they ask in each language, and what an issue that came of one says.

- `questions` is the one list of what is asked; `templates` writes it as GitHub's issue forms.
- `answers` reads the text of an issue back into answers.
"""
