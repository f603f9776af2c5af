"""Scenes of places that registers list, made up for tests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from atlas.graph.scene import ListedLine, Pin, Scene, Tie

TOWNS = {
    "genk": (50.965, 5.5),
    "tangier": (35.7595, -5.834),
    "houffalize": (50.13202, 5.78936),
    "turi-ee": (58.80944, 25.42917),
    "gabrovo-bg": (42.8667, 25.3333),
    "saint-denis-re": (-20.8789, 55.4481),
}


def scene(
    pairs: Iterable[tuple[str, str]],
    ties: Iterable[tuple[str, str]] = (),
    towns: Mapping[str, tuple[float, float]] = TOWNS,
    focus: tuple[str, ...] = (),
) -> Scene:
    """These listed pairs, and a twinning for each of the ties, between towns with these points."""
    listed, met = defaultdict(list), defaultdict(list)
    lines = [ListedLine(f"{a}-{b}", a, b) for a, b in sorted(pairs)]
    twinnings = [Tie(f"{a}-{b}", "twinning", a, b) for a, b in sorted(ties)]
    for line in lines:
        for place in (line.a, line.b):
            listed[place].append(line.pair)
    for tie in twinnings:
        for place in (tie.a, tie.b):
            met[place].append(tie.cooperation)
    pins = (
        Pin(id_, *towns[id_], tuple(met[id_]), tuple(listed[id_]))
        for id_ in sorted({*listed, *met})
    )
    return Scene("country-be", tuple(pins), tuple(twinnings), focus, focus, tuple(lines))


def star(count: int, *, far: int = 0) -> Scene:
    """A town in Belgium that a register ties with `count` others around it, and with `far` more all
    over the world."""
    towns = {"hub": (50.9, 4.5)}
    for number in range(count):
        towns[f"near-{number:04}"] = (44 + number % 23 / 2, -4 + number // 23 % 36 / 2)
    for number in range(far):
        towns[f"out-{number:04}"] = (-35 + 3.0 * number, 150 - 9.0 * number)
    return scene([("hub", town) for town in towns if town != "hub"], towns=towns)
