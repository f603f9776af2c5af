"""What mkdocs.yml says of the project: the site's address, and where its files are kept."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml
from yaml.constructor import ConstructorError

from atlas.cli.error_messages import CommandError
from atlas.i18n.messages import msg


class _Loader(yaml.SafeLoader):
    """Reads `!ENV [NAME, default]` as MkDocs does, and knows no other tag."""


def _read_variable(loader: _Loader, node: yaml.Node) -> str:
    """The first variable that is set; else the last of several, which is the default."""
    is_list = isinstance(node, yaml.SequenceNode)
    names: list[str] = [each.value for each in node.value] if is_list else [node.value]
    *variables, default = names if len(names) > 1 else (*names, "")
    if value := next(filter(None, map(os.environ.get, variables)), default):
        return str(value)
    raise ConstructorError(None, None, f"{', '.join(variables)} is not set", node.start_mark)


_Loader.add_constructor("!ENV", _read_variable)


def read_addresses(config: Path) -> tuple[str, str]:
    """The site's address, and the repository's, as the file `config` states them.

    Raises CommandError if it cannot be read or states none.
    """
    try:
        text = config.read_text("utf-8")
        stated: dict[str, Any] = yaml.load(text, _Loader)  # noqa: S506 - _Loader is a SafeLoader
        return str(stated["site_url"]), str(stated["extra"]["repository"])
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        message = msg("{file} states no address: {reason}", file=str(config), reason=str(error))
        raise CommandError(message) from error
