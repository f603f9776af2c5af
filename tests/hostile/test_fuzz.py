"""Nothing makes the reader or the checks fail, and nothing gets onto a page but as text.

The seeds are run each time, and a few inputs that are always the same. With FUZZ_SECONDS set, as by
`make fuzz`, Hypothesis goes on for so long with new ones.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from atlas import checks
from atlas.files import forbidden_characters, reader
from atlas.model import SLOT_TOKEN
from tests.checks.minimal import OUTLINES
from tests.hostile import records, rendering, target

SECONDS = int(os.environ.get("FUZZ_SECONDS", "0"))

_SEEDS = target.seeds()
_WORDS = target.words()
_BITS = st.sampled_from(
    [
        *(
            "<",
            ">",
            '"',
            "'",
            "&",
            ";",
            "=",
            "/",
            "\\",
            "`",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "%",
            "$",
        ),
        *("#", "!", "-", ":", "|", " ", "evil", "<evil>", "</evil>", " onevil=", "<script>"),
        *("</script>", "</title>", "</style>", "<!--", "-->", "]]>", "<![CDATA[", "<?evil", "&lt;"),
        *("javascript:", "{{", "}}", "{%", "%}", "%s", "%(evil)s", "${", "atlas", "slot", "=1+1"),
        *(
            "\t",
            "\n",
            "\n\n",
            "\u00a0",
            "é",
            "ع",
            "𝄞",
            "&#106;",
            "\\u003c",
            "{0}",
            "{n}",
            "href=",
            "<a href=",
        ),
    ]
)
_TEXTS = st.lists(_BITS | st.characters(codec="utf-8"), min_size=1, max_size=20).map("".join)


def examples(number: int) -> settings:
    """So many, always the same; or new ones each time, where there is time for them."""
    return settings(
        max_examples=number,
        derandomize=not SECONDS,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


def again(tried: Callable[[], None], seconds: float) -> None:
    """Try it once, and then for as long as there is time."""
    end = time.monotonic() + seconds
    tried()
    while time.monotonic() < end:
        tried()


@pytest.mark.parametrize("seed", _SEEDS, ids=range(len(_SEEDS)))
def test_a_seed_is_read_and_checked(seed: bytes) -> None:
    target.check(seed)


def test_no_change_of_a_record_makes_the_checks_fail() -> None:
    tried = 0

    @examples(100)
    @given(
        st.sampled_from(_SEEDS),
        st.lists(
            st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(_WORDS) | st.text()),
            min_size=1,
            max_size=5,
        ),
    )
    def changed(seed: bytes, changes: list[tuple[float, int, str]]) -> None:
        nonlocal tried
        tried += 1
        for where, length, new in changes:
            at = 1 + int(where * (len(seed) - 1))
            seed = seed[:at] + new.encode("utf-8", "surrogatepass") + seed[at + length :]
        target.check(seed)

    again(changed, SECONDS / 3)
    print(f"{tried} changed records were read and checked.")


def test_no_text_gets_onto_a_page_but_as_text(usual: rendering.Usual) -> None:
    rendered = 0

    @examples(5)
    @given(st.lists(_TEXTS.filter(_is_sound), min_size=6, max_size=6, unique=True))
    @example(["<", ">", '"', "</script>", ";</title>", '"></script>'])
    def shown(texts: list[str]) -> None:
        nonlocal rendered
        with tempfile.TemporaryDirectory() as folder:
            data, site = Path(folder) / "data", Path(folder) / "site"
            records.write(data, texts)
            documents, problems = reader.read(data)
            _, found = checks.check(documents, OUTLINES)
            assume(all(one.severity == "warning" for one in [*problems, *found]))
            rendering.render(data, site)
            assert list(rendering.faults(site, texts, usual)) == []
            for number, text in enumerate(texts):
                page = rendering.shown(site, f"cooperations/cooperation-{number}")
                assert " ".join(text.split()) in page
        rendered += len(texts)

    again(shown, SECONDS / 3)
    print(f"{rendered} texts were rendered.")


def _is_sound(text: str) -> bool:
    """Whether a text has a chance to be accepted."""
    sound = not forbidden_characters.REFUSED_ESCAPED.search(text) and SLOT_TOKEN not in text
    return sound and bool(text.strip()) and len(text) <= 300 and "@" not in text
