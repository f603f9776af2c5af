/* Spellings of one word made the same. The same steps as Python's i18n/normalize.py takes, in the
   same order; a test runs both. */

/* Marks that people do without. */
const MARKS =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]+/g;

/* Letters, apostrophes and digits that people write one way or another. */
const ALIKE = {
  "\u00df": "ss",
  "\u00e6": "ae",
  "\u0153": "oe",
  "\u00fe": "th",
  "\u00f8": "o",
  "\u0142": "l",
  "\u0111": "d",
  "\u00f0": "d",
  "\u0127": "h",
  "\u0167": "t",
  "\u014b": "n",
  "\u0131": "i",
  "\u0138": "k",
  "\u0259": "e",
  "\u025b": "e",
  "\u0254": "o",
  "\u0253": "b",
  "\u0257": "d",
  "\u0199": "k",
  "\u0272": "n",
  "\u01b4": "y",
  "\u03c2": "\u03c3", // final sigma
  "\u0671": "\u0627", // alef wasla -> alef
  "\u0629": "\u0647", // teh marbuta -> heh
  "\u0649": "\u064a", // alef maksura -> yeh
  "\u06cc": "\u064a", // Farsi yeh -> yeh
  "\u06a9": "\u0643", // keheh -> kaf
  "\u0640": "", // tatweel -> nothing
  "\u0621": "", // hamza -> nothing
  "\u06af": "\u0643", // gaf -> kaf
  "\u06ad": "\u0643", // ng -> kaf
  "\u0763": "\u0643", // keheh with three dots -> kaf
  "\u06be": "\u0647", // heh doachashmee -> heh
  "\u06c1": "\u0647", // heh goal -> heh
  "\u06d5": "\u0647", // ae -> heh
  "\u067e": "\u0628", // peh -> beh
  "\u06a4": "\u0641", // veh -> feh
};
for (const apostrophe of "\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u2032`\ua78c") ALIKE[apostrophe] = "'";
for (const zero of [0x660, 0x6f0, 0x966, 0x9e6]) {
  for (let digit = 0; digit < 10; digit++) ALIKE[String.fromCharCode(zero + digit)] = `${digit}`;
}
const ALIKE_PATTERN = new RegExp(`[${Object.keys(ALIKE).join("")}]`, "g");

/* All but letters and digits, and the marks of those scripts that keep theirs. */
const SIGNS = /(?:[^\p{L}\p{N}\u0900-\u109f\u1780-\u17ff\u3099\u309a]|[_\u0964\u0965])+/u;

/* The Arabic article, with the "and" that is written onto it, where a word is left of it. */
const ARTICLE = /^\u0648?\u0627\u0644(?=[\p{L}\p{N}_]{3})/u;

/* A text as it is searched: without case and accents, Arabic without its variants. */
export function fold(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(MARKS, "")
    .replace(ALIKE_PATTERN, (letter) => ALIKE[letter]);
}

/* The folded words of a text, without the Arabic article. */
export function words(text) {
  return fold(text).split(SIGNS).filter(Boolean).map((word) => word.replace(ARTICLE, ""));
}

const MOST_WORDS = 12; // further ones are not asked for
const LATIN = /^[a-z]$/;

/* The words of a question that matter: not the `common` ones, nor single letters, where there are
   others. */
export function wordsAsked(query, common) {
  const all = [...new Set(words(query))].slice(0, MOST_WORDS);
  const few = all.filter((word) => !common.includes(word) && !LATIN.test(word));
  return few.length ? few : all;
}

/* Those parts of a question in which these words stand. */
export function asWritten(query, some) {
  const parts = query.split(/[\s,;]+/).filter((part) => words(part).some((one) => some.includes(one)));
  return parts.join(" ") || some.join(" ");
}
