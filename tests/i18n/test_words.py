"""One word for one thing: texts of a language use the words that its translators agreed on."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import pytest

from atlas.i18n import catalogues, languages
from tests.conftest import ROOT
from tests.site_languages import TRANSLATED

_AGREED = tomllib.loads((languages.CATALOGUES / "words.toml").read_text("utf-8"))
WORDS = _AGREED["word"]
MARKS = _AGREED["quotation_marks"]

_QUOTES = re.compile('[“”„«»"]')

EACH = pytest.mark.parametrize("language", TRANSLATED)


def said(language: str) -> Iterator[tuple[str, str]]:
    """Every text of the catalogues of a language, behind the file that has it."""
    for domain in catalogues.DOMAINS:
        for message in catalogues.load(language, domain):
            texts = (message.string,) if isinstance(message.string, str) else message.string or ()
            if message.id:
                yield from ((domain.folder.name, text) for text in texts)


def written(language: str) -> Iterator[tuple[str, str]]:
    """Every line of the pages and of the guide in a language, behind the file that has it."""
    guide = ROOT / f"CONTRIBUTING.{language}.md"
    for path in (guide, *sorted((ROOT / "docs" / language).rglob("*.md"))):
        for line in path.read_text("utf-8").splitlines():
            yield str(path.relative_to(ROOT)), line


@EACH
def test_a_word_that_readers_stumbled_on_does_not_come_back(language: str) -> None:
    avoided = [one for word in WORDS for one in word.get("avoid", {}).get(language, [])]
    assert avoided
    pattern = re.compile("|".join(avoided))
    texts = [*said(language), *written(language)]
    assert len(texts) > 1000
    assert [(file, text) for file, text in texts if pattern.search(text)] == []


@EACH
def test_a_word_that_was_agreed_on_is_in_use(language: str) -> None:
    assert [word["en"] for word in WORDS if not word.get(language)] == []
    whole = "\n".join(text for _, text in (*said(language), *written(language))).casefold()
    assert [word[language] for word in WORDS if word[language].casefold() not in whole] == []


@EACH
def test_quotation_marks_are_those_of_the_language(language: str) -> None:
    quoted = [text for _, text in said(language) if _QUOTES.search(text)]
    assert len(quoted) > 50
    opened, closed = MARKS[language].split("…")
    right = re.compile(f"{opened}[^{opened}{closed}]*{closed}")
    assert [text for text in quoted if _QUOTES.search(right.sub("", text))] == []


def test_french_signs_stand_behind_a_space_that_does_not_break() -> None:
    texts = [text for _, text in said("fr")]
    assert sum("\u00a0:" in text for text in texts) > 100
    broken = re.compile(r"[ \u202f][;:!?»](?=\s|$)|« |\w[;!?»](?=\s|$)")
    assert [text for text in texts if broken.search(text)] == []
