"""One generated cooperation: its form by turns, the rest by chance."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.bench import words

_FORMS = (
    *("twinning",) * 9,
    *("friendship",) * 3,
    *("cooperation-agreement",) * 3,
    *("network",) * 2,
    *("network-membership",) * 2,
    "programme",
)
_STATUSES = ("implementation", "closed", "unknown")
_GOALS = range(1, 18)

Fields = dict[str, Any]


@dataclass
class Towns:
    """The ids that a cooperation may name; `tied` are the pairs that are twinned already."""

    towns: list[str]
    networks: list[str]
    sources: list[str]
    themes: list[str]
    tied: set[tuple[str, frozenset[str]]] = field(default_factory=set)

    def hub(self, chance: Random) -> str:
        """A town; the first are chosen far more often than the last."""
        return self.towns[int(len(self.towns) * chance.random() ** 2)]


def cooperation(chance: Random, at: int, given: Towns) -> Fields:
    """The fields of cooperation number `at`. By turns it names every town, source and theme."""
    form = _FORMS[at % len(_FORMS)]
    source = given.sources[at % len(given.sources)]
    languages = words.LANGUAGES if at % 10 else words.LANGUAGES[:-1]
    start = chance.randint(1950, 2020)
    fields: Fields = {
        "title": words.texts(chance, 6, languages),
        "form": form,
        "summary": words.texts(chance, 40, languages),
        "parties": _parties(chance, at, form, given),
        "dates": _dates(chance, start),
        "status": {
            "code": chance.choice(_STATUSES),
            "as_of": str(chance.randint(2020, 2025)),
            "evidence": words.texts(chance, 8, languages),
        },
        "themes": list(
            dict.fromkeys(
                [given.themes[at % len(given.themes)], *chance.choices(given.themes, k=2)]
            )
        ),
        "objectives": [words.texts(chance, 8, languages) for _ in range(2)],
        **_further(chance, languages, start),
        "sources": [{"source": source, "locator": words.texts(chance, 3, languages)}],
        "review": {"last_verified": f"2026-11-{chance.randint(1, 20):02}"},
        "translations": dict.fromkeys(languages, "human"),
    }
    if fields["dates"] is None:
        del fields["dates"]
    elif "actual_end" in fields["dates"]:
        fields["status"] |= {"code": "closed", "as_of": "2025"}
    return fields


def _parties(chance: Random, at: int, form: str, given: Towns) -> list[Fields]:
    """The towns, and for a network or a membership the network that they belong to."""
    network = given.networks[at // len(_FORMS) % len(given.networks)]
    first = given.towns[at % len(given.towns)]
    if form == "network-membership":
        return [_party(first, "member"), _party(network, "network")]
    if form in ("network", "programme"):
        towns = dict.fromkeys([first, *(given.hub(chance) for _ in range(chance.randint(2, 7)))])
        parties = [_party(town, "partner") for town in towns]
        return [*parties, _party(network, "facilitator")]
    second = given.hub(chance)
    while second == first or (form, frozenset((first, second))) in given.tied:
        second = chance.choice(given.towns)
    given.tied.add((form, frozenset((first, second))))
    return [_party(first, "signatory"), _party(second, "signatory")]


def _party(actor: str, role: str) -> Fields:
    return {"actor": actor, "roles": [role]}


def _dates(chance: Random, start: int) -> Fields | None:
    """A start of some precision, or none; some have an end."""
    month, day = chance.randint(1, 12), chance.randint(1, 28)
    moment = chance.choice(
        (
            None,
            f"{start}",
            f"{start}~",
            f"{start}-{month:02}",
            f"{start}-{month:02}-{day:02}",
            {"earliest": f"{start}", "latest": f"{start + 1}"},
        )
    )
    if moment is None:
        return None
    end = {"actual_end": f"{start + chance.randint(2, 5)}"} if chance.random() < 0.2 else {}
    return {"actual_start": moment, **end}


def _further(chance: Random, languages: tuple[str, ...], start: int) -> Fields:
    """What only some records have: an agreement, goals, sectors, a budget, notes."""
    agreement = {"instrument": words.texts(chance, 4, languages), "signed": f"{start}-05"}
    note = {"kind": "context", "text": words.texts(chance, 20, languages)}
    goals = [{"goal": goal, "assigned_by": "editor"} for goal in chance.sample(_GOALS, 2)]
    budget = {"amount": str(chance.randint(1, 90) * 1000), "currency": "EUR"}
    optional: Fields = {
        "agreements": [agreement],
        "goals": goals,
        "dac_sectors": [{"code": "15112", "assigned_by": "editor"}],
        "budget": [budget],
        "notes": [note],
    }
    return {name: value for name, value in optional.items() if chance.random() < 0.25}
