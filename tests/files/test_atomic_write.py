"""Several files are written, or none is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from atlas.files import atomic_write


def _folder(path: Path) -> dict[str, str]:
    return {each.name: each.read_text("utf-8") for each in path.iterdir() if each.is_file()}


def test_files_are_written_and_deleted_together(tmp_path: Path) -> None:
    (tmp_path / "old.yml").write_text("old", "utf-8")
    (tmp_path / "kept.yml").write_text("before", "utf-8")
    new = tmp_path / "new.yml"
    atomic_write.save({new: "new", tmp_path / "kept.yml": "after"}, {new}, [tmp_path / "old.yml"])
    assert _folder(tmp_path) == {"new.yml": "new", "kept.yml": "after"}


def test_a_file_that_is_there_is_never_overwritten_by_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "b.yml").write_text("mine", "utf-8")
    (tmp_path / "kept.yml").write_text("before", "utf-8")
    paths = [tmp_path / "a.yml", tmp_path / "b.yml"]
    with pytest.raises(FileExistsError):
        atomic_write.save({tmp_path / "kept.yml": "after", **dict.fromkeys(paths, "new")}, paths)
    assert _folder(tmp_path) == {"b.yml": "mine", "kept.yml": "before"}


@pytest.mark.parametrize("moment", range(1, 6))
def test_ctrl_c_at_any_moment_leaves_everything_as_it_was(
    moment: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("kept.yml", "gone.yml"):
        (tmp_path / name).write_text(name, "utf-8")
    real = {name: getattr(Path, name) for name in ("replace", "unlink", "write_bytes")}
    moments = iter(range(1, 100))

    def interrupted(name: str) -> Callable[..., object]:
        def method(self: Path, *args: object, **kwargs: object) -> object:
            if next(moments) == moment:
                raise KeyboardInterrupt
            done: object = real[name](self, *args, **kwargs)
            return done

        return method

    for name in real:
        monkeypatch.setattr(Path, name, interrupted(name))
    new = tmp_path / "new.yml"
    texts = {new: "new", tmp_path / "kept.yml": "after"}
    with pytest.raises(KeyboardInterrupt):
        atomic_write.save(texts, {new}, [tmp_path / "gone.yml"])
    monkeypatch.undo()
    assert _folder(tmp_path) == {"kept.yml": "kept.yml", "gone.yml": "gone.yml"}
