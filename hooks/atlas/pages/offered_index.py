"""The table of what other systems take over, for the page Data: of which tier, on which terms."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from atlas.model.vocabulary.registers import Licence
from atlas.pages.data_files import DataSet
from atlas.pages.page import PageContext


def body(context: PageContext, offered: Sequence[tuple[DataSet, Sequence[Licence]]]) -> Markup:
    """The table of the files that there are, each with the licences of what it holds."""
    return context.render("offered_index.html", offered=offered)
