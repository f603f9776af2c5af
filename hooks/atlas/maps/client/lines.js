/* A few lines, drawn as SVG: each has the look of its form, and a wide unseen one to point at. */
Atlas.lines = (chart) => {
  "use strict";

  /* Leaflet rounds the points of a line to whole pixels, which makes an arc of many points wobble. */
  const Arc = L.Polyline.extend({
    _projectLatlngs(latlngs, rings, bounds) {
      if (Array.isArray(latlngs[0])) {
        for (const piece of latlngs) this._projectLatlngs(piece, rings, bounds);
        return;
      }
      const origin = this._map.getPixelOrigin();
      const ring = latlngs.map((latlng) => this._map.project(latlng).subtract(origin));
      for (const point of ring) bounds.extend(point);
      rings.push(ring);
    },
  });

  const layers = new Map(); // cooperation id -> its lines' layers
  const all = L.layerGroup().addTo(chart.map);
  let signs = []; // the pieces of a line, and how its tie stands
  const hint = L.tooltip({ direction: "top" });

  function show(lines, spots) {
    all.clearLayers();
    layers.clear();
    signs = [];
    const hits = lines.map(draw);
    for (const [pieces, state] of signs) {
      const longest = pieces.reduce((found, one) => (one.length > found.length ? one : found));
      Atlas.signs.add(longest, state, all);
    }
    for (const { latlng } of spots) {
      const look = { radius: 3 * Atlas.scale(), interactive: false, className: "atlas-spot" };
      L.circleMarker(latlng, look).addTo(all);
    }
    lines.forEach((line, at) => addHit(line, hits[at]));
  }

  /* Draw the line; give the points of what is pointed at. No point is left out: the line is the
     same at every zoom, and its dashes lie still. */
  function draw(line) {
    const arc = Atlas.arcs.between(line.from, line.to, line.bow);
    const latlngs = piecesOf(arc);
    const className = `atlas-tie atlas-form-${line.form} ${Atlas.states.look(line.state)}`.trim();
    const look = { className, interactive: false, weight: 2.5, smoothFactor: 0 };
    const drawn = Atlas.states.cut(arc, line.state).flatMap(piecesOf);
    const layer = new Arc(drawn, look).addTo(all);
    if (Atlas.states.look(line.state)) signs.push([latlngs, line.state]);
    for (const id of line.cooperations) {
      if (!layers.has(id)) layers.set(id, []);
      layers.get(id).push({ layer, line, latlngs });
    }
    return latlngs;
  }

  function piecesOf(arc) {
    const pieces = Atlas.arcs.pieces(arc, chart.west);
    return pieces.map((piece) => piece.map(([lon, lat]) => [lat, lon]));
  }

  function addHit(line, latlngs) {
    const wide = { className: "atlas-tie-hit", weight: 16, opacity: 0, bubblingMouseEvents: false };
    const hit = L.polyline(latlngs, wide).addTo(all);
    const element = hit.getElement();
    Atlas.light.mark(element, line.cooperations);
    hit.bindTooltip(() => Atlas.texts.lines(...chart.texts.line(line)), { sticky: true });
    hit.on("click", (event) => Atlas.popups.openLine(chart, line, event.latlng));
    const attributes = { role: "button", tabindex: 0, "aria-haspopup": "dialog" };
    attributes["aria-label"] = chart.texts.line(line).join(", ");
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const open = () => Atlas.popups.openLine(chart, line, hit.getCenter(), element);
    element.addEventListener("keydown", (event) => {
      Atlas.popups.onOpenerKey(chart, element, open, event);
    });
  }

  /* Light these cooperations' lines alone; say whether there are any. */
  function light(ids) {
    const found = ids.flatMap((id) => layers.get(id) ?? []);
    for (const { layer } of found) {
      layer.getElement()?.classList.add("atlas-lit");
      layer.bringToFront();
    }
    return found.length > 0;
  }

  /* Show what a tooltip says of the cooperation's first line, or nothing more for null. */
  function tell(id) {
    const first = layers.get(id)?.[0];
    if (!first) {
      hint.remove();
      return;
    }
    const points = first.latlngs[0];
    hint.setLatLng(points[Math.floor(points.length / 2)]);
    hint.setContent(Atlas.texts.lines(...chart.texts.line(first.line)));
    hint.addTo(chart.map);
  }

  return { show, light, tell };
};
