"""French sets a space that does not break before high signs and within quotation marks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGES = [*sorted((ROOT / "docs" / "fr").rglob("*.md")), ROOT / "CONTRIBUTING.fr.md"]
BREAKS = re.compile(r".{0,20}(?:(?<=\w)[ \n][:;!?»](?=\s)|« |(?<=\w) »)")
FENCE = re.compile(r"^ *```.*$", re.MULTILINE)
CODE = re.compile(r"^ {4,}\S.*$|`[^`\n]*`|\A---.*?^---$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_pages_written_by_hand(page: Path) -> None:
    prose = "".join(FENCE.split(page.read_text("utf-8"))[::2])
    assert BREAKS.findall(CODE.sub("", prose)) == []


def test_texts_of_the_site() -> None:
    catalogue = (ROOT / "hooks/atlas/i18n/locales/fr.po").read_text("utf-8")
    texts = re.findall(r'^(?!msgid).*"(.*)"$', catalogue, re.MULTILINE)
    assert len(texts) > 1000
    assert [text for text in texts if BREAKS.search(text)] == []
