"""Every recipe of CONTRIBUTING.md does what it says, in every language: each is carried out."""

from __future__ import annotations

import re
import shlex
import shutil
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from atlas.checks import load
from atlas.cli.main import main
from atlas.editing import translation_status
from atlas.files import formatter, reader, strict_yaml
from atlas.graph.beginnings import start_of
from atlas.graph.leaving import find_leaving
from atlas.graph.parties import predecessors
from atlas.graph.relate import relate
from atlas.i18n.languages import SOURCE_LANGUAGE
from atlas.lookup.finder import Finder
from atlas.model import Cooperation, Records
from atlas.model.vocabulary import Removed
from tests.cli.test_new import TWINNING
from tests.conftest import ROOT
from tests.repository import contributing
from tests.site_languages import LANGUAGES

_HERE = ROOT / "tests"

_HERE_CALLED = {
    "riverton-port-azul": "hill-dale",
    "riverton-international": "hill-page",
    "riverton-council-2021": "council-minutes",
    "gazette-2019": "hill-page",
    "riverton-azul": "hill-fen",
}
"""What the records of the recipes are called among those of the case."""


def _text(recipe: contributing.Section) -> str:
    text = recipe.text
    for there, here in _HERE_CALLED.items():
        text = re.sub(rf"\b{there}\b(?!-)", here, text)
    return text


def _blocks(recipe: str) -> list[str]:
    """What the recipe shows to be written, block after block."""
    blocks = [textwrap.dedent(one) for one in re.findall(r"```yaml\n(.*?)```", recipe, re.DOTALL)]
    assert [fault for one in blocks for fault in strict_yaml.parse(one).faults] == []
    return blocks


def _fields(recipe: str) -> dict[str, Any]:
    """The fields that the recipe's first block gives a record, as text throughout."""
    return _loaded(_blocks(recipe)[0])


def _loaded(block: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(block, yaml.BaseLoader)  # noqa: S506 - nothing but text
    return found


def _commands(recipe: str) -> list[list[str]]:
    """The `atlas` commands of the recipe, in its blocks and in its sentences."""
    found = re.findall(r"^\.venv/bin/atlas (.+)$|`\.venv/bin/atlas ([^`]+)`", recipe, re.M)
    return [shlex.split(block or sentence) for block, sentence in found]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(_HERE / "cases" / "whole" / "data", tmp_path / "data"))


def _atlas(data: Path, *arguments: str, given: str = "") -> Result:
    result = CliRunner().invoke(main, [*arguments, "--data", str(data)], input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def _run(data: Path, recipe: str, given: str = "") -> str:
    """Run the recipe's commands, all of which must succeed; what they print."""
    said = ""
    commands = _commands(recipe)
    assert commands
    for command in commands:
        named = [re.sub("^data/", f"{data}/", word) for word in command]
        result = _atlas(data, *named, given=given)
        assert result.exit_code == 0, result.output
        said += result.output
    return said


def _write(data: Path, record: str, fields: dict[str, Any]) -> None:
    """Give a record those fields, as an editor would."""
    file = data / f"{record}.yml"
    value = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - nothing but text
    text = formatter.dump({**value, **fields}, record.partition("/")[0])
    file.write_text(text, "utf-8")


def _records(data: Path) -> Records:
    loaded = load.read(data)
    assert [str(each) for each in loaded.problems if each.severity == "error"] == []
    return loaded.records


def add(data: Path, recipe: str) -> None:
    _run(data, recipe, "".join(f"{answer}\n" for answer in TWINNING.values()))
    assert _records(data).cooperations["hill-riverton"].form == "twinning"


def give_a_place_its_point(data: Path, recipe: str) -> None:
    place = data / "places" / "riverton.yml"
    place.write_text("names: {en: Riverton}\ntype: municipality\ncountries: [BE]\n", "utf-8")
    source = "title: {lang: en, text: GeoNames}\nlanguage: en\n"
    (data / "sources" / "geonames.yml").write_text(source, "utf-8")
    _write(data, "places/riverton", _fields(recipe))
    _run(data, recipe)
    point = _records(data).places["riverton"].coordinates
    assert point is not None
    assert (point.lat, point.exactness, point.source) == (50.85, "approximate", "geonames")


def correct(data: Path, recipe: str) -> None:
    _write(data, "cooperations/hill-dale", _fields(recipe))
    _run(data, recipe)
    (claim,) = _records(data).cooperations["hill-dale"].claims
    assert (claim.field, claim.source, claim.rank) == (
        "dates.actual_start",
        "hill-page",
        "deprecated",
    )


def end(data: Path, recipe: str) -> None:
    _atlas(data, "new", "source", given="Council minutes\n\n\n\n\n\n\ny\n")
    ended, sources = _blocks(recipe)
    _write(data, "cooperations/hill-dale", _loaded(ended) | _loaded(sources))
    _run(data, recipe)
    cooperation = _records(data).cooperations["hill-dale"]
    assert cooperation.dates is not None
    assert [each.source for each in cooperation.sources] == ["hill-page", "council-minutes"]
    assert (str(cooperation.dates.actual_end), cooperation.status.code) == ("2021-06", "closed")


def _as_here(recipe: str) -> str:
    """The recipe with the actors of the case."""
    for there, here in (("greater-riverton", "fen"), ("port-azul", "dale"), ("riverton", "hill")):
        recipe = re.sub(rf"\b{there}\b(?!-)", here, recipe)
    return recipe


def _change(data: Path, recipe: str, **also: Any) -> Cooperation:
    """The cooperation with the fields of the recipe and others; nothing is said of it."""
    _write(data, "cooperations/hill-dale", {**_fields(recipe), **also})
    assert "hill-dale" not in _run(data, recipe)
    return _records(data).cooperations["hill-dale"]


def leave(data: Path, recipe: str) -> None:
    cooperation = _change(data, _as_here(recipe))
    there = [(one.actor, str(one.since), str(one.until)) for one in cooperation.parties]
    assert there[:2] == [("hill", "None", "2015"), ("hill", "2019-03", "None")]
    assert find_leaving(_records(data), cooperation) is None


def merge(data: Path, recipe: str) -> None:
    lifetime, parties = map(_loaded, _blocks(_as_here(recipe)))
    _write(data, "actors/hill", lifetime)
    assert "has not left a cooperation that went on" in _run(data, recipe)
    _write(data, "cooperations/hill-dale", parties)
    assert "hill-dale" not in _run(data, recipe)
    atlas = relate(_records(data))
    assert atlas.lives.predecessors["actors"] == {"fen": ("hill",)}
    assert predecessors(atlas.records.cooperations["hill-dale"], "fen") == ["hill"]


def get_another_name(data: Path, recipe: str) -> None:
    _write(data, "actors/hill", _fields(recipe))
    _run(data, recipe)
    finder = Finder(reader.read(data)[0])
    for name in ("Town of Riverton", "Town of New Riverton"):
        assert finder.find_called("actors", name) == ["hill"]


def decide(data: Path, recipe: str) -> None:
    cooperation = _change(data, recipe, dates={})
    assert [str(one.decided) for one in cooperation.agreements] == ["2013-11"]
    assert start_of(cooperation) is None


def take_another_form(data: Path, recipe: str) -> None:
    cooperation = _change(data, recipe)
    assert [one.form for one in cooperation.earlier_forms] == ["friendship"]
    assert cooperation.form == "twinning"


def suspend(data: Path, recipe: str) -> None:
    status = _change(data, recipe).status
    assert (status.code, str(status.since)) == ("suspended", "2022-03-02")
    assert status.reason


def rename(data: Path, recipe: str) -> None:
    said = _run(data, recipe)
    assert "its old address will lead to the new one" in said
    records = _records(data).cooperations
    assert records["riverton-puerto-azul"].previous_ids == ["hill-dale"]
    assert "hill-dale" not in records


def remove(data: Path, recipe: str) -> None:
    kept = data / "cooperations" / "hill-fen.yml"
    kept.rename(data / "cooperations" / "riverton-market-day.yml")
    _write(data, "cooperations/hill-dale", _fields(recipe))
    _run(data, recipe, f"{[*Removed].index(Removed.NOT_A_COOPERATION) + 1}\nyes\n")
    assert _records(data).cooperations["hill-dale"].previous_ids == ["hill-fen"]
    assert "riverton-market-day" not in _records(data).cooperations
    (shown,) = _loaded(_blocks(recipe)[1])["records"]
    (written,) = _loaded((data / "removed.yml").read_text("utf-8"))["records"]
    assert {**written, "date": ""} == {**shown, "date": ""}
    (data / "actors" / "hill.yml").unlink()
    result = _atlas(data, "check")
    assert result.exit_code == 1
    assert re.search(r'cooperations/hill-dale\.yml:\d+:\d+  actor "hill"', result.output)


def keep_a_dead_source(data: Path, recipe: str) -> None:
    (data / "dead-links.yml").write_text(_blocks(recipe)[0], "utf-8")
    assert _atlas(data, "check").exit_code == 0


def say_how_many_ties_others_count(data: Path, recipe: str) -> None:
    (data / "totals.yml").write_text(_blocks(recipe)[0], "utf-8")
    source = "title: {lang: en, text: Our rivers}\nlanguage: en\n"
    (data / "sources" / "association-of-river-towns.yml").write_text(source, "utf-8")
    assert "association" not in _atlas(data, "check").output
    (total,) = _records(data).totals
    assert (total.where, total.ties, total.approximate) == ("PT", 1200, True)


def translate(data: Path, recipe: str) -> None:
    _write(data, "cooperations/hill-dale", _fields(recipe))
    said = _run(data, recipe)
    cooperation = _records(data).cooperations["hill-dale"]
    assert cooperation.translations == {"en": "original", "nl": "human"}
    assert set(cooperation.title) == {"en", "nl"}
    assert "hill-dale.yml: nl lacks status.evidence" in said
    assert cooperation.originals == {"nl": translation_status.fingerprint(cooperation)}


_RUN: dict[str, Callable[[Path, str], None]] = {
    "Add": add,
    "Give a place its point": give_a_place_its_point,
    "Correct": correct,
    "End": end,
    "Leave, and come back": leave,
    "Merge, split or dissolve": merge,
    "Get another name": get_another_name,
    "Decide, then sign": decide,
    "Take another form": take_another_form,
    "Suspend": suspend,
    "Rename": rename,
    "Remove": remove,
    "Keep a dead source": keep_a_dead_source,
    "Say how many ties others count": say_how_many_ties_others_count,
    "Translate": translate,
}
"""By the English name of the recipe; in other languages they stand in the same order."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", _RUN)
def test_a_recipe_does_what_it_says(name: str, language: str, data: Path) -> None:
    number = list(_RUN).index(name)
    _RUN[name](data, _text(contributing.recipes(language)[number]))


def test_every_recipe_is_run() -> None:
    assert list(_RUN) == [one.title for one in contributing.recipes(SOURCE_LANGUAGE)]
