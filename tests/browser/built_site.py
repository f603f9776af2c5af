"""How the site is published: its kinds of page, its path below the host."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tests.site_languages import PREFIXES

SUB_PATH = "cooperation-atlas"
"""The site does not lie at the root of its host: there, an address such as "/about/" is a fault."""

KINDS = {
    "home": "",
    "cooperation": "cooperations/saint-josse-oriental/",
    "country": "countries/ma/",
    "theme": "themes/health/",
    "place": "places/tangier/",
    "actor": "actors/saint-josse-ten-noode/",
    "goal": "goals/3/",
    "about": "about/",
    "contribute": "contribute/",
    "reference": "reference/",
    "explore": "explore/",
    "explored": "explore/twinning/",
    "search": "search/",
    "overview": "overview/",
    "compare": "compare/",
    "coverage": "coverage/",
    "cooperations": "cooperations/",
    "countries": "countries/",
    "themes": "themes/",
    "goals": "goals/",
    "places": "places/",
    "actors": "actors/",
}
"""An example of every kind of page: its path below its language's root."""


def path_of(kind: str, language: str) -> str:
    """Where the example of a kind lies in a language, from the site's root."""
    return PREFIXES[language] + KINDS[kind]


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve `folder` at the path of its name below the host; give its address, with a slash."""
    pages = partial(_Pages, directory=str(folder.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), pages) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/{folder.name}/"
        finally:
            server.shutdown()
            thread.join()


class _Pages(SimpleHTTPRequestHandler):
    """Answers as GitHub Pages does: for what is missing it sends the site's own 404 page."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / self.path.split("/")[1] / "404.html"
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
