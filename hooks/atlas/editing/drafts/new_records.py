"""New records as somebody described them, in a terminal or in a form on the web."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from atlas.editing.drafts.ids import shorten
from atlas.editing.drafts.planned_dates import read_moment, split_dates
from atlas.i18n.normalize import fold
from atlas.lookup.municipal_names import find_town
from atlas.model.vocabulary import ActorType

Texts = Mapping[str, str]
"""A text per language."""

_LONGEST_NAME = 40
"""Letters of what an id of a source is made of."""


@dataclass(frozen=True)
class NewRecord:
    """A record that is not there yet. Without an `id`, it gets one made of its names."""

    folder: ClassVar[str]

    id: str = field(default="", kw_only=True)

    def fields(self) -> dict[str, Any]:
        """What its file says, new records in the place of their ids; empty fields are left out."""
        return vars(self)

    def names_for_id(self) -> list[str]:
        """What an id can be made of, likeliest first; nothing if the parties stand for it."""
        return []


@dataclass(frozen=True)
class NewSource(NewRecord):
    """A document."""

    folder = "sources"

    title: str
    language: str
    publisher: str = ""
    url: str = ""
    published: str = ""
    accessed: str = ""

    def fields(self) -> dict[str, Any]:
        """The same, the title in the language of the document."""
        return {**vars(self), "title": {"lang": self.language, "text": self.title}}

    def names_for_id(self) -> list[str]:
        """Publisher and title, cut short, or the title."""
        is_said = fold(self.title).startswith(fold(self.publisher))
        publisher = "" if is_said else shorten(self.publisher, _LONGEST_NAME)
        title = shorten(self.title, _LONGEST_NAME - len(publisher))
        return [" ".join(filter(None, (publisher, title))), self.title]


@dataclass(frozen=True)
class NewNamedRecord(NewRecord):
    """What has a name."""

    names: Texts

    def names_for_id(self) -> list[str]:
        """The names."""
        return [*self.names.values()]


@dataclass(frozen=True)
class NewPoint:
    """Where a place lies, in degrees, and the id or the answers of the source that says so."""

    lat: str
    lon: str
    source: str | NewSource


@dataclass(frozen=True)
class NewPlace(NewNamedRecord):
    """A place. `countries` are ISO 3166-1 codes."""

    folder = "places"

    countries: tuple[str, ...]
    type: str = "municipality"
    coordinates: NewPoint | None = None
    geonames: str = ""
    sources: tuple[str | NewSource, ...] = ()

    def fields(self) -> dict[str, Any]:
        """The same, as records write it."""
        point = self.coordinates and {**vars(self.coordinates), "exactness": "approximate"}
        return {**vars(self), "coordinates": point, "sources": _cite(self.sources)}


@dataclass(frozen=True)
class NewActor(NewNamedRecord):
    """An organisation. `seat` is a place's id, or a new place."""

    folder = "actors"

    sources: tuple[str | NewSource, ...]
    type: str = ActorType.LOCAL_GOVERNMENT
    kind: str = ""
    seat: str | NewPlace = ""
    countries: tuple[str, ...] = ()

    def fields(self) -> dict[str, Any]:
        """The same; a local government speaks for its seat."""
        territory = [self.seat] if self.seat and self.type == ActorType.LOCAL_GOVERNMENT else []
        cited = _cite(self.sources)
        return {"seat": self.seat, **vars(self), "territory": territory, "sources": cited}

    def names_for_id(self) -> list[str]:
        """The names; before them those of its town, by which most records of towns go."""
        towns: list[str] = []
        if isinstance(self.seat, NewPlace) and self.type == ActorType.LOCAL_GOVERNMENT:
            towns = self.seat.names_for_id()
        elif self.type in {ActorType.LOCAL_GOVERNMENT, ActorType.UNKNOWN}:
            towns = [find_town(name) for name in self.names.values()]
        return [*towns, *self.names.values()]


@dataclass(frozen=True)
class NewTheme(NewNamedRecord):
    """A subject."""

    folder = "themes"

    description: Texts

    def fields(self) -> dict[str, Any]:
        """The same; its texts are originals."""
        return {**vars(self), "translations": _originals(self.names, self.description)}


@dataclass(frozen=True)
class NewParty:
    """Who takes part: an actor's id, or a new actor."""

    actor: str | NewActor
    roles: tuple[str, ...] = ("partner",)
    side: str = ""


@dataclass(frozen=True)
class NewAgreement:
    """What was signed or decided, and when if that is known."""

    instrument: Texts
    signed: str = ""
    decided: str = ""

    def fields(self) -> dict[str, Any]:
        """The same, as records write it."""
        moments = {"signed": read_moment(self.signed), "decided": read_moment(self.decided)}
        return {"instrument": self.instrument, **moments}


@dataclass(frozen=True)
class NewCooperation(NewRecord):
    """A cooperation. `day` is the day of the answers: 2026-11-21.

    `as_of`, `start` and `end` are dates as records write them; a start or an end may be still to
    come, or a moment such as `{latest: 1990}`. The first of `sources` is that of each statement.
    """

    folder = "cooperations"

    title: Texts
    form: str
    summary: Texts
    parties: tuple[NewParty, ...]
    status: str
    evidence: Texts
    sources: tuple[str | NewSource, ...]
    day: str
    form_as_stated: Texts = field(default_factory=dict)
    agreement: NewAgreement | None = None
    as_of: str = ""
    start: str = ""
    end: str = ""
    themes: tuple[str, ...] = ()
    parties_open: bool = False

    @property
    def dates(self) -> dict[str, str]:
        """The field of that name: the start and the end, come or planned."""
        return split_dates(self.start, self.end, self.status, self.day)

    def fields(self) -> dict[str, Any]:
        """The same, as records write it."""
        source = self.sources[0]
        status = {"code": self.status, "as_of": self.as_of, "evidence": self.evidence}
        return {
            "sources": _cite(self.sources),
            "title": self.title,
            "form": self.form,
            "form_as_stated": [
                {"lang": language, "text": text, "source": source}
                for language, text in self.form_as_stated.items()
            ],
            "summary": self.summary,
            "parties": [drop_empty(vars(party)) for party in self.parties],
            "parties_open": "true" if self.parties_open else "",
            "agreements": [
                drop_empty({**each.fields(), "source": source}) for each in [self.agreement] if each
            ],
            "dates": {name: read_moment(text) for name, text in self.dates.items()},
            "status": drop_empty({**status, "source": source}),
            "themes": self.themes,
            "review": {"last_verified": self.day},
            "translations": _originals(self.title, self.summary, self.evidence),
        }


def drop_empty(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Without the fields that say nothing."""
    return {name: value for name, value in fields.items() if value}


def _cite(sources: Iterable[str | NewSource]) -> list[dict[str, str | NewSource]]:
    return [{"source": source} for source in sources]


def _originals(*texts: Texts) -> dict[str, str]:
    return {language: "original" for each in texts for language in each}
