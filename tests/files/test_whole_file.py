"""A file is whole, whoever writes it at the same time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from atlas.files import whole_file

SIZE = 200_000


def test_of_several_who_write_a_file_each_reads_one_whole(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "file"

    def write_and_read(letter: bytes) -> set[tuple[int, int]]:
        seen = set()
        for _ in range(50):
            whole_file.write(file, letter * SIZE)
            content = file.read_bytes()
            seen.add((len(content), len(set(content))))
        return seen

    with ThreadPoolExecutor() as pool:
        assert set().union(*pool.map(write_and_read, [b"a", b"b", b"c"])) == {(SIZE, 1)}
    assert [*file.parent.iterdir()] == [file]
