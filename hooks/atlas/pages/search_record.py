"""What the search index holds of a page: its names, its own words, and what a result shows.

The index does not read pages: what a list, a table or a note on a source says would be found on
every page that repeats it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from atlas.graph import facets
from atlas.graph.edition import Edition, Ref, Text
from atlas.graph.parties import actor_countries, actors_of, places_of_actor
from atlas.model import Cooperation, iso_codes
from atlas.model.vocabulary import N_
from atlas.pages import source
from atlas.pages.cooperation_table import partner
from atlas.pages.page import Page, PageContext, sort_by_name
from atlas.pages.search_names import names_of_actor, names_of_country, names_of_form, names_of_place

KINDS = {
    "cooperations": N_("Cooperation"),
    "countries": N_("Country"),
    "themes": N_("Theme"),
    "goals": N_("Goal"),
    "places": N_("Place"),
    "actors": N_("Organisation"),
    "sources": N_("Source"),
}
"""What one page of a section is called, beside its title in a list of results."""

HAND_WRITTEN = "pages"
"""The kind of a page that no record has."""

_UNREAD = re.compile(r"(?s)<(pre|script|style|svg|template)\b.*?</\1>")
"""Elements of a hand-written page that are no prose: samples of records, pictures."""


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One page in the index.

    `names` is what the page's subject is called, in every language and spelling on record;
    `related` are names of others, by which it is found too, and `text` is what it says itself.
    `sentence` stands under the title in a result, and `meta` beside it. `filters` are pairs of a
    facet and a value that no language changes ("country", "ma"), so that the address of a search
    can be sent to a reader of another language.
    """

    title: str
    sentence: str
    names: tuple[str, ...]
    related: tuple[str, ...] = ()
    text: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    meta: Mapping[str, str] = field(default_factory=dict)


def of_page(context: PageContext, page: Page) -> SearchRecord:
    """What is indexed of a page that is made from records."""
    edition, kind = context.edition, (("kind", page.section),)
    make = _SUBJECTS.get(page.section)
    known = page.section == "countries" or page.id in getattr(
        edition.atlas.records, page.section, ()
    )
    subject = make(context, page.id) if make and known else _Subject()
    label = KINDS.get(page.section)
    return SearchRecord(
        title=page.title.text,
        sentence=subject.sentence or page.description,
        names=tuple(dict.fromkeys((page.title.text, *subject.names))),
        related=tuple(dict.fromkeys(subject.related)),
        text="\n".join(subject.texts),
        filters=(*kind, *subject.filters),
        meta={**({"kind": context._(label)} if label else {}), **subject.meta},
    )


def of_hand_written(title: str, description: str, html: str) -> SearchRecord:
    """What is indexed of a hand-written page: its prose, without samples."""
    text = Markup(_UNREAD.sub(" ", html)).striptags()  # noqa: S704 - markup that is taken away
    return SearchRecord(
        title,
        description,
        (title,),
        text=f"{description}\n{text}",
        filters=(("kind", HAND_WRITTEN),),
    )


@dataclass(frozen=True, slots=True)
class _Subject:
    """What the record behind a page adds to what the page says of itself."""

    names: Iterable[str] = ()
    related: Iterable[str] = ()
    texts: Iterable[str] = ()
    sentence: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    meta: Mapping[str, str] = field(default_factory=dict)


def _cooperation(context: PageContext, id_: str) -> _Subject:
    edition = context.edition
    atlas, record = edition.atlas, edition.atlas.records.cooperations[id_]
    since, actors = edition.start(record), actors_of(record)
    meta = {
        "form": edition.label(record.form),
        "form_id": record.form.value,
        "partners": _name_partners(edition, id_),
    }
    if since:
        meta["since"] = since.text
    return _Subject(
        names=[record.title_as_stated.text] if record.title_as_stated else [],
        related=[*_names_of_cooperation(edition, id_, actors), *([since.text] if since else [])],
        texts=_texts_of_cooperation(edition, record),
        sentence=" ".join(edition.text(record.summary).text.split()),
        filters=tuple(
            (facet.id, value)
            for facet in facets.FACETS
            if facet.searched
            for value in facet.search_values(facet.values(atlas, id_))
        ),
        meta=meta,
    )


def _name_partners(edition: Edition, id_: str) -> str:
    """Who takes part: of many some, and how many more there are."""
    actors, more = edition.atlas.breadth.name_parties(id_)
    named = [edition.actor(one).name.text for one in actors]
    if more:
        named.append(edition.ngettext("{n} other partner", "{n} other partners", more))
    return edition.language.listing(named)


def _names_of_cooperation(edition: Edition, id_: str, actors: Iterable[str]) -> Iterator[str]:
    """Its form and themes; its partners, their places and its countries in every language."""
    atlas = edition.atlas
    record = atlas.records.cooperations[id_]
    for form in (record.form, *(one.form for one in record.earlier_forms)):
        yield from names_of_form([edition], form)
    for actor in actors:
        yield from names_of_actor(atlas, actor)
    for place in atlas.places_of[id_]:
        yield from names_of_place(atlas, place)
    for code in iso_codes.with_states(atlas.countries_of[id_]):
        yield from names_of_country(edition.languages, code)
    for theme in record.theme_ids:
        yield from atlas.records.themes[theme].names.values()


def _texts_of_cooperation(edition: Edition, record: Cooperation) -> Iterator[str]:
    """What it says of itself. What it says of its sources is theirs."""
    texts = [record.summary, *record.objectives, *record.activities, *record.methods]
    texts += [*record.results, *(one.instrument for one in record.agreements)]
    texts += [one.note for one in record.parties if one.note]
    texts += [one.note for one in record.budget if one.note]
    texts += [one.text for one in record.claims]
    yield from (edition.text(one).text for one in texts)
    stated = [*record.form_as_stated, *record.domains_as_stated]
    stated += [one.as_stated for one in record.parties if one.as_stated]
    stated += [one.as_stated for one in record.agreements if one.as_stated]
    yield from (one.text for one in stated)


def _actor(context: PageContext, id_: str) -> _Subject:
    edition = context.edition
    atlas, where = edition.atlas, partner(context, id_)
    codes, town = sorted(actor_countries(atlas.records, id_)), atlas.town_of.get(id_)
    return _Subject(
        names=names_of_actor(atlas, id_),
        related=[
            *(name for code in codes for name in names_of_country(edition.languages, code)),
            *(
                name
                for place in places_of_actor(atlas.records.actors[id_])
                for name in names_of_place(atlas, place)
            ),
        ],
        filters=_countries(codes),
        meta={
            **_where(context, where.ref.name, [*where.places, *where.countries]),
            **(_is_town(edition, town) if town else {}),
        },
    )


def _place(context: PageContext, id_: str) -> _Subject:
    edition = context.edition
    codes = edition.atlas.records.places[id_].countries
    return _Subject(
        names=names_of_place(edition.atlas, id_),
        related=[name for code in codes for name in names_of_country(edition.languages, code)],
        filters=_countries(codes),
        meta={
            **_where(context, edition.place(id_).name, sort_by_name(map(edition.country, codes))),
            **_is_town(edition, id_),
        },
    )


def _country(context: PageContext, id_: str) -> _Subject:
    code = id_.upper()
    return _Subject(
        names=names_of_country(context.edition.languages, code),
        filters=_countries([code]),
    )


def _theme(context: PageContext, id_: str) -> _Subject:
    record = context.edition.atlas.records.themes[id_]
    description = " ".join(context.edition.text(record.description).text.split())
    return _Subject(names=record.names.values(), sentence=description, texts=[description])


def _source(context: PageContext, id_: str) -> _Subject:
    record = context.edition.atlas.records.sources[id_]
    return _Subject(
        related=[record.publisher] if record.publisher else [],
        sentence=source.describe_source(context, record),
    )


def _countries(codes: Iterable[str]) -> tuple[tuple[str, str], ...]:
    country = facets.COUNTRY
    return tuple((country.id, one) for one in country.search_values(iso_codes.with_states(codes)))


def _where(context: PageContext, name: Text, refs: Iterable[Ref]) -> dict[str, str]:
    """Where something is, as far as its name does not tell that."""
    told = [ref.name.text for ref in refs if not name.tells(ref.name.text)]
    return {"where": context.edition.language.comma.join(told)} if told else {}


def _is_town(edition: Edition, place: str) -> dict[str, str]:
    """Its kind of place, and its countries' codes for a script that shows these behind it."""
    record = edition.atlas.records.places[place]
    codes = " ".join(sorted(code.lower() for code in record.countries))
    return {"kind": edition.label(record.type), "countries": codes}


_SUBJECTS: dict[str, Callable[[PageContext, str], _Subject]] = {
    "cooperations": _cooperation,
    "actors": _actor,
    "places": _place,
    "countries": _country,
    "themes": _theme,
    "sources": _source,
}
