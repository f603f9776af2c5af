"""Which country is meant, as people write countries in lists of towns."""

from __future__ import annotations

import pytest

from atlas.lookup.countries import CountryMatch, resolve
from atlas.lookup.country_names import split_name, writing
from atlas.lookup.finder import find_countries
from atlas.model import iso_codes

SURE = {
    # In many languages, whatever the accents, capitals, signs and blanks
    "Frankreich": "FR",
    "NEDERLAND": "NL",
    "Viet Nam": "VN",
    "VietNam": "VN",
    "Srbija": "RS",
    "Österreich": "AT",
    "Polen": "PL",
    "Αυστρία": "AT",
    "Россия": "RU",
    "日本": "JP",
    "المغرب": "MA",
    "Island": "IS",
    "be": "BE",
    "BEL": "BE",
    "NGA": "NG",
    "U.S.A.": "US",
    "U.S.": "US",
    "U.K.": "GB",
    "Germany[1]": "DE",
    # "and" is "&", articles say nothing, Saint is St
    "Bosnia and Herzegovina": "BA",
    "Bosnien und Herzegowina": "BA",
    "Bosnien u. Herzegowina": "BA",
    "Bosnie et Herzégovine": "BA",
    "Trinidad y Tobago": "TT",
    "Antigua en Barbuda": "AG",
    "Saint Kitts and Nevis": "KN",
    "St. Kitts & Nevis": "KN",
    "St. Vincent and The Grenadines": "VC",
    "The Netherlands": "NL",
    "Les Pays-Bas": "NL",
    "the Gambia": "GM",
    # Long forms of states, in whatever order
    "Republic of Ireland": "IE",
    "Republik Österreich": "AT",
    "República de Colombia": "CO",
    "République du Mali": "ML",
    "Koninkrijk België": "BE",
    "Kingdom of Norway": "NO",
    "Königreich Dänemark": "DK",
    "Principality of Monaco": "MC",
    "Federal Democratic Republic of Nepal": "NP",
    "Iran, Islamic Republic of": "IR",
    "Moldova (Republic of)": "MD",
    "Bolivia (Plurinational State of)": "BO",
    "Korea, Republic of": "KR",
    "Democratic People's Republic of Korea": "KP",
    "People's Republic of China": "CN",
    "Republic of China": "TW",
    "Democratic Republic of the Congo": "CD",
    "Congo, The Democratic Republic of the": "CD",
    "Republic of the Congo": "CG",
    "Republic of the Marshall Islands": "MH",
    "Hellenic Republic": "GR",
    "former Yugoslav Republic of Macedonia": "MK",
    # Constituents, earlier names and states that lie within one of today's
    "Scotland": "GB",
    "Wales": "GB",
    "Northern Ireland": "GB",
    "Écosse": "GB",
    "Großbritannien": "GB",
    "Azores": "PT",
    "Canary Islands": "ES",
    "Gaza Strip": "PS",
    "Kap Verde": "CV",
    "Zaire": "CD",
    "Burma": "MM",
    "Ceylon": "LK",
    "East Germany": "DE",
    "Deutsche Demokratische Republik": "DE",
    # A part and its state
    "England, United Kingdom": "GB",
    "Ohio, United States": "US",
    "Ohio, USA": "US",
    "Brandenburg, Germany": "DE",
    "Niedersachsen, Deutschland": "DE",
    "Réunion, France": "RE",
    "France, Réunion": "RE",
    "La Réunion / France": "RE",
    "France (Martinique)": "MQ",
    "Åland Islands, Finland": "AX",
    "Svalbard, Norway": "SJ",
    "Puerto Rico, United States": "PR",
    "Virgin Islands, United States": "VI",
    "Hong Kong, China": "HK",
    "Savannah, Georgia, United States": "US",
    "Georgia, United States": "US",
    "Luxembourg, Belgium": "BE",
    "Flanders (Belgium)": "BE",
    "Deutschland / Germany": "DE",
    # Brackets
    "Georgia (country)": "GE",
    "Géorgie (pays)": "GE",
    "Luxemburg (land)": "LU",
    "Georgia (USA)": "US",
    "Georgia (U.S. state)": "US",
    "Netherlands, Kingdom of the": "NL",
    "Sint Maarten (Dutch part)": "SX",
    "Saint-Martin (partie française)": "MF",
    "Congo (Kinshasa)": "CD",
    "Congo (DRC)": "CD",
    "Eswatini (fmr. 'Swaziland')": "SZ",
    "Czechia (Czech Republic)": "CZ",
    "Mandalay, Myanmar (Burma)": "MM",
    "Cyprus (Limassol, Cyprus)": "CY",
    "Philipsburg, Sint Maarten (Dutch part)": "SX",
    "Korea (South)": "KR",
    # Words cut short with a full stop
    "Tschech. Republik": "CZ",
    "Slow. Republik": "SK",
    "Dem. Rep. of the Congo": "CD",
    "Dominican Rep.": "DO",
    "N. Korea": "KP",
    "Bosnia and Herz.": "BA",
}

QUESTIONS = {
    "Congo": {"CD", "CG"},
    "Korea": {"KP", "KR"},
    "Virgin Islands": {"VG", "VI"},
    "Belgium / Netherlands": {"BE", "NL"},
    "CY / TR": {"CY", "TR"},
    "UA, RU, BY": {"BY", "RU", "UA"},
    "Ireland, United Kingdom": {"IE", "GB"},
    "Northern Cyprus": {"CY"},
    "in Italy": {"IT"},
    "Philipinen": {"PH"},
    "Kazakhstah": {"KZ"},
    "Saint Kitts": {"KN"},
    "Portland, ME": {"ME"},
    "Georgia, Atlanta": {"GE"},
    "Georgia (state)": {"GE", "US"},
}

REFUSED = [
    *("", " ", "?", "–", "n/a", "N. A.", "0", "t431453150", "Atlantis", "Europe", "x" * 5000),
    *("Republic of Nowhere", "Republic", "Los Angeles, Nowhere", "United", "(", "a(b(c", "," * 90),
    *("Transnistria", "Somaliland", "Luhansk People's Republic", "Abkhazia", "a, " * 39),
]

PAST = [
    *("Prussia", "Preußen", "Kingdom of Prussia", "Austria-Hungary", "Austrian Empire"),
    *("Österreich-Ungarn", "Kingdom of Hungary", "Königreich Ungarn", "Royaume d'Italie"),
    *("Yugoslavia", "Socialist Federal Republic of Yugoslavia", "ex-Yugoslavia", "URSS"),
    *(
        "Soviet Union",
        "Sowjetunion",
        "Hungary (Kingdom)",
        "Ottoman Empire",
        "Republic of Spain",
        "Tchécoslovaquie",
    ),
    *("Serbia and Montenegro", "Netherlands Antilles", "Empire of Brazil", "Soviet Ukraine"),
]


@pytest.mark.parametrize(("text", "code"), SURE.items())
def test_one_country_is_meant(text: str, code: str) -> None:
    assert resolve(text) == CountryMatch((code,))
    assert find_countries(text) == [code]


@pytest.mark.parametrize(("text", "codes"), QUESTIONS.items())
def test_somebody_has_to_say_which_country_is_meant(text: str, codes: set[str]) -> None:
    match = resolve(text)
    assert len(match.codes) > 1 or match.offers
    assert set(match.codes or match.offers) == codes
    assert set(find_countries(text)) <= codes


@pytest.mark.parametrize("text", REFUSED)
def test_no_country_is_made_of_anything_else(text: str) -> None:
    assert resolve(text) == CountryMatch()


@pytest.mark.parametrize("text", PAST)
def test_a_state_that_is_no_more_is_known_as_such(text: str) -> None:
    assert resolve(text) == CountryMatch(historic=True)


def test_a_part_of_a_state_that_is_no_more_is_asked() -> None:
    assert resolve("Croatia, Yugoslavia") == CountryMatch(offers=("HR",), historic=True)
    assert resolve("Prussia (Germany)") == CountryMatch(offers=("DE",), historic=True)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Congo", ["CD", "CG"]),
        ("Saint Kitts", ["KN"]),
        ("Philipinen", []),
        ("in Italy", []),
        ("Northern Cyprus", []),
        ("Kingdom of Hungary", []),
        ("Prussia", []),
        ("islands", []),
        ("", []),
    ],
)
def test_an_answer_is_taken_only_for_what_is_called_so(text: str, codes: list[str]) -> None:
    assert sorted(find_countries(text)) == codes


def test_every_code_is_a_country() -> None:
    assert "BE" in iso_codes.countries()
    for code in iso_codes.countries():
        assert resolve(code).codes in {(code,), ()}
        assert resolve(f"  {code.lower()} ").codes == resolve(code).codes


def test_names_that_are_listed_are_of_one_country_or_of_all_that_bear_them() -> None:
    listed = writing("names")
    assert set(listed) <= iso_codes.countries()
    for code, names in listed.items():
        for name in names:
            bearers = {other for other, theirs in listed.items() if name in theirs}
            assert set(resolve(name).codes) == bearers, (code, name)


@pytest.mark.parametrize("table", ["past", "unrecognised"])
def test_what_is_no_country_of_today_has_no_code(table: str) -> None:
    names = writing("words")[table]
    assert names
    assert [name for name in names if resolve(name).codes] == []
    assert len({"".join(split_name(name)) for name in names}) > len(names) * 0.9
