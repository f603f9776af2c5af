"""Pages of what is no more, of what came after it, and of ties that went on or changed."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from markupsafe import Markup

from atlas.graph import facets
from atlas.graph.relate import Atlas, relate
from atlas.model import Actor, Dates, Place, StatusEvidence
from atlas.model.vocabulary.places import Ending
from atlas.pages import actor, cooperation, lives, place
from atlas.pages.heading import heading
from atlas.pages.page import PageContext
from atlas.pages.search_names import names_of_actor, names_of_place
from atlas.pages.search_record import of_page
from tests.graph.test_lives import lives_atlas
from tests.pages.conftest import LANGUAGES, NewContext

MERGED = {
    "en": ("Merged into Kruisem on 1 January 2019.", "Municipality of Kruishoutem (until 2019)"),
    "nl": ("Opgegaan in Kruisem op 1 januari 2019.", "Gemeente Kruishoutem (tot 2019)"),
    "fr": ("Fusion dans Kruisem le 1 janvier 2019.", "Municipality of Kruishoutem (jusqu’en 2019)"),
    "ar": ("اندماج في Kruisem في 1 يناير 2019.", "Municipality of Kruishoutem (حتى 2019)"),
}


def _said(html: object) -> str:
    return " ".join(Markup(str(html)).striptags().split())  # noqa: S704 - to read, not to show


def _turns(context: PageContext, *subjects: tuple[str, str]) -> list[str]:
    return [_said(turn.sentence) for turn in lives.describe(context, *subjects)]


def _with_places(**changes: dict[str, Any]) -> Atlas:
    """The atlas with other lifetimes of some places; of {} they have none."""
    records = lives_atlas().records
    places = {
        id_: Place.model_validate(
            {**records.places[id_.replace("_", "-")].model_dump(), "lifetime": life or None}
        )
        for id_, life in changes.items()
    }
    kept = {one.id: one for one in places.values()}
    return relate(replace(records, places={**records.places, **kept}))


@pytest.mark.parametrize(("language", "said"), MERGED.items())
def test_the_page_of_a_town_that_merged_opens_with_what_became_of_it(
    context_of: NewContext, language: str, said: tuple[str, str]
) -> None:
    sentence, title = said
    page = actor.page(context_of(language, lives_atlas()), "kruishoutem")
    assert page.title.text == title
    opening = _said(str(page.body).partition("<svg")[0])
    assert sentence in opening
    assert 'href="../../actors/kruisem/"' in page.body


def test_the_new_town_says_what_it_came_of_and_none_of_it_is_stored_twice(
    context_of: NewContext,
) -> None:
    context = context_of("en", lives_atlas())
    told = "Formed by the merger of Kruishoutem and Zingem on 1 January 2019."
    assert _turns(context, ("actors", "kruisem"), ("places", "kruisem")) == [told]
    both = ("Upper District", "Lower District")
    assert _turns(context, ("places", "old-district")) == [
        f"Split into {both[0]} and {both[1]} between 1959 and 1960."
    ]
    assert _turns(context, ("places", "lower-district")) == [
        "Formed by the split of Old District between 1959 and 1960."
    ]
    assert _turns(context, ("places", "puurs-sint-amands")) == [
        "Formed by the merger of Puurs and Sint-Amands on 1 January 2019."
    ]


def test_what_a_town_and_its_authority_say_alike_stands_once(context_of: NewContext) -> None:
    records = lives_atlas().records
    life = records.places["kruishoutem"].lifetime
    assert life is not None
    old = Actor.model_validate(
        {**records.actors["kruishoutem"].model_dump(), "lifetime": vars(life)}
    )
    atlas = relate(replace(records, actors={**records.actors, "kruishoutem": old}))
    context = context_of("en", atlas)
    for town, beginning in {"kruishoutem": "Merged", "kruisem": "Formed"}.items():
        said = _turns(context, ("actors", town), ("places", town))
        assert [one.split()[0] for one in said][:1] == [beginning]
        assert len(said) == (1 if town == "kruishoutem" else 2)


@pytest.mark.parametrize(
    ("life", "said"),
    [
        ({"dissolved": "1977", "ending": "dissolved"}, "Dissolved in 1977."),
        (
            {"dissolved": "1977-01", "ending": "merged"},
            "Merged in January 1977. What came after it is not recorded.",
        ),
        ({"dissolved": "1977~"}, "No more about 1977. What came after it is not recorded."),
        ({"ending": "absorbed", "successors": ["bra"]}, "Absorbed by Bra."),
        (
            {"dissolved": "2000", "ending": "replaced", "successors": ["bra"]},
            "Replaced by Bra in 2000.",
        ),
        ({"dissolved": "2000", "successors": ["bra"]}, "Succeeded by Bra in 2000."),
    ],
)
def test_every_end_is_told_with_as_much_as_is_known(
    context_of: NewContext, life: dict[str, Any], said: str
) -> None:
    context = context_of("en", _with_places(puurs=life))
    assert _turns(context, ("places", "puurs")) == [said]
    assert place.page(context, "puurs").title.text.startswith("Puurs (")


@pytest.mark.parametrize(("language", "ending"), [*product(LANGUAGES, [*Ending, None])])
def test_every_end_and_beginning_is_said_in_every_language(
    context_of: NewContext, language: str, ending: Ending | None
) -> None:
    life = {"dissolved": "2000-05", "ending": ending, "successors": ["bra"]}
    context = context_of(language, _with_places(puurs=life))
    (end,), (beginning,) = _turns(context, ("places", "puurs")), _turns(context, ("places", "bra"))
    assert "Bra" in end
    assert "Puurs" in beginning
    assert end != beginning
    if language != "en":
        assert context._(lives.INTO[ending]) != lives.INTO[ending]
        assert context._(lives.OF[ending]) != lives.OF[ending]


def test_hostile_names_are_escaped_in_the_sentence(context_of: NewContext) -> None:
    atlas = _with_places(puurs={"dissolved": "2000", "successors": ["bra"]})
    bad = atlas.records.places["bra"].model_copy(update={"names": {"en": "<b>{x}</b>"}})
    atlas = relate(replace(atlas.records, places={**atlas.records.places, "bra": bad}))
    html = str(place.page(context_of("en", atlas), "puurs").body)
    assert "<b>{x}" not in html
    assert "&lt;b&gt;{x}&lt;/b&gt;" in html


def test_the_mark_of_what_is_no_more_is_in_the_language_of_the_page(context_of: NewContext) -> None:
    name = context_of("fr", lives_atlas()).edition.place("kruishoutem").name
    assert name.bare == "Kruishoutem"
    marked = '<span lang="nl" dir="ltr">Kruishoutem</span> (jusqu’en 2019)'
    assert str(name.__html__()) == marked
    assert str(heading(name)) == marked


def test_former_names_are_shown_with_their_times_and_found(context_of: NewContext) -> None:
    context = context_of("en", lives_atlas())
    page = actor.page(context, "foreign-office")
    told = _said(str(page.body).partition("Former names")[2])
    assert told.startswith("Departement internationaal Vlaanderen Dutch Department of Foreign")
    assert "2006 to about 2019" in told
    assert "Departement internationaal Vlaanderen" in of_page(context, page).names
    assert "Department of Foreign Affairs" in [
        *names_of_actor(context.edition.atlas, "foreign-office")
    ]
    records = lives_atlas().records
    named = Place.model_validate(
        {
            **records.places["bra"].model_dump(),
            "former_names": [{"names": {"la": "Pollentia"}, "until": "1000~"}],
        }
    )
    atlas = relate(replace(records, places={**records.places, "bra": named}))
    assert "Pollentia" in [*names_of_place(atlas, "bra")]
    assert "Pollentia" in [*names_of_actor(atlas, "bra")], "the town has the authority's page"


def test_both_pages_say_that_the_tie_went_on_and_name_the_partner_alone(
    context_of: NewContext,
) -> None:
    context = context_of("en", lives_atlas())
    rows = {
        id_: re.findall(r"<tr data-coop.*?</tr>", str(actor.page(context, id_).body), re.S)
        for id_ in ("kruishoutem", "kruisem", "bra")
    }
    assert all(len(found) == 1 for found in rows.values())
    old, new, other = (_said(found[0]) for found in rows.values())
    assert "its place was taken by Municipality of Kruisem" in old
    assert "took the place of Municipality of Kruishoutem (until 2019)" in new
    for row in rows["kruishoutem"] + rows["kruisem"]:
        partners = row.partition('data-label="Partners"')[2].partition("</td>")[0]
        assert re.findall(r"actors/([a-z-]+)/", partners) == ["bra"]
    assert "Kruishoutem (until 2019)" in other
    assert "took the place" not in other
    html = str(cooperation.page(context, "kruishoutem-bra").body)
    parties = _said(html.partition('id="parties"')[2].partition("</section>")[0])
    assert "until 31 December 2018 its place was taken by Municipality of Kruisem" in parties
    assert "since 1 January 2019 took the place of Municipality of Kruishoutem" in parties
    assert "source 1" in parties


def test_who_has_left_is_said_to_at_a_glance_and_who_came_back_stands_once(
    context_of: NewContext,
) -> None:
    context = context_of("en", lives_atlas())

    def partners(id_: str) -> str:
        html = str(cooperation.page(context, id_).body)
        return _said(html.partition("<dt>Partners</dt>")[2].partition("</div>")[0])

    assert "Kruishoutem (until 2019) Belgium until 31 December 2018" in partners("kruishoutem-bra")
    assert partners("kruishoutem-bra").count("until") == 2
    returned = partners("council-office")
    assert returned.count("Chancellery") == 1
    assert "until" not in returned


def test_a_tie_that_changed_its_form_says_both(context_of: NewContext) -> None:
    html = str(cooperation.page(context_of("en", lives_atlas()), "kruishoutem-bra").body)
    kind = _said(html.partition("<dt>Type</dt>")[2].partition("</div>")[0])
    assert kind == "Twinning since 2005 Before that: Friendship 1998 to 2005 source 1"
    assert facets.FORM.values(lives_atlas(), "kruishoutem-bra") == ["twinning"]
    context = context_of("en", lives_atlas())
    found = of_page(context, cooperation.page(context, "kruishoutem-bra"))
    assert {"Twinning", "Friendship"} <= {*found.related}
    row = actor.page(context, "bra").body
    assert "Twinning before: Friendship" in _said(row)
    assert "vriendschapsband" in html


def test_a_decision_is_not_said_to_be_signed(context_of: NewContext) -> None:
    html = str(cooperation.page(context_of("en", lives_atlas()), "kruishoutem-bra").body)
    told = _said(html.partition("<dt>Decisions</dt>")[2].partition("Evidence of the status")[0])
    assert told.startswith(
        "Decision of the council decided or approved November 2004 source 1 "
        "Agreements Charter signed"
    )


@pytest.mark.parametrize(
    ("status", "dates", "said"),
    [
        ({"code": "suspended", "since": "2022-03-02"}, None, "Suspended since 2 March 2022"),
        ({"code": "dormant", "since": "2019~"}, None, "Dormant since about 2019"),
        (
            {"code": "suspended", "since": {"earliest": "2020", "latest": "2021"}},
            None,
            "Suspended, began between 2020 and 2021",
        ),
        ({"code": "suspended"}, None, "Suspended"),
        ({"code": "closed"}, {"actual_end": "2015"}, "Closed in 2015"),
        ({"code": "cancelled"}, {"actual_end": "2015-12-31"}, "Cancelled on 31 December 2015"),
        ({"code": "closed"}, None, "Closed"),
    ],
)
def test_what_rests_or_has_ended_says_since_when_and_why(
    context_of: NewContext, status: dict[str, Any], dates: object, said: str
) -> None:
    records = lives_atlas().records
    before = records.cooperations["council-office"]
    told = {"evidence": {"en": "It says so."}, "reason": {"en": "The war & the flood."}}
    made = before.model_copy(
        update={
            "status": StatusEvidence.model_validate({**told, **status}),
            "dates": Dates.model_validate(dates) if dates else None,
        }
    )
    atlas = relate(replace(records, cooperations={made.id: made}))
    html = str(cooperation.page(context_of("en", atlas), made.id).body)
    shown = _said(html.partition("<dt>Status</dt>")[2].partition("<dt>Type</dt>")[0])
    assert shown == f"{said}, no date of evidence Why The war & the flood."
