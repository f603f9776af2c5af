/* Pairs that registers list and nobody here has checked: thin lines and rings on a canvas below all
   cooperations. A switch beside the map, which the page may have, takes them away. */
Atlas.listed = (chart) => {
  "use strict";

  const CROWD = 400; // of more lines in view than this each is paler
  const FOG = 3000; // and of more than this each is drawn without dashes
  const STROKE = 64; // lines drawn in one stroke
  const PAINT = 512; // lines, or rings, painted in one frame
  const RING = 2.5; // pixels: where a place lies, though its marker is one with another's
  const LIT = 2.5; // pixels across
  const COVERS = ".atlas-pin, .atlas-tie-hit, .leaflet-popup, .leaflet-control";

  const { map, box } = chart;
  const pane = map.createPane("atlas-listed");
  const { look, redraw, light: lightLines, paths } = Atlas.canvas(chart, pane, strokes, LIT);
  const hint = L.tooltip({ direction: "top" });
  let lines = [];
  let spots = [];
  let lit = []; // lines of places that are pointed at
  let pointed = null; // the line under the pointer
  let frame;

  function show(nextLines, nextSpots) {
    spots = nextSpots;
    lines = chart.isListedShown ? nextLines : [];
    lit = [];
    point(null);
    redraw();
  }

  // Drawing

  function* strokes(view) {
    const { context } = view;
    const seen = [];
    for (let at = 0; at < lines.length; at += 1) {
      const turns = paths.turnsInView(lines[at], view);
      if (turns.length) seen.push([lines[at], turns]);
      if (at % STROKE === 0) yield;
    }
    const isCrowd = seen.length > CROWD;
    seen.sort(([a], [b]) => Number(a.state === "ended") - Number(b.state === "ended"));
    for (let at = 0; at < seen.length; at += STROKE) {
      const { stroke, dashes, width } = look(seen[at][0]);
      Object.assign(context, { strokeStyle: stroke, lineWidth: isCrowd ? 1 : width });
      Object.assign(context, { lineCap: "butt", lineJoin: "bevel" });
      context.globalAlpha = Math.max(0.08, Math.min(1, CROWD / seen.length));
      context.setLineDash(seen.length > FOG ? [] : dashes);
      context.beginPath();
      for (const [line, turns] of seen.slice(at, at + STROKE)) paths.trace(line, turns, view);
      context.stroke();
      yield at % PAINT === PAINT - STROKE;
    }
    if (!isCrowd) {
      Atlas.states.paint(context, paths.signs(seen, view), "--atlas-listed", "--atlas-halo");
    }
    if (chart.isListedShown) yield* marks(view);
  }

  /* A ring, or a cross where all is over; of places nearly upon each other, one. */
  function* marks({ context, x, y, width, height, across }) {
    const drawn = new Set();
    const style = getComputedStyle(box);
    Object.assign(context, {
      globalAlpha: 1,
      fillStyle: style.getPropertyValue("--atlas-halo"),
      strokeStyle: look({}).stroke,
      lineWidth: 1.25,
    });
    context.setLineDash([]);
    for (const spot of spots) {
      if (spot.cooperations.length) continue;
      const [left, top] = paths.pointOf(spot);
      const [cx, cy] = [left * across - x, top * across - y];
      const cell = Math.round(cx / RING) * height + Math.round(cy / RING);
      if (cx < 0 || cy < 0 || cx > width || cy > height || drawn.has(cell)) continue;
      drawn.add(cell);
      context.beginPath();
      if (Atlas.states.isPast(spot)) {
        for (const side of [-RING, RING]) {
          context.moveTo(cx - RING, cy - side);
          context.lineTo(cx + RING, cy + side);
        }
      } else {
        context.arc(cx, cy, RING, 0, 2 * Math.PI);
        context.fill();
      }
      context.stroke();
      if (drawn.size % PAINT === 0) yield true;
    }
  }

  // Light

  /* Light the lines of these places alone; say whether there are any. */
  function light(ids) {
    const places = new Set(ids);
    const isAt = (place) => places.has(place);
    lit = places.size ? lines.filter((line) => line.places.some(isAt)) : [];
    lightAll();
    return lit.length > 0;
  }

  function lightAll() {
    lightLines(pointed ? [...lit, pointed] : lit);
  }

  // What lies under the pointer

  /* The line that is meant by a point of the map, where none of a cooperation's is. */
  function lineAt(latlng) {
    return chart.lines.lineAt?.(latlng) ? null : paths.nearest(lines, latlng);
  }

  function point(line, latlng) {
    if (line !== pointed) {
      pointed = line;
      box.classList.toggle("atlas-on-listed", line !== null);
      lightAll();
    }
    if (!line) hint.remove();
    else {
      hint.setLatLng(latlng).setContent(Atlas.texts.lines(...chart.texts.tie(line))).addTo(map);
    }
  }

  function onMove({ latlng, originalEvent }) {
    cancelAnimationFrame(frame);
    if (!lines.length || map.dragging.moving?.()) return;
    if (originalEvent.target.closest(COVERS)) point(null);
    else frame = requestAnimationFrame(() => point(lineAt(latlng), latlng));
  }

  function onOut() {
    cancelAnimationFrame(frame);
    point(null);
  }

  function onClick({ latlng }) {
    const line = lineAt(latlng);
    if (line) Atlas.popups.openTie(chart, line, latlng);
  }

  map.on("mousemove", onMove);
  map.on("mouseout", onOut);
  map.on("click", onClick);

  return { show, light };
};
