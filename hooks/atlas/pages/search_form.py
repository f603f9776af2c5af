"""The page Search, and the words that the search in every page's frame speaks."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from atlas.editing.forms.issue_forms import NEW
from atlas.graph import facets
from atlas.graph.edition import Edition
from atlas.graph.facets import Facet
from atlas.i18n.languages import Language
from atlas.i18n.normalize import SHORT
from atlas.pages.page import PageContext

PATH = "search/"
"""The address of the page Search under its language's root."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What narrows a search: a facet's name in the index, its label, its values and their names."""

    id: str
    label: str
    options: list[tuple[str, str]]


def texts(language: Language) -> dict[str, str]:
    """What the way to the search says in the frame of every page, and where it leads."""
    _ = language.gettext
    return {
        "page": language.prefix + PATH,
        "title": _("Search"),
        "label": _("Search the atlas"),
        "field": _("What are you looking for?"),
    }


def script_texts(context: PageContext) -> dict[str, object]:
    """What the script needs beside the index: its words, the form for what is missing, and words
    that a question is answered without.

    `counted` has a phrase per plural category.
    """
    language, _ = context.edition.language, context._
    return {
        **texts(language),
        "close": _("Close"),
        "failed": _("The search could not be loaded."),
        "all": _("All results, and filters"),
        "counted": language.counted("{n} result", "{n} results"),
        "results": _("Results for “{words}”"),
        "listed": _("Results"),
        "missing": _("“{words}” is not in the atlas yet."),
        "partly": _("“{words}” is not in the atlas yet. Here is what there is on the rest."),
        "apart": _("No page has all of this. Here is what there is on each part."),
        "filtered": _("Nothing is left with these filters. Choose fewer."),
        "near": _("Near in spelling:"),
        "ask": _("Do you know of a cooperation? Tell us"),
        "form": NEW.address(context.site.repository, language, about=""),
        "common": COMMON.get(language.code, "").split(),
        "short": SHORT,
        "generic": [*SHORT, *SHORT.values(), *GENERIC.get(language.code, "").split()],
    }


COMMON = {
    "en": "a an and at between by for from in of on or the to with",
    "nl": "aan de den der een en het in met of om op te tussen van voor",
    "fr": "a au aux avec d dans de des du en entre et l la le les ou par pour sur un une",
    "ar": "في من الي علي عن مع بين او و",
}
"""Folded words that tell no page from another, by the language of the site."""

GENERIC = {
    "en": "city cities town towns municipality district region province country",
    "nl": "stad steden gemeente district regio provincie land",
    "fr": "ville villes commune district region province pays",
    "ar": "مدينه بلديه منطقه اقليم ولايه بلد",
}
"""Folded words of names that say nothing without the rest of the name."""


def body(context: PageContext) -> Markup:
    """The field, the facets and room for results; without a script, the lists instead."""
    return context.render(
        "search.html", choices=choices(context), words=texts(context.edition.language)
    )


def _values(edition: Edition, facet: Facet) -> set[str]:
    """The values that a page can have: only of countries may places have more, as registers list
    them, than cooperations have."""
    others = facet.count_listed(edition.atlas) if facet is facets.COUNTRY else ()
    return {*facet.groups(edition), *others}


def choices(context: PageContext) -> list[Choice]:
    """What a search can be narrowed by; only values that a page has."""
    edition = context.edition
    return [
        Choice(
            facet.id,
            context._(facet.label),
            [
                (searched, facet.name(edition, value).text)
                for value in facet.in_order(edition, _values(edition, facet))
                for searched in facet.search_values([value])
            ],
        )
        for facet in facets.FACETS
        if facet.searched
    ]
