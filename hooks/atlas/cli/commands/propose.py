"""`atlas propose`: an issue that came of a form, made into a proposal."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from atlas.cli.options import DATA
from atlas.editing import drafts
from atlas.editing.forms.answers import UnreadableIssueError, read_issue
from atlas.editing.forms.issue_forms import CORRECTION, ENDED, NEW
from atlas.editing.proposals import dates, ended, field_labels, new, replies
from atlas.editing.proposals.proposal import Proposal, ProposalRefusedError
from atlas.files import reader
from atlas.i18n.languages import SOURCE_LANGUAGE, Language, codes

_MAKERS = {NEW.id: new.propose, ENDED.id: ended.propose}


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
    reply, proposal = _propose(issue, data.resolve())
    (to / "answer.md").write_text(reply, "utf-8")
    if proposal is None:
        return
    for draft in proposal.drafts:
        path = to / "data" / draft.file.removeprefix(f"{draft.data}/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(draft.text, "utf-8")
    title = " ".join(f"Form: {proposal.title}".split())[:120]
    (to / "title").write_text(f"{title}\n", "utf-8")
    (to / "body.md").write_text(replies.describe(int(issue["number"]), proposal), "utf-8")


def _propose(issue: dict[str, Any], data: Path) -> tuple[str, Proposal | None]:
    """What to answer in the issue, and what to propose."""
    languages = [Language(code, "") for code in (SOURCE_LANGUAGE, *codes())]
    try:
        answers = read_issue(issue["body"] or "", languages)
    except UnreadableIssueError as error:
        language = error.language or SOURCE_LANGUAGE
        return replies.refuse(language, [(error.message, "")], []), None
    if answers.form is CORRECTION:
        return replies.write(answers.language, replies.PERSON), None
    documents, _ = reader.read(data)
    try:
        if answers.hidden:
            raise ProposalRefusedError([(replies.HIDDEN, label) for label in answers.hidden])
        answers, remarks = dates.parse_dates(answers)
        day = str(issue["created_at"])[:10]
        proposal = _MAKERS[answers.form.id](answers, documents, data.name, day)
    except ProposalRefusedError as error:
        return replies.refuse(answers.language, error.remarks, []), None
    problems = drafts.find_problems(proposal.drafts, documents, reader.read_outlines(data))
    proposal = replace(proposal, remarks=[*remarks, *proposal.remarks], problems=problems)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        errors = [field_labels.use_labels(answers, proposal, problem) for problem in errors]
        return replies.refuse(answers.language, [], errors), None
    return replies.write(answers.language, replies.THANKS), proposal
