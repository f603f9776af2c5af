"""Forms as people send them: the issue that GitHub makes of one, and what is proposed of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from click.testing import CliRunner, Result

from atlas.checks import load
from atlas.cli.main import main
from atlas.editing.forms.issue_forms import IssueForm
from atlas.editing.questions.question import Question
from atlas.i18n.languages import Language

ENGLISH = Language("en", "")


class Proposal:
    """What `atlas propose` laid down for one issue."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.answer = (folder / "answer.md").read_text()
        self.files = {
            path.relative_to(folder / "data").as_posix(): path.read_text()
            for path in sorted((folder / "data").rglob("*.yml"))
        }

    @property
    def body(self) -> str:
        return (self.folder / "body.md").read_text()


def body(form: IssueForm, given: dict[str, str], language: Language = ENGLISH) -> str:
    """The text of the issue: each label as a heading, the answer by the question's id below."""

    def answer(question: Question) -> str:
        text = given.get(question.id, "_No response_")
        return language.gettext(text) if question.choices else text

    return "\n\n".join(
        f"### {language.gettext(question.label)}\n\n{answer(question)}"
        for question in form.questions
    )


def proposed(data: Path, text: str) -> Proposal:
    """What `atlas propose` makes of an issue of this text."""
    issue = {"number": 7, "body": text, "created_at": "2026-11-21T09:00:00Z", "title": "x"}
    done = propose(data, json.dumps({"action": "opened", "issue": issue}).encode())
    assert done.exit_code == 0, done.output or done.exception
    return Proposal(data.parent / "proposal")


def propose(data: Path, content: bytes) -> Result:
    """What the command says of an event; what it writes lies in `proposal` beside the data."""
    folder, event = data.parent / "proposal", data.parent / "event.json"
    event.write_bytes(content)
    shutil.rmtree(folder, ignore_errors=True)
    arguments = ["propose", str(event), "--to", str(folder), "--data", str(data)]
    return CliRunner().invoke(main, arguments)


def problems_with(data: Path, proposal: Proposal) -> list[str]:
    """What `atlas check` says once the proposal is merged."""
    for name, text in proposal.files.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text(text)
    return [str(problem) for problem in load.read(data).problems if problem.severity == "error"]
