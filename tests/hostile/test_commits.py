"""Whatever commits say of themselves, nothing fails, and nothing is published that a record could
not say.

A few hundred commits are made up each time, always the same; with FUZZ_SECONDS set, as by `make
fuzz`, new ones for a third of that time.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import tempfile
import time
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from atlas.checks import author_names, history
from atlas.cli.main import main
from atlas.files import git_history, reader
from atlas.files.git_history import Change
from tests import commits
from tests.checks.minimal import FOLDER
from tests.commits import NOON, git
from tests.conftest import ROOT
from tests.hostile import rendering

SECONDS = int(os.environ.get("FUZZ_SECONDS", "0")) / 3
COMMITS = 300
LAST = NOON + git_history.DAY
"""When the commit that is built was committed."""

_BITS = [
    *("Ada", "Zoë", "عمر", "Ольга", " ", ".", "-", "'", "b", "é", "[bot]", "a@b.example"),
    *("+32 475 12", "<script>", "</script>", "<img src=x>", '"', "&", "{{", "}}", "|", "`", "*"),
    *("](x)", "@you", "::error::x", "\x1e", "\x1f", "\0", "\r", "\t", "\x1b[2J", "\x85"),
    *("\u2028", "\u202e", "\u200b", "\u0301" * 5, "\ufeff", "\ufffd", "\U000e0041"),
    *("https://x.example", "www.x.example", "x" * 150, "atlasslot", "+AAo-committer x"),
    *("\\u202e", "%an%n%H", "𝐀", "\u0430", "tel. 0475", "12 34 56"),
]
_RAW = [
    *(b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf5", b"\x00", b"<", b">"),
    b"> 1 +0000\nauthor E <e@e>",
]
_DATES = [
    *(b"0", b"1", b"-1", b"%d" % NOON, b"%d" % LAST, b"%d" % (LAST + 1), b"4070908800", b"9" * 30),
    *(b"1000000000000", b"9" * 5000, b"", b"x", b"1e9", b"0x10", b"1112832000", b" ", b"1.5"),
    *("\u0661\u0662\u0663".encode(), b"2147483648", b"253402300800", b"99999999999"),
]
_OFFSETS = [b"+0000", b"+2400", b"-9999", b"+99999999999", b"", b"Z", b"+1", b"CET", b"\xff"]
_ENCODINGS = [
    *(b"UTF-8", b"ISO-8859-1", b"UTF-7", b"UTF-16", b"EBCDIC-US", b"hex", b"x\xff", b"", b"\0"),
]


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> rendering.Usual:
    """What a site holds whose record was changed by somebody of a harmless name."""
    site = tmp_path_factory.mktemp("harmless")
    change = Change(datetime.fromtimestamp(LAST, UTC), ("Ada",))
    rendering.render(FOLDER, site, {"cooperations/hill-dale": change})
    return rendering.usual(site)


def _make_up(chance: random.Random) -> bytes:
    """What one commit says of itself, in any state."""

    def moment() -> bytes:
        return chance.choice(_DATES) + b" " + chance.choice(_OFFSETS)

    name = "".join(chance.choices(_BITS, k=chance.randint(0, 4))).encode("utf-8", "surrogatepass")
    if chance.random() < 0.2:
        name += chance.choice(_RAW)
    mail = chance.choice([b" <a@b.example>", b"<>", b"", b" <<>>", b" <a@b> ", b" <" + name + b">"])
    more = b"encoding " + chance.choice(_ENCODINGS) if chance.random() < 0.3 else b""
    text = commits.header(name + mail, moment(), moment(), more)
    if chance.random() < 0.1:
        at = chance.randrange(len(text))
        text = text[:at] + bytes([chance.randrange(256)]) + text[at + 1 :]
    return text


def _build_up(folder: Path, chance: random.Random) -> Path:
    """A proposal of made-up commits of one record, merged; the folder of the records."""
    shutil.copytree(FOLDER, folder / "data")
    (folder / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "lane", folder / ".ci" / "lane")
    data = commits.create(folder)
    base = commits.commit(folder)
    tree = git(folder, "write-tree")
    tie = data / "cooperations" / "hill-dale.yml"
    tie.write_text(tie.read_text("utf-8").replace("start: 2014", "start: 2015"), "utf-8")
    git(folder, "add", "--all")
    changed = git(folder, "write-tree")
    texts = [_make_up(chance) for _ in range(COMMITS + 1)]
    last = commits.write_chain(folder, [changed, tree], base, texts)
    when = b"%d +0000" % LAST
    (merged,) = commits.write(folder, changed, [base, last], [commits.header(b"M <m>", when, when)])
    git(folder, "update-ref", "HEAD", merged)
    return data


def _try(seed: int, usual: rendering.Usual) -> int:
    """Make up commits and take them through all that reads them; how many names are published."""
    with tempfile.TemporaryDirectory() as folder:
        data = _build_up(Path(folder), random.Random(seed))  # noqa: S311 - no secret
        documents, _ = reader.read(data)
        found = history.read(data, documents, LAST)
        raw = git_history.read(data, documents, LAST)
        assert raw.remarks == ()
        change = found.changes["cooperations/hill-dale"]
        assert change.when is not None
        assert datetime.fromtimestamp(git_history.EARLIEST, UTC) <= change.when
        assert change.when <= datetime.fromtimestamp(LAST, UTC)
        names = change.contributors
        assert len(raw.changes["cooperations/hill-dale"].contributors) > len(names) > 0
        for name in names:
            assert len(name) <= author_names.LONGEST
            assert not _hides(name)
            assert "\ufffd" not in name
            assert "a@b.example" not in name
            assert "://" not in name
        site = Path(folder) / "site"
        rendering.render(data, site, found.changes)
        assert list(rendering.faults(site, list(names), usual)) == []
        (item,) = json.loads((site / "feed.json").read_text("utf-8"))["items"]
        assert datetime.fromisoformat(item["date_modified"]) == change.when
        page = rendering.shown(site, "cooperations/hill-dale")
        assert all(" ".join(name.split()) in page for name in names)
        lane = [Path(folder) / ".ci" / "lane"]
        said = subprocess.run(lane, capture_output=True, text=True, check=True).stdout
        assert said.startswith("The proposal touches records only")
        for command in (["check"], ["review", "--before", str(FOLDER)]):
            done = CliRunner().invoke(main, [*command, "--data", str(data)])
            assert done.exit_code == 0, done.output
            assert not any(map(_hides, done.output.split("\n")))
        assert "<" not in done.output
        return len(names)


def _hides(text: str) -> bool:
    """Whether a line holds what nobody sees, or what ends it elsewhere; a blank of any width is
    seen."""
    return any(
        unicodedata.category(one)[0] == "C" or unicodedata.category(one) in {"Zl", "Zp"}
        for one in text
    )


def _repeat(attempt: Callable[[int], int]) -> int:
    end = time.monotonic() + SECONDS
    number = attempt(11)
    while time.monotonic() < end:
        number += attempt(random.randrange(2**32))  # noqa: S311 - no secret
    return number


def test_nothing_a_commit_says_of_itself_breaks_or_forges_anything(
    usual: rendering.Usual,
) -> None:
    published = _repeat(lambda seed: _try(seed, usual))
    print(f"{published} names of made-up commits were published.")


@pytest.mark.parametrize("sign", ["\x1e", "\x1f", "\0"])
def test_no_sign_in_a_name_makes_another_commit_of_it(tmp_path: Path, sign: str) -> None:
    data = commits.create(tmp_path)
    forged = f"A{sign}0{sign}{NOON}{sign}Forged{sign} <a@b.example>".encode()
    commits.commit(tmp_path, commits.header(forged), genk="names: {en: Genk}")
    documents, _ = reader.read(data)
    changes = git_history.read(data, documents, LAST).changes
    assert "Forged" not in changes["places/genk"].contributors
