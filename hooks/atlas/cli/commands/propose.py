"""`atlas propose`: an issue that came of a form, made into a proposal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from atlas.checks import load
from atlas.cli.options import DATA
from atlas.editing.forms.answers import FormAnswers, UnreadableIssueError, read_issue
from atlas.editing.forms.events import Issue, read_event
from atlas.editing.forms.issue_forms import CORRECTION
from atlas.editing.proposals import making, replies, titles
from atlas.editing.proposals.proposal import Proposal, ProposalRefusedError, Remark
from atlas.files.outlines import read_borders
from atlas.i18n.languages import SOURCE_LANGUAGE, Language, codes
from atlas.model.vocabulary import N_

NO_DAY = N_("The day the form was sent is not known: today stands for it.")


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
    issue = read_event(event)
    to.mkdir(parents=True)
    try:
        answers = _read_answers(issue)
    except UnreadableIssueError as error:
        language = error.language or SOURCE_LANGUAGE
        _write(to / "answer.md", replies.refuse(language, [(error.message, "")], []))
        return
    for outcome, sentence in replies.OUTCOMES.items():
        _write(to / "otherwise" / f"{outcome}.md", replies.write(answers.language, sentence))
    reply, proposal = _propose(answers, issue, data.resolve())
    if proposal is not None:
        for draft in proposal.drafts:
            _write(to / "data" / draft.file.removeprefix(f"{draft.data}/"), draft.text)
        _write(to / "message", titles.write_message(answers.form, issue.number))
        title = titles.write_title(answers.form, issue.number, proposal.title)
        _write(to / "title", f"{title}\n")
        _write(to / "body.md", replies.describe(issue.number, proposal))
    _write(to / "answer.md", reply)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _read_answers(issue: Issue) -> FormAnswers:
    """What was answered. Raises UnreadableIssueError."""
    languages = [Language(code, "") for code in (SOURCE_LANGUAGE, *codes())]
    return read_issue(issue.body, languages)


def _propose(answers: FormAnswers, issue: Issue, data: Path) -> tuple[str, Proposal | None]:
    """What to answer in the issue, and what to propose."""
    if answers.form is CORRECTION:
        return replies.write(answers.language, replies.PERSON), None
    records = making.Known(load.read_documents(data)[0], read_borders(data), data.name)
    day = issue.created_at or date.today()
    unknown: Sequence[Remark] = [] if issue.created_at else [(NO_DAY, "")]
    try:
        proposal = making.make(answers, records, day.isoformat())
    except ProposalRefusedError as error:
        return replies.refuse(answers.language, error.remarks, error.problems), None
    proposal = replace(proposal, remarks=[*unknown, *proposal.remarks])
    return replies.thank(answers.language, proposal), proposal
