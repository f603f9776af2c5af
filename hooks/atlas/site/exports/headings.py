"""What the columns of tables are called for people, and their codes: a file for each language, from
which a script makes tables for spreadsheets of those that lie ready for programs (atlas-sheet.js).

So the tables lie there once, not once more for every language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from atlas.graph.counts import FOLDER
from atlas.graph.edition import Edition
from atlas.model.vocabulary import GOALS, N_, Form, Tier, Word
from atlas.model.vocabulary.registers import StatedBy
from atlas.site.columns import write_json
from atlas.site.contents import SiteContents

_COUNTRY, _FORM, _THEME, _GOAL, _TIER, _STATED = (
    *("country", "form", "theme", "goal"),
    *("tier", "stated_by"),
)

Column = tuple[str, str, str]
"""Its name for programs, its heading, and of which kind its codes are; "" where it has none."""

_TITLED = N_("Title")
_FORM_HEADING = N_("Form of cooperation")

COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "cooperations": (
        ("title", _TITLED, ""),
        ("form_name", _FORM_HEADING, ""),
        ("earlier_forms", N_("Earlier forms"), ""),
        ("status_name", N_("Status"), ""),
        ("state_name", N_("Now or ever"), ""),
        ("status_date", N_("Date of the evidence"), ""),
        ("status_evidence", N_("Evidence"), ""),
        ("status_since", N_("Suspended since"), ""),
        ("status_reason", N_("Reason of the status"), ""),
        ("start", N_("Start"), ""),
        ("decided", N_("Date of the decision"), ""),
        ("signed", N_("Date of signature"), ""),
        ("end", N_("End"), ""),
        ("country_names", N_("Countries"), ""),
        ("theme_names", N_("Themes"), ""),
        ("goals", N_("Goals"), ""),
        ("partners", N_("Partners"), ""),
        ("partner_count", N_("Number of partners"), ""),
        ("left", N_("Who has left"), ""),
        ("succeeded", N_("Who was succeeded by whom"), ""),
        ("partner_type_names", N_("Kinds of partners"), ""),
        ("sources", N_("Sources"), ""),
        ("source_urls", N_("Addresses of the sources"), ""),
        ("not_recorded", N_("Not recorded"), ""),
        ("tier", N_("Researched or listed"), _TIER),
        ("listed_as_of", N_("State of the list"), ""),
        ("licence", N_("Licence"), ""),
        ("url", N_("Page"), ""),
    ),
    "listed": (
        ("a_name", N_("First town"), ""),
        ("a_country", N_("Country of the first town"), _COUNTRY),
        ("b_name", N_("Second town"), ""),
        ("b_country", N_("Country of the second town"), _COUNTRY),
        ("form", _FORM_HEADING, _FORM),
        ("form_as_stated", N_("Form, as the list says it"), ""),
        ("start", N_("Start"), ""),
        ("end", N_("End"), ""),
        ("stated_by", N_("Who states it"), _STATED),
        ("register_title", N_("Register"), ""),
        ("as_of", N_("State of the list"), ""),
        ("licence", N_("Licence"), ""),
        ("reference_url", N_("Address of the reference"), ""),
        ("url", N_("Page"), ""),
    ),
    "counts": (
        ("year", N_("Year"), ""),
        ("country_a", N_("First country"), _COUNTRY),
        ("country_b", N_("Second country"), _COUNTRY),
        ("theme", N_("Theme"), _THEME),
        ("form", _FORM_HEADING, _FORM),
        ("goal", N_("Goal"), _GOAL),
        ("cooperations", N_("Cooperations"), ""),
    ),
}
"""The columns for people, in their order. Codes that only programs need are not among them, nor are
points: a spreadsheet whose decimals have a comma takes 50.85 for a text, 4.352 for thousands."""


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file: headings-<language>.json."""
    for edition in site.editions:
        yield f"{FOLDER}/headings-{edition.language.code}.json", write_json(headings(edition))


def headings(edition: Edition) -> dict[str, Any]:
    """`columns` of each table, as in COLUMNS, and `words`: the names of the codes of each kind."""
    gettext = edition.language.gettext
    return {
        "columns": {
            table: [[name, gettext(label), *([kind] if kind else [])] for name, label, kind in each]
            for table, each in COLUMNS.items()
        },
        "words": {kind: dict(name(edition)) for kind, name in _WORDS.items()},
    }


def _words(words: type[Word]) -> Callable[[Edition], Iterator[tuple[str, str]]]:
    return lambda edition: ((word.value, edition.label(word)) for word in words)


def _countries(edition: Edition) -> Iterator[tuple[str, str]]:
    codes = {code for place in edition.atlas.records.places.values() for code in place.countries}
    for code in sorted(codes | edition.atlas.by_country.keys()):
        yield code, edition.country(code).name.text


def _themes(edition: Edition) -> Iterator[tuple[str, str]]:
    for id_ in edition.atlas.records.themes:
        yield id_, edition.theme(id_).name.text


_WORDS: Mapping[str, Callable[[Edition], Iterator[tuple[str, str]]]] = {
    _COUNTRY: _countries,
    _THEME: _themes,
    _FORM: _words(Form),
    _STATED: _words(StatedBy),
    _TIER: _words(Tier),
    _GOAL: lambda edition: (
        (str(number), f"{number}. {edition.language.gettext(label)}")
        for number, label in GOALS.items()
    ),
}
