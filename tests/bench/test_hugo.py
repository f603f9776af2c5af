"""Hugo makes our pages: as many, in our frame, with our rows, names and dates."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.bench.case import Case
from tests.bench.cost import FailedError
from tests.bench.entry import Entry
from tests.bench.hugo import equal, given, stage
from tests.bench.hugo.given import GivenTable
from tests.bench.output import is_embed
from tests.bench.sizes import SIZES
from tests.bench.stages import require_site
from tests.site_languages import DIRECTIONS, PREFIXES

pytestmark = pytest.mark.languages("ar")

SCRIPTS = re.compile(r"<script.*?</script>", re.DOTALL)
BLANK = re.compile(r"\s+")


@pytest.fixture(scope="module")
def measuring(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A small atlas with a register, its site, and Hugo's."""
    case = Case(SIZES["tiny"], tmp_path_factory.mktemp("hugo"), ",".join(DIRECTIONS))
    case.write()
    require_site(case)
    return case


@pytest.fixture(scope="module")
def built(measuring: Case) -> list[Entry]:
    return [one for one in stage.measure(measuring) if isinstance(one, Entry)]


def page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text("utf-8")


def frame(text: str) -> str:
    head, _, rest = text.partition("<article")
    return BLANK.sub(" ", head + rest.partition("</article>")[2])


def test_pages_and_rows_are_as_many(measuring: Case, built: list[Entry]) -> None:
    theirs = measuring.folder / "hugo-site"
    assert equal.differences(measuring.site, theirs) == []
    pages = measuring.site.rglob("index.html")
    assert built[0].pages == sum(not is_embed(page) for page in pages)
    heaviest = page(measuring.site, "countries/cz").count("<tr")
    assert heaviest > 10
    assert page(theirs, "countries/cz").count("<tr") == heaviest


@pytest.mark.parametrize("language", DIRECTIONS)
def test_the_frame_is_ours(measuring: Case, built: list[Entry], language: str) -> None:
    assert built
    address = f"{PREFIXES[language]}cooperations/cooperation-2"
    theirs = page(measuring.folder / "hugo-site", address)
    assert frame(theirs) == frame(page(measuring.site, address))


@pytest.mark.parametrize("language", DIRECTIONS)
def test_hugo_joins_the_records(measuring: Case, built: list[Entry], language: str) -> None:
    """The partners of a cooperation lead to their pages, by the names that ours have."""
    assert built
    address = f"{PREFIXES[language]}cooperations/cooperation-2"
    party = re.compile(r'<span class="atlas-party"><a href="([^"]+)">([^<(]+)')
    ours, theirs = (
        [(link, name.strip()) for link, name in party.findall(page(site, address))]
        for site in (measuring.site, measuring.folder / "hugo-site")
    )
    assert len(ours) > 1
    assert theirs == ours


def test_nothing_is_left_unsaid(measuring: Case, built: list[Entry]) -> None:
    """No template asks for a word that is not there, and no data is written as Go prints it."""
    assert built
    for address in ("cooperations/cooperation-2", "actors/town-1", "themes/theme-1"):
        text = SCRIPTS.sub("", page(measuring.folder / "hugo-site", address))
        assert "map[" not in text
        assert not re.search(r"<(h1|h2|dt|a [^>]*)></", text)


def test_structured_data_is_well_formed(measuring: Case, built: list[Entry]) -> None:
    assert built
    text = page(measuring.folder / "hugo-site", "cooperations/cooperation-2")
    (said,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    assert len(json.loads(said)["member"]) > 1


def test_other_pages_are_no_comparison(
    measuring: Case, built: list[Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert built
    monkeypatch.setattr(
        equal, "differences", lambda ours, theirs: ["a/ has 2 rows, and 1 by Hugo."]
    )
    with pytest.raises(FailedError, match="has 2 rows"):
        list(stage.measure(measuring))


def test_differences_are_told(tmp_path: Path) -> None:
    for name, text in {
        "ours/a": "<tr><tr>",
        "ours/b": "",
        "theirs/a": "<tr>",
        "theirs/c": "",
    }.items():
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "index.html").write_text(text)
    assert equal.differences(tmp_path / "ours", tmp_path / "theirs") == [
        "Hugo has no b/index.html.",
        "Hugo alone has c/index.html.",
        "a/index.html has 2 rows, and 1 by Hugo.",
    ]


def test_rows_are_told_by_what_they_lead_to(tmp_path: Path) -> None:
    """A row of a cooperation, two of a tie, and one that Hugo cannot join."""
    row = '<tr><th><a href="../../{}">x</a></th>{}</tr>\n'
    plain = "<tr><td>12</td></tr>\n"
    table = (
        "<article><h1>A</h1><table><thead><tr></thead><tbody>"
        + row.format("cooperations/k/", "")
        + row.format("places/b/", "<td><details></details></td>")
        + row.format("places/b/#a-b", '<td><a href="../../actors/c/">c</a></td>')
        + plain
        + "</tbody></table></article>"
    )
    file = tmp_path / "places" / "a" / "index.html"
    file.parent.mkdir(parents=True)
    file.write_text(table)
    (found,) = given.pages(tmp_path, "", [""], {"a-b", "b-c"})
    rows = ["c:k", "t:a-b:a:?", "t:b-c:-:", plain]
    assert found.tables == [GivenTable("<thead><tr></thead><tbody>", rows)]
