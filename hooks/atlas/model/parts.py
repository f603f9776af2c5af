"""Pieces that records of several kinds are made of: quotations, moments, notes, citations."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from atlas.model.scalars import Edtf, Gloss, Language, Line, Proses, SourceId, Texts
from atlas.model.vocabulary import NoteKind


def several(description: str) -> Any:
    """A list that may be left out; made anew, for a default is copied, and copying takes long."""
    return Field(default_factory=list, description=description)


class Part(BaseModel):
    """A piece of a record; keys it does not name are refused."""

    # What validates a part is built when it is first used: most are only used inside others.
    model_config = ConfigDict(
        extra="forbid", frozen=True, defer_build=True, arbitrary_types_allowed=True
    )


class Statement(Part):
    """Words quoted from a source, in the source's language and spelling."""

    lang: Language = Field(description="The language of the words.")
    text: Line = Field(description="The words as they stand in the source.")
    gloss: Gloss | None = Field(
        None, description="What the words say, for readers of other languages."
    )
    source: SourceId | None = Field(
        None, description="The source; needed where a record has several."
    )


class Between(Part):
    """A moment known only to lie between two dates, both included; or not after, or not before, the
    one of them that is given."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    earliest: Edtf | None = Field(
        None, description="The first date it may be; left out, it may be any before the latest."
    )
    latest: Edtf | None = Field(
        None, description="The last date it may be; left out, it may be any after the earliest."
    )

    @model_validator(mode="after")
    def _has_an_end(self) -> Self:
        if self.earliest is None and self.latest is None:
            raise PydanticCustomError("no_end", "neither earliest nor latest")
        return self


Moment = Annotated[
    Annotated[Edtf, Tag("date")] | Annotated[Between, Tag("between")],
    Discriminator(lambda value: "between" if isinstance(value, dict | Between) else "date"),
]


def first_day(moment: Moment | None) -> date | None:
    """The first day a moment may mean; None if it is not recorded, or may be however long ago."""
    earliest = moment.earliest if isinstance(moment, Between) else moment
    return earliest.first if earliest is not None else None


def last_day(moment: Moment | None) -> date | None:
    """The last day a moment may mean; None if it is not recorded, or may be however late."""
    latest = moment.latest if isinstance(moment, Between) else moment
    return latest.last if latest is not None else None


def write_edtf(moment: Moment) -> str:
    """A moment in EDTF (ISO 8601-2): one that lies between two dates is one of a set (level 2)."""
    if isinstance(moment, Between):
        return f"[{moment.earliest or ''}..{moment.latest or ''}]"
    return moment.text


def sort_day(moment: Moment) -> date:
    """The day by which a moment stands in an order: its first, or its last if it has no first."""
    return first_day(moment) or last_day(moment) or date.max


class Note(Part):
    """A remark of the atlas on what the source says or leaves out."""

    kind: NoteKind = Field(description="What the remark is: a correction, an ambiguity, a context.")
    text: Proses = Field(description="The remark.")
    as_stated: Statement | None = Field(None, description="The words that the note is about.")
    source: SourceId | None = Field(None, description="The source that the remark is about.")


class Citation(Part):
    """A source that the record rests on, and where in it."""

    source: SourceId = Field(description="The source: the name of a file in data/sources.")
    locator: Texts | None = Field(None, description="Where in the source: a heading, a page.")
