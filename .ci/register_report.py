"""What a pull request for a country says of its import; names in it are other people's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

MOST_LETTERS = 60_000
"""GitHub takes 65,536."""

_MOST_LINES = 400
"""As many of a section, which also has half of the letters that are left at most."""

_LONGEST_LINE = 300
_UNSEEN = re.compile(
    r"[^\S\n ]|[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f]"
)
_SIGNS = {
    "+ ": "comes",
    "no longer listed: ": "is no longer listed",
    "- ": "goes",
    "~ ": "changes",
}
"""How `atlas import` begins the lines of a difference."""


def write(
    folder: Path,
    country: str,
    as_of: str,
    difference: str,
    outcome: str,
    questions: Sequence[dict[str, str]],
    problems: str,
) -> None:
    """Write `title`, `message` and `body.md` into `folder`.

    `difference` is what a dry run said, `outcome` what the import itself did.
    """
    title = f"Wikidata: what it lists for {country} as of {as_of}"
    (folder / "title").write_text(f"{title}\n", "utf-8")
    (folder / "message").write_text(f"{title}\n", "utf-8")
    counts = [line for line in outcome.splitlines() if not line.startswith(tuple(_SIGNS))]
    asked = [f"{row.get('kind')}: {row.get('what')} – {row.get('proposal')}" for row in questions]
    sections = [
        ("## `atlas check` finds", "", problems.splitlines()),
        ("## Counts", "", [line.replace(f"{Path.cwd()}/", "") for line in counts]),
        (
            f"## Questions that are open: {len(asked)}",
            "Write the answer into its column in `data/registers/wikidata/questions.csv`: the next "
            "import obeys.",
            asked,
        ),
    ]
    for sign, what in _SIGNS.items():
        lines = [
            line.removeprefix(sign) for line in difference.splitlines() if line.startswith(sign)
        ]
        sections.append((f"## What {what}: {len(lines)}", "", lines))
    parts = [
        f"What Wikidata lists for **{country}** as of {as_of}: the answer to "
        "`data/registers/wikidata/query.rq`, imported. Nobody has checked it.",
        "GitHub starts no checks on what a workflow proposes: close this and open it again. Where "
        "another pull request of the register was merged meanwhile, run the workflow *Registers* "
        "for this country again: it renews this one.",
    ]
    left = MOST_LETTERS
    for heading, hint, lines in sections:
        if lines:
            parts += [part for part in (heading, hint, _quote(lines, left // 2)) if part]
            left -= len(parts[-1])
    (folder / "body.md").write_text("\n\n".join(parts) + "\n", "utf-8")


def _quote(lines: Sequence[str], share: int) -> str:
    """Lines between fences that they cannot end, where no name calls a person or an issue."""
    kept: list[str] = []
    for line in lines[:_MOST_LINES]:
        seen = _UNSEEN.sub(" ", line)
        kept.append(seen if len(seen) <= _LONGEST_LINE else f"{seen[:_LONGEST_LINE]}…")
        share -= len(kept[-1]) + 1
        if share < 0:
            kept.pop()
            break
    if len(kept) < len(lines):
        kept.append(f"… and {len(lines) - len(kept)} more")
    longest = max(map(len, re.findall(r"`+", "\n".join(kept))), default=0)
    fence = "`" * max(3, 1 + longest)
    return "\n".join([f"{fence}text", *kept, fence])


def say_error(text: str) -> None:
    """Tell the workflow of a fault, in one line, as GitHub wants line ends written."""
    for letter, escaped in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(letter, escaped)
    print(f"::error::{text[:4000]}")
