"""Maps: a static SVG for every page that can show one, and an interactive map for some.

From a Scene (`atlas.graph.scene`), which knows no language:

- `static.StaticMaps(outlines).svg(scene, …)` is the static map as markup, or None if there is
  nothing to show. Its `files()` are the backgrounds.
- `interactive.script(scene, bounds)` is a JavaScript file, one for all languages of a page.
- `legend_of_time.entries(scene)` are the states of its ties and places, each with a sample;
- `legend.entries(scene)` are the forms shown, each with a sample of its line;
  `legend.listed_sample()` is one of what registers list.
- `assets.files(outlines)` are the files that all maps share, in assets/maps/; `client/`, the
  behaviour of interactive maps, is published as one of them, `atlas-map.js`.

A picture draws up to 400 lines each as it runs, more of them as thin curves, and of thousands those
between the same two neighbourhoods as one (`svg_paths`). An interactive map draws more than 400
lines or places on a canvas (`client/canvas_lines.js`) and gives markers to those places only that
are in view.

What registers list is told apart everywhere: its lines lie below all others, thin and in dashes of
their own, its places are small rings, and both are counted apart. An interactive map has them on a
canvas (`client/listed.js`); a switch in its legend, `input.atlas-listed-switch`, takes them away,
from the picture without a script.

How a tie stands is shown by gaps in its line and a sign (`states`), a place where nothing goes on
by a hollow dot. `input.atlas-time` with the values "ever" and "now", beside a map or a picture,
takes away what is over or planned, from a picture without a script.

What a page with an interactive map holds
-----------------------------------------
In its head, the style sheets `leaflet.css` and then `atlas-map.css`. At its end or deferred, in
this order: `leaflet.js`, `world.js`, `atlas-map.js`, and the scene's script (in
assets/maps/scenes/). On the site, `atlas-map-start.js` adds all of them but `atlas-map.css` once
the map is seen. Then::

    <div class="atlas-map" id="{{ element_id(scene) }}" dir="ltr" role="region"
         aria-label="Map of …" data-zoom-in="Zoom in" data-zoom-out="Zoom out"
         data-reset="Show the whole map" data-close="Close" data-fill="Full screen"
         data-leave="Leave full screen" data-filled="The map fills the screen. …"
         data-whole="The whole map is shown." data-shows="On the map now: {name}"
         data-count-one="{n} cooperation" data-count-other="{n} cooperations">
      (the static SVG)
      <template><select aria-label="Zoom to a country">…</select></template>
    </div>

`data-state-…` says for a state other than "ongoing" how a tie stands ("Ended").
`data-count-…` is given for each plural category that CLDR has for the language (Arabic: zero,
one, two, few, many, other). The static SVG stands until the script has drawn the map, and again
in print. Every marker is a stop of the Tab key, so a link before the map should lead past it.
Places whose markers would overlap have one marker, and part as the map is zoomed in. With an
ancestor `.atlas-map-block` that ancestor fills the screen, and with it the legend it holds; the
legend's entry `.atlas-legend-tiny` is shown while the map marks tiny countries by rings. The
options of the `<select>` are codes of countries; "" is none, "*" all.

Where the scene shows what is listed, the element also has `data-listed-…`, which counts as
`data-count-…` does ("{n} listed ties"), `data-unchecked="Listed, not checked"`, `data-listed`, the
address of a file with names (`atlas.pages.map_texts`), and `data-base`, which leads to the root of
the language. The file is fetched when the map starts.

Every other text is read from the page, by ids that the page writes beside the map:

- `data-cooperation="<id>"` on the row (or list item) of a cooperation. Its first link is what a
  popup repeats. The row and the cooperation's line light up together (class `atlas-lit`).
- `data-place="<id>"` on a link with the name of a place. The first one on the page counts.

Links to places and cooperations of the scene that the page does not show otherwise go, with the
same attributes, into a `<template>` that is a child of the map's element. A map of many has none:
it fetches that HTML, as JSON, from the address `data-names` when it starts. A place that has
neither would be called by its id. The popup of places with over fifty cooperations, or with one
that the page does not name, links to the places and counts their cooperations.

A page with a map of its own (Cooperations) makes it with `Atlas.chart` and its own texts: see
client/chart.js.

A page with the static map only needs `atlas-map.css` and no more; `.atlas-map` is not for it.
"""
