"""Frames: all that the host makes of a site, with gaps where the records come in."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from atlas.pages.section_indexes import FILLINGS
from atlas.site.config import SiteConfig

CATALOGUE = "catalogue"
"""The gap of the home page that takes the atlas as a catalogue, in linked data."""

OFFERED = "data-offered"
"""The gap of the page Data that takes what other systems take over, which the site alone knows."""

NAMES = FILLINGS.keys() | {CATALOGUE, OFFERED}
"""What a gap may be called."""

_GAP = re.compile(r"<p>\{\{ ([\w-]+) \}\}</p>")
"""A paragraph of a hand-written page that the engine fills: `{{ cooperations }}`."""


class FramesError(Exception):
    """Frames cannot be made or used; the text says why."""


@dataclass(frozen=True, slots=True)
class HandWrittenPage:
    """A page of the host's.

    `file` is where it is written, under docs/; `address` is the page's under the root of its
    `language`. One that is `listed` is searched: `prose` is what it says itself. `html` is the
    whole page, with its gaps open.
    """

    file: str
    language: str
    address: str
    title: str
    description: str
    listed: bool
    prose: str
    html: str


@dataclass(frozen=True, slots=True)
class Frames:
    """What the host settled, its shells (HTML by language and section), its hand-written pages.

    What else it makes (style sheets, scripts, the page for what is missing) are files in a folder.
    """

    config: SiteConfig
    shells: Mapping[tuple[str, str], str]
    pages: Sequence[HandWrittenPage]

    def dump(self) -> str:
        """The frames as JSON. Where share cards are kept is not among it: that is a machine's."""
        config = {**asdict(self.config), "cards": self.config.cards is not None}
        shells = [[*key, html] for key, html in self.shells.items()]
        pages = [asdict(page) for page in self.pages]
        kept = {"config": config, "shells": shells, "pages": pages}
        return json.dumps(kept, ensure_ascii=False, indent=1)

    @classmethod
    def parse(cls, text: str, cards: Path) -> Frames:
        """The frames that `dump` wrote; `cards` is where share cards are kept, if they have any.

        Raises FramesError if it is something else.
        """
        try:
            kept: dict[str, Any] = json.loads(text)
            config = SiteConfig(**kept["config"])
            return cls(
                replace(config, cards=cards if config.cards else None),
                {(code, section): html for code, section, html in kept["shells"]},
                [HandWrittenPage(**page) for page in kept["pages"]],
            )
        except (ValueError, KeyError, TypeError) as error:
            raise FramesError(f"these are no frames of this version: {error}") from error


def gap(name: str) -> str:
    """The HTML of a gap."""
    return f"<p>{{{{ {name} }}}}</p>"


def require_known(html: str) -> None:
    """Raise FramesError where a page asks for what there is not."""
    for name in _GAP.findall(html):
        if name not in NAMES:
            raise FramesError(f"there is nothing called {{{{ {name} }}}} to fill in.")


def without_gaps(html: str) -> str:
    """What a page says itself."""
    return _GAP.sub("", html)


def fill(html: str, filling: Callable[[str], str]) -> str:
    """The page with what `filling` gives for the name of each gap; what that says is never filled
    in itself."""
    return _GAP.sub(lambda found: filling(found[1]), html)
