"""The steps that may write, with real git and a stand-in that behaves as GitHub does."""

from __future__ import annotations

import html
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from atlas.cli.main import main
from atlas.editing.forms.issue_forms import CORRECTION, ISSUE_FORMS, NEW
from atlas.editing.proposals import replies
from tests.conftest import ROOT
from tests.editing.proposals import sent_forms, test_proposing
from tests.editing.proposals.github_stand_in import BOT, NOT_PERMITTED, REPOSITORY, Entry
from tests.editing.proposals.repository import MARK, WRITTEN, Repository, commit_all, git, write
from tests.repository import workflow_steps

pytestmark = pytest.mark.workflow

FAILED = workflow_steps.script("proposal", "Take back what is half done and answer")
LABELS = workflow_steps.script("upkeep", "Make the labels that are missing")


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare repository."""
    folder = tmp_path_factory.mktemp("repository")
    first = write(folder / "first", {"data/actors/a.yml": "old\n"})
    shutil.copytree(ROOT / ".ci", first / ".ci", ignore=shutil.ignore_patterns("__pycache__"))
    git(first, "init", "--quiet", "--initial-branch=main", "--template=")
    commit_all(first)
    git(folder, "clone", "--quiet", "--bare", "--template=", first, "origin.git")
    return folder / "origin.git"


@pytest.fixture
def repository(tmp_path: Path, origin: Path) -> Repository:
    return Repository(tmp_path, origin)


def test_records_become_a_branch_and_a_pull_request(repository: Repository) -> None:
    issue = repository.send()
    assert repository.propose(issue, b="another\n") == ["thanks"]
    assert repository.show(issue) == "new\n"
    assert repository.show(issue, "data/actors/b.yml") == "another\n"
    assert git(repository.github.origin, "show", "main:data/actors/a.yml") == "old\n"
    (pull,) = repository.pulls
    assert pull["title"] == WRITTEN["title"]
    assert pull["body"].startswith("body\n")
    assert pull["labels"] == [{"name": "from-a-form"}]
    message = git(repository.github.origin, "log", "-1", "--format=%B", pull["head"]["ref"])
    assert message.strip() == WRITTEN["message"].strip()


def test_an_edited_issue_renews_its_pull_request_and_its_one_answer(repository: Repository) -> None:
    issue = repository.send()
    repository.propose(issue)
    repository.edit(issue, "edited")
    assert repository.propose(issue, a="newer\n") == ["thanks"]
    assert repository.show(issue) == "newer\n"
    assert len(repository.pulls) == 1


def test_an_answer_is_never_written_over_what_somebody_else_wrote(repository: Repository) -> None:
    issue = repository.send()
    repository.github.comment("stranger", issue["number"], f"mine {MARK}")
    for number in range(120):
        repository.github.comment("stranger", issue["number"], f"{number}")
    repository.propose(issue)
    repository.edit(issue, "edited")
    done = repository.run(dict(issue, body="edited"), {"answer.md": "not yet\n"})
    assert done.returncode == 0, done.stderr
    assert repository.answers(issue) == ["not yet"]
    assert repository.github.state["comments"][0]["body"] == f"mine {MARK}"


def test_what_a_maintainer_pushed_stays(repository: Repository) -> None:
    issue = repository.send()
    repository.propose(issue)
    repository.push(issue, "mended\n")
    repository.edit(issue, "edited")
    assert repository.propose(issue, a="newer\n") == ["taken-over"]
    assert repository.show(issue) == "mended\n"


def test_a_branch_that_a_person_made_stays(repository: Repository) -> None:
    issue = repository.send()
    repository.github.move(f"form/issue-{issue['number']}", "main")
    assert repository.propose(issue) == ["taken-over"]
    assert repository.show(issue) == "old\n"


@pytest.mark.parametrize("changed", [{"title": "Genk and Dale"}, {"body": "- [x] read"}])
def test_what_a_person_wrote_into_a_pull_request_stays(
    repository: Repository, changed: dict[str, str]
) -> None:
    issue = repository.send()
    repository.propose(issue)
    repository.pulls[0].update(changed)
    repository.edit(issue, "edited")
    assert repository.propose(issue, a="newer\n") == ["taken-over"]
    assert changed.items() <= repository.pulls[0].items()
    assert repository.show(issue) == "new\n"


def test_a_push_that_crosses_a_maintainers_changes_nothing(repository: Repository) -> None:
    issue = repository.send()
    repository.propose(issue)
    repository.edit(issue, "edited")
    # After the branch was looked at.
    repository.github.state["moves"] = {"GET pulls": [f"form/issue-{issue['number']}", "main"]}
    done = repository.run(dict(issue, body="edited"), {**WRITTEN, "data/actors/a.yml": "newer\n"})
    assert done.returncode == 1
    assert "stale info" in done.stderr
    assert repository.show(issue) == "old\n"
    assert "taken-over" in repository.propose(issue)


@pytest.mark.parametrize("is_deleted", [False, True])
def test_a_pull_request_that_was_closed_stays_closed(
    repository: Repository, is_deleted: bool
) -> None:
    issue = repository.send()
    repository.propose(issue)
    repository.pulls[0]["state"] = "closed"
    if is_deleted:
        branch = f"refs/heads/form/issue-{issue['number']}"
        git(repository.github.origin, "update-ref", "-d", branch)
    before = repository.branches
    repository.edit(issue, "edited")
    assert repository.propose(issue, a="newer\n") == ["closed"]
    assert [pull["state"] for pull in repository.pulls] == ["closed"]
    assert repository.branches == before


@pytest.mark.parametrize(
    "change",
    [
        {"state": "closed"},
        {"locked": True},
        {"labels": []},
        {"body": "edited since"},
        {"title": "edited since"},
        {"repository_url": "https://api.github.com/repos/river/elsewhere"},
        {"number": 99},
    ],
)
def test_an_issue_that_is_no_longer_what_was_sent_is_left_alone(
    repository: Repository, change: Entry
) -> None:
    issue = repository.send()
    sent = dict(issue)
    repository.github.state["issues"][0].update(change)
    done = repository.run(sent, WRITTEN)
    assert done.returncode == 0, done.stderr
    assert "nothing to do" in done.stdout
    assert (repository.branches, repository.pulls) == ([], [])
    assert repository.github.state["comments"] == []


def test_the_open_proposals_of_one_person_are_limited(repository: Repository) -> None:
    issues = [repository.send("busy") for _ in range(6)]
    repository.github.state["issues"][3]["state"] = "closed"  # counts while its proposal is open
    repository.github.open_pull(BOT, f"form/issue-{issues[3]['number']}", WRITTEN | {"body": ""})
    repository.github.move(f"form/issue-{issues[3]['number']}", "main")
    assert repository.propose(issues[5]) == ["waiting"]
    assert len(repository.pulls) == 1
    assert repository.propose(issues[4]) == ["thanks"], "four are before it"
    assert repository.propose(repository.send("other")) == ["thanks"]


def test_a_proposal_that_was_dealt_with_makes_room(repository: Repository) -> None:
    issues = [repository.send("busy") for _ in range(6)]
    repository.propose(issues[0])
    repository.pulls[0]["state"] = "closed"
    assert repository.propose(issues[5]) == ["thanks"]


def test_branches_of_forks_count_for_nothing(repository: Repository) -> None:
    issues = [repository.send("busy") for _ in range(2)]
    text = {"title": "x", "body": "x"}
    for number in range(1, 9):
        branch = f"form/issue-{number}"
        repository.github.open_pull("stranger", branch, text, "stranger/atlas")
        repository.github.open_pull("stranger", branch, text, f"{REPOSITORY}-copy")
    assert repository.propose(issues[1]) == ["thanks"]
    assert repository.show(issues[1]) == "new\n"


def test_where_nothing_can_be_proposed_the_issue_is_answered_only(repository: Repository) -> None:
    issue = repository.send()
    done = repository.run(issue, {"answer.md": "not yet\n"})
    assert done.returncode == 0, done.stderr
    assert repository.answers(issue) == ["not yet"]
    assert (repository.branches, repository.pulls) == ([], [])


def test_a_label_that_is_refused_is_said_and_stops_nothing(repository: Repository) -> None:
    repository.github.state["refused"] = {
        r"POST issues/\d+/labels": [403, "Resource not accessible"]
    }
    issue = repository.send()
    assert repository.propose(issue) == ["thanks"]
    assert len(repository.pulls) == 1


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        ("POST pulls", [403, NOT_PERMITTED]),
        ("GET pulls", [502, "Server Error"]),
    ],
)
def test_a_refusal_is_told_and_answered_and_leaves_no_branch(
    repository: Repository, asked: str, refusal: list[Any]
) -> None:
    issue = repository.send()
    repository.github.state["refused"] = {asked: refusal}
    done = repository.run(issue, WRITTEN)
    assert done.returncode == 1
    assert done.stderr.startswith("::error::")
    assert refusal[1] in done.stderr
    assert "Traceback" not in done.stderr
    if asked.startswith("GET"):
        repository.github.state["refused"] = {}
    done = repository.run(issue, WRITTEN, FAILED)
    assert done.returncode == 0, done.stderr
    assert repository.answers(issue) == ["failed"]
    assert (repository.branches, repository.pulls) == ([], [])


def test_a_failure_that_cannot_be_cleared_up_is_answered_all_the_same(
    repository: Repository,
) -> None:
    issue = repository.send()
    repository.github.state["refused"] = {"POST pulls": [403, NOT_PERMITTED]}
    assert repository.run(issue, WRITTEN).returncode == 1
    hook = repository.github.origin / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    done = repository.run(issue, WRITTEN, FAILED)
    assert done.returncode == 1, "people should see that a branch is left"
    assert repository.answers(issue) == ["failed"]


def test_where_reading_failed_before_the_language_was_known_the_answer_is_in_english(
    repository: Repository,
) -> None:
    issue = repository.send()
    done = repository.run(issue, {}, FAILED)
    assert done.returncode == 0, done.stderr
    assert repository.answers(issue) == [replies.FAILED]


def test_a_failure_leaves_the_branch_of_a_pull_request(repository: Repository) -> None:
    issue = repository.send()
    repository.propose(issue)
    done = repository.run(issue, WRITTEN, FAILED)
    assert done.returncode == 0, done.stderr
    assert repository.show(issue) == "new\n"
    assert [pull["state"] for pull in repository.pulls] == ["open"]


def test_the_longest_form_with_1300_themes_becomes_a_pull_request(repository: Repository) -> None:
    themes = "; ".join(f"@theme #{number} [skip ci]" for number in range(1_300))
    given = {**test_proposing.TIE, "title": "closes #1 @name [skip ci]", "themes": themes}
    text = sent_forms.body(NEW, given)
    assert len(text) > 30_000
    issue = repository.github.open_issue("sender", "A form", text, "new-cooperation")
    event = repository.folder / "event.json"
    event.write_text(json.dumps({"issue": issue}))
    folder = repository.folder / "read"
    arguments = ["propose", str(event), "--to", str(folder), "--data", str(test_proposing.MINIMAL)]
    made = CliRunner().invoke(main, arguments)
    assert made.exit_code == 0, made.output
    files = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }
    done = repository.run(issue, files)
    assert done.returncode == 0, done.stderr
    (pull,) = repository.pulls
    log = git(repository.github.origin, "log", "--format=%B", f"main..{pull['head']['ref']}")
    for said in (pull["title"], pull["body"], log, *repository.answers(issue)):
        page = html.unescape(said).replace(f"#{issue['number']}", "")
        assert not re.search(r"@\w|#\d", page)
        assert "[skip ci]" not in said


def test_a_text_that_github_refuses_is_a_sentence(repository: Repository) -> None:
    issue = repository.send()
    done = repository.run(issue, {**WRITTEN, "body.md": "x" * 65_536})
    assert done.returncode == 1
    assert "body is too long (maximum is 65536 characters)" in done.stderr


def test_the_labels_that_forms_and_workflows_name_are_made(repository: Repository) -> None:
    mine = {"name": "Ended", "description": "as I say"}
    repository.github.state["labels"] = [mine]
    issue = repository.send()
    for _ in range(2):
        done = repository.run(issue, WRITTEN, LABELS)
        assert done.returncode == 0, done.stderr
    assert mine in repository.github.state["labels"]
    made = {label["name"].lower() for label in repository.github.state["labels"]}
    named = {
        label
        for file in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.??.yml")
        for label in yaml.safe_load(file.read_text("utf-8"))["labels"]
    }
    workflows = "".join(file.read_text("utf-8") for file in workflow_steps.WORKFLOWS.glob("*.yml"))
    named |= set(re.findall(r"labels\.\*\.name, '([\w-]+)'", workflows))
    named |= set(re.findall(r"--label ([\w-]+)", workflows))
    scripts = "".join(file.read_text("utf-8") for file in (ROOT / ".ci").glob("*.py"))
    named |= set(re.findall(r'^LABEL = "([\w-]+)"$', scripts, re.MULTILINE))
    assert made == named
    assert {form.id for form in ISSUE_FORMS} < named


def test_the_forms_that_become_proposals_are_the_same_everywhere() -> None:
    workflow = (workflow_steps.WORKFLOWS / "proposal.yml").read_text("utf-8")
    script = (ROOT / ".ci/propose.py").read_text("utf-8")
    (forms,) = re.findall(r"^FORMS = \{(.*)\}$", script, re.MULTILINE)
    wanted = sorted(form.id for form in ISSUE_FORMS if form is not CORRECTION)
    assert sorted(re.findall(r'"([\w-]+)"', forms)) == wanted
    assert sorted(re.findall(r"labels\.\*\.name, '([\w-]+)'", workflow)) == wanted


def test_a_job_that_writes_is_never_cut_off_by_an_edit() -> None:
    workflow = yaml.safe_load((workflow_steps.WORKFLOWS / "proposal.yml").read_text("utf-8"))
    assert workflow["concurrency"]["cancel-in-progress"] is False
    assert set(workflow["jobs"]["failed"]["needs"]) == {"read", "propose"}
