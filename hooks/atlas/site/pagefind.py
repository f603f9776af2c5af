"""Pagefind at work: a process of its own for one index, which is asked for one thing at a time.

It reads questions and writes answers, each of them JSON in base64 with a comma behind it.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from threading import Timer
from typing import IO, Any

import pagefind_bin

from atlas.site import child_process

_INDEX = 0
"""The number of the first index of a process, and its only one."""

_PART = 65_536
"""Bytes of an answer that are read at once: as much as a pipe holds."""

_SHOWN = 60
"""Bytes of an answer that cannot be read which are shown."""


class PagefindError(Exception):
    """Pagefind could not do what it was asked; the text says why."""


@contextmanager
def begin(timeout: float) -> Iterator[Pagefind]:
    """Run Pagefind, with an empty index, until the block is left.

    After `timeout` seconds it is given up. Raises PagefindError if it cannot be started.
    """
    command = [str(pagefind_bin.get_executable()), "--service"]
    with ExitStack() as stack:
        complaints = stack.enter_context(tempfile.TemporaryFile())
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": complaints}
        try:
            child = stack.enter_context(child_process.begin(command, bufsize=0, **pipes))
        except OSError as error:
            raise PagefindError(f"Pagefind could not be started: {error}") from error
        pagefind = Pagefind(child, complaints, timeout)
        watch = Timer(timeout, pagefind.give_up)
        stack.callback(watch.join)  # the next process is started by a build without other threads
        stack.callback(watch.cancel)
        watch.start()
        pagefind.ask("NewIndex")
        yield pagefind


class Pagefind:
    """An index in the making. Each method raises PagefindError where it gets no answer."""

    def __init__(
        self, child: subprocess.Popen[bytes], complaints: IO[bytes], timeout: float
    ) -> None:
        """Ask the process `child`, whose errors go to the file `complaints`."""
        assert child.stdin
        assert child.stdout
        self._child, self._complaints, self._timeout = child, complaints, timeout
        self._questions, self._answers = child.stdin.fileno(), child.stdout.fileno()
        self._is_late = False

    def give_up(self) -> None:
        """End the process; whoever waits for an answer is told that it was late."""
        self._is_late = True
        self._child.kill()

    def add(self, record: dict[str, Any]) -> None:
        """Index a record: its `url`, `content`, `language`, `meta` and `filters`."""
        self.ask("AddRecord", index_id=_INDEX, **record)

    def files(self) -> dict[str, bytes]:
        """Every file of the index by its path.

        Pagefind can write them itself, but then says that it has before all is on the disk, and
        does not say where the disk was full.
        """
        files = self.ask("GetFiles", index_id=_INDEX)["files"]
        return {file["path"]: b64decode(file["content"]) for file in files}

    def ask(self, action: str, **of: object) -> dict[str, Any]:
        """What Pagefind answers when it is to do an action."""
        question = json.dumps({"message_id": 0, "payload": {"type": action, **of}})
        self._say(b64encode(question.encode()) + b",")
        said = self._hear()
        try:
            answer: dict[str, Any] = _read(said)["payload"]
            kind = answer["type"]
        except (ValueError, KeyError, TypeError) as error:
            raise PagefindError(f"Pagefind's answer has no meaning: {said[:_SHOWN]!r}") from error
        if kind == "Error":
            raise PagefindError(f"Pagefind could not do {action}: {answer.get('message')}")
        return answer

    def _say(self, question: bytes) -> None:
        rest = memoryview(question)
        try:
            while rest:
                rest = rest[os.write(self._questions, rest) :]
        except OSError as error:
            raise PagefindError(self._describe_end()) from error

    def _hear(self) -> bytes:
        """The one answer that is on its way."""
        answer, part = bytearray(), b""
        while b"," not in part:
            part = os.read(self._answers, _PART)
            if not part:
                raise PagefindError(self._describe_end())
            answer += part
        return bytes(answer)

    def _describe_end(self) -> str:
        """Why the process has ended; it is waited for if it is about to."""
        status = self._child.wait()
        if self._is_late:
            return f"Pagefind was not done after {self._timeout:g} seconds."
        if status < 0:
            return f"Pagefind was ended by the signal {-status}."
        self._complaints.seek(0)
        reason = " ".join(self._complaints.read().decode(errors="replace").split())
        return f"Pagefind ended with {status}: {reason or 'it does not say why.'}"


def _read(said: bytes) -> Any:
    return json.loads(b64decode(said.removesuffix(b","), validate=True))
