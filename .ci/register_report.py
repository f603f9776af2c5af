"""What a pull request for a country says of its import; names in it are other people's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

MOST_LETTERS = 60_000
"""GitHub takes 65,536."""

_MOST_LINES = {"problems": 60, "counts": 60, "questions": 100, "changes": 600}
_UNSEEN = re.compile(
    r"[^\S\n ]|[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f]"
)


def write(
    folder: Path,
    country: str,
    as_of: str,
    counts: str,
    changes: str,
    questions: Sequence[dict[str, str]],
    problems: str,
) -> None:
    """Write `title`, `message` and `body.md` into `folder`."""
    title = f"Wikidata: what it lists for {country} as of {as_of}"
    (folder / "title").write_text(f"{title}\n", "utf-8")
    (folder / "message").write_text(f"{title}\n", "utf-8")
    asked = "\n".join(
        f"{row.get('kind')}: {row.get('what')} – {row.get('proposal')}" for row in questions
    )
    parts = [
        f"What Wikidata lists for **{country}** as of {as_of}: the answer to "
        "`data/registers/wikidata/query.rq`, imported. Nobody has checked it.",
        "GitHub starts no checks on what a workflow proposes: close this and open it again. Where "
        "another pull request of the register was merged meanwhile, run the workflow *Registers* "
        "for this country again: it renews this one.",
    ]
    if problems:
        parts += ["## `atlas check` finds", _quote(problems, "problems")]
    parts += ["## Counts", _quote(counts, "counts")]
    if asked:
        parts += [
            f"## Questions that are open: {len(questions)}",
            "Write the answer into its column in `data/registers/wikidata/questions.csv`: the next "
            "import obeys.",
            _quote(asked, "questions"),
        ]
    parts += ["## What changes", _quote(changes, "changes")]
    (folder / "body.md").write_text("\n\n".join(parts) + "\n", "utf-8")


def _quote(text: str, kind: str) -> str:
    """A text between fences that it cannot end, where no name calls a person or an issue."""
    lines = _UNSEEN.sub(" ", text).strip("\n").split("\n")
    share = MOST_LETTERS // len(_MOST_LINES) - 500
    kept: list[str] = []
    for line in lines[: _MOST_LINES[kind]]:
        short = line if len(line) <= 300 else f"{line[:300]}…"
        if sum(map(len, kept)) + len(kept) + len(short) > share:
            break
        kept.append(short)
    if len(kept) < len(lines):
        kept.append(f"… and {len(lines) - len(kept)} lines more")
    fence = "`" * max(3, 1 + max(map(len, re.findall(r"`+", text)), default=0))
    return "\n".join([f"{fence}text", *kept, fence])


def say_error(text: str) -> None:
    """Tell the workflow of a fault, in one line, as GitHub wants line ends written."""
    for letter, escaped in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(letter, escaped)
    print(f"::error::{text[:4000]}")
