"""The region of the world that a country lies in, by the United Nations' standard M49."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

_COUNTRIES = {
    "Africa": """
        AC AO BF BI BJ BW CD CF CG CI CM CV DG DJ DZ EA EG EH ER ET GA GH GM GN GQ GW IC IO KE KM
        LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TA TD TF TG TN TZ
        UG YT ZA ZM ZW""",
    "Americas": """
        AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CP CR CU CW DM DO EC FK GD GF GL GP GS GT
        GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI""",
    "Asia": """
        AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN
        MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE""",
    "Europe": """
        AD AL AT AX BA BE BG BY CH CQ CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI
        LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK""",
    "Oceania": """
        AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS""",
}
"""The codes of the countries and territories of each region, by what M49 calls it in English.

Those that M49 does not have, such as XK and TW, stand where CLDR has them («territoryContainment»).
Antarctica lies in no region.
"""


def find_regions(countries: Iterable[str]) -> list[str]:
    """The regions of some countries, by their ISO 3166-1 alpha-2 codes, each once, sorted."""
    region_of = _by_country()
    return sorted({region_of[code] for code in countries if code in region_of})


@cache
def _by_country() -> dict[str, str]:
    return {code: region for region, codes in _COUNTRIES.items() for code in codes.split()}
