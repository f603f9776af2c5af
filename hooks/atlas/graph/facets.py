"""What cooperations, and the ties that registers list, are sorted by and searched for: each facet,
its values, their names and order.

The filters of the list of cooperations, the search and the lists take their facets from here alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR

from atlas.graph.beginnings import decade_of, start_of
from atlas.graph.edition import Edition, Text
from atlas.graph.listed import ListedPair
from atlas.graph.relate import Atlas
from atlas.i18n.normalize import sort_key
from atlas.model import Moment, iso_codes
from atlas.model.vocabulary import N_, ActorType, Form, State, Status, Tier
from atlas.model.vocabulary.registers import StatedBy

UNDATED = "undated"
"""The decade of a cooperation whose start is not recorded, or may lie in one of several."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing that cooperations are told apart by.

    `id` stands in addresses and in the search index; neither it nor a value depends on a language.
    `values` gives those of a cooperation, each once, `of_listed` those of a pair that registers
    list, and `name` what one is called. `rank` is a value's place, from 1, in an order that no
    language changes; without it readers find values by their names. `unrecorded` is the value where
    nothing is recorded, for which nobody searches. `heading` stands above the list of all values,
    if there is one; `path` gives the address of a value's page under the language's root. What is
    not `searched` by filters the list of cooperations alone.
    """

    id: str
    label: str
    values: Callable[[Atlas, str], Sequence[str]]
    name: Callable[[Edition, str], Text]
    rank: Callable[[str], int] | None = None
    unrecorded: str = ""
    heading: str = ""
    path: Callable[[str], str] = lambda value: ""
    searched: bool = True
    of_listed: Callable[[Atlas, ListedPair], Sequence[str]] = lambda atlas, pair: ()

    def in_any_language(self, values: Iterable[str]) -> list[str]:
        """The values in the order of the data, which is the same in every language."""
        return sorted(values, key=lambda value: (self.rank(value) if self.rank else 0, value))

    def in_order(self, edition: Edition, values: Iterable[str]) -> list[str]:
        """The values in the order in which readers of this edition find them."""
        if self.rank:
            return self.in_any_language(values)
        return sorted(values, key=lambda value: (sort_key(self.name(edition, value).text), value))

    def groups(self, edition: Edition) -> dict[str, tuple[str, ...]]:
        """Every value that occurs, in the order of readers, with the ids of its cooperations."""
        found: dict[str, list[str]] = {}
        for id_ in edition.atlas.records.cooperations:
            for value in self.values(edition.atlas, id_):
                found.setdefault(value, []).append(id_)
        return {value: tuple(found[value]) for value in self.in_order(edition, found)}

    def search_values(self, values: Iterable[str]) -> list[str]:
        """The values as the search index and its addresses have them, in the order given."""
        return [value.lower() for value in values if value != self.unrecorded]

    def count_listed(self, atlas: Atlas) -> Counter[str]:
        """How many pairs that nobody has researched have each value."""
        pairs = atlas.listed.pairs
        return Counter(
            value
            for id_ in atlas.listed.unresearched
            for value in self.of_listed(atlas, pairs[id_])
        )


def _rank_in(words: Iterable[str]) -> Callable[[str], int]:
    return {str(word): at for at, word in enumerate(words, 1)}.__getitem__


def _countries_of_pair(atlas: Atlas, pair: ListedPair) -> list[str]:
    places = atlas.records.places
    return iso_codes.with_states({*places[pair.a].countries, *places[pair.b].countries})


def _decade(atlas: Atlas, id_: str) -> list[str]:
    return _decade_of(start_of(atlas.records.cooperations[id_]))


def _decade_of(start: Moment | None) -> list[str]:
    return [str(decade_of(start) or UNDATED)]


def _decade_name(edition: Edition, value: str) -> Text:
    gettext = edition.language.gettext
    if value == UNDATED:
        return edition.own(gettext("decade not known"))
    return edition.own(gettext("{decade}s").format(decade=value))


def _partner_types(atlas: Atlas, id_: str) -> list[str]:
    """What the parties are to each other. One that stands alone has no recorded partner."""
    actors = {party.actor for party in atlas.records.cooperations[id_].parties}
    if len(actors) < 2:
        return [ActorType.UNKNOWN.value]
    return sorted({atlas.records.actors[actor].type.value for actor in actors})


def _witnesses(atlas: Atlas, id_: str) -> list[ListedPair]:
    """The listed pairs that speak of the same tie as a cooperation."""
    return [atlas.listed.pairs[pair] for pair in atlas.listed.by_cooperation.get(id_, ())]


def _registers(pairs: Iterable[ListedPair]) -> list[str]:
    return sorted({tie.source for pair in pairs for tie in pair.ties})


def _who_states(pairs: Iterable[ListedPair]) -> list[str]:
    """`A` stands for one side, whichever it is."""
    found = {_who_states_pair(pair).value for pair in pairs}
    return [min(found, key=_STATED)] if found else []


def _who_states_pair(pair: ListedPair) -> StatedBy:
    if pair.is_stated_by_both:
        return StatedBy.BOTH
    alone = all(tie.stated_by is StatedBy.REGISTER for tie in pair.ties)
    return StatedBy.REGISTER if alone else StatedBy.A


_STATED = _rank_in((StatedBy.BOTH, StatedBy.A, StatedBy.REGISTER))

COUNTRY = Facet(
    "country",
    N_("Country"),
    lambda atlas, id_: iso_codes.with_states(atlas.countries_of[id_]),
    lambda edition, code: edition.country(code).name,
    heading=N_("Countries"),
    path=lambda code: f"countries/{code.lower()}/",
    of_listed=_countries_of_pair,
)
THEME = Facet(
    "theme",
    N_("Theme"),
    lambda atlas, id_: atlas.records.cooperations[id_].theme_ids,
    lambda edition, id_: edition.theme(id_).name,
    heading=N_("Themes"),
    path=lambda id_: f"themes/{id_}/",
)
GOAL = Facet(
    "goal",
    N_("Goal"),
    lambda atlas, id_: [str(link.goal) for link in atlas.records.cooperations[id_].goals],
    lambda edition, number: edition.goal(int(number)).name,
    rank=int,
    heading=N_("Goals"),
    path=lambda number: f"goals/{number}/",
    searched=False,
)
FORM = Facet(
    "form",
    N_("Type"),
    lambda atlas, id_: [atlas.records.cooperations[id_].form.value],
    lambda edition, form: edition.own(edition.label(Form(form))),
    rank=_rank_in(Form),
    heading=N_("Type"),
    path=lambda form: f"explore/{form}/",
    of_listed=lambda atlas, pair: [pair.form.value] if pair.form else [],
)
STATUS = Facet(
    "status",
    N_("Status"),
    lambda atlas, id_: [atlas.records.cooperations[id_].status.code.value],
    lambda edition, code: edition.own(edition.label(Status(code))),
    rank=_rank_in(Status),
    of_listed=lambda atlas, pair: [Status.UNKNOWN.value],
)
STATE = Facet(
    "state",
    N_("Now or ever"),
    lambda atlas, id_: [atlas.records.cooperations[id_].status.code.state.value],
    lambda edition, state: edition.own(edition.label(State(state))),
    rank=_rank_in(State),
    searched=False,
    of_listed=lambda atlas, pair: [pair.state.value],
)
DECADE = Facet(
    "decade",
    N_("Started in"),
    _decade,
    _decade_name,
    rank=lambda value: MAXYEAR if value == UNDATED else int(value),
    unrecorded=UNDATED,
    heading=N_("Started in"),
    path=lambda value: f"explore/{value if value == UNDATED else f'{value}s'}/",
    of_listed=lambda atlas, pair: _decade_of(pair.start),
)
PARTNER = Facet(
    "partner",
    N_("Type of partner"),
    _partner_types,
    lambda edition, type_: edition.own(edition.label(ActorType(type_))),
    rank=_rank_in(ActorType),
    unrecorded=ActorType.UNKNOWN.value,
    searched=False,
)

EVIDENCE = Facet(
    "evidence",
    N_("Evidence"),
    lambda atlas, id_: [Tier.RESEARCHED],
    lambda edition, tier: edition.own(edition.label(Tier(tier))),
    rank=_rank_in(Tier),
    searched=False,
    of_listed=lambda atlas, pair: [Tier.LISTED],
)
REGISTER = Facet(
    "register",
    N_("Register"),
    lambda atlas, id_: _registers(_witnesses(atlas, id_)),
    lambda edition, id_: edition.source(id_).name,
    searched=False,
    of_listed=lambda atlas, pair: _registers([pair]),
)
STATED = Facet(
    "stated",
    N_("Who states it"),
    lambda atlas, id_: _who_states(_witnesses(atlas, id_)),
    lambda edition, who: edition.own(edition.label(StatedBy(who))),
    rank=_STATED,
    searched=False,
    of_listed=lambda atlas, pair: _who_states([pair]),
)

OF_REGISTERS = (EVIDENCE, REGISTER, STATED)
"""The facets that tell something apart only where registers list ties."""

FACETS = (COUNTRY, THEME, GOAL, FORM, STATE, STATUS, DECADE, PARTNER, *OF_REGISTERS)
"""Every facet, in the order in which the list of cooperations and the search offer them."""


def in_use(atlas: Atlas) -> list[Facet]:
    """The facets by which what is in this atlas can be told apart."""
    is_any_listed = bool(atlas.listed.unresearched)
    return [one for one in FACETS if is_any_listed or one not in OF_REGISTERS]
