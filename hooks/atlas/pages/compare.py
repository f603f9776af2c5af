"""The page Compare: two of the atlas, or two pairs, side by side; a script counts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup

from atlas.editing.forms.issue_forms import NEW
from atlas.graph import counts
from atlas.graph.edition import Edition, Ref
from atlas.graph.facets import DECADE, FORM, STATUS, THEME
from atlas.graph.parties import ancestors
from atlas.graph.relate import Atlas
from atlas.pages import stats
from atlas.pages.page import PageContext

AT_ONCE = 20
"""Cooperations of a list that are shown before more are asked for."""

Side = tuple[str, ...]
"""One of the atlas, or a pair: "country:be", "place:tangier", "actor:enabel"."""


@dataclass(frozen=True, slots=True)
class Example:
    """A comparison to begin with: its address under the language's root, and what it is called."""

    path: str
    label: str


def body(context: PageContext) -> Markup:
    """Examples, the form, and the texts that a script puts around what it counts."""
    language = context.edition.language
    tables = (
        (context._("By type"), FORM),
        (context._("By theme"), THEME),
        (context._("Started in"), DECADE),
        (context._("By status"), STATUS),
    )
    return context.render(
        "compare.html",
        examples=list(_examples(context)),
        listed_ties=len(context.edition.atlas.listed.unresearched),
        tables=tables,
        counted=language.counted("{n} cooperation", "{n} cooperations"),
        fewest=stats.FEWEST,
        at_once=AT_ONCE,
        form=NEW.address(context.site.repository, language),
        form_title=context._(NEW.title),
    )


def _examples(context: PageContext) -> Iterator[Example]:
    """The two countries that share most; the town that has most, and the one it shares most with;
    and the pair of countries with the next one. As far as there are any."""
    atlas = context.edition.atlas
    pairs = _most_shared(atlas)
    alone = (*pairs[:1], *_towns(atlas))
    found: list[tuple[Side, Side]] = [((one,), (other,)) for one, other in alone]
    if len(pairs) > 1:
        found.append((pairs[0], pairs[1]))
    for one, other in found:
        query = [("a", each) for each in one] + [("b", each) for each in other]
        yield Example(f"compare/?{urlencode(query, safe=':')}", _label(context, one, other))


def _most_shared(atlas: Atlas) -> list[Side]:
    """The pair of countries with the most cooperations, and the next one with the same first."""
    cells = counts.by_countries(atlas).cells
    order = sorted(cells, key=lambda pair: (-cells[pair], pair))
    leading = [pair for pair in order if pair[0] == order[0][0]][:2]
    return [tuple(f"country:{code.lower()}" for code in pair) for pair in leading]


def _towns(atlas: Atlas) -> list[Side]:
    """The town with the most cooperations, and the one that most of these are shared with."""
    towns = [id_ for id_ in atlas.by_place if id_ in atlas.authority_of]
    if not towns:
        return []
    most = max(towns, key=lambda id_: len(atlas.by_place[id_]))
    shared = Counter(
        place
        for id_ in atlas.by_place[most]
        for place in atlas.places_of[id_]
        if place in atlas.authority_of
        and most not in ancestors(atlas.records.places, place)
        and place not in ancestors(atlas.records.places, most)
    )
    return [(f"place:{most}", f"place:{one}") for one, _ in shared.most_common(1)]


def _label(context: PageContext, one: Side, other: Side) -> str:
    names = [_name(context.edition, side) for side in (one, other)]
    return context._("{a} compared with {b}").format(a=names[0], b=names[1])


def _name(edition: Edition, side: Side) -> str:
    """What a side is called: «Belgium and Morocco»."""
    named: dict[str, Callable[[str], Ref]] = {
        "country": lambda id_: edition.country(id_.upper()),
        "place": edition.place,
    }
    each = (one.split(":") for one in side)
    return edition.language.listing(named[kind](id_).name.text for kind, id_ in each)
