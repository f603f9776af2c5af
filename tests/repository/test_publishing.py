"""What publishing asks of the site that stands there: it is read whole, or nothing replaces it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.repository import gh_stand_in, workflow_steps
from tests.repository.gh_stand_in import REPOSITORY

pytestmark = pytest.mark.workflow

Answer = Callable[[BaseHTTPRequestHandler], None]

GATE = workflow_steps.script("publish", "Hold it against what is published now")
DEPLOYMENTS = f"repos/{REPOSITORY}/deployments"
LISTED = f"{DEPLOYMENTS}?environment=github-pages&per_page=100"
PARTS = ("sitemap-1.xml", "sitemap-2.xml.gz")
INDEX = "<sitemapindex>{}</sitemapindex>".format(
    "".join(f"<sitemap><loc>https://x.example/{part}</loc></sitemap>" for part in PARTS)
)


class Host(ThreadingHTTPServer):
    """Answers as it is told: by path a text, or what is to be done; all else is not there."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: dict[str, str | Answer] = {}
        self.address = f"http://127.0.0.1:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Answer with what the host has for this path."""
        assert isinstance(self.server, Host)
        answer = self.server.answers.get(self.path.removeprefix("/"))
        if answer is None:
            self.send_error(404)
        elif isinstance(answer, str):
            _send(self, answer, len(answer))
        else:
            answer(self)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def _send(handler: BaseHTTPRequestHandler, text: str, length: int) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", str(length))
    handler.end_headers()
    handler.wfile.write(text.encode())


def cut(handler: BaseHTTPRequestHandler) -> None:
    """Send less than was promised."""
    _send(handler, "<urlset></urlset>", 1000)


def redirect(address: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(301)
        handler.send_header("Location", address)
        handler.end_headers()

    return answer


def refuse(status: int) -> Answer:
    return lambda handler: handler.send_error(status)


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """A host at whose address the site beside it is to stand."""
    (tmp_path / "site").mkdir()
    with Host() as server:
        home = f'<head>\n  <link rel="canonical" href="{server.address}">\n</head>\n'
        (tmp_path / "site/index.html").write_text(home * 2, "utf-8")
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


def fetch(
    tmp_path: Path, api: dict[str, list[Any]] | None = None, **environment: str
) -> tuple[int, list[str], str]:
    """The exit code, the files that were fetched and what was said; GitHub answers with `api`."""
    given = gh_stand_in.install(tmp_path, api or {}, {})
    path = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
    done = subprocess.run(
        [str(ROOT / ".ci/published"), str(tmp_path / "site"), str(tmp_path / "fetched")],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": path, "no_proxy": "127.0.0.1", **given, **environment},
    )
    files = sorted(file.name for file in (tmp_path / "fetched").glob("*"))
    return done.returncode, files, done.stdout + done.stderr


def refused(tmp_path: Path, api: dict[str, list[Any]] | None = None) -> str:
    """What was said when it was not known what stands there."""
    code, files, said = fetch(tmp_path, api)
    assert code == 1
    assert "first-time" not in files
    assert "What is published is not known, so nothing may take its place." in said
    return said


def test_the_published_sitemap_is_fetched(host: Host, tmp_path: Path) -> None:
    (tmp_path / "fetched").mkdir()
    (tmp_path / "fetched/sitemap-9.xml").touch()
    host.answers["sitemap.xml"] = "<urlset/>"
    assert fetch(tmp_path)[:2] == (0, ["sitemap.xml"])


def test_a_sitemap_in_parts_is_fetched_whole(host: Host, tmp_path: Path) -> None:
    host.answers |= {"sitemap.xml": INDEX, PARTS[0]: "<urlset/>"}
    assert f"{PARTS[1]} answers 404." in refused(tmp_path)
    host.answers[PARTS[1]] = "<urlset/>"
    assert fetch(tmp_path)[:2] == (0, [*PARTS, "sitemap.xml"])


def test_nothing_there_and_nothing_known_to_github_is_the_first_time(
    host: Host, tmp_path: Path
) -> None:
    code, files, said = fetch(tmp_path, {LISTED: [[]]})
    assert (code, files) == (0, ["first-time"])
    assert said == f"Nothing was ever published at {host.address}.\n"


def test_a_deployment_that_failed_has_published_nothing(host: Host, tmp_path: Path) -> None:
    """As before a fork has switched Pages on."""
    api: dict[str, list[Any]] = {
        LISTED: [[{"id": 1}], [{"id": 2}]],
        f"{DEPLOYMENTS}/1/statuses?per_page=100": [[{"state": "failure"}, {"state": "waiting"}]],
        f"{DEPLOYMENTS}/2/statuses?per_page=100": [[]],
    }
    assert fetch(tmp_path, api)[:2] == (0, ["first-time"])


@pytest.mark.parametrize("state", ["success", "inactive"])
def test_a_site_that_github_published_is_missed(host: Host, tmp_path: Path, state: str) -> None:
    api: dict[str, list[Any]] = {
        LISTED: [[{"id": 2}, {"id": 1}]],
        f"{DEPLOYMENTS}/2/statuses?per_page=100": [[{"state": "failure"}]],
        f"{DEPLOYMENTS}/1/statuses?per_page=100": [[{"state": state}, {"state": "in_progress"}]],
    }
    assert f"GitHub has published a site, but none is at {host.address}" in refused(tmp_path, api)


@pytest.mark.parametrize("api", [{}, {LISTED: [[{"id": 1}]]}])
def test_where_github_does_not_answer_it_is_not_the_first_time(
    host: Host, tmp_path: Path, api: dict[str, list[Any]]
) -> None:
    assert "GitHub does not tell whether" in refused(tmp_path, api)


def test_a_home_page_without_a_sitemap_is_not_the_first_time(host: Host, tmp_path: Path) -> None:
    host.answers[""] = "<h1>Here it is</h1>"
    said = refused(tmp_path, {LISTED: [[]]})
    assert f"{host.address} answers 200, but has no sitemap.xml." in said


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (cut, "sitemap.xml cannot be fetched whole."),
        (refuse(403), "sitemap.xml answers 403."),
        (refuse(410), "sitemap.xml answers 410."),
        (redirect("https://elsewhere.example/x"), "elsewhere, to https://elsewhere.example/x"),
        (redirect("/moved.xml"), "leads elsewhere, to http://127.0.0.1:"),
    ],
)
def test_what_cannot_be_read_is_not_the_first_time(
    host: Host, tmp_path: Path, answer: Answer, said: str
) -> None:
    host.answers |= {"sitemap.xml": answer, "moved.xml": "<urlset/>"}
    assert said in refused(tmp_path, {LISTED: [[]]})
    host.answers |= {"sitemap.xml": INDEX, PARTS[0]: answer}
    assert said.replace("sitemap.xml", PARTS[0]) in refused(tmp_path, {LISTED: [[]]})


def test_a_home_page_that_leads_elsewhere_is_not_the_first_time(host: Host, tmp_path: Path) -> None:
    host.answers[""] = redirect("https://elsewhere.example/")
    assert "answers 301, but has no sitemap.xml." in refused(tmp_path, {LISTED: [[]]})


def test_a_host_that_fails_is_not_taken_for_the_first_time(host: Host, tmp_path: Path) -> None:
    host.answers["sitemap.xml"] = refuse(503)
    assert "sitemap.xml answers 503." in refused(tmp_path, {LISTED: [[]]})


def test_a_host_that_is_not_there_is_not_taken_for_the_first_time(
    host: Host, tmp_path: Path
) -> None:
    host.shutdown()
    host.server_close()
    assert "sitemap.xml cannot be fetched whole." in refused(tmp_path, {LISTED: [[]]})


def test_by_hand_it_is_said_that_it_is_the_first_time(host: Host, tmp_path: Path) -> None:
    host.answers["sitemap.xml"] = "<h1>This address is for sale</h1>"
    assert fetch(tmp_path, FIRST_TIME="false")[1] == ["sitemap.xml"]
    assert fetch(tmp_path, FIRST_TIME="true")[:2] == (0, ["first-time"])


def test_a_site_without_an_address_is_not_published(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("<head></head>", "utf-8")
    code, files, said = fetch(tmp_path)
    assert (code, files) == (1, [])
    assert said.endswith("names no canonical address. Build the site with a site_url.\n")


@pytest.mark.parametrize("answers", [{"sitemap.xml": ""}, {"sitemap.xml": "<html></html>"}, {}])
def test_the_workflow_publishes_over_nothing_that_it_could_not_read(
    host: Host, tmp_path: Path, answers: dict[str, str]
) -> None:
    """The real step, script and command, but for what stands at the site's address."""
    host.answers |= answers
    for name in (".ci", "data", ".venv"):
        (tmp_path / name).symlink_to(ROOT / name)
    sitemap = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:x="http://www.w3.org/1999/xhtml"><url><loc>{host.address}</loc>'
        f'<x:link hreflang="en" href="{host.address}"/>'
        f'<x:link hreflang="x-default" href="{host.address}"/></url></urlset>'
    )
    (tmp_path / "site/sitemap.xml").write_text(sitemap, "utf-8")
    given = gh_stand_in.install(tmp_path, {LISTED: [[]]}, {})
    done = workflow_steps.run(
        GATE, tmp_path, {}, **given, MAY_VANISH="5", FIRST_TIME="false", no_proxy="127.0.0.1"
    )
    first = "this is the first time" in done.stdout
    assert first == (not answers), done.stdout + done.stderr
    unread = "what is published cannot be read, so nothing may take its place" in done.stderr
    assert unread == bool(answers), done.stdout + done.stderr
    assert done.returncode == 1, "as this site lacks its pages, also where nothing is there yet"


def test_the_workflow_may_ask_what_was_deployed_and_is_told_by_hand() -> None:
    publish = yaml.safe_load((workflow_steps.WORKFLOWS / "publish.yml").read_text("utf-8"))
    assert publish["jobs"]["build"]["permissions"] == {
        "actions": "read",
        "contents": "read",
        "deployments": "read",
    }
    told = publish[True]["workflow_dispatch"]["inputs"]["first_time"]  # YAML 1.1 reads `on` as true
    assert (told["type"], told["default"]) == ("boolean", False)
    assert GATE.environment["FIRST_TIME"] == "${{ inputs.first_time || 'false' }}"
