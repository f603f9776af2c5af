"""The repository keeps its own promises: pins, locks, workflows, and what its documents say."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from atlas import model
from atlas.files.formatter import order
from atlas.files.ids import FOLDERS
from atlas.model import fields, ledgers
from tests.conftest import ROOT
from tests.repository import contributing

DOCUMENTS = ("README.md", *contributing.DOCUMENTS)


def texts() -> Iterator[tuple[str, str]]:
    """Every text file that is, or would be, committed."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert listed
    for name in filter(None, listed.split("\0")):
        file = ROOT / name
        if file.is_file() and b"\0" not in (content := file.read_bytes()):
            yield name, content.decode("utf-8", "replace")


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def lock(name: str) -> dict[str, str]:
    """A lock's packages, each with its lines: version, condition, hashes."""
    entries = re.split(r"^(?=[a-z0-9])", read(f"requirements/{name}.txt"), flags=re.MULTILINE)[1:]
    found: dict[str, str] = {}
    for entry in entries:
        package = entry.partition("==")[0]
        found[package] = found.get(package, "") + entry
    return found


def test_no_file_names_a_folder_of_one_machine() -> None:
    folder = re.compile(r"(?<![\w.\-])/(home|Users|root|work|tmp|opt|mnt)/")
    assert [name for name, text in texts() if folder.search(text) or f"{ROOT}/" in text] == []


def test_no_file_names_a_package_registry() -> None:
    hosts = r"(pypi|pythonhosted|npmjs|yarnpkg|deb\.debian)\.(org|com)"
    settings = r'"resolved" *:|^registry *=|--(extra-)?index-url'
    registry = re.compile(f"{hosts}|{settings}", re.MULTILINE)
    assert [name for name, text in texts() if registry.search(text)] == []


def pins(requirements: list[str]) -> dict[str, str]:
    """Names as the locks write them, and versions; everything must be pinned exactly."""
    pinned = {}
    for requirement in requirements:
        name, separator, version = requirement.partition(";")[0].partition("==")
        assert separator, f"{requirement} is not pinned"
        pinned[re.sub(r"[-_.]+", "-", name).lower()] = version
    return pinned


@pytest.mark.parametrize(
    ("name", "groups"),
    [
        ("site", ["build"]),
        ("dev", ["build", "dev"]),
        ("properdocs", ["build", "properdocs"]),
        ("fuzz", ["fuzz"]),
    ],
)
def test_a_lock_has_every_pin_and_hashes(name: str, groups: list[str]) -> None:
    project = tomllib.loads(read("pyproject.toml"))
    wanted = [] if name == "fuzz" else list(project["project"]["dependencies"])
    for group in groups:
        wanted += project["dependency-groups"][group]
    locked = lock(name)
    versions = {package: re.findall(r"==(\S+)", lines) for package, lines in locked.items()}
    assert {package: versions.get(package) for package in pins(wanted)} == {
        package: [version] for package, version in pins(wanted).items()
    }
    assert [package for package, lines in locked.items() if "--hash=sha256:" not in lines] == []


def test_developers_have_the_very_packages_that_build_the_site() -> None:
    assert lock("site").items() <= lock("dev").items()


def test_properdocs_builds_with_the_very_packages_that_build_the_site() -> None:
    assert lock("properdocs").keys() - lock("site").keys() == {"properdocs"}
    assert lock("site").items() <= lock("properdocs").items()


def test_the_build_backend_is_the_one_in_the_locks() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    assert project["build-system"]["requires"] == project["dependency-groups"]["build"]


def test_actions_are_pinned_to_a_commit_and_say_its_version() -> None:
    uses = [
        line.strip()
        for workflow in (ROOT / ".github/workflows").glob("*.yml")
        for line in workflow.read_text("utf-8").splitlines()
        if "uses:" in line
    ]
    pinned = re.compile(r"(- )?uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+){0,2}")
    assert uses
    assert [line for line in uses if not pinned.fullmatch(line)] == []


def test_the_oldest_and_the_newest_python_that_the_pins_are_for_are_tried() -> None:
    workflow = yaml.safe_load(read(".github/workflows/check.yml"))
    assert workflow["jobs"]["check"]["strategy"]["matrix"]["python"] == [*contributing.pythons()]


def test_editors_own_the_records_and_maintainers_all_else() -> None:
    lines = [line.split() for line in read(".github/CODEOWNERS").splitlines()]
    rules = [line for line in lines if line and not line[0].startswith("#")]
    owner = re.search(r"github\.com/([\w-]+)/", read("mkdocs.yml"))
    assert owner
    assert rules == [
        ["*", f"@{owner[1]}/maintainers"],
        *([f"/data/{folder}/", f"@{owner[1]}/editors"] for folder in sorted(FOLDERS)),
    ]


def test_make_help_has_every_target_that_the_documents_name() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    targets = set(re.findall(r"^make ([a-z]+)", listed.stdout, re.MULTILINE))
    named = {
        target
        for document in DOCUMENTS
        for target in re.findall(r"(?:^|[`\d] ?)make ([a-z]+)", read(document), re.MULTILINE)
    }
    assert named >= {"site", "serve", "test", "audit", "help", "lock"}
    assert named <= targets


def test_every_room_of_the_readme_is_there() -> None:
    tree = read("README.md").split("## Rooms")[1].split("```")[1]
    folders: list[str] = []
    missing = []
    for line in tree.strip().splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        folders[depth:] = [line.split()[0]]
        if not (ROOT / "".join(folders)).exists():
            missing.append("".join(folders))
    assert missing == []


def test_the_readme_has_a_line_for_every_room_of_the_engine() -> None:
    tree = read("README.md").split("## Rooms")[1].split("```")[1]
    named = re.findall(r"^    (\S+)  ", tree.split("\n  atlas/")[1], re.MULTILINE)
    rooms = [
        path.name + "/" * path.is_dir()
        for path in (ROOT / "hooks" / "atlas").iterdir()
        if not path.name.startswith("__")
    ]
    assert sorted(named) == sorted(rooms)


def test_the_readme_names_every_environment_variable_of_the_atlas_and_no_other() -> None:
    workflows = (ROOT / ".github/workflows").glob("*.yml")
    sources = [ROOT / "mkdocs.yml", *(ROOT / "hooks").rglob("*.py"), *workflows]
    named = re.compile(r"\bATLAS_[A-Z_]+\b")
    read_somewhere = {name for file in sources for name in named.findall(file.read_text("utf-8"))}
    assert set(named.findall(read("README.md"))) == read_somewhere


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_to_files_and_headings_that_are_there(document: str) -> None:
    links = [link for one in contributing.sections(read(document)) for link in one.links]
    inside = [link.partition("#") for link in links if ":" not in link]
    assert inside
    assert [file for file, _, _ in inside if not (ROOT / (file or document)).exists()] == []
    anchors = {
        name: [contributing.anchor(one.title) for one in contributing.sections(read(name))]
        for name in {file or document for file, _, anchor in inside if anchor}
    }
    assert [
        f"{file}#{anchor}"
        for file, _, anchor in inside
        if anchor and anchors[file or document].count(anchor) != 1
    ] == []


def examples() -> dict[str, Any]:
    """The records in CONTRIBUTING.md by the file each says it is, as text throughout."""
    blocks = re.findall(r"```yaml\n# data/(\S+)\.yml\n(.*?)```", read("CONTRIBUTING.md"), re.DOTALL)
    # BaseLoader makes nothing but text, lists and mappings.
    return {name: yaml.load(block, yaml.BaseLoader) for name, block in blocks}  # noqa: S506 - texts only


@pytest.mark.parametrize("kind", model.KINDS, ids=lambda kind: kind.folder)
def test_contributing_shows_a_valid_record_with_every_field(kind: type[model.Record]) -> None:
    (name,) = [name for name in examples() if name.startswith(f"{kind.folder}/")]
    example = examples()[name]
    kind.model_validate({"id": name.rpartition("/")[2], **example})
    assert set(example) == set(kind.model_fields) - {"id"}
    assert list(example) == [name for name in order.rank_fields(kind.folder, ()) if name != "id"]


@pytest.mark.parametrize("kind", ledgers.KINDS, ids=lambda kind: kind.name)
def test_contributing_shows_a_valid_list_of_each_kind(kind: type[ledgers.Ledger]) -> None:
    (entries,) = examples()[kind.name].values()
    assert entries
    kind.model_validate(examples()[kind.name])


def test_contributing_shows_every_field_of_every_part() -> None:
    parts = fields.groups_within((*model.KINDS, *ledgers.KINDS))
    assert len(parts) > len(model.KINDS)
    names = {name for part in parts for name in part.model_fields} - {"id"}
    assert names - set(keys(list(examples().values()))) == set()


def keys(value: Any) -> Iterator[str]:
    """Every key anywhere in `value`."""
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from keys(item)


def test_a_checkout_has_the_same_bytes_on_every_system() -> None:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    command = ["git", "check-attr", "--stdin", "-z", "text", "eol"]
    said = subprocess.run(command, cwd=ROOT, input=names, capture_output=True, check=True).stdout
    fields = said.decode().split("\0")
    values: dict[str, dict[str, str]] = {}
    for name, attribute, value in zip(fields[0::3], fields[1::3], fields[2::3], strict=False):
        values.setdefault(name, {})[attribute] = value
    assert {".ci/run", "data/removed.yml"} <= values.keys()
    assert [
        name for name, one in values.items() if one["text"] != "unset" and one["eol"] != "lf"
    ] == []
