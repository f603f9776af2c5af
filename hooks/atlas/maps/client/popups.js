/* Popups of markers and lines, by pointer and by keyboard: Enter opens, Tab walks from the marker
   or line through the popup to the next, Escape closes. */
Atlas.popups = (() => {
  "use strict";

  const LISTED = 50; // cooperations in a popup; where there are more, it counts them

  function openSpots(chart, spot) {
    const { group } = spot;
    const ids = group.spots.flatMap((each) => each.cooperations);
    const links = ids.length <= LISTED ? ids.map((id) => chart.texts.cooperationLink(id)) : [null];
    const isListed = links.every(Boolean);
    const text = popupBox();
    for (const { places, cooperations } of group.spots) {
      text.append(heading(chart, places));
      if (isListed) text.append(list(chart, cooperations));
      else text.lastChild.append(" ", count(chart, cooperations));
    }
    const { places } = Atlas.groups.content(group);
    const name = Atlas.texts.brief(chart.texts.placeLink, places);
    open(chart, spot.latlng, text, name, { opener: spot.marker.getElement(), group });
  }

  /* `opener` is the line's element, if it was opened by keyboard. */
  function openLine(chart, { places, cooperations }, latlng, opener) {
    const text = popupBox();
    text.append(heading(chart, places));
    if (cooperations.length <= LISTED) text.append(list(chart, cooperations));
    else text.lastChild.append(" ", count(chart, cooperations));
    open(chart, latlng, text, Atlas.texts.names(chart.texts.placeLink, places), { opener });
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

  function list({ texts }, cooperations) {
    const items = document.createElement("ul");
    for (const id of cooperations) {
      const link = texts.cooperationLink(id);
      if (!link) continue;
      const item = items.appendChild(document.createElement("li"));
      item.dataset.cooperation = id;
      Atlas.light.mark(item, [id]);
      item.append(link);
    }
    return items;
  }

  function count({ texts }, cooperations) {
    const text = document.createElement("span");
    text.className = "atlas-popup-count";
    text.textContent = texts.counted(cooperations.length);
    return text;
  }

  /* `opener` is the element that the popup belongs to, if any, `group` that of its marker. */
  function open(chart, latlng, text, name, { opener, group } = {}) {
    chart.map.closePopup();
    chart.map.eachLayer((layer) => layer.closeTooltip?.());
    const isRtl = Atlas.texts.direction() === "rtl";
    const besideControls = isRtl ? "autoPanPaddingBottomRight" : "autoPanPaddingTopLeft";
    const popup = L.popup({
      className: "atlas-popup",
      [besideControls]: [52, 8],
      maxWidth: Math.min(320, chart.box.clientWidth - 110),
      maxHeight: Math.max(120, chart.box.clientHeight - 110),
      offset: group ? [0, -2] : [0, 7],
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
    element.addEventListener("keydown", (event) => onKey(chart, event));
    element.addEventListener("focusin", () => (chart.popup.entered = true));
  }

  /* A popup whose marker stands for other places now would say what is no longer so. */
  function closeChanged(chart) {
    const { popup } = chart;
    if (!popup?.group || Atlas.groups.isSame(popup.group, popup.group.lead.group)) return;
    popup.opener = popup.group.lead.group.lead.marker?.getElement();
    chart.map.closePopup();
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

  /* A key on the element of a marker or line, which `openIt` opens. */
  function onOpenerKey(chart, element, openIt, event) {
    const isOpen = chart.popup?.opener === element;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      event.stopPropagation();
      if (isOpen) chart.map.closePopup();
      else openIt();
    } else if (event.key === "Tab" && !event.shiftKey && isOpen) {
      event.preventDefault();
      chart.popup.element.querySelector("a[href]").focus();
    }
  }

  function onKey(chart, event) {
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

  function attend(chart) {
    chart.box.addEventListener("keydown", (event) => onEscape(chart, event), true);
    chart.map.on("popupclose", () => closed(chart));
  }

  return { attend, openSpots, openLine, closeChanged, onOpenerKey };
})();
