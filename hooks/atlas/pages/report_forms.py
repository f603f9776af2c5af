"""The forms by which anyone tells the atlas something, as the page Contribute offers them."""

from __future__ import annotations

from markupsafe import Markup

from atlas.editing.forms.issue_forms import ISSUE_FORMS
from atlas.pages.page import PageContext


def body(context: PageContext) -> Markup:
    """Each form with what it is for; all ask in the language of the page."""
    language = context.edition.language
    forms = [
        {
            "address": form.address(context.site.repository, language),
            "name": context._(form.name),
            "about": context._(form.about),
        }
        for form in ISSUE_FORMS
    ]
    return context.render("report_forms.html", forms=forms)
