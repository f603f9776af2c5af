/* The map of the cooperations found. Thousands of lines are drawn on one canvas; places have markers
   as on the other maps, but only those in view. */
/* global L, Atlas */

const CROWD = 400; // of more lines than this each is thin, pale, without dashes and less round
const EVERY = 4; // points of a line in a crowd
const STROKE = 64; // lines drawn in one stroke: of thousands at once none would be seen for long
const SLICE = 12; // milliseconds of drawing before the page may do something else
const LISTED = 20; // cooperations, or places, in a popup; where there are more, it counts them
const NAMED = 3; // places named in a marker's label
const KM_PER_POINT = 300;
const DOT = 3; // pixels: where a line ends, though the marker of its place is one with another's
const SVG = "http://www.w3.org/2000/svg";

/* The map in `box`; what it gives has `show(found)`. `records` are those of atlas-explore.js. */
export function chart(box, records) {
  const map = L.map(box, {
    zoomControl: false,
    attributionControl: false,
    scrollWheelZoom: false,
    zoomSnap: 0.25,
    minZoom: 0,
    maxZoom: 12,
    atlasCountries: [],
  });
  Atlas.frame(map);
  const lines = new Lines(records).addTo(map);
  const land = landOf(map);
  const markers = new Markers(map, records);
  map.on("moveend", () => markers.place());
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") map.closePopup();
  });

  function show(found) {
    map.closePopup();
    markers.gather(found);
    lines.choose(found);
    shade(land, records.valuesAmong("country", found));
    const bounds = markers.bounds();
    if (String(bounds) !== String(map.options.atlasBounds)) {
      map.options.atlasBounds = bounds;
      Atlas.goHome(map, { animate: false });
    }
    lines.draw();
    markers.place();
  }

  return { show };
}

function landOf(map) {
  const found = new Map();
  map.eachLayer((layer) => {
    const code = layer.feature?.properties.iso2;
    if (code && layer.getElement) found.set(code, layer);
  });
  return found;
}

function shade(land, codes) {
  for (const [code, layer] of land) {
    layer.getElement()?.classList.toggle("atlas-shaded", codes.has(code));
  }
}

// Lines

const Lines = L.Layer.extend({
  initialize(records) {
    this._records = records;
    this._paths = new Map(); // key of a line -> points of the world, 0 to 1 across
    this._lines = new Map(); // form -> key of a line -> [place, place]
    this._dots = new Set(); // places
    this._group = new Map(); // form -> the first form that looks the same
  },

  onAdd(map) {
    this._canvas = L.DomUtil.create("canvas", "atlas-explore-lines leaflet-zoom-hide");
    map.getPanes().overlayPane.append(this._canvas);
    this._readLooks();
    this.choose([]);
    map.on("moveend resize", this.draw, this);
    new MutationObserver(() => {
      this._readLooks();
      this.draw();
    }).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
  },

  /* Each form's colour and dashes are the style sheet's; a path of that form has them. */
  _readLooks() {
    const svg = document.createElementNS(SVG, "svg");
    svg.style.display = "none";
    this._map.getContainer().append(svg);
    this._looks = new Map();
    const byLook = new Map();
    for (const form of this._records.values("form")) {
      const path = svg.appendChild(document.createElementNS(SVG, "path"));
      path.setAttribute("class", `atlas-tie atlas-form-${form}`);
      const { stroke, strokeDasharray } = getComputedStyle(path);
      const first = byLook.get(stroke + strokeDasharray) ?? form;
      byLook.set(stroke + strokeDasharray, first);
      this._group.set(form, first);
      this._looks.set(first, { stroke, dashes: strokeDasharray.match(/[\d.]+/g)?.map(Number) ?? [] });
    }
    svg.remove();
  },

  /* Ties of one look between the same two places are one line. */
  choose(found) {
    const records = this._records;
    this._lines = new Map([...this._looks.keys()].map((form) => [form, new Map()]));
    this._dots.clear();
    for (const one of found) {
      for (const place of records.pinsOf(one)) this._dots.add(place);
      const form = this._group.get(records.formOf(one));
      for (const [a, b] of records.tiesOf(one)) {
        const [low, high] = a < b ? [a, b] : [b, a];
        this._lines.get(form).set(low * records.placeCount + high, [low, high]);
      }
    }
  },

  draw() {
    const map = this._map;
    const size = map.getSize();
    const ratio = window.devicePixelRatio || 1;
    const canvas = this._canvas;
    L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([0, 0]));
    Object.assign(canvas, { width: size.x * ratio, height: size.y * ratio });
    Object.assign(canvas.style, { width: `${size.x}px`, height: `${size.y}px` });
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    cancelAnimationFrame(this._frame);
    this._go(this._strokes(context));
  },

  /* Draw for a while, and go on in the next frame: a map of thousands of lines stops nobody. */
  _go(strokes) {
    const end = performance.now() + SLICE;
    while (performance.now() < end) if (strokes.next().done) return;
    this._frame = requestAnimationFrame(() => this._go(strokes));
  },

  *_strokes(context) {
    const lines = [...this._lines.values()];
    const count = lines.reduce((sum, { size }) => sum + size, 0);
    const isCrowd = count > CROWD;
    const every = isCrowd ? EVERY : 1;
    for (const [form, { stroke, dashes }] of this._looks) {
      const these = [...(this._lines.get(form) ?? [])];
      for (let at = 0; at < these.length; at += STROKE) {
        Object.assign(context, {
          strokeStyle: stroke,
          lineWidth: isCrowd ? 1 : 2.5,
          globalAlpha: isCrowd ? Math.max(0.08, Math.min(0.5, 250 / count)) : 1,
          lineCap: isCrowd ? "butt" : "round",
          lineJoin: isCrowd ? "bevel" : "round",
        });
        context.setLineDash(isCrowd ? [] : dashes);
        context.beginPath();
        for (const [key, line] of these.slice(at, at + STROKE)) {
          this._trace(context, key, line, every);
        }
        context.stroke();
        yield;
      }
    }
    this._drawDots(context);
  },

  _drawDots(context) {
    const map = this._map;
    context.globalAlpha = 1;
    context.fillStyle = getComputedStyle(document.body).getPropertyValue("--atlas-pin");
    context.beginPath();
    for (const place of this._dots) {
      const [lon, lat] = this._records.pointOf(place);
      const { x, y } = map.latLngToContainerPoint([lat, lon]);
      context.moveTo(x + DOT, y);
      context.arc(x, y, DOT, 0, 2 * Math.PI);
    }
    context.fill();
  },

  _trace(context, key, [a, b], every) {
    if (!this._paths.has(key)) this._paths.set(key, this._arc(a, b));
    const points = this._paths.get(key);
    const across = 256 * 2 ** this._map.getZoom();
    const { min } = this._map.getPixelBounds();
    const turns = [0]; // a line over the edge of the world comes in again on the other side
    if (points.east > 1) turns.push(-1);
    if (points.west < 0) turns.push(1);
    const last = points.length / 2 - 1;
    for (const turn of turns) {
      for (let step = 0; step <= last; step = step < last ? Math.min(last, step + every) : last + 1) {
        const at = 2 * step;
        const x = (points[at] + turn) * across - min.x;
        const y = points[at + 1] * across - min.y;
        if (at) context.lineTo(x, y);
        else context.moveTo(x, y);
      }
    }
  },

  /* The great circle between two places, as x and y in turn, by spherical interpolation. */
  _arc(a, b) {
    const from = this._records.pointOf(a);
    const to = this._records.pointOf(b);
    const [start, end] = [onSphere(from), onSphere(to)];
    const angle = Math.acos(Math.max(-1, Math.min(1, dot(start, end))));
    const steps = Math.max(2, Math.min(32, Math.round((angle * 6371) / KM_PER_POINT)));
    const points = new Float64Array(2 * (steps + 1));
    let lon = from[0];
    for (let step = 0; step <= steps; step += 1) {
      const [x, y, z] = between(start, end, angle, step / steps);
      const next = (Math.atan2(y, x) * 180) / Math.PI;
      lon = next + 360 * Math.round((lon - next) / 360); // no jump at 180 degrees
      points[2 * step] = lon / 360 + 0.5;
      points[2 * step + 1] = 0.5 - Math.atanh(Math.max(-0.9999, Math.min(0.9999, z))) / (2 * Math.PI);
    }
    const xs = points.filter((_, at) => at % 2 === 0);
    return Object.assign(points, { west: Math.min(...xs), east: Math.max(...xs) });
  },
});

function onSphere([lon, lat]) {
  const [l, p] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
  return [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)];
}

function dot(a, b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function between(start, end, angle, share) {
  const sine = Math.sin(angle);
  if (sine < 1e-9) return start;
  const [p, q] = [Math.sin((1 - share) * angle) / sine, Math.sin(share * angle) / sine];
  return start.map((value, at) => p * value + q * end[at]);
}

// Markers

class Markers {
  #map;
  #records;
  #spots = []; // those with the most cooperations first
  #shown = new Map(); // place -> marker

  constructor(map, records) {
    this.#map = map;
    this.#records = records;
  }

  /* The places of the cooperations found. */
  gather(found) {
    const at = new Map();
    for (const one of found) {
      for (const place of this.#records.pinsOf(one)) {
        if (!at.has(place)) at.set(place, []);
        at.get(place).push(one);
      }
    }
    this.#spots = [...at].map(([place, cooperations]) => this.#spot(place, cooperations));
    this.#spots.sort((a, b) => b.cooperations.length - a.cooperations.length || a.place - b.place);
  }

  #spot(place, cooperations) {
    const [lon, lat] = this.#records.pointOf(place);
    const latlng = L.latLng(lat, lon);
    return { place, cooperations, getLatLng: () => latlng };
  }

  bounds() {
    if (!this.#spots.length) return undefined;
    const bounds = L.latLngBounds(this.#spots.map((spot) => spot.getLatLng()));
    return [
      [bounds.getSouth(), bounds.getWest()],
      [bounds.getNorth(), bounds.getEast()],
    ];
  }

  /* One marker for spots that would overlap, at the one with the most cooperations. A marker that
     stays is not touched, so that it keeps the focus. */
  place() {
    const map = this.#map;
    const view = map.getPixelBounds();
    const seen = L.bounds(view.min.subtract([30, 30]), view.max.add([30, 30]));
    const groups = Atlas.grouped({ map, ranked: this.#spots }).filter(({ at }) => seen.contains(at));
    const kept = new Set(groups.map(({ lead }) => lead.place));
    for (const [place, marker] of this.#shown) {
      if (!kept.has(place)) this.#drop(place, marker);
    }
    for (const group of groups) this.#mark(group);
  }

  #drop(place, marker) {
    if (marker.getElement() === document.activeElement) {
      this.#map.getContainer().focus({ preventScroll: true });
    }
    marker.remove();
    this.#shown.delete(place);
  }

  #mark(group) {
    const { lead, spots } = group;
    const marker = this.#shown.get(lead.place) ?? this.#add(lead);
    marker.group = group;
    const many = new Set(spots.flatMap((spot) => spot.cooperations)).size;
    const badge = spots.length > 1 || many > 1 ? String(many) : "";
    const element = marker.getElement();
    const mark = element.firstChild;
    if (mark.textContent !== badge) mark.textContent = badge;
    mark.className = "atlas-pin-dot";
    mark.classList.toggle("atlas-pin-many", badge !== "");
    mark.classList.toggle("atlas-pin-thousands", many > 999);
    mark.classList.toggle("atlas-pin-cluster", spots.length > 1);
    const count = this.#records.counted(many);
    const number = count.includes(badge) ? "" : ` – ${badge}`; // what is seen is said
    element.setAttribute("aria-label", `${this.#names(spots)}, ${count}${number}`);
    marker.count = count;
  }

  #add({ place, getLatLng }) {
    const html = document.createElement("span");
    const icon = L.divIcon({ className: "atlas-pin", html, iconSize: [24, 24] });
    const marker = L.marker(getLatLng(), { icon, riseOnHover: true }).addTo(this.#map);
    marker.bindTooltip(() => this.#tooltip(marker), { direction: "top", offset: [0, -10] });
    marker.on("click", () => this.#open(marker, false));
    const element = marker.getElement();
    element.setAttribute("aria-haspopup", "dialog");
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      this.#open(marker, true);
    });
    this.#shown.set(place, marker);
    return marker;
  }

  #names(spots) {
    const names = spots.slice(0, NAMED).map(({ place }) => this.#records.placeName(place).text);
    return names.join(" – ") + (spots.length > NAMED ? " …" : "");
  }

  #tooltip({ group, count }) {
    const box = document.createElement("div");
    box.dir = document.body.dir;
    for (const text of [this.#names(group.spots), count]) {
      box.appendChild(document.createElement("div")).textContent = text;
    }
    return box;
  }

  #open(marker, byKey) {
    const map = this.#map;
    const { spots } = marker.group;
    const box = document.createElement("div");
    box.className = "atlas-popup-text";
    box.dir = document.body.dir;
    const isListed = spots.flatMap((spot) => spot.cooperations).length <= LISTED;
    for (const spot of spots.slice(0, LISTED)) box.append(...this.#entry(spot, isListed));
    if (spots.length > LISTED) box.append("…");
    marker.closeTooltip();
    const options = {
      className: "atlas-popup",
      maxWidth: Math.min(320, map.getContainer().clientWidth - 110),
      maxHeight: Math.max(120, map.getContainer().clientHeight - 110),
    };
    const popup = L.popup(options).setLatLng(marker.getLatLng()).setContent(box).openOn(map);
    const element = popup.getElement();
    const close = element.querySelector(".leaflet-popup-close-button");
    close.setAttribute("aria-label", map.getContainer().dataset.close);
    element.setAttribute("role", "dialog");
    element.setAttribute("aria-label", this.#names(spots));
    if (!byKey) return;
    element.querySelector("a[href]").focus({ preventScroll: true });
    popup.once("remove", () => marker.getElement()?.focus({ preventScroll: true }));
  }

  #entry({ place, cooperations }, isListed) {
    const heading = document.createElement("p");
    heading.className = "atlas-popup-place";
    heading.append(this.#records.placeLink(place));
    if (!isListed) {
      const count = document.createElement("span");
      count.className = "atlas-popup-count";
      count.textContent = this.#records.counted(cooperations.length);
      heading.append(" ", count);
      return [heading];
    }
    const list = document.createElement("ul");
    for (const one of cooperations) {
      list.appendChild(document.createElement("li")).append(this.#records.link(one));
    }
    return [heading, list];
  }
}
