"""What eleven kinds of visitors come for is done, in Chromium, with real taps and keys.

`make audit` does the same in Firefox, and on a phone that is slow indeed.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Error

from tests.browser import built_site, tasks
from tests.browser.tasks import Step, Task, TaskError, Window
from tests.browser.visitor import PATIENCE, perform, visiting
from tests.frozen_records import CASES

TASKS = tasks.read()

SITES = {"atlas": "address", "registers": "listing"}
"""The fixture of the site of these records."""

VERBS: dict[str, Any] = yaml.safe_load((CASES / "verbs" / "steps.yml").read_text("utf-8"))
"""Steps on the page beside them: those that succeed, and those that fail, with the reason."""

ABSENT = ("it is not so", "there is none", "the address is ")
"""How it is said that a step waited in vain; these tests do not wait."""


@pytest.mark.languages("nl", "fr", "ar")
@pytest.mark.parametrize("name", TASKS)
def test_a_visitor_does_what_they_came_for(
    browser: Browser, request: pytest.FixtureRequest, name: str
) -> None:
    address = request.getfixturevalue(SITES[TASKS[name].records])
    assert perform(TASKS[name], browser, address).faults == ()


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the page of the verbs is served."""
    folder = tmp_path_factory.mktemp("verbs")
    shutil.copytree(CASES / "verbs", folder, dirs_exist_ok=True)
    with built_site.serve(folder) as address:
        yield address


def on_the_page(*told: Any) -> Task:
    return Task("verbs", "a test", "en", Window(800, 600), "", tuple(map(tasks.step, told)))


def test_every_verb_succeeds_somewhere_and_fails_elsewhere() -> None:
    every = {*tasks.ACTS, *tasks.LOOKS}
    assert {tasks.step(told).verb for told in VERBS["succeeds"]} == every
    assert {tasks.step(told[-1]).verb for told in VERBS["fails"].values()} == every


def test_steps_succeed_where_they_are_right(browser: Browser, page: str) -> None:
    done = perform(on_the_page(*VERBS["succeeds"]), browser, page)
    assert done.faults == ()
    assert done.steps == VERBS["count"]


def test_a_step_that_is_wrong_fails_in_words(browser: Browser, page: str) -> None:
    with visiting(on_the_page(), browser, page) as visitor:
        for reason, told in VERBS["fails"].items():
            visitor.take(Step("open"))
            *before, wrong = map(tasks.step, told)
            for step in before:
                visitor.take(step)
            visitor.patience = 0 if reason.endswith(ABSENT) else PATIENCE
            with pytest.raises((TaskError, Error)) as error:
                visitor.take(wrong)
            visitor.patience = PATIENCE
            assert f"{wrong}: {error.value}".startswith(reason)


def test_a_task_ends_with_the_first_step_that_fails(browser: Browser, page: str) -> None:
    task = on_the_page({"arrive": ""}, {"press": "Meet"}, {"press": "Tab"})
    done = perform(task, browser, page)
    (fault,) = done.faults
    assert fault.startswith("press the key “Meet”: ")
    assert done.steps == 1


def test_what_goes_wrong_on_the_way_is_a_fault(browser: Browser, page: str) -> None:
    with visiting(on_the_page(), browser, page) as visitor:
        for button, fault in VERBS["wrong"].items():
            visitor.faults.clear()
            visitor.take(Step("open"))
            visitor.take(tasks.step({"tap": {"button": button}}))
            visitor.take(tasks.step({"hear": f"Done: {button}"}))
            assert fault in " ".join(visitor.faults)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"shout": "Tangier"}, "“shout” is no verb"),
        ({"tap": {"knob": "On"}}, "names no thing"),
        ({"tap": {"link": "On", "button": "Off"}}, "names no thing"),
        ({"tap": {"link": "On", "in": {"box": ""}}}, "names no thing"),
    ],
)
def test_a_step_that_is_written_wrongly_is_told(told: dict[str, Any], words: str) -> None:
    with pytest.raises(TaskError, match=words):
        tasks.step(told)
