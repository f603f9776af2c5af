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
    const content = Atlas.groups.content(chart, spot.group);
    const { cooperations, listed, isCluster, isPast } = content;
    const isListed = !cooperations.length && listed.length > 0;
    const many = isListed ? listed.length : cooperations.length;
    const badge = isCluster || many > 1 ? String(many) : "";
    const element = spot.marker.getElement();
    const dot = element.firstChild;
    dot.textContent = badge;
    dot.className = "atlas-pin-dot";
    dot.classList.toggle("atlas-pin-many", badge !== "");
    dot.classList.toggle("atlas-pin-thousands", many > 999);
    dot.classList.toggle("atlas-pin-cluster", isCluster);
    dot.classList.toggle("atlas-pin-listed", isListed);
    dot.classList.toggle("atlas-pin-past", isPast);
    element.setAttribute("aria-label", name(chart.texts, content, badge));
    const around = spot.group.spots.flatMap((each) => each.places);
    Atlas.light.mark(element, cooperations, listed.length ? around : []);
    return element;
  }

  /* What is seen on a marker is part of its name, also where a language counts in words: who
     speaks to the computer says what is seen. */
  function name(texts, content, badge) {
    const counts = Atlas.texts.counts(texts, content);
    const seen = counts[0].includes(badge) ? "" : ` – ${badge}`;
    const said = [...counts, texts.state(content.state)].filter(Boolean).join(", ");
    return `${Atlas.texts.brief(texts.placeLink, content.places)}, ${said}${seen}`;
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

  function text(chart, spot) {
    const content = Atlas.groups.content(chart, spot.group);
    const names = Atlas.texts.brief(chart.texts.placeLink, content.places);
    const said = [...Atlas.texts.counts(chart.texts, content), chart.texts.state(content.state)];
    return Atlas.texts.lines(names, ...said.filter(Boolean));
  }

  return { regroup };
})();
