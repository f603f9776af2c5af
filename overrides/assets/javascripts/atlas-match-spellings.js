/* Names as lists write them, cleaned and made comparable as Python's imports/spellings.py does; a
   test runs both. */

import { fold } from "./atlas-fold.js";

const UNSEEN =
  /(?![\n\r\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]|[\u2028\u2029\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc]|(?<!\p{scx=Arab})[\u200c\u200d]|[\u200c\u200d](?!\p{scx=Arab})/gu;
const SIGNS = /[^\p{L}\p{N}]+/gu;
const COMMA_BELOW = { "\u015f": "\u0219", "\u0163": "\u021b" }; // Romanian, as old fonts had them

const LATIN = "ABCEHIJKMOPSTXYaceijopsxyABEZHIKMNOPTYXo";
const ALIKE = "АВСЕНІЈКМОРЅТХУасеіјорѕхуΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
const CYRILLIC = 25; // of these letters are Cyrillic, the others Greek
const IS_LATIN = /[A-Za-z\u00c0-\u024f\u1e00-\u1eff]/g;
const IS_ALIKE = /[\u0370-\u03ff\u0400-\u052f]/;

/* A text without what nobody sees or meant: marks of direction, blanks, letters of another script. */
export function clean(text) {
  const plain = text.normalize("NFC").replace(/\s+/g, " ").replace(UNSEEN, "").trim();
  return IS_ALIKE.test(plain) ? plain.split(" ").map(unmix).join(" ") : plain;
}

/* A word in the script that most of its letters are of. */
function unmix(word) {
  const latin = word.match(IS_LATIN)?.length ?? 0;
  if (!latin || !IS_ALIKE.test(word)) return word;
  const [from, to] = latin * 2 > word.length ? [ALIKE, LATIN] : [LATIN.slice(0, CYRILLIC), ALIKE.slice(0, CYRILLIC)];
  return [...word].map((letter) => to[from.indexOf(letter)] ?? letter).join("");
}

/* Small letters without accents, one blank between words: alike for all ways to write a name. */
export function foldName(name) {
  return spaced(fold(name)) || name;
}

/* The same with its accents: Lohne is not Löhne. */
export function plainName(name) {
  const small = name.toLowerCase().replace(/[şţ]/g, (letter) => COMMA_BELOW[letter]);
  return spaced(small.normalize("NFC").replaceAll("\u0307", "")) || name;
}

function spaced(text) {
  return text.replace(SIGNS, " ").trim();
}
