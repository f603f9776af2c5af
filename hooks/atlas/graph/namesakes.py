"""Places and organisations that are called the same in one language, and what sets them apart.

Two are namesakes where their names, as a reader of the language meets them, are the same once they
are folded (`i18n.normalize`): «Halle» and «Halle», an Arabic name with its article and without. An
organisation and its own place are none, and neither are a territory and the country that it is.
Countries keep their bare names: Georgia is one, and another is «Georgia (United States)».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from atlas.graph.parties import actor_countries, all_places_of_actor, ancestors, places_of_actor
from atlas.graph.relate import Atlas
from atlas.i18n.languages import Language
from atlas.i18n.normalize import normalize_name
from atlas.model.vocabulary import ActorType, PlaceType, Word

Key = tuple[str, str]
"""Folder and id of a place or an actor; "countries" and the code of a country."""

_COUNTRIES = "countries"

_IN_A_COUNTRY = frozenset({PlaceType.MUNICIPALITY, PlaceType.CITY_DISTRICT, PlaceType.DISTRICT})
"""What lies in a country that is called the same, and is not that country: Luxembourg."""


@dataclass(frozen=True, slots=True)
class Named:
    """An atlas in one language: how its records are called there."""

    atlas: Atlas
    language: Language
    name: Callable[[str, str], str]
    """The name of a record, by its folder and id."""


def set_apart(named: Named) -> Mapping[Key, str]:
    """What stands behind the name of everything that is not alone with it, such as «Germany,
    Saxony-Anhalt»; in one pass over all names."""
    called: dict[str, list[Key]] = defaultdict(list)
    records = named.atlas.records
    for folder in ("places", "actors"):
        for id_ in getattr(records, folder):
            called[normalize_name(named.name(folder, id_))].append((folder, id_))
    for code in _countries(named.atlas):
        if (name := normalize_name(named.language.country(code))) in called:
            called[name].append((_COUNTRIES, code))
    found: dict[Key, str] = {}
    for name, keys in called.items():
        if len(keys) > 1 and len(ones := _join_own(named.atlas, keys)) > 1:
            levels = [_Level(named, name, *level) for level in _LEVELS]
            for one, said in _tell_apart(ones, levels, ()):
                found.update((key, named.language.comma.join(said)) for key in one)
    return {key: said for key, said in found.items() if said and key[0] != _COUNTRIES}


def _countries(atlas: Atlas) -> Iterator[str]:
    """The countries that a reader may meet."""
    yield from {*atlas.by_country, *atlas.places_in}


def _join_own(atlas: Atlas, keys: Sequence[Key]) -> list[list[Key]]:
    """The keys of each one that bears the name: an organisation with its places, a territory that
    is a country with that."""
    one_of: dict[Key, list[Key]] = {}
    for key in sorted(keys, key=lambda key: _ORDER.index(key[0])):
        own = next((one_of[other] for other in _own(atlas, key) if other in one_of), [])
        own.append(key)
        one_of[key] = own
    return list({id(one): one for one in one_of.values()}.values())


_ORDER = (_COUNTRIES, "places", "actors")


def _own(atlas: Atlas, key: Key) -> Iterator[Key]:
    """The country that a place is, or an organisation's places and its one country."""
    folder, id_ = key
    if folder == "places":
        place = atlas.records.places[id_]
        if len(place.countries) == 1 and place.type not in _IN_A_COUNTRY:
            yield _COUNTRIES, place.countries[0]
    elif folder == "actors":
        for own in all_places_of_actor(atlas.records.actors[id_]):
            yield "places", own
        codes = actor_countries(atlas.records, id_)
        yield from ((_COUNTRIES, code) for code in codes if len(codes) == 1)


@dataclass(frozen=True, slots=True)
class _Level:
    """One kind of thing that may set namesakes apart, such as their countries; of several of that
    kind the one `at` a number, counted from 0."""

    named: Named
    name: str
    tell: Callable[[Named, Key], Iterable[str]]
    at: int = 0

    def say(self, one: Sequence[Key]) -> str:
        """What there is to say of one; never its own name again."""
        told = (text for key in one if key[0] != _COUNTRIES for text in self.tell(self.named, key))
        new = (text for text in told if text and normalize_name(text) != self.name)
        return next(islice(new, self.at, None), "")


def _tell_apart(
    ones: list[list[Key]], levels: Sequence[_Level], said: tuple[str, ...]
) -> Iterator[tuple[list[Key], tuple[str, ...]]]:
    """Each one with what sets it apart from all others: a level after another, as far as it is
    needed, but for those that are the same for all."""
    if not levels or (said and len(ones) == 1):
        yield from ((one, said) for one in ones)
        return
    level, *rest = levels
    alike: dict[str, list[list[Key]]] = defaultdict(list)
    for one in ones:
        alike[level.say(one)].append(one)
    for text, some in alike.items():
        is_told = bool(text) and (len(alike) > 1 or len(ones) == 1)
        yield from _tell_apart(some, rest, (*said, text) if is_told else said)


def _tell_countries(named: Named, key: Key) -> Iterator[str]:
    records = named.atlas.records
    codes = (
        records.places[key[1]].countries
        if key[0] == "places"
        else sorted(actor_countries(records, key[1]))
    )
    yield named.language.listing(map(named.language.country, codes))


def _tell_where(named: Named, key: Key) -> Iterator[str]:
    """What a place lies in; where an organisation is, or what it is part of."""
    records = named.atlas.records
    places = [key[1]]
    if key[0] == "actors":
        places = places_of_actor(records.actors[key[1]])[:1]
        yield from (named.name("places", place) for place in places)
        if whole := records.actors[key[1]].part_of:
            yield named.name("actors", whole)
    for place in places:
        for wider in ancestors(records.places, place):
            if wider != place:
                yield named.name("places", wider)


def _tell_type(named: Named, key: Key) -> Iterator[str]:
    records = named.atlas.records
    types: tuple[Word | None, ...]
    if key[0] == "places":
        types = (records.places[key[1]].type,)
    else:
        types = (records.actors[key[1]].kind, records.actors[key[1]].type)
    for word in types:
        if word not in (None, PlaceType.UNSPECIFIED, ActorType.UNKNOWN):
            yield named.language.gettext(word.label)


def _tell_id(named: Named, key: Key) -> Iterator[str]:
    yield key[1]


_LEVELS = (
    (_tell_countries, 0),
    *((_tell_where, at) for at in range(3)),
    (_tell_type, 0),
    (_tell_id, 0),
)
"""Most telling first; where what is nearest is called alike too, what is around that."""
