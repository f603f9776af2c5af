"""What the host of a build settles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """What the host settled: the site's address, where its files are edited, its languages.

    `language_names` has what each language calls itself; `names` and `descriptions` have the site's
    name and description in it, `authors` who wrote it; programs are given `author`, which is the
    same in every language. `locales` are those to build, `root` the one at the site's root.
    `operator` is who runs the site, if not its authors, and `contact` where they are reached, if
    not by the repository's issues. `editors` has the names of those who wish to be named, by
    the names that git gives them. `cards` is the folder that keeps share cards between builds; None
    is a site without them. `iati_organisation` is what IATI knows the atlas's publisher by, and
    `iati_type` the publisher's code in IATI's OrganisationType; both are "" where there is none.
    """

    url: str
    repository: str
    source: str
    locales: Sequence[str]
    root: str
    language_names: Mapping[str, str]
    names: Mapping[str, str]
    descriptions: Mapping[str, str]
    author: str
    authors: Mapping[str, str]
    cards: Path | None
    operator: str = ""
    contact: str = ""
    editors: Mapping[str, str] = field(default_factory=dict)
    iati_organisation: str = ""
    iati_type: str = ""
