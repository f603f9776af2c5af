/* The controls of a map - closer, farther, all of it, full screen, a country - and its manners: one
   finger scrolls the page past it. What they do is said in a live region. */
Atlas.controls = (chart) => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const WHOLE = "*"; // the choice of all countries
  const ICONS = {
    whole: "M9 2a7 7 0 1 0 0 14a7 7 0 1 0 0-14zM2 9h14M9 2c-4 4-4 10 0 14c4-4 4-10 0-14",
    fill: "M3 7V3h4M11 3h4v4M15 11v4h-4M7 15H3v-4",
    leave: "M7 3v4H3M15 7h-4V3M11 15v-4h4M3 11h4v4",
  };
  const { map, box } = chart;
  const { dataset } = box;
  const isRtl = Atlas.texts.direction() === "rtl";
  const position = isRtl ? "topright" : "topleft";
  const status = box.appendChild(document.createElement("p"));
  status.className = "atlas-map-status";
  status.setAttribute("role", "status");

  function say(text) {
    status.textContent = text ?? "";
  }

  // Buttons

  function button(icon, title, act) {
    const bar = L.DomUtil.create("div", "leaflet-bar leaflet-control");
    const link = L.DomUtil.create("a", "atlas-control", bar);
    Object.assign(link, { href: "#", role: "button" });
    dress(link, icon, title);
    L.DomEvent.disableClickPropagation(bar);
    L.DomEvent.on(link, "click", (event) => {
      L.DomEvent.preventDefault(event);
      act();
    });
    link.addEventListener("keydown", (event) => {
      if (event.key === " ") {
        event.preventDefault();
        act();
      }
    });
    const control = L.control({ position });
    control.onAdd = () => bar;
    control.addTo(map);
    return link;
  }

  function dress(link, icon, title) {
    link.title = title;
    link.setAttribute("aria-label", title);
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 18 18");
    svg.setAttribute("aria-hidden", "true");
    svg.appendChild(document.createElementNS(SVG, "path")).setAttribute("d", ICONS[icon]);
    link.replaceChildren(svg);
  }

  function goWhole() {
    Atlas.popups.close(chart);
    Atlas.view.goWhole(chart);
    if (select) select.value = "";
    say(dataset.whole);
  }

  const zoomInTitle = dataset.zoomIn ?? "+";
  const zoomOutTitle = dataset.zoomOut ?? "−";
  L.control.zoom({ position, zoomInTitle, zoomOutTitle }).addTo(map);
  button("whole", dataset.reset ?? "⤢", goWhole);
  const filler = button("fill", dataset.fill ?? "⛶", () => screen.toggle());
  const screen = Atlas.screen.of(box, (isFull) => {
    dress(filler, isFull ? "leave" : "fill", (isFull ? dataset.leave : dataset.fill) ?? "⛶");
    say(isFull ? dataset.filled : "");
    map.invalidateSize({ animate: false });
    const focused = document.activeElement;
    if (focused === document.body || box.contains(focused)) filler.focus({ preventScroll: true });
  });

  // The choice of a country

  const given = box.querySelector(":scope > template")?.content.querySelector("select");
  const select = given?.cloneNode(true);
  if (select) {
    const holder = L.control({ position: isRtl ? "topleft" : "topright" });
    holder.onAdd = () => {
      const bar = L.DomUtil.create("div", "leaflet-bar leaflet-control atlas-choose");
      bar.dir = Atlas.texts.direction();
      bar.append(select);
      L.DomEvent.disableClickPropagation(bar);
      L.DomEvent.disableScrollPropagation(bar);
      return bar;
    };
    holder.addTo(map);
    select.addEventListener("change", choose);
  }

  function choose() {
    const chosen = select.value;
    const name = select.selectedOptions[0].textContent;
    Atlas.popups.close(chart);
    if (chosen === WHOLE) Atlas.view.goWhole(chart);
    else if (chosen) Atlas.view.goTo(chart, chosen);
    select.value = chosen; // what ends a movement before it would take the choice back
    say(chosen === WHOLE ? dataset.whole : (dataset.shows ?? "{name}").replace("{name}", name));
  }

  /* Offer other countries than before: a code and a name for each, in this order. */
  function offer(countries) {
    if (!select) return;
    const fixed = [...select.options].filter(({ value }) => value === "" || value === WHOLE);
    const options = countries.map(({ code, name, lang }) => {
      const option = new Option(name, code);
      if (lang) option.lang = lang;
      return option;
    });
    select.replaceChildren(...fixed, ...options);
    select.value = "";
  }

  // Touch

  /* One finger scrolls the page, two fingers move the map; a mouse drags it, and a finger does
     where the map is all there is. */
  const isStill = (touches) => touches && !screen.isFull();
  if (matchMedia("(pointer: coarse)").matches) map.dragging.disable();
  box.addEventListener(
    "pointerdown",
    ({ pointerType }) => map.dragging[isStill(pointerType === "touch") ? "disable" : "enable"](),
    true,
  );

  /* Moved by the visitor, the map shows neither all nor a country chosen. */
  map.on("movestart", () => {
    if (chart.isFitting) return;
    chart.isHome = false;
    if (select) select.value = "";
  });

  return { offer, say };
};
