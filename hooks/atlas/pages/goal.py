"""The page of a Sustainable Development Goal: the cooperations that were linked to it."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.edition import Ref
from atlas.pages import collection
from atlas.pages.page import Desk, Page, by_name, described
from atlas.vocabulary import GOALS

SECTION = "goals"


def pages(desk: Desk) -> Iterator[Page]:
    """One page for each of the seventeen goals."""
    for goal in GOALS:
        yield page(desk, goal)


def ref(desk: Desk, goal: int) -> Ref:
    """A link to a goal's page: «3. Good health and well-being»."""
    return Ref(str(goal), desk.edition.own(f"{goal}. {desk._(GOALS[goal])}"), f"{SECTION}/{goal}/")


def page(desk: Desk, goal: int) -> Page:
    """The page of the goal with this number."""
    atlas = desk.edition.atlas
    near = [id_ for id_, theme in atlas.records.themes.items() if goal in theme.goals]
    title = ref(desk, goal).name
    neighbours = [one for one in (goal - 1, goal + 1) if one in GOALS]
    lead = desk.render(
        "goal.html",
        themes=sorted(map(desk.edition.theme, near), key=by_name),
        neighbours=[ref(desk, one) for one in neighbours],
        goal=goal,
    )
    return Page(
        SECTION,
        str(goal),
        title,
        described(
            desk._("Cooperations linked to Sustainable Development Goal %(goal)s.")
            % {"goal": title.text}
        ),
        collection.body(
            desk,
            path=f"{SECTION}/{goal}/",
            name=f"goal-{goal}",
            title=desk._("Cooperations: %(name)s") % {"name": title.text},
            cooperations=atlas.by_goal.get(str(goal), ()),
            lead=lead,
        ),
    )
