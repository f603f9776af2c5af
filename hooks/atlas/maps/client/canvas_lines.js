/* Thousands of lines and dots on a canvas, and each of them still found under the pointer. */
Atlas.crowd = (chart) => {
  "use strict";

  const CROWD = 400; // of more lines in view than this each is thin, pale and without dashes
  const STROKE = 64; // lines drawn in one stroke: of thousands at once none would be seen for long
  const LIT = 4; // pixels across
  const DOT = 3; // pixels: where a line ends, though the marker of its place is one with another's

  const { map, box } = chart;
  const pane = map.getPanes().overlayPane;
  const { look, redraw, light: lightLines, paths } = Atlas.canvas(chart, pane, strokes, LIT);
  let lines = [];
  let spots = [];
  let frame; // in which what lies under the pointer is looked for
  let pointed = null;
  const hint = L.tooltip({ direction: "top" });

  function show(nextLines, nextSpots) {
    [lines, spots, pointed] = [nextLines, nextSpots, null];
    lightLines([]);
    redraw();
  }

  // Drawing

  function* strokes(view) {
    const byLook = new Map();
    let count = 0;
    for (let at = 0; at < lines.length; at += 1) {
      const line = lines[at];
      const turns = paths.turnsInView(line, view);
      if (turns.length) {
        const { stroke, dashes, width } = look(line);
        const key = [stroke, dashes, width].join(" ");
        if (!byLook.has(key)) byLook.set(key, { stroke, dashes, width, these: [] });
        byLook.get(key).these.push([line, turns]);
        count += 1;
      }
      if (at % STROKE === 0) yield;
    }
    const isCrowd = count > CROWD;
    for (const { stroke, dashes, width, these } of byLook.values()) {
      for (let at = 0; at < these.length; at += STROKE) {
        Object.assign(view.context, {
          strokeStyle: stroke,
          lineWidth: isCrowd ? 1 : width,
          globalAlpha: isCrowd ? Math.max(0.08, Math.min(0.5, 250 / count)) : 1,
          lineCap: isCrowd ? "butt" : "round",
          lineJoin: isCrowd ? "bevel" : "round",
        });
        view.context.setLineDash(isCrowd ? [] : dashes);
        view.context.beginPath();
        for (const [line, turns] of these.slice(at, at + STROKE)) paths.trace(line, turns, view);
        view.context.stroke();
        yield;
      }
    }
    if (!isCrowd) {
      const seen = [...byLook.values()].flatMap(({ these }) => these);
      Atlas.states.paint(view.context, paths.signs(seen, view), "--atlas-pin", "--atlas-halo");
    }
    drawDots(view, spots.map(({ latlng }) => latlng));
  }

  function drawDots({ context, x, y }, latlngs) {
    context.globalAlpha = 1;
    context.fillStyle = getComputedStyle(document.body).getPropertyValue("--atlas-pin");
    context.beginPath();
    for (const latlng of latlngs) {
      const at = map.project(latlng);
      context.moveTo(at.x - x + DOT, at.y - y);
      context.arc(at.x - x, at.y - y, DOT, 0, 2 * Math.PI);
    }
    context.fill();
  }

  // Light

  function light(ids) {
    const wanted = new Set(ids);
    const isLit = ({ cooperations }) => cooperations.some((id) => wanted.has(id));
    const next = wanted.size ? lines.filter(isLit) : [];
    lightLines(next);
    return next.length > 0;
  }

  // What lies under the pointer

  const lineAt = (latlng) => paths.nearest(lines, latlng);

  function point(line, latlng) {
    if (line !== pointed) Atlas.light.light(line ? line.cooperations : []);
    turnTo(line, latlng);
  }

  function turnTo(line, latlng) {
    pointed = line;
    box.classList.toggle("atlas-on-line", line !== null);
    say(line, latlng);
  }

  function say(line, latlng) {
    if (!line) {
      hint.remove();
      return;
    }
    hint.setLatLng(latlng).setContent(Atlas.texts.lines(...chart.texts.line(line)));
    hint.addTo(map);
  }

  function onMove({ latlng, originalEvent }) {
    cancelAnimationFrame(frame);
    if (map.dragging.moving?.()) return;
    if (originalEvent.target.closest(".atlas-pin, .leaflet-popup, .leaflet-control")) turnTo(null);
    else frame = requestAnimationFrame(() => point(lineAt(latlng), latlng));
  }

  function onOut() {
    cancelAnimationFrame(frame);
    if (pointed) point(null);
  }

  function onClick({ latlng }) {
    const line = lineAt(latlng);
    if (line) Atlas.popups.openLine(chart, line, latlng);
  }

  /* Show what a tooltip says of the cooperation's first line, or nothing more for null. */
  function tell(id) {
    const line = id === null ? null : lines.find(({ cooperations }) => cooperations.includes(id));
    say(line ?? null, line && paths.middle(line));
  }

  map.on("mousemove", onMove);
  map.on("mouseout", onOut);
  map.on("click", onClick);

  return { show, light, tell, lineAt };
};
