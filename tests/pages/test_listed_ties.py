"""A town, its listed ties and who lists them: apart from what is researched, and never more sure
than they are."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from markupsafe import Markup

from atlas import pages
from atlas.graph.edition import Text
from atlas.graph.relate import Atlas
from atlas.pages import actor, country, opening, place
from atlas.pages.page import Page
from tests.pages import listed_atlas
from tests.pages.conftest import LANGUAGES, NewContext, every_page

SENTENCES = {
    "en": "2 listed ties with 2 countries, not checked: Wikidata, as of May 2017.",
    "nl": "2 vermelde banden met 2 landen, niet gecontroleerd: Wikidata, stand van mei 2017.",
    "fr": "2 liens recensés avec 2 pays, sans vérification\u00a0: Wikidata, situation de mai 2017.",
    "ar": "رابطان مدرجان مع بلدين، دون تحقق: Wikidata، بحسب وضع مايو 2017.",
}


def text(html: str) -> str:
    """What a reader reads of some HTML."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def rows(page: Page) -> dict[str, str]:
    """The rows of the listed ties on the page of a place, by their ids."""
    table = page.body.partition("atlas-listed-table")[2].partition("</table>")[0]
    return dict(re.findall(r'<tr id="([^"]+)">(.*?)</tr>', table, re.S))


def cells(row: str) -> dict[str, str]:
    """What the cells of a row say, by what they are called; its head by ""."""
    head = re.search(r"<th[^>]*>(.*?)</th>", row, re.S)
    assert head
    named = re.findall(r'<td data-label="([^"]+)"[^>]*>(.*?)</td>', row, re.S)
    return {"": text(head[1]), **{name: text(content) for name, content in named}}


@pytest.mark.parametrize(("language", "sentence"), SENTENCES.items())
def test_a_town_known_from_a_register_says_what_is_listed_and_not_checked(
    context_of: NewContext, language: str, sentence: str
) -> None:
    page = place.page(context_of(language, listed_atlas.frozen()), "houffalize-be")
    lead = re.search(r'<p class="atlas-lead">(.*?)</p>', page.body, re.S)
    assert lead
    told = Markup(lead[1]).striptags()  # noqa: S704 - markup that is taken away
    assert told == " ".join(sentence.split()), "striptags makes every space a plain one"
    assert page.description == told
    assert [*rows(page)] == ["blaj-ro-houffalize-be", "houffalize-be-turi-ee"]
    assert "<svg" in page.body, "and it has its map"
    assert 'id="cooperations"' not in page.body
    if language == "en":
        cited = "<cite>Listed ties: Houffalize</cite>. Atlas. https://"
        assert cited in page.body, "it is cited as what it is"


def test_a_row_says_what_the_register_says(context_of: NewContext) -> None:
    context = context_of(atlas=listed_atlas.frozen())
    towns = ("aalst-be", "antwerp-be", "houffalize-be")
    said = {
        id_: cells(row) for town in towns for id_, row in rows(place.page(context, town)).items()
    }
    assert {id_: (one[""], one["Type"], one["Since"]) for id_, one in said.items()} == {
        "aalst-be-gabrovo-bg": ("Gabrovo Bulgaria", "Twinning", "1975 as stated: 1975, 1976"),
        "antwerp-be-gabrovo-bg": ("Gabrovo Bulgaria", "Twinning", "not recorded Ended in 2010"),
        "antwerp-be-saint-denis-re": ("Saint-Denis Réunion", "contact", "not recorded"),
        "blaj-ro-houffalize-be": ("Blaj Romania", "Twinning", "not recorded"),
        "houffalize-be-turi-ee": ("Türi Estonia", "Twinning", "not recorded"),
    }
    both, one_side = said["aalst-be-gabrovo-bg"], said["blaj-ro-houffalize-be"]
    assert both["Listed by"].startswith("Wikidata as of May 2017 · Stated by both sides Is this")
    assert one_side["Listed by"].startswith("Wikidata as of March 2015 · Stated by one side Is")
    assert "what it rests on" in said["antwerp-be-gabrovo-bg"]["Listed by"]


def test_a_pair_in_two_registers_is_one_row_with_two_witnesses(context_of: NewContext) -> None:
    context = context_of(atlas=listed_atlas.frozen())
    for town, other in (("bocholt-be", "Germany"), ("bocholt-de", "Belgium")):
        ((id_, row),) = rows(place.page(context, town)).items()
        assert id_ == "bocholt-be-bocholt-de"
        assert cells(row)[""] == f"Bocholt ({other})", "namesakes are told apart by their countries"
        assert cells(row)["Since"] == "1961"
        for source, said in (("assembly", "2019 · since 1962"), ("wikidata", "2017 · since 1961")):
            assert f'href="../../sources/{source}/"' in row
            assert said in cells(row)["Listed by"]


def test_what_is_researched_is_not_listed_beside_it(context_of: NewContext) -> None:
    context = context_of(atlas=listed_atlas.frozen())
    atlas = context.edition.atlas
    assert atlas.listed.by_cooperation
    for page in pages.every_page(context, actor, place, country):
        for pairs in atlas.listed.by_cooperation.values():
            assert not {*pairs} & rows(page).keys(), page.path
    town = place.page(context, "saint-josse-ten-noode")
    assert 'id="listed"' not in town.body
    assert ">Cooperations</h2>" in town.body
    assert ">Researched cooperations</h2>" in country.page(context, "BE").body


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_address_of_a_tie_is_its_row_and_the_form_for_mistakes_names_it(
    context_of: NewContext, language: str
) -> None:
    context = context_of(language, listed_atlas.frozen())
    made = {page.path: page for page in pages.every_page(context, place, actor)}
    seen = set()
    for path, page in made.items():
        for id_, row in rows(page).items():
            link = re.search(r'<a class="atlas-right" href="([^"]+)"([^>]*)>', row)
            assert link, path
            (elsewhere,) = re.findall(r' data-page="\.\./\.\./([^"]+)"', link[2]) or [path]
            assert id_ in rows(made[elsewhere]), "the address of a tie leads to a row"
            form = parse_qs(urlsplit(unescape(link[1])).query)
            assert form["template"] == [f"correction.{language}.yml"]
            pair = context.edition.atlas.listed.pairs[id_]
            assert form["record"] == [", ".join(tie.id for tie in pair.ties)]
            seen.add(id_)
    assert seen == {*context.edition.atlas.listed.unresearched}


def test_no_municipality_is_made_beside_a_listed_place(context_of: NewContext) -> None:
    context = context_of(atlas=listed_atlas.frozen())
    records = context.edition.atlas.records
    assert {page.id for page in pages.every_page(context, actor)} == {*records.actors}
    assert records.listed_places <= {page.id for page in pages.every_page(context, place)}


def test_no_id_stands_twice_on_a_page(context_of: NewContext) -> None:
    made = [*every_page(), *pages.every_page(context_of(atlas=listed_atlas.frozen()))]
    made += pages.every_page(context_of(atlas=listed_atlas.many(120)))
    seen = 0
    for page in made:
        ids = re.findall(r'\sid="([^"]+)"', page.body)
        assert len(ids) == len({*ids}), page.path
        seen += len(rows(page))
    assert seen > 100


def _region() -> Atlas:
    towns = [listed_atlas.place(f"{town}-be", part_of="hills-be") for town in ("moor", "dale")]
    region = listed_atlas.place("hills-be")
    ties = [
        listed_atlas.tie("moor-be", "turi-ee"),
        listed_atlas.tie("dale-be", "turi-ee"),
        listed_atlas.tie("hills-be", "turi-ee"),
    ]
    return listed_atlas.atlas([*towns, region, listed_atlas.place("turi-ee", "Türi")], ties)


def test_on_the_page_of_a_region_a_row_names_both_places(context_of: NewContext) -> None:
    context = context_of(atlas=_region())
    of_region = {id_: cells(row) for id_, row in rows(place.page(context, "hills-be")).items()}
    assert [(one[""], one["Partner"]) for one in of_region.values()] == [
        ("Dale-Be", "Türi Estonia"),
        ("Hills-Be", "Türi Estonia"),
        ("Moor-Be", "Türi Estonia"),
    ]
    ((_, own),) = rows(place.page(context, "moor-be")).items()
    assert "Partner" not in cells(own)


HOSTILE = '"><script>alert(1)</script>{{ 7*7 }}'


def test_what_a_register_says_is_text_wherever_it_stands(context_of: NewContext) -> None:
    town = listed_atlas.place("x-be", f"X{HOSTILE}", names={"ar": f"X{HOSTILE}"})
    said = {"form": None, "form_as_stated": HOSTILE, "start_as_stated": f"1990 | {HOSTILE}"}
    one = listed_atlas.tie("x-be", "y-ee", **said)
    atlas = listed_atlas.atlas([town, listed_atlas.place("y-ee")], [one], title=f"L{HOSTILE}")
    for language in LANGUAGES:
        made = [*pages.every_page(context_of(language, atlas))]
        assert {"places/x-be/", "countries/be/"} <= {page.path for page in made}
        for page in made:
            assert "<script>alert" not in page.body, page.path
    assert "&lt;script&gt;" in place.page(context_of(atlas=atlas), "x-be").body


def test_a_name_in_another_language_is_marked_within_a_sentence(context_of: NewContext) -> None:
    """The register's title is French: each other language marks it, and none shows the mark."""
    atlas = _region()
    for language in LANGUAGES:
        context = context_of(language, atlas)
        pairs = [*atlas.listed.pairs.values()]
        said = opening.summarise_listed(context, pairs, ["BE"])
        marked = '<span lang="fr" dir="ltr">La liste</span>'
        assert (marked in said) == (language != "fr")
        assert "&lt;" not in said
        asked = place.page(context, "hills-be").body.partition("atlas-asks")[2]
        assert "&lt;span" not in asked.partition("</p>")[0]
    assert Markup("<p>{}</p>").format(Text("été", "fr", True)) == (
        '<p><span lang="fr" dir="ltr">été</span></p>'
    )
