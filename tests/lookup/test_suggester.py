"""What is suggested for a name that is not a code, an id or a field."""

from __future__ import annotations

from enum import StrEnum

import pytest

from atlas.files.document import Document
from atlas.lookup.suggester import Suggester, did_you_mean, did_you_mean_country
from atlas.model import KINDS, Cooperation
from atlas.model.fields import content, groups_within
from atlas.model.vocabulary import ActorKind, ActorType, Form, PlaceType, Role, Status

_NAMES = {"en": "Health", "fr": "Santé", "ar": "الصحة"}
_DOCUMENTS = [
    Document("data/themes/health.yml", "themes", "health", {"names": _NAMES}),
    Document("data/places/hill.yml", "places", "hill", {"names": {"nl": "Heuvel", "en": "Hill"}}),
    Document("data/places/hillside.yml", "places", "hillside", {"names": "broken"}),
]
_IDS = {"themes": ["health"], "places": ["hill", "hillside"]}


@pytest.fixture
def suggester() -> Suggester:
    return Suggester(_IDS, lambda: _DOCUMENTS)


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("Kongo-Kinshasa", ["CD"]),
        ("RDC", ["CD"]),
        ("الكونغو", ["CD", "CG"]),
        ("Congo", ["CG", "CD"]),
        ("Pays-Bas", ["NL"]),
        ("pays bas", ["NL"]),
        ("Marokko", ["MA"]),
        ("maroco", ["MA"]),
        ("Ivory Coast", ["CI"]),
        ("Cote d'Ivoire", ["CI"]),
        ("BEL", ["BE"]),
        ("be", ["BE"]),
        ("UK", ["GB"]),
        ("Fas", ["MA"]),
        ("Belgique ", ["BE"]),
        ("Guinea", ["GN"]),
        ("بريطانيا", ["GB"]),
        ("إنجلترا", ["GB"]),
        ("Engeland", ["GB"]),
        ("Angleterre", ["GB"]),
        ("المملكة المغربية", ["MA"]),
        ("Royaume du Maroc", ["MA"]),
        ("Koninkrijk Marokko", ["MA"]),
        ("Republic of Türkiye", ["TR"]),
        ("السعودية", ["SA"]),
        ("Republic of Mali", ["ML"]),
        ("République de Guinée", ["GN"]),
        ("Republic of Niger", ["NE"]),
        ("Republic of Congo", ["CG"]),
        ("Scotland", ["GB"]),
        ("Schotland", ["GB"]),
        ("Wales", ["GB"]),
        ("Prussia", []),
        ("Philipinen", ["PH"]),
        ("BE, NL", ["BE", "NL"]),
        ("BE, NL, LU, DE", []),
        ("جمهورية مالي", ["ML"]),
        ("Republic of Nowhere", []),
        ("Atlantis", []),
        ("", []),
        ("?", []),
    ],
)
def test_countries_in_any_language_and_spelling(
    written: str, codes: list[str], suggester: Suggester
) -> None:
    assert sorted(suggester.country(written)) == sorted(codes)


@pytest.mark.parametrize(
    ("written", "kind", "words"),
    [
        ("jumelage", Form, ["twinning"]),
        ("zusterstad", Form, ["twinning"]),
        ("توأمة", Form, ["twinning"]),
        ("twining", Form, ["twinning"]),
        ("samenwerkingsovereenkomst", Form, ["cooperation-agreement"]),
        ("qqqq", Form, []),
        ("actief", Status, ["implementation"]),
        ("terminé", Status, ["closed"]),
        ("ondertekenaar", Role, ["signatory"]),
        ("gemeente", ActorKind, ["municipality"]),
        ("M.o.U.", Form, ["cooperation-agreement"]),
        ("N. G. O.", ActorKind, ["association"]),
        ("memorandum of understanding", Form, ["cooperation-agreement"]),
        ("MoU", Form, ["cooperation-agreement"]),
        ("mémorandum d’entente", Form, ["cooperation-agreement"]),
        ("مذكرة تفاهم", Form, ["cooperation-agreement"]),
        ("treaty", Form, ["cooperation-agreement"]),
        ("verdrag", Form, ["cooperation-agreement"]),
        ("tripartite", Form, ["cooperation-agreement"]),
        ("friendship pact", Form, ["friendship"]),
        ("letter of intent", Form, ["cooperation-protocol"]),
        ("projet", Form, ["joint-project"]),
        ("development project", Form, ["joint-project"]),
        ("commission", Form, ["joint-body"]),
        ("commission", ActorKind, ["joint-commission"]),
        ("coordinator", Role, ["lead"]),
        ("project coordinator", Role, ["lead"]),
        ("منسق", Role, ["lead"]),
        ("observer", Role, ["participant"]),
        ("waarnemer", Role, ["participant"]),
        ("sponsor", Role, ["funding"]),
        ("bailleur de fonds", Role, ["funding"]),
        ("secretariat", Role, ["facilitator"]),
        ("paused", Status, ["suspended"]),
        ("bevroren", Status, ["suspended"]),
        ("expired", Status, ["closed"]),
        ("completed", Status, ["closed"]),
        ("achevé", Status, ["closed"]),
        ("منتهية", Status, ["closed"]),
        ("ongoing", Status, ["implementation"]),
        ("NGO", ActorKind, ["association"]),
        ("NGO", ActorType, ["international-ngo", "national-ngo"]),
        ("university hospital", ActorKind, ["hospital"]),
        ("county", ActorKind, ["department"]),
        ("canton", PlaceType, ["district", "region"]),
    ],
)
def test_words_by_their_labels_and_other_names(
    written: str, kind: type[StrEnum], words: list[str], suggester: Suggester
) -> None:
    assert sorted(suggester.choice(written, kind)) == words


def _lists() -> list[type[StrEnum]]:
    """Every closed list of a record."""
    models = groups_within(KINDS)
    found = (content(model, name).choices for model in models for name in model.model_fields)
    return list(dict.fromkeys(kind for kind in found if kind is not None))


def _misspell(word: str) -> set[str]:
    """Each letter but the first left out, doubled, swapped with the next, or another one."""
    letters = [at for at in range(1, len(word)) if word[at] != "-"]
    return {
        *(word[:at] + word[at + 1 :] for at in letters),
        *(word[:at] + word[at] + word[at:] for at in letters),
        *(word[:at] + word[at : at + 2][::-1] + word[at + 2 :] for at in letters),
        *(f"{word[:at]}x{word[at + 1 :]}" for at in letters),
    } - {word}


@pytest.mark.parametrize("kind", _lists(), ids=lambda kind: kind.__name__)
def test_every_code_is_found_by_its_misspellings(kind: type[StrEnum]) -> None:
    words = [str(word) for word in kind if len(word) > 4]
    missed = {
        misspelt
        for word in words
        for misspelt in _misspell(word)
        if word not in Suggester({}, lambda: ()).choice(misspelt, kind)
    }
    assert missed <= {"titel"}  # which is Dutch, and says it itself


# fmt: off
_UNRELATED = [
    "Scotland", "Estonia", "omission", "permission", "transmission", "connection",
    "section", "most", "cost", "lost", "door", "reader", "newer", "beginning", "catalogue",
    "culture", "domain", "format", "prove", "price", "prominent", "payment", "citation",
    "account", "record", "this", "used", "does", "file", "picnic", "driver", "cinema",
    "umbrella", "weird", "green", "archive", "regional", "navigation", "installation", "mere",
    "reached", "spirit", "verbs", "peers",
]
# fmt: on
"""Words that are spelled somewhat like a code, and mean something else."""


@pytest.mark.parametrize("kind", _lists(), ids=lambda kind: kind.__name__)
def test_what_is_like_a_code_by_chance_brings_nothing(kind: type[StrEnum]) -> None:
    own = {str(word) for word in kind}
    offered = {
        word: found
        for word in _UNRELATED
        if word not in own and (found := Suggester({}, lambda: ()).choice(word, kind))
    }
    assert offered == {}


@pytest.mark.parametrize(
    ("written", "folder", "ids"),
    [
        ("santé", "themes", ["health"]),
        ("الصحة", "themes", ["health"]),
        ("helth", "themes", ["health"]),
        ("Heuvel", "places", ["hill"]),
        ("hillsid", "places", ["hillside"]),
        ("nowhere", "places", []),
        ("hill", "sources", []),
    ],
)
def test_records_by_their_ids_and_names(
    written: str, folder: str, ids: list[str], suggester: Suggester
) -> None:
    assert suggester.record(written, folder) == ids


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ("titre", "title"),
        pytest.param("bronnen", "sources", marks=pytest.mark.languages("nl")),
        ("temes", "themes"),
        ("pays", "countries"),
    ],
)
def test_fields_by_what_they_are_called(written: str, field: str, suggester: Suggester) -> None:
    assert suggester.field(written, list(Cooperation.model_fields)) == [field]


def test_languages_and_currencies(suggester: Suggester) -> None:
    assert suggester.language("Nederlands") == ["nl"]
    assert suggester.language("fra") == ["fr"]
    assert [suggester.language(name) for name in ("عربي", "فرنسي", "إنجليزي", "هولندي")] == [
        ["ar"],
        ["fr"],
        ["en"],
        ["nl"],
    ]
    assert suggester.currency("€") == ["EUR"]
    assert suggester.currency("dirham marocain") == ["MAD"]
    assert suggester.currency("eur") == ["EUR"]


def test_every_code_is_found_by_itself_in_small_letters(suggester: Suggester) -> None:
    assert suggester.country("cd") == ["CD"]
    assert suggester.language("AR") == ["ar"]


def test_a_flood_of_unknown_names_is_not_searched_to_the_end(suggester: Suggester) -> None:
    for number in range(30):
        suggester.language(f"Nowhere {number}")
    assert suggester.language("nederlans") == []
    assert suggester.language("Nederlands") == ["nl"]


def test_a_flood_of_unknown_names_is_not_looked_for_to_the_end() -> None:
    asked: list[str] = []

    def prefilter(folder: str, name: str) -> list[Document]:
        asked.append(name)
        return []

    suggester = Suggester(_IDS, lambda: _DOCUMENTS, prefilter)
    for number in range(1000):
        suggester.record(f"Nowhere {number}", "places")
    assert len(asked) < 50
    assert suggester.record("HILL", "places") == ["hill"]


def test_a_flood_of_known_names_is_not_looked_for_to_the_end() -> None:
    asked: list[str] = []

    def prefilter(folder: str, name: str) -> list[Document]:
        asked.append(name)
        return [Document("data/places/x.yml", "places", "x", {"names": {"en": name}})]

    suggester = Suggester(_IDS, lambda: _DOCUMENTS, prefilter)
    for number in range(1000):
        suggester.record(f"Somewhere {number}", "places")
    assert len(asked) < 200


class _Counted(dict[str, object]):
    """Fields that count how often they are looked into."""

    looks = 0

    def get(self, key: str, default: object = None) -> object:
        self.looks += 1
        return super().get(key, default)


def test_a_small_folder_is_gone_through_once_for_all_names() -> None:
    fields = _Counted(names={"en": "Hill"})
    documents = [Document("data/places/hill.yml", "places", "hill", fields)]
    suggester = Suggester({"places": ["mount"]}, lambda: (), lambda folder, name: documents)
    assert suggester.record("Hill", "places") == ["hill"]
    looks = fields.looks
    assert suggester.record("HILL", "places") == ["hill"]
    assert fields.looks == looks


def test_what_no_record_is_called_is_known_where_all_were_read(suggester: Suggester) -> None:
    assert suggester.has_none("nowhere", "places")
    assert not suggester.has_none("HEUVEL", "places")
    assert not suggester.has_none("", "places")
    skimming = Suggester(_IDS, lambda: _DOCUMENTS, lambda folder, name: [])
    assert not skimming.has_none("nowhere", "places")


def test_one_two_or_three_are_offered() -> None:
    assert str(did_you_mean(["a"])) == 'Did you mean "a"?'
    assert str(did_you_mean(["a", "b"])) == 'Did you mean "a" or "b"?'
    assert str(did_you_mean(["a", "b", "c"])) == 'Did you mean "a", "b" or "c"?'
    assert str(did_you_mean_country(["CD", "CG"])) == (
        'Did you mean "CD" (Democratic Republic of the Congo) or "CG" (Republic of the Congo)?'
    )
