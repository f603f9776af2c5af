"""What somebody saved, as far as it matters to the preview."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from enum import Enum
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from atlas.site.settings import ROOT

_SETTLED = 0.02
"""Seconds without another change after which what was saved is looked at: an editor writes a file
in several steps."""

_WRITING = {"created", "modified", "moved", "deleted"}


class Change(Enum):
    """What has to be made anew."""

    RECORDS = "records"
    PAGES = "pages"
    FRAMES = "frames"
    CODE = "code"


def judge(path: Path, data: Path) -> set[Change]:
    """What follows from a change of the file or folder at `path`; `data` has the records."""
    if path.is_relative_to(data):
        hidden = any(part.startswith(".") for part in path.relative_to(data).parts)
        return set() if hidden else {Change.RECORDS}
    if "__pycache__" in path.parts or path.name.startswith(".") or not path.suffix:
        return set()
    if path.is_relative_to(ROOT / "hooks"):
        if path.suffix in {".py", ".toml"}:
            return {Change.CODE}
        return {Change.PAGES, Change.FRAMES} if path.suffix == ".po" else {Change.PAGES}
    if path.is_relative_to(ROOT / "overrides"):
        return {Change.PAGES, Change.FRAMES}
    if path == ROOT / "mkdocs.yml" or path.is_relative_to(ROOT / "docs"):
        return {Change.FRAMES}
    return set()


class Watcher(FileSystemEventHandler):
    """Notes changes below the records' folder and the project's."""

    def __init__(self, data: Path) -> None:
        self._data, self._found = data, set[Change]()
        self._changed = threading.Condition()
        observer = Observer()
        for name in ("docs", "overrides", "hooks"):
            observer.schedule(self, str(ROOT / name), recursive=True)
        observer.schedule(self, str(ROOT), recursive=False)
        observer.schedule(self, str(data), recursive=True)
        observer.daemon = True
        observer.start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note what was written; what was read is nobody's business."""
        if event.event_type not in _WRITING or (event.is_directory and event.event_type != "moved"):
            return
        self.note(Path(str(one)) for one in (event.src_path, event.dest_path) if one)

    def note(self, paths: Iterable[Path]) -> None:
        """Note changes of files."""
        found = {change for path in paths for change in judge(path, self._data)}
        if found:
            with self._changed:
                self._found |= found
                self._changed.notify_all()

    def wait(self) -> set[Change]:
        """What changed since the last time; it waits for the first change, and until nothing more
        comes at once."""
        with self._changed:
            self._changed.wait_for(lambda: self._found)
            while self._changed.wait(_SETTLED):
                pass
            found, self._found = self._found, set()
        return found
