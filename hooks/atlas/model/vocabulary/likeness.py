"""What becomes of a town of somebody's list: whether it is a place of the atlas, and why."""

from __future__ import annotations

from atlas.model.vocabulary.word import N_, Word


class Likeness(Word):
    """What a town has in common with a place. `{km}` is how far they lie apart."""

    WIKIDATA = "wikidata", N_("the same Wikidata id")
    NEAR = "near", N_("the same name and country, {km} km apart")
    ONLY = "only", N_("the same name and country, the only one")
    NAMESAKE = "namesake", N_("the same name and country")
    ACCENTS = "accents", N_("the same name and country, but for accents")
    FAR = "far", N_("the same name and country, but {km} km apart")
    OTHER_ID = "other-id", N_("the same name and country, but another Wikidata id")
    ELSEWHERE = "elsewhere", N_("the same name in another country")
    NEARBY = "nearby", N_("another name, {km} km apart")
    SPELLING = "spelling", N_("the same name but for a letter")


class Outcome(Word):
    """Whether a town is in the atlas."""

    FOUND = "found", N_("In the atlas")
    OFFERED = "offered", N_("Perhaps in the atlas")
    NONE = "none", N_("Not in the atlas")
