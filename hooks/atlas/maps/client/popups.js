/* Popups of markers and lines, by pointer and by keyboard: Enter opens, Tab walks from the marker
   or line through the popup to the next, Escape closes. */
Atlas.popups = (() => {
  "use strict";

  const NARROW = 600; // pixels: on a map of less a popup would cover all, so it comes from below
  const MOST = 50; // cooperations in a popup, and listed places; of more, it says how many

  function openSpots(chart, spot) {
    const { group } = spot;
    const content = Atlas.groups.content(chart, group);
    const ids = group.spots.flatMap((each) => each.cooperations);
    const links = ids.length <= MOST ? ids.map((id) => chart.texts.cooperationLink(id)) : [null];
    const isNamed = links.every(Boolean);
    const text = popupBox();
    const isShown = ({ listed, cooperations }, at) =>
      at < MOST || cooperations.length || !listed?.length;
    const shown = group.spots.filter(isShown);
    for (const each of shown) {
      text.append(heading(chart, each.places));
      const counts = Atlas.texts.counts(chart.texts, Atlas.groups.content(chart, { spots: [each] }));
      if (isNamed && each.cooperations.length) {
        const stands = (id) => Atlas.states.at(each, "cooperations", id);
        text.append(list(chart, each.cooperations, stands));
        for (const count of counts.slice(1)) text.append(countOf("p", count));
      } else {
        const state = chart.texts.state(Atlas.states.of(each));
        const said = [...counts, state].filter(Boolean);
        for (const count of said) text.lastChild.append(" ", countOf("span", count));
      }
    }
    const name = Atlas.texts.brief(chart.texts.placeLink, content.places);
    const counts = [...Atlas.texts.counts(chart.texts, content), chart.texts.state(content.state)];
    const number = counts.filter(Boolean).join(", ");
    if (group.spots.length > shown.length) text.append(countOf("p", `… ${number}`));
    if (content.listed.length) text.append(countOf("p", chart.texts.unchecked));
    open(chart, spot.latlng, text, name, number, { opener: spot.marker.getElement(), group });
  }

  /* Of a pair that a register lists: who lists it, and the way to its own row. */
  function openTie(chart, tie, latlng) {
    const { texts } = chart;
    const text = popupBox();
    const [names, ...facts] = texts.tie(tie);
    const said = facts.join(", ");
    text.append(heading(chart, tie.places));
    const line = text.appendChild(document.createElement("p"));
    line.append(texts.tieLink?.(tie) ?? said);
    if (texts.state(tie.state)) text.append(countOf("p", texts.state(tie.state)));
    open(chart, latlng, text, names, said);
  }

  /* `opener` is the line's element, if it was opened by keyboard. */
  function openLine(chart, { places, cooperations, state }, latlng, opener) {
    const text = popupBox();
    text.append(heading(chart, places));
    if (cooperations.length <= MOST) text.append(list(chart, cooperations));
    else text.lastChild.append(" ", countOf("span", chart.texts.counted(cooperations.length)));
    const stands = chart.texts.state(state);
    if (stands) text.append(countOf("p", stands));
    const name = Atlas.texts.names(chart.texts.placeLink, places);
    const said = [chart.texts.counted(cooperations.length), stands].filter(Boolean).join(", ");
    open(chart, latlng, text, name, said, { opener });
  }

  function popupBox() {
    const box = document.createElement("div");
    box.className = "atlas-popup-text";
    box.dir = Atlas.texts.direction();
    return box;
  }

  function heading({ texts }, places) {
    const line = document.createElement("p");
    line.className = "atlas-popup-place";
    places.forEach((id, at) => line.append(at ? " – " : "", texts.placeLink(id)));
    return line;
  }

  /* `stands` gives how each of them stands here, if that is not said beside the list. */
  function list({ texts }, cooperations, stands = () => undefined) {
    const items = document.createElement("ul");
    for (const id of cooperations) {
      const link = texts.cooperationLink(id);
      if (!link) continue;
      const item = items.appendChild(document.createElement("li"));
      item.dataset.cooperation = id;
      Atlas.light.mark(item, [id]);
      item.append(link);
      const state = texts.state(stands(id));
      if (state) item.append(" ", countOf("span", `(${state})`));
    }
    return items;
  }

  function countOf(element, count) {
    const text = document.createElement(element);
    text.className = "atlas-popup-count";
    text.textContent = count;
    return text;
  }

  /* `opener` is the element that the popup belongs to, if any, `group` that of its marker. It is
     said in a sentence that it is open, and the focus goes to it. */
  function open(chart, latlng, text, name, count, { opener, group } = {}) {
    close(chart);
    chart.map.eachLayer((layer) => layer.closeTooltip?.());
    const isSheet = chart.box.clientWidth < NARROW * Atlas.scale();
    const element = isSheet ? sheet(chart, text) : bubble(chart, latlng, text, group);
    chart.popup = { element, opener, group, isSheet, entered: false };
    element.setAttribute("role", "dialog");
    element.setAttribute("aria-label", name);
    element.tabIndex = -1;
    opener?.setAttribute("aria-expanded", "true");
    element.addEventListener("keydown", (event) => onKey(chart, event));
    element.addEventListener("focusin", () => (chart.popup.entered = true));
    element.focus({ preventScroll: true });
    chart.say(`${name}: ${count}`);
  }

  function bubble(chart, latlng, text, group) {
    const isRtl = Atlas.texts.direction() === "rtl";
    const scale = Atlas.scale();
    const top = 18 + (chart.box.querySelector(".atlas-choose")?.offsetHeight ?? 0);
    const popup = L.popup({
      className: "atlas-popup",
      autoPanPaddingTopLeft: [isRtl ? 8 : 52 * scale, top],
      autoPanPaddingBottomRight: [isRtl ? 52 * scale : 8, 8],
      maxWidth: Math.min(320 * scale, chart.box.clientWidth - 110 * scale),
      maxHeight: Math.max(120, chart.box.clientHeight - 70 - top),
      offset: group ? [0, -2] : [0, 7],
      closeOnEscapeKey: false,
    });
    popup.setLatLng(latlng).setContent(text).openOn(chart.map);
    const element = popup.getElement();
    const shut = element.querySelector(".leaflet-popup-close-button");
    shut.setAttribute("aria-label", chart.box.dataset.close ?? "×");
    return element;
  }

  /* On a narrow map: at the foot of the window and over all else, with all its text to be scrolled
     to. The map is brought above it. */
  function sheet(chart, text) {
    const element = document.createElement("div");
    element.className = "atlas-sheet";
    element.dir = Atlas.texts.direction();
    const shut = document.createElement("button");
    Object.assign(shut, { type: "button", className: "atlas-sheet-close", textContent: "×" });
    shut.setAttribute("aria-label", chart.box.dataset.close ?? "×");
    shut.addEventListener("click", () => close(chart));
    element.append(text, shut);
    (chart.box.closest(".atlas-map-block") ?? document.body).append(element);
    element.addEventListener("keydown", (event) => onEscape(chart, event));
    const hidden = chart.box.getBoundingClientRect().bottom - element.getBoundingClientRect().top;
    if (hidden > 0) window.scrollBy({ top: hidden, behavior: "instant" });
    return element;
  }

  function close(chart) {
    if (chart.popup?.isSheet) closed(chart);
    else chart.map.closePopup();
  }

  /* A popup whose marker stands for other places now would say what is no longer so. */
  function closeChanged(chart) {
    const { popup } = chart;
    if (!popup?.group || Atlas.groups.isSame(popup.group, popup.group.lead.group)) return;
    popup.opener = popup.group.lead.group.lead.marker?.getElement();
    close(chart);
  }

  /* Focus that was in the popup goes back to where the popup was opened from. Leaflet may have
     taken the popup out of the page already, which leaves the focus on the body. */
  function closed(chart) {
    if (!chart.popup) return;
    const { element, opener, entered, isSheet } = chart.popup;
    const focused = document.activeElement;
    const isInside = element.contains(focused) || (entered && focused === document.body);
    chart.popup = null;
    if (isSheet) element.remove();
    opener?.setAttribute("aria-expanded", "false");
    if (isInside) {
      (opener ?? chart.box).focus({ preventScroll: true });
    }
  }

  /* A key on the element of a marker or line, which `openIt` opens. */
  function onOpenerKey(chart, element, openIt, event) {
    const isOpen = chart.popup?.opener === element;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      event.stopPropagation();
      if (isOpen) close(chart);
      else openIt();
    } else if (event.key === "Tab" && !event.shiftKey && isOpen) {
      event.preventDefault();
      chart.popup.element.querySelector("a[href]").focus();
    }
  }

  function onKey(chart, event) {
    if (event.key !== "Tab" || !chart.popup?.opener) return;
    const links = [...chart.popup.element.querySelectorAll("a[href], .atlas-sheet-close")];
    const isFirst = [links[0], chart.popup.element].includes(document.activeElement);
    if (event.shiftKey && isFirst) {
      event.preventDefault();
      chart.popup.opener.focus();
    } else if (!event.shiftKey && document.activeElement === links.at(-1)) {
      close(chart); // focus is back on the marker; the browser takes it to the next one
    }
  }

  function onEscape(chart, event) {
    if (event.key !== "Escape" || !chart.popup) return;
    event.stopPropagation();
    close(chart);
  }

  function attend(chart) {
    chart.box.addEventListener("keydown", (event) => onEscape(chart, event), true);
    chart.map.on("popupclose", () => closed(chart));
    chart.map.on("preclick", () => chart.popup?.isSheet && close(chart));
  }

  return { attend, openSpots, openLine, openTie, close, closeChanged, onOpenerKey };
})();
