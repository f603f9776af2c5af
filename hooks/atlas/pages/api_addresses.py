"""Where the static API has what a page shows: the same files for all languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup

from atlas.graph.parties import Index
from atlas.graph.relate import Atlas
from atlas.model import MODELS
from atlas.pages.page import Page, PageContext

FOLDER = "api/v1"
"""Where the API lies, from the root of the site."""

SCHEMAS = f"{FOLDER}/schemas"

SECTIONS = (*MODELS, "countries", "goals")
"""The sections whose pages each have a file of JSON."""

_BY_SECTION: Mapping[str, Callable[[Atlas], Index]] = {
    "countries": lambda atlas: atlas.by_country,
    "themes": lambda atlas: atlas.by_theme,
    "goals": lambda atlas: atlas.by_goal,
    "places": lambda atlas: atlas.by_place,
    "actors": lambda atlas: atlas.by_actor,
}

TABLED = tuple(_BY_SECTION)
"""The sections whose pages list cooperations, which a table (CSV) has too."""

_HEAD = Markup(
    '<link rel="alternate" type="application/json" href="{json}">'
    '<link rel="describedby" type="application/schema+json" href="{schema}">'
)


def address(section: str, id_: str, ending: str = "json") -> str:
    """Where the file of a record, a country or a goal lies, from the root of the site."""
    return f"{FOLDER}/{section}/{id_.lower()}.{ending}"


def schema(kind: str) -> str:
    """Where the JSON Schema of such files lies, from the root of the site."""
    return f"{SCHEMAS}/{kind}.json"


def find_cooperations(atlas: Atlas, section: str, id_: str) -> Sequence[str]:
    """The cooperations that a page of TABLED lists, in the order of the ids; those of others in the
    same place, which the page of an actor has too, are in the file of that place."""
    key = id_.upper() if section == "countries" else id_
    return _BY_SECTION[section](atlas).get(key, ())


def head_links(context: PageContext, page: Page) -> Markup:
    """What the head of a page says of its data (RFC 8288): where they are, and how they are built
    (`describedby`: W3C, POWDER)."""
    if page.section not in SECTIONS or page.is_further:
        return Markup("")
    return _HEAD.format(
        json=f"{context.root}{address(page.section, page.id)}",
        schema=f"{context.root}{schema(page.section)}",
    )


def list_files(atlas: Atlas, section: str, id_: str) -> list[tuple[str, str]]:
    """What to call each file of a page, and its address from the root of the site."""
    if section not in SECTIONS or not id_:
        return []
    files = [("JSON", address(section, id_))]
    if section in TABLED and find_cooperations(atlas, section, id_):
        files.append(("CSV", address(section, id_, "csv")))
    return files
