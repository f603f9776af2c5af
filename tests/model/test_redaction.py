"""Records that are frozen name no office-holder."""

from __future__ import annotations

import pytest

from atlas.model import Records
from atlas.model.redaction import SIGN, Redaction, redact
from tests.pages import small_atlas

HOLDER = {"name": "Ada Example", "office": {"en": "Mayor of Hill"}, "actor": "hill-town"}


def records(**fields: object) -> Records:
    """A cooperation that names a mayor and says such things, and one that names nobody."""
    named = small_atlas.cooperation(
        "named", "hill-town", "dale-town", office_holders=[HOLDER], **fields
    )
    other = small_atlas.cooperation(
        "other", "hill-town", "moor-town", summary={"en": "Opened by Ada Example in May."}
    )
    return small_atlas.atlas(named, other).records


def test_the_office_stays_and_the_name_goes() -> None:
    (holder,) = redact(records()).cooperations["named"].office_holders
    assert holder.name == SIGN
    assert (holder.office, holder.actor) == ({"en": "Mayor of Hill"}, "hill-town")


@pytest.mark.parametrize(
    "said",
    ["Ada Example signed it.", "Signed by ADA EXAMPLE", "(Ada\nExample)", "Ada  Example’s plan"],
)
def test_a_name_is_left_out_of_texts_too(said: str) -> None:
    summary = redact(records(summary={"en": said})).cooperations["named"].summary["en"]
    assert SIGN in summary
    assert "xample" not in summary.lower()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Hélène Example", "He\u0301le\u0300ne Example"),
        ("Hélène Example", "HELENE EXAMPLE"),
        ("Helene Example", "Hélène Example"),
        ("Anne d'Example", "Anne d’Example"),
        ("Jean-Marie Example", "Jean\u2011Marie Example"),
        ('Ada "Addy" Example', "Ada “Addy” Example"),
        ("محمد الأمثل", "مُحَمَّد الامثل"),
        ("Ada Example", "Ada\u00a0Example"),
    ],
)
def test_a_name_is_left_out_however_it_is_spelled(name: str, said: str) -> None:
    holders = [{**HOLDER, "name": name}]
    fields = {"office_holders": holders, "summary": {"en": said}}
    one = small_atlas.cooperation("a", "hill-town", **fields)
    (found,) = redact(small_atlas.atlas(one).records).cooperations.values()
    assert found.summary["en"] == SIGN


def test_another_name_stays() -> None:
    for said in ("Adam Example", "Ada B. Example", "Ida Example", "Ada-Example", "Ada Exampleß"):
        text = {"en": f"Opened by {said}."}
        assert redact(records(summary=text)).cooperations["named"].summary == text


def test_a_name_is_left_out_of_the_texts_of_others() -> None:
    assert redact(records()).cooperations["other"].summary["en"] == f"Opened by {SIGN} in May."


def test_part_of_a_word_is_no_name() -> None:
    text = "Jada Examples"
    assert redact(records(summary={"en": text})).cooperations["named"].summary["en"] == text


def test_a_name_of_one_word_is_looked_for_in_its_own_cooperation_alone() -> None:
    holder = {**HOLDER, "name": "Hill"}
    said = {"en": "Hill signed it in town."}
    named = small_atlas.cooperation("a", "hill-town", office_holders=[holder], summary=said)
    other = small_atlas.cooperation("b", "hill-town", summary=said)
    found = redact(small_atlas.atlas(named, other).records).cooperations
    assert found["a"].summary["en"] == f"{SIGN} signed it in town."
    assert found["b"].summary == said


def test_ids_and_words_of_closed_lists_stay_whatever_somebody_is_called() -> None:
    holder = {**HOLDER, "name": "twinning"}
    one = small_atlas.cooperation("a", "hill-town", office_holders=[holder])
    found = redact(small_atlas.atlas(one).records).cooperations["a"]
    assert found.form == "twinning"
    assert found.parties == one.parties


def test_what_is_not_changed_is_the_same_record() -> None:
    before = records()
    after = redact(before)
    assert after.places["hill"] is before.places["hill"]
    assert redact(after).cooperations == after.cooperations


def test_without_office_holders_nothing_changes() -> None:
    one = small_atlas.cooperation("a", "hill-town", "dale-town")
    assert Redaction([one]).redact(one) is one
