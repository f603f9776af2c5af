"""How activities are identified, and who reports them.

An activity's identifier begins with the identifier of the reporting organisation, which a register
of organisations has given out (https://org-id.guide): mkdocs.yml has it, once there is one. Without
it the atlas makes none up: `reporting-org/@ref` stays empty, and identifiers begin with the site's
own address, which nobody else has. Such a file is valid, and can be read by everybody; what it
lacks is a publisher that IATI's registry knows.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Collection

from atlas.model import Cooperation
from atlas.site.contents import SiteContents
from atlas.site.iati.elements import add, narrate

_OTHER = "90"
"""In IATI's OrganisationType; it is said of an organisation whose type mkdocs.yml leaves out."""

_OWN_ID, _FORMER_ID = "A1", "B1"
"""In IATI's OtherIdentifierType."""

_PARENT, _CHILD = "1", "2"
"""In IATI's RelatedActivityType."""


def identify(site: SiteContents, id_: str) -> str:
    """The identifier of an activity: letters, digits, hyphens and full stops."""
    organisation = site.info.iati_organisation
    prefix = organisation or re.sub(r"[^A-Za-z0-9.]+", "-", _bare(site.info.url)).strip("-")
    return f"{prefix}-{id_}".lstrip("-")


def add_reporter(activity: ET.Element, site: SiteContents) -> None:
    """The atlas, which tells of what others do: the standard calls it a secondary reporter."""
    node = add(
        activity,
        "reporting-org",
        ref=site.info.iati_organisation,
        type=site.info.iati_type or _OTHER,
        secondary_reporter="1",
    )
    narrate(node, {one.edition.language.code: one.author or _name(site) for one in site.contexts})


def add_other_identifiers(
    activity: ET.Element, site: SiteContents, id_: str, record: Cooperation
) -> None:
    """The id of the record, and the identifiers that the activity had under former ids."""
    add(activity, "other-identifier", ref=id_, type=_OWN_ID)
    for former in record.previous_ids:
        add(activity, "other-identifier", ref=identify(site, former), type=_FORMER_ID)


def add_related(
    activity: ET.Element, site: SiteContents, id_: str, written: Collection[str]
) -> None:
    """What it is a part of and what its parts are, where they are activities too.

    That one cooperation follows or prepares another has no code in the standard.
    """
    whole = site.atlas.records.cooperations[id_].part_of
    if whole in written and whole is not None:
        add(activity, "related-activity", ref=identify(site, whole), type=_PARENT)
    for part in site.atlas.parts.get(id_, ()):
        if part in written:
            add(activity, "related-activity", ref=identify(site, part), type=_CHILD)


def _bare(url: str) -> str:
    return url.partition("://")[2] or url


def _name(site: SiteContents) -> str:
    return site.info.author or next(iter(site.info.names.values()), "")
