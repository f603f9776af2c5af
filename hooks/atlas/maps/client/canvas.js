/* A picture on a canvas that lies still while the map is dragged, drawn a little at a time so that
   the page stays free. What is lit lies on a canvas of its own above the rest. `strokes` draws all
   that there is in a view, step by step; lines that are lit are `litWidth` pixels across. */
Atlas.canvas = (chart, pane, strokes, litWidth) => {
  "use strict";

  const SLICE = 12; // milliseconds of work before the page may do something else
  const MARGIN = 0.4; // of the map's size, drawn beyond each of its edges for whoever drags it
  const SVG = "http://www.w3.org/2000/svg";

  const { map, box } = chart;
  const paths = Atlas.paths(chart);
  const above = pane.appendChild(made());
  let [shown, spare] = [made(), made()].map((one) => pane.insertBefore(one, above));
  let looks = new Map(); // classes of a line -> {stroke, dashes, width, cap}
  let litLines = [];
  let drawnZoom;
  let work; // the frame in which drawing goes on

  function made() {
    return L.DomUtil.create("canvas", "atlas-crowd leaflet-zoom-hide");
  }

  /* The colour, dashes and width of a form and state are the style sheet's; a path of these has them.
     A line without a form is what registers list. */
  function look({ form = "listed", state }) {
    const name = `atlas-tie atlas-form-${form} ${Atlas.states.look(state)}`.trim();
    if (!looks.has(name)) {
      const svg = document.createElementNS(SVG, "svg");
      const path = svg.appendChild(document.createElementNS(SVG, "path"));
      svg.setAttribute("class", "atlas-crowd-look");
      path.setAttribute("class", name);
      box.append(svg);
      const { stroke, strokeDasharray, strokeWidth, strokeLinecap: cap } = getComputedStyle(path);
      const dashes = strokeDasharray.match(/[\d.]+/g)?.map(Number) ?? [];
      looks.set(name, { stroke, dashes, width: parseFloat(strokeWidth), cap });
      svg.remove();
    }
    return looks.get(name);
  }

  function draw() {
    cancelAnimationFrame(work);
    const zoom = map.getZoom();
    const [surface, done] = zoom === drawnZoom ? [spare, swap] : [shown, null];
    const steps = strokes(prepared(surface));
    work = requestAnimationFrame(() => go(steps, done));
    drawnZoom = zoom;
    drawLit();
  }

  /* Draw what is something else than before: that goes at once. */
  function redraw() {
    drawnZoom = undefined;
    draw();
  }

  /* Light these lines, and no others. */
  function light(lines) {
    if (!lines.length && !litLines.length) return;
    litLines = lines;
    drawLit();
  }

  function drawLit() {
    above.classList.toggle("atlas-crowd-spare", !litLines.length);
    if (!litLines.length) return;
    const view = prepared(above);
    for (const line of litLines) {
      const { stroke, dashes, cap } = look(line);
      Object.assign(view.context, { strokeStyle: stroke, lineWidth: litWidth, lineCap: cap });
      view.context.setLineDash(dashes);
      view.context.beginPath();
      paths.trace(line, paths.turnsInView(line, view), view);
      view.context.stroke();
    }
  }

  /* The picture before a move stays until the one after it is whole. */
  function swap() {
    spare.classList.remove("atlas-crowd-spare");
    shown.classList.add("atlas-crowd-spare");
    [shown, spare] = [spare, shown];
  }

  /* Work for a while, and go on in the next frame: a map of thousands of lines stops nobody. A step
     that gives true has asked for as much as a browser paints in one. */
  function go(steps, done) {
    const end = performance.now() + SLICE;
    while (performance.now() < end) {
      const step = steps.next();
      if (step.value) break;
      if (!step.done) continue;
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
    context.rect(paths.edge() * across - x, 0, across, height);
    context.clip();
    return { context, x, y, width, height, across };
  }

  function relook() {
    looks = new Map();
    redraw();
  }

  spare.classList.add("atlas-crowd-spare");
  map.on("moveend resize", draw);
  const schemes = new MutationObserver(relook);
  schemes.observe(document.body, { attributeFilter: ["data-md-color-scheme"] });

  return { look, redraw, light, paths };
};
