"""The records of a preview: read again where somebody has saved, the last good ones kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from atlas.checks.load import LoadedData, Loader
from atlas.files import git, git_history
from atlas.files.git_history import History
from atlas.files.outlines import OutlinesError
from atlas.graph import relate
from atlas.graph.relate import Atlas
from atlas.i18n.problem import Problem
from atlas.maps.static import StaticMaps


@dataclass(frozen=True, slots=True)
class GoodRecords:
    """Records without an error, related, with their history and what draws their maps."""

    loaded: LoadedData
    atlas: Atlas
    history: History
    still: StaticMaps


class RecordKeeper:
    """Keeps what is known of the records in a folder."""

    def __init__(self, data: Path) -> None:
        self._data, self._loader = data, Loader(data)
        self._history: tuple[object, History] | None = None
        self.good: GoodRecords | None = None
        self.problems: list[Problem] = []
        self.failure = ""

    def read(self) -> None:
        """Read what was saved; `good` stays what it was where something is wrong with that."""
        self.failure = ""
        try:
            loaded = self._loader.load()
        except OutlinesError as error:
            self.failure = str(error.args[0])
            return
        self.problems = loaded.problems
        if not loaded.are_sound:
            return
        last = self.good
        drawn = last and last.loaded.outlines is loaded.outlines
        self.good = GoodRecords(
            loaded=loaded,
            atlas=relate.relate(loaded.records),
            history=self._read_history(loaded),
            still=last.still if last and drawn else StaticMaps(loaded.outlines),
        )

    def _read_history(self, loaded: LoadedData) -> History:
        """The history, which is read again after a commit, or where records came or went."""
        ids = [(one.folder, one.id, tuple(one.previous_ids)) for one in loaded.documents]
        state = (ids, _find_commit(self._data))
        if self._history is None or self._history[0] != state:
            read = git_history.read(self._data, loaded.documents, revised=git_history.REVISED)
            self._history = state, read
        return self._history[1]


def _find_commit(data: Path) -> tuple[int, int] | None:
    """What changes with every commit: the log of where the repository stood."""
    root = git.find_root(data)
    try:
        log = (Path(root) / ".git/logs/HEAD").stat() if root else None
    except OSError:
        return None
    return (log.st_mtime_ns, log.st_size) if log else None
