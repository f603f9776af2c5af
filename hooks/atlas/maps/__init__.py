"""Maps: a static SVG for every page that can show one, and an interactive map for some.

From a Scene (`atlas.scene`), which knows no language:

- `static.StaticMaps(outlines).svg(scene, title=…, description=…, names=…, root=…)` is the
  static map as markup, or None if there is nothing to show. Its `files()` are the backgrounds.
- `interactive.script(scene, bounds)` is a JavaScript file, one for all languages of a page.
- `outlines.bounds(outlines)` are the bounds of all countries; `framing` says what of them a map
  has in view.
- `legend.entries(scene)` are the forms shown, each with a sample of its line.
- `assets.files(outlines)` are the files that all maps share, in assets/maps/.
- `drawing.is_blank(scene)` says that a page needs no map at all.

What a page with an interactive map holds
-----------------------------------------
In its head, the style sheets `leaflet.css` and then `atlas-map.css`. At its end or deferred, in
this order: `leaflet.js`, `world.js`, `atlas-map.js`, and the scene's script (in
assets/maps/scenes/). Then::

    <div class="atlas-map" id="{{ element_id(scene) }}" dir="ltr" role="region"
         aria-label="Map of …" data-zoom-in="Zoom in" data-zoom-out="Zoom out"
         data-reset="Show the whole map" data-close="Close"
         data-count-one="{n} cooperation" data-count-other="{n} cooperations">
      (the static SVG)
    </div>

`data-count-…` is given for each plural category that CLDR has for the language (Arabic: zero,
one, two, few, many, other). The static SVG stands until the script has drawn the map, and again
in print. Every marker is a stop of the Tab key, so a link before the map should lead past it.
Places whose markers would overlap have one marker, and part as the map is zoomed in.

Every other text is read from the page, by ids that the page writes beside the map:

- `data-cooperation="<id>"` on the row (or list item) of a cooperation. Its first link is what a
  popup repeats. The row and the cooperation's line light up together (class `atlas-lit`).
- `data-place="<id>"` on a link with the name of a place. The first one on the page counts.

Links to places and cooperations of the scene that the page does not show otherwise go, with the
same attributes, into a `<template>` that is a child of the map's element. A place that has
neither would be called by its id. The popup of places with over fifty cooperations, or with one
that the page does not name, links to the places and counts their cooperations.

A page with a map of its own (Explore) draws on a Leaflet map to which `Atlas.frame(map)` gives
land, view and controls; `Atlas.goHome(map)` shows the bounds in its option `atlasBounds`, and
`Atlas.grouped({map, ranked})` says which places have one marker together.

A page with the static map only needs `atlas-map.css` and no more; `.atlas-map` is not for it.
"""
