"""What the page Compare needs beside the files of Explore: which cooperations lie in a place, and
by which names countries, places and organisations are found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from atlas.graph.edition import Edition
from atlas.graph.facets import COUNTRY
from atlas.graph.parties import actor_countries
from atlas.pages.search_names import names_of_actor, names_of_country, names_of_place
from atlas.site.columns import Table, number, write_json, write_text
from atlas.site.contents import SiteContents

FOLDER = "assets/compare"
"""Where the files lie, from the root of the site."""


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file: places.json, <language>.json, and
    names.json, which is fetched when something is typed."""
    table = site.table
    yield f"{FOLDER}/places.json", write_json(places(table))
    yield f"{FOLDER}/names.json", write_json(names(table, site.editions))
    for edition in site.editions:
        yield f"{FOLDER}/{edition.language.code}.json", write_json(texts(table, edition))


def places(table: Table) -> dict[str, Any]:
    """Every place that a cooperation lies in, and every actor that takes part in one.

    - `ids` of the places; `actors` that have their pages, "" where they have one of their own.
    - `of`: for each cooperation, in the order of Explore's columns, its places' numbers in `ids`.
    - `parties`: the `ids` of actors and their `countries` (values of the facet);
      `of`: for each cooperation the numbers in that of those who take part.
    """
    atlas = table.atlas
    ids = list(atlas.by_place)
    at, actor_at = number(ids), number(table.actors)
    country_at = number(table.values[COUNTRY.id])
    return {
        "ids": ids,
        "actors": [atlas.authority_of.get(id_, "") for id_ in ids],
        "of": [[at[place] for place in atlas.places_of[id_]] for id_ in table.ids],
        "parties": {
            "ids": table.actors,
            "countries": [
                sorted(country_at[code] for code in actor_countries(atlas.records, id_))
                for id_ in table.actors
            ],
            "of": [[actor_at[actor] for actor in table.parties(id_)] for id_ in table.ids],
        },
    }


def names(table: Table, editions: Iterable[Edition]) -> dict[str, list[str]]:
    """The names by which the search finds them too, by what is called so: "country:be",
    "place:tangier" or "actor:enabel"."""
    languages = [edition.language for edition in editions]
    found = {
        **{f"place:{id_}": names_of_place(table.atlas, id_) for id_ in table.atlas.by_place},
        **{f"actor:{id_}": names_of_actor(table.atlas, id_) for id_ in table.actors},
        **{
            f"country:{code.lower()}": names_of_country(languages, code)
            for code in table.values["country"]
        },
    }
    return {key: sorted({*called}) for key, called in found.items()}


def texts(table: Table, edition: Edition) -> dict[str, Any]:
    """What the places are called in one language, the countries they lie in, and what the actors
    (`parties`) are called. A name that is not in this language is a list of the name and its own
    language's code."""
    records = edition.atlas.records.places
    return {
        "names": [write_text(edition.place(id_).name) for id_ in edition.atlas.by_place],
        "countries": [
            edition.language.listing(map(edition.language.country, records[id_].countries))
            for id_ in edition.atlas.by_place
        ],
        "parties": [write_text(edition.actor(id_).name) for id_ in table.actors],
    }
