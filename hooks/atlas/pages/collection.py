"""The page about what cooperations have in common: a country, a theme, a goal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from markupsafe import Markup

from atlas.editing.forms.issue_forms import ENDED, NEW
from atlas.graph.beginnings import newest_first
from atlas.graph.edition import Text
from atlas.graph.tally import find_left
from atlas.pages import embed_code, listed_section, page_footer, stats
from atlas.pages.cooperation_table import table
from atlas.pages.listed_section import ListedSection
from atlas.pages.map_embed import draw_map, draw_picture, find_unpinned
from atlas.pages.page import Page, PageContext, describe
from atlas.pages.sheet import sheet

MOST_ROWS = 100
"""Rows of a table; a page with more would take long to load on a phone. It leads to the whole."""

PARTNERS = frozenset({"actors", "places", "countries"})
"""The sections whose pages are about somebody who cooperates."""


def page(
    context: PageContext,
    section: str,
    id_: str,
    title: Text,
    description: str,
    *,
    scene: str,
    cooperations: Sequence[str],
    countries: Iterable[str] = (),
    caption: str = "",
    interactive: bool = True,
    lead: Markup | str = "",
    opening: str = "",
    whose: Markup | str = "",
    details: Markup | str = "",
    after: Markup | str = "",
    compare: str = "",
    own: str = "",
    here: Sequence[str] = (),
    listed: ListedSection = listed_section.NOTHING,
    about: AbstractSet[str] | None = None,
) -> Page:
    """A page of lead, opening sentence, map, what the map cannot show, table, counts, what
    registers list, details, and what follows.

    `scene` is the map's own name; `countries` are shaded beside those of the cooperations.
    `caption` says of map and table what is in them, where the title is not enough.
    `own` is the actor whose page it is: no row names it again. `here` are cooperations of others
    in the same place, which stand in a table of their own. `whose` follows the opening sentence.
    `compare` leads to the page on which it is compared with others, if it can be.
    `about` are the places that the page is about, if it is about some: of wide cooperations its map
    shows their part alone, and no page lists whom the maps of these cannot show.
    Without `interactive` the map is a picture: there may be thousands of places and actors.
    """
    if not caption:
        is_listed_alone = listed.pairs and not (cooperations or here)
        listing, all_of = context._("Listed ties: {name}"), context._("Cooperations: {name}")
        caption = (listing if is_listed_alone else all_of).format(name=title.text)
    atlas = context.edition.atlas
    every = [*cooperations, *here]
    wide = [id_ for id_ in every if atlas.breadth.is_wide(id_)]
    drawn = atlas.scene(scene, every, countries, listed.pairs, about)
    shown = newest_first(atlas.records, cooperations)[:MOST_ROWS]
    beside = newest_first(atlas.records, here)[:MOST_ROWS]
    elsewhere = context._("Other cooperations here")
    left = find_left(atlas, section, id_.upper() if section == "countries" else id_, cooperations)
    body = context.render(
        "collection.html",
        lead=lead,
        cooperations=cooperations,
        map=draw_map(
            context,
            drawn,
            caption,
            tabled=shown,
            total=len(every),
            pairs=len(listed.pairs),
        )
        if interactive
        else draw_picture(context, drawn, caption, total=len(every), pairs=len(listed.pairs)),
        unpinned=find_unpinned(context, sorted({*every} - {*wide})),
        wide=wide,
        table=table(context, shown, caption, own=own, left=left, narrows=True),
        here=table(context, beside, elsewhere, id_="elsewhere", narrows=True),
        elsewhere=elsewhere,
        opening=opening,
        whose=whose,
        listed=listed,
        details=details,
        rows=len(shown),
        caption=caption,
        list="" if len(shown) == len(cooperations) else _find_all(section, id_),
        figures=stats.figures(context, cooperations, by_theme=section != "themes"),
        title=title,
        forms=_forms(context, section, title.bare) if section in PARTNERS else {},
        missing=_missing(context, section, id_),
        after=after,
        compare=compare,
        embed=embed_code.offer(context, section, id_, title.text, every),
        sheet=sheet(context, f"{section}/{id_}/", every, listed.pairs)
        if _makes_sheet(section, every, listed)
        else "",
        trust=page_footer.footer(context, section, id_, caption, every),
    )
    return Page(section, id_, title, describe(_describe(opening, listed) or description), body)


def _describe(opening: str, listed: ListedSection) -> str:
    """Both sentences that count what a page has."""
    return " ".join(one for one in (opening, listed.sentence.striptags()) if one)


def _makes_sheet(section: str, cooperations: Sequence[str], listed: ListedSection) -> bool:
    """Whether a page has more for paper than its address: one about a partner of whom something is
    researched, or about a country. Of the others there are thousands, and their tables name each
    register."""
    return section in PARTNERS and bool(cooperations or (section == "countries" and listed.pairs))


def _missing(context: PageContext, section: str, id_: str) -> str:
    """The address of the form for a missing cooperation, on a page about no partner; it has the
    theme already that the page is about."""
    answers = {"themes": id_} if section == "themes" else {}
    return NEW.address(context.site.repository, context.edition.language, **answers)


def _forms(context: PageContext, section: str, name: str) -> dict[str, str]:
    """The addresses of the forms for what is missing or has ended, on a page about `name`, which
    they name already."""
    language, repository = context.edition.language, context.site.repository
    partner = "country-a" if section == "countries" else "partner-a"
    return {
        "missing": NEW.address(repository, language, name, **{partner: name}),
        "ended": ENDED.address(repository, language, name),
    }


def _find_all(section: str, id_: str) -> str:
    """Where a script finds all cooperations of a page whose table is shortened."""
    facets = {"countries": "country", "themes": "theme", "goals": "goal", "actors": "actor"}
    facet = facets.get(section, section)
    return f"{facet}:{id_.upper() if facet == 'country' else id_}"
