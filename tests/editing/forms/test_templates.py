"""The issue forms are there in every language, and are what GitHub takes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from atlas.cli.main import main
from atlas.editing.forms.issue_forms import ISSUE_FORMS
from atlas.editing.forms.templates import render
from atlas.i18n.languages import Language
from tests.conftest import ROOT
from tests.site_languages import LANGUAGES

FOLDER = ROOT / ".github" / "ISSUE_TEMPLATE"
FORMS = render(Language(code, "") for code in LANGUAGES)


def test_the_forms_are_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = CliRunner().invoke(main, ["forms", "--check"])
    assert done.output == ""
    assert done.exit_code == 0


def test_a_form_that_is_out_of_date_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["forms"]).exit_code == 0
    (tmp_path / ".github/ISSUE_TEMPLATE/ended.fr.yml").write_text("name: old\n")
    done = CliRunner().invoke(main, ["forms", "--check"])
    assert done.exit_code == 1
    assert "ended.fr.yml is out of date. Run: .venv/bin/atlas forms" in done.output


def test_every_form_is_there_in_every_language() -> None:
    expected = {f"{form.id}.{code}.yml" for form in ISSUE_FORMS for code in LANGUAGES}
    assert {path.name for path in FOLDER.glob("*.yml")} == expected | {"config.yml"}


@pytest.mark.parametrize("name", sorted(FORMS))
def test_a_form_keeps_githubs_rules(name: str) -> None:
    form: dict[str, Any] = yaml.safe_load(FORMS[name])
    assert len(form["description"]) <= 200
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert fields
    labels = [field["attributes"]["label"] for field in fields]
    assert len(set(labels)) == len(labels), "two questions could not be told apart"
    for field in fields:
        options = field["attributes"].get("options", [])
        assert len(set(options)) == len(options)
        assert bool(options) == (field["type"] == "dropdown")


@pytest.mark.parametrize("name", sorted(FORMS))
def test_a_form_begins_with_what_becomes_of_the_answers(name: str) -> None:
    first, *fields = yaml.safe_load(FORMS[name])["body"]
    assert first["type"] == "markdown"
    assert "CC BY 4.0" in first["attributes"]["value"]
    assert "markdown" not in {field["type"] for field in fields}


def test_no_two_forms_have_one_name() -> None:
    names = [yaml.safe_load(text)["name"] for text in FORMS.values()]
    assert len(set(names)) == len(names)
