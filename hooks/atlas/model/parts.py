"""Pieces that records of several kinds are made of: quotations, moments, notes, citations."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from atlas.model.scalars import Edtf, Language, Line, Proses, SourceId, Texts
from atlas.model.vocabulary import NoteKind


def several(description: str) -> Any:
    """A list that may be left out; made anew, for a default is copied, and copying takes long."""
    return Field(default_factory=list, description=description)


class Part(BaseModel):
    """A piece of a record; keys it does not name are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Statement(Part):
    """Words quoted from a source, in the source's language and spelling."""

    lang: Language = Field(description="The language of the words.")
    text: Line = Field(description="The words as they stand in the source.")
    gloss: Texts | None = Field(
        None, description="What the words say, for readers of other languages."
    )
    source: SourceId | None = Field(
        None, description="The source; needed where a record has several."
    )


class Between(Part):
    """A moment known only to lie between two dates, both included."""

    earliest: Edtf
    latest: Edtf


Moment = Annotated[
    Annotated[Edtf, Tag("date")] | Annotated[Between, Tag("between")],
    Discriminator(lambda value: "between" if isinstance(value, dict | Between) else "date"),
]


def first_day(moment: Moment) -> date:
    """The first day a moment may mean."""
    return (moment.earliest if isinstance(moment, Between) else moment).first


def last_day(moment: Moment) -> date:
    """The last day a moment may mean."""
    return (moment.latest if isinstance(moment, Between) else moment).last


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
