"""What registers list, for the filters of the list of cooperations: files of their own, which are
fetched when somebody asks for them. The ties that are researched too stand with the cooperations.

Of thousands of ties a column says what differs: a list of what occurs, and for each tie where in
that list its own stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from atlas.graph import facets
from atlas.graph.edition import Edition
from atlas.model.vocabulary import Form
from atlas.pages.search_names import names_of_country, names_of_form, names_of_place, spell
from atlas.site.columns import A_FILE, FOLDER, column, write_json, write_text
from atlas.site.contents import SiteContents
from atlas.site.listed_columns import ListedTable


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file: listed.json, listed-names.json for
    what is typed, and listed-<language>.json; none where registers list nothing more."""
    table = site.listed_table
    if not table.pairs:
        return
    yield f"{FOLDER}/listed.json", write_json(filters(table))
    yield f"{FOLDER}/listed-names.json", write_json(names(table, site.editions))
    for edition in site.editions:
        content = {"labels": labels(table, edition)}
        yield f"{FOLDER}/listed-{edition.language.code}.json", write_json(content)


def filters(table: ListedTable) -> dict[str, Any]:
    """The ties, a column for each thing by which they are filtered.

    - `count` of them, and how many rows are `at_once` in a file of rows.
    - `facets`: for each its `values`, and a column of lists of the values' places in them.
    - `registers`: `ids` and `licences`.
    """
    atlas = table.atlas
    registers = table.values[facets.REGISTER.id]
    return {
        "count": len(table.pairs),
        "at_once": A_FILE,
        "facets": {
            facet.id: {
                "values": table.values[facet.id],
                **column(
                    table.number_values(facet.id, facet.of_listed(atlas, pair))
                    for pair in table.pairs
                ),
            }
            for facet in facets.FACETS
        },
        "registers": {
            "ids": registers,
            "licences": [
                atlas.records.registers[id_].licence.value if id_ in atlas.records.registers else ""
                for id_ in registers
            ],
        },
    }


def labels(table: ListedTable, edition: Edition) -> dict[str, list[str | list[str]]]:
    """What the values of each facet are called in one language, in their order, as those of the
    cooperations are written."""
    return {
        facet.id: [write_text(facet.name(edition, value)) for value in table.values[facet.id]]
        for facet in facets.FACETS
    }


def names(table: ListedTable, editions: Sequence[Edition]) -> dict[str, Any]:
    """The spelt words by which ties are found, in all languages, with a blank between: those of
    each of the `actors`, which are places here, and of each value of some `facets`. `parties` are
    for each tie the numbers of its two places."""
    languages = [edition.language for edition in editions]
    return {
        "actors": [spell(names_of_place(table.atlas, id_)) for id_ in table.places],
        "parties": list(zip(*table.ends, strict=True)),
        "facets": {
            facets.COUNTRY.id: [
                spell(names_of_country(languages, code)) for code in table.values[facets.COUNTRY.id]
            ],
            facets.FORM.id: [
                spell(names_of_form(editions, Form(form))) for form in table.values[facets.FORM.id]
            ],
        },
    }
