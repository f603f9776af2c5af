"""What tests of the data set share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frozen_records import REGISTERS, RICH
from tests.site.dataset import made


@pytest.fixture(scope="session", params=[REGISTERS, RICH], ids=["registers", "rich"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the data set of frozen records: of those with registers, and of the rich."""
    found = tmp_path_factory.mktemp("dataset")
    for name, content in made.files_of(request.param).items():
        (found / name).write_bytes(content)
    return found
