"""What programs are told of the static API: its description (OpenAPI) and its JSON Schemas."""

from __future__ import annotations

from collections.abc import Iterator

from atlas.pages.api_addresses import FOLDER, SCHEMAS
from atlas.site.api import openapi, schemas
from atlas.site.columns import write_json
from atlas.site.contents import SiteContents


def files(site: SiteContents) -> Iterator[tuple[str, bytes]]:
    """Path from the root of the site and content of each file. No record changes any of them."""
    yield f"{FOLDER}/openapi.json", write_json(openapi.make(site.contexts[0]))
    for name, schema in schemas.make(f"{site.info.url}{SCHEMAS}/").items():
        yield f"{SCHEMAS}/{name}.json", write_json(schema)
