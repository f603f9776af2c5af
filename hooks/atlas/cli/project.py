"""What mkdocs.yml says of the project: the site's address, where its files are kept, and all that a
build would be told, without its host."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml.constructor import ConstructorError

from atlas.cli.error_messages import CommandError
from atlas.i18n.messages import msg
from atlas.site import mkdocs_settings
from atlas.site.config import SiteConfig


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


@dataclass
class _Language:
    """A language of the list in mkdocs.yml, as the host reads it."""

    locale: str
    name: str
    link: str = ""
    build: bool = True
    default: bool = False
    site_name: str | None = None
    site_description: str | None = None
    site_author: str | None = None


def read_addresses(config: Path) -> tuple[str, str]:
    """The site's address, and the repository's, as the file `config` states them.

    Raises CommandError if it cannot be read or states none.
    """
    try:
        stated = _read(config)
        return str(stated["site_url"]), str(stated["extra"]["repository"])
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        message = msg("{file} states no address: {reason}", file=str(config), reason=str(error))
        raise CommandError(message) from error


def read_site(config: Path) -> SiteConfig:
    """What a build of the site would be told by the file `config`; share cards are not made.

    Raises CommandError if it cannot be read.
    """
    try:
        stated = _read(config)
        listed = next(one["i18n"] for one in stated["plugins"] if "i18n" in one)["languages"]
        languages = [_Language(**_known(one)) for one in listed]
        values = {"site_author": "", "site_description": "", **stated}
        return mkdocs_settings.read(values, languages, None)
    except (
        *(OSError, yaml.YAMLError, KeyError, TypeError, StopIteration),
        mkdocs_settings.SettingsError,
    ) as error:
        message = msg("{file} cannot be used: {reason}", file=str(config), reason=str(error))
        raise CommandError(message) from error


def _known(stated: Mapping[str, Any]) -> dict[str, Any]:
    return {name: stated[name] for name in _Language.__dataclass_fields__ if name in stated}


def _read(config: Path) -> dict[str, Any]:
    text = config.read_text("utf-8")
    stated: dict[str, Any] = yaml.load(text, _Loader)  # noqa: S506 - _Loader is a SafeLoader
    return stated
