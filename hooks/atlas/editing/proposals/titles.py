"""What names a proposal in git and on GitHub, made of what can act on neither.

A commit's first line and a pull request's title can stop checks (`[skip ci]`), close issues
(`closes #1`), call people (`@name`) or add authors. So git is told the kind of form and the number
of its issue alone, and a title takes nothing but letters from what strangers wrote.
"""

from __future__ import annotations

import re
import unicodedata

from atlas.editing.forms.issue_forms import ENDED, NEW, STILL_SO, IssueForm
from atlas.files import forbidden_characters

LONGEST = 120
"""Characters of a title; GitHub takes 256."""

_KINDS = {
    NEW.id: "a new cooperation",
    STILL_SO.id: "a listed tie",
    ENDED.id: "the end of a cooperation",
}
_HYPHEN = re.compile(r"(?<=[^\W_])-(?=[^\W_])")
_MARKS = 2
"""As many marks stay on a letter: no script in use has more."""


def write_subject(form: IssueForm, issue: int) -> str:
    """The first line of the commit: `Form 7: a new cooperation`."""
    return f"Form {issue}: {_KINDS[form.id]}"


def write_message(form: IssueForm, issue: int) -> str:
    """The whole commit message."""
    return f"{write_subject(form, issue)}\n\nProposed-in: #{issue}\n"


def write_title(form: IssueForm, issue: int, name: str) -> str:
    """The title of the pull request: the same with the letters of a stranger's `name` behind it."""
    title = f"{write_subject(form, issue)} – {' '.join(_keep_letters(name).split())}"
    if len(title) > LONGEST:
        title = f"{title[:LONGEST].rpartition(' ')[0]} …"
    return title.rstrip(" –")


def _keep_letters(text: str) -> str:
    """`text` with a space for all but letters, their marks, and hyphens within a word."""
    plain = unicodedata.normalize("NFKC", text)
    hyphens = {found.start() for found in _HYPHEN.finditer(plain)}
    found, marks = [], 0
    for at, character in enumerate(plain):
        kind = unicodedata.category(character)
        is_mark = kind in {"Mn", "Mc"}
        marks = marks + 1 if is_mark else 0
        if forbidden_characters.REFUSED.fullmatch(character):
            found.append(" ")
        elif kind.startswith("L") or at in hyphens:
            found.append(character)
        elif not is_mark:
            found.append(" ")
        elif marks <= _MARKS and found and found[-1] != " ":
            found.append(character)
    # A hyphen between a letter and what has gone is left over.
    return re.sub(r"(?<!\S)-+|-+(?!\S)", " ", "".join(found))
