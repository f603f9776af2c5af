"""The web server of the preview: for this computer's own browser, and for nobody else."""

from __future__ import annotations

import json
import mimetypes
import posixpath
import traceback
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from urllib.parse import unquote, urlsplit

from markupsafe import escape

from atlas.i18n import report
from atlas.i18n.messages import msg
from atlas.preview.renderer import INDEX
from atlas.preview.state import State

HOST = "127.0.0.1"
OWN = "_preview"
"""The folder of the preview's own files, which no page of a site can have."""

_EVENTS = f"{OWN}/events"
_CLIENT = ("panel.js", "panel.css")
_ALIVE = 15.0
"""Seconds after which a browser that waits is told that there is nothing new, to learn whether it
still listens."""

_BARE = (
    '<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
    "<title>{title}</title>\n</head>\n<body>\n<h1>{title}</h1>\n<pre>{text}</pre>\n</body>\n</html>\n"
)
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
}
_TYPES = {
    ".atom": "application/atom+xml",
    ".bib": "text/plain; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".ris": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
}


class Server(ThreadingHTTPServer):
    """Serves a preview's `state` under `base` ("/" or "/cooperation-atlas/")."""

    daemon_threads = True

    def __init__(self, state: State, base: str, port: int) -> None:
        """Listen on a port of this computer; 0 is any that is free. Raises OSError."""
        self.state, self.base = state, base
        super().__init__((HOST, port), _Handler)
        self.hosts = {f"{name}:{self.server_port}" for name in (HOST, "localhost")}

    @property
    def address(self) -> str:
        """Where the home page is."""
        return f"http://{HOST}:{self.server_port}{self.base}"


def locate(target: str, base: str) -> str | None:
    """The path of a file from the root of the site, of what a browser asks for; None if it can be
    none: it lies elsewhere, or leads out of its folder."""
    try:
        path = unquote(urlsplit(target).path, errors="strict")
    except ValueError:
        return None
    if not path.startswith(base) or "\\" in path or "\0" in path:
        return None
    name = path.removeprefix(base)
    if name and posixpath.normpath(name) != name.removesuffix("/"):
        return None
    if name.startswith(("/", "..")):
        return None
    return f"{name}{INDEX}" if not name or name.endswith("/") else name


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer a question for a file, or for what is new."""
        if (
            self.headers.get("Host") not in self.server.hosts
        ):  # a name that was bent to this address
            self._send(HTTPStatus.MISDIRECTED_REQUEST, b"", "text/plain")
        elif urlsplit(self.path).path == "/" != self.server.base:
            self._redirect(self.server.base)
        else:
            path = locate(self.path, self.server.base)
            if path is None:
                self._send(HTTPStatus.NOT_FOUND, b"", "text/plain")
            elif path == _EVENTS:
                self._tell_events()
            elif path.removeprefix(f"{OWN}/") in _CLIENT:
                content = (files("atlas.preview") / "client" / path.rpartition("/")[2]).read_bytes()
                self._send(HTTPStatus.OK, content, _type(path))
            else:
                self._send_file(path)

    def do_HEAD(self) -> None:
        """Answer with the headers alone."""
        self.do_GET()

    def _send_file(self, path: str) -> None:
        state, pages = self.server.state, self.server.state.pages  # whatever it becomes meanwhile
        try:
            renderer = state.renderer
            content = renderer.make(path) if renderer else None
            may_be_folder = renderer and content is None and "." not in path.rpartition("/")[2]
            if renderer and may_be_folder and renderer.make(f"{path}/{INDEX}") is not None:
                self._redirect(f"{urlsplit(self.path).path}/")
                return
        except Exception as error:
            traceback.print_exc()
            text = "".join(traceback.format_exception_only(error))
            self._send_page(HTTPStatus.INTERNAL_SERVER_ERROR, self._bare(path, text), pages)
            return
        if content is not None:
            is_page = path.endswith(".html")
            self._send_page(HTTPStatus.OK, content, pages) if is_page else self._send(
                HTTPStatus.OK, content, _type(path)
            )
        elif renderer:
            self._send_page(HTTPStatus.NOT_FOUND, renderer.make("404.html") or b"", pages)
        else:
            wrong = msg("The records are not in order; mend them, and the pages appear.")
            text = report.render(wrong, state.language)
            self._send_page(HTTPStatus.SERVICE_UNAVAILABLE, self._bare("", text), pages)

    def _bare(self, path: str, text: str) -> bytes:
        language = self.server.state.language
        page = _BARE.format(language=language, title=escape(path), text=escape(text))
        return page.encode()

    def _send_page(self, status: HTTPStatus, content: bytes, pages: str) -> None:
        """A page with the script that shows what is new."""
        script = f'<script src="{self.server.base}{OWN}/panel.js" data-pages="{pages}"></script>'
        before, end, after = content.rpartition(b"</body>")
        self._send(status, before + script.encode() + end + after, _TYPES[".html"])

    def _redirect(self, address: str) -> None:
        self._send(HTTPStatus.FOUND, b"", "text/plain", {"Location": f"/{address.lstrip('/')}"})

    def _send(
        self,
        status: HTTPStatus,
        content: bytes,
        kind: str,
        more: Mapping[str, str] | None = None,
    ) -> None:
        self.send_response(status)
        for name, value in {**_HEADERS, "Content-Type": kind, **(more or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _tell_events(self) -> None:
        """What is new, whenever something is, for as long as the browser listens (Server-Sent
        Events)."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        for name, value in {**_HEADERS, "Content-Type": "text/event-stream"}.items():
            self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()
        seen = ""
        try:
            self.wfile.write(b"retry: 300\n\n")
            while True:
                number = self.server.state.wait(seen, _ALIVE)
                told = json.dumps(self.server.state.describe()) if number != seen else ""
                self.wfile.write(f"data: {told}\n\n".encode() if told else b":\n\n")
                self.wfile.flush()
                seen = number
        except OSError:
            return  # the page was left

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of every file."""

    def handle(self) -> None:
        """Answer a browser until it goes, in the middle of an answer if it likes."""
        try:
            super().handle()
        except ConnectionError:
            self.close_connection = True


def _type(path: str) -> str:
    ending = f".{path.rpartition('.')[2]}"
    return _TYPES.get(ending) or mimetypes.guess_type(path)[0] or "application/octet-stream"
