"""Records as linked data: schema.org in JSON-LD, for search engines and catalogues.

A page says of its own record what can be said; of others it gives the kind, the name, and the
address of the page that says the rest. Addresses are relative to the page (JSON-LD 1.1, «Locating a
Specific JSON-LD Script Element» and «Base IRI»): they stand in thousands of pages.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from atlas.graph.beginnings import start_of
from atlas.graph.edition import Edition
from atlas.model import Actor, Budget, Lifetime, Moment, Party, Place
from atlas.model.vocabulary import ActorKind, ActorType, BudgetPer, PlaceType
from atlas.pages.search_names import former_names

Node = dict[str, object]

_ORGANISATIONS = {
    ActorType.NATIONAL_GOVERNMENT: "GovernmentOrganization",
    ActorType.LOCAL_GOVERNMENT: "GovernmentOrganization",
    ActorType.OTHER_PUBLIC_SECTOR: "GovernmentOrganization",
    ActorType.INTERNATIONAL_NGO: "NGO",
    ActorType.NATIONAL_NGO: "NGO",
    ActorType.REGIONAL_NGO: "NGO",
    ActorType.PARTNER_COUNTRY_NGO: "NGO",
    ActorType.PRIVATE_SECTOR: "Corporation",
    ActorType.ACADEMIC: "EducationalOrganization",
}
_PLACES = {
    PlaceType.MUNICIPALITY: "City",
    PlaceType.ISLAND: "Place",
    PlaceType.RIVER_BASIN: "Place",
}


OWN = "./"
"""The page's own address, which is its record's."""


def address(section: str, id_: str) -> str:
    """The address of another record's page, from that of any record."""
    return f"../../{section}/{id_}/"


def script(node: Mapping[str, object]) -> Markup:
    """The node as a script element; nothing in it can end the element (HTML, «script data»)."""
    text = json.dumps(
        {"@context": "https://schema.org", **node}, ensure_ascii=False, separators=(",", ":")
    )
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(text))  # noqa: S704 - escaped above


def page_script(edition: Edition, section: str, id_: str) -> Markup:
    """The linked data of one page, as a script element; nothing for pages of other kinds."""
    describe = _NODES.get(section)
    if describe is None or id_ not in getattr(edition.atlas.records, section):
        return Markup("")
    return script({**describe(edition, id_), "@id": OWN})


def project(edition: Edition, id_: str) -> Node:
    """A cooperation as a schema.org Project (there is no class for a twinning)."""
    record = edition.atlas.records.cooperations[id_]
    return _without_gaps(
        {
            "@type": "Project",
            "@id": address("cooperations", id_),
            "name": edition.text(record.title).text,
            "foundingDate": _date(start_of(record)),
            "dissolutionDate": _date(record.dates.actual_end) if record.dates else None,
            "member": [_member(edition, party) for party in record.parties],
            "location": [_place(edition, pin) for pin in _located_at(edition, id_)],
            "keywords": [edition.theme(theme).name.text for theme in record.theme_ids],
            "funding": [
                _grant(edition, budget)
                for budget in record.budget
                if budget.per in (BudgetPer.TOTAL, BudgetPer.PERIOD)
            ],
            "subjectOf": [_work(edition, source) for source in _who_speaks(edition, id_)],
        }
    )


def _grant(edition: Edition, budget: Budget) -> Node:
    """A budget, and who has a share in it."""
    return _without_gaps(
        {
            "@type": "MonetaryGrant",
            "amount": {
                "@type": "MonetaryAmount",
                "value": budget.amount,
                "currency": budget.currency,
                **_without_gaps(
                    {
                        "validFrom": _date(budget.period_start),
                        "validThrough": _date(budget.period_end),
                    }
                ),
            },
            "funder": [_party(edition, share.actor) for share in budget.shares],
        }
    )


def _member(edition: Edition, party: Party) -> Node:
    """A party; one that joined later or has left in a role with its dates."""
    member = _party(edition, party.actor)
    if not party.since and not party.until:
        return member
    return _without_gaps(
        {
            "@type": "OrganizationRole",
            "member": member,
            "startDate": _date(party.since),
            "endDate": _date(party.until),
        }
    )


def _party(edition: Edition, id_: str) -> Node:
    return {
        "@type": _organisation(edition.atlas.records.actors[id_]),
        "@id": address("actors", id_),
        "name": edition.actor(id_).name.bare,
    }


def _place(edition: Edition, id_: str) -> Node:
    record = edition.atlas.records.places[id_]
    return {
        "@type": _kind_of_place(record),
        "@id": address("places", id_),
        "name": edition.text(record.names).text,
    }


def _work(edition: Edition, id_: str) -> Node:
    title = edition.atlas.records.sources[id_].title.text
    return {"@type": "CreativeWork", "@id": address("sources", id_), "name": title}


def _located_at(edition: Edition, id_: str) -> Sequence[str]:
    """The places with a point; of a wide cooperation, whose parties each tell their own, those
    where it takes place."""
    atlas = edition.atlas
    if not atlas.breadth.is_wide(id_):
        return atlas.pins_of[id_]
    places, record = atlas.records.places, atlas.records.cooperations[id_]
    return [one for one in record.locations if places[one].coordinates]


def _who_speaks(edition: Edition, id_: str) -> list[str]:
    """The sources of a cooperation, then the registers that list its tie too."""
    record, listed = edition.atlas.records.cooperations[id_], edition.atlas.listed
    pairs = (listed.pairs[pair] for pair in listed.by_cooperation.get(id_, ()))
    registers = (tie.source for pair in pairs for tie in pair.ties)
    return list(dict.fromkeys([*(citation.source for citation in record.sources), *registers]))


def organisation(edition: Edition, id_: str) -> Node:
    """An actor."""
    record = edition.atlas.records.actors[id_]
    seat = record.seat or edition.atlas.town_of.get(id_)
    life = record.lifetime or edition.atlas.lives.ended[Actor.folder].get(id_) or Lifetime()
    return _without_gaps(
        {
            "@type": _organisation(record),
            "@id": address("actors", id_),
            "name": edition.text(record.names).text,
            "alternateName": sorted(
                {*record.names.values(), *record.acronyms, *former_names(record)}
            ),
            "foundingDate": _date(life.founded),
            "dissolutionDate": _date(life.dissolved),
            "url": record.website,
            "sameAs": _wikidata(record),
            "location": place(edition, seat) if seat else None,
        }
    )


def place(edition: Edition, id_: str) -> Node:
    """A place, with its point and its other addresses."""
    record = edition.atlas.records.places[id_]
    point = record.coordinates
    return _without_gaps(
        {
            "@type": _kind_of_place(record),
            "@id": address("places", id_),
            "name": edition.text(record.names).text,
            "alternateName": sorted({*former_names(record)}),
            "containedInPlace": [
                {"@type": "Country", "name": edition.language.country(code), "identifier": code}
                for code in record.countries
            ],
            "geo": {"@type": "GeoCoordinates", "latitude": point.lat, "longitude": point.lon}
            if point
            else None,
            "identifier": [
                {
                    "@type": "PropertyValue",
                    "propertyID": f"{code.name or code.scheme.label} {code.year}",
                    "value": code.code,
                }
                for code in record.codes
            ],
            "sameAs": [one for one in (_geonames(record), _wikidata(record)) if one],
        }
    )


def work(edition: Edition, id_: str) -> Node:
    """A source, as a schema.org CreativeWork."""
    record = edition.atlas.records.sources[id_]
    return _without_gaps(
        {
            "@type": "CreativeWork",
            "@id": address("sources", id_),
            "name": record.title.text,
            "url": record.url,
            "archivedAt": record.archive_url,
            "inLanguage": record.language,
            "publisher": {"@type": "Organization", "name": record.publisher}
            if record.publisher
            else None,
            "datePublished": _date(record.published),
            "dateModified": _date(record.modified),
        }
    )


_NODES = {
    "cooperations": project,
    "places": place,
    "actors": organisation,
    "sources": work,
}
"""What describes the page of a record, by its section."""


def _geonames(record: Place) -> str | None:
    return f"https://sws.geonames.org/{record.geonames}/" if record.geonames else None


def _wikidata(record: Actor | Place) -> str | None:
    return f"https://www.wikidata.org/entity/{record.wikidata}" if record.wikidata else None


def _organisation(record: Actor) -> str:
    if record.kind is ActorKind.HOSPITAL:
        return "Hospital"
    return _ORGANISATIONS.get(record.type, "Organization")


def _kind_of_place(record: Place) -> str:
    return _PLACES.get(record.type, "AdministrativeArea")


def _date(moment: Moment | None) -> str | None:
    """ISO 8601, for certain dates only: schema.org has no way to say «about»."""
    text = getattr(moment, "text", "")
    return text if text and not getattr(moment, "qualifier", "") else None


def _without_gaps(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, [], "")}
