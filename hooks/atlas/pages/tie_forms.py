"""The forms by which readers say of a listed tie whether it is right, filled in as far as known."""

from __future__ import annotations

from dataclasses import dataclass

from atlas.editing.forms.issue_forms import CORRECTION, ENDED, NEW, STILL_SO
from atlas.graph.edition import Ref
from atlas.graph.listed import ListedPair
from atlas.pages.page import PageContext


@dataclass(frozen=True, slots=True)
class TieForms:
    """The addresses of the forms: the tie is still so, has ended, is wrong; there is more to it."""

    still: str
    ended: str
    wrong: str
    more: str


def addresses(context: PageContext, pair: ListedPair) -> TieForms:
    """Where each of the forms is filled in, in the language of the page."""
    edition, repository = context.edition, context.site.repository
    language = edition.language
    a, b = edition.place(pair.a), edition.place(pair.b)
    about = f"{a.name} – {b.name}"
    page = {"page": address(context, pair)}
    start = {"start": pair.start.text} if pair.start else {}
    partners = {
        "partner-a": a.name.bare,
        "country-a": _country(context, a),
        "partner-b": b.name.bare,
        "country-b": _country(context, b),
    }
    listed = ", ".join(tie.id for tie in pair.ties)
    return TieForms(
        still=STILL_SO.address(repository, language, about, **page, **start),
        ended=ENDED.address(repository, language, about, **page),
        wrong=CORRECTION.address(repository, language, about, **page, record=listed),
        more=NEW.address(repository, language, about, **partners, **start),
    )


def address(context: PageContext, pair: ListedPair) -> str:
    """The public address of a listed tie: its row on the page of the first of its places."""
    return context.address(f"{context.edition.place(pair.a).path}#{pair.id}")


def _country(context: PageContext, place: Ref) -> str:
    """The first country of a place, as this language calls it."""
    countries = context.edition.atlas.records.places[place.id].countries
    return context.edition.language.country(countries[0]) if countries else ""
