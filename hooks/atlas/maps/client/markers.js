/* Markers: one for each group of places, in the order of the places, which is the Tab key's. */
Atlas.markers = (() => {
  "use strict";

  const MANY = 400; // of more places than this, only those near to what is in view have markers
  const MARGIN = 200; // pixels beyond what is in view

  /* Markers that stay are not touched, so that they keep the focus; new ones come between them
     in the order of the spots. */
  function regroup(chart) {
    const former = chart.marked;
    const isFocused = ({ marker }) => marker.getElement() === document.activeElement;
    const focused = [...former].find(isFocused);
    const shown = new Set(inView(chart, Atlas.groups.of(chart)).map(({ lead }) => lead));
    chart.marked = shown;
    let next = null;
    for (let at = chart.spots.length - 1; at >= 0; at -= 1) {
      const spot = chart.spots[at];
      if (shown.has(spot)) next = mark(chart, spot, next);
    }
    Atlas.popups.closeChanged(chart);
    if (focused && !shown.has(focused)) {
      const heir = focused.group?.lead.marker?.getElement() ?? chart.box;
      heir.focus({ preventScroll: true });
    }
    for (const spot of former) {
      if (shown.has(spot)) continue;
      spot.marker.remove();
      spot.marker = null;
    }
  }

  function inView({ map, spots }, groups) {
    if (spots.length <= MANY) return groups;
    const { min, max } = map.getPixelBounds();
    const seen = L.bounds(min.subtract([MARGIN, MARGIN]), max.add([MARGIN, MARGIN]));
    return groups.filter(({ at }) => seen.contains(at));
  }

  /* Let the spot have a marker that says what its group holds; give the marker's element. */
  function mark(chart, spot, next) {
    if (!spot.marker) {
      add(chart, spot);
      const element = spot.marker.getElement();
      if (next) element.parentNode.insertBefore(element, next);
    } else if (Atlas.groups.isSame(spot.marked, spot.group)) {
      return spot.marker.getElement();
    }
    spot.marked = spot.group;
    const { places, cooperations, isCluster } = Atlas.groups.content(spot.group);
    const many = cooperations.length;
    const badge = isCluster || many > 1 ? String(many) : "";
    const element = spot.marker.getElement();
    const dot = element.firstChild;
    dot.textContent = badge;
    dot.className = "atlas-pin-dot";
    dot.classList.toggle("atlas-pin-many", badge !== "");
    dot.classList.toggle("atlas-pin-thousands", many > 999);
    dot.classList.toggle("atlas-pin-cluster", isCluster);
    element.setAttribute("aria-label", name(chart.texts, places, many, badge));
    Atlas.light.mark(element, cooperations);
    return element;
  }

  /* What is seen on a marker is part of its name, also where a language counts in words: who
     speaks to the computer says what is seen. */
  function name({ placeLink, counted }, places, many, badge) {
    const count = counted(many);
    const seen = count.includes(badge) ? "" : ` – ${badge}`;
    return `${Atlas.texts.brief(placeLink, places)}, ${count}${seen}`;
  }

  function add(chart, spot) {
    const side = 24 * Atlas.scale();
    const html = document.createElement("span");
    const icon = L.divIcon({ className: "atlas-pin", html, iconSize: [side, side] });
    spot.marker = L.marker(spot.latlng, { icon, riseOnHover: true }).addTo(chart.map);
    const element = spot.marker.getElement();
    element.setAttribute("aria-haspopup", "dialog");
    element.setAttribute("aria-expanded", "false");
    const open = () => Atlas.popups.openSpots(chart, spot);
    element.addEventListener("keydown", (event) => {
      Atlas.popups.onOpenerKey(chart, element, open, event);
    });
    spot.marker.bindTooltip(() => text(chart, spot), { direction: "top", offset: [0, -10] });
    spot.marker.on("click", open);
  }

  function text({ texts }, spot) {
    const { places, cooperations } = Atlas.groups.content(spot.group);
    const count = texts.counted(cooperations.length);
    return Atlas.texts.lines(Atlas.texts.brief(texts.placeLink, places), count);
  }

  return { regroup };
})();
