"""A query service on this machine: it gives the answers that it is told to, and notes who asks."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs


@dataclass
class Answer:
    """What is answered once: a status, a body, and headers."""

    body: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class QueryService:
    """The service: `answers` by the country that a query names, each given once, the last again.

    `asked` are the queries, `headers` those of every request.
    """

    address: str = ""
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def answer(self, query: str) -> Answer:
        """The answer to a query."""
        self.asked.append(query)
        for country, answers in self.answers.items():
            if f'"{country}"' in query:
                return answers.pop(0) if len(answers) > 1 else answers[0]
        return Answer(status=400)

    @property
    def countries(self) -> list[str]:
        """The countries that were asked for, in order."""
        return [
            country for query in self.asked for country in self.answers if f'"{country}"' in query
        ]


@contextmanager
def serve() -> Iterator[QueryService]:
    """Let a service run on a port that is free."""
    service = QueryService()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            service.headers.append(dict(self.headers))
            answer = service.answer(parse_qs(body)["query"][0])
            content = answer.body.encode()
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.address = f"http://127.0.0.1:{server.server_port}/sparql"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
