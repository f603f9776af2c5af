"""The audit's own judgement: what it checks, what it passes over, and under which path."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.audit import firefox, links, w3c
from tests.audit.built import BuiltSite

HOME = """<!doctype html><link rel="canonical" href="https://atlas.example/a/b/">
<a href="towns/#riverton">1</a> <a href="/a/b/towns/">2</a> <a href="https://other.example/">3</a>
"""
TOWNS = '<!doctype html><h1 id="riverton">Riverton</h1><a href="../">home</a>\n'


@pytest.fixture
def site(tmp_path: Path) -> BuiltSite:
    """A home page and another, made for an address with a path of two parts."""
    folder = tmp_path / "site"
    (folder / "towns").mkdir(parents=True)
    (folder / "index.html").write_text(HOME, "utf-8")
    (folder / "towns/index.html").write_text(TOWNS, "utf-8")
    return BuiltSite(folder)


def test_the_address_is_the_home_pages_own(site: BuiltSite) -> None:
    assert (site.address, site.path) == ("https://atlas.example/a/b/", "a/b")


def test_a_site_is_served_under_its_path(site: BuiltSite) -> None:
    with site.served() as home, urlopen(f"{home}towns/") as answer:  # noqa: S310 - our own server
        assert home.endswith("/a/b/")
        assert gzip.decompress(answer.read()).decode() == TOWNS


def test_sound_links_pass_and_other_hosts_are_not_asked(site: BuiltSite) -> None:
    outcome = links.check(site)
    assert outcome.faults == ()
    assert outcome.looked_at == "4 links, and 1 to other hosts not followed"


@pytest.mark.parametrize(
    "link", ["../towns/#genk", "../nowhere/", "/towns/", "https://atlas.example/a/b/nowhere/"]
)
def test_a_link_that_leads_nowhere_is_a_fault(site: BuiltSite, link: str) -> None:
    page = site.folder / "towns/index.html"
    page.write_text(f'{TOWNS}<a href="{link}">broken</a>', "utf-8")
    (fault,) = links.check(site).faults
    assert fault.startswith("towns/index.html:2 ")


def test_a_known_complaint_is_passed_over_where_it_belongs_alone() -> None:
    message = "CSS: “r”: Property “r” doesn't exist."
    assert w3c.is_known({"message": message, "extract": "circle { r: 5px; }"})
    assert not w3c.is_known({"message": message, "extract": "circle { radius: 5px; }"})
    assert not w3c.is_known({"message": "CSS: Parse Error.", "extract": "circle { r: 5px; }"})


def test_a_missing_firefox_is_told_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIREFOX_PATH", "no-such-firefox")
    with pytest.raises(
        firefox.NoFirefoxError, match="no-such-firefox.*apt-get install firefox-esr"
    ):
        firefox.path()
