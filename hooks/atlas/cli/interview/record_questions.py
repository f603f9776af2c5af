"""What is asked about an actor, a place or a theme that is not on record."""

from __future__ import annotations

from atlas.cli.interview.interviewer import Interviewer
from atlas.cli.interview.new_ids import NewIds
from atlas.cli.interview.options import Option, list_options
from atlas.cli.interview.place_points import PointFinder
from atlas.cli.interview.record_lookup import RecordLookup
from atlas.cli.interview.source_questions import SourceQuestions
from atlas.editing import questions
from atlas.editing.drafts.new_records import (
    NewActor,
    NewPlace,
    NewPoint,
    NewSource,
    NewTheme,
)
from atlas.editing.parse_answers import split_country
from atlas.i18n.countries import name_country
from atlas.i18n.messages import NOTHING, Message, msg
from atlas.lookup import countries
from atlas.lookup.country_names import country_names, split_name
from atlas.model.vocabulary import ActorKind, ActorType, PlaceType

_GEONAMES = NewSource("GeoNames", "en", "GeoNames", "https://www.geonames.org/", id="geonames")

_AGAIN = "-"
"""Chosen where a name is to be typed once more; no record has such an id."""


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
        self._places: list[tuple[str, NewPlace]] = []
        self._ids = NewIds(interviewer, lookup)
        self.sources = SourceQuestions(interviewer, lookup, self._ids, day)

    def split_country(self, answer: str) -> tuple[str, str]:
        """A name, and the code of the country that was written behind it, which is told; or ""."""
        name, country = split_country(answer)
        if country:
            self.interviewer.announce(
                msg(
                    "{name}, {country} ({code})",
                    name=name,
                    country=name_country(country),
                    code=country,
                )
            )
        return name, country

    def ask_actor(self, name: str = "", place: str = "", country: str = "") -> NewActor:
        """An organisation; `place` is what its place may be called, in the country `country`."""
        ask = self.interviewer.ask
        if not name:
            name, country = self.split_country(ask(questions.ACTOR_NAME))
        type_ = ask(questions.ACTOR_TYPE, default=ActorType.LOCAL_GOVERNMENT, name=name)
        kind = self._ask_kind(type_, name)
        source = self.sources.ask_cited()
        seat = self._ask_seat(name, place, country)
        is_of_many = type_ == ActorType.MULTILATERAL  # as the European Union, which is no country
        asked = () if seat or is_of_many else (ask(questions.COUNTRY, default=country, name=name),)
        new = NewActor({self.language: name}, (source,), type_, kind, seat, asked)
        place_id = seat if isinstance(seat, str) else seat.id
        return self._ids.give(new, name, place_id)

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
            self._ids.add(made)
        return made

    def ask_place(self, name: str = "", country: str = "") -> NewPlace:
        """A place on the map, perhaps in the country `country`."""
        ask = self.interviewer.ask
        if not name:
            name, country = self.split_country(ask(questions.PLACE_NAME))
        country = ask(questions.COUNTRY, default=country, name=name)
        type_ = ask(questions.PLACE_TYPE, default=PlaceType.MUNICIPALITY, name=name)
        point, geonames = self._find_point(name, country)
        names, sources = {self.language: name}, (self.sources.cited,) if self.sources.cited else ()
        new = NewPlace(names, (country,), type_, point, geonames, sources)
        return self._ids.give(new, name)

    def ask_theme(self) -> NewTheme:
        """A subject of cooperation."""
        name = self.interviewer.ask(questions.THEME_NAME)
        description = self.interviewer.ask(questions.THEME_DESCRIPTION)
        return self._ids.give(NewTheme({self.language: name}, {self.language: description}), name)

    def _ask_seat(self, name: str, place: str, country: str) -> str | NewPlace:
        """The place of an actor; what it is called stands there if that is another name.

        A new place is never made of a name that is nearly another's before that is asked.
        """
        default = place if place != name else ""
        while True:
            before = len(self.interviewer.memory.given)
            answer = self.interviewer.ask(
                questions.SEAT,
                default=default,
                skip="-",
                hint=msg("- leaves it out") if default else NOTHING,
                name=name,
            )
            if answer in {"", "-"}:
                return ""
            town, behind = self.split_country(answer)
            seat = self._find_seat(name, town, behind or country)
            if seat is not None:
                return seat
            self.interviewer.memory.drop(before)

    def _find_seat(self, name: str, answer: str, country: str) -> str | NewPlace | None:
        """The place that is meant by the answer, or a new one; None if it was mistyped."""
        found = self.lookup.find_places(answer, country)
        new = {
            f"new-{n}": place for n, (called, place) in enumerate(self._places) if called == answer
        }
        found.extend(
            Option(code, _describe_new_place(answer, place)) for code, place in new.items()
        )
        prompt = questions.SEAT.prompt_about(name=name)
        other = msg("another place, which is not on record")
        default = "1"
        if not found:
            found, default = self._list_likely(answer), ""
        if chosen := self.interviewer.choose_meant(prompt, answer, found, other, default):
            return None if chosen == _AGAIN else new.get(chosen, chosen)
        new_place = self.ask_place(answer, country)
        self._places.append((answer, new_place))
        return new_place

    def _list_likely(self, answer: str) -> list[Option]:
        """The places that a mistyped name may mean, and that it be typed again; nothing where no
        place and no country is called nearly so."""
        near = self.lookup.find_near_places(answer)
        alike = countries.resolve(answer).codes or country_names().nearly(split_name(answer))
        for code in alike:
            self.interviewer.announce(
                msg(
                    "{country} ({code}) is a country; here a place is wanted, such as a town.",
                    country=name_country(code),
                    code=code,
                )
            )
        mistyped = Option(_AGAIN, msg("none: it was mistyped"))
        return [*near, mistyped] if near or alike else []

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
