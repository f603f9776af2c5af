"""What publishing asks of the site that stands there, and how an earlier one is put back."""

from __future__ import annotations

import subprocess
import tarfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.conftest import ROOT
from tests.repository import workflow_steps

REPOSITORY = "river/atlas"
RESTORE = workflow_steps.script("publish", "Fetch what the run published")


class _Host(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        """Fail where the folder holds a file `broken`; else answer with the file."""
        if Path(self.directory, "broken").exists():
            self.send_error(503)
            return
        super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def published(tmp_path: Path) -> Iterator[Path]:
    """A folder that is served, and a site beside it that is made for the same address."""
    folder = tmp_path / "published"
    folder.mkdir()
    (tmp_path / "site").mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(folder))) as server:
        address = f"http://127.0.0.1:{server.server_port}/"
        home = f'<head>\n  <link rel="canonical" href="{address}">\n</head>\n'
        (tmp_path / "site/index.html").write_text(home, "utf-8")
        Thread(target=server.serve_forever, daemon=True).start()
        yield folder
        server.shutdown()


def _fetched(published: Path) -> tuple[int, list[str], str]:
    folder = published.parent / "fetched"
    done = subprocess.run(
        [str(ROOT / ".ci/published"), str(published.parent / "site"), str(folder)],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "no_proxy": "127.0.0.1"},
    )
    return (
        done.returncode,
        sorted(file.name for file in folder.glob("*")),
        done.stdout + done.stderr,
    )


def test_the_first_publication_has_nothing_to_compare_with(published: Path) -> None:
    code, files, said = _fetched(published)
    assert (code, files) == (0, [])
    assert said.startswith("Nothing is published at http://127.0.0.1:")


def test_the_published_sitemap_is_fetched(published: Path) -> None:
    (published / "sitemap.xml").write_text("<urlset/>", "utf-8")
    assert _fetched(published)[:2] == (0, ["sitemap.xml"])


def test_a_sitemap_in_parts_is_fetched_whole(published: Path) -> None:
    parts = ("sitemap-1.xml", "sitemap-2.xml")
    entries = "".join(f"<sitemap><loc>https://x.example/{part}</loc></sitemap>\n" for part in parts)
    (published / "sitemap.xml").write_text(f"<sitemapindex>{entries}</sitemapindex>", "utf-8")
    (published / parts[0]).write_text("<urlset/>", "utf-8")
    assert _fetched(published)[0] == 1, "a part is missing"
    (published / parts[1]).write_text("<urlset/>", "utf-8")
    assert _fetched(published)[:2] == (0, ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"])


def test_a_host_that_fails_is_not_taken_for_the_first_time(published: Path) -> None:
    (published / "broken").touch()
    code, _, said = _fetched(published)
    assert code == 1
    assert "503: what is published is not known." in said


def _restored(
    tmp_path: Path, number: str, origin: str
) -> tuple[subprocess.CompletedProcess[str], str]:
    """Run the step with a `gh` that knows a run from `origin`; its result, and what was asked."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "index.html").write_text("earlier", "utf-8")
    with tarfile.open(tmp_path / "artifact.tar", "w") as archive:
        archive.add(source, ".")
    gh = (
        'echo "$@" >>asked\n'
        f'[ "$1" = api ] && echo "{origin}"\n'
        '[ "$1" = run ] && mkdir earlier && cp artifact.tar earlier/\n'
        "true"
    )
    done = workflow_steps.run(RESTORE, tmp_path, {"gh": gh}, RUN=number, GH_REPO=REPOSITORY)
    asked = tmp_path / "asked"
    return done, asked.read_text("utf-8") if asked.exists() else ""


@pytest.mark.parametrize("event", ["push", "workflow_dispatch"])
def test_an_earlier_site_is_put_back(tmp_path: Path, event: str) -> None:
    origin = f".github/workflows/publish.yml main {REPOSITORY} {event}"
    done, asked = _restored(tmp_path, "123", origin)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "site/index.html").read_text("utf-8") == "earlier"
    assert "run download 123 --name github-pages" in asked


@pytest.mark.parametrize(
    "origin",
    [
        f".github/workflows/publish.yml main {REPOSITORY} pull_request",
        f".github/workflows/publish.yml topic {REPOSITORY} push",
        ".github/workflows/publish.yml main stranger/atlas push",
        f".github/workflows/check.yml main {REPOSITORY} push",
        "",
    ],
)
def test_what_main_did_not_publish_is_not_put_back(tmp_path: Path, origin: str) -> None:
    done, asked = _restored(tmp_path, "123", origin)
    assert done.returncode == 1
    assert "download" not in asked
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("number", ["", "12 3", "1; touch x", "../1", "12\n3"])
def test_a_run_is_a_number(tmp_path: Path, number: str) -> None:
    done, asked = _restored(tmp_path, number, "")
    assert (done.returncode, asked) == (1, "")
