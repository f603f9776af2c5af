"""The entry of the atlas in catalogues of data, after DCAT-AP 3: a catalogue of a data set for each
tier and one for what holds both, with a distribution for each file, and of the API."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from atlas.graph.beginnings import start_of
from atlas.model import first_day
from atlas.model.vocabulary import N_, Tier
from atlas.model.vocabulary.registers import OWN_LICENCE
from atlas.pages import api_addresses, offered_files
from atlas.site.contents import SiteContents
from atlas.site.dataset import authority_lists
from atlas.site.dataset.licences import list_licences
from atlas.site.dataset.linked_graph import Literal, Node, Ref
from atlas.site.dataset.published_file import PublishedFile

Tiers = tuple[Tier, ...]

_BOTH = (Tier.RESEARCHED, Tier.LISTED)

_SETS = {
    (Tier.RESEARCHED,): (
        "researched",
        N_("Researched cooperations"),
        N_("Cooperations from their sources: who takes part, since when, and on what."),
    ),
    (Tier.LISTED,): (
        "listed",
        N_("Listed ties"),
        N_("Ties between towns that registers list, and that nobody here has checked."),
    ),
    _BOTH: (
        "dataset",
        N_("Researched cooperations and listed ties"),
        N_("What was researched and what registers list, told apart in each table by a column."),
    ),
}
"""By tiers the fragment of a data set's address, what it is called, and what it is."""

_SERVICE = "api"
"""The fragment of the address of the API, as a service."""

_SHA_256 = Ref("http://spdx.org/rdf/terms#checksumAlgorithm_sha256")


def describe(site: SiteContents, files: Sequence[PublishedFile]) -> list[Node]:
    """The catalogue, its data sets and their files, and what these refer to."""
    entry = _Entry(site)
    of_set = {tiers: [one for one in files if one.data.tiers == tiers] for tiers in _SETS}
    sets = {tiers: found for tiers, found in of_set.items() if found}
    return [
        entry.catalogue(sets),
        *(entry.data_set(tiers, found) for tiers, found in sets.items()),
        *(entry.distribution(file) for found in sets.values() for file in found),
        entry.service(sets),
        *entry.referred(files),
    ]


class _Entry:
    """What the parts of an entry share: the records, and the site's settings."""

    def __init__(self, site: SiteContents) -> None:
        self._info, self._atlas = site.info, site.atlas
        self._languages = [edition.language for edition in site.editions]
        self._spoken = authority_lists.languages(one.code for one in self._languages)
        self._publisher = self._own("publisher")

    def catalogue(self, sets: Iterable[Tiers]) -> Node:
        """The catalogue (DCAT-AP 3, «Catalogue»): title and description are the site's, of which
        the latter, which must be there, says no more than the former where there is none."""
        titles = self._in_each(self._info.names)
        return _without_gaps(
            {
                "@id": self._own("catalogue"),
                "@type": "dcat:Catalog",
                "dct:title": titles,
                "dct:description": self._in_each(self._info.descriptions) or titles,
                "dct:publisher": self._publisher,
                "foaf:homepage": Ref(self._info.url),
                "dct:language": self._spoken,
                "dct:license": Ref(OWN_LICENCE.address),
                "dct:spatial": self._countries(_BOTH),
                "dcat:dataset": [self._own(_SETS[tiers][0]) for tiers in sets],
                "dcat:service": self._own(_SERVICE),
                **self._version(),
            }
        )

    def data_set(self, tiers: Tiers, files: Sequence[PublishedFile]) -> Node:
        """The data set of the files that hold these tiers (DCAT-AP 3, «Dataset»)."""
        fragment, title, description = _SETS[tiers]
        names = {
            one.code: f"{self._info.names[one.code]}{one.colon}{one.gettext(title)}"
            for one in self._languages
        }
        about = {one.code: one.gettext(description) for one in self._languages}
        return _without_gaps(
            {
                "@id": self._own(fragment),
                "@type": "dcat:Dataset",
                "dct:identifier": Literal(self._own(fragment).address),
                "dct:title": self._in_each(names),
                "dct:description": self._in_each(about),
                "dct:publisher": self._publisher,
                "dcat:contactPoint": self._contact(),
                "dcat:theme": list(authority_lists.SUBJECTS),
                "dct:language": self._spoken,
                "dct:spatial": self._countries(tiers),
                "dct:temporal": _period_from(self._find_start(tiers)),
                "dcat:landingPage": Ref(f"{self._info.url}data/"),
                "dcat:distribution": [self._distribution(file) for file in files],
                **self._version(),
            }
        )

    def service(self, sets: Iterable[Tiers]) -> Node:
        """The API (DCAT-AP 3, «Data Service»), which answers with what all data sets hold."""
        titles = {
            one.code: f"{self._info.names[one.code]}{one.colon}API" for one in self._languages
        }
        description = offered_files.API_DESCRIPTION
        [openapi] = description.formats
        return _without_gaps(
            {
                "@id": self._own(_SERVICE),
                "@type": "dcat:DataService",
                "dct:title": self._in_each(titles),
                "dct:publisher": self._publisher,
                "dcat:contactPoint": self._contact(),
                "dcat:endpointURL": Ref(f"{self._info.url}{api_addresses.FOLDER}/"),
                "dcat:endpointDescription": Ref(f"{self._info.url}{description.path(openapi)}"),
                "dcat:servesDataset": [self._own(_SETS[tiers][0]) for tiers in sets],
                "dct:license": Ref(OWN_LICENCE.address),
            }
        )

    def distribution(self, file: PublishedFile) -> Node:
        """A file (DCAT-AP 3, «Distribution»), which has one licence at most: where rows have
        several, ours, which asks for the most, and a statement of rights that names all."""
        registers, address = self._atlas.records.registers, Ref(f"{self._info.url}{file.path}")
        titles = {
            one.code: f"{one.gettext(file.data.label)} ({file.format.name})"
            for one in self._languages
        }
        own = list_licences(file.data.tiers, registers)[0]
        listed = ", ".join(list_licences((Tier.LISTED,), registers))
        rights = f"researched: {OWN_LICENCE}; listed: {listed}"
        return _without_gaps(
            {
                "@id": self._distribution(file),
                "@type": "dcat:Distribution",
                "dct:title": self._in_each(titles),
                "dcat:accessURL": address,
                "dcat:downloadURL": address,
                "dcat:mediaType": authority_lists.media_type(file.format),
                "dct:format": authority_lists.file_type(file.format),
                "dcat:byteSize": Literal(str(file.size), type="xsd:nonNegativeInteger"),
                "spdx:checksum": {
                    "@type": "spdx:Checksum",
                    "spdx:algorithm": _SHA_256,
                    "spdx:checksumValue": Literal(file.sha256, type="xsd:hexBinary"),
                },
                "dct:license": Ref(own.address),
                "dct:rights": {"@type": "dct:RightsStatement", "rdfs:label": Literal(rights)}
                if file.data.tiers == _BOTH and listed
                else None,
            }
        )

    def referred(self, files: Iterable[PublishedFile]) -> Iterator[Node]:
        """Who publishes, and of what class all is that has an address elsewhere."""
        yield {
            "@id": self._publisher,
            "@type": "foaf:Agent",
            "foaf:name": Literal(self._info.operator or self._info.author),
            "foaf:homepage": Ref(self._info.url),
        }
        formats = list(dict.fromkeys(one.format for one in files))
        licences = list_licences(_BOTH, self._atlas.records.registers)
        kinds: Mapping[str, Sequence[Ref | None]] = {
            "dct:LinguisticSystem": self._spoken,
            "dct:Location": self._countries(_BOTH),
            "dct:LicenseDocument": [Ref(one.address) for one in licences],
            "dct:MediaType": [authority_lists.media_type(one) for one in formats],
            "dct:MediaTypeOrExtent": [authority_lists.file_type(one) for one in formats],
            "foaf:Document": [Ref(self._info.url), Ref(f"{self._info.url}data/")],
            "spdx:ChecksumAlgorithm": [_SHA_256],
        }
        for ref, label in authority_lists.SUBJECTS.items():
            yield {"@id": ref, "@type": "skos:Concept", "skos:prefLabel": Literal(label, "en")}
        for kind, refs in kinds.items():
            yield from ({"@id": ref, "@type": kind} for ref in refs if ref)

    def _version(self) -> Node:
        """What is built, if it is a released version (DCAT 3, «Versioning»)."""
        version, day = self._info.version, self._info.version_day
        return {
            "dcat:version": Literal(version) if version else None,
            "owl:versionInfo": Literal(version) if version else None,
            "dct:modified": Literal(day, type="xsd:date") if version and day else None,
        }

    def _own(self, fragment: str) -> Ref:
        return Ref(f"{self._info.url}#{fragment}")

    def _distribution(self, file: PublishedFile) -> Ref:
        return Ref(f"{self._info.url}{file.path}#distribution")

    def _in_each(self, texts: Mapping[str, str]) -> list[Literal]:
        """The texts that there are, in the order of the languages."""
        texts = {one.code: texts.get(one.code, "") for one in self._languages}
        return [Literal(text, code) for code, text in texts.items() if text]

    def _contact(self) -> Node:
        contact = self._info.contact or f"{self._info.repository}/issues"
        by_mail = contact.startswith("mailto:")
        return {
            "@type": "vcard:Kind",
            "vcard:fn": Literal(self._info.operator or self._info.author),
            "vcard:hasEmail" if by_mail else "vcard:hasURL": Ref(contact),
        }

    def _countries(self, tiers: Tiers) -> list[Ref]:
        researched = self._atlas.by_country if Tier.RESEARCHED in tiers else ()
        listed = self._atlas.listed.by_country if Tier.LISTED in tiers else ()
        return authority_lists.countries(sorted({*researched, *listed}))

    def _find_start(self, tiers: Tiers) -> date | None:
        """The first day on which the earliest of the ties may have begun."""
        records = self._atlas.records
        starts = []
        if Tier.RESEARCHED in tiers:
            starts += [start_of(one) for one in records.cooperations.values()]
        if Tier.LISTED in tiers:
            starts += [tie.start for tie in records.ties.values()]
        return min(filter(None, map(first_day, starts)), default=None)


def _period_from(start: date | None) -> Node | None:
    """A time that began then, and has no end that is known."""
    if start is None:
        return None
    day = Literal(start.isoformat(), type="xsd:date")
    return {"@type": "dct:PeriodOfTime", "dcat:startDate": day}


def _without_gaps(node: Node) -> Node:
    return {name: value for name, value in node.items() if value}
