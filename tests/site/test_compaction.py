"""What pages load of ours says the same in fewer bytes, and nothing else is touched."""

from __future__ import annotations

import pytest

from atlas.site import compaction


@pytest.mark.parametrize(
    ("path", "content", "shorter"),
    [
        (
            "assets/javascripts/atlas-a.js",
            "/* What it does. */\nfunction a() {\n  return `b  // c`; // why\n}\n",
            "function a(){return`b  // c`;}",
        ),
        (
            "assets/stylesheets/atlas.css",
            '/* A rule. */\n.a > b {\n  content: "a  b";\n  margin: 1px 2px;\n}\n',
            '.a>b{content:"a  b";margin:1px 2px}',
        ),
        ("assets/maps/atlas-map.css", "/* A rule. */\n.a {\n  top: 0;\n}\n", ".a{top:0}"),
    ],
)
def test_comments_and_blanks_are_not_sent(path: str, content: str, shorter: str) -> None:
    assert compaction.shorten(path, content.encode()).decode() == shorter


@pytest.mark.parametrize(
    "path", ["assets/maps/leaflet.js", "assets/javascripts/other.js", "assets/images/atlas.png"]
)
def test_what_is_not_ours_stays_as_it_is(path: str) -> None:
    content = b"/* A licence. */  a  "
    assert compaction.shorten(path, content) == content
