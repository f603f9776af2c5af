"""The town in the name of its authority: Leuven in "the City of Leuven", "Stad Leuven".

So an authority is found by its town's name, and its id begins with no article.
"""

from __future__ import annotations

import re

_ARTICLES = r"the|de|het|la|le|el|die|der|l['’]"
_AUTHORITIES = "|".join(
    (
        r"(?:city|town|municipal|borough|village) council|city|town|municipality|borough|village",
        r"stadsbestuur|gemeentebestuur|stad|gemeente",
        r"ville|commune|municipalité|mairie|commune urbaine|commune rurale",
        r"stadt|gemeinde|ayuntamiento|municipio|comune|câmara municipal|município",
        r"مدينة|بلدية|جماعة|قرية",
    )
)
_OF = r"of|van|de|di|do|da|del|der"
_AUTHORITY = re.compile(
    rf"(?:(?:{_ARTICLES})\s*)?(?:{_AUTHORITIES})\s+"
    rf"(?:(?-i:{_OF})\s+|d['’]\s*|(?P<joined>du|des)\s+)?(?P<town>.+)",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?P<town>.+?)\s+(?:city council|town council|city|municipality|commune|gemeente)",
    re.IGNORECASE,
)
_JOINED = {"du": "Le", "des": "Les"}
"""French writes «de» and the article of a town as one: the «Ville du Mans» is that of Le Mans."""

_ARTICLE = re.compile(
    rf"(?:{_ARTICLES})\s*(?=(?:province|region|région|county|department|département|prefecture"
    rf"|district|gouvernorat|governorate|provincie|regio|gewest)\b)",
    re.IGNORECASE,
)


def find_town(name: str) -> str:
    """The town that a name of an authority holds; the name itself where it holds none.

    The article before a wider authority goes as well: "the Province of Antwerp".
    """
    name = " ".join(name.split())
    found = _AUTHORITY.fullmatch(name)
    if found:
        town = found["town"]
        if found["joined"]:
            return f"{_JOINED[found['joined'].lower()]} {town}"
        if not town[0].islower():
            return town
    elif (behind := _BEHIND.fullmatch(name)) and not behind["town"][0].islower():
        return behind["town"]
    return _ARTICLE.sub("", name)
