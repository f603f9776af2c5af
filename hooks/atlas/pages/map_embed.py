"""The map that stands above a table, and the list of what it cannot show."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from markupsafe import Markup

from atlas.graph.edition import Ref
from atlas.graph.parties import places_of_actor
from atlas.graph.scene import Scene
from atlas.maps import interactive, legend
from atlas.maps.layout import is_listed_alone, shows_listed
from atlas.pages import map_texts, map_words
from atlas.pages.cooperation_table import Partner, partner
from atlas.pages.map_time import explain_time
from atlas.pages.page import PageContext, sort_by_name
from atlas.pages.pagination import LENGTH

FEW = 500
"""Cooperations and listed ties that an interactive map may have to come unasked."""

NAMES_HELD = 50
"""Names that a page may hold for its map; more of them the map fetches when it starts."""


def draw_map(
    context: PageContext,
    scene: Scene,
    title: str,
    *,
    tabled: Collection[str],
    total: int = 0,
    pairs: int = 0,
) -> Markup:
    """The interactive map of a scene, with its static picture inside; nothing if it is empty.

    Of `total` cooperations and `pairs` that registers list it says how many it draws as a line, if
    it cannot draw all.

    The map takes its texts from the page: from the table of the `tabled` cooperations, and from
    the links written here for what that table does not name, or a file of them if there are many;
    what it says of listed places and pairs, from a file (`map_texts`).
    """
    picture = static_map(context, scene, title)
    if not picture:
        return Markup("")
    context.maps.scenes[scene.name] = scene
    places = _places_beside(context, scene, tabled)
    cooperations = _cooperations_beside(context, scene, tabled)
    names = context.render(
        "map_names.html",
        countries=_countries(context, scene),
        places=places,
        cooperations=cooperations,
    )
    held = len(places) + len(cooperations) <= NAMES_HELD
    file = "" if held else map_texts.names_path(scene, context.edition)
    if file:
        context.maps.names[file] = json.dumps(names, ensure_ascii=False)
    return context.render(
        "map.html",
        element=interactive.element_id(scene),
        scene=scene.name,
        picture=picture,
        title=title,
        legend=explain_lines(context, scene),
        rings=context.maps.still.marks_tiny_countries(scene),
        names="" if file else names,
        names_file=file,
        counted=context.edition.language.counted("{n} cooperation", "{n} cooperations"),
        drawn_of=map_words.say_drawn(context, scene, total, pairs),
        listed=legend.listed_sample() if shows_listed(scene) else "",
        alone=not any(pin.cooperations for pin in scene.pins),
        time=explain_time(context, scene),
        large=_is_large(scene),
        texts=listed_texts(context, map_texts.path(scene, context.edition))
        if shows_listed(scene)
        else None,
    )


def _is_large(scene: Scene) -> bool:
    shown = {id_ for pin in scene.pins for id_ in (*pin.cooperations, *pin.listed)}
    return len(shown) > FEW


def listed_texts(context: PageContext, file: str = "") -> dict[str, object]:
    """What the element of a map says of listed ties (`chart.html`): how they are counted, and the
    `file` with the names of their places, if there is one."""
    language = context.edition.language
    return {"counted": language.counted("{n} listed tie", "{n} listed ties"), "file": file}


def _countries(context: PageContext, scene: Scene) -> list[Ref]:
    """The countries on the map by their names, those first that the page is about."""
    refs = sort_by_name(map(context.edition.country, scene.countries))
    return sorted(refs, key=lambda ref: ref.id not in scene.focus)


def script_path(scene: Scene) -> str:
    """Where the script of a map lies, from the root of the site."""
    return f"assets/maps/scenes/{scene.name}.js"


def _places_beside(context: PageContext, scene: Scene, tabled: Collection[str]) -> list[Ref]:
    """The places of cooperations that the table does not name: it names an authority in the stead
    of the place that it stands for."""
    atlas = context.edition.atlas
    records = atlas.records
    named = {
        place
        for id_ in tabled
        for actor in atlas.breadth.name_parties(id_)[0]
        for place in places_of_actor(records.actors[actor])
        if atlas.authority_of.get(place) != actor
    }
    return [
        context.edition.place(pin.place)
        for pin in scene.pins
        if pin.place not in named and not is_listed_alone(pin)
    ]


def _cooperations_beside(context: PageContext, scene: Scene, tabled: Collection[str]) -> list[Ref]:
    """The cooperations that no table names; none if there are so many that places must do."""
    beside = {id_ for pin in scene.pins for id_ in pin.cooperations} - set(tabled)
    if len(beside) > LENGTH:
        return []
    return [context.edition.cooperation(id_) for id_ in sorted(beside)]


def draw_picture(
    context: PageContext, scene: Scene, title: str, *, total: int = 0, pairs: int = 0
) -> Markup:
    """The static picture with its legend; nothing if the scene is empty. `total` and `pairs` as of
    a map."""
    picture = static_map(context, scene, title)
    if not picture:
        return Markup("")
    return context.render(
        "picture.html",
        picture=picture,
        title=title,
        legend=explain_lines(context, scene),
        rings=context.maps.still.marks_tiny_countries(scene),
        drawn_of=map_words.say_drawn(context, scene, total, pairs),
        listed=legend.listed_sample() if shows_listed(scene) else "",
        alone=not any(pin.cooperations for pin in scene.pins),
        time=explain_time(context, scene),
    )


def static_map(context: PageContext, scene: Scene, title: str) -> Markup | None:
    """The bare picture of a scene; None if there is nothing to show."""
    return context.maps.still.svg(
        scene,
        title=title,
        description=map_words.describe(context, scene),
        names=map_words.names_on_map(context, scene),
        root=context.root,
    )


def explain_lines(context: PageContext, scene: Scene) -> list[tuple[Markup, list[str]]]:
    """The legend of a map: each line's sample, with the names of the forms that are drawn so."""
    return [
        (entry.sample, list(map(context.edition.label, entry.forms)))
        for entry in legend.entries(scene)
    ]


def find_unpinned(context: PageContext, cooperations: Iterable[str]) -> list[Partner]:
    """The partners in these cooperations that no map can show, each once, by name."""
    atlas = context.edition.atlas
    actors = {
        actor
        for id_ in cooperations
        for actor in atlas.breadth.parties_of[id_]
        if not atlas.pins_of_actor[actor]
    }
    return [partner(context, ref.id) for ref in sort_by_name(map(context.edition.actor, actors))]
