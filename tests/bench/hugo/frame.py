"""Our frame as two partial templates of Hugo: what stands before a page's article, and after it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_SLOT = "{{{{ .{} }}}}"
_FILE = '{{ strings.TrimSuffix "/" .address }}.json'
"""What the API has of the page."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A page of ours that lies two folders deep in its language, and what is its own."""

    text: str
    title: str
    description: str
    address: str
    prefix: str


def cut(sample: Sample) -> tuple[str, str]:
    """The frame of a page, its title, description, address and ways open."""
    head, _, rest = sample.text.partition("<article")
    _, _, tail = rest.partition("</article>")
    return _open(head, sample), "</article>" + _open(tail, sample)


def _open(part: str, sample: Sample) -> str:
    """Replace what is the sample's own by what Hugo fills in."""
    up = "../../"
    ways = {up: "base"} if not sample.prefix else {f"../{up}": "root", up: "base"}
    named = {
        html.escape(sample.description): "description",
        html.escape(sample.title): "title",
        sample.address: "address",
        **ways,
    }
    own = {
        f"{sample.address.removesuffix('/')}.json": _FILE,
        **{value: _SLOT.format(name) for value, name in named.items()},
    }
    pattern = re.compile("|".join(re.escape(value) for value in own if value))
    return pattern.sub(lambda found: own[found[0]], part)
