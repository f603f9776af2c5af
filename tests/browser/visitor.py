"""Somebody with a task in Chromium: takes its steps with real taps and keys, and hears what goes
wrong on the way."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Download,
    Error,
    Locator,
    Request,
    Response,
)

from tests.browser.tasks import ACTS, Step, Task, TaskError, Thing, lacks

PROBES = (Path(__file__).parent / "probes.js").read_text("utf-8")

PATIENCE = 10
"""Seconds to wait for what a step names; a slow phone has six times as many."""

SLOW_NETWORK = {"latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
SLOW_PROCESSOR = 6


@dataclass(frozen=True)
class Performance:
    """How a task went: how many steps and seconds it took, and all that went wrong."""

    steps: int
    seconds: float
    faults: tuple[str, ...]


def perform(task: Task, browser: Browser, address: str, *, slowed: bool = False) -> Performance:
    """Do a task in a new window on the site at `address`, and stop at the first step that fails.

    A slow phone is only slowed where `slowed` says so: a test would take a minute.
    """
    with visiting(task, browser, address) as visitor:
        if task.slow and slowed:
            visitor.slow_down()
        began = time.monotonic()
        for step in (Step("open", text=task.start), *task.steps):
            try:
                visitor.take(step)
            except (TaskError, Error) as error:
                visitor.faults.append(f"{step}: {str(error).splitlines()[0]}")
                break
        seconds = time.monotonic() - began
        # The address that a task begins at is no step of it.
        return Performance(visitor.steps - 1, seconds, tuple(visitor.faults))


@contextmanager
def visiting(task: Task, browser: Browser, address: str) -> Iterator[Visitor]:
    """Whoever has a task, before an empty window as it says."""
    window = task.window
    with browser.new_context(
        base_url=address,
        locale=task.language,
        viewport={"width": window.width, "height": window.height},
        has_touch=window.touch,
        is_mobile=window.touch,
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    ) as context:
        yield Visitor(context, task, address)


class Visitor:
    """Somebody before a window: how many seconds they wait for what a step names, how many steps
    they took, and what went wrong on the way."""

    def __init__(self, context: BrowserContext, task: Task, address: str) -> None:
        self.steps = 0
        self.faults: list[str] = []
        self._address = address
        self._touch = task.window.touch
        self._slow = task.slow  # and nobody waits for the last of a page
        self.patience: float = PATIENCE
        self._asked: list[str] = []
        self._files: list[Download] = []
        context.add_init_script(PROBES)
        self._page = context.new_page()
        self._cdp = context.new_cdp_session(self._page)
        letters = {"standard": 16 * task.window.text // 100, "fixed": 13 * task.window.text // 100}
        self._cdp.send("Page.setFontSizes", {"fontSizes": letters})
        self._listen()

    def slow_down(self) -> None:
        """Make it the phone that `Task.slow` tells of, and whoever holds it patient."""
        self.patience *= SLOW_PROCESSOR
        self._page.set_default_timeout(self.patience * 1000)
        self._cdp.send("Network.enable")
        self._cdp.send("Network.emulateNetworkConditions", {"offline": False, **SLOW_NETWORK})
        self._cdp.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_PROCESSOR})

    def _listen(self) -> None:
        """Whatever a page says in the console, asks of others or fails to get is a fault."""

        def asked(request: Request) -> None:
            self._asked.append(request.url)
            if not request.url.startswith((self._address, "data:", "blob:")):
                self.faults.append(f"asked elsewhere: {request.url}")

        def answered(response: Response) -> None:
            if response.status >= 400:
                self.faults.append(f"{response.status}: {response.url}")

        def failed(request: Request) -> None:
            if "ERR_ABORTED" not in (request.failure or ""):  # as by going to the next page
                self.faults.append(f"{request.failure}: {request.url}")

        def said(message: ConsoleMessage) -> None:
            self.faults.append(f"console: {message.text}")

        self._page.on("request", asked)
        self._page.on("response", answered)
        self._page.on("requestfailed", failed)
        self._page.on("console", said)
        self._page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        self._page.on("download", lambda file: self._files.append(file))

    def take(self, step: Step) -> None:
        """Do what a step says, or look for it; raise TaskError or Error where that fails."""
        self.steps += step.verb in ACTS and step.verb != "tab"
        if step.verb in ACTS:
            self._act(step)
        else:
            self._look(step)

    def _act(self, step: Step) -> None:
        match step.verb:
            case "open":
                answer = self._page.goto(step.text, wait_until="commit" if self._slow else "load")
                # Within a page there is none.
                self._complain(
                    "" if answer is None or answer.ok else f"{answer.status}: it is not there"
                )
            case "tap":
                self._tap(step)
            case "type":
                field = self._found(step.thing)
                if not field.evaluate("element => element === document.activeElement"):
                    self._tap(step)
                    self.steps += 1
                self._page.keyboard.type(step.text)
            case "press":
                self._page.keyboard.press(step.text)
            case "tab":
                self._tab(step)
            case "choose":
                self._choose(step)
            case "copy":
                self._tap(step)
                read = "navigator.clipboard.readText()"
                held = [" ".join(words.split()) for words in step.holds]
                self._until(lambda: all(words in self._page.evaluate(read) for words in held))
            case "download":
                self._tap(step)
                self._until(lambda: self._files)
                self._judge(step, self._files.pop())
            case "print":
                self._tap(step)
                self._until(lambda: self._probe("visitor.printed"))
                self._complain(lacks(step, "", self._page.pdf(format="A4")))

    def _look(self, step: Step) -> None:
        match step.verb:
            case "arrive":
                self._until(lambda: self._page.url == self._address + step.text, self._where)
            case "see" if step.thing:
                self._found(step.thing)
            case "see":
                self._until(lambda: self._ask("shows", step.text))
            case "miss" if step.thing:
                things = self._things(step.thing)
                self._until(lambda: not things.count())
            case "miss":
                self._until(lambda: not self._ask("shows", step.text))
            case "view" if step.thing:
                self._until(lambda: self._probe_of(step.thing, "isInView"))
            case "view":
                shown = "text => visitor.showing(text).some((one) => visitor.isInView(one))"
                self._until(lambda: self._page.evaluate(shown, step.text))
            case "hear":
                self._until(lambda: self._ask("tells", step.text))
            case "focused":
                is_active = "element => element === document.activeElement"
                self._until(lambda: self._found(step.thing).evaluate(is_active))
            case "leads":
                self._until(lambda: step.text in self._probe_of(step.thing, "leads"))
            case "large":
                self._until(lambda: self._probe_of(step.thing, "isLarge"))
            case "fits":
                self._until(lambda: self._probe("visitor.fits()"))
            case "unfetched":
                came = any(url.endswith(step.text) for url in self._asked)
                self._complain("it came" if came else "")

    def _things(self, thing: Thing | None) -> Locator:
        assert thing is not None
        scope = self._things(thing.within) if thing.within else self._page
        role: Any = thing.role
        return scope.get_by_role(role, name=thing.name or None, exact=True).filter(visible=True)

    def _found(self, thing: Thing | None) -> Locator:
        """The first thing of its kind that can be seen, once there is one."""
        first = self._things(thing).first
        self._until(lambda: first.count(), lambda: "there is none")
        return first

    def _tap(self, step: Step) -> None:
        found = self._found(step.thing)
        found.scroll_into_view_if_needed()
        if over := found.evaluate("element => visitor.uncover(element)"):
            raise TaskError(f"under {over}")
        if self._touch:
            found.tap()
        else:
            found.click()

    def _choose(self, step: Step) -> None:
        found = self._found(step.thing)
        if step.text not in found.locator("option").all_inner_texts():
            raise TaskError("there is no such choice")
        found.select_option(label=step.text)

    def _tab(self, step: Step) -> None:
        wanted = self._found(step.thing)
        self._page.evaluate("visitor.visited.clear()")
        while True:
            self._page.keyboard.press("Tab")
            self.steps += 1
            if wanted.evaluate("element => element === document.activeElement"):
                return
            if not self._page.evaluate("visitor.isNew(document.activeElement)"):
                raise TaskError("the focus never comes there")

    def _judge(self, step: Step, download: Download) -> None:
        with TemporaryDirectory() as folder:
            file = Path(folder) / "file"
            download.save_as(file)
            self._complain(lacks(step, download.suggested_filename, file.read_bytes()))

    def _complain(self, fault: str) -> None:
        if fault:
            raise TaskError(fault)

    def _ask(self, probe: str, text: str) -> Any:
        return self._page.evaluate(f"text => visitor.{probe}(text)", text)

    def _probe(self, expression: str) -> Any:
        return self._page.evaluate(expression)

    def _probe_of(self, thing: Thing | None, probe: str) -> Any:
        return self._found(thing).evaluate(f"element => visitor.{probe}(element)")

    def _where(self) -> str:
        return f"the address is {self._page.url.removeprefix(self._address)}"

    def _until(
        self, is_so: Callable[[], Any], why: Callable[[], str] = lambda: "it is not so"
    ) -> None:
        """Wait until something is so; raise TaskError, with the reason, once patience ends."""
        end = time.monotonic() + self.patience
        while True:
            try:
                if is_so():
                    return
            except Error:  # the page that was asked is gone: the next one is on its way
                if time.monotonic() > end:
                    raise
            if time.monotonic() > end:
                raise TaskError(why())
            self._page.wait_for_timeout(50)
