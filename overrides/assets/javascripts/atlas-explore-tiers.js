/* What is filtered, in two tiers that are never mixed: the cooperations, and the ties that registers
   list, which come when they are asked for. */

import { Filter } from "./atlas-explore-filter.js";

export const [RESEARCHED, LISTED] = ["researched", "listed"];

export const OF_REGISTERS = ["register", "stated"]; // facets that ask for both tiers
const NOBODY = { found: [], missing: undefined, counts: {} };

/* The tiers that are asked for: what is researched, unless somebody says so or asks by register. */
export function tiersAsked({ evidence, ...chosen }) {
  if (evidence?.size) return evidence;
  const isByRegister = OF_REGISTERS.some((facet) => chosen[facet]?.size);
  return new Set(isByRegister ? [RESEARCHED, LISTED] : [RESEARCHED]);
}

/* The same asked of these tiers; nothing is said that goes without saying. */
export function askTiers(chosen, tiers) {
  const implied = { ...chosen, evidence: new Set() };
  const usual = tiersAsked(implied);
  const isUsual = !tiers.size || (tiers.size === usual.size && [...tiers].every((one) => usual.has(one)));
  return isUsual ? implied : { ...chosen, evidence: tiers };
}

export class Tiers {
  #researched;
  #listed;
  #fetched; // names of files -> their content
  #titles; // the file of these, until it has come
  #language;
  #coming;

  /* `fetched(name)` gives a file of the folder of the list, in `language`. */
  constructor(records, language, fetched) {
    this.#researched = tierOf(records, records.phrases.common, "names.json");
    this.#titles = `titles-${language}.json`;
    this.#language = language;
    this.#fetched = fetched;
    this.records = records;
  }

  get researched() {
    return this.#researched.items;
  }

  get hasListed() {
    return this.#listed !== undefined;
  }

  /* Fetches what registers list; `base` leads to the root of the language. */
  addListed(base) {
    this.#coming ??= (async () => {
      const [{ Listed }, filters, words] = await Promise.all([
        import("./atlas-explore-listed.js"),
        ...["listed", `listed-${this.#language}`].map((name) => this.#fetched(`${name}.json`)),
      ]);
      const listed = new Listed(filters, words, this.records, base, this.#fetched);
      this.#listed = tierOf(listed, this.records.phrases.common, "listed-names.json");
    })();
    this.#coming.catch(() => (this.#coming = undefined));
    return this.#coming;
  }

  /* By titles and all names, which are fetched when something is typed; without the names, by titles
     alone. */
  async learn() {
    const tiers = [this.#researched, this.#listed].filter((tier) => tier?.names);
    const learning = tiers.map(async (tier) => {
      tier.filter.learn(await this.#fetched(tier.names));
      tier.names = "";
    });
    if (this.#titles) {
      const { titles } = await this.#fetched(this.#titles);
      this.#researched.filter.learnTitles(titles);
      this.#titles = "";
    }
    await Promise.allSettled(learning);
  }

  /* What is found in both tiers, `researched` and `listed`, each a list of items of a tier; `found`
     are those to show. Where nothing is researched, what is listed is shown unasked. `counts` have
     a Map from values to numbers for each facet. */
  answer(chosen) {
    const asked = tiersAsked(chosen);
    const open = { ...chosen, evidence: chosen.evidence ?? new Set() };
    const [ours, theirs] = [this.#researched, this.#listed].map((tier) => answerOf(tier, open));
    const instead = !open.evidence.size && !ours.found.length;
    const shows = [asked.has(RESEARCHED), asked.has(LISTED) || instead];
    const [researched, listed] = [ours, theirs].map(({ found }, at) => (shows[at] ? found : []));
    return {
      researched,
      listed,
      found: [...researched, ...listed],
      others: shows[1] ? 0 : theirs.found.length,
      missing: missingOf(ours, theirs),
      counts: addUp([ours, theirs], shows),
    };
  }
}

/* `names` are in a file, until it has come. */
function tierOf(of, common, names) {
  const items = Array.from({ length: of.count }, (_, one) => ({ of, one, key: of.key(one) }));
  return { items, filter: new Filter(of.filters, common), names };
}

/* Has the rows of items there. */
export async function loadRows(items) {
  const tiers = new Set(items.map(({ of }) => of));
  const load = (tier) => tier.load(items.filter(({ of }) => of === tier).map(({ one }) => one));
  await Promise.all([...tiers].map(load));
}

function answerOf(tier, chosen) {
  if (!tier) return NOBODY;
  const { found, ...rest } = tier.filter.answer(chosen);
  return { ...rest, found: found.map((one) => tier.items[one]) };
}

/* Words that neither tier has. */
function missingOf({ missing }, theirs) {
  return theirs.missing ? missing.filter((word) => theirs.missing.includes(word)) : missing;
}

/* How many have a value, of the tiers that are shown; what asks for both tiers counts in both. */
function addUp(answers, shows) {
  const counts = {};
  for (const [at, answer] of answers.entries()) {
    for (const [facet, numbers] of Object.entries(answer.counts)) {
      counts[facet] ??= new Map();
      if (!shows[at] && facet !== "evidence" && !OF_REGISTERS.includes(facet)) continue;
      for (const [value, number] of numbers) {
        counts[facet].set(value, (counts[facet].get(value) ?? 0) + number);
      }
    }
  }
  return counts;
}
