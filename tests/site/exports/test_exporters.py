"""The registry of exports: every module of the package is in it, and each is written once."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import pytest

from atlas.site import exports

MODULES = [module.name for module in iter_modules(exports.__path__)]


def test_there_are_exports() -> None:
    assert {"explore", "sitemap", "tables"} < {*MODULES}


@pytest.mark.parametrize("name", MODULES)
def test_every_module_is_listed_by_its_files(name: str) -> None:
    module = import_module(f"{exports.__name__}.{name}")
    assert module.files in exports.EXPORTERS.values(), "list it in site/exports/__init__.py"


def test_every_export_has_a_module_of_its_own() -> None:
    assert len(exports.EXPORTERS) == len(MODULES)
