"""All that a register says of each pair of places, of old and of new rows."""

from __future__ import annotations

from collections.abc import Mapping

from atlas.files.register_tables import PLACES, TIES
from atlas.imports import dates, new_ids, pair_statements
from atlas.imports.existing import Existing
from atlas.imports.found_places import FoundPlaces
from atlas.imports.judged_rows import JudgedRows, refuse
from atlas.imports.pair_statements import Pair, PairStatements
from atlas.model.vocabulary.registers import Refusal


class ListedPairs:
    """What is `said` of every pair; nothing of one that was taken out of the atlas."""

    def __init__(self, existing: Existing, renamed: Mapping[str, str], form: str) -> None:
        """Begin with what the register has; `renamed` are places that turned out to be others."""
        self.said: dict[Pair, PairStatements] = {}
        self._removed = existing.removed
        rows = existing.rows
        self._ids = {
            (cells["a"], cells["b"]): id_
            for id_, cells in rows.ties.items()
            if renamed.keys().isdisjoint((cells["a"], cells["b"]))
        }
        self._taken = {*self._ids.values()}
        self._listed: set[Pair] = set()
        for id_, cells in rows.ties.items():
            first = [rows.first[id_]] if id_ in rows.first else []
            one, other = (renamed.get(cells[end], cells[end]) for end in "ab")
            if self._find_refusal(one, other) is None:
                self._add(one, other, pair_statements.read_cells(cells, first, form))

    def name(self, pair: Pair) -> str:
        """The id of a pair: the one it has, else one made of its places' that no other has."""
        if pair not in self._ids:
            id_ = new_ids.name_pair(*pair)
            is_taken = id_ in self._taken
            self._ids[pair] = new_ids.name_pair(*pair, in_full=False) if is_taken else id_
            self._taken.add(self._ids[pair])
        return self._ids[pair]

    def add_rows(self, judged: JudgedRows, places: FoundPlaces, as_of: str) -> int:
        """Add what rows say; gives how many of them speak of a pair that another does.

        Rows of one place, or of what was taken out, go to those that are refused.
        """
        taken = 0
        for row, a, b in judged.rows:
            one, other = places.ids[a], places.ids[b]
            if refusal := self._find_refusal(one, other):
                judged.refused.append(refuse(row, refusal))
                continue
            taken += 1
            self._listed.add(self._add(one, other, pair_statements.read_row(row, as_of)))
        return taken - len(self._listed)

    def find_gone(self, as_of: str) -> list[str]:
        """The ids of pairs that earlier imports found and this one did not, of places it names.

        Of other places it says nothing: an import may read the list of one country alone.
        """
        named = {id_ for pair in self._listed for id_ in pair}
        return sorted(
            self.name(pair)
            for pair, said in self.said.items()
            if pair not in self._listed
            and not named.isdisjoint(pair)
            and dates.date_key(said.as_of) < dates.date_key(as_of)
        )

    def _add(self, one: str, other: str, said: PairStatements) -> Pair:
        pair = min(one, other), max(one, other)
        turned = said if one < other else pair_statements.turn(said)
        known = self.said.get(pair)
        self.said[pair] = known.unite(turned) if known else turned
        return pair

    def _find_refusal(self, one: str, other: str) -> Refusal | None:
        """Why there can be no tie of two places, if there can be none."""
        if one == other:
            return Refusal.SAME_PLACE
        id_ = self.name((min(one, other), max(one, other)))
        keys = {(PLACES, one), (PLACES, other), (TIES, id_)}
        return None if keys.isdisjoint(self._removed) else Refusal.REMOVED
