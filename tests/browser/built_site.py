"""How the site is published: its kinds of page, its path below the host."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from tests.mkdocs_build import URL
from tests.site_languages import PREFIXES

SUB_PATH = urlsplit(URL).path.strip("/")
"""Where the site lies on its host."""

KINDS = {
    "home": "",
    "cooperation": "cooperations/saint-josse-oriental/",
    "country": "countries/ma/",
    "theme": "themes/health/",
    "place": "places/kinshasa/",
    "actor": "actors/saint-josse-ten-noode/",
    "goal": "goals/3/",
    "source": "sources/akhbarona-2019/",
    "about": "about/",
    "contribute": "contribute/",
    "reference": "reference/",
    "data": "data/",
    "changes": "changes/",
    "accessibility": "accessibility/",
    "licences": "licences/",
    "explored": "explore/twinning/",
    "search": "search/",
    "overview": "overview/",
    "compare": "compare/",
    "match": "match/",
    "coverage": "coverage/",
    "cooperations": "cooperations/",
    "countries": "countries/",
    "themes": "themes/",
    "goals": "goals/",
    "places": "places/",
    "actors": "actors/",
    "sources": "sources/",
}
"""An example of every kind of page: its path below its language's root."""


def path_of(kind: str, language: str) -> str:
    """Where the example of a kind lies in a language, from the site's root."""
    return PREFIXES[language] + KINDS[kind]


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve `folder` as the site; give its address, with a slash."""
    pages = partial(_Pages, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), pages) as server:
        thread = Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/{SUB_PATH}/"
        finally:
            server.shutdown()
            thread.join()


class _Pages(SimpleHTTPRequestHandler):
    """Answers as GitHub Pages does: for what is missing it sends the site's own 404 page."""

    protocol_version = "HTTP/1.1"  # a connection for many files

    def handle(self) -> None:
        """Answer until the browser goes, which it may do in the midst of a file."""
        with suppress(ConnectionError):
            super().handle()

    def translate_path(self, path: str) -> str:
        """The file at a path of the host; one that is not there for what lies beside the site."""
        below = path.removeprefix(f"/{SUB_PATH}/")
        return super().translate_path(below if below != path else "/beside the site")

    def end_headers(self) -> None:
        """Let the browser keep a file for ten minutes."""
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the tests listen to the browser."""
