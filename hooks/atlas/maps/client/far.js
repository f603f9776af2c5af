/* Places so far off that the first view leaves them out (`far` of their spot): while one is out of
   view, a button at the edge says where its line leads, and goes there. */
Atlas.far = (chart) => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const EDGE = 6; // pixels between a button and the edge of the map
  const { map, box, texts } = chart;
  let ways = []; // {spot, button, path}: from a near place to a far one, longitude and latitude

  function show(lines) {
    for (const { button } of ways) button.remove();
    const near = chart.ranked.filter(({ far }) => !far);
    ways = chart.spots.filter(({ far }) => far).map((spot) => ({
      spot,
      button: button(spot),
      path: pathTo(spot, lines, near),
    }));
    place();
  }

  function pathTo(spot, lines, near) {
    const isThere = (place) => spot.places.includes(place);
    const isNear = (place) => near.some(({ places }) => places.includes(place));
    const line = lines.find(
      ({ places: [a, b] }) => (isThere(a) && isNear(b)) || (isThere(b) && isNear(a)),
    );
    const at = ({ lng, lat }) => [lng, lat];
    const path = line
      ? Atlas.arcs.between(line.from, line.to, line.bow)
      : Atlas.arcs.between(at(near[0].latlng), at(spot.latlng));
    if (line && isThere(line.places[0])) path.reverse();
    return Atlas.arcs.pieces(path, chart.west)[0];
  }

  function button(spot) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "atlas-far";
    made.dir = Atlas.texts.direction();
    made.textContent = Atlas.texts.brief(texts.placeLink, spot.places);
    const icon = made.appendChild(document.createElementNS(SVG, "svg"));
    icon.setAttribute("viewBox", "0 0 12 12");
    icon.setAttribute("aria-hidden", "true");
    icon.appendChild(document.createElementNS(SVG, "path")).setAttribute("d", "M1 1L11 6L1 11L4 6z");
    L.DomEvent.disableClickPropagation(made);
    made.addEventListener("click", () => go(spot));
    made.hidden = true;
    return box.appendChild(made);
  }

  function go(spot) {
    Atlas.popups.close(chart);
    Atlas.view.goWhole(chart, { animate: false });
    chart.say(box.dataset.whole);
    spot.group?.lead.marker?.getElement().focus({ preventScroll: true });
  }

  function place() {
    const size = map.getSize();
    const seen = L.bounds([0, 0], size);
    const taken = Atlas.view.covered(chart, ".leaflet-control");
    for (const { spot, button, path } of ways) {
      const points = path.map(([lon, lat]) => map.latLngToContainerPoint([lat, lon]));
      const isOut = seen.contains(points[0]) && !seen.contains(map.latLngToContainerPoint(spot.latlng));
      button.hidden = !isOut;
      if (!isOut) continue;
      const inside = points.findLastIndex((point) => seen.contains(point));
      const isCut = inside < points.length - 1; // else it ends where the world does
      const [before, after] = isCut ? points.slice(inside, inside + 2) : points.slice(-2);
      const edge = isCut ? crossing(before, after, size) : after;
      const room = L.point(button.offsetWidth, button.offsetHeight);
      const corner = L.point(edge.x - room.x / 2, edge.y);
      const way = nearest(corner, room, size, taken);
      taken.push(way);
      Object.assign(button.style, { left: `${way.min.x}px`, top: `${way.min.y}px` });
      const turn = Math.atan2(after.y - before.y, after.x - before.x);
      button.lastChild.style.transform = `rotate(${turn}rad)`;
    }
  }

  /* Where there is room for a button on the map, as near to a point as can be: beside or above or
     below what is there already. */
  function nearest(corner, room, size, taken) {
    const most = size.subtract(room).subtract([EDGE, EDGE]);
    const within = ({ x, y }) =>
      L.point(Math.max(EDGE, Math.min(most.x, x)), Math.max(EDGE, Math.min(most.y, y)));
    const first = within(corner);
    const ways = taken.flatMap(({ min, max }) => [
      [first.x, max.y + EDGE],
      [first.x, min.y - room.y - EDGE],
      [max.x + EDGE, first.y],
      [min.x - room.x - EDGE, first.y],
    ]);
    const places = [first, ...ways.map((way) => within(L.point(way)))]
      .map((at) => L.bounds(at, at.add(room)))
      .filter((way) => !taken.some((other) => other.overlaps(way)))
      .sort((a, b) => a.min.distanceTo(first) - b.min.distanceTo(first));
    return places[0] ?? L.bounds(first, first.add(room));
  }

  function crossing(before, after, size) {
    const step = after.subtract(before);
    const shares = [-before.x / step.x, (size.x - before.x) / step.x];
    shares.push(-before.y / step.y, (size.y - before.y) / step.y);
    const share = Math.min(...shares.filter((one) => one >= 0 && one <= 1), 1);
    return before.add(step.multiplyBy(share));
  }

  map.on("moveend resize", place);
  return { show };
};
