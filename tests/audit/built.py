"""A built site in a folder, and the address and path that it is made for."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property, partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from urllib.parse import urlsplit


@dataclass(frozen=True)
class BuiltSite:
    """The folder that a build wrote."""

    folder: Path

    @cached_property
    def address(self) -> str:
        """The address it is made for, with a slash at its end; raise ValueError if it says none."""
        home = _Canonical()
        home.feed((self.folder / "index.html").read_text("utf-8"))
        if not home.address.endswith("/"):
            raise ValueError(f"{self.folder}/index.html names no canonical address that ends in /")
        return home.address

    @property
    def path(self) -> str:
        """The path of its address, without slashes around it: "" or "atlas"."""
        return urlsplit(self.address).path.strip("/")

    def files(self, *endings: str) -> list[Path]:
        """Every file with one of `endings` (".html"), in the order of their names."""
        return sorted(file for file in self.folder.rglob("*") if file.suffix in endings)

    @contextmanager
    def under_its_path(self) -> Iterator[Path]:
        """A folder that holds the site where a server's root would: in the folder `path`."""
        with TemporaryDirectory() as root:
            place = Path(root).resolve() / self.path
            if self.path:
                place.parent.mkdir(parents=True, exist_ok=True)
            else:
                place.rmdir()
            place.symlink_to(self.folder.resolve(), target_is_directory=True)
            yield Path(root).resolve()

    @contextmanager
    def served(self) -> Iterator[str]:
        """Serve the site on this machine alone, and give the address of its home page."""
        with self.under_its_path() as root:
            handler = partial(_Handler, directory=str(root))
            with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
                Thread(target=server.serve_forever, daemon=True).start()
                yield f"http://127.0.0.1:{server.server_port}/{self.path}".rstrip("/") + "/"
                server.shutdown()


class _Canonical(HTMLParser):
    """Finds a page's `<link rel="canonical">`."""

    address = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "link" and named.get("rel") == "canonical":
            self.address = named.get("href") or ""


class _Handler(SimpleHTTPRequestHandler):
    """Sends text compressed, as hosts of static sites do, and logs nothing."""

    def do_GET(self) -> None:
        """Answer with the file compressed where that helps, else as the base class does."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if self.path.endswith("/") else file
        if file.suffix not in {".html", ".css", ".js", ".json", ".svg"} or not file.is_file():
            super().do_GET()
            return
        content = gzip.compress(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(file)}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        with suppress(ConnectionError):  # a browser that closes asks for no more
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""
