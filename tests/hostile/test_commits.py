"""Whatever commits say of themselves, nothing fails, and nothing of it is published but a date.

A few hundred commits are made up each time, always the same; with FUZZ_SECONDS set, as by `make
fuzz`, new ones for a third of that time.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from atlas.cli.main import main
from atlas.files import git_history, reader
from atlas.pages import KINDS
from atlas.site.build import Build
from atlas.site.config import SiteConfig
from atlas.site.frames import Frames
from tests import commits
from tests.checks.minimal import FOLDER
from tests.commits import NOON, git
from tests.conftest import ROOT
from tests.hostile import rendering
from tests.mkdocs_build import EPOCH
from tests.site_languages import DIRECTIONS

SECONDS = int(os.environ.get("FUZZ_SECONDS", "0")) / 3
COMMITS = 300
LAST = NOON + git_history.DAY
"""When the commit that is built was committed."""

_HISTORY = re.compile(rb'<details class="[^"]*atlas-history">.*?</details>', re.DOTALL)

_BITS = [
    *("Ada", "Zoë", "عمر", "Ольга", " ", ".", "-", "'", "b", "é", "[bot]", "a@b.example"),
    *("+32 475 12", "<script>", "</script>", "<img src=x>", '"', "&", "{{", "}}", "|", "`", "*"),
    *("](x)", "@you", "::error::x", "\x1e", "\x1f", "\0", "\r", "\t", "\x1b[2J", "\x85"),
    *("\u2028", "\u202e", "\u200b", "\u0301" * 5, "\ufeff", "\ufffd", "\U000e0041"),
    *("https://x.example", "www.x.example", "x" * 150, "atlasslot", "+AAo-committer x"),
    *("\\u202e", "%at%n%H", "𝐀", "\u0430", "tel. 0475", "12 34 56"),
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


def _make_up(chance: random.Random) -> bytes:
    """What one commit says of itself, in any state."""

    def moment() -> bytes:
        return chance.choice(_DATES) + b" " + chance.choice(_OFFSETS)

    def words() -> bytes:
        found = "".join(chance.choices(_BITS, k=chance.randint(0, 4)))
        raw = chance.choice(_RAW) if chance.random() < 0.2 else b""
        return found.encode("utf-8", "surrogatepass") + raw

    name = words()
    mail = chance.choice([b" <a@b.example>", b"<>", b"", b" <<>>", b" <a@b> ", b" <" + name + b">"])
    more = b"encoding " + chance.choice(_ENCODINGS) if chance.random() < 0.3 else b""
    text = commits.header(name + mail, moment(), moment(), more, words())
    if chance.random() < 0.1:
        at = chance.randrange(len(text))
        text = text[:at] + bytes([chance.randrange(256)]) + text[at + 1 :]
    return text


def _propose(folder: Path, texts: Sequence[bytes]) -> Path:
    """A proposal of so many commits of one record, merged; the folder of the records."""
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
    last = commits.write_chain(folder, [changed, tree], base, texts)
    when = b"%d +0000" % LAST
    (merged,) = commits.write(folder, changed, [base, last], [commits.header(b"M <m>", when, when)])
    git(folder, "update-ref", "HEAD", merged)
    return data


def _build(data: Path, editors: Mapping[str, str] | None = None) -> dict[str, bytes]:
    """Every file of the site of these records and their history, in a bare shell."""
    each = dict.fromkeys(DIRECTIONS, "Atlas")
    config = SiteConfig(
        url=rendering.ADDRESS,
        repository=f"{rendering.ADDRESS}code",
        source=f"{rendering.ADDRESS}code/edit/",
        locales=DIRECTIONS,
        root=DIRECTIONS[0],
        language_names=each,
        names=each,
        descriptions=each,
        author="Atlas",
        authors=each,
        cards=None,
        editors=editors or {},
    )
    shells = {(code, one.SECTION): rendering.SHELL for code in DIRECTIONS for one in KINDS}
    site = data.parent / "site"
    made = Build.read(data, config)
    made.write(site, Frames(config, shells, []), data.parent / "cache")
    found = [str(record) for one in made.languages for _, record in made.list_searched(one)]
    files = [file for file in site.rglob("*") if file.is_file()]
    written = {file.relative_to(site).as_posix(): file.read_bytes() for file in files}
    return {**written, "searched": "\n".join(found).encode()}


def _say(data: Path) -> list[str]:
    """What those are told who look at the proposal."""
    lane = [data.parent / ".ci" / "lane"]
    said = subprocess.run(lane, capture_output=True, text=True, check=True).stdout
    reports = [said.replace(git(data.parent, "rev-parse", "HEAD^1"), "BASE")]
    for command in (["check"], ["review", "--before", str(FOLDER)]):
        done = CliRunner().invoke(main, [*command, "--data", str(data)])
        assert done.exit_code == 0, done.output
        reports.append(done.output)
    return reports


def _check_history(page: str) -> None:
    """At the foot of a record stand days, each that of a commit, and what was changed: no word of
    what a commit says of itself."""
    found = _HISTORY.search(page.encode())
    assert found
    lines = re.findall(r"<li>(.*?)</li>", found[0].decode(), re.DOTALL)
    assert lines
    for line in lines:
        told = re.fullmatch(r'<time datetime="([0-9-]{10})">[\w ]+</time> · Changed: dates', line)
        assert told, line
        seconds = datetime.fromisoformat(f"{told[1]}T23:59:59+00:00").timestamp()
        assert git_history.EARLIEST <= seconds <= LAST + git_history.DAY


def _without_history(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a site that do not tell of more commits than the last."""
    return {
        path: _HISTORY.sub(b"", content)
        for path, content in site.items()
        if "changes/feed." not in path
    }


def _try(seed: int) -> None:
    """Make up commits and take them through all that reads them: what comes out is what does of a
    single harmless commit of the same moment, but for the days on which others were made."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made_up = _propose(folder / "made-up", [_make_up(chance) for _ in range(COMMITS + 1)])
        assert int(git(made_up.parent, "rev-list", "--count", "HEAD")) > COMMITS
        documents, _ = reader.read(made_up)
        found = git_history.read(made_up, documents, LAST)
        assert found.problems == ()
        when = found.changes["cooperations/hill-dale"]
        assert git_history.EARLIEST <= when.timestamp() <= LAST
        moment = b"%d +0000" % when.timestamp()
        plain = _propose(folder / "plain", [commits.header(b"Ada <a@b>", moment, moment)])
        site = _build(made_up)
        (item,) = json.loads(site["feed.json"])["items"]
        assert datetime.fromisoformat(item["date_modified"]) == when
        page = site["cooperations/hill-dale/index.html"].decode()
        assert f'<dt>Last changed</dt><dd><time datetime="{when.date()}">' in page
        _check_history(page)
        assert _without_history(site) == _without_history(_build(plain))
        assert _say(made_up) == _say(plain)


def _repeat(attempt: Callable[[int], None]) -> int:
    end = time.monotonic() + SECONDS
    attempt(11)
    number = 1
    while time.monotonic() < end:
        attempt(random.randrange(2**32))  # noqa: S311 - no secret
        number += 1
    return number


def test_nothing_a_commit_says_of_itself_breaks_or_forges_anything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)  # two builds are of one day
    print(f"{_repeat(_try) * COMMITS} commits were made up.")


def test_only_those_are_named_who_wish_it_and_as_they_wish(tmp_path: Path) -> None:
    moment = b"%d +0000" % LAST
    strangers = (b"Bo <bo@town.example>", b"eve@town.example <eve@town.example>")
    texts = [commits.header(one, moment, moment) for one in (b"Ada <a@b>", *strangers)]
    site = _build(_propose(tmp_path, texts), {"Ada": "Ada <Doe> & Co"})
    page = site["cooperations/hill-dale/index.html"].decode()
    assert "<dt>Edited by</dt><dd>Ada &lt;Doe&gt; &amp; Co</dd>" in page
    assert ">Ada &lt;Doe&gt; &amp; Co and Atlas (" in page
    assert ' data-authors="Ada &lt;Doe&gt; &amp; Co\nAtlas"' in page
    for text in (b"town.example", b"a@b", b">Bo"):
        assert [file for file, said in site.items() if text in said] == []


@pytest.mark.parametrize("sign", ["\x1e", "\x1f", "\0", "\r", "\x85", "\u2028", "+AAo-"])
def test_no_sign_makes_another_commit_of_what_one_says(tmp_path: Path, sign: str) -> None:
    data = commits.create(tmp_path)
    later = NOON + 60
    lines = ("", f"commit {'0' * 40}", "", later, later, "")
    forged = sign.join(map(str, lines)).encode()
    more = b"encoding UTF-7" if sign == "+AAo-" else b""
    now, last = b"%d -0000" % NOON, b"%d +0000" % LAST
    said = {
        "name": commits.header(b"A" + forged + b" <a@town.example>", now, now, more),
        "mail": commits.header(b"A <a" + forged + b"@town.example>", now, now, more),
        "message": commits.header(b"A <a@town.example>", now, now, more, b"change" + forged),
    }
    for place, text in said.items():
        commits.commit(tmp_path, text, **{place: "names: {en: Genk}"})
    commits.commit(tmp_path, commits.header(authored=last, committed=last), last="names: {en: A}")
    documents, _ = reader.read(data)
    found = git_history.read(data, documents, LAST).changes
    assert {key: int(when.timestamp()) for key, when in found.items()} == {
        # Git reads the head of a commit no further than to such a sign: no date is behind it.
        **({} if sign in {"\0", "+AAo-"} else {"places/name": NOON, "places/mail": NOON}),
        "places/message": NOON,
        "places/last": LAST,
    }
