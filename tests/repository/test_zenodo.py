"""What an archive of research data is told of the atlas, in the form that Zenodo reads."""

from __future__ import annotations

import json

from tests.conftest import ROOT
from tests.site_languages import AUTHOR

SAID = json.loads((ROOT / ".zenodo.json").read_text("utf-8"))

FIELDS = {
    *("title", "description", "upload_type", "access_right", "license", "creators"),
    *("keywords", "related_identifiers"),
}
"""Of the fields that Zenodo knows those that stand here; it refuses any other
(zenodo.org/schemas/deposits/records/legacyrecord.json)."""


def test_it_has_only_fields_that_zenodo_knows_and_all_that_it_needs() -> None:
    assert SAID.keys() == FIELDS
    assert SAID["upload_type"] == "dataset"
    assert SAID["access_right"] == "open"
    assert SAID["license"] == "CC-BY-4.0"


def test_it_names_those_together_who_wrote_the_atlas() -> None:
    assert SAID["creators"] == [{"name": AUTHOR}]


def test_what_it_relates_to_is_the_site() -> None:
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    for one in SAID["related_identifiers"]:
        assert one.keys() == {"identifier", "relation", "scheme"}
        assert (one["relation"], one["scheme"]) == ("isSupplementTo", "url")
        assert f'"{one["identifier"]}"' in config
