"""The page of a Sustainable Development Goal: the cooperations that were linked to it."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.graph.edition import Ref
from atlas.model.vocabulary import GOALS
from atlas.pages import collection
from atlas.pages.page import Page, PageContext, by_name, describe

SECTION = "goals"


def pages(context: PageContext) -> Iterator[Page]:
    """One page for each of the seventeen goals."""
    for goal in GOALS:
        yield page(context, goal)


def ref(context: PageContext, goal: int) -> Ref:
    """A link to a goal's page: «3. Good health and well-being»."""
    return Ref(
        str(goal), context.edition.own(f"{goal}. {context._(GOALS[goal])}"), f"{SECTION}/{goal}/"
    )


def page(context: PageContext, goal: int) -> Page:
    """The page of the goal with this number."""
    atlas = context.edition.atlas
    near = [id_ for id_, theme in atlas.records.themes.items() if goal in theme.goals]
    title = ref(context, goal).name
    neighbours = [one for one in (goal - 1, goal + 1) if one in GOALS]
    lead = context.render(
        "goal.html",
        themes=sorted(map(context.edition.theme, near), key=by_name),
        neighbours=[ref(context, one) for one in neighbours],
        goal=goal,
    )
    return Page(
        SECTION,
        str(goal),
        title,
        describe(
            context._("Cooperations linked to Sustainable Development Goal {goal}.").format(
                goal=title.text
            )
        ),
        collection.body(
            context,
            path=f"{SECTION}/{goal}/",
            name=f"goal-{goal}",
            title=context._("Cooperations: {name}").format(name=title.text),
            cooperations=atlas.by_goal.get(str(goal), ()),
            lead=lead,
        ),
    )
