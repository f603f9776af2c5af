"""A table for each kind of record that cooperations name, one for their names in all languages, and
those of what such a record has several of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from atlas.graph.parties import actor_countries
from atlas.i18n.normalize import fold
from atlas.model import KINDS, Actor, Place, PlaceCode, Record, Source, Statement, Theme, fields
from atlas.model.vocabulary import Tier
from atlas.model.walk import parts
from atlas.site.dataset.native_name import find_native_name
from atlas.site.dataset.table import Column, Table, TableSource, Type, columns_of

ID = Column("id", "Its id, which never changes.", required=True)
PAGE = Column("page", "The address of its page.", required=True)
NAME = (
    Column("name", "Its name in English, else in another language.", required=True),
    Column("name_language", "The language of that name (BCP 47).", required=True),
)
COUNTRIES = (
    Column("countries", "Its countries (ISO 3166-1 alpha-2), with blanks between."),
    Column("country_names", "What they are called in English, with semicolons between."),
)
TIER = Column("tier", "researched, or listed: known from a register alone.", required=True)
_LIFETIME = (
    Column("founded", "When it came to be.", Type.MOMENT),
    Column("dissolved", "When it ceased to be.", Type.MOMENT),
)


def _tier(source: TableSource, kind: type[Record], id_: str) -> Tier:
    is_listed = kind is Place and id_ in source.records.listed_places
    return Tier.LISTED if is_listed else Tier.RESEARCHED


def _places(source: TableSource) -> Iterator[tuple[object, ...]]:
    for id_, place in source.records.places.items():
        name, point, life = source.text(place.names), place.coordinates, place.lifetime
        yield (id_, _tier(source, Place, id_), name.text, name.language,
               *find_native_name(place.names, place.countries), place.type, place.type.label,
               *source.countries(place.countries), place.part_of,
               point and point.lat, point and point.lon, point and point.exactness,
               life and life.founded, life and life.dissolved, place.iso_3166_2, place.geonames,
               place.wikidata, source.page(Place, id_))  # fmt: skip


def _actors(source: TableSource) -> Iterator[tuple[object, ...]]:
    for id_, actor in source.records.actors.items():
        name, life = source.text(actor.names), actor.lifetime
        yield (id_, name.text, name.language, "; ".join(actor.acronyms), actor.type,
               actor.type.label, actor.kind, actor.seat, " ".join(actor.territory),
               *source.countries(sorted(actor_countries(source.records, id_))), actor.part_of,
               life and life.founded, life and life.dissolved, actor.website, actor.wikidata,
               source.page(Actor, id_))  # fmt: skip


def _themes(source: TableSource) -> Iterator[tuple[object, ...]]:
    for id_, theme in source.records.themes.items():
        name = source.text(theme.names)
        yield (id_, name.text, name.language, source.text(theme.description).text,
               " ".join(theme.related), " ".join(theme.dac_sectors),
               " ".join(map(str, theme.goals)), source.page(Theme, id_))  # fmt: skip


def _sources(source: TableSource) -> Iterator[tuple[object, ...]]:
    registers = source.records.registers
    for id_, one in source.records.sources.items():
        register = registers.get(id_)
        yield (id_, one.title.text, one.title.lang, one.publisher, one.language, one.url,
               one.archive_url, one.published, one.modified, one.accessed, one.sha256,
               register and register.licence, source.page(Source, id_))  # fmt: skip


def _names(source: TableSource) -> Iterator[tuple[object, ...]]:
    for kind in KINDS:
        kept: Mapping[str, Record] = getattr(source.records, kind.folder)
        for id_, record in kept.items():
            tier = _tier(source, kind, id_)
            for use, language, name in _names_of(record):
                yield kind.folder, id_, tier, use, language, name, fold(name)


def _names_of(record: Record) -> Iterator[tuple[str, str | None, str]]:
    """Use, language and text of each name of a record."""
    if isinstance(record, Source):
        yield "title", record.title.lang, record.title.text
        return
    field = "names" if "names" in type(record).model_fields else "title"
    for language, name in getattr(record, field).items():
        yield field.removesuffix("s"), language, name
    if isinstance(record, Actor):
        yield from (("acronym", None, acronym) for acronym in record.acronyms)
    if isinstance(record, Actor | Place):
        for former in record.former_names:
            yield from (("former", language, name) for language, name in former.names.items())


def _codes(source: TableSource) -> Iterator[tuple[object, ...]]:
    for id_, place in source.records.places.items():
        for one in place.codes:
            yield (id_, source.text(place.names).text, " ".join(place.countries), one.scheme,
                   one.name, one.year, one.code, one.source)  # fmt: skip


def _quotations(source: TableSource) -> Iterator[tuple[object, ...]]:
    for kind in KINDS:
        kept: Mapping[str, Record] = getattr(source.records, kind.folder)
        for id_, record in kept.items():
            for path, part in parts(record):
                if isinstance(part, Statement):
                    yield (kind.folder, id_, fields.dotted(path), part.lang, part.text,
                           part.gloss, part.source)  # fmt: skip


PLACES = Table(
    "places",
    "Places: municipalities, districts, provinces, regions, territories.",
    (
        ID,
        TIER,
        *NAME,
        Column("native_name", "Its name in an official language of its country, if recorded."),
        Column("native_language", "The language of that name (BCP 47)."),
        *columns_of(Place, "type"),
        Column("type_name", "What the type is called in English."),
        *COUNTRIES,
        *columns_of(Place, "part_of"),
        Column("lat", "Degrees north of the equator (WGS 84).", Type.NUMBER),
        Column("lon", "Degrees east of Greenwich (WGS 84).", Type.NUMBER),
        Column("exactness", "Whether the point is exact, or approximate (a seat, a centre)."),
        *_LIFETIME,
        *columns_of(Place, "iso_3166_2 geonames wikidata"),
        PAGE,
    ),
    _places,
    ("id",),
)
ACTORS = Table(
    "actors",
    "Organisations that take part in cooperations.",
    (
        ID,
        *NAME,
        Column("acronyms", "Short forms of its name, with semicolons between."),
        *columns_of(Actor, "type"),
        Column("type_name", "What the type is called in English."),
        *columns_of(Actor, "kind seat territory"),
        *COUNTRIES,
        *columns_of(Actor, "part_of"),
        *_LIFETIME,
        *columns_of(Actor, "website wikidata"),
        PAGE,
    ),
    _actors,
    ("id",),
)
THEMES = Table(
    "themes",
    "What cooperations are about.",
    (ID, *NAME, *columns_of(Theme, "description related dac_sectors goals"), PAGE),
    _themes,
    ("id",),
)
SOURCES = Table(
    "sources",
    "What records rest on: documents, and registers of ties.",
    (
        ID,
        Column("title", "Its title, in its own language.", required=True),
        Column("title_language", "The language of the title (BCP 47).", required=True),
        *columns_of(Source, "publisher language"),
        Column("url", "The address of the document."),
        *columns_of(Source, "archive_url published modified accessed sha256"),
        Column("licence", "Of a register: the licence of what it lists (SPDX)."),
        PAGE,
    ),
    _sources,
    ("id",),
)
NAMES = Table(
    "names",
    "Every name and title of every record, in all languages.",
    (
        Column("kind", "The kind of the record: the table it stands in.", required=True),
        Column("record", "The id of the record.", required=True),
        TIER,
        Column("use", "name, title, acronym, or former: what it was called.", required=True),
        Column("language", "The language of the name (BCP 47)."),
        Column("name", "The name.", required=True),
        Column("folded", "The name to search in: small, without marks, Arabic letters alike."),
    ),
    _names,
)
PLACE_CODES = Table(
    "place-codes",
    "Codes of places in lists of others, each in the version of a year.",
    (
        Column("place", "The id of the place.", refers_to="places", required=True),
        NAME[0],
        COUNTRIES[0],
        Column("list", "The list of codes.", required=True),
        Column("list_name", "What a national list is called."),
        *columns_of(PlaceCode, "year code source"),
    ),
    _codes,
)
QUOTATIONS = Table(
    "quotations",
    "Words quoted from sources, and what they say in the languages of the site.",
    (
        Column("kind", "The kind of the record: the table it stands in.", required=True),
        Column("record", "The id of the record.", required=True),
        Column("field", "The field in which the words stand.", required=True),
        Column("language", "The language of the words (BCP 47).", required=True),
        Column("words", "The words as they stand in the source.", required=True),
        Column("gloss", "What the words say", Type.BY_LANGUAGE),
        *columns_of(Statement, "source"),
    ),
    _quotations,
)
