"""What an interactive map says of the places and pairs that registers list, in one language.

There may be thousands of them, too many for the page: they stand in a file that the map fetches
when it starts.
"""

from __future__ import annotations

import json
from typing import Any

from atlas.graph.edition import Edition, Ref
from atlas.graph.listed import ListedPair
from atlas.graph.scene import Scene
from atlas.maps import interactive


def path(scene: Scene, edition: Edition) -> str:
    """Where the texts of a map lie, from the root of the site."""
    return f"assets/maps/scenes/{scene.name}.{edition.language.code}.json"


def names_path(scene: Scene, edition: Edition) -> str:
    """Where the names lie that a map of many fetches, from the root of the site: the HTML that the
    page of another has in its `<template>`, as JSON."""
    return f"assets/maps/scenes/{scene.name}.names.{edition.language.code}.json"


def write(scene: Scene, edition: Edition) -> str:
    """The file, JSON. Its lists follow the numbers that the map's script gives (`interactive`).

    - `names`: each place's name or, if it is not in the page's language or the place's page does
      not lie at places/<id>/, its name, its language ("" for the page's) and its address.
    - `pairs`: the id of each pair, which is that of its row on either place's page.
    - `said`: who lists a pair, a sentence for each different one; `by`: the number of the sentence
      of each pair, where there are several.
    """
    pairs = interactive.pairs(scene)
    said = [_say(edition, edition.atlas.listed.pairs[pair]) for pair in pairs]
    sentences = {sentence: at for at, sentence in enumerate(dict.fromkeys(said))}
    texts: dict[str, Any] = {
        "names": [_name(edition.place(id_)) for id_ in interactive.places(scene)],
        "pairs": pairs,
        "said": list(sentences),
    }
    if len(sentences) > 1:
        texts["by"] = [sentences[sentence] for sentence in said]
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))


def _name(ref: Ref) -> str | list[str]:
    language = ref.name.language if ref.name.foreign else ""
    address = "" if ref.path == f"places/{ref.id}/" else ref.path
    return [ref.name.text, language, address] if language or address else ref.name.text


def _say(edition: Edition, pair: ListedPair) -> str:
    """Who lists a pair: "Listed by Wikidata (May 2017), not checked"."""
    registers = edition.language.listing(
        f"{edition.source(tie.source).name.text} ({edition.moment(tie.as_of).text})"
        for tie in pair.ties
    )
    sentence = edition.language.gettext("Listed by {registers}, not checked")
    return sentence.format(registers=registers)
