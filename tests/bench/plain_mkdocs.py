"""What plain MkDocs takes: a Markdown page per record and language, with the theme and no more.

It cannot be run at our size: the navigation on each page has all the others. So two small numbers
of pages are built, and the rest is said to be extrapolated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from atlas.checks import load
from atlas.model import Cooperation, Records
from tests.bench import cost
from tests.bench.case import Case
from tests.bench.cost import Cost, python
from tests.bench.entry import Entry
from tests.bench.output import is_embed
from tests.bench.stages import require_site

_FEW, _MANY = 50, 200
"""Pages of cooperations, in all languages together."""


def measure(case: Case) -> Iterator[Entry | str]:
    """Build a few pages and more of them, and say what as many as ours would take at that rate."""
    records = load.read(case.data).records
    few, many = (_build(case, records, pages) for pages in (_FEW, _MANY))
    yield Entry(f"MkDocs, {_FEW} Markdown pages", few)
    yield Entry(f"MkDocs, {_MANY} Markdown pages", many)
    require_site(case)
    pages = sum(not is_embed(page) for page in case.site.rglob("index.html"))
    each = (many.cpu - few.cpu) / (_MANY - _FEW)
    yield (
        f"MkDocs with a Markdown page per record, extrapolated: {each * 1e3:.1f} ms of CPU a page, "
        f"so {pages:,} pages would take {few.cpu + each * (pages - _FEW):,.0f} s or more, since "
        "every page's navigation grows with their number."
    )


def _build(case: Case, records: Records, pages: int) -> Cost:
    project = case.folder / f"mkdocs-{pages}"
    languages = case.languages.split(",")
    for language in languages:
        folder = project / "docs" / language
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.md").write_text("# Cooperations\n", "utf-8")
        for record in list(records.cooperations.values())[: pages // len(languages)]:
            (folder / f"{record.id}.md").write_text(page(record, records, language), "utf-8")
    settings = {
        "site_name": "Atlas",
        "site_url": "https://example.org/",
        "theme": {"name": "material", "font": False},
        "plugins": [],
        "markdown_extensions": ["tables"],
    }
    _write(project / "mkdocs.yml", settings)
    command = python("mkdocs", "build", "--quiet", "--site-dir", str(project / "site"))
    return cost.run(command, {"NO_MKDOCS_2_WARNING": "true"}, project)


def page(record: Cooperation, records: Records, language: str) -> str:
    """A cooperation in Markdown, with its partners, its facts and its sources."""

    def say(texts: dict[str, str]) -> str:
        return texts.get(language) or next(iter(texts.values()))

    partners = [
        f"| {say(records.actors[party.actor].names)} | {', '.join(party.roles)} |"
        for party in record.parties
    ]
    sources = [f"- {records.sources[one.source].title.text}" for one in record.sources]
    objectives = [f"- {say(text)}" for text in record.objectives]
    return "\n".join(
        [
            *(f"# {say(record.title)}", "", say(record.summary), ""),
            *("| Partner | Role |", "| --- | --- |", *partners, ""),
            *(f"{record.form}, {record.status.code}, {record.status.as_of}", "", *objectives, ""),
            *("## Sources", "", *sources, ""),
        ]
    )


def _write(file: Path, settings: Mapping[str, object]) -> None:
    file.write_text(yaml.safe_dump(settings), "utf-8")
