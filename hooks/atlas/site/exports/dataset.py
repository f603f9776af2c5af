"""The data set: its files, and then what says of them what they are, how large, and whose."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.pages.data_files import DATA_PACKAGE, JSON_LD, PACKAGE, PORTAL_ENTRY, TURTLE
from atlas.site.contents import SiteContents
from atlas.site.dataset import data_files, data_package, dcat, linked_graph
from atlas.site.dataset.published_file import PublishedFile
from atlas.site.dataset.table import TableSource


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file."""
    source, published = TableSource.of(site.contexts[0]), []
    for data, format_, content in data_files.write(source):
        published.append(PublishedFile.of(data, format_, content))
        yield published[-1].path, content
    yield PACKAGE.path(DATA_PACKAGE), data_package.write(source, published)
    catalogue = dcat.describe(site, published)
    yield PORTAL_ENTRY.path(JSON_LD), linked_graph.write_json_ld(catalogue)
    yield PORTAL_ENTRY.path(TURTLE), linked_graph.write_turtle(catalogue)
