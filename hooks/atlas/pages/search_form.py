"""The page Search, and the words that the search in every page's header speaks."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from atlas.graph.edition import Edition
from atlas.graph.relate import decade_of
from atlas.i18n.languages import Language
from atlas.model.vocabulary import FORMS, STATUSES, Form, Status
from atlas.pages.page import PageContext, by_name

PATH = "search/"
"""The address of the page Search under its language's root."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A choice that narrows a search: its name in the index, its label, values and their labels."""

    id: str
    label: str
    choices: list[tuple[str, str]]


def words(language: Language) -> dict[str, object]:
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
        "search.html", facets=facets(context), words=words(context.edition.language)
    )


def facets(context: PageContext) -> list[Facet]:
    """What a search can be narrowed by; only values that a cooperation has."""
    edition, atlas = context.edition, context.edition.atlas
    records = atlas.records.cooperations.values()
    forms = {record.form for record in records}
    statuses = {record.status.code for record in records}
    countries = sorted(map(edition.country, atlas.by_country), key=by_name)
    themes = sorted(map(edition.theme, atlas.by_theme), key=by_name)
    return [
        Facet("country", context._("Country"), [(r.id.lower(), r.name.text) for r in countries]),
        Facet("theme", context._("Theme"), [(ref.id, ref.name.text) for ref in themes]),
        Facet(
            "form",
            context._("Form"),
            [(form.value, context._(FORMS[form].label)) for form in Form if form in forms],
        ),
        Facet(
            "status",
            context._("Status"),
            [(one.value, context._(STATUSES[one].label)) for one in Status if one in statuses],
        ),
        Facet("decade", context._("Decade of the start"), _decades(context, edition)),
    ]


def _decades(context: PageContext, edition: Edition) -> list[tuple[str, str]]:
    records = edition.atlas.records.cooperations.values()
    found = sorted({decade for record in records if (decade := decade_of(record))})
    return [(str(one), context._("{decade}s").format(decade=one)) for one in found]
