"""The lists kept by hand beside the records: ids that were taken out, dead addresses, published
totals."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar
from urllib.parse import urlsplit

from pydantic import Field

from atlas.model import Day, Id, Line, Part
from atlas.model.scalars import Address
from atlas.model.totals import Total
from atlas.model.vocabulary import Removed


class Folder(StrEnum):
    """The folders of the data folder that hold records, as a choice; and the ties of registers."""

    COOPERATIONS = "cooperations"
    ACTORS = "actors"
    PLACES = "places"
    SOURCES = "sources"
    THEMES = "themes"
    TIES = "ties"


class Removal(Part):
    """A record that was taken out. Nothing here says more of it than its address did."""

    folder: Folder = Field(description="The folder its file lay in.")
    id: Id = Field(description="The name its file had, without .yml; of a listed tie, its pair.")
    date: Day = Field(description="The day it was taken out.")
    reason: Removed = Field(description="Why it was taken out; its address says so.")

    @property
    def key(self) -> tuple[str, str]:
        """By what the list is sorted, and in what no two entries are alike."""
        return self.folder, self.id


class Suppression(Part):
    """An address that is known not to answer, and is not reported again."""

    address: Address = Field(
        description="An address in full, or a host (example.org) for all its addresses."
    )
    date: Day = Field(description="The day this was decided.")
    reason: Line = Field(description="Why it is left alone.")

    @property
    def key(self) -> tuple[str, ...]:
        """By what the list is sorted, and in what no two entries are alike."""
        return (self.address,)

    def covers(self, address: str) -> bool:
        """Whether the web address `address` is left alone by this."""
        return self.address in {address, urlsplit(address).hostname}


class Ledger(Part):
    """A file with one list; its name, without `.yml`, is `name`."""

    name: ClassVar[str]


class RemovedRecords(Ledger):
    """`data/removed.yml`: ids that never come back."""

    name: ClassVar[str] = "removed"

    records: list[Removal] = Field(description="Sorted by folder, then id.")


class DeadLinks(Ledger):
    """`data/dead-links.yml`: addresses that `atlas upkeep` does not report."""

    name: ClassVar[str] = "dead-links"

    links: list[Suppression] = Field(description="Sorted by address.")


class PublishedTotals(Ledger):
    """`data/totals.yml`: how much there is of what the atlas gathers, as others count it."""

    name: ClassVar[str] = "totals"

    totals: list[Total] = Field(description="Sorted by country.")


KINDS: tuple[type[Ledger], ...] = (RemovedRecords, DeadLinks, PublishedTotals)
"""Every ledger; a data folder may lack any of them."""


@dataclass(frozen=True, slots=True)
class Ledgers:
    """What the ledgers of a data folder hold."""

    removed: tuple[Removal, ...] = ()
    dead_links: tuple[Suppression, ...] = ()
    totals: tuple[Total, ...] = ()
