"""What is said of a map in words: what it shows, for who does not see it, and what it cannot draw.

Cooperations and what registers list are each said in a sentence of their own.
"""

from __future__ import annotations

from collections.abc import Collection

from atlas.graph.scene import Scene
from atlas.maps import legend_of_time
from atlas.maps.layout import drawn_as_lines, is_listed_alone, listed_lines
from atlas.pages import map_time
from atlas.pages.page import PageContext
from atlas.pages.tallies import COUNTED_STATES

MOST_NAMES = 20
"""So many places a map names; nobody listens to a description with hundreds of names."""


def describe(context: PageContext, scene: Scene) -> str:
    """The names of the places of cooperations, or else of the countries; then those of what is
    listed. Of many places, how many there are. Last how the cooperations stand, unless all are
    ongoing."""
    edition, said = context.edition, []
    researched = [pin.place for pin in scene.pins if not is_listed_alone(pin)]
    listed = [pin for pin in scene.pins if pin.listed]
    if researched or not listed:
        countries = (edition.country(code).name.text for code in scene.countries)
        named = _name_places(context, researched) or edition.language.listing(countries)
        said.append(context._("Shown on the map: {names}.").format(names=named))
    if listed:
        pairs = {pair for pin in listed for pair in pin.listed}
        ties = edition.ngettext("{n} listed tie", "{n} listed ties", len(pairs))
        names = _name_places(context, [pin.place for pin in listed])
        sentence = context._("Listed, not checked: {ties}; on the map: {names}.")
        said.append(sentence.format(ties=ties, names=names))
    cooperations = legend_of_time.count_cooperations(scene)
    if states := map_time.say_states(context, cooperations, COUNTED_STATES):
        said.append(context._("Of the cooperations: {states}.").format(states=states))
    return " ".join(said)


def names_on_map(context: PageContext, scene: Scene) -> dict[str, str]:
    """The names that a map may bear, by the ids of their places: those of cooperations, unless they
    are too many, and of the others those with most that is listed."""
    researched = [pin.place for pin in scene.pins if not is_listed_alone(pin)]
    listed = sorted(filter(is_listed_alone, scene.pins), key=lambda pin: -len(pin.listed))
    foremost = [pin.place for pin in listed[:MOST_NAMES]]
    places = foremost if len(researched) > MOST_NAMES else [*researched, *foremost]
    return _names(context, places)


def say_drawn(context: PageContext, scene: Scene, total: int, pairs: int) -> str:
    """How many of `total` cooperations and, apart from them, of `pairs` that are listed are lines
    on the map; nothing if all are."""
    said = [_say_researched(context, scene, total), _say_listed(context, scene, pairs)]
    return " ".join(filter(None, said))


def _say_listed(context: PageContext, scene: Scene, pairs: int) -> str:
    lines = len(listed_lines(scene))
    if lines >= pairs:
        return ""
    language = context.edition.language
    phrase = language.catalogue.ngettext(
        "{n} of {total} listed ties can be drawn as a line.",
        "{n} of {total} listed ties can be drawn as a line.",
        lines,
    )
    return phrase.format(n=language.number(lines), total=language.number(pairs))


def _say_researched(context: PageContext, scene: Scene, total: int) -> str:
    lines = len(drawn_as_lines(scene))
    if lines >= total:
        return ""
    if not lines:
        return context.edition.ngettext(
            "The cooperation cannot be drawn as a line: see the list.",
            "None of the {n} records can be drawn as a line: see the list.",
            total,
        )
    language = context.edition.language
    phrase = language.catalogue.ngettext(
        "{n} of {total} records can be drawn as a line: the list has the others.",
        "{n} of {total} records can be drawn as a line: the list has the others.",
        lines,
    )
    return phrase.format(n=language.number(lines), total=language.number(total))


def _name_places(context: PageContext, places: Collection[str]) -> str:
    if len(places) > MOST_NAMES:
        return context.edition.ngettext("{n} place", "{n} places", len(places))
    return context.edition.language.listing(_names(context, places).values())


def _names(context: PageContext, places: Collection[str]) -> dict[str, str]:
    return {id_: context.edition.place(id_).name.text for id_ in places}
