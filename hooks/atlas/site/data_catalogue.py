"""The atlas as a data set in a catalogue of its own: schema.org for the home page."""

from __future__ import annotations

from atlas.graph.edition import Edition
from atlas.pages import data_files
from atlas.pages.citation import LICENCE_URL
from atlas.pages.data_files import DataSet
from atlas.pages.page import SiteInfo
from atlas.site.dataset.licences import list_licences
from atlas.site.linked_data import Node


def describe(edition: Edition, site: SiteInfo) -> Node:
    """The atlas as a catalogue of one data set."""
    code = edition.language.code
    root = f"{site.url}{edition.language.prefix}"
    name, description = site.names[code], site.descriptions[code]
    return {
        "@type": "DataCatalog",
        "@id": f"{root}#catalogue",
        "name": name,
        "description": description,
        "url": root,
        "inLanguage": code,
        "license": LICENCE_URL,
        "dataset": {
            "@type": "Dataset",
            "@id": f"{root}#dataset",
            "name": name,
            "description": description,
            "url": f"{root}cooperations/",
            "license": LICENCE_URL,
            "inLanguage": [language.code for language in edition.languages],
            "creator": {"@type": "Organization", "name": site.author},
            "spatialCoverage": [
                edition.language.country(code) for code in sorted(edition.atlas.by_country)
            ],
            "distribution": [
                _download(edition, site, data)
                for data in (*data_files.present(edition.atlas), *data_files.DESCRIPTIONS)
            ],
        },
    }


def _download(edition: Edition, site: SiteInfo, data: DataSet) -> Node:
    """Some of the data set in its foremost format; the others are in what describes the files."""
    licences = list_licences(data.tiers, edition.atlas.records.registers)
    return {
        "@type": "DataDownload",
        "name": edition.language.gettext(data.label),
        "contentUrl": f"{site.url}{data.path(data.formats[0])}",
        "encodingFormat": data.formats[0].media_type,
        "license": [one.address for one in licences],
    }
