"""The page «Match my list»: which towns of somebody's list the atlas has; a script looks them up.

What is read and how two towns are the same, `atlas match` says too; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from atlas.graph.relate import Atlas
from atlas.model.vocabulary import N_
from atlas.model.vocabulary.likeness import Likeness, Outcome
from atlas.model.vocabulary.registers import Refusal
from atlas.pages.page import PageContext

AT_ONCE = 50
"""Rows of the result that are shown before more are asked for."""

_EXAMPLES = 4

COMMAND = "atlas match"
"""Does the same where there are no scripts."""

FIELDS: Mapping[str, str] = {
    "name": N_("Name"),
    "country": N_("Country"),
    "lat": N_("Latitude"),
    "lon": N_("Longitude"),
    "wikidata": "Wikidata",
}
"""What is looked at in a list, and what it is called."""

_HEADINGS = (N_("Your list"), N_("In the atlas"), N_("Why"), N_("Others like it"))

_TEXTS = {
    "reading": N_("The list is being read."),
    "done": N_("Rows: {all}. In the atlas: {found}; perhaps: {offered}; not: {none}."),
    "row": N_("Row {n}"),
    "more": N_("Show {n} more"),
    "empty": N_("There is no list yet: paste one, or choose a file."),
    "no-rows": N_("The list has headings and no rows."),
    "no-name": N_(
        "No column is called “name” or the like. Say which one it is under “Which column is which”."
    ),
    "quote": N_("A quotation mark in row {row} is opened and not closed. Is the list complete?"),
    "spreadsheet": N_("This is a spreadsheet. Save it as CSV in your program, and choose that."),
    "binary": N_("This is no list in letters. Save it as CSV in your program, and choose that."),
    "unreadable": N_("The file could not be read. Choose it again."),
    "failed": N_("The places of the atlas could not be fetched. Try again later."),
}
"""What the script says, by its own word for it."""


def body(context: PageContext) -> Markup:
    """The form, the table that waits for its rows, and the texts that a script fills in."""
    _ = context._
    likenesses = {f"why-{one}": _(one.label) for one in Likeness}
    refusals = {f"why-{one}": _(one.label) for one in Refusal}
    outcomes = {f"why-{one}": _(one.label) for one in Outcome}
    texts = {name: _(text) for name, text in _TEXTS.items()}
    return context.render(
        "match.html",
        at_once=AT_ONCE,
        command=Markup("<code>{}</code>").format(COMMAND),
        fields={field: _(label) for field, label in FIELDS.items()},
        outcomes={"": _("All rows"), **{str(one): _(one.label) for one in Outcome}},
        headings=[_(heading) for heading in _HEADINGS],
        texts={
            **texts,
            **likenesses,
            **refusals,
            **outcomes,
            "example": "\n".join(_example(context)),
        },
        countries=[
            (code, context.edition.language.country(code))
            for code in sorted(_countries(context.edition.atlas))
        ],
    )


def _countries(atlas: Atlas) -> set[str]:
    """The codes of all countries that some place lies in."""
    return {code for place in atlas.records.places.values() for code in place.countries}


def _example(context: PageContext) -> Iterator[str]:
    """A list to begin with: the places with the most cooperations, the longest name misspelt."""
    edition = context.edition
    by_place = edition.atlas.by_place
    most = sorted(edition.atlas.records.places, key=lambda id_: (-len(by_place.get(id_, ())), id_))
    named = {id_: edition.place(id_).name.text for id_ in most[:_EXAMPLES]}
    longest = max(named, key=lambda id_: len(named[id_]), default="")
    yield "name,country"
    for id_, name in named.items():
        code = edition.atlas.records.places[id_].countries[0]
        written = f"{name[:2]}{name[3:]}" if id_ == longest else name
        yield f"{written},{edition.language.country(code)}"
