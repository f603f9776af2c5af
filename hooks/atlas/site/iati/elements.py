"""Elements of an IATI document, and the narratives in them: a text for each language.

Names of elements and attributes are those of the standard: https://iatistandard.org/en/iati-standard/203/
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from datetime import date

from atlas.model import Actor
from atlas.model.edtf_date import EdtfDate
from atlas.site import xml_text
from atlas.site.contents import SiteContents

LANG = "xml:lang"


def add(parent: ET.Element, name: str, **attributes: str | None) -> ET.Element:
    """A new last child; an underscore in the name of an attribute stands for a hyphen, and one
    that is None is left out."""
    known = {
        key.replace("_", "-"): xml_text.clean(value)
        for key, value in attributes.items()
        if value is not None
    }
    return ET.SubElement(parent, name, known)


def narrate(parent: ET.Element, texts: Mapping[str, str]) -> None:
    """Give an element its text in each language there is, in the order of the record."""
    for language, text in texts.items():
        ET.SubElement(parent, "narrative", {LANG: language}).text = xml_text.clean(text)


def add_texts(parent: ET.Element, name: str, texts: Mapping[str, str], type_: str = "") -> None:
    """A new last child that holds nothing but narratives."""
    narrate(add(parent, name, type=type_ or None), texts)


def add_organisation(parent: ET.Element, name: str, actor: Actor, role: str = "") -> None:
    """An actor by its names. It has no `ref`: the atlas knows no registration numbers."""
    node = add(parent, name, role=role or None, type=actor.type.code or None)
    narrate(node, actor.names)


def say(site: SiteContents, message: str) -> dict[str, str]:
    """An interface string in every language of the site."""
    return {one.language.code: one.language.gettext(message) for one in site.editions}


def join_lines(groups: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Texts that stand below one another, as one text of several lines for each language."""
    joined: dict[str, list[str]] = {}
    for texts in groups:
        for language, text in texts.items():
            joined.setdefault(language, []).append(text)
    return {language: "\n".join(lines) for language, lines in joined.items()}


def is_day(value: EdtfDate) -> bool:
    """Whether a date is a day for sure, as `iso-date` has it."""
    return value.precision == "day" and not value.qualifier


def iso(day: date) -> str:
    """A day as xsd:date has it."""
    return f"{day.year:04}-{day.month:02}-{day.day:02}"
