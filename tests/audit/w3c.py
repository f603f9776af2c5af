"""Every page is valid HTML, and our own style sheets and drawings are valid too (W3C's checker)."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TypedDict

from tests.audit.built import BuiltSite
from tests.audit.outcome import Outcome

JAR = Path("node_modules/vnu-jar/build/dist/vnu.jar")

NOT_OURS = (
    "assets/javascripts/",
    "assets/stylesheets/theme.",
    "assets/maps/leaflet.",
)
"""Files of the theme and of Leaflet; their makers check them."""

KNOWN = (
    # Properties of SVG 2, which browsers know and the checker's list of properties lacks.
    ("CSS: “vector-effect”: Property “vector-effect” doesn't exist.", "vector-effect:"),
    ("CSS: “paint-order”: Property “paint-order” doesn't exist.", "paint-order:"),
    ("CSS: “r”: Property “r” doesn't exist.", " r:"),
    # Container queries (CSS Containment 3), which browsers know and the checker does not yet.
    ("CSS: “container-type”: Property “container-type” doesn't exist.", "container-type:"),
    ("CSS: Unrecognized at-rule “@container”", "@container"),
)
"""What the checker says wrongly, or of the theme and harmlessly: how its message begins, and a part
of the passage that it shows."""

AT_ONCE = 1_000
"""Files a run of the checker is given: few enough for any system's longest command."""


class Message(TypedDict, total=False):
    """What of the checker's message is used; `url` is a file's."""

    type: str
    url: str
    lastLine: int
    message: str
    extract: str


def check(site: BuiltSite) -> Outcome:
    """Check every page, style sheet and SVG file of `site` that is ours."""
    files = [
        file
        for file in site.files(".html", ".css", ".svg")
        if not file.relative_to(site.folder).as_posix().startswith(NOT_OURS)
    ]
    messages = [
        message
        for start in range(0, len(files), AT_ONCE)
        for message in _validate(files[start : start + AT_ONCE])
        if message["type"] != "info"
    ]
    ours = [message for message in messages if not is_known(message)]
    folder = f"file:{site.folder.resolve()}/"
    return Outcome(
        f"{len(files)} files, {len(messages) - len(ours)} known complaints aside",
        tuple(
            f"{message.get('url', '').removeprefix(folder)}:{message.get('lastLine', 0)}  "
            f"{message['message']}  {' '.join(message.get('extract', '').split())}"
            for message in ours
        ),
    )


def is_known(message: Message) -> bool:
    """Tell whether `message` is one of KNOWN: both its words and the passage must agree."""
    return any(
        message["message"].startswith(words) and passage in message.get("extract", "")
        for words, passage in KNOWN
    )


def _validate(files: list[Path]) -> list[Message]:
    command = ["java", "-jar", str(JAR), "--format", "json", "--stdout"]
    command += ["--also-check-css", "--also-check-svg", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not done.stdout:
        raise RuntimeError(f"The W3C checker gave no report: {done.stderr}")
    messages: list[Message] = json.loads(done.stdout)["messages"]
    return messages
