/* Interactive maps: what they show on hover, on focus and when a place or line is chosen.
   Every text is read from the page that the map stands on; see maps/__init__.py for the contract. */
(() => {
  "use strict";

  const CLOSEST = { pins: 6, countries: 8 }; // zoom levels that show neighbours as well
  const APART = 26; // pixels: markers are 24 across, and nearer ones are drawn as one
  const NAMED = 3; // places named in a marker's label
  const LISTED = 50; // cooperations in a popup; where there are more, it counts them
  const CONTROLS = 60; // pixels: the side on which the controls are, which covers no marker
  const SEEN = 9; // pixels: a country smaller than this is marked by a dot
  const SVG = "http://www.w3.org/2000/svg";

  const charts = [];
  const cooperationsOf = new WeakMap(); // element of a marker or line -> ids
  let page;

  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    L.Map.mergeOptions({ zoomAnimation: false, fadeAnimation: false, inertia: false });
  }

  // What folium's GeoJSON layer asks for

  function style(feature) {
    const form = feature.properties.form;
    if (!form) return {};
    return { className: `atlas-tie atlas-form-${form}`, interactive: false, weight: 2.5 };
  }

  /* A spot: where its lines end. What is pointed at and focused is the marker of its group. */
  function pointToLayer(feature, latlng) {
    return L.circleMarker(latlng, { radius: 3, interactive: false, className: "atlas-spot" });
  }

  /* What every map has, whatever it shows: the land, its view, its controls. */
  function frame(map) {
    page ??= readPage();
    const box = map.getContainer();
    const world = drawWorld(map);
    goHome(map, { animate: false });
    limit(map, world);
    addControls({ map, box });
    scrollPast({ map, box });
    return { map, box };
  }

  function ready(map, layer) {
    const chart = {
      ...frame(map),
      layers: new Map(), // cooperation id -> its line layers
      spots: [], // in the order of the Tab key
      ranked: [], // those with the most cooperations first
      groups: [],
    };
    charts.push(chart);
    layer.eachLayer((each) => (each.getLatLngs ? addLine(chart, each) : addSpot(chart, each)));
    chart.ranked = [...chart.spots].sort((a, b) => b.cooperations.length - a.cooperations.length);
    regroup(chart);
    map.on("zoomend", () => regroup(chart));
    chart.box.addEventListener("keydown", (event) => onEscape(chart, event), true);
    map.on("popupclose", () => closed(chart));
  }

  // Texts of the page

  function readPage() {
    const found = { places: new Map(), rows: new Map() };
    for (const node of marked("data-place")) {
      if (!found.places.has(node.dataset.place)) found.places.set(node.dataset.place, node);
    }
    for (const row of marked("data-cooperation")) {
      const id = row.dataset.cooperation;
      if (!found.rows.has(id)) found.rows.set(id, []);
      found.rows.get(id).push(row);
    }
    found.dir = getComputedStyle(document.body).direction;
    found.plural = new Intl.PluralRules(document.documentElement.lang || "en");
    return found;
  }

  /* What the page shows with this attribute, and then what the maps' templates hold. */
  function marked(attribute) {
    const hidden = [...document.querySelectorAll(".atlas-map > template")];
    const roots = [document, ...hidden.map((template) => template.content)];
    return roots.flatMap((root) => [...root.querySelectorAll(`[${attribute}]`)]);
  }

  function copyOfLink(node) {
    const link = node.matches("a[href]") ? node : node.querySelector("a[href]");
    const copy = document.createElement(link ? "a" : "bdi");
    if (link) copy.setAttribute("href", link.getAttribute("href"));
    copy.textContent = (link || node).textContent.trim();
    if (link?.lang) copy.lang = link.lang;
    if (link?.dir) copy.dir = link.dir;
    return copy;
  }

  function placeLink(id) {
    const node = page.places.get(id);
    if (node) return copyOfLink(node);
    const name = document.createElement("bdi");
    name.textContent = id;
    return name;
  }

  function placeNames(ids) {
    return ids.map((id) => placeLink(id).textContent).join(" – ");
  }

  function briefNames(ids) {
    return placeNames(ids.slice(0, NAMED)) + (ids.length > NAMED ? " …" : "");
  }

  function counted(box, number) {
    const text =
      box.getAttribute(`data-count-${page.plural.select(number)}`) ?? box.dataset.countOther;
    return (text ?? "{n}").replace("{n}", number);
  }

  // Groups: spots whose markers would overlap have one, at the spot with the most cooperations

  /* Go through the spots once, looking for groups no farther than in the neighbouring squares of
     a grid. Each group's own spot lies APART from those of all others, so few fit into a square. */
  function grouped({ map, ranked }) {
    const squares = new Map(); // "column row" -> groups
    const groups = [];
    for (const spot of ranked) {
      const at = map.project(spot.getLatLng()).round();
      spot.group = nearest(squares, at);
      if (!spot.group) {
        spot.group = { at, lead: spot, spots: [] };
        groups.push(spot.group);
        const square = `${Math.floor(at.x / APART)} ${Math.floor(at.y / APART)}`;
        if (!squares.has(square)) squares.set(square, []);
        squares.get(square).push(spot.group);
      }
      spot.group.spots.push(spot);
    }
    return groups;
  }

  function nearest(squares, at) {
    let found = null;
    let least = APART;
    for (const column of [-1, 0, 1]) {
      for (const row of [-1, 0, 1]) {
        const square = `${Math.floor(at.x / APART) + column} ${Math.floor(at.y / APART) + row}`;
        for (const group of squares.get(square) ?? []) {
          const distance = at.distanceTo(group.at);
          if (distance < least) [found, least] = [group, distance];
        }
      }
    }
    return found;
  }

  /* Markers that stay are not touched, so that they keep the focus; new ones come between them
     in the order of the spots. */
  function regroup(chart) {
    const former = chart.groups;
    const isFocused = ({ lead }) => lead.marker.getElement() === document.activeElement;
    const focused = former.find(isFocused)?.lead;
    chart.groups = grouped(chart);
    let next = null;
    for (let at = chart.spots.length - 1; at >= 0; at -= 1) {
      const spot = chart.spots[at];
      if (spot.group.lead === spot) next = mark(chart, spot, next);
    }
    closeChanged(chart);
    if (focused && focused.group.lead !== focused) {
      focused.group.lead.marker.getElement().focus({ preventScroll: true });
    }
    for (const { lead } of former) {
      if (lead.group.lead === lead) continue;
      lead.marker.remove();
      lead.marker = null;
    }
  }

  /* A popup whose marker stands for other places now would say what is no longer so. */
  function closeChanged(chart) {
    const { popup } = chart;
    if (!popup?.group || isSame(popup.group, popup.group.lead.group)) return;
    popup.opener = popup.group.lead.group.lead.marker.getElement();
    chart.map.closePopup();
  }

  function isSame(group, other) {
    const { lead, spots } = group;
    return (
      lead === other.lead &&
      spots.length === other.spots.length &&
      spots.every((spot, at) => spot === other.spots[at])
    );
  }

  // Markers and lines

  function addSpot(chart, spot) {
    const { places, cooperations } = spot.feature.properties;
    chart.spots.push(Object.assign(spot, { places, cooperations }));
  }

  /* Let the spot have a marker that says what its group holds; give the marker's element. */
  function mark(chart, spot, next) {
    if (!spot.marker) {
      addMarker(chart, spot);
      const element = spot.marker.getElement();
      if (next) element.parentNode.insertBefore(element, next);
    } else if (isSame(spot.marked, spot.group)) {
      return spot.marker.getElement();
    }
    spot.marked = spot.group;
    const { places, cooperations, isCluster } = content(spot.group);
    const many = cooperations.length;
    const badge = isCluster || many > 1 ? String(many) : "";
    const element = spot.marker.getElement();
    const dot = element.firstChild;
    dot.textContent = badge;
    dot.className = "atlas-pin-dot";
    dot.classList.toggle("atlas-pin-many", badge !== "");
    dot.classList.toggle("atlas-pin-thousands", many > 999);
    dot.classList.toggle("atlas-pin-cluster", isCluster);
    element.setAttribute("aria-label", markerName(chart, places, many, badge));
    cooperationsOf.set(element, cooperations);
    return element;
  }

  /* What is seen on a marker is part of its name, also where a language counts in words: who
     speaks to the computer says what is seen. */
  function markerName(chart, places, many, badge) {
    const count = counted(chart.box, many);
    const seen = count.includes(badge) ? "" : ` – ${badge}`;
    return `${briefNames(places)}, ${count}${seen}`;
  }

  function addMarker(chart, spot) {
    const html = document.createElement("span");
    const icon = L.divIcon({ className: "atlas-pin", html, iconSize: [24, 24] });
    spot.marker = L.marker(spot.getLatLng(), { icon, riseOnHover: true }).addTo(chart.map);
    const element = spot.marker.getElement();
    element.setAttribute("aria-haspopup", "dialog");
    element.setAttribute("aria-expanded", "false");
    element.addEventListener("keydown", (event) => onMarkerKey(chart, spot, event));
    spot.marker.bindTooltip(() => spotText(chart, spot), { direction: "top", offset: [0, -10] });
    spot.marker.on("click", () => openSpots(chart, spot));
  }

  /* The places and the cooperations of a group, each once. */
  function content({ spots }) {
    return {
      places: spots.flatMap((spot) => spot.places),
      cooperations: [...new Set(spots.flatMap((spot) => spot.cooperations))],
      isCluster: spots.length > 1,
    };
  }

  function spotText(chart, spot) {
    const { places, cooperations } = content(spot.group);
    return textBox(briefNames(places), counted(chart.box, cooperations.length));
  }

  function addLine(chart, line) {
    const { places, cooperations } = line.feature.properties;
    for (const id of cooperations) {
      if (!chart.layers.has(id)) chart.layers.set(id, []);
      chart.layers.get(id).push(line);
    }
    const wide = { className: "atlas-tie-hit", weight: 16, opacity: 0, bubblingMouseEvents: false };
    const hit = L.polyline(line.getLatLngs(), wide).addTo(chart.map);
    cooperationsOf.set(hit.getElement(), cooperations);
    hit.bindTooltip(() => lineText(chart, places, cooperations), { sticky: true });
    hit.on("click", (event) => openLine(chart, line, event.latlng));
  }

  function textBox(...lines) {
    const box = document.createElement("div");
    box.dir = page.dir;
    for (const text of lines) box.appendChild(document.createElement("div")).textContent = text;
    return box;
  }

  function lineText(chart, places, cooperations) {
    const row = cooperations.length === 1 && page.rows.get(cooperations[0])?.[0];
    const what = row ? copyOfLink(row).textContent : counted(chart.box, cooperations.length);
    return textBox(placeNames(places), what);
  }

  // Popups

  function openSpots(chart, spot) {
    const { group } = spot;
    const ids = group.spots.flatMap((spot) => spot.cooperations);
    const isListed = ids.length <= LISTED && ids.every((id) => page.rows.has(id));
    const text = popupBox();
    for (const { places, cooperations } of group.spots) {
      text.append(heading(places));
      if (isListed) text.append(list(cooperations));
      else text.lastChild.append(" ", count(chart, cooperations));
    }
    const name = briefNames(content(group).places);
    open(chart, spot.getLatLng(), text, name, { opener: spot.marker.getElement(), group });
  }

  function openLine(chart, line, latlng) {
    const { places, cooperations } = line.feature.properties;
    const text = popupBox();
    text.append(heading(places), list(cooperations));
    open(chart, latlng, text, placeNames(places));
  }

  function popupBox() {
    const box = document.createElement("div");
    box.className = "atlas-popup-text";
    box.dir = page.dir;
    return box;
  }

  function heading(places) {
    const line = document.createElement("p");
    line.className = "atlas-popup-place";
    places.forEach((id, at) => line.append(at ? " – " : "", placeLink(id)));
    return line;
  }

  function list(cooperations) {
    const items = document.createElement("ul");
    for (const id of cooperations) {
      const row = page.rows.get(id)?.[0];
      if (!row) continue;
      const item = items.appendChild(document.createElement("li"));
      item.dataset.cooperation = id;
      item.append(copyOfLink(row));
    }
    return items;
  }

  function count(chart, cooperations) {
    const text = document.createElement("span");
    text.className = "atlas-popup-count";
    text.textContent = counted(chart.box, cooperations.length);
    return text;
  }

  /* `opener` and `group` are of the marker that the popup belongs to, if it belongs to one. */
  function open(chart, latlng, text, name, { opener, group } = {}) {
    chart.map.closePopup();
    chart.map.eachLayer((layer) => layer.closeTooltip?.());
    const besideControls = page.dir === "rtl" ? "autoPanPaddingBottomRight" : "autoPanPaddingTopLeft";
    const popup = L.popup({
      className: "atlas-popup",
      [besideControls]: [52, 8],
      maxWidth: Math.min(320, chart.box.clientWidth - 110),
      maxHeight: Math.max(120, chart.box.clientHeight - 110),
      offset: opener ? [0, -2] : [0, 7],
      closeOnEscapeKey: false,
    });
    popup.setLatLng(latlng).setContent(text).openOn(chart.map);
    const element = popup.getElement();
    chart.popup = { element, opener, group, entered: false };
    element.setAttribute("role", "dialog");
    element.setAttribute("aria-label", name);
    element
      .querySelector(".leaflet-popup-close-button")
      .setAttribute("aria-label", chart.box.dataset.close ?? "×");
    opener?.setAttribute("aria-expanded", "true");
    element.addEventListener("keydown", (event) => onPopupKey(chart, event));
    element.addEventListener("focusin", () => (chart.popup.entered = true));
  }

  /* Focus that was in the popup goes back to where the popup was opened from. Leaflet may have
     taken the popup out of the page already, which leaves the focus on the body. */
  function closed(chart) {
    if (!chart.popup) return;
    const { element, opener, entered } = chart.popup;
    chart.popup = null;
    opener?.setAttribute("aria-expanded", "false");
    const focused = document.activeElement;
    if (element.contains(focused) || (entered && focused === document.body)) {
      (opener ?? chart.box).focus({ preventScroll: true });
    }
  }

  // Keyboard: Enter opens, Tab walks marker - popup - next marker, Escape closes

  function onMarkerKey(chart, spot, event) {
    const isOpen = chart.popup?.opener === spot.marker.getElement();
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      event.stopPropagation();
      if (isOpen) chart.map.closePopup();
      else openSpots(chart, spot);
    } else if (event.key === "Tab" && !event.shiftKey && isOpen) {
      event.preventDefault();
      chart.popup.element.querySelector("a[href]").focus();
    }
  }

  function onPopupKey(chart, event) {
    if (event.key !== "Tab" || !chart.popup?.opener) return;
    const links = [...chart.popup.element.querySelectorAll("a[href]")];
    if (event.shiftKey && document.activeElement === links[0]) {
      event.preventDefault();
      chart.popup.opener.focus();
    } else if (!event.shiftKey && document.activeElement === links.at(-1)) {
      chart.map.closePopup(); // focus is back on the marker; the browser takes it to the next one
    }
  }

  function onEscape(chart, event) {
    if (event.key !== "Escape" || !chart.popup) return;
    event.stopPropagation();
    chart.map.closePopup();
  }

  // A cooperation lights up everywhere at once: its line, its rows, its entry in a popup

  function light(ids) {
    for (const node of document.querySelectorAll(".atlas-lit")) node.classList.remove("atlas-lit");
    for (const chart of charts) {
      chart.box.classList.toggle("atlas-has-lit", ids.some((id) => chart.layers.has(id)));
      for (const layer of ids.flatMap((id) => chart.layers.get(id) ?? [])) {
        layer.getElement()?.classList.add("atlas-lit");
        layer.bringToFront();
      }
    }
    for (const row of ids.flatMap((id) => page.rows.get(id) ?? [])) row.classList.add("atlas-lit");
  }

  function follow(event) {
    if (!charts.length || !event.target.closest) return;
    const node = event.target.closest("[data-cooperation], .atlas-pin, .atlas-tie-hit");
    light(node ? (cooperationsOf.get(node) ?? [node.dataset.cooperation]) : []);
  }

  document.addEventListener("pointerover", follow);
  document.addEventListener("focusin", follow);

  // The outlines

  function drawWorld(map) {
    const world = window.AtlasWorld ?? { type: "FeatureCollection", features: [] };
    const shaded = new Set(map.options.atlasCountries);
    const pane = "atlas-world";
    map.createPane(pane);
    const renderer = L.svg({ pane, padding: 0.5 });
    const bounds = map.options.atlasBounds;
    const turns = [0];
    if (bounds && bounds[1][1] > 180) turns.push(360);
    if (bounds && bounds[0][1] < -180) turns.push(-360);
    const dots = [];
    for (const turn of turns) {
      for (const isShaded of [false, true]) {
        const features = world.features.filter((f) => shaded.has(f.properties.iso2) === isShaded);
        const className = isShaded ? "atlas-land atlas-shaded" : "atlas-land";
        L.geoJson(
          { type: "FeatureCollection", features },
          {
            pane,
            renderer,
            interactive: false,
            filter: (feature) => feature.geometry.type !== "Point",
            coordsToLatLng: ([lon, lat]) => L.latLng(lat, lon + turn),
            style: { className, weight: 0.75 },
          },
        ).addTo(map);
        if (isShaded) dots.push(...features.map((f) => tinyDot(f, turn, renderer)));
      }
    }
    const showDots = () => dots.forEach((dot) => dot?.showIfTiny(map));
    map.on("zoomend", showDots);
    return turns;
  }

  function tinyDot(feature, turn, renderer) {
    const { dot, across } = feature.properties;
    if (!dot) return null;
    const circle = L.circleMarker([dot[1], dot[0] + turn], {
      pane: "atlas-world",
      renderer,
      interactive: false,
      radius: 5,
      className: "atlas-shaded atlas-shaded-dot",
    });
    circle.showIfTiny = (map) => {
      const pixels = (across * 256 * 2 ** map.getZoom()) / 360;
      if (pixels < SEEN) circle.addTo(map);
      else circle.remove();
    };
    return circle;
  }

  function goHome(map, options) {
    const maxZoom = map.options.atlasBounds ? CLOSEST.pins : CLOSEST.countries;
    const edge = Math.max(36, 0.1 * map.getSize().y);
    const sides = [[Math.max(edge, CONTROLS), edge], [edge, edge]];
    const [paddingTopLeft, paddingBottomRight] = page.dir === "rtl" ? sides.reverse() : sides;
    map.fitBounds(home(map), { paddingTopLeft, paddingBottomRight, maxZoom, ...options });
  }

  function home(map) {
    if (map.options.atlasBounds) return map.options.atlasBounds;
    const bounds = L.latLngBounds([]);
    const shaded = new Set(map.options.atlasCountries);
    for (const { bbox, properties } of window.AtlasWorld?.features ?? []) {
      if (shaded.has(properties.iso2)) bounds.extend([bbox[1], bbox[0]]).extend([bbox[3], bbox[2]]);
    }
    return bounds.isValid() ? bounds : [[-56, -180], [78, 180]];
  }

  function limit(map, turns) {
    const west = -180 + Math.min(...turns);
    const east = 180 + Math.max(...turns);
    const whole = map.getBoundsZoom([[-56, west], [78, east]]);
    map.setMinZoom(Math.min(whole, map.getZoom()));
    map.setMaxBounds([[-89, west - 60], [89, east + 60]]);
  }

  // Controls and touch

  function addControls({ map, box }) {
    const position = page.dir === "rtl" ? "topright" : "topleft";
    const zoomInTitle = box.dataset.zoomIn ?? "+";
    const zoomOutTitle = box.dataset.zoomOut ?? "−";
    L.control.zoom({ position, zoomInTitle, zoomOutTitle }).addTo(map);
    const reset = L.control({ position });
    reset.onAdd = () => resetButton(map, box.dataset.reset ?? "⤢");
    reset.addTo(map);
  }

  function resetButton(map, title) {
    const bar = L.DomUtil.create("div", "leaflet-bar leaflet-control");
    const button = L.DomUtil.create("a", "atlas-reset", bar);
    Object.assign(button, { href: "#", role: "button", title });
    button.setAttribute("aria-label", title);
    const icon = document.createElementNS(SVG, "svg");
    icon.setAttribute("viewBox", "0 0 18 18");
    icon.setAttribute("aria-hidden", "true");
    const corners = document.createElementNS(SVG, "path");
    corners.setAttribute("d", "M3 7V3h4M11 3h4v4M15 11v4h-4M7 15H3v-4");
    button.appendChild(icon).appendChild(corners);
    L.DomEvent.disableClickPropagation(button);
    L.DomEvent.on(button, "click", (event) => {
      L.DomEvent.preventDefault(event);
      map.closePopup();
      goHome(map);
    });
    return bar;
  }

  /* One finger scrolls the page, two fingers move the map; a mouse drags it. */
  function scrollPast({ map, box }) {
    if (matchMedia("(pointer: coarse)").matches) map.dragging.disable();
    const choose = (event) => map.dragging[event.pointerType === "touch" ? "disable" : "enable"]();
    box.addEventListener("pointerdown", choose, true);
  }

  window.Atlas = { style, pointToLayer, ready, frame, goHome, grouped };
})();
