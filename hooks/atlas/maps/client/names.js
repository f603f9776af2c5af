/* Names on a map, where there is room: of the foremost places first, and of the countries that the map is about, once they are large enough. The markers' own names say the same
   to who listens. */
Atlas.names = (chart) => {
  "use strict";

  const ROOM = 25000; // square pixels of the map for each name
  const [FEWEST, MOST] = [4, 20];
  const GAP = 3; // pixels between a marker and its name
  const { map, box, texts } = chart;
  const pane = map.createPane("atlas-names");
  pane.classList.add("leaflet-zoom-hide");
  pane.setAttribute("aria-hidden", "true");

  function update() {
    pane.replaceChildren();
    const size = map.getSize();
    const seen = L.bounds([0, 0], size);
    const scale = Atlas.scale();
    const most = Math.max(FEWEST, Math.min(MOST, Math.round((size.x * size.y) / ROOM / scale ** 2)));
    const all = chart.ranked
      .filter((spot) => chart.marked.has(spot))
      .map((spot) => ({ spot, at: map.latLngToContainerPoint(spot.latlng) }));
    const marks = all.filter(({ at }) => seen.contains(at));
    const half = 12 * scale;
    const taken = all.map(({ at }) => L.bounds(at.subtract([half, half]), at.add([half, half])));
    taken.push(...Atlas.view.covered(chart, ".leaflet-control, .atlas-far:not([hidden])"));
    const towns = marks.slice(0, 2 * most).map((mark) => ({ ...mark, name: townName(mark.spot) }));
    const lands = countries(seen);
    const elements = [...towns, ...lands].map(({ name, isCountry }) => element(name, isCountry));
    const rooms = elements.map(({ offsetWidth, offsetHeight }) => L.point(offsetWidth, offsetHeight));
    let count = 0;
    towns.forEach(({ at }, number) => {
      const way = count < most && positions(at, rooms[number], half).find(fits);
      settle(elements[number], way);
      if (way) count += 1;
    });
    lands.forEach(({ at, across }, turn) => {
      const number = towns.length + turn;
      const room = rooms[number];
      const way = L.bounds(at.subtract(room.divideBy(2)), at.add(room.divideBy(2)));
      settle(elements[number], 2 * room.x <= across && fits(way) ? way : null);
    });

    function fits(way) {
      return seen.contains(way) && !taken.some((other) => other.overlaps(way));
    }

    function settle(element, way) {
      if (!way) {
        element.remove();
        return;
      }
      taken.push(way);
      L.DomUtil.setPosition(element, map.containerPointToLayerPoint(way.min));
    }
  }

  function townName({ group }) {
    const { places } = Atlas.groups.content(chart, group);
    const name = texts.placeLink(group.lead.places[0]).textContent;
    return places.length > 1 ? `${name} +${places.length - 1}` : name;
  }

  function element(name, isCountry) {
    const made = pane.appendChild(document.createElement("span"));
    made.className = isCountry ? "atlas-name atlas-name-country" : "atlas-name";
    made.dir = "auto";
    made.textContent = name;
    return made;
  }

  /* Beside the marker, above it, below it. */
  function positions({ x, y }, { x: width, y: height }, half) {
    const beside = half + GAP;
    const corners = [
      [x + beside, y - height / 2],
      [x - beside - width, y - height / 2],
      [x - width / 2, y - beside - height],
      [x - width / 2, y + beside],
    ];
    return corners.map(([left, top]) => L.bounds([left, top], [left + width, top + height]));
  }

  /* Names in the page's language are those of the choice of a country. */
  function countries(seen) {
    const options = [...box.querySelectorAll(".atlas-choose option")];
    const names = new Map(options.map(({ value, textContent }) => [value, textContent]));
    return (window.AtlasWorld?.features ?? []).flatMap(({ bbox, properties: { iso2, middle } }) => {
      if (!names.has(iso2) || !middle) return [];
      const turn = 360 * Math.ceil((chart.west - middle[0]) / 360);
      const at = map.latLngToContainerPoint([middle[1], middle[0] + turn]);
      const across = ((bbox[2] - bbox[0]) * 256 * 2 ** map.getZoom()) / 360;
      return seen.contains(at) ? [{ at, across, name: names.get(iso2), isCountry: true }] : [];
    });
  }

  map.on("moveend resize", update);
  return { update };
};
