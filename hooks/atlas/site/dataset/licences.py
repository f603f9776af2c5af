"""Under which licences what a file holds may be used: ours, and those of the registers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from atlas.model.registers import Register
from atlas.model.vocabulary import Tier
from atlas.model.vocabulary.registers import OWN_LICENCE, Licence


def list_licences(tiers: Iterable[Tier], registers: Mapping[str, Register]) -> list[Licence]:
    """Those of all that these tiers hold, our own first."""
    tiers = set(tiers)
    own = {OWN_LICENCE} if Tier.RESEARCHED in tiers else set()
    listed = {one.licence for one in registers.values()} if Tier.LISTED in tiers else set()
    return [*own, *sorted(listed - own)]
