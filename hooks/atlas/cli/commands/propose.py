"""`atlas propose`: an issue that came of a form, made into a proposal."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from atlas.checks import load
from atlas.cli.options import DATA
from atlas.editing import drafts
from atlas.editing.forms.answers import FormAnswers, UnreadableIssueError, read_issue
from atlas.editing.forms.issue_forms import CORRECTION, ENDED, NEW, STILL_SO
from atlas.editing.proposals import dates, ended, field_labels, listed, new, replies, titles
from atlas.editing.proposals.proposal import Proposal, ProposalRefusedError
from atlas.files.outlines import read_borders
from atlas.i18n.languages import SOURCE_LANGUAGE, Language, codes

_MAKERS = {NEW.id: new.propose, STILL_SO.id: listed.propose, ENDED.id: ended.propose}


@click.command()
@DATA
@click.argument("event", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--to", type=click.Path(path_type=Path, exists=False), required=True, help="A new folder."
)
def propose(data: Path, event: Path, to: Path) -> None:
    """Make a proposal of an issue that came of a form.

    EVENT is the file that GitHub lays down for a workflow on issues. In the folder --to come
    `answer.md` for the issue and, where a proposal can be made, `data/`, the commit's `message`,
    and `title` and `body.md` of the pull request. `otherwise/` holds what `.ci/propose.py` answers
    where the proposal goes another way; it is written first, for when this very command fails.
    """
    issue = json.loads(event.read_text("utf-8"))["issue"]
    number = int(issue["number"])
    to.mkdir(parents=True)
    try:
        answers = _read_answers(issue)
    except UnreadableIssueError as error:
        language = error.language or SOURCE_LANGUAGE
        _write(to / "answer.md", replies.refuse(language, [(error.message, "")], []))
        return
    for outcome, sentence in replies.OUTCOMES.items():
        _write(to / "otherwise" / f"{outcome}.md", replies.write(answers.language, sentence))
    reply, proposal = _propose(answers, str(issue["created_at"])[:10], data.resolve())
    if proposal is not None:
        for draft in proposal.drafts:
            _write(to / "data" / draft.file.removeprefix(f"{draft.data}/"), draft.text)
        _write(to / "message", titles.write_message(answers.form, number))
        _write(to / "title", f"{titles.write_title(answers.form, number, proposal.title)}\n")
        _write(to / "body.md", replies.describe(number, proposal))
    _write(to / "answer.md", reply)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _read_answers(issue: dict[str, Any]) -> FormAnswers:
    """What was answered. Raises UnreadableIssueError."""
    languages = [Language(code, "") for code in (SOURCE_LANGUAGE, *codes())]
    return read_issue(issue["body"] or "", languages)


def _propose(answers: FormAnswers, day: str, data: Path) -> tuple[str, Proposal | None]:
    """What to answer in the issue, which was sent on `day`, and what to propose."""
    if answers.form is CORRECTION:
        return replies.write(answers.language, replies.PERSON), None
    documents, _ = load.read_documents(data)
    try:
        if answers.hidden:
            raise ProposalRefusedError([(replies.HIDDEN, label) for label in answers.hidden])
        answers, remarks = dates.parse_dates(answers)
        proposal = _MAKERS[answers.form.id](answers, documents, data.name, day)
    except ProposalRefusedError as error:
        return replies.refuse(answers.language, error.remarks, []), None
    problems = drafts.find_problems(proposal.drafts, documents, read_borders(data))
    proposal = replace(proposal, remarks=[*remarks, *proposal.remarks], problems=problems)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        errors = [field_labels.use_labels(answers, proposal, problem) for problem in errors]
        return replies.refuse(answers.language, [], errors), None
    return replies.write(answers.language, replies.THANKS), proposal
