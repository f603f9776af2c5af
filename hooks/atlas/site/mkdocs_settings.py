"""What mkdocs.yml settles: who makes the atlas and where, in which languages, by which names.

The host has read the file; what it read comes here as plain values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from atlas.site.config import SiteConfig

_IATI = {
    "organisation": re.compile(r"(?:[A-Z]+-[^\s/&|?:]+)?"),
    "type": re.compile("(?:[0-9]{2})?"),
}
"""What extra.iati may hold: identifiers are AGENCY-NUMBER, without signs that IATI forbids."""


class SettingsError(Exception):
    """mkdocs.yml, or what the environment makes of it, is in no order; the text says why."""


class ListedLanguage(Protocol):
    """A language of the list in mkdocs.yml; the default one is at the site's root."""

    locale: str
    name: str
    link: str
    build: bool
    default: bool
    site_name: str | None
    site_description: str | None
    site_author: str | None


def choose_languages(languages: Iterable[ListedLanguage], chosen: Sequence[str]) -> None:
    """Let those languages be built that ATLAS_LANGUAGES names, all if it names none; where the
    default one is not among them, the first is at the root.

    Raises SettingsError if it names one that is not listed.
    """
    listed = {one.locale: one for one in languages}
    if not chosen:
        return
    if unknown := set(chosen) - listed.keys():
        named = ", ".join(sorted(unknown))
        raise SettingsError(f"ATLAS_LANGUAGES names languages the site has not: {named}")
    root = next((code for code, one in listed.items() if one.default), "")
    root = root if root in chosen else chosen[0]
    for code, one in listed.items():
        one.build, one.default = code in chosen, code == root
        one.link = "/" if one.default else f"/{code}/"


def read(
    values: Mapping[str, Any], languages: Sequence[ListedLanguage], cards: Path | None
) -> SiteConfig:
    """What the `values` of mkdocs.yml settle, whose `languages` are listed apart; `cards` keeps
    share cards.

    Raises SettingsError if editors are not named as they should be.
    """
    name, author, extra = values["site_name"], values["site_author"], values["extra"]
    description = values["site_description"] or ""
    return SiteConfig(
        url=values["site_url"] or "",
        repository=extra["repository"],
        source=f"{extra['repository']}/edit/main/",
        author=author or name,
        locales=[one.locale for one in languages if one.build],
        root=next(one.locale for one in languages if one.default),
        language_names={one.locale: one.name for one in languages},
        names={one.locale: one.site_name or name for one in languages},
        descriptions={one.locale: one.site_description or description for one in languages},
        authors={one.locale: one.site_author or author or name for one in languages},
        cards=cards,
        operator=extra.get("operator", ""),
        contact=extra.get("contact", ""),
        editors=_read_editors(extra.get("editors") or {}),
        **_read_iati(extra.get("iati") or {}),
    )


def _read_editors(named: Any) -> dict[str, str]:
    """How editors wish to be named, by the names that git gives them."""
    pairs = named.items() if isinstance(named, dict) else [("", "")]
    if not all(isinstance(one, str) and one and "@" not in one for pair in pairs for one in pair):
        raise SettingsError(
            "mkdocs.yml: extra.editors has names alone, and no mail address: the name that git"
            " gives an editor, a colon, and the name to show, as in {jdoe: Jane Doe}."
        )
    return dict(pairs)


def _read_iati(named: Any) -> dict[str, str]:
    """What IATI knows the publisher by, as `SiteConfig` has it; "" for what is left out."""
    given = {"organisation": "", "type": ""} | (named if isinstance(named, dict) else {"": named})
    is_sound = all(isinstance(one, str) for one in given.values()) and given.keys() == _IATI.keys()
    if not is_sound or not all(_IATI[key].fullmatch(one) for key, one in given.items()):
        raise SettingsError(
            "mkdocs.yml: extra.iati has organisation and type alone, as texts: an identifier that a"
            ' register of organisations has given out, such as "BE-BCE_KBO-0123456789", and a code'
            ' of IATI\'s OrganisationType, such as "22".'
        )
    return {f"iati_{key}": one for key, one in given.items()}


def require_pages(docs: Path, codes: Sequence[str]) -> None:
    """Say once, and not page by page, that a language has no hand-written pages yet; `codes` are
    those of the languages that are built, the root's first.

    Raises SettingsError.
    """
    for code in codes:
        if not (docs / code).is_dir():
            copy = f"cp -r {docs.name}/{codes[0]} {docs.name}/{code}"
            raise SettingsError(f"{docs.name}/{code} is missing. Run: {copy}; then translate it.")
