"""`atlas forms`: the issue forms, in step with what they ask."""

from __future__ import annotations

from pathlib import Path

import click

from atlas.cli import generated
from atlas.editing.forms import templates
from atlas.i18n.languages import SOURCE_LANGUAGE, Language, codes

_TEMPLATES = Path(".github") / "ISSUE_TEMPLATE"


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; fail if they are out of date.")
def forms(check: bool) -> None:
    """Write the issue forms in every language, for people who send no files."""
    languages = [Language(code, "") for code in (SOURCE_LANGUAGE, *codes())]
    generated.update(_TEMPLATES, templates.render(languages), check, "forms")
