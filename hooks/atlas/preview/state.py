"""What the preview shows now, and what it says of it in the terminal and in the browser."""

from __future__ import annotations

import os
import secrets
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from atlas.i18n import languages, report
from atlas.i18n.messages import msg
from atlas.i18n.problem import Problem
from atlas.preview.changes import Change
from atlas.preview.frame_maker import FrameMaker, MadeFrames
from atlas.preview.records import GoodRecords, RecordKeeper
from atlas.preview.renderer import Renderer
from atlas.site.build import Build, BuildError
from atlas.site.settings import Settings

_MOST = 20
"""Problems that the browser shows; all of them stand in the terminal."""


class State:
    """The state of a preview. Pages are served, records followed and frames made by threads of
    their own, so that none waits for the other.

    `renderer` makes the pages; without any, none could ever be made. `number` tells this state from
    every other, `pages` one whose pages may be others, also after the preview began again.
    """

    def __init__(self, asked: Settings, folder: Path) -> None:
        """Keep frames that are not stored in `folder`."""
        self.language = report.environment_language(os.environ)
        self.renderer: Renderer | None = None
        self._records, self._maker = RecordKeeper(asked.data), FrameMaker(asked, folder)
        self._frames: MadeFrames | None = None
        self._shown: tuple[GoodRecords | None, MadeFrames | None] = (None, None)
        self._host_said = self._build_said = ""
        self._boot, self._count = secrets.token_hex(4), 0
        self.number = self.pages = self._boot
        self._maps: dict[str, bytes] = {}
        self._homes: dict[str, str] = {}
        self._wanted = threading.Event()
        self._changed = threading.Condition()
        self._printed: list[str] = []

    def begin(self) -> None:
        """Read the records and make the frames, which do not need each other."""
        maker = threading.Thread(target=self._make_frames)
        maker.start()
        self._records.read()
        maker.join()
        self._show()
        threading.Thread(target=self._follow_frames, daemon=True).start()

    def update(self, changes: set[Change]) -> None:
        """Show at once what is made of records, and the host's part when it is made, which takes
        seconds."""
        if Change.FRAMES in changes:
            self._wanted.set()
        if Change.RECORDS in changes:
            self._records.read()
        if changes & {Change.RECORDS, Change.PAGES}:
            self._show(anew=Change.PAGES in changes)

    def _follow_frames(self) -> None:
        while self._wanted.wait():
            self._wanted.clear()
            self._make_frames()
            self._show()

    def wait(self, seen: str, seconds: float) -> str:
        """The number, when it is another than what was `seen`, or after a time."""
        with self._changed:
            self._changed.wait_for(lambda: self.number != seen, seconds)
            return self.number

    @property
    def url(self) -> str:
        """The public address of the site, "" where nothing could be made of it."""
        return self._frames.frames.config.url if self._frames else ""

    def describe(self) -> Mapping[str, Any]:
        """What the browser is told: whose pages these are, and what is wrong, if anything is."""
        errors = self._errors()
        sentences = [report.summary(errors)] if errors else []
        if errors and self.renderer:
            sentences.append(msg("The pages show the records as they were before."))
        return {
            "pages": self.pages,
            "language": self.language,
            "direction": languages.direction(self.language),
            "sentences": [report.render(one, self.language) for one in sentences],
            "problems": [
                {
                    "place": f"{one.file}:{one.line}:{one.column}",
                    "text": report.explanation(one, self.language),
                }
                for one in errors[:_MOST]
            ],
            "said": self._failures(),
        }

    def _errors(self) -> list[Problem]:
        return [one for one in self._records.problems if one.severity == "error"]

    def _failures(self) -> list[str]:
        found = (self._records.failure, self._build_said, self._host_said)
        return [one for one in found if one]

    def _make_frames(self) -> None:
        made, self._host_said = self._maker.make()
        self._frames = made or self._frames

    def _show(self, *, anew: bool = False) -> None:
        """Let pages be made of what is known now, if it is other than what they are made of."""
        with self._changed:
            self._renew(anew=anew)
            self._tell()
            self._count += 1
            self.number = f"{self._boot}-{self._count}"
            self._changed.notify_all()

    def _renew(self, *, anew: bool) -> None:
        good, made = self._records.good, self._frames
        is_new = any(one is not other for one, other in zip((good, made), self._shown, strict=True))
        if good and made and (anew or is_new):
            self._shown, self._build_said = (good, made), ""
            try:
                config = made.frames.config
                build = Build(good.loaded, good.history, config, good.atlas, good.still)
                self.renderer = Renderer(build, made.frames, made.files, self._maps, self._homes)
            except BuildError as error:
                self._build_said = str(error)
            self._count += 1
            self.pages = f"{self._boot}-{self._count}"

    def _tell(self) -> None:
        """Say on standard error what is wrong, and once that nothing is any more."""
        problems = self._records.problems
        lines = [*self._failures()]
        if problems or self._printed:
            lines.extend(report.lines(problems, {}, self.language))
        if lines != self._printed:
            print(*lines, sep="\n", file=sys.stderr, flush=True)
        self._printed = lines if problems or self._failures() else []
