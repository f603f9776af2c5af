"""The codes of standards that a record may use: languages, countries, currencies."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
"""A language, a script, a region, each in its usual case, so that a language has one tag."""

_NOT_COUNTRIES = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}


@cache
def countries() -> frozenset[str]:
    """Every ISO 3166-1 alpha-2 code that CLDR names, and XK for Kosovo."""
    names = Locale("en").territories
    return frozenset(
        code
        for code in map(str, names)
        if len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES
    )


@cache
def currencies() -> frozenset[str]:
    """Every ISO 4217 code that CLDR names."""
    return frozenset(get_global("all_currencies"))


def three_letters() -> dict[str, list[str]]:
    """The three letters that ISO 3166-1 gives each country as well: BE -> [BEL]."""
    return _aliases("territory_aliases", countries())


def languages_three_letters() -> dict[str, list[str]]:
    """The three letters that ISO 639 gives a language of two letters: fr -> [fra, fre]."""
    two_letters = {code for code in map(str, Locale("en").languages) if len(code) == len("en")}
    return _aliases("language_aliases", two_letters)


def _aliases(table: str, codes: Collection[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    aliases: Mapping[str, str | list[str]] = get_global(table)  # type: ignore[arg-type]  # known to CLDR, not to Babel's stubs
    for alias, meant in aliases.items():
        [code] = meant if isinstance(meant, list) and len(meant) == 1 else [meant]
        if isinstance(code, str) and code in codes and len(alias) == len("BEL"):
            found.setdefault(code, []).append(alias)
    return found


@cache
def currencies_in_use() -> frozenset[str]:
    """Every currency that is a country's own today."""
    return frozenset(
        code
        for in_country in get_global("territory_currencies").values()
        for code, _, until, is_tender in in_country
        if until is None and is_tender
    )


def country(code: str) -> str:
    """Return `code`; raise ValueError if it is not an ISO 3166-1 alpha-2 code in capitals."""
    if code not in countries():
        raise ValueError("not an ISO 3166-1 country code")
    return code


def currency(code: str) -> str:
    """Return `code`; raise ValueError if it is not an ISO 4217 currency code."""
    if code not in currencies():
        raise ValueError("not an ISO 4217 currency code")
    return code


@cache
def _known_language(tag: str) -> bool:
    if _TAG.fullmatch(tag) is None or tag == "und":
        return False
    try:
        Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def language(tag: str) -> str:
    """Return `tag`; raise ValueError if it is not a BCP 47 language tag that CLDR knows."""
    if not _known_language(tag):
        raise ValueError("not a language tag")
    return tag


COUNTRIES_ALSO_CALLED: dict[str, tuple[str, ...]] = {
    "AE": ("UAE", "VAE", "EAU", "Emirates", "Emiraten", "Émirats", "الإمارات"),
    "BA": ("Bosnia", "Bosnië", "Bosnie"),
    "BE": ("Kingdom of Belgium", "Koninkrijk België", "Royaume de Belgique", "مملكة بلجيكا"),
    "BF": ("Burkina", "Upper Volta", "Opper-Volta", "Haute-Volta", "بوركينا"),
    "BI": (
        *("Republic of Burundi", "Republiek Burundi", "République du Burundi"),
        *("جمهورية بوروندي",),
    ),
    "BJ": (
        *("Republic of Benin", "Republiek Benin", "République du Bénin", "البنين"),
        *("جمهورية بنين", "Dahomey", "داهومي"),
    ),
    "CD": (
        *("Congo", "Kongo", "الكونغو", "RDC", "DRC", "DR Congo", "RD Congo", "Zaire", "Zaïre"),
        *("Democratic Republic of Congo", "République démocratique du Congo", "Congo belge"),
        *("Belgisch-Congo", "الكونغو الديمقراطية", "زائير", "الكونغو البلجيكية"),
    ),
    "CG": (
        *("Congo", "Kongo", "الكونغو", "Congo Republic", "Congo (Brazza)"),
        *("République du Congo",),
    ),
    "CI": (
        *("Ivory Coast", "Ivoorkust", "Elfenbeinküste", "Costa de Marfil", "كوت ديفوار"),
        *("Republic of Côte d’Ivoire", "Republiek Ivoorkust", "République de Côte d’Ivoire"),
    ),
    "CM": (
        *("Republic of Cameroon", "Republiek Kameroen", "République du Cameroun"),
        *("جمهورية الكاميرون",),
    ),
    "CV": ("Cape Verde", "Cabo Verde", "Cap-Vert", "Kaapverdië"),
    "CZ": ("Czech Republic", "Tsjechische Republiek", "République tchèque"),
    "DE": (
        *("Federal Republic of Germany", "Bondsrepubliek Duitsland"),
        *("République fédérale d’Allemagne", "جمهورية ألمانيا الاتحادية", "BRD", "RFA"),
    ),
    "DZ": (
        *("People's Democratic Republic of Algeria", "Democratische Volksrepubliek Algerije"),
        *("République algérienne démocratique et populaire",),
        *("الجمهورية الجزائرية الديمقراطية الشعبية",),
    ),
    "EG": (
        *("Arab Republic of Egypt", "Arabische Republiek Egypte", "République arabe d’Égypte"),
        *("جمهورية مصر العربية",),
    ),
    "ES": ("Kingdom of Spain", "Koninkrijk Spanje", "Royaume d’Espagne", "مملكة إسبانيا"),
    "FM": ("Micronesia",),
    "FR": ("French Republic", "Franse Republiek", "République française", "الجمهورية الفرنسية"),
    "GB": (
        *("UK", "VK", "Great Britain", "Groot-Brittannië", "Grande-Bretagne", "England"),
        *("Engeland", "Angleterre", "Britain", "بريطانيا", "بريطانيا العظمى", "إنجلترا"),
        *("انكلترا", "إنكلترا"),
    ),
    "IT": (
        *("Italian Republic", "Italiaanse Republiek", "République italienne"),
        *("الجمهورية الإيطالية",),
    ),
    "JO": (
        *("Hashemite Kingdom of Jordan", "Hasjemitisch Koninkrijk Jordanië"),
        *("Royaume hachémite de Jordanie", "المملكة الأردنية الهاشمية"),
    ),
    "KP": ("Korea", "Corée", "كوريا", "DPRK"),
    "KR": ("Korea", "Corée", "كوريا"),
    "LB": (
        *("Lebanese Republic", "Libanese Republiek", "République libanaise"),
        *("الجمهورية اللبنانية",),
    ),
    "LU": (
        *("Grand Duchy of Luxembourg", "Groothertogdom Luxemburg", "Grand-Duché de Luxembourg"),
        *("دوقية لوكسمبورغ الكبرى",),
    ),
    "MA": ("Kingdom of Morocco", "Koninkrijk Marokko", "Royaume du Maroc", "المملكة المغربية"),
    "MK": ("Macedonia", "Macedonië", "Macédoine", "مقدونيا"),
    "MM": ("Burma", "Birma", "Birmanie", "بورما"),
    "NL": (
        *("Holland", "Hollande", "The Netherlands", "Les Pays-Bas"),
        *("Kingdom of the Netherlands", "Koninkrijk der Nederlanden", "Royaume des Pays-Bas"),
        *("مملكة هولندا", "المملكة الهولندية", "الأراضي المنخفضة"),
    ),
    "PS": (
        *("Palestine", "Palestina", "Palestinian Authority", "Palestijnse Autoriteit"),
        *("West Bank", "Cisjordanie", "فلسطين", "State of Palestine", "Staat Palestina"),
        *("État de Palestine", "دولة فلسطين", "الضفة الغربية", "Westelijke Jordaanoever"),
        *("السلطة الفلسطينية", "Autorité palestinienne", "Gaza", "غزة"),
    ),
    "PT": (
        *("Portuguese Republic", "Portugese Republiek", "République portugaise"),
        *("الجمهورية البرتغالية",),
    ),
    "RU": ("Russian Federation", "Fédération de Russie", "Russische Federatie"),
    "RW": (
        *("Republic of Rwanda", "Republiek Rwanda", "République du Rwanda", "جمهورية رواندا"),
        *("Ruanda",),
    ),
    "SA": (
        *("KSA", "Kingdom of Saudi Arabia", "Koninkrijk Saoedi-Arabië"),
        *("Royaume d’Arabie saoudite", "السعودية"),
    ),
    "SN": (
        *("Republic of Senegal", "Republiek Senegal", "République du Sénégal"),
        *("جمهورية السنغال",),
    ),
    "SY": (
        *("Syria", "Syrië", "Syrie", "سورية", "الجمهورية العربية السورية"),
        *("Syrian Arab Republic", "Arabische Republiek Syrië", "République arabe syrienne"),
    ),
    "SZ": ("Swaziland",),
    "TL": ("East Timor", "Oost-Timor", "Timor oriental"),
    "TN": (
        *("Republic of Tunisia", "Tunisian Republic", "Republiek Tunesië"),
        *("République tunisienne", "الجمهورية التونسية"),
    ),
    "TR": (
        *("Turkey", "Turkije", "Turquie", "Turkiye", "Republic of Türkiye", "Republiek Turkije"),
        *("République de Turquie", "الجمهورية التركية"),
    ),
    "TW": ("Taiwan", "Formosa"),
    "US": (
        *("USA", "America", "Amerika", "Amérique", "VS", "United States of America", "أمريكا"),
        *("الولايات المتحدة الأمريكية", "Verenigde Staten van Amerika", "États-Unis d’Amérique"),
    ),
    "VA": ("Vatican", "Holy See", "Heilige Stoel", "Saint-Siège"),
    "VN": ("Viet Nam",),
}
"""Names in use beside CLDR's and this atlas's; one that is two countries' stands with both."""

LANGUAGES_ALSO_CALLED: dict[str, tuple[str, ...]] = {
    "ar": ("عربي",),
    "de": ("ألماني",),
    "en": ("إنجليزي", "انكليزي", "الإنكليزية"),
    "es": ("إسباني",),
    "fr": ("فرنسي",),
    "it": ("إيطالي",),
    "nl": ("هولندي", "Flemish", "Vlaams", "flamand", "فلمنكي", "الفلمنكية"),
    "pt": ("برتغالي",),
    "tr": ("تركي",),
}
"""Names in use beside CLDR's; in Arabic those of what is written in a language."""

CURRENCIES_ALSO_CALLED: dict[str, tuple[str, ...]] = {
    "CDF": ("FC", "franc congolais", "Congolese franc"),
    "EUR": ("€", "euros", "euro's"),
    "GBP": ("£", "pound", "pounds", "pond", "livre"),
    "MAD": ("DH", "DHS", "dirhams", "dirham"),
    "TND": ("DT", "dinar tunisien"),
    "USD": ("$", "US$", "dollar", "dollars"),
    "XAF": ("FCFA", "CFA", "franc CFA"),
    "XOF": ("FCFA", "CFA", "franc CFA"),
}
"""Signs and short names of currencies that the sources use."""

STATES: dict[str, str] = {
    territory: state
    for state, territories in {
        "AU": "CC CX HM NF",
        "CN": "HK MO",
        "DK": "FO GL",
        "FI": "AX",
        "FR": "BL GF GP MF MQ NC PF PM RE TF WF YT",
        "GB": "AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG",
        "NL": "AW BQ CW SX",
        "NO": "BV SJ",
        "NZ": "CK NU TK",
        "US": "AS GU MP PR UM VI",
    }.items()
    for territory in territories.split()
}
"""Territories with an ISO 3166-1 code of their own, and the state whose page shows them too."""


def with_state(code: str) -> tuple[str, ...]:
    """Return the territory's code and, where it belongs to a state, that state's: GP -> GP, FR."""
    return (code, STATES[code]) if code in STATES else (code,)
