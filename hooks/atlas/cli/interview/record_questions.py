"""What is asked about an actor, a place, a source or a theme that is not on record."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TypeVar

from atlas.checks.rules import bare_values
from atlas.cli.interview.interviewer import Interviewer
from atlas.cli.interview.names import name_country
from atlas.cli.interview.options import Option, list_options
from atlas.cli.interview.place_points import PointFinder
from atlas.cli.interview.record_lookup import RecordLookup
from atlas.editing import questions
from atlas.editing.drafts.ids import NAMELESS, suggest_id
from atlas.editing.drafts.new_records import (
    NewActor,
    NewPlace,
    NewPoint,
    NewRecord,
    NewSource,
    NewTheme,
)
from atlas.editing.parse_answers import is_full_address
from atlas.i18n.messages import NOTHING, Message, msg
from atlas.model.vocabulary import ActorKind, ActorType, PlaceType

_GEONAMES = NewSource("GeoNames", "en", "GeoNames", "https://www.geonames.org/", id="geonames")


_New = TypeVar("_New", bound=NewRecord)


class RecordQuestions:
    """Asks about new records; every question names what it is about. `day` is today, 2026-11-21."""

    def __init__(
        self, interviewer: Interviewer, lookup: RecordLookup, points: PointFinder, day: str
    ) -> None:
        self.interviewer = interviewer
        self.lookup = lookup
        self.day = day
        self.language = lookup.language
        self._points = points
        self._source: str | NewSource = ""
        self._places: list[tuple[str, NewPlace]] = []
        self._ids: defaultdict[str, set[str]] = defaultdict(set)

    def ask_cited_source(self) -> str | NewSource:
        """The source that the answers rest on; asked for once."""
        if not self._source:
            answer = self.interviewer.ask(questions.SOURCE)
            prompt, found = questions.SOURCE.prompt_about(), self.lookup.find("sources", answer)
            other = msg("another source, which is not on record")
            known = self.interviewer.choose_meant(prompt, answer, found, other, "1")
            self._source = known or self.ask_source(answer)
        return self._source

    def ask_source(self, answer: str = "") -> NewSource:
        """A document; `answer` is its title or its address."""
        is_address = bare_values.is_address(answer)
        address = answer if is_address and is_full_address(answer) else ""
        ask = self.interviewer.ask
        title = ask(questions.SOURCE_TITLE, default="" if is_address else answer)
        language = ask(questions.SOURCE_LANGUAGE, default=self.language)
        publisher = ask(questions.SOURCE_PUBLISHER)
        address = address or ask(questions.SOURCE_URL)
        published = ask(questions.SOURCE_DATE)
        accessed = self.day if address else ""
        new = NewSource(title, language, publisher, address, published, accessed)
        return self._with_id(new, title)

    def ask_actor(self, name: str = "", place: str = "") -> NewActor:
        """An organisation; `place` is what its place may be called."""
        ask = self.interviewer.ask
        name = name or ask(questions.ACTOR_NAME)
        type_ = ask(questions.ACTOR_TYPE, default=ActorType.LOCAL_GOVERNMENT, name=name)
        kind = self._ask_kind(type_, name)
        source = self.ask_cited_source()
        seat = self._ask_seat(name, place)
        is_of_many = type_ == ActorType.MULTILATERAL  # as the European Union, which is no country
        countries = () if seat or is_of_many else (ask(questions.COUNTRY, name=name),)
        new = NewActor({self.language: name}, (source,), type_, kind, seat, countries)
        place_id = seat if isinstance(seat, str) else seat.id
        return self._with_id(new, name, place_id)

    def _ask_kind(self, type_: str, name: str) -> str:
        """What an actor is more closely, of the types that are of several kinds."""
        question = questions.ACTOR_KIND
        if type_ == ActorType.LOCAL_GOVERNMENT:
            return self.interviewer.ask(question, default=ActorKind.MUNICIPALITY, name=name)
        if type_ not in {ActorType.MULTILATERAL, ActorType.OTHER_PUBLIC_SECTOR}:
            return ""
        options = [*list_options(question.words), Option("", msg("none of these"))]
        return self.interviewer.choose(question.prompt_about(name=name), options)

    def make_municipality(self, place: str) -> str | NewActor:
        """The authority of a place on record, of which nothing need be asked."""
        made = self.lookup.listed.find_municipality(place)
        if isinstance(made, NewActor):
            self._ids[made.folder].add(made.id)
        return made

    def ask_place(self, name: str = "") -> NewPlace:
        """A place on the map."""
        ask = self.interviewer.ask
        name = name or ask(questions.PLACE_NAME)
        country = ask(questions.COUNTRY, name=name)
        type_ = ask(questions.PLACE_TYPE, default=PlaceType.MUNICIPALITY, name=name)
        point, geonames = self._find_point(name, country)
        names, sources = {self.language: name}, (self._source,) if self._source else ()
        new = NewPlace(names, (country,), type_, point, geonames, sources)
        return self._with_id(new, name)

    def ask_theme(self) -> NewTheme:
        """A subject of cooperation."""
        name = self.interviewer.ask(questions.THEME_NAME)
        description = self.interviewer.ask(questions.THEME_DESCRIPTION)
        return self._with_id(NewTheme({self.language: name}, {self.language: description}), name)

    def _ask_seat(self, name: str, place: str) -> str | NewPlace:
        """The place of an actor; what it is called stands there if that is another name."""
        default = place if place != name else ""
        answer = self.interviewer.ask(
            questions.SEAT,
            default=default,
            skip="-",
            hint=msg("- leaves it out") if default else NOTHING,
            name=name,
        )
        if answer in {"", "-"}:
            return ""
        found = self.lookup.find("places", answer)
        new = {
            f"new-{n}": place for n, (called, place) in enumerate(self._places) if called == answer
        }
        found.extend(
            Option(code, _describe_new_place(answer, place)) for code, place in new.items()
        )
        prompt = questions.SEAT.prompt_about(name=name)
        other = msg("another place, which is not on record")
        if chosen := self.interviewer.choose_meant(prompt, answer, found, other, "1"):
            return new.get(chosen, chosen)
        new_place = self.ask_place(answer)
        self._places.append((answer, new_place))
        return new_place

    def _with_id(self, new: _New, name: str, default: str = "") -> _New:
        """The new record with an id that is asked for, if none can be made of its names."""
        names = new.names_for_id()
        new_ids = self._ids[new.folder]
        taken = {*self.lookup.list_ids(new.folder), *new_ids}
        if suggest_id(names, ()) != NAMELESS:
            new_ids.add(suggest_id(names, taken))
            return new
        id_ = self.interviewer.ask_id(
            questions.ID_OF, default if default not in taken else "", taken, name=name
        )
        new_ids.add(id_)
        return replace(new, id=id_)

    def _find_point(self, name: str, country: str) -> tuple[NewPoint | None, str]:
        found = self._points.find(self.interviewer, name, country)
        if found is None:
            return None, ""
        source = _GEONAMES.id if self.lookup.has("sources", _GEONAMES.id) else _GEONAMES
        return NewPoint(found.lat, found.lon, source), found.geonames


def _describe_new_place(name: str, place: NewPlace) -> Message:
    """A place that an earlier answer brought along."""
    country = name_country(place.countries[0])
    return msg("{name} ({country}), which is new here", name=name, country=country)
