"""The doors of the atlas: what the tabs, the menu, the second level and the way to a page show.

An address begins with its section (`countries/ma/`); each section belongs to one door, and every
hand-written page is a section of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from atlas.i18n.languages import Language
from atlas.model.vocabulary import N_


@dataclass(frozen=True, slots=True)
class Room:
    """A section that a door shows: its title, and its address under a language's root."""

    title: str
    address: str

    @property
    def section(self) -> str:
        """What the addresses in it begin with."""
        return self.address.split("/")[0]


@dataclass(frozen=True, slots=True)
class Door:
    """One of the five ways in. Behind it lie its rooms, the first of which it opens, and `further`
    sections, which lie behind it without being listed."""

    title: str
    rooms: Sequence[Room]
    further: frozenset[str] = frozenset()


DOORS = (
    Door(
        N_("Cooperations"),
        (Room(N_("Cooperations"), "cooperations/"),),
        frozenset({"explore"}),
    ),
    Door(
        N_("Towns and countries"),
        (
            Room(N_("Countries"), "countries/"),
            Room(N_("Towns and organisations"), "actors/"),
            Room(N_("Places"), "places/"),
            Room(N_("Match my list"), "match/"),
        ),
        frozenset({"listed"}),
    ),
    Door(N_("Themes"), (Room(N_("Themes"), "themes/"), Room(N_("Goals"), "goals/"))),
    Door(
        N_("Figures"),
        (
            Room(N_("Charts"), "overview/"),
            Room(N_("Compare"), "compare/"),
            Room(N_("What is missing"), "coverage/"),
            Room(N_("Changes"), "changes/"),
        ),
    ),
    Door(
        N_("About"),
        (
            Room(N_("How to read"), "about/"),
            Room(N_("Tell us"), "contribute/"),
            Room(N_("Sources"), "sources/"),
            Room(N_("Data"), "data/"),
            Room(N_("Licences"), "licences/"),
            Room(N_("Accessibility"), "accessibility/"),
        ),
        frozenset({"reference"}),
    ),
)

DOORLESS = frozenset({"", "search"})
"""The sections that no door leads to: the home page, and the search, which every page has."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link from the root of the site. `current` is the value of its `aria-current`: "page" for
    the page itself, "true" for what the page lies in, "" for all else."""

    title: str
    path: str
    current: str = ""
    rooms: list[Link] = field(default_factory=list)


def doors(language: Language, address: str = "") -> list[Link]:
    """The doors, each with its rooms if it has more than one, as the page at `address` shows them;
    the address is under the root of the language."""
    return [
        Link(
            language.gettext(door.title),
            language.prefix + door.rooms[0].address,
            _current(door.rooms[0].address, address, inside=_section(address) in _sections(door)),
            _rooms(door, language, address),
        )
        for door in DOORS
    ]


def second_level(language: Language, address: str) -> list[Link]:
    """The rooms beside the one whose own page is at `address`; nothing for any other page."""
    for door in DOORS:
        if address and address in _fronts(door):
            return _rooms(door, language, address)
    return []


def way(language: Language, address: str) -> list[Link]:
    """What a page lies in, from the door inwards; nothing for a page that is a room itself."""
    for door in DOORS:
        section = _section(address)
        if section in _sections(door) and address not in _fronts(door):
            first = door.rooms[0]
            rooms = [(door.title, first.address)]
            rooms += [(room.title, room.address) for room in door.rooms if room.section == section]
            return [
                Link(language.gettext(title), language.prefix + path)
                for title, path in dict(rooms).items()
            ]
    return []


def _section(address: str) -> str:
    return address.split("/")[0]


def _sections(door: Door) -> frozenset[str]:
    return door.further | {room.section for room in door.rooms}


def _fronts(door: Door) -> frozenset[str]:
    """The addresses of a door's rooms."""
    return frozenset(room.address for room in door.rooms)


def _rooms(door: Door, language: Language, address: str) -> list[Link]:
    if len(door.rooms) == 1:
        return []
    return [
        Link(
            language.gettext(room.title),
            language.prefix + room.address,
            _current(room.address, address, inside=room.section == _section(address)),
        )
        for room in door.rooms
    ]


def _current(own: str, address: str, *, inside: bool) -> str:
    if own == address:
        return "page"
    return "true" if inside else ""
