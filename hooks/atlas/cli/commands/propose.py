"""`atlas propose`: an issue that came of a form, made into a proposal."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from atlas.cli.options import DATA
from atlas.editing.forms import answers
from atlas.editing.forms.questions import CORRECTION, ENDED, NEW
from atlas.editing.proposals import ended, field_labels, new, parse_dates, replies, validate
from atlas.editing.proposals.outcome import Outcome, RefusedError
from atlas.files import reader
from atlas.i18n.languages import SOURCE_LANGUAGE, Language, codes

_MAKERS = {NEW.id: new.outcome, ENDED.id: ended.outcome}


@click.command()
@DATA
@click.argument("event", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--to", type=click.Path(path_type=Path, exists=False), required=True, help="A new folder."
)
def propose(data: Path, event: Path, to: Path) -> None:
    """Make a proposal of an issue that came of a form.

    EVENT is the file that GitHub lays down for a workflow on issues. In the folder --to come
    `answer.md` for the issue and, where a proposal can be made, `data/`, `title` and `body.md`
    for the pull request (.ci/propose).
    """
    issue = json.loads(event.read_text("utf-8"))["issue"]
    to.mkdir(parents=True)
    answer, outcome = _made(issue, data.resolve())
    (to / "answer.md").write_text(answer, "utf-8")
    if outcome is None:
        return
    for name, text in outcome.files.items():
        path = to / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    title = " ".join(f"Form: {outcome.title}".split())[:120]
    (to / "title").write_text(f"{title}\n", "utf-8")
    (to / "body.md").write_text(replies.pull_request(int(issue["number"]), outcome), "utf-8")


def _made(issue: dict[str, Any], data: Path) -> tuple[str, Outcome | None]:
    """What to answer in the issue, and what to propose."""
    languages = [Language(code, "") for code in (SOURCE_LANGUAGE, *codes())]
    try:
        given = answers.read(issue["body"] or "", languages)
    except answers.UnreadableError as error:
        language = error.language or SOURCE_LANGUAGE
        return replies.refused(language, [(error.message, "")], []), None
    if given.form is CORRECTION:
        return replies.left_to_people(given.language), None
    documents, _ = reader.read(data)
    try:
        _refuse_hidden(given)
        given, remarks = parse_dates.dated(given)
        outcome = _MAKERS[given.form.id](given, documents, str(issue["created_at"])[:10])
    except RefusedError as error:
        return replies.refused(given.language, error.remarks, []), None
    outcome = replace(outcome, remarks=[*remarks, *outcome.remarks])
    outcome = validate.checked(outcome, documents, reader.outlines(data), data.name)
    errors = [problem for problem in outcome.problems if problem.severity == "error"]
    if errors:
        errors = [field_labels.worded(given, outcome, problem) for problem in errors]
        return replies.refused(given.language, [], errors), None
    return replies.accepted(given.language), outcome


def _refuse_hidden(given: answers.Answers) -> None:
    say = Language(given.language, "").gettext
    if given.hidden:
        raise RefusedError([(replies.HIDDEN, say(label)) for label in given.hidden])
