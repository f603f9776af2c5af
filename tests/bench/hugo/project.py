"""Writes a project of Hugo that makes the pages of one of our sites."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from atlas.checks import load
from atlas.i18n import languages
from atlas.i18n.languages import Language
from atlas.model import Records
from tests.bench.case import Case
from tests.bench.hugo import frame, given, words
from tests.bench.hugo.frame import Sample
from tests.bench.hugo.given import GivenPage
from tests.site_languages import NAME, REPOSITORY, URL

_HERE = Path(__file__).parent
_READ = ("cooperations", "actors", "places", "sources", "themes")
"""The folders of records that Hugo reads by itself."""


def write(case: Case, project: Path) -> None:
    """Write the project for a case whose site was built; the folder is not there yet."""
    codes = case.languages.split(",")
    spoken = languages.load(codes, codes[0])
    records = load.read(case.data).records
    shutil.copytree(_HERE / "layouts", project / "layouts")
    shutil.copytree(_HERE / "content", project / "content")
    for folder in _READ:
        shutil.copytree(case.data / folder, project / "data" / folder)
    _write(project / "hugo.json", _settings(spoken))
    _write(project / "data" / "listed" / "places.json", _places(records))
    _write(project / "data" / "listed" / "ties.json", _ties(records))
    for language in spoken:
        _write_language(case, project, language, [one.prefix for one in spoken], records)


def _write_language(
    case: Case, project: Path, language: Language, prefixes: Sequence[str], records: Records
) -> None:
    """What differs from one language to the next: given pages, the frame, words, countries."""
    pairs = {tie.pair for tie in records.ties.values()}
    found = given.pages(case.site, language.prefix, prefixes, pairs)
    pages = [{**asdict(page), **_ways(page, language), "edit": _edit(page)} for page in found]
    _write(project / "data" / "given" / f"{language.code}.json", pages)
    _write(project / "data" / "countries" / f"{language.code}.json", words.countries(language))
    _write(project / "i18n" / f"{language.code}.json", words.words(language))
    sample = next(page for page in found if page.layout == "cooperation")
    text = (case.site / language.prefix / sample.address / "index.html").read_text("utf-8")
    own = sample.title, sample.description, sample.address
    parts = frame.cut(Sample(text, *own, language.prefix))
    for name, part in zip(("head", "tail"), parts, strict=True):
        file = project / "layouts" / "partials" / f"{name}-{language.code}.html"
        file.write_text(part, "utf-8")


def _ways(page: GivenPage, language: Language) -> dict[str, str]:
    """How a page leads to the root of its language, and to that of the site."""
    depth = page.address.count("/")
    root = depth + bool(language.prefix)
    return {"base": "../" * depth or "./", "root": "../" * root or "./"}


def _edit(page: GivenPage) -> str:
    """Where a page is edited, if it stands for one record."""
    is_record = page.section in _READ and page.layout in ("cooperation", "listing")
    return f"{REPOSITORY}/edit/main/data/{page.section}/{page.id}.yml" if is_record else ""


def _settings(spoken: Sequence[Language]) -> dict[str, Any]:
    return {
        "baseURL": URL,
        "title": NAME,
        "defaultContentLanguage": spoken[0].code,
        "disableDefaultLanguageRedirect": True,
        "disableKinds": ["taxonomy", "term", "rss", "robotstxt", "404"],
        "params": {"repository": REPOSITORY},
        "languages": {
            one.code: {"weight": at, "title": NAME, "direction": one.direction}
            for at, one in enumerate(spoken, 1)
        },
    }


def _places(records: Records) -> dict[str, Any]:
    """The towns that a register alone knows, by their ids."""
    return {
        id_: {"names": place.names, "country": place.countries[0]}
        for id_, place in records.places.items()
        if id_ in records.listed_places
    }


def _ties(records: Records) -> dict[str, Any]:
    """The ties that registers list, by their pairs."""
    return {
        tie.pair: {
            "a": tie.a,
            "b": tie.b,
            "form": tie.form or "",
            "start": str(tie.start) if tie.start else "",
            "as_of": str(tie.as_of),
            "stated_by": tie.stated_by,
            "source": tie.source,
        }
        for tie in records.ties.values()
    }


def _write(file: Path, content: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
