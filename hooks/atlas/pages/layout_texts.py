"""What stands around every page: the words of its frame, its doors, and where it leads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from atlas.editing.forms.issue_forms import CORRECTION, ENDED, NEW
from atlas.i18n.languages import Language
from atlas.pages import licences, navigation
from atlas.pages.navigation import Link


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of a page in a language. Paths lead from the root of the site; `way` is what the
    page lies in, `beside` the second level, `forms` are those that tell the atlas something.

    `operator` runs the atlas and is reached at `contact`, an address of the web or of mail. Menu
    and foot of a page that is not `whole`, as of a record, are short; a script completes them.
    """

    language: Language
    texts: Mapping[str, str]
    doors: list[Link]
    way: list[Link]
    beside: list[Link]
    forms: list[Link]
    about: list[Link]
    home: str
    tell: str
    licences: str
    operator: str
    contact: str
    repository: str
    whole: bool = True


def frame(
    language: Language,
    address: str,
    repository: str,
    operator: str,
    contact: str = "",
    *,
    whole: bool = True,
) -> Frame:
    """The frame of the page at an address under the root of its language."""
    prefix = language.prefix
    return Frame(
        language=language,
        texts=texts(language),
        doors=navigation.doors(language, address),
        way=navigation.way(language, address),
        beside=navigation.second_level(language, address),
        forms=forms(language, repository),
        about=_about(language),
        home=prefix or ".",
        tell=f"{prefix}contribute/",
        licences=f"{prefix}{licences.ADDRESS}",
        operator=operator,
        contact=contact or f"{repository}/issues",
        repository=repository,
        whole=whole,
    )


@dataclass(frozen=True, slots=True)
class MissingPage:
    """What the page for what does not exist says in one language: `new` is the form for what is
    missing, `search` the page Search."""

    language: Language
    texts: Mapping[str, str]
    doors: list[Link]
    forms: list[Link]
    home: str
    search: str
    new: str


def missing(languages: Iterable[Language], repository: str, search: str) -> list[MissingPage]:
    """The parts of the page for what does not exist, a language each; `search` is the address of
    the page Search under the root of a language."""
    return [
        MissingPage(
            language=one,
            texts=texts(one),
            doors=navigation.doors(one),
            forms=forms(one, repository),
            home=one.prefix or ".",
            search=f"{one.prefix}{search}",
            new=NEW.address(repository, one),
        )
        for one in languages
    ]


def forms(language: Language, repository: str) -> list[Link]:
    """The forms by which anyone tells the atlas something, without a file; what is said of a listed
    tie begins at its row."""
    return [
        Link(language.gettext(form.name), form.address(repository, language))
        for form in (NEW, ENDED, CORRECTION)
    ]


def texts(language: Language) -> dict[str, str]:
    """What the frame and the page for what does not exist say."""
    _ = language.gettext
    return {
        "skip": _("Skip to the content"),
        "navigation": _("The atlas"),
        "menu": _("Menu"),
        "close": _("Close"),
        "choose": _("Choose a language"),
        "dark": _("Switch to dark mode"),
        "light": _("Switch to light mode"),
        "edit": _("Edit this page"),
        "contents": _("On this page"),
        "way": _("Where this page stands"),
        "beside": _("In this section"),
        "tell": _("Tell us about a cooperation"),
        "about": _("About the atlas"),
        "run_by": _("Run by {name}"),
        "contact": _("Contact"),
        "data": _("Data"),
        "records": _("Records and code"),
        "files": _("Tables and files"),
        "languages": _("Languages"),
        "tell_us": _("Tell us"),
        "missing": _("This page does not exist."),
        "asked": _("You asked for “{words}”."),
        "home": _("Go to the home page of the atlas"),
        "search": _("Search the atlas"),
        "lists": _("Or look here:"),
        "new": _("Is it missing from the atlas? Tell us (5 minutes)"),
    }


def offer(language: Language) -> dict[str, str]:
    """What offers a language to those who seem to read it, in that language."""
    return {
        # Say "in" the language that you translate into: "Deze pagina in het Nederlands".
        "hint": language.gettext("This page in English"),
        "close": language.gettext("Close"),
        "direction": language.direction,
    }


def _about(language: Language) -> list[Link]:
    """What the footer says of the atlas itself."""
    pages = (
        (language.gettext("How to read"), "about/"),
        (language.gettext("What is missing"), "coverage/"),
        (language.gettext("Accessibility"), "accessibility/"),
    )
    return [Link(title, language.prefix + path) for title, path in pages]
