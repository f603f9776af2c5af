/* The filters as the page has them: boxes to tick, with how many each would leave. */

import { NOW, whenOf } from "./atlas-explore-question.js";
import { LISTED, OF_REGISTERS, askTiers, tiersAsked } from "./atlas-explore-tiers.js";

/* What the filters say; values without a box stay. */
export function chosenIn(form, chosen) {
  const next = { ...chosen, both: form.elements.countries.value !== "" };
  const tiers = new Set();
  for (const element of form.querySelectorAll("[data-facet]")) {
    const name = element.dataset.facet;
    const values = name === "evidence" ? tiers : new Set(chosen[name]);
    for (const { value, checked } of boxesOf(element)) {
      if (checked) values.add(value);
      else values.delete(value);
    }
    if (name !== "evidence") next[name] = values;
  }
  const when = form.elements.when?.value;
  if (when && when !== whenOf(chosen)) next.state = new Set(when === "now" ? NOW : []);
  return "evidence" in chosen ? askedOf(next, chosen, tiers) : next;
}

/* Tiers that were ticked because of what else was chosen are not asked for by themselves. */
function askedOf(next, chosen, tiers) {
  const before = tiersAsked(chosen);
  const isAsIs = tiers.size === before.size && [...tiers].every((one) => before.has(one));
  return isAsIs ? next : askTiers(next, tiers);
}

function boxesOf(element) {
  return [...element.querySelectorAll("input[type=checkbox]")];
}

/* `counts` have a Map for each facet. While what registers list has not come, how many of it a value
   would leave is known only as long as nothing else is chosen: `isAll`. */
export function showFilters(form, chosen, { counts, records, isComplete, isAll }) {
  let all = 0;
  const tiers = tiersAsked(chosen);
  for (const element of form.querySelectorAll("[data-facet]")) {
    const name = element.dataset.facet;
    const values = name === "evidence" ? tiers : chosen[name];
    for (const box of boxesOf(element)) {
      const count = counts[name].get(box.value) ?? 0;
      const number = box.closest("label").querySelector("b");
      const isOfListed = name === "evidence" ? box.value === LISTED : OF_REGISTERS.includes(name);
      const isKnown = isComplete || !isOfListed;
      number.dataset.all ??= number.textContent;
      box.checked = values.has(box.value);
      if (isKnown) write(number, records.number(count));
      else write(number, isAll ? number.dataset.all : "");
      box.closest("li").classList.toggle("atlas-explore-empty", isKnown && !count && !box.checked);
    }
    write(element.querySelector("summary .atlas-explore-chosen"), numberChosen(chosen[name].size));
    all += chosen[name].size;
  }
  write(form.querySelector(".atlas-explore-fold .atlas-explore-chosen"), numberChosen(all));
  for (const one of form.elements.countries) one.checked = (one.value !== "") === chosen.both;
  for (const one of form.elements.when ?? []) one.checked = one.value === whenOf(chosen);
  if (form.elements.q.value.trim() !== chosen.q) form.elements.q.value = chosen.q;

  function numberChosen(number) {
    return number ? records.counted(number, records.phrases.chosen) : "";
  }
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/* In a narrow window the filters are folded away until they are asked for. */
export function fold(form) {
  const button = form.querySelector(".atlas-explore-fold");
  button.addEventListener("click", () => {
    const isOpen = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(isOpen));
  });
}
