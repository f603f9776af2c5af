"""Every rule has records that break it, and says exactly this of them."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas import checks
from atlas.checks import load, rules
from atlas.checks.context import CheckContext, gather_records
from atlas.checks.rule import CROSS_RECORD, IN_CONTEXT, PER_RECORD
from atlas.checks.schema_errors import validate
from atlas.files import reader
from atlas.files.document import Document
from atlas.lookup.suggester import Suggester
from atlas.model import KINDS
from tests.checks.minimal import FOLDER, OUTLINES, TODAY, cases, said_of

RULES = (*PER_RECORD, *IN_CONTEXT, *CROSS_RECORD)
_FILES = ("rules", "codes", "money", "origins", "lives")
_RULES = [case for name in _FILES for case in cases(f"{name}.yml")]
_COMPLAINTS = cases("complaints.yml") + cases("refusals.yml")


@pytest.mark.parametrize("case", _RULES + _COMPLAINTS, ids=lambda case: case["name"])
def test_what_is_said_of_a_broken_record(case: dict[str, Any], tmp_path: Path) -> None:
    assert said_of(tmp_path / "data", case["changes"]) == case["said"]


@pytest.mark.parametrize("case", _RULES, ids=lambda case: case["name"])
def test_rules_of_single_records_look_at_nothing_else(case: dict[str, Any], tmp_path: Path) -> None:
    """That a record keeps them is remembered, whatever day it is and whatever others say."""
    said_of(tmp_path / "data", case["changes"])
    documents, _ = reader.read(tmp_path / "data")
    by_id = {(document.folder, document.id): document for document in documents}
    suggester = Suggester({}, lambda: documents)
    made = (validate.record(document, suggester)[0] for document in documents)
    records = gather_records(record for record in made if record is not None)
    context = CheckContext(
        documents, by_id, by_id.keys(), records, records, OUTLINES, suggester, TODAY
    )
    blind = replace(context, ids=frozenset(), known=gather_records([]), today=None)
    for rule in PER_RECORD:
        assert [*rule(blind)] == [*rule(context)]


def test_nothing_is_said_of_sound_records(tmp_path: Path) -> None:
    assert said_of(tmp_path / "data", []) == ""


def test_every_rule_has_a_record_that_breaks_it() -> None:
    broken = {case["name"] for case in _RULES if case["said"]}
    assert {rule.__name__ for rule in RULES} - {"ties_can_be_drawn"} == broken


def test_parties_joined_by_thousands_of_lines_are_refused(tmp_path: Path) -> None:
    towns = {side: [f"{side}-{number}" for number in range(71)] for side in ("hill", "dale")}
    changes = [
        {"in": f"places/{town}.yml", "like": f"places/{side}.yml"}
        for side, of_side in towns.items()
        for town in of_side
    ]
    for side, of_side in towns.items():
        new = f"territory: [{', '.join([side, *of_side])}]"
        changes.append({"in": f"actors/{side}.yml", "old": f"seat: {side}", "new": new})
    assert said_of(tmp_path / "data", changes) == (
        "data/cooperations/hill-dale.yml:9:3  the parties are joined by 5184 lines; expected at "
        "most 5000. Give the parties of one side the same letter, or members the role member.\n"
    )


@pytest.mark.parametrize(
    ("form", "hill", "dale"),
    [
        ("network", "network", "member"),
        ("network-membership", "member", "network"),
        ("dialogue", "chair", "participant"),
        ("programme", "participant", "participant"),
        ("technical-assistance", "provider", "beneficiary"),
        ("technical-assistance", "implementing", "beneficiary"),
        ("programme", "lead", "partner"),
    ],
)
def test_nothing_is_said_where_a_line_is_drawn_or_roles_say_there_is_no_tie(
    tmp_path: Path, form: str, hill: str, dale: str
) -> None:
    of = {"in": "cooperations/hill-dale.yml"}
    changes = [
        {**of, "old": "form: twinning", "new": f"form: {form}"},
        {**of, "old": "hill, roles: [signatory]", "new": f"hill, roles: [{hill}]"},
        {**of, "old": "dale, roles: [signatory]", "new": f"dale, roles: [{dale}]"},
    ]
    assert said_of(tmp_path / "data", changes) == ""


def test_nothing_is_said_where_the_source_names_no_other_party(tmp_path: Path) -> None:
    of = {"in": "cooperations/hill-dale.yml"}
    changes = [
        {**of, "old": "form: twinning", "new": "parties_open: true\nform: programme"},
        {**of, "old": "hill, roles: [signatory]", "new": "hill, roles: [provider]"},
        {**of, "old": "dale, roles: [signatory]", "new": "dale, roles: [funding]"},
    ]
    assert said_of(tmp_path / "data", changes) == ""


def test_sixty_partners_without_a_lead_are_told_to_have_no_line(tmp_path: Path) -> None:
    towns = [f"town-{number}" for number in range(60)]
    changes = [{"in": f"actors/{town}.yml", "like": "actors/hill.yml"} for town in towns]
    listed = "".join(f"\n  - {{actor: {town}, roles: [partner]}}" for town in towns)
    of = {"in": "cooperations/hill-dale.yml"}
    changes.append({**of, "old": "form: twinning", "new": "form: programme"})
    changes.append(
        {**of, "old": "hill, roles: [signatory], side: a", "new": "hill, roles: [partner]"}
    )
    changes.append(
        {
            **of,
            "old": "dale, roles: [signatory], side: b}",
            "new": f"dale, roles: [partner]}}{listed}",
        }
    )
    assert said_of(tmp_path / "data", changes) == (
        "data/cooperations/hill-dale.yml:9:3  warning: no line joins the parties on the map: so "
        "many would be joined, each to each. Give the one that the others work with the role "
        "lead, those of one side the same letter, or all of them the role member.\n"
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_is_named_by_one_sentence(rule: Callable[..., object]) -> None:
    sentence = rule.__doc__ or ""
    assert sentence.endswith(".")
    assert "\n" not in sentence


@pytest.mark.parametrize(
    "module", [*pkgutil.iter_modules(rules.__path__)], ids=lambda one: one.name
)
def test_every_module_of_rules_has_some_and_all_are_applied(module: pkgutil.ModuleInfo) -> None:
    functions = vars(importlib.import_module(f"{rules.__name__}.{module.name}")).values()
    found = {
        function
        for function in functions
        if inspect.isfunction(function)
        and function.__module__ == f"{rules.__name__}.{module.name}"
        and function.__annotations__ == {"context": "CheckContext", "return": "Iterator[Problem]"}
        and not function.__name__.startswith("_")
    }
    assert found
    assert found <= set(RULES)


def test_every_rule_is_a_function_of_a_module_of_rules() -> None:
    assert {rule.__module__.rpartition(".")[0] for rule in RULES} == {rules.__name__}
    assert len(set(RULES)) == len(RULES)


def _objects(schema: dict[str, Any]) -> list[dict[str, Any]]:
    parts = [schema, *schema.get("$defs", {}).values()]
    return [part for part in parts if "properties" in part]


def test_a_broken_record_is_left_out_and_naming_it_is_no_problem(tmp_path: Path) -> None:
    said = said_of(
        tmp_path / "data", [{"in": "places/hill.yml", "old": "municipality", "new": "town"}]
    )
    assert [line.split(":")[0] for line in said.splitlines()] == ["data/places/hill.yml"]
    documents, _ = reader.read(tmp_path / "data")
    records, _ = checks.check(documents, OUTLINES)
    assert list(records.places) == ["dale"]


def test_without_a_day_to_go_by_nothing_depends_on_it(tmp_path: Path) -> None:
    record = {"in": "cooperations/hill-dale.yml"}
    ended = {"old": "{actual_start: 2014}", "new": "{planned_end: 2015}"}
    undated = {"old": "  as_of: 2020-12-17\n", "new": ""}
    said_of(tmp_path / "data", [{**record, **ended}, {**record, **undated}])
    documents, _ = reader.read(tmp_path / "data")
    assert checks.check(documents, OUTLINES)[1] == []


def test_a_date_of_a_short_year_means_the_same_in_every_build(tmp_path: Path) -> None:
    data = tmp_path / "data"
    start = {"old": "{actual_start: 2014}", "new": "{actual_start: 17/12/68}"}
    said = said_of(data, [{"in": "cooperations/hill-dale.yml", **start}])
    assert 'Did you mean "1968-12-17"?' in said
    documents, _ = reader.read(data)
    (problem,) = checks.check(documents, OUTLINES)[1]
    assert str(problem.hint) == 'Did you mean "2068-12-17"?'


@pytest.mark.parametrize("number", [0, 9])
def test_an_unknown_id_brings_none_that_is_unlike_it(tmp_path: Path, number: int) -> None:
    places = [f"hamlet-{letter}" for letter in "abcdefghi"[:number]]
    copies = [{"in": f"places/{place}.yml", "like": "places/hill.yml"} for place in places]
    naming = {
        "in": "cooperations/hill-dale.yml",
        "old": "themes:",
        "new": f"locations: [{', '.join(['bridges', *places])}]\nthemes:",
    }
    assert said_of(tmp_path / "data", [*copies, naming]) == (
        'data/cooperations/hill-dale.yml:16:13  location "bridges" is not a place. '
        "Correct it, or add data/places/bridges.yml; .venv/bin/atlas new place asks for what it "
        "needs.\n"
    )


@pytest.mark.parametrize(
    ("naming", "also"),
    [
        ("locations: [bridges, bridges]\nthemes:", ""),
        ("locations: [bridges]\nlocation_note: x\nthemes:", ""),
        ("locations:\n  - bridges\n  - dale\n  - bridges\nthemes:", " It stands in line 19 too."),
        (
            "locations:\n  - bridges\n  - bridges\n  - bridges\nthemes:",
            " It stands in lines 18, 19 too.",
        ),
    ],
)
def test_an_unknown_id_is_told_once_in_a_file(tmp_path: Path, naming: str, also: str) -> None:
    change = {"in": "cooperations/hill-dale.yml", "old": "themes:", "new": naming}
    said = said_of(tmp_path / "data", [change])
    (line,) = (line for line in said.splitlines() if '"bridges" is not a place.' in line)
    assert line.endswith(f"asks for what it needs.{also}")


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("Hill.yml", '"Hill" is not an id.'),
        ("hill town.yml", '"hill town" is not an id.'),
        ("hill.yaml", '"hill.yaml" is not a record.'),
        ("hill.YML", '"hill.YML" is not a record.'),
        ("index.yml", 'the id "index" is reserved.'),
        ("-.yml", '"-" is not an id.'),
        ("north/dale.yml", 'id "dale" is taken by data/places/dale.yml.'),
    ],
)
@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("type: regoin", 'Did you mean "region"?'),
        ("type: [", "a value is missing here"),
        ("summary: x", '"summary" is not a field here.'),
        (
            "coordinates: {lat: 50.85, lon: 40.35, exactness: exact, source: hill-page}",
            "does not lie in Belgium (BE)",
        ),
        ("part_of: hil", 'part_of "hil" is not a place.'),
    ],
)
def test_a_wrong_name_hides_nothing_that_the_file_holds(
    name: str, fault: str, content: str, told: str, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    said_of(data, [])
    file = data / "places" / name
    file.parent.mkdir(exist_ok=True)
    kept = "" if content.startswith("type") else "type: municipality\n"
    file.write_text(f"names: {{en: Hill}}\ncountries: [BE]\n{kept}{content}\n", "utf-8")
    said = "\n".join(map(str, load.read(data).problems))
    assert said.count(fault) == 1
    lines = [line for line in said.splitlines() if f"places/{name}:" in line]
    assert len(lines) >= 2
    assert any(told in line for line in lines[1:])


def test_a_record_of_a_misnamed_file_is_found_and_is_no_record(tmp_path: Path) -> None:
    data = tmp_path / "data"
    said_of(data, [])
    (data / "places" / "dale.yml").rename(data / "places" / "Dale.yml")
    loaded = load.read(data)
    errors = [str(problem) for problem in loaded.problems if problem.severity == "error"]
    assert len(errors) == 1, "what names the place is right"
    assert "dale" not in loaded.records.places


@pytest.mark.parametrize("number", [29, 30])
def test_an_unknown_theme_brings_all_the_known_ones_if_they_are_few(
    tmp_path: Path, number: int
) -> None:
    themes = [f"subject-{number:02}" for number in range(number)]
    copies = [{"in": f"themes/{theme}.yml", "like": "themes/health.yml"} for theme in themes]
    naming = {
        "in": "cooperations/hill-dale.yml",
        "old": "[health]",
        "new": f"[health, bridges, {', '.join(themes)}]",
    }
    said = said_of(tmp_path / "data", [*copies, naming])
    everything = f"a theme. There are: health, {', '.join(themes)}. Correct it, or add"
    assert (everything in said) == (number < 30)
    assert said.count("themes/bridges.yml") == 1


_NAMES = st.sampled_from(
    sorted({name for kind in KINDS for part in _objects(kind.model_json_schema())
            for name in part["properties"]} | {"en", "zz"})
)  # fmt: skip
_VALUES = st.recursive(
    st.none() | st.text(max_size=8) | st.sampled_from(["hill", "dale", "2014", "BE", "twinning"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None)
@given(st.dictionaries(_NAMES, _VALUES, max_size=6), st.sampled_from(KINDS))
def test_no_values_make_the_checks_raise(value: dict[str, Any], kind: type[Any]) -> None:
    documents, _ = reader.read(FOLDER)
    odd = Document(f"data/{kind.folder}/odd.yml", kind.folder, "odd", value)
    records, problems = checks.check([*documents, odd], _NO_OUTLINES)
    assert problems or "odd" in getattr(records, kind.folder)


_NO_OUTLINES: dict[str, Any] = {"type": "FeatureCollection", "features": []}
