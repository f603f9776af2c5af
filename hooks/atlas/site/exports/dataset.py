"""The data set: its files, and then what says of them what they are, how large, and whose."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.graph.counts import FOLDER
from atlas.site.contents import SiteContents
from atlas.site.dataset import data_files, data_package, dcat, linked_graph
from atlas.site.dataset.published_file import PublishedFile
from atlas.site.dataset.table import TableSource


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file."""
    source, published = TableSource.of_site(site), []
    for data, format_, content in data_files.write(source):
        published.append(PublishedFile.of(data, format_, content))
        yield published[-1].path, content
    yield f"{FOLDER}/datapackage.json", data_package.write(source, published)
    catalogue = dcat.describe(site, published)
    yield f"{FOLDER}/dcat.jsonld", linked_graph.write_json_ld(catalogue)
    yield f"{FOLDER}/dcat.ttl", linked_graph.write_turtle(catalogue)
