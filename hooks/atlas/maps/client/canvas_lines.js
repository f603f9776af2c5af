/* Thousands of lines and dots on a canvas, drawn a few at a time so that the page stays free, and
   found again under the pointer. Those that are lit lie on a canvas of their own above the rest. */
Atlas.crowd = (chart) => {
  "use strict";

  const CROWD = 400; // of more lines in view than this each is thin, pale and without dashes
  const STROKE = 64; // lines drawn in one stroke: of thousands at once none would be seen for long
  const SLICE = 12; // milliseconds of work before the page may do something else
  const MARGIN = 0.4; // of the map's size, drawn beyond each of its edges for whoever drags it
  const STEP = 6; // pixels between the points of a line; nearer ones are passed over
  const NEAR = 8; // pixels between the pointer and a line that is pointed at
  const DOT = 3; // pixels: where a line ends, though the marker of its place is one with another's
  const SVG = "http://www.w3.org/2000/svg";

  const { map, box } = chart;
  const edge = () => (chart.west + 180) / 360; // where the world begins, of its width
  const pane = map.getPanes().overlayPane;
  const lit = pane.appendChild(canvas());
  let [shown, spare] = [canvas(), canvas()].map((one) => pane.insertBefore(one, lit));
  let looks = new Map(); // form -> {stroke, dashes}
  let lines = [];
  let spots = [];
  let litLines = [];
  let drawnZoom;
  let work; // the frame in which drawing goes on
  let look; // the frame in which what lies under the pointer is looked for
  let pointed = null;
  const hint = L.tooltip({ direction: "top" });

  function canvas() {
    return L.DomUtil.create("canvas", "atlas-crowd leaflet-zoom-hide");
  }

  // What is shown

  function show(nextLines, nextSpots) {
    [lines, spots, litLines, pointed] = [nextLines, nextSpots, [], null];
    drawnZoom = undefined;
    draw();
  }

  /* Each form's colour and dashes are the style sheet's; a path of that form has them. */
  function lookOf(form) {
    if (!looks.has(form)) {
      const svg = document.createElementNS(SVG, "svg");
      const path = svg.appendChild(document.createElementNS(SVG, "path"));
      svg.setAttribute("class", "atlas-crowd-look");
      path.setAttribute("class", `atlas-tie atlas-form-${form}`);
      box.append(svg);
      const { stroke, strokeDasharray } = getComputedStyle(path);
      looks.set(form, { stroke, dashes: strokeDasharray.match(/[\d.]+/g)?.map(Number) ?? [] });
      svg.remove();
    }
    return looks.get(form);
  }

  /* The line's points on a square world that is 1 across, and the box that they fill. */
  function pathOf(line) {
    if (!line.path) {
      const arc = Atlas.arcs.between(line.from, line.to, line.bow);
      const points = new Float64Array(2 * arc.length);
      const edges = [Infinity, Infinity, -Infinity, -Infinity];
      arc.forEach(([lon, lat], at) => {
        const sine = Math.max(-0.9999, Math.min(0.9999, Math.sin((lat * Math.PI) / 180)));
        const [x, y] = [lon / 360 + 0.5, 0.5 - Math.atanh(sine) / (2 * Math.PI)];
        points.set([x, y], 2 * at);
        edges[0] = Math.min(edges[0], x);
        edges[1] = Math.min(edges[1], y);
        edges[2] = Math.max(edges[2], x);
        edges[3] = Math.max(edges[3], y);
      });
      line.path = { points, edges };
    }
    return line.path;
  }

  // Drawing

  function draw() {
    cancelAnimationFrame(work);
    const zoom = map.getZoom();
    const [surface, done] = zoom === drawnZoom ? [spare, swap] : [shown, null];
    const steps = strokes(prepared(surface));
    work = requestAnimationFrame(() => go(steps, done));
    drawnZoom = zoom;
    drawLit();
  }

  /* The picture before a move stays until the one after it is whole. */
  function swap() {
    spare.classList.remove("atlas-crowd-spare");
    shown.classList.add("atlas-crowd-spare");
    [shown, spare] = [spare, shown];
  }

  /* Work for a while, and go on in the next frame: a map of thousands of lines stops nobody. */
  function go(steps, done) {
    const end = performance.now() + SLICE;
    while (performance.now() < end) {
      if (!steps.next().done) continue;
      done?.();
      return;
    }
    work = requestAnimationFrame(() => go(steps, done));
  }

  /* What a canvas covers of the world, in pixels of this zoom: the view and a margin. */
  function prepared(surface) {
    const size = map.getSize();
    const margin = size.multiplyBy(MARGIN).round();
    const [width, height] = [size.x + 2 * margin.x, size.y + 2 * margin.y];
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    L.DomUtil.setPosition(surface, map.containerPointToLayerPoint(margin.multiplyBy(-1)));
    Object.assign(surface, { width: width * ratio, height: height * ratio });
    Object.assign(surface.style, { width: `${width}px`, height: `${height}px` });
    const context = surface.getContext("2d");
    context.scale(ratio, ratio);
    const { x, y } = map.getPixelBounds().min.subtract(margin);
    const across = 256 * 2 ** map.getZoom();
    context.beginPath(); // the map ends where the world does
    context.rect(edge() * across - x, 0, across, height);
    context.clip();
    return { context, x, y, width, height, across };
  }

  function* strokes(view) {
    const byLook = new Map();
    let count = 0;
    for (let at = 0; at < lines.length; at += 1) {
      const line = lines[at];
      const turns = turnsInView(line, view);
      if (turns.length) {
        const { stroke, dashes } = lookOf(line.form);
        const key = stroke + dashes;
        if (!byLook.has(key)) byLook.set(key, { stroke, dashes, these: [] });
        byLook.get(key).these.push([line, turns]);
        count += 1;
      }
      if (at % STROKE === 0) yield;
    }
    const isCrowd = count > CROWD;
    for (const { stroke, dashes, these } of byLook.values()) {
      for (let at = 0; at < these.length; at += STROKE) {
        Object.assign(view.context, {
          strokeStyle: stroke,
          lineWidth: isCrowd ? 1 : 2.5,
          globalAlpha: isCrowd ? Math.max(0.08, Math.min(0.5, 250 / count)) : 1,
          lineCap: isCrowd ? "butt" : "round",
          lineJoin: isCrowd ? "bevel" : "round",
        });
        view.context.setLineDash(isCrowd ? [] : dashes);
        view.context.beginPath();
        for (const [line, turns] of these.slice(at, at + STROKE)) trace(line, turns, view);
        view.context.stroke();
        yield;
      }
    }
    drawDots(view, spots.map(({ latlng }) => latlng));
  }

  /* How often the line is to be turned around the world to be in view: over its edge, it comes in
     again on the other side. Empty if it is not in view. */
  function turnsInView(line, { x, y, width, height, across }) {
    const [west, north, east, south] = pathOf(line).edges;
    if (south * across < y || north * across > y + height) return [];
    const turns = [0];
    if (east > edge() + 1) turns.push(-1);
    if (west < edge()) turns.push(1);
    return turns.filter(
      (turn) => (east + turn) * across >= x && (west + turn) * across <= x + width,
    );
  }

  function trace(line, turns, { context, x, y, across }) {
    const { points, edges } = pathOf(line);
    const last = points.length / 2 - 1;
    const length = Math.hypot(edges[2] - edges[0], edges[3] - edges[1]) * across;
    const every = Math.max(1, Math.floor((STEP * last) / Math.max(1, length)));
    for (const turn of turns) {
      for (let step = 0; step <= last; step = step < last ? Math.min(last, step + every) : last + 1) {
        const [px, py] = [(points[2 * step] + turn) * across - x, points[2 * step + 1] * across - y];
        if (step) context.lineTo(px, py);
        else context.moveTo(px, py);
      }
    }
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
    if (next.length || litLines.length) {
      litLines = next;
      drawLit();
    }
    return next.length > 0;
  }

  function drawLit() {
    const view = prepared(lit);
    for (const line of litLines) {
      const { stroke, dashes } = lookOf(line.form);
      Object.assign(view.context, { strokeStyle: stroke, lineWidth: 4, lineCap: "round" });
      view.context.setLineDash(dashes);
      view.context.beginPath();
      trace(line, turnsInView(line, view), view);
      view.context.stroke();
    }
  }

  // What lies under the pointer

  /* The line nearest to a point of the map, if one is near enough to be meant. */
  function lineAt(latlng) {
    const across = 256 * 2 ** map.getZoom();
    const at = map.project(latlng).divideBy(across);
    const near = NEAR / across;
    let [found, least] = [null, near];
    for (const line of lines) {
      const { points, edges } = pathOf(line);
      if (at.y < edges[1] - near || at.y > edges[3] + near) continue;
      for (const turn of [0, -1, 1]) {
        const x = at.x - turn;
        if (x < edges[0] - near || x > edges[2] + near) continue;
        for (let step = 2; step < points.length; step += 2) {
          const apart = distance(x, at.y, points, step);
          if (apart < least) [found, least] = [line, apart];
        }
      }
    }
    return found;
  }

  /* From a point to the part of a path that ends at `step`. */
  function distance(x, y, points, step) {
    const [ax, ay, bx, by] = points.subarray(step - 2, step + 2);
    const [dx, dy] = [bx - ax, by - ay];
    const share = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
    const along = Math.max(0, Math.min(1, share));
    return Math.hypot(x - ax - along * dx, y - ay - along * dy);
  }

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
    cancelAnimationFrame(look);
    if (map.dragging.moving?.()) return;
    if (originalEvent.target.closest(".atlas-pin, .leaflet-popup, .leaflet-control")) turnTo(null);
    else look = requestAnimationFrame(() => point(lineAt(latlng), latlng));
  }

  function onOut() {
    cancelAnimationFrame(look);
    if (pointed) point(null);
  }

  function onClick({ latlng }) {
    const line = lineAt(latlng);
    if (line) Atlas.popups.openLine(chart, line, latlng);
  }

  /* Show what a tooltip says of the cooperation's first line, or nothing more for null. */
  function tell(id) {
    const line = id === null ? null : lines.find(({ cooperations }) => cooperations.includes(id));
    if (!line) {
      say(null);
      return;
    }
    const { points } = pathOf(line);
    const middle = 2 * Math.floor(points.length / 4);
    const across = 256 * 2 ** map.getZoom();
    say(line, map.unproject([points[middle] * across, points[middle + 1] * across]));
  }

  function relook() {
    looks = new Map();
    drawnZoom = undefined;
    draw();
  }

  spare.classList.add("atlas-crowd-spare");
  map.on("moveend resize", draw);
  map.on("mousemove", onMove);
  map.on("mouseout", onOut);
  map.on("click", onClick);
  const schemes = new MutationObserver(relook);
  schemes.observe(document.body, { attributeFilter: ["data-md-color-scheme"] });

  return { show, light, tell };
};
