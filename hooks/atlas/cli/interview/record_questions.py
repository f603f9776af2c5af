"""What is asked about an actor, a place, a source or a theme that is not on record."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TypeVar

from atlas.checks.rules import bare_values
from atlas.cli.interview.interviewer import Interviewer
from atlas.cli.interview.memory import FormerAnswer
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
from atlas.editing.parse_answers import complete_address, split_country
from atlas.i18n.messages import NOTHING, Message, Verbatim, msg
from atlas.lookup import countries
from atlas.lookup.country_names import country_names, split_name
from atlas.model.vocabulary import ActorKind, ActorType, PlaceType

_GEONAMES = NewSource("GeoNames", "en", "GeoNames", "https://www.geonames.org/", id="geonames")


_AGAIN = "again"
"""Chosen where a name is to be typed once more; no id has a page's own name, this one neither."""

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

    @property
    def new_source(self) -> NewSource | None:
        """The source that the answers rest on, if it is not on record."""
        return self._source if isinstance(self._source, NewSource) else None

    def ask_cited_source(self) -> str | NewSource:
        """The source that the answers rest on; asked for once."""
        while not self._source:
            before = len(self.interviewer.memory.given)
            answer = self.interviewer.ask(questions.SOURCE)
            prompt, found = questions.SOURCE.prompt_about(), self.lookup.find("sources", answer)
            if not found and self._is_title_of_tie(answer):
                self.interviewer.memory.drop(before)
                continue
            other = msg("another source, which is not on record")
            known = self.interviewer.choose_meant(prompt, answer, found, other, "1")
            self._source = known or self.ask_source(answer)
        return self._source

    def _is_title_of_tie(self, answer: str) -> bool:
        """Whether the editor began with what the cooperation is called; it is kept as its title."""
        interviewer = self.interviewer
        if file := self.lookup.find_cooperation(answer):
            interviewer.announce(
                msg("“{text}” is a cooperation on record: {file}.", text=answer, file=file)
            )
        elif self.lookup.reads_as_tie(answer):
            options = [
                Option("source", msg("the title of a page or a document that tells of it")),
                Option("cooperation", msg("what the cooperation itself is called")),
            ]
            if interviewer.choose(msg("What is “{text}”", text=answer), options) == "source":
                return False
            title = questions.TITLE.prompt_about()
            interviewer.memory.suggest(title, FormerAnswer(answer, Verbatim(answer)))
        else:
            return False
        interviewer.announce(msg("Now the page or the document that tells of it."))
        return True

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

    def ask_source(self, answer: str = "") -> NewSource:
        """A document; `answer` is its title or its address."""
        is_address = bare_values.is_address(answer)
        address = complete_address(answer) if is_address else ""
        ask = self.interviewer.ask
        title = ask(questions.SOURCE_TITLE, default="" if is_address else answer)
        language = ask(questions.SOURCE_LANGUAGE, default=self.language)
        publisher = ask(questions.SOURCE_PUBLISHER)
        address = address or ask(questions.SOURCE_URL)
        published = ask(questions.SOURCE_DATE)
        accessed = self.day if address else ""
        new = NewSource(title, language, publisher, address, published, accessed)
        return self._with_id(new, title)

    def ask_actor(self, name: str = "", place: str = "", country: str = "") -> NewActor:
        """An organisation; `place` is what its place may be called, in the country `country`."""
        ask = self.interviewer.ask
        if not name:
            name, country = self.split_country(ask(questions.ACTOR_NAME))
        type_ = ask(questions.ACTOR_TYPE, default=ActorType.LOCAL_GOVERNMENT, name=name)
        kind = self._ask_kind(type_, name)
        source = self.ask_cited_source()
        seat = self._ask_seat(name, place, country)
        is_of_many = type_ == ActorType.MULTILATERAL  # as the European Union, which is no country
        asked = () if seat or is_of_many else (ask(questions.COUNTRY, default=country, name=name),)
        new = NewActor({self.language: name}, (source,), type_, kind, seat, asked)
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

    def ask_place(self, name: str = "", country: str = "") -> NewPlace:
        """A place on the map, perhaps in the country `country`."""
        ask = self.interviewer.ask
        if not name:
            name, country = self.split_country(ask(questions.PLACE_NAME))
        country = ask(questions.COUNTRY, default=country, name=name)
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
