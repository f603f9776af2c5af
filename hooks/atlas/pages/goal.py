"""The page of a Sustainable Development Goal: the cooperations that were linked to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atlas.model.vocabulary import GOALS
from atlas.pages import collection
from atlas.pages.page import Page, PageContext, sort_by_name

SECTION = "goals"


def ids(context: PageContext) -> Iterable[str]:
    """The number of each of the seventeen goals."""
    return map(str, GOALS)


def pages(context: PageContext, id_: str) -> Iterator[Page]:
    """The page of the goal with the number `id_`."""
    yield page(context, int(id_))


def page(context: PageContext, goal: int) -> Page:
    """The page of the goal with this number."""
    edition, atlas = context.edition, context.edition.atlas
    near = [id_ for id_, theme in atlas.records.themes.items() if goal in theme.goals]
    title = edition.goal(goal).name
    description = context._("Cooperations linked to Sustainable Development Goal {goal}.")
    return collection.page(
        context,
        SECTION,
        str(goal),
        title,
        description.format(goal=title.text),
        scene=f"goal-{goal}",
        cooperations=atlas.by_goal.get(str(goal), ()),
        lead=context.render(
            "goal.html",
            themes=sort_by_name(map(edition.theme, near)),
            neighbours=[edition.goal(one) for one in (goal - 1, goal + 1) if one in GOALS],
        ),
    )
