"""`atlas forms`: the issue forms, in step with what they ask."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.editing.forms import templates
from atlas.i18n.languages import SOURCE_LANGUAGE, Language, codes
from atlas.i18n.problem import COMMAND

_TEMPLATES = Path(".github") / "ISSUE_TEMPLATE"


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; fail if they are out of date.")
def forms(check: bool) -> None:
    """Write the issue forms in every language, for people who send no files."""
    languages = [Language(code, "") for code in (SOURCE_LANGUAGE, *codes())]
    if not check:
        templates.write(_TEMPLATES, languages)
        return
    for name in (found := templates.find_stale(_TEMPLATES, languages)):
        click.echo(f"{_TEMPLATES / name} is out of date. Run: {COMMAND} forms")
    if found:
        raise SystemExit(1)
