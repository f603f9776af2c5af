"""A cooperation, and the pieces that only it is made of."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Discriminator, Field, Tag

from atlas.model.parts import Citation, Moment, Note, Part, Statement, several
from atlas.model.records import Record
from atlas.model.scalars import (
    ActorId,
    Amount,
    CooperationId,
    Country,
    Currency,
    Day,
    Edtf,
    Goal,
    Line,
    Percent,
    PlaceId,
    Proses,
    Sector,
    Side,
    SourceId,
    Target,
    Texts,
    ThemeId,
    Truth,
)
from atlas.model.vocabulary import (
    AssignedBy,
    BudgetPer,
    ClaimField,
    Form,
    Rank,
    Relation,
    Role,
    Status,
    TransactionType,
)

REVIEW_EVERY = 2
"""Years after which a record is due for review, where it does not say when itself."""


class Party(Part):
    """An actor in a cooperation, with its roles and its own dates.

    An actor that left and came back has an entry for each time.
    """

    actor: ActorId = Field(description="The actor: the name of a file in data/actors.")
    roles: list[Role] = Field(min_length=1, description="What it does in the cooperation.")
    side: Side | None = Field(
        None, description="Parties with the same letter stand on the same side of the tie."
    )
    since: Moment | None = Field(None, description="When it joined, if not at the start.")
    until: Moment | None = Field(None, description="When it left, if not at the end.")
    succeeds: ActorId | None = Field(
        None, description="The party whose place it took here, where a source says so."
    )
    as_stated: Statement | None = Field(None, description="How the source names it here.")
    note: Proses | None = Field(None, description="A remark on its part.")
    source: SourceId | None = Field(None, description="The source that names it.")


class Agreement(Part):
    """A document that was signed, or a formal decision."""

    instrument: Texts = Field(description="What was signed or decided, per language.")
    as_stated: Statement | None = Field(None, description="How the source names the document.")
    signed: Moment | None = Field(None, description="When the parties signed it.")
    decided: Moment | None = Field(
        None,
        description="When a council or another body decided on it or approved it: that is no"
        " signature, and no start.",
    )
    signed_at: PlaceId | None = Field(None, description="The place of signature.")
    source: SourceId | None = Field(None, description="The source that speaks of it.")


class EarlierForm(Part):
    """A form that the cooperation had before the one it has now."""

    form: Form = Field(description="The atlas's form that came nearest to it then.")
    as_stated: Statement | None = Field(None, description="The source's own word for it.")
    since: Moment | None = Field(None, description="When it took this form.")
    until: Moment | None = Field(None, description="When it took the next one.")
    source: SourceId | None = Field(None, description="The source that says so.")


class Dates(Part):
    """IATI's four activity dates. Leave out what the source does not say."""

    planned_start: Moment | None = Field(None, description="When it was to begin.")
    actual_start: Moment | None = Field(None, description="When it began.")
    planned_end: Moment | None = Field(None, description="When it was to end.")
    actual_end: Moment | None = Field(None, description="When it ended.")
    as_stated: Statement | None = Field(None, description="The source's own words for when.")


class StatusEvidence(Part):
    """Where the cooperation stood, when, and how we know."""

    code: Status = Field(description="Where it stood.")
    as_of: Edtf | None = Field(None, description="The date of the evidence.")
    evidence: Texts = Field(description="What shows it.")
    since: Moment | None = Field(
        None,
        description="Since when it has been suspended or dormant. An end stands in dates.",
    )
    reason: Proses | None = Field(
        None, description="Why it was suspended, cancelled or ended, as a source says."
    )
    source: SourceId | None = Field(None, description="The source of the evidence.")


class ThemeLink(Part):
    """A theme, and who chose it."""

    theme: ThemeId = Field(description="The theme: the name of a file in data/themes.")
    assigned_by: AssignedBy = Field(description="Who made the choice: the source, or the editor.")
    source: SourceId | None = Field(None, description="The source that names the theme.")


ThemeChoice = Annotated[
    Annotated[ThemeId, Tag("id")] | Annotated[ThemeLink, Tag("link")],
    Discriminator(lambda value: "link" if isinstance(value, dict | ThemeLink) else "id"),
]
"""A theme alone is the choice of the editors."""


class GoalLink(Part):
    """A Sustainable Development Goal, and who chose it."""

    goal: Goal = Field(description="The number of the goal, from 1 to 17.")
    target: Target | None = Field(
        None, description="The number of a target of that goal, such as 4.7."
    )
    assigned_by: AssignedBy = Field(description="Who made the choice: the source, or the editor.")
    source: SourceId | None = Field(None, description="The source that names the goal.")


class SectorLink(Part):
    """An OECD DAC 5-digit sector code, and who chose it."""

    code: Sector = Field(description="A code of five digits, such as 12220.")
    assigned_by: AssignedBy = Field(description="Who made the choice: the source, or the editor.")
    source: SourceId | None = Field(None, description="The source that names the sector.")


class FunderShare(Part):
    """What one funder gives of a budget: a share in percent, an amount, or both."""

    actor: ActorId = Field(description="The funder: the name of a file in data/actors.")
    percent: Percent | None = Field(None, description="Its share of the budget, in percent.")
    amount: Amount | None = Field(
        None, description="What it gives, in the currency of the budget: digits only."
    )
    source: SourceId | None = Field(None, description="The source that says so.")


class Budget(Part):
    """An amount of money that is planned or foreseen, for all of it or for a period."""

    amount: Amount = Field(description="Digits only: 35000, not 35.000 or 35 000.")
    currency: Currency = Field(description="An ISO 4217 code, such as EUR.")
    approximate: Truth = Field(
        False, description="true if the source says that it is about as much."
    )
    per: BudgetPer = Field(
        BudgetPer.TOTAL,
        description="What the amount is for: all of it, each partnership, each year, one period.",
    )
    period_start: Edtf | None = Field(None, description="When the period it is for begins.")
    period_end: Edtf | None = Field(None, description="When the period it is for ends.")
    value_date: Edtf | None = Field(
        None, description="The date by which the amount would be changed into other currencies."
    )
    shares: list[FunderShare] = several("What each funder gives of it.")
    as_stated: Statement | None = Field(None, description="The source's own words for the amount.")
    note: Texts | None = Field(None, description="What the amount covers.")
    source: SourceId | None = Field(None, description="The source of the amount.")


class Transaction(Part):
    """Money that was promised or that moved."""

    type: TransactionType = Field(description="What happened to the money.")
    date: Edtf = Field(description="When it happened.")
    amount: Amount = Field(description="Digits only: 35000, not 35.000 or 35 000.")
    currency: Currency = Field(description="An ISO 4217 code, such as EUR.")
    value_date: Edtf | None = Field(
        None, description="The date by which the amount would be changed into other currencies."
    )
    provider: ActorId | None = Field(None, description="Who gives the money.")
    receiver: ActorId | None = Field(None, description="Who gets the money.")
    as_stated: Statement | None = Field(None, description="The source's own words for it.")
    note: Texts | None = Field(None, description="What it was for.")
    source: SourceId | None = Field(None, description="The source of the amount.")


class OfficeHolder(Part):
    """Someone who acted in a public office. No one else is named in the atlas."""

    name: Line = Field(description="The name of the person, as the source gives it.")
    office: Texts = Field(description="The office, per language.")
    actor: ActorId = Field(description="The actor that they held the office of.")
    acted: Texts | None = Field(None, description="What the source says they did here.")
    source: SourceId | None = Field(None, description="The source that names them.")


class Link(Part):
    """A tie from this cooperation to another."""

    relation: Relation = Field(description="How the two belong together.")
    cooperation: CooperationId = Field(
        description="The other one: the name of a file in data/cooperations."
    )
    note: Texts | None = Field(None, description="What ties them.")


class Claim(Part):
    """What one source says of one field, kept beside what others say."""

    field: ClaimField = Field(description="The field it is about, such as dates.actual_start.")
    text: Proses = Field(description="What the source says, in our words.")
    as_stated: Statement | None = Field(None, description="The source's own words.")
    source: SourceId = Field(description="The source that says it.")
    as_of: Edtf | None = Field(None, description="The moment the claim speaks of.")
    rank: Rank = Field(
        Rank.NORMAL,
        description="Whether the record follows the claim: preferred, normal or deprecated.",
    )


class Review(Part):
    """When someone last checked the record against its sources."""

    last_verified: Day
    due: Day | None = Field(None, description="The day by which it should be looked at again.")


class Cooperation(Record):
    """One cooperation: a tie between parties, or a joint undertaking."""

    folder: ClassVar[str] = "cooperations"

    title: Texts = Field(description="Its title in the atlas, per language.")
    title_as_stated: Statement | None = Field(None, description="The source's own title for it.")
    form: Form = Field(
        description="The atlas's form that comes nearest to what the source calls it."
    )
    form_as_stated: list[Statement] = several("The sources' own words for the form.")
    earlier_forms: list[EarlierForm] = several("The forms it had before, the first one first.")
    summary: Proses = Field(description="What it is, in one to three sentences per language.")
    parties: list[Party] = Field(min_length=1, description="Who takes part.")
    parties_open: Truth = Field(
        False, description="true if the source leaves the list of parties open or unnamed."
    )
    agreements: list[Agreement] = several("What was signed, or formally decided.")
    dates: Dates | None = Field(None, description="When it was to begin and end, and when it did.")
    status: StatusEvidence = Field(description="Where it stood, on which day, and what shows it.")
    locations: list[PlaceId] = several("Where it takes place, apart from the parties.")
    countries: list[Country] = several("Countries it concerns beyond its parties'.")
    themes: list[ThemeChoice] = several(
        "What it is about; with who chose the theme, where that was not the editors."
    )
    domains_as_stated: list[Statement] = several("The sources' own words for what it is about.")
    objectives: list[Texts] = several("What it is meant to achieve, one line each.")
    activities: list[Texts] = several("What is done in it, one line each.")
    methods: list[Texts] = several("How the work is done, one line each.")
    results: list[Texts] = several("What came of it, one line each.")
    dac_sectors: list[SectorLink] = several(
        "OECD DAC sectors that it belongs to, and who chose them."
    )
    goals: list[GoalLink] = several("Sustainable Development Goals it serves, and who chose them.")
    budget: list[Budget] = several("The money in it, as the sources give it.")
    transactions: list[Transaction] = several("What was promised, paid or spent, and when.")
    office_holders: list[OfficeHolder] = several("Holders of a public office who acted in it.")
    part_of: CooperationId | None = Field(None, description="The cooperation it is a part of.")
    related: list[Link] = several("Ties to other cooperations.")
    claims: list[Claim] = several("What single sources say of single fields.")
    notes: list[Note] = several("Remarks of the atlas on its sources.")
    sources: list[Citation] = Field(min_length=1, description="The sources it rests on.")
    review: Review = Field(description="When it was last checked against its sources.")

    @property
    def theme_links(self) -> list[ThemeLink]:
        """Its themes, each with who chose it."""
        return [
            one
            if isinstance(one, ThemeLink)
            else ThemeLink(theme=one, assigned_by=AssignedBy.EDITOR)
            for one in self.themes
        ]

    @property
    def theme_ids(self) -> list[str]:
        """The ids of its themes, in the record's order."""
        return [one.theme if isinstance(one, ThemeLink) else one for one in self.themes]


def review_due(record: Cooperation) -> date:
    """The day its review is due: the one it names, or some years after the last."""
    verified = record.review.last_verified
    later = verified.replace(year=verified.year + REVIEW_EVERY, day=min(verified.day, 28))
    return record.review.due or later
