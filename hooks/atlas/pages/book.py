"""The printed atlas of a country: its map, a chapter for each town or organisation, each
cooperation with its facts, the sources and the licences.

It is made of the tables, sentences and maps of the pages. What it names and has itself is linked
within it, all else leads to the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from atlas.graph.edition import Ref
from atlas.graph.scene import Scene
from atlas.graph.tally import find_left
from atlas.maps.layout import shows_listed
from atlas.maps.legend import listed_sample
from atlas.maps.plate import Plate, plate, sample
from atlas.model import Cooperation, Source
from atlas.model.registers import Register
from atlas.pages import book_chapters, country, facts, map_words, opening, sheet, status
from atlas.pages.cooperation_table import partner
from atlas.pages.map_embed import explain_lines
from atlas.pages.map_time import explain_time
from atlas.pages.page import PageContext, sort_by_name

_LINK = re.compile(r'href="(?:\.\./)*(\w+)/([a-z0-9-]+)/(?:#[a-z0-9-]*)?"')


@dataclass(frozen=True)
class Book:
    """A book as HTML. `address` is that of the page it is like, from which all links are counted;
    `pictures` come with it, by their addresses from there."""

    address: str
    html: str
    pictures: Mapping[str, bytes]


@dataclass
class _Pictures:
    """The pictures of a book, each under an address of its own."""

    files: dict[str, bytes] = field(default_factory=dict)

    def add(self, content: bytes) -> str:
        address = f"pictures/{len(self.files)}.svg"
        self.files[address] = content
        return address


def make(context: PageContext, code: str) -> Book:
    """The book of the country `code`, one of `country.codes`; `context` is that of a page which
    lies two folders below the root of its language."""
    edition, atlas = context.edition, context.edition.atlas
    own = [code, *country.territories(code, country.codes(context))]
    ref, cooperations = edition.country(code), atlas.by_country.get(code, ())
    pairs = [atlas.listed.pairs[id_] for id_ in atlas.listed.by_country.get(code, ())]
    chapters = book_chapters.chapters(context, code, own)
    pictures = _Pictures()
    site = context.site.names[edition.language.code]
    before, _, after = context._("p. {page}").partition("{page}")
    html = context.render(
        "book.html",
        title=f"{site}{edition.language.colon}{ref.name.text}",
        site=site,
        page=(before, after),
        author=context.author,
        country=ref,
        address=context.address(ref.path),
        code=pictures.add(sheet.draw_code_svg(context.address(ref.path))),
        today=edition.day(context.site.today) if context.site.today else None,
        opening=opening.summarise(
            context, cooperations, own, find_left(atlas, country.SECTION, code, cooperations)
        ),
        listed=opening.summarise_listed(context, pairs, own).striptags() if pairs else "",
        map=_draw_map(context, code, own, pictures),
        chapters=chapters,
        entries=[_render_entry(context, id_) for id_ in _by_title(context, cooperations)],
        sources=_sources(context, cooperations),
        registers=_registers(context, [tie.source for pair in pairs for tie in pair.ties]),
    )
    anchors = {
        *(one.anchor for one in chapters),
        *(f"cooperations-{id_}" for id_ in cooperations),
    }
    return Book(context.address(ref.path), _lead(html, anchors), pictures.files)


@dataclass(frozen=True, slots=True)
class _Map:
    """The map of a book: the address of its picture, its names, and its legend."""

    picture: str
    plate: Plate
    title: str
    legend: Sequence[tuple[str, str]]


def _draw_map(
    context: PageContext, code: str, own: Sequence[str], pictures: _Pictures
) -> _Map | None:
    """The map of the country's page, without what only a screen needs; None if nothing is on it."""
    atlas = context.edition.atlas
    scene = atlas.scene(
        f"book-{code.lower()}",
        atlas.by_country.get(code, ()),
        own,
        atlas.listed.by_country.get(code, ()),
        atlas.places_of_countries(own),
    )
    title = context.edition.country(code).name.text
    still = context.maps.still.svg(
        scene,
        title=title,
        description="",
        names=map_words.names_on_map(context, scene),
        root="",
    )
    if still is None:
        return None
    drawn = plate(still, dict(context.maps.still.take_backgrounds()))
    return _Map(
        pictures.add(drawn.svg),
        drawn,
        title,
        [(pictures.add(sample(one)), text) for one, text in _legend(context, scene)],
    )


def _legend(context: PageContext, scene: Scene) -> Iterable[tuple[Markup, str]]:
    for drawn, labels in explain_lines(context, scene):
        yield drawn, " · ".join(labels)
    if shows_listed(scene):
        yield listed_sample(), context._("Listed, not checked")
    yield from explain_time(context, scene).entries


def _by_title(context: PageContext, cooperations: Iterable[str]) -> list[str]:
    return [ref.id for ref in sort_by_name(map(context.edition.cooperation, cooperations))]


def _render_entry(context: PageContext, id_: str) -> Markup:
    """A cooperation with what its page says of it, but for quotations and codes."""
    edition = context.edition
    record: Cooperation = edition.atlas.records.cooperations[id_]
    return context.render(
        "book_entry.html",
        anchor=f"cooperations-{id_}",
        record=record,
        title=edition.text(record.title),
        summary=edition.text(record.summary),
        since=edition.start(record),
        status=status.describe_status(context, record),
        parties=[(party, partner(context, party.actor)) for party in record.parties],
        lists=facts.lists(context, record),
        **facts.labels(context, record),
    )


def _sources(context: PageContext, cooperations: Iterable[str]) -> list[Source]:
    """What the cooperations rest on, in the order of titles."""
    records = context.edition.atlas.records
    cited = {one.source for id_ in cooperations for one in records.cooperations[id_].sources}
    refs = sort_by_name(map(context.edition.source, cited))
    return [records.sources[ref.id] for ref in refs]


def _registers(
    context: PageContext, cited: Iterable[str]
) -> list[tuple[Ref, Source, Register | None]]:
    """The registers that list something here, in the order of their titles."""
    records = context.edition.atlas.records
    refs = sort_by_name(map(context.edition.source, {*cited}))
    return [(ref, records.sources[ref.id], records.registers.get(ref.id)) for ref in refs]


def _lead(html: str, anchors: set[str]) -> str:
    """The book with links to what stands in it in the place of those to its pages."""

    def lead(found: re.Match[str]) -> str:
        anchor = f"{found[1]}-{found[2]}"
        return f'href="#{anchor}" data-within' if anchor in anchors else found[0]

    return _LINK.sub(lead, html)
