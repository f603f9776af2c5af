"""The words that Hugo's templates say, in the languages of the site, from our catalogues."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from atlas.i18n.languages import Language
from atlas.model import iso_codes
from atlas.model.vocabulary import GOALS, ActorKind, Form, Role, Word
from atlas.model.vocabulary.cooperations import Status

LAYOUTS = Path(__file__).with_name("layouts")
_JOINT = "."
"""Ends what a template says with the name of a closed list, which a member of it follows."""

_SAID = re.compile(r'\bT "([^"]+)"')
_FORMS = {
    "still-so": "It still exists",
    "new-cooperation": "Tell us more",
    "ended": "This tie has ended",
    "correction": "It is wrong",
}
"""What the issue forms are called where a page leads to them."""

_LISTS: dict[str, Iterable[Word]] = {
    "form": Form,
    "status": Status,
    "role": Role,
    "kind": ActorKind,
}


def words(language: Language) -> dict[str, str]:
    """Every text that a template asks for, and the labels of the closed lists ("form.twinning")."""
    said = {text for file in LAYOUTS.rglob("*.html") for text in _SAID.findall(file.read_text())}
    found = {text: language.gettext(text) for text in sorted(said) if not text.endswith(_JOINT)}
    found |= {name: language.gettext(text) for name, text in _FORMS.items()}
    for name, members in _LISTS.items():
        found |= {f"{name}.{one.value}": language.gettext(one.label) for one in members}
    return found | {f"goal.{n}": language.gettext(name) for n, name in GOALS.items()}


def countries(language: Language) -> dict[str, str]:
    """The name of every country by its code."""
    return {code: language.country(code) for code in sorted(iso_codes.countries())}
