"""What is asked about an actor, a place, a source or a theme that is not on record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from atlas.checks.rules import bare_values
from atlas.cli.interview import parse_answers
from atlas.cli.interview.locating import Locating
from atlas.cli.interview.parse_answers import Option
from atlas.cli.interview.questions import Questions
from atlas.cli.interview.record_lookup import Known
from atlas.editing import drafts
from atlas.editing.drafts import answers
from atlas.i18n.messages import NOTHING, Label, Message, msg
from atlas.model import vocabulary
from atlas.model.vocabulary import Term

_GEONAMES = answers.Source("GeoNames", "en", "GeoNames", "https://www.geonames.org/", id="geonames")

Word = TypeVar("Word", bound=StrEnum)


class Pieces:
    """Asks about new records; every question names what it is about. `day` is today, 2026-11-21."""

    def __init__(self, asking: Questions, known: Known, locating: Locating, day: str) -> None:
        self.asking = asking
        self.known = known
        self.day = day
        self.language = known.language
        self._locating = locating
        self._sources: list[str | answers.Source] = []
        self._places: list[tuple[str, answers.Place]] = []
        self._ids: dict[str, set[str]] = {}

    def cited(self) -> str | answers.Source:
        """The source that the answers rest on; asked for once."""
        if not self._sources:
            question = msg("Where does it stand")
            hint = msg("the title or the address of a source")
            written = self.asking.ask(question, parse_answers.source, hint=hint)
            other = Option("", msg("another source, which is not on record"))
            offered = self.known.meant("sources", written)
            known = offered and self.asking.which(question, written, [*offered, other], "1")
            self._sources.append(known or self.source(written))
        return self._sources[0]

    def source(self, written: str = "") -> answers.Source:
        """A document; `written` is its title or its address."""
        is_address = bare_values.is_address(written)
        title = "" if is_address else written
        address = written if is_address and written.startswith(("https://", "http://")) else ""
        title = self.asking.title(msg("The title of the source"), title)
        language = self.asking.language(
            msg("The language that the source is written in"), self.language
        )
        publisher = self.asking.line(msg("Who published the source"), needed=False)
        address = address or self.asking.url(msg("The web address of the source"))
        published = self.asking.date(msg("When the source was published"))
        accessed = self.day if address else ""
        new = answers.Source(title, language, publisher, address, published, accessed)
        return replace(new, id=self._id("sources", new, title))

    def actor(self, name: str = "", place: str = "") -> answers.Actor:
        """An organisation; `place` is what its place may be called."""
        name = name or self.asking.line(msg("The name of the actor"))
        type_ = self.asking.choice(
            msg("What is {name}", name=name),
            options(vocabulary.ACTOR_TYPES),
            vocabulary.ActorType.LOCAL_GOVERNMENT,
        )
        kind = ""
        if type_ == vocabulary.ActorType.LOCAL_GOVERNMENT:
            kind = self.asking.choice(
                msg("What is {name} more closely", name=name),
                options(vocabulary.ACTOR_KINDS),
                vocabulary.ActorKind.MUNICIPALITY,
            )
        source = self.cited()
        seat = self._seat(name, place)
        country = msg("The country of {name}", name=name)
        countries = () if seat else (self.asking.country(country),)
        new = answers.Actor({self.language: name}, (source,), type_, kind, seat, countries)
        place_id = seat if isinstance(seat, str) else seat.id
        return replace(new, id=self._id("actors", new, name, place_id))

    def place(self, name: str = "") -> answers.Place:
        """A place on the map."""
        name = name or self.asking.line(msg("The name of the place"))
        country = self.asking.country(msg("The country of {name}", name=name))
        type_ = self.asking.choice(
            msg("What kind of place is {name}", name=name),
            options(vocabulary.PLACE_TYPES),
            vocabulary.PlaceType.MUNICIPALITY,
        )
        point, geonames = self._point(name, country)
        names, sources = {self.language: name}, tuple(self._sources[:1])
        new = answers.Place(names, (country,), type_, point, geonames, sources)
        return replace(new, id=self._id("places", new, name))

    def theme(self) -> answers.Theme:
        """A subject of cooperation."""
        name = self.asking.line(msg("The name of the theme"))
        description = self.asking.prose(msg("What belongs to it"), msg("one sentence"))
        new = answers.Theme({self.language: name}, {self.language: description})
        return replace(new, id=self._id("themes", new, name))

    def _seat(self, name: str, place: str) -> str | answers.Place:
        """The place of an actor; what it is called stands there if that is another name."""
        default = place if place != name else ""
        question = msg("The place where {name} has its seat", name=name)
        hint = msg("- leaves it out") if default else NOTHING
        written = self.asking.line(question, default, needed=False, instead="-", hint=hint)
        if written in {"", "-"}:
            return ""
        offered = self.known.meant("places", written)
        new = {
            f"new-{n}": place for n, (called, place) in enumerate(self._places) if called == written
        }
        offered.extend(Option(code, _new_here(written, place)) for code, place in new.items())
        other = Option("", msg("another place, which is not on record"))
        chosen = offered and self.asking.which(question, written, [*offered, other], "1")
        if chosen:
            return new.get(chosen, chosen)
        made = self.place(written)
        self._places.append((written, made))
        return made

    def _id(self, folder: str, new: answers.Piece, name: str, default: str = "") -> str:
        """The id of a new record, if none can be made of its names; "" if one can."""
        names = drafts.names(new)
        ours = self._ids.setdefault(folder, set())
        taken = {*self.known.ids(folder), *ours}
        if drafts.suggested_id(names, ()) != drafts.NAMELESS:
            ours.add(drafts.suggested_id(names, taken))
            return ""
        id_ = self.asking.new_id(
            msg("The id of {name}", name=name),
            default if default not in taken else "",
            taken,
            hint=msg("its name in Latin letters, such as {example}", example="port-azul"),
        )
        ours.add(id_)
        return id_

    def _point(self, name: str, country: str) -> tuple[answers.Point | None, str]:
        found = self._locating.place(self.asking, name, country)
        if found is None:
            return None, ""
        source = _GEONAMES.id if self.known.has("sources", _GEONAMES.id) else _GEONAMES
        return answers.Point(found.lat, found.lon, source), found.geonames


def _new_here(name: str, place: answers.Place) -> Message:
    """A place that an earlier answer brought along."""
    country = parse_answers.country_named(place.countries[0])
    return msg("{name} ({country}), which is new here", name=name, country=country)


def options(terms: Mapping[Word, Term]) -> list[Option]:
    """A closed list, to choose from."""
    return [
        Option(str(word), Label(term.label), Label(term.definition)) for word, term in terms.items()
    ]
