"""What things are called, in every language: the names by which the search and the filters of the
list of cooperations find them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atlas.graph.edition import Edition
from atlas.graph.relate import Atlas
from atlas.i18n.languages import Language
from atlas.i18n.normalize import list_spellings
from atlas.lookup import aliases
from atlas.model import Actor, Place
from atlas.model.vocabulary import Form


def names_of_actor(atlas: Atlas, id_: str) -> Iterator[str]:
    """Its names, those it had before, and those of the place that its page tells of."""
    record = atlas.records.actors[id_]
    yield from record.names.values()
    yield from record.acronyms
    yield from (one.text for one in record.names_as_stated)
    yield from former_names(record)
    if id_ in atlas.town_of:
        yield from names_of_place(atlas, atlas.town_of[id_])


def names_of_place(atlas: Atlas, id_: str) -> Iterator[str]:
    """Its names in every language, as sources have them, and those it had before."""
    record = atlas.records.places[id_]
    yield from record.names.values()
    yield from (one.text for one in record.names_as_stated)
    yield from former_names(record)


def former_names(record: Actor | Place) -> Iterator[str]:
    """What it was called before, in every language."""
    for former in record.former_names:
        yield from former.names.values()


def names_of_country(languages: Iterable[Language], code: str) -> Iterator[str]:
    """Its names in these languages, and what else it is called."""
    for language in languages:
        yield language.country(code)
    yield from aliases.synonyms("countries").get(code, ())


def names_of_form(editions: Iterable[Edition], form: Form) -> Iterator[str]:
    """What a type of cooperation is called in these editions, and what else it is called."""
    for edition in editions:
        yield edition.label(form)
    yield from aliases.synonyms("words").get(form.value, ())


def spell(names: Iterable[str]) -> str:
    """Every spelling of every word of the names, each once, with a blank between them."""
    return " ".join(dict.fromkeys(word for name in names for word in list_spellings(name)))
