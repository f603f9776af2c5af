"""Registers are asked for anew, politely, and offered as a pull request for each country."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.editing.proposals import github_stand_in
from tests.editing.proposals.github_stand_in import NOT_PERMITTED, REPOSITORY, GitHub
from tests.editing.proposals.repository import commit_all, git, write
from tests.imports.wikidata_answers import solution, write_json
from tests.repository import query_service, workflow_steps
from tests.repository.query_service import Answer, QueryService

pytestmark = pytest.mark.workflow

ASK = workflow_steps.script("registers", "Ask Wikidata and import what it answers")
OFFER = workflow_steps.script("registers", "Make or renew a pull request for each country")
REGISTER = "data/registers/wikidata"
HOSTILE = "Nowhere` ``` @maintainer #1 \u202e<script>\x1b[31m [skip ci]"

TABLES = {
    "places/BE.csv": "id,name\ngent-be,Ghent\nlier-be,Lier\n",
    "places/FR.csv": "id,name\nlille-fr,Lille\n",
    "places/LU.csv": "id,name\nwiltz-lu,Wiltz\n",
    "ties/BE.csv": "id,a,b\n1,gent-be,lille-fr\n2,lier-be,wiltz-lu\n",
    "ties/FR.csv": "id,a,b\n3,lille-fr,zele\n4,lille-fr,wiltz-lu\n",
    "questions.csv": f"kind,what,proposal,answer\ncountry,{HOSTILE},CG CD,\nyear,2000,yes,yes\n",
}

ATLAS = """
import json, pathlib, sys
arguments = sys.argv[1:]
if arguments[0] == "check":
    sys.exit()
assert arguments[:2] == ["import", "wikidata"], arguments
assert arguments[3:6:2] == ["--into", "--as-of"], arguments
try:
    ties = json.loads(pathlib.Path(arguments[2]).read_text("utf-8"))["ties"]
except ValueError:
    sys.exit("the time of the query service was over")
if "--dry-run" in arguments:
    print(*(f"+ {tie}" for tie in ties), "~ gent-be  start: a → b", "- lier-be", sep="\\n")
    print("no longer listed: lier-be-wiltz-lu", f"{len(ties)} ties", sep="\\n")
elif ties:
    print("+ 7 more", f"{len(ties)} ties", f"Read on: {pathlib.Path.cwd()}/data", sep="\\n")
    table = pathlib.Path("data/registers/wikidata/ties/BE.csv")
    table.write_text("\\n".join(["id,a,b", *ties, ""]))
    pathlib.Path("data/registers/wikidata/ties/FR.csv").unlink(missing_ok=True)
    pathlib.Path("data/sources").mkdir(exist_ok=True)
    pathlib.Path("data/sources/wikidata.yml").write_text("accessed: 2026")
"""
"""An `atlas` whose import takes an answer of its own form, so that only the program is tested."""


def answer(*ties: str) -> Answer:
    return Answer(json.dumps({"ties": ties}))


class Workflow:
    """A repository on GitHub with a register, a query service, and both jobs to run."""

    def __init__(self, folder: Path, origin: Path, service: QueryService) -> None:
        self.folder = folder
        self.service = service
        self.runs = 0
        (folder / "github").mkdir()
        self.github = GitHub(folder / "github")
        shutil.copytree(origin, self.github.origin)

    def ask(
        self, countries: str = "", program: str = f"#!{sys.executable} -IS\n{ATLAS}"
    ) -> subprocess.CompletedProcess[str]:
        """The first job, with `program` as `atlas`."""
        self.runs += 1
        clone = self.folder / f"ask{self.runs}"
        git(self.folder, "clone", "--quiet", self.github.origin, clone)
        atlas = clone / ".venv/bin/atlas"
        atlas.parent.mkdir(parents=True)
        atlas.write_text(program)
        atlas.chmod(0o755)
        self.refreshed = clone / "refreshed"
        done = workflow_steps.run(
            ASK,
            clone,
            {},
            COUNTRIES=countries,
            SERVICE=self.service.address,
            PAUSE="0.001",
            GITHUB_SERVER_URL="https://github.com",
            GITHUB_REPOSITORY=REPOSITORY,
            no_proxy="*",
        )
        assert git(clone, "status", "--porcelain", "--", "data") == ""
        return done

    def offer(self) -> subprocess.CompletedProcess[str]:
        """The second job, with what the first one left."""
        clone = self.folder / f"offer{self.runs}"
        git(self.folder, "clone", "--quiet", "--depth=1", f"file://{self.github.origin}", clone)
        self.github.state["artifacts"] = {"refreshed": str(self.refreshed)}
        self.github.save()
        done = workflow_steps.run(
            OFFER,
            clone,
            {"gh": f'exec "{sys.executable}" -IS "{github_stand_in.__file__}" "$@"'},
            GITHUB_STAND_IN=str(self.github.folder),
            GITHUB_REPOSITORY=REPOSITORY,
            GITHUB_RUN_ID="1",
            GITHUB_REF_NAME="main",
            GITHUB_SHA=git(clone, "rev-parse", "HEAD").strip(),
        )
        self.github = GitHub(self.github.folder)
        return done

    def refresh(self, countries: str = "") -> None:
        """Both jobs, which succeed."""
        for done in (self.ask(countries), self.offer()):
            assert done.returncode == 0, done.stdout + done.stderr

    def show(self, country: str) -> str:
        return git(
            self.github.origin, "show", f"register/wikidata/{country}:{REGISTER}/ties/BE.csv"
        )

    @property
    def pulls(self) -> dict[str, str]:
        """The state of each pull request by its branch."""
        return {pull["head"]["ref"]: pull["state"] for pull in self.github.state["pulls"]}


def _publish(first: Path) -> Path:
    """A bare repository of a folder, with the programs and the query."""
    shutil.copy(ROOT / REGISTER / "query.rq", first / REGISTER)
    shutil.copytree(ROOT / ".ci", first / ".ci", ignore=shutil.ignore_patterns("__pycache__"))
    git(first, "init", "--quiet", "--initial-branch=main", "--template=")
    commit_all(first)
    git(first, "clone", "--quiet", "--bare", "--template=", first, first.parent / "origin.git")
    return first.parent / "origin.git"


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare repository with a register."""
    first = tmp_path_factory.mktemp("register") / "first"
    return _publish(write(first, {f"{REGISTER}/{name}": text for name, text in TABLES.items()}))


@pytest.fixture
def workflow(tmp_path: Path, origin: Path) -> Iterator[Workflow]:
    with query_service.serve() as service:
        yield Workflow(tmp_path, origin, service)


def test_each_country_becomes_a_pull_request(workflow: Workflow) -> None:
    workflow.service.answers = {"BE": [answer("5,gent-be,x")], "NL": [answer("6,y,z")]}
    workflow.refresh("be, NL")
    assert workflow.pulls == {"register/wikidata/BE": "open", "register/wikidata/NL": "open"}
    assert workflow.show("BE") == "id,a,b\n5,gent-be,x\n"
    assert workflow.show("NL") == "id,a,b\n6,y,z\n", "each begins with what is published"
    files = git(workflow.github.origin, "ls-tree", "-r", "--name-only", "register/wikidata/BE")
    assert f"{REGISTER}/places/FR.csv" in files
    assert f"{REGISTER}/ties/FR.csv" not in files, "it has gone"
    assert "data/sources/wikidata.yml" in files
    (pull, _) = workflow.github.state["pulls"]
    assert pull["labels"] == [{"name": "register"}]
    assert re.fullmatch(r"Wikidata: what it lists for BE as of \d{4}-\d\d-\d\d", pull["title"])
    sections = re.findall(r"^## (.*)$", pull["body"], re.MULTILINE)
    assert sections == [
        *("Counts", "Questions that are open: 1"),
        *("What comes: 1", "What is no longer listed: 1", "What goes: 1", "What changes: 1"),
    ]
    for quoted in (
        "1 ties\nRead on: data",
        "5,gent-be,x",
        "gent-be  start: a → b",
        "lier-be",
        "lier-be-wiltz-lu",
    ):
        assert f"```text\n{quoted}\n```" in pull["body"]


def test_what_the_service_answers_is_imported_by_the_atlas_itself(
    tmp_path: Path, workflow: Workflow
) -> None:
    shutil.copytree(ROOT / "tests/cases/registers/data", tmp_path / "own/data")
    shutil.rmtree(workflow.github.origin)
    _publish(tmp_path / "own").rename(workflow.github.origin)
    names = {"aLabel": "Antwerp@en", "bLabel": "Gabrovo@en", "bCountryCode": "BG"}
    new = {"aLabel": "Gabrovo@en", "aCountryCode": "BG", "bLabel": "Lille@en"}
    answers = [solution("Q12892", "Q171427", **names), solution("Q171427", "Q12", **new)]
    workflow.service.answers = {"BE": [Answer(write_json(answers))]}
    done = workflow.ask(program=f'#!/bin/sh\nexec "{sys.executable}" -m atlas "$@"\n')
    assert done.returncode == 0, done.stdout + done.stderr
    assert workflow.offer().returncode == 0
    assert "gabrovo-bg-lille-fr" in git(
        workflow.github.origin, "show", f"register/wikidata/BE:{REGISTER}/ties/BG.csv"
    )
    (pull,) = workflow.github.state["pulls"]
    assert "2 rows read" in pull["body"]
    assert "gabrovo-bg-lille-fr" in pull["body"].partition("What comes")[2]


def test_a_country_that_is_asked_again_keeps_its_one_pull_request(workflow: Workflow) -> None:
    workflow.service.answers = {"BE": [answer("5,gent-be,x"), answer("6,gent-be,y")]}
    workflow.refresh("BE")
    workflow.refresh("BE")
    assert workflow.pulls == {"register/wikidata/BE": "open"}
    assert workflow.show("BE") == "id,a,b\n6,gent-be,y\n"


def test_after_a_pull_request_was_merged_the_next_one_is_new(workflow: Workflow) -> None:
    workflow.service.answers = {"BE": [answer("5,gent-be,x"), answer("6,gent-be,y")]}
    workflow.refresh("BE")
    workflow.github.move("main", workflow.github.tip("register/wikidata/BE"))
    workflow.github.state["pulls"][0]["state"] = "closed"
    workflow.refresh("BE")
    assert [pull["state"] for pull in workflow.github.state["pulls"]] == ["closed", "open"]
    assert workflow.show("BE") == "id,a,b\n6,gent-be,y\n"


def test_what_a_person_did_to_it_stays(workflow: Workflow) -> None:
    workflow.service.answers = {"BE": [answer("5,a,b")], "NL": [answer("6,a,b")]}
    workflow.refresh("BE NL")
    workflow.github.move("register/wikidata/BE", "main")
    workflow.github.state["pulls"][1]["title"] = "Mine"
    before = {country: workflow.show(country) for country in ("BE", "NL")}
    workflow.service.answers = {"BE": [answer("7,a,b")], "NL": [answer("8,a,b")]}
    workflow.refresh("BE NL")
    assert {country: workflow.show(country) for country in ("BE", "NL")} == before
    assert len(workflow.github.state["pulls"]) == 2


def test_what_did_not_change_is_not_offered(workflow: Workflow) -> None:
    workflow.service.answers = {"BE": [Answer('{"ties": []}')]}
    done = workflow.ask("BE")
    assert done.returncode == 0, done.stderr
    assert "BE: all as it was." in done.stdout
    assert list(workflow.refreshed.iterdir()) == []


def test_without_countries_those_are_asked_for_whose_ties_the_register_holds(
    workflow: Workflow,
) -> None:
    workflow.service.answers = {code: [answer("5,a,b")] for code in ("BE", "FR", "LU", "NL")}
    assert workflow.ask().returncode == 0
    assert workflow.service.countries == ["BE", "FR"], "the two have an end of every tie"


def test_before_a_register_holds_anything_nothing_is_asked_for(workflow: Workflow) -> None:
    clone = workflow.folder / "emptied"
    git(workflow.folder, "clone", "--quiet", workflow.github.origin, clone)
    shutil.rmtree(clone / REGISTER / "ties")
    commit_all(clone)
    git(clone, "push", "--quiet")
    done = workflow.ask()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "with countries to ask for" in done.stdout
    assert workflow.service.asked == []


@pytest.mark.parametrize("countries", ["BE NLD", "BE;$(touch x)", "../BE"])
def test_what_is_no_country_is_not_asked_for(countries: str, workflow: Workflow) -> None:
    done = workflow.ask(countries)
    assert done.returncode == 1
    assert "::error::no countries of two letters" in done.stdout
    assert workflow.service.asked == []


def test_the_service_is_told_who_asks_and_what(workflow: Workflow) -> None:
    workflow.service.answers = {"BE": [answer("5,a,b")]}
    workflow.ask("BE")
    [headers], [query] = workflow.service.headers, workflow.service.asked
    assert f"https://github.com/{REPOSITORY}" in headers["User-Agent"]
    assert headers["Accept"] == "application/sparql-results+json"
    assert query == (ROOT / REGISTER / "query.rq").read_text("utf-8").replace(
        'wdt:P297 "{country}"', 'wdt:P297 "BE"'
    )


BUSY = Answer("Too many requests", 429, {"Retry-After": "0"})


def test_a_service_that_is_busy_is_asked_again(workflow: Workflow) -> None:
    first = {
        "AT": BUSY,
        "BE": Answer(status=503, headers={"Retry-After": "Thu, 01 Jan 2015 00:00:00 GMT"}),
        "CH": Answer(status=503, headers={"Retry-After": "soon"}),
        "DE": Answer(status=503, headers={"Retry-After": "Thu, 01 Jan 2015 00:00:00"}),
        "ES": Answer("java.util.concurrent.TimeoutException", 500),
        "FR": Answer(status=502),
    }
    workflow.service.answers = {code: [busy, answer("5,a,b")] for code, busy in first.items()}
    done = workflow.ask(" ".join(first))
    assert done.returncode == 0, done.stdout + done.stderr
    assert workflow.service.countries == [code for code in first for _ in range(2)]


def test_a_service_that_does_not_answer_for_one_country_is_asked_for_others(
    workflow: Workflow,
) -> None:
    refusals = {"AT": (BUSY, 3), "BE": (Answer(status=400), 1)}
    workflow.service.answers = {code: [refusal] for code, (refusal, _) in refusals.items()}
    workflow.service.answers["NL"] = [answer("5,a,b")]
    done = workflow.ask(" ".join([*refusals, "NL"]))
    assert done.returncode == 1
    for code, (refusal, times) in refusals.items():
        assert f"::error::{code}: the service says {refusal.status}" in done.stdout
        assert workflow.service.countries.count(code) == times
    assert [path.parent.name for path in workflow.refreshed.rglob("title")] == ["NL"]


def test_after_three_countries_without_an_answer_no_more_are_asked_for(workflow: Workflow) -> None:
    chosen = ("AT", "BE", "CH", "DE", "ES")
    workflow.service.answers = {code: [Answer(status=400)] for code in chosen}
    done = workflow.ask(" ".join(chosen))
    assert done.returncode == 1
    assert workflow.service.countries == ["AT", "BE", "CH"]
    assert "not asked for after that: DE ES" in done.stdout


@pytest.mark.parametrize(
    "refusal",
    [
        Answer(status=403),
        Answer(status=429, headers={"Retry-After": "86400"}),
        Answer(status=503, headers={"Retry-After": "Thu, 01 Jan 2115 00:00:00 GMT"}),
    ],
)
def test_a_service_that_bars_whoever_asks_is_asked_nothing_else(
    refusal: Answer, workflow: Workflow
) -> None:
    workflow.service.answers = {"BE": [refusal], "NL": [answer("5,a,b")]}
    done = workflow.ask("BE NL")
    assert done.returncode == 1
    assert workflow.service.countries == ["BE"]
    assert "not asked for after that: NL" in done.stdout


def test_an_answer_that_broke_off_changes_nothing(workflow: Workflow) -> None:
    workflow.service.answers = {"BE": [Answer('{"ties": ["5,a,b"\njava.util…')]}
    done = workflow.ask("BE")
    assert done.returncode == 1
    assert "::error::BE: the time of the query service was over" in done.stdout
    assert list(workflow.refreshed.iterdir()) == []


def test_names_are_quoted_and_long_lists_are_cut(workflow: Workflow) -> None:
    many = [f"{number},{HOSTILE}" for number in range(9_000)]
    workflow.service.answers = {"BE": [answer(*many)]}
    workflow.refresh("BE")
    (pull,) = workflow.github.state["pulls"]
    body = pull["body"]
    assert len(body) < 65_536
    assert re.search(r"^… and \d+ more$", body, re.MULTILINE)
    assert not re.search("[\u202e\x1b]", body)
    fences = re.findall(r"^(````+)(?:text)?$", body, re.MULTILINE)
    assert len(fences) == 4, "what holds three stands between four: questions and what comes"
    outside = re.sub(r"^(`{3,})text\n.*?\n\1$", "", body, flags=re.DOTALL | re.MULTILINE)
    assert "Nowhere" not in outside
    assert not re.search(r"@\w|\[skip", outside + pull["title"])
    log = git(workflow.github.origin, "log", "-1", "--format=%B", pull["head"]["ref"])
    assert log.strip() == pull["title"]


def test_a_refusal_is_told_and_leaves_no_branch_and_the_others_alone(workflow: Workflow) -> None:
    workflow.service.answers = {"BE": [answer("5,a,b")], "NL": [answer("6,a,b")]}
    assert workflow.ask("BE NL").returncode == 0
    workflow.github.state["refused"] = {"POST pulls": [403, NOT_PERMITTED]}
    done = workflow.offer()
    assert done.returncode == 1
    assert done.stdout.count("::error::") == 2
    assert NOT_PERMITTED in done.stdout
    assert "Traceback" not in done.stderr
    names = git(workflow.github.origin, "for-each-ref", "--format=%(refname)").split()
    assert names == ["refs/heads/main"]
