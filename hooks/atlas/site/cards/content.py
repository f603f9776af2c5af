"""What the cards say: one for each cooperation, country and theme, one for all other pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from atlas.graph.beginnings import start_of
from atlas.graph.edition import Edition, Text
from atlas.graph.scene import Scene
from atlas.graph.tally import find_left
from atlas.i18n.languages import direction
from atlas.maps.legend import group_of
from atlas.model import StatusEvidence
from atlas.model.vocabulary import Status
from atlas.pages import cooperation, country, tallies, theme
from atlas.pages.page import PageContext, sort_by_name
from atlas.site.cards.card import Card, Words

NAME = "card.png"
"""What a card's file is called; it lies beside its page."""

_NO_BREAK = "\u00a0"

SECTIONS = (cooperation.SECTION, country.SECTION, theme.SECTION)
"""The sections whose pages each have a card of their own."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a card is about, in whatever language: a page by its section and id, both "" for the
    site itself, and the map of it."""

    section: str
    id: str
    scene: Scene

    @property
    def folder(self) -> str:
        """Where the card lies under a language's root."""
        return f"{self.section}/{self.id.lower()}/" if self.id else ""


def subjects(context: PageContext) -> Iterator[Subject]:
    """All that has a card; the site itself first."""
    atlas = context.edition.atlas
    yield Subject("", "", atlas.scene("card", atlas.records.cooperations, []))
    for id_ in atlas.records.cooperations:
        yield Subject(cooperation.SECTION, id_, atlas.scene("card", [id_], []))
    codes = country.codes(context)
    for code in codes:
        shown = [code, *country.territories(code, codes)]
        listed = atlas.listed.by_country.get(code, ())
        scene = atlas.scene(
            "card",
            atlas.by_country.get(code, ()),
            shown,
            listed,
            atlas.places_of_countries(shown),
        )
        yield Subject(country.SECTION, code, scene)
    for id_ in atlas.records.themes:
        scene = atlas.scene("card", atlas.by_theme.get(id_, ()), [])
        yield Subject(theme.SECTION, id_, scene)


def card(edition: Edition, subject: Subject, site: str, description: str) -> Card:
    """The card of a subject in one language. `site` and `description` are the site's own."""
    if subject.section == cooperation.SECTION:
        return _cooperation(edition, subject.id, site)
    if subject.section == country.SECTION:
        return _country(edition, subject.id, site)
    if subject.section == theme.SECTION:
        return _theme(edition, subject.id, site)
    facts = (description, tallies.count(edition, edition.atlas.records.cooperations))
    return _card(edition, edition.own(site), facts)


def _cooperation(edition: Edition, id_: str, site: str) -> Card:
    record = edition.atlas.records.cooperations[id_]
    facts = (
        _names(edition, edition.atlas.countries_of[id_]),
        edition.span(start_of(record), record.dates.actual_end if record.dates else None),
        _status(edition, record.status),
    )
    kind, group = edition.label(record.form), group_of(record.form)
    return _card(edition, edition.text(record.title), facts, site, kind, group)


def _status(edition: Edition, status: StatusEvidence) -> str:
    """The status and the date of its evidence; nothing if it is unknown."""
    if status.code is Status.UNKNOWN:
        return ""
    label = edition.label(status.code)
    if not status.as_of:
        return label
    text = edition.language.gettext("{status} (as of {date})")
    return text.format(status=label, date=edition.language.moment(status.as_of))


def _country(edition: Edition, code: str, site: str) -> Card:
    found = edition.atlas.by_country.get(code, ())
    listed = _count_listed(edition, code)
    left = find_left(edition.atlas, country.SECTION, code, found)
    counted = tallies.count(edition, found, left) if found or not listed else ""
    facts = [counted, listed, _names(edition, country.partners(edition, code, found))]
    kind = edition.language.gettext("Country")
    return _card(edition, edition.country(code).name, facts, site, kind)


def _theme(edition: Edition, id_: str, site: str) -> Card:
    record = edition.atlas.records.themes[id_]
    found = edition.atlas.by_theme.get(id_, ())
    facts = (edition.text(record.description), tallies.count(edition, found))
    return _card(edition, edition.theme(id_).name, facts, site, edition.language.gettext("Theme"))


def _card(
    edition: Edition,
    title: Text,
    facts: Sequence[Text | str],
    site: str = "",
    kind: str = "",
    group: int | None = None,
) -> Card:
    """A card; facts that say nothing are left out."""
    texts = (one if isinstance(one, Text) else edition.own(one) for one in facts)
    return Card(
        site=site,
        kind=kind,
        group=group,
        title=_words(title),
        facts=tuple(_words(one) for one in texts if one.text),
        rtl=edition.language.direction == "rtl",
    )


def _count_listed(edition: Edition, code: str) -> str:
    """How much registers list of a country, or "" if they list nothing."""
    listed = edition.atlas.listed.by_country.get(code, ())
    if not listed:
        return ""
    return edition.ngettext(
        "{n} listed tie, not checked", "{n} listed ties, not checked", len(listed)
    )


def _names(edition: Edition, countries: Iterable[str]) -> str:
    """The names of countries, sorted; no line ends within one."""
    refs = sort_by_name(map(edition.country, countries))
    return " · ".join(ref.name.text.replace(" ", _NO_BREAK) for ref in refs)


def _words(text: Text) -> Words:
    return Words(text.text, direction(text.language) == "rtl")
