"""What tests of imports need."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.imports.lists import Atlas


@pytest.fixture
def atlas(tmp_path: Path) -> Atlas:
    """An atlas without any record."""
    return Atlas(tmp_path)
