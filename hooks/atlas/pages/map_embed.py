"""The map that stands above a table, and the list of what it cannot show."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from markupsafe import Markup

from atlas.graph.edition import Ref
from atlas.graph.relate import places_of_actor
from atlas.graph.scene import Scene
from atlas.maps import interactive, legend
from atlas.pages.cooperation_table import Partner, form_label, partner
from atlas.pages.page import PageContext, by_name
from atlas.pages.pagination import LENGTH

MOST_NAMES = 20
"""So many places a map names; nobody listens to a description with hundreds of names."""


def map_of(context: PageContext, scene: Scene, title: str, *, listed: Collection[str]) -> Markup:
    """The interactive map of a scene, with its static picture inside; nothing if it is empty.

    The map takes its texts from the page: from the table of the `listed` cooperations, and from
    the links written here for what that table does not name.
    """
    picture = static_map(context, scene, title)
    if not picture:
        return Markup("")
    context.maps.scenes[scene.name] = scene
    return context.render(
        "map.html",
        element=interactive.element_id(scene),
        scene=scene.name,
        picture=picture,
        title=title,
        legend=_legend(context, scene),
        rings=context.maps.still.has_rings(scene),
        countries=_countries(context, scene),
        places=_places_beside(context, scene, listed),
        cooperations=_cooperations_beside(context, scene, listed),
        counted=context.edition.language.counted("{n} cooperation", "{n} cooperations"),
    )


def _countries(context: PageContext, scene: Scene) -> list[Ref]:
    """The countries on the map by their names, those first that the page is about."""
    refs = sorted(map(context.edition.country, scene.countries), key=by_name)
    return sorted(refs, key=lambda ref: ref.id not in scene.focus)


def script_path(scene: Scene) -> str:
    """Where the script of a map lies, from the root of the site."""
    return f"assets/maps/scenes/{scene.name}.js"


def _places_beside(context: PageContext, scene: Scene, listed: Collection[str]) -> list[Ref]:
    """The pinned places that the table of the listed cooperations does not name."""
    records = context.edition.atlas.records
    named = {
        place
        for id_ in listed
        for party in records.cooperations[id_].parties
        for place in places_of_actor(records.actors[party.actor])
    }
    return [context.edition.place(pin.place) for pin in scene.pins if pin.place not in named]


def _cooperations_beside(context: PageContext, scene: Scene, listed: Collection[str]) -> list[Ref]:
    """The cooperations that no table names; none if there are so many that places must do."""
    beside = {id_ for pin in scene.pins for id_ in pin.cooperations} - set(listed)
    if len(beside) > LENGTH:
        return []
    return [context.edition.cooperation(id_) for id_ in sorted(beside)]


def picture_of(context: PageContext, scene: Scene, title: str) -> Markup:
    """The static picture with its legend; nothing if the scene is empty."""
    picture = static_map(context, scene, title)
    if not picture:
        return Markup("")
    return context.render(
        "picture.html",
        picture=picture,
        legend=_legend(context, scene),
        rings=context.maps.still.has_rings(scene),
    )


def static_map(context: PageContext, scene: Scene, title: str) -> Markup:
    """The bare picture of a scene; nothing if there is nothing to show."""
    edition = context.edition
    few = len(scene.pins) <= MOST_NAMES
    names = {pin.place: edition.place(pin.place).name.text for pin in scene.pins if few}
    description = context._("Shown on the map: {names}.").format(
        names=_shown(context, scene, names)
    )
    return context.maps.still.svg(
        scene, title=title, description=description, names=names, root=context.root
    ) or Markup("")


def _shown(context: PageContext, scene: Scene, names: Mapping[str, str]) -> str:
    """The names of the places or else the countries; of many places, how many there are."""
    language, count = context.edition.language, len(scene.pins)
    if count > len(names):
        counted = language.catalogue.ngettext("{n} place", "{n} places", count)
        return counted.format(n=language.number(count))
    countries = (context.edition.country(code).name.text for code in scene.countries)
    return language.listing(names.values() or countries)


def _legend(context: PageContext, scene: Scene) -> list[tuple[Markup, list[str]]]:
    """Each line's sample, with the names of the forms that are drawn so."""
    return [
        (entry.sample, [form_label(context, form).label for form in entry.forms])
        for entry in legend.entries(scene)
    ]


def unpinned(context: PageContext, cooperations: Iterable[str]) -> list[Partner]:
    """The partners in these cooperations that no map can show, each once, by name."""
    atlas = context.edition.atlas
    actors = {
        party.actor
        for id_ in cooperations
        for party in atlas.records.cooperations[id_].parties
        if not atlas.pins_of_actor[party.actor]
    }
    return sorted((partner(context, actor) for actor in actors), key=lambda one: by_name(one.ref))
