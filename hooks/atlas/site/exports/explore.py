"""What the filters of the list work on: what each cooperation has of every facet, the names by
which it is found, and the words of the filters per language. Nothing of it is needed before
somebody asks; what rows and maps show of what is found stands in files of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from atlas.graph import facets
from atlas.graph.edition import Edition
from atlas.graph.tally import wholes_of
from atlas.model.vocabulary import Form
from atlas.pages import explore
from atlas.pages.page import PageContext
from atlas.pages.search_names import names_of_country, names_of_form, spell
from atlas.site.columns import A_FILE, FOLDER, Table, number, write_json, write_text
from atlas.site.contents import SiteContents


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file: filters.json and, for each language,
    <language>.json; and, for what is typed, names.json and titles-<language>.json."""
    table = site.table
    yield f"{FOLDER}/filters.json", write_json(filters(table))
    yield f"{FOLDER}/names.json", write_json(names(table, site.editions))
    for context in site.contexts:
        code = context.edition.language.code
        yield f"{FOLDER}/{code}.json", write_json(words(table, context))
        yield f"{FOLDER}/titles-{code}.json", write_json({"titles": titles(table, context.edition)})


def filters(table: Table) -> dict[str, Any]:
    """The cooperations, the newest first, a column for each thing by which they are filtered.

    - `count` of them, and how many rows are `at_once` in a file of rows.
    - `facets`: for each its `values`, and a column of lists of the values' places in them.
    - `wholes`: for each cooperation that is a part of others their numbers, the nearest first.
    """
    atlas = table.atlas
    at = table.number
    wholes = ([at[one] for one in wholes_of(atlas, id_) if one in at] for id_ in table.ids)
    return {
        "count": len(table.ids),
        "at_once": A_FILE,
        "facets": {
            facet.id: {"values": table.values[facet.id], **table.column(facet)}
            for facet in facets.in_use(atlas)
        },
        "wholes": {one: some for one, some in enumerate(wholes) if some},
    }


def words(table: Table, context: PageContext) -> dict[str, Any]:
    """What the script says in one language, `phrases`, and `labels`: for each facet what its values
    are called, in their order. A text that is not in this language is a list of the text and its
    own language's code."""
    edition = context.edition
    return {
        "labels": {
            facet.id: [write_text(facet.name(edition, value)) for value in table.values[facet.id]]
            for facet in facets.in_use(table.atlas)
        },
        "phrases": explore.script_texts(context),
    }


def titles(table: Table, edition: Edition) -> list[str]:
    """What each cooperation is called in one language and since when it is."""
    cooperations = table.atlas.records.cooperations
    starts = (edition.start(cooperations[id_]) for id_ in table.ids)
    return [
        f"{edition.cooperation(id_).name.text} {start.text if start else ''}"
        for id_, start in zip(table.ids, starts, strict=True)
    ]


def names(table: Table, editions: Sequence[Edition]) -> dict[str, Any]:
    """The spelt words by which cooperations are found, in all languages, with a blank between.

    - `own`: for each cooperation those of its title in a source and of where it takes place.
    - `actors`: those of each actor and of its places; `parties`: for each cooperation the places in
      that of those who take part.
    - `facets`: those of each value of the facets by which somebody searches in words.
    """
    atlas, actor_at = table.atlas, number(table.actors)
    languages = [edition.language for edition in editions]
    of_value: dict[str, Callable[[str], Iterable[str]]] = {
        facets.COUNTRY.id: lambda code: names_of_country(languages, code),
        facets.THEME.id: lambda id_: atlas.records.themes[id_].names.values(),
        facets.FORM.id: lambda form: names_of_form(editions, Form(form)),
    }
    return {
        "own": [spell(table.own_names(id_)) for id_ in table.ids],
        "actors": [spell(table.names_of_actor(id_)) for id_ in table.actors],
        "parties": [[actor_at[actor] for actor in table.parties(id_)] for id_ in table.ids],
        "facets": {
            facet: [spell(called(value)) for value in table.values[facet]]
            for facet, called in of_value.items()
        },
    }
