"""The forms by which readers say of a listed tie whether it is right, filled in as far as known.

A row has the address of one of them. A script (atlas-ties.js) makes the others of what the row says
and of `texts`, for thousands of pages have such rows.
"""

from __future__ import annotations

from dataclasses import dataclass

from atlas.editing.forms.issue_forms import CORRECTION, ENDED, NEW, STILL_SO
from atlas.graph.edition import Ref
from atlas.graph.listed import ListedPair
from atlas.pages.page import PageContext


@dataclass(frozen=True, slots=True)
class TieWays:
    """What the row of a listed tie has for readers who know better.

    `wrong` is the address of the form for mistakes; the rest is for the script: `a` and `b`, the
    ends, each a country, a bar and a name, the `start` in EDTF, and `page`, which leads to the page
    on which the tie has its address, or "" where that is the row's own.
    """

    wrong: str
    a: str
    b: str
    start: str
    page: str


def ways(context: PageContext, pair: ListedPair, path: str) -> TieWays:
    """The ways from the row of a pair on the page at `path`, under the root of its language."""
    edition = context.edition
    a, b = edition.place(pair.a), edition.place(pair.b)
    return TieWays(
        wrong=CORRECTION.address(
            context.site.repository,
            edition.language,
            f"{a.name} – {b.name}",
            record=", ".join(tie.id for tie in pair.ties),
        ),
        a=f"{_country(context, a)}|{a.name.bare}",
        b=f"{_country(context, b)}|{b.name.bare}",
        start=pair.start.text if pair.start else "",
        page="" if a.path == path else f"{context.base}{a.path}",
    )


def texts(context: PageContext) -> dict[str, object]:
    """What the script says in a language: the forms with their begun addresses, and of each
    register its name and its licence, for citations."""
    edition, repository = context.edition, context.site.repository
    _, language, records = context._, edition.language, edition.atlas.records
    forms = {
        "still": (_("It still exists"), STILL_SO),
        "ended": (_("This tie has ended"), ENDED),
        "wrong": (_("It is wrong"), CORRECTION),
        "more": (_("Tell us more"), NEW),
    }
    return {
        "forms": {
            name: [label, form.address(repository, language, "")]
            for name, (label, form) in forms.items()
        },
        "address": _("Permanent address"),
        "cite": _("Cite this tie"),
        "unchecked": _("listed, not checked; as of {date}"),
        "site": context.site.names[language.code],
        "registers": {
            id_: [edition.source(id_).name.text, register.licence.value]
            for id_, register in records.registers.items()
        },
    }


def _country(context: PageContext, place: Ref) -> str:
    """The first country of a place, as this language calls it."""
    countries = context.edition.atlas.records.places[place.id].countries
    return context.edition.language.country(countries[0]) if countries else ""
