"""Which country somebody means, who writes it as people do.

What is sure is no guess: a name in some language, the long name of a state, or a part and its state
("Ohio, United States"). What is spelled like a name, or holds one, is offered and no more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from atlas.i18n.normalize import words
from atlas.lookup.country_names import Codes, country_names, find_code, split_name, writing
from atlas.model.iso_codes import STATES

_LONGEST = 120
"""Letters; a longer text names no country."""

_MOST = 3
"""A text that may mean more countries than this says nothing."""

_SHORTEST_CUT = 3
"""Letters of the longest word of a name that is written short; initials alone say nothing."""

_FOOTNOTE = re.compile(r"\[\w{1,3}\]")
_REMARK = re.compile(r"(.+)\(([^()]+)\)\s*")
_BRACKETS = re.compile(r"([^()]+)\((.+)\)\s*")
_SEPARATOR = re.compile(r"(?:[,;/|،؛]|\s[-–—]\s)(?![^()]*\))")
"""Between parts, but not within brackets."""

_INITIALS = re.compile(r"(?:\w\.\s?){3,}")
_WORD = re.compile(r"[\w'’]+\.?")


@dataclass(frozen=True, slots=True)
class CountryMatch:
    """The codes of ISO 3166-1 that a text may mean.

    One of `codes` is sure, several share the name. Where there is none, the text is refused, unless
    there are `offers`: what is only like it, and has to be asked. `historic` is of a state that is
    no more: in which country of today a place of it lies, only its point can say.
    """

    codes: Codes = ()
    offers: Codes = ()
    historic: bool = False


_PAST = CountryMatch(historic=True)
_NONE = CountryMatch()


@lru_cache(maxsize=4096)
def resolve(text: str) -> CountryMatch:
    """What `text` means. Its own letters alone decide, not what else is in a list."""
    text = _FOOTNOTE.sub("", text).strip()
    if len(text) > _LONGEST or not any(map(str.isalpha, text)):
        return _NONE
    return _resolve(text) or _offer(split_name(text))


def _resolve(text: str) -> CountryMatch | None:
    """The same without offers; None if nothing is known of it."""
    ways = (_resolve_name, _resolve_parts, _resolve_long, _resolve_short)
    return next(filter(None, (way(text) for way in ways)), None)


def _resolve_name(text: str) -> CountryMatch | None:
    """A name, a code, or a state that is no more or that has no code."""
    written = split_name(text)
    if _INITIALS.fullmatch(text):
        written = ["".join(words(text))]
    if code := find_code(text):
        return CountryMatch((code,))
    if found := country_names().called(written):
        return CountryMatch(found)
    for name in ("".join(written), "".join(_without_forms(written))):
        if name in _said("past"):
            return _PAST
        if name in _said("unrecognised"):
            return _NONE
    return None


def _resolve_long(text: str) -> CountryMatch | None:
    """A name with a form of state: that of today's, or of one that is no more."""
    written = split_name(text)
    forms = {form for word in written if (form := _form_of_word().get(word))}
    found = _called_but_for_forms(written)
    same = tuple(code for code in found if all(_is_of_form(code, form) for form in forms))
    if same:
        return CountryMatch(same)
    if found or any(not writing("of-form").get(form, [form]) for form in forms):
        return _PAST
    return None


def _without_forms(written: Sequence[str]) -> list[str]:
    return [word for word in written if word not in _form_of_word()]


def _called_but_for_forms(written: Sequence[str]) -> Codes:
    """What goes by the words that are left of a name; "islands" may be too much in it as well."""
    rest = _without_forms(written)
    main = [word for word in rest if word not in _said("islands")]
    for left in (rest, main):
        if len(left) < len(written) and (found := country_names().called(left)):
            return found
    return ()


def _is_of_form(code: str, form: str) -> bool:
    if form == "republic":
        return not any(code in codes for codes in writing("of-form").values())
    return code in writing("of-form")[form]


def _resolve_parts(text: str) -> CountryMatch | None:
    """A part and its state, or a name with another, or with a remark, in brackets."""
    parts = [part.strip() for part in _SEPARATOR.split(text)]
    if len(parts) > 1 and all(map(find_code, parts)):
        return CountryMatch(tuple(dict.fromkeys(map(find_code, parts))))
    if len(parts) > 1:
        part, state = _SEPARATOR.split(text, maxsplit=1)
        return _combine(part.strip(), state.strip())
    if (found := _REMARK.fullmatch(text)) and "".join(split_name(found[2])) in _said("remarks"):
        return _resolve(found[1].strip())
    if found := _BRACKETS.fullmatch(text):
        return _combine(found[1].strip(), found[2].strip())
    return None


def _combine(part: str, state: str) -> CountryMatch | None:
    """What a part and its state mean: the state, unless its part has a code of its own."""
    a, b = _resolve(part) or _NONE, _resolve(state) or _NONE
    if a.historic or b.historic:
        return CountryMatch(offers=a.codes or b.codes, historic=True)
    if one := _agree(a.codes, b.codes):
        return CountryMatch((one,))
    if is_code_of_part(state):
        return CountryMatch(offers=_few((*a.codes, *b.codes)))
    if a.codes and not is_code_of_part(part):
        return CountryMatch(_few((*a.codes, *b.codes))) if b.codes else None
    return b if b.codes else None


def is_code_of_part(text: str) -> bool:
    """Whether a text is a code that may be a part's as well: "Portland, ME" is in no Montenegro."""
    return len(text) == len("ME") and bool(find_code(text)) and text not in {"GB", "US"}


def _agree(a: Codes, b: Codes) -> str:
    """The one code in which two texts agree: the same, or that of the part, or of its state."""
    both = [code for code in a if code in b]
    parts = [code for code in a if STATES.get(code) in b] + [c for c in b if STATES.get(c) in a]
    namesakes = writing("namesakes")
    states = [code for code in b if set(a) & set(namesakes.get(code, ()))]
    states += [code for code in a if set(b) & set(namesakes.get(code, ()))]
    for found in (both, parts, states):
        if found:
            return found[0] if len(found) == 1 else ""
    return ""


def _resolve_short(text: str) -> CountryMatch | None:
    """A name whose words are cut short with a full stop: "Tschech. Republik"."""
    said = split_name(text)
    cut = [
        (word, written.endswith("."))
        for written in _WORD.findall(text)
        for word in split_name(written)
        if written.endswith(".") or word in said
    ]
    if not any(is_cut for _, is_cut in cut) or max(len(word) for word, _ in cut) < _SHORTEST_CUT:
        return None
    found = country_names().called_in_short(cut)
    return CountryMatch(found) if 0 < len(found) <= _MOST else None


def _offer(written: Sequence[str]) -> CountryMatch:
    """What has a name within it, or is within a name, or is spelled nearly like one."""
    names = country_names()
    ways = (names.within, names.holding, names.nearly)
    return CountryMatch(offers=next(filter(None, (_few(way(written)) for way in ways)), ()))


def _few(codes: Codes) -> Codes:
    found = tuple(dict.fromkeys(codes))
    return found if len(found) <= _MOST else ()


@cache
def _form_of_word() -> dict[str, str]:
    """The form of state that a word says, or nothing of a word that only goes with one."""
    found = {word: "" for text in writing("words")["forms"] for word in split_name(text)}
    for form, texts in writing("forms").items():
        found |= {word: form for text in texts for word in split_name(text)}
    return found


@cache
def _said(table: str) -> frozenset[str]:
    """The words and names of a list of `countries.toml`, each as its letters."""
    return frozenset("".join(split_name(text)) for text in writing("words")[table])
