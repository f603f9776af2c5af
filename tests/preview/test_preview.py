"""The preview shows what was saved: after edits of every kind, to the byte what a build makes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.preview import running
from tests.preview.edits import EDITS, TANGIER, make_project, replace
from tests.preview.running import BASE, Preview
from tests.site_languages import DIRECTIONS

NOT_SHOWN = {"sitemap.xml"}

pytestmark = pytest.mark.languages(*DIRECTIONS)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("preview") / "project")


@pytest.fixture(scope="module")
def checkout(project: Path) -> Iterator[Preview]:
    """A preview of that project; it is named so that its tests count as those that build sites."""
    with running.run(project) as preview:
        yield preview


def test_after_every_edit_the_preview_shows_it_and_in_the_end_all_that_a_build_makes(
    checkout: Preview, project: Path
) -> None:
    for edit in EDITS:
        before = checkout.describe()
        edit.save(project)
        checkout.wait_for(lambda before=before: checkout.describe() != before)  # type: ignore[misc]  # of a loop
        checkout.wait_for(
            lambda edit=edit: (edit.text.encode() in checkout.get(edit.path)) != edit.gone  # type: ignore[misc]  # of a loop
        )
        told = checkout.describe()
        assert bool(told["problems"]) == edit.breaks, edit.name
        assert told["said"] == [], edit.name
    site = project.with_name("site")
    done = subprocess.run(
        [sys.executable, "-m", "atlas.site.make", str(site)],
        cwd=project,
        env=running.environment(project),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    assert len(names) > 300
    names.sort(key=lambda name: not name.endswith(".html"))  # maps are made for their pages
    shown = {name: checkout.get(name.removesuffix("index.html")) for name in names}
    differing = {name for name in names if shown[name] != (site / name).read_bytes()}
    assert differing == NOT_SHOWN


def test_a_broken_record_is_told_with_its_place_and_how_to_mend_it(
    checkout: Preview, project: Path
) -> None:
    page = checkout.get("cooperations/saint-josse-eskisehir/")
    file = "data/cooperations/saint-josse-eskisehir.yml"
    replace(file, "form: friendship", "form: friendsip")(project)
    checkout.wait_for(lambda: bool(checkout.describe()["problems"]))
    told = checkout.describe()
    assert told["sentences"] == [
        "1 problem in 1 file",
        "The pages show the records as they were before.",
    ]
    (problem,) = told["problems"]
    assert problem["place"].startswith(f"{file}:4:")
    assert 'Did you mean "friendship"?' in problem["text"]
    assert f"{problem['place']}  " in checkout.said.read_text("utf-8")
    assert checkout.get("cooperations/saint-josse-eskisehir/") == page
    replace(file, "form: friendsip", "form: friendship")(project)
    checkout.wait_for(lambda: not checkout.describe()["problems"])


@pytest.mark.parametrize(
    "target",
    [
        f"{BASE}../../etc/passwd",
        f"{BASE}%2e%2e/%2e%2e/etc/passwd",
        f"{BASE}assets/../../../etc/passwd",
        f"{BASE}assets/%2e%2e/%2e%2e/mkdocs.yml",
        f"{BASE}/etc/passwd",
        f"{BASE}%2fetc%2fpasswd",
        f"{BASE}assets%5c..%5cmkdocs.yml",
        f"{BASE}about/%00",
        f"{BASE}_preview/../state.py",
        f"{BASE}_preview/state.py",
        f"{BASE}%ff",
        f"{BASE}countries/be/nothing.txt",
        "/mkdocs.yml",
        "//example.org/",
    ],
)
def test_nothing_but_the_site_is_served(checkout: Preview, target: str) -> None:
    answer, content = checkout.ask(target)
    assert answer.status == 404
    assert b"root:" not in content
    assert b"site_name:" not in content


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1", ""])
def test_a_name_that_is_not_this_computers_is_refused(checkout: Preview, host: str) -> None:
    answer, content = checkout.ask(BASE, Host=host)
    assert answer.status == 421
    assert content == b""


def test_it_listens_to_this_computer_alone_and_lets_no_other_site_read(checkout: Preview) -> None:
    answer, _ = checkout.ask(BASE)
    assert answer.status == 200
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer.headers["Access-Control-Allow-Origin"] is None
    listening = subprocess.run(
        [sys.executable, "-c", _LISTENING, str(checkout.port)], capture_output=True, check=False
    )
    assert listening.returncode == 0, listening.stderr


_LISTENING = """
import sys
port = f"{int(sys.argv[1]):04X}"
lines = [line.split() for name in ("tcp", "tcp6") for line in open(f"/proc/net/{name}")]
local = [line[1] for line in lines if line[1].endswith(f":{port}") and line[3] == "0A"]
assert local == [f"0100007F:{port}"], local
"""


def test_addresses_lead_on_as_those_of_a_web_server(checkout: Preview) -> None:
    for target, where in (("/", BASE), (f"{BASE}about", f"{BASE}about/")):
        answer, _ = checkout.ask(target)
        assert (answer.status, answer.headers["Location"]) == (302, where)
    answer, content = checkout.ask(f"{BASE}nowhere/")
    assert answer.status == 404
    assert b"<h1>404</h1>" in content
    answer, content = checkout.ask(BASE, "HEAD")
    assert (answer.status, content) == (200, b"")


def test_asked_to_end_it_leaves_nothing_behind(tmp_path: Path) -> None:
    rooms = tmp_path / "rooms"
    rooms.mkdir()
    with running.run(make_project(tmp_path / "project"), TMPDIR=str(rooms)) as preview:
        assert list(rooms.iterdir())
        preview.process.terminate()
        preview.process.wait(running.PATIENCE)
        with pytest.raises(ConnectionRefusedError):
            preview.ask("/")
    assert not list(rooms.iterdir())


def test_begun_with_a_broken_record_it_waits_for_the_mending(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    replace(TANGIER, "form: twinning", "form: twining")(project)
    with running.run(project, LC_ALL="nl_BE.UTF-8") as preview:
        answer, content = preview.ask(BASE)
        assert answer.status == 503
        assert "De fiches zijn niet in orde" in content.decode()
        assert b"_preview/panel.js" in content
        assert preview.describe()["sentences"] == ["1 probleem in 1 bestand"]
        replace(TANGIER, "form: twining", "form: twinning")(project)
        preview.wait_for(lambda: preview.ask(BASE)[0].status == 200)
