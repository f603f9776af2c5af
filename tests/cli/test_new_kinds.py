"""`atlas new` knows bodies that are no town: of many countries, or of a kind of their own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from atlas.checks import load
from atlas.cli.main import main
from tests.checks.minimal import FOLDER


def _new_actor(data: Path, name: str, *answers: str) -> None:
    source = ("Its page", "", "", "The body", "", "")
    given = "".join(f"{answer}\n" for answer in ("", name, *answers[:2], *source, *answers[2:]))
    result = CliRunner().invoke(main, ["new", "actor", "--data", str(data)], input=given)
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize(
    ("name", "answers", "id_", "kind", "countries"),
    [
        ("European Union", ("multilateral", "none of these"), "european-union", None, []),
        ("Benelux Union", ("Multilateral organisation", "17"), "benelux-union", None, []),
        ("Meuse", ("multilateral", "joint-commission"), "meuse", "joint-commission", []),
        ("Hill clinic", ("other-public-sector", "Hospital"), "hill-clinic", "hospital", ["BE"]),
        ("Hill County", ("local-government", "department"), "hill-county", "department", ["BE"]),
    ],
)
def test_a_body_of_many_countries_needs_none(
    tmp_path: Path,
    name: str,
    answers: tuple[str, ...],
    id_: str,
    kind: str | None,
    countries: list[str],
) -> None:
    data = Path(shutil.copytree(FOLDER, tmp_path / "data"))
    _new_actor(data, name, *answers, "", *countries, "", "", "y")
    loaded = load.read(data)
    actor = loaded.records.actors[id_]
    assert (actor.kind, actor.countries) == (kind, countries)
    assert [one for one in loaded.problems if one.severity == "error"] == []
