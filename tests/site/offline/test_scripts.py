"""Modules as classic scripts, and the files that scripts read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from atlas.site import compaction
from atlas.site.offline import scripts
from atlas.site.offline.scripts import ScriptError
from tests.conftest import ROOT

OURS = sorted((ROOT / "overrides/assets/javascripts").glob("*.js"))

MODULE = """\
import { lines } from "./atlas-csv.js";
export const MEDIA = "text/csv";
export async function load(name) {
  return (await import("./other.js"))[name](import.meta.url, lines);
}
class Own {}
"""


@pytest.mark.parametrize("shorter", [True, False])
def test_a_module_says_what_it_needs_and_gives(shorter: bool) -> None:
    name = "atlas-new.js"
    content = MODULE.encode()
    path = f"assets/javascripts/{name}"
    text = (compaction.shorten(path, content) if shorter else content).decode()
    classic = scripts.convert(name, text)
    assert classic.startswith('atlasOffline.module(["./atlas-csv.js"],async(_exported,')
    assert "Object.assign(_exported,{MEDIA,load});" in classic
    assert '_load("./other.js")' in classic
    assert "import" not in classic
    assert "export " not in classic


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.stem)
def test_every_script_of_the_site_has_a_form_that_is_known(file: Path) -> None:
    assert scripts.convert(file.name, file.read_text("utf-8"))


@pytest.mark.parametrize(
    "statement",
    [
        'import * as all from "./other.js";',
        'import one from "./other.js";',
        "export default 1;",
        "const a = 1;\nexport { a };",
        "console.log(import.meta.env);",
    ],
)
def test_what_is_not_known_stops_it(statement: str) -> None:
    with pytest.raises(ScriptError, match=r"atlas-new\.js"):
        scripts.convert("atlas-new.js", statement)


def test_a_file_keeps_its_text() -> None:
    text = '{"a": "</script>\\u2028 \u2028 «»\\\\"}\n'
    held = scripts.hold(text)
    assert json.loads(held.removeprefix("atlasOffline.file(").removesuffix(");\n")) == text
