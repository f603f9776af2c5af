"""The `atlas` command."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword

import click

from atlas.cli import localized

_COMMANDS = (
    *(
        "check",
        "fmt",
        "new",
        "rename",
        "remove",
        "gate",
        "match",
        "print",
        "upkeep",
        "schema",
        "review",
        "propose",
    ),
    *("translations", "catalogues", "forms", "start", "import", "offline", "release"),
)
"""The commands, each in the module of `atlas.cli.commands` that is called like it."""


class _WhenAsked(localized.LocalizedGroup):
    """Commands that are imported when they are run: one draws maps, another asks a name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        found = vars(import_module(f"atlas.cli.commands.{module}")).values()
        commands = (each for each in found if isinstance(each, click.Command))
        return next(each for each in commands if each.name == cmd_name)


@click.group(cls=_WhenAsked)
def main() -> None:
    """Keep the records of the atlas in order."""
