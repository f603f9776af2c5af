"""The page Search, and the words that the search in every page's header speaks."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from atlas.graph import facets
from atlas.i18n.languages import Language
from atlas.pages.page import PageContext

PATH = "search/"
"""The address of the page Search under its language's root."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What narrows a search: a facet's name in the index, its label, its values and their names."""

    id: str
    label: str
    options: list[tuple[str, str]]


def texts(language: Language) -> dict[str, object]:
    """What the button and the dialog say; `counted` has a phrase per plural category."""
    _ = language.gettext
    return {
        "page": language.prefix + PATH,
        "title": _("Search"),
        "label": _("Search the atlas"),
        "field": _("What are you looking for?"),
        "close": _("Close"),
        "none": _("Nothing was found. Try fewer or other words."),
        "failed": _("The search could not be loaded."),
        "all": _("All results, and filters"),
        "counted": language.counted("{n} result", "{n} results"),
    }


def body(context: PageContext) -> Markup:
    """The field, the facets and room for results; without a script, the lists instead."""
    return context.render(
        "search.html", choices=choices(context), words=texts(context.edition.language)
    )


def choices(context: PageContext) -> list[Choice]:
    """What a search can be narrowed by; only values that a cooperation has."""
    edition = context.edition
    return [
        Choice(
            facet.id,
            context._(facet.label),
            [
                (searched, facet.name(edition, value).text)
                for value in facet.groups(edition)
                for searched in facet.search_values([value])
            ],
        )
        for facet in facets.FACETS
        if facet.searched
    ]
