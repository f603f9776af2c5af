"""CONTRIBUTING.md, in every language, tells editors what the checks will ask of them."""

from __future__ import annotations

import re
from enum import StrEnum

import pytest

from atlas import model
from atlas.checks.borders import NEAR, OFFSHORE
from atlas.files import strict_yaml
from atlas.i18n import languages
from atlas.i18n.languages import SOURCE_LANGUAGE
from atlas.model.vocabulary import ActorKind, PlaceType, Role, Status, tied_roles
from tests.repository.contributing import SPAN, Section, editors_part, sections
from tests.site_languages import LANGUAGES

IN_EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)

CODES = ({"status", "code"}, {"parties", "roles"}, {"kind"}, {"type"})
"""What the headings of the tables of codes name as code."""


def _table(language: str, heading: set[str]) -> dict[str, list[str]]:
    """The rows of the table with that heading: the cells after each code."""
    tables = [table for one in sections(editors_part(language)) for table in one.tables]
    (rows,) = [
        table[2:] for table in tables if {code for _, code in SPAN.findall(table[0][0])} == heading
    ]
    return {row[0].strip("`"): row[1:] for row in rows}


@IN_EVERY_LANGUAGE
@pytest.mark.parametrize(
    ("heading", "codes"),
    list(zip(CODES, (Status, Role, ActorKind, PlaceType), strict=True)),
    ids=("status", "roles", "kind", "type"),
)
def test_every_code_is_explained(heading: set[str], codes: type[StrEnum], language: str) -> None:
    assert set(_table(language, heading)) == {str(code) for code in codes}


@IN_EVERY_LANGUAGE
def test_which_roles_make_a_line_is_told_as_the_maps_have_it(language: str) -> None:
    told = {
        role: [{code for _, code in SPAN.findall(cell)} for cell in cells]
        for roles, cells in _table(language, {"roles"}).items()
        for role in roles.replace("`", "").split(", ")
    }
    known = {role: [{str(one) for one in some} for some in tied_roles(role)] for role in Role}
    assert told == {str(role): some for role, some in known.items() if any(some)}


@IN_EVERY_LANGUAGE
def test_statuses_are_called_what_the_pages_call_them(language: str) -> None:
    (spoken,) = languages.load([language], SOURCE_LANGUAGE)
    shown = {code: cells[0] for code, cells in _table(language, CODES[0]).items()}
    assert shown == {str(code): spoken.gettext(code.label) for code in Status}


@IN_EVERY_LANGUAGE
@pytest.mark.parametrize(
    ("kind", "also"),
    [
        (model.Cooperation, {"translations"}),
        (model.Actor, set()),
        (model.Place, set()),
        (model.Source, set()),
        (model.Theme, {"translations"}),
    ],
)
def test_needed_fields_are_named(kind: type[model.Record], also: set[str], language: str) -> None:
    needed = {name for name, field in kind.model_fields.items() if field.is_required()} | also
    lists = [
        {code for _, code in SPAN.findall(part)}
        for section in sections(editors_part(language))
        for part in re.split("[.;\u061b]", _first_paragraph(section))
    ]
    assert needed - {"id"} in lists


def _first_paragraph(section: Section) -> str:
    return section.prose.strip().partition("\n\n")[0]


@IN_EVERY_LANGUAGE
def test_how_near_a_point_lies_to_its_country_is_told_as_it_is_judged(language: str) -> None:
    (told,) = [one for one in sections(editors_part(language)) if "`verified`" in one.prose]
    distances = re.findall(r"(\d+)\s(?:km|كم)", told.prose)
    assert [float(km) for km in distances] == [NEAR, OFFSHORE]


@IN_EVERY_LANGUAGE
def test_the_quotes_it_shows_are_read_as_meant(language: str) -> None:
    (shown,) = re.findall(r"`(\{fr: .*?\})`", editors_part(language))
    assert strict_yaml.parse(shown).value == {"fr": "L'école, la ville"}
