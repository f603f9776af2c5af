"""What visitors come to do, as tests/cases/tasks.yml tells it, and what a step left behind.

A step is a verb and what it is done to. A thing of a page is named as a screen reader names it, by
role and accessible name, within another where several are alike: `{link: Health, in: {main: ""}}`.
A name of nothing is any. Whoever performs a step waits for what it names.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml
from pypdf import PdfReader

from tests.frozen_records import CASES

ACTS = {
    "open": "open the address",
    "tap": "tap",  # with a finger in a window that is touched, else with the mouse
    "type": "type into",
    "press": "press the key",
    "tab": "press Tab until the focus is on",
    "choose": "choose in",
    "copy": "copy by",
    "download": "save by",
    "print": "print by",
}
"""What a visitor does, each a step that counts; of Tab each press does."""

LOOKS = {
    "arrive": "be at the address",
    "see": "see",
    "miss": "not see",
    "view": "see without scrolling",
    "hear": "be told, where one does not look,",
    "focused": "have the focus on",
    "leads": "be led, where it is elsewhere, by",
    "large": "find as large as the text",
    "fits": "have no sideways scroll",
    "unfetched": "never have asked for",
}
"""What a visitor then finds. `view` is of all that stands in the window as it is."""

ROLES = {
    *("article", "banner", "button", "cell", "checkbox", "combobox", "contentinfo", "dialog"),
    *("group", "heading", "link", "list", "main", "navigation", "radio", "region", "row"),
    *("rowheader", "search", "searchbox", "table", "textbox"),
}
"""What a thing can be."""

PNG = b"\x89PNG\r\n\x1a\n"


class TaskError(Exception):
    """A step that did not succeed, or that tests/cases/tasks.yml writes wrongly, in words."""


@dataclass(frozen=True)
class Thing:
    """Something on a page: its role, its accessible name ("" is any), and what it stands in."""

    role: str
    name: str
    within: Thing | None = None

    def __str__(self) -> str:
        named = f"the {self.role}" + (f" “{self.name}”" if self.name else "")
        return f"{named} in {self.within}" if self.within else named


@dataclass(frozen=True)
class Step:
    """One thing that a visitor does or finds; what of it a verb has no use for is empty.

    `text` is an address, a key, what is typed or seen. `named` and `holds` are of the file that a
    step leaves: the end of its name, and words that stand in it.
    """

    verb: str
    thing: Thing | None = None
    text: str = ""
    named: str = ""
    holds: tuple[str, ...] = ()

    def __str__(self) -> str:
        words = [(ACTS | LOOKS)[self.verb], str(self.thing or "")]
        words += [f"“{self.text}”"] if self.text else []
        return " ".join(filter(None, words))


@dataclass(frozen=True)
class Window:
    """What a page is shown in: CSS pixels, whether it is touched, and its text in per cent."""

    width: int
    height: int
    touch: bool = False
    text: int = 100


@dataclass(frozen=True)
class Task:
    """What somebody comes for: in which window and language, from which page, by which steps.

    `records` are those of the site, a folder of tests/cases. `slow` is a phone of a sixth of the
    speed on a poor connection. `chromium_only` says why no other browser can do it.
    """

    name: str
    who: str
    language: str
    window: Window
    start: str
    steps: tuple[Step, ...]
    records: str = "atlas"
    slow: bool = False
    chromium_only: str = ""

    def as_plain(self) -> dict[str, Any]:
        """All of it in what JSON knows."""
        return asdict(self)


def read(file: Path = CASES / "tasks.yml") -> dict[str, Task]:
    """The tasks of a file, by name; raise TaskError where it uses another verb or role."""
    told = yaml.safe_load(file.read_text("utf-8"))
    windows = {name: Window(**window) for name, window in told["windows"].items()}
    return {
        name: Task(
            name,
            **{**task, "window": windows[task["window"]], "steps": tuple(map(step, task["steps"]))},
        )
        for name, task in told["tasks"].items()
    }


def step(told: str | Mapping[str, Any]) -> Step:
    """The step that an entry of a task tells; raise TaskError if it is none."""
    verb, of = (told, {}) if isinstance(told, str) else next(iter(told.items()))
    if verb not in ACTS | LOOKS:
        raise TaskError(f"“{verb}” is no verb of a step; these are: {', '.join(ACTS | LOOKS)}")
    if isinstance(of, str):
        return Step(verb, text=of)
    rest = {key: of[key] for key in ("text", "named") if key in of}
    named = {key: value for key, value in of.items() if key not in {"holds", *rest}}
    return Step(verb, thing(named) if named else None, **rest, holds=tuple(of.get("holds", ())))


def thing(told: Mapping[str, Any]) -> Thing:
    """The thing that a mapping names; raise TaskError if that is not a role with a name."""
    within = told.get("in")
    roles = [key for key in told if key != "in"]
    if len(roles) != 1 or roles[0] not in ROLES:
        raise TaskError(f"{dict(told)} names no thing: one role of {', '.join(sorted(ROLES))}")
    return Thing(roles[0], str(told[roles[0]]), thing(within) if within else None)


def lacks(step: Step, name: str, content: bytes) -> str:
    """What is wrong with the file that a step left, in words; "" if nothing is.

    A picture of pixels is judged by being one, a text and a page on paper by the words in them.
    """
    if not name.endswith(step.named):
        return f"the file is called “{name}”, not “{step.named}”"
    if name.endswith(".png"):
        return "" if content.startswith(PNG) else "the file is no PNG"
    if content.startswith(b"%PDF"):
        pages = PdfReader(io.BytesIO(content)).pages
        text = " ".join(page.extract_text() for page in pages)
    else:
        text = content.decode("utf-8", "replace")
    found = "".join(text.split())  # where a line breaks, and how wide a gap is, is the printer's
    missing = [words for words in step.holds if "".join(words.split()) not in found]
    return f"it does not say “{'”, “'.join(missing)}”: {text[:300]}…" if missing else ""
