"""Which names of authors, as commits give them, are fit to be published."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable

from atlas import checks
from atlas.checks.rules.bare_values import ADDRESS
from atlas.files import forbidden_characters, strict_yaml
from atlas.files.document import Document
from atlas.i18n.messages import Message, msg, with_names
from atlas.model import Source

LONGEST = 100
"""Characters of a name."""

_BOT = "[bot]"
"""How GitHub ends the name of an app, and of nobody else."""

_FIELD = "publisher"
"""The field in which a record names somebody in one line that is of no language."""


def is_person(name: str) -> bool:
    """Whether a name is that of somebody, and not of nobody or of a program."""
    return bool(name.strip()) and not name.endswith(_BOT)


def find_unfit(names: Iterable[str]) -> dict[str, Message]:
    """The names that are not to be published, each with the reason.

    A name must be what a record could say: it is put into one, and what is said of that record,
    even as a warning, is said of the name.
    """
    judged = list(dict.fromkeys(names))
    found = {name: why for name in judged if (why := _describe_fault(name)) is not None}
    documents = {}
    for number, name in enumerate(one for one in judged if one not in found):
        document, why = _write(f"name-{number}", name)
        if why is None:
            documents[document.file] = name, document
        else:
            found[name] = why
    written = [document for _, document in documents.values()]
    subset = checks.Subset({(one.folder, one.id) for one in written}, lambda _folder, _name: ())
    _, problems = checks.check(written, {"features": []}, subset)
    for problem in problems:
        name, _ = documents[problem.file]
        found.setdefault(name, with_names(problem.message, {_FIELD: "author"}))
    return found


def _describe_fault(name: str) -> Message | None:
    """What is wrong with a name that would not be with another line of a record."""
    if refused := next(forbidden_characters.find_refused(name), None):
        return refused.message
    if len(name) > LONGEST:
        return msg("it is longer than {number} characters.", number=LONGEST)
    if unseen := next((one for one in name if unicodedata.category(one) == "Cn"), None):
        return forbidden_characters.refusal(unseen)
    if "\ufffd" in name:
        return msg("it is in no encoding that can be read.")
    if not any(map(str.isalpha, name)):
        return msg("it has no letter.")
    if ADDRESS.search(name):
        return msg("it holds a web address.")
    return None


def _write(id_: str, name: str) -> tuple[Document, Message | None]:
    """A sound record with the name in it, and what is wrong with how it reads, if anything is."""
    file = f"{Source.folder}/{id_}.yml"
    line = json.dumps(name, ensure_ascii=False)  # which YAML reads as well
    text = f"title: {{lang: en, text: Title}}\nlanguage: en\n{_FIELD}: {line}\n"
    parsed = strict_yaml.parse(text)
    document = Document(file, Source.folder, id_, parsed.value, not parsed.faults, text)
    return document, parsed.faults[0].message if parsed.faults else None
