"""Why a town of somebody's list is taken for a place of the atlas, or only offered as one."""

from __future__ import annotations

from atlas.model.vocabulary.word import N_, Word


class Likeness(Word):
    """What a town has in common with a place. `{km}` is how far they lie apart."""

    WIKIDATA = "wikidata", N_("the same Wikidata id")
    NEAR = "near", N_("the same name and country, {km} km apart")
    ONLY = "only", N_("the same name and country, the only one")
    NAMESAKE = "namesake", N_("the same name and country")
    FAR = "far", N_("the same name and country, but {km} km apart")
    OTHER_ID = "other-id", N_("the same name and country, but another Wikidata id")
    ELSEWHERE = "elsewhere", N_("the same name in another country")
    SPELLING = "spelling", N_("the same name but for a letter")
