"""The description of the API for programs (OpenAPI 3.1.1)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic.json_schema import models_json_schema

from atlas.model import Part
from atlas.model.json_schema import OfPublished
from atlas.model.scalars import ID_PATTERN, LONGEST_ID
from atlas.model.vocabulary.registers import OWN_LICENCE
from atlas.pages import api_addresses
from atlas.pages.data_files import COOPERATIONS, CSV, DATA_PACKAGE, PACKAGE
from atlas.pages.page import PageContext
from atlas.site.api import shapes
from atlas.site.api.list_shapes import LISTS

VERSION = "1.0.0"
"""The addresses of the API begin with the first number: while that stays, fields and files may be
added, and none goes."""

_MANNERS = (
    "Files that are made with the site: they want no key and know no queries. What the atlas has"
    " researched and what registers list, which nobody has checked, are told apart by `tier` and"
    " never counted together. Ids are never given to anything else; `removed.json` says what became"
    " of those that are no more."
)

_PART = "#/components/schemas/"
_JSON = "application/json"

_TABLE = (
    f"Rows of {COOPERATIONS.path(CSV)}, whose columns {PACKAGE.path(DATA_PACKAGE)} describes; both"
    " from the root of the site."
)

_ID = {
    "name": "id",
    "in": "path",
    "required": True,
    "schema": {"type": "string", "pattern": f"^{ID_PATTERN}$", "maxLength": LONGEST_ID},
}
_ABOUT = {
    "countries": "ISO 3166-1 alpha-2 code in small letters.",
    "listed-ties": "ISO 3166-1 alpha-2 code of the country in small letters.",
    "goals": "Number of the goal, from 1 to 17.",
}


def make(context: PageContext) -> dict[str, Any]:
    """The description of the API of a site: no more than which files a reader may fetch."""
    site, code = context.site, context.edition.language.code
    models: list[type[Part]] = [*LISTS.values(), *shapes.FILES.values()]
    refs, definitions = models_json_schema(
        [(model, "serialization") for model in models],
        ref_template=f"{_PART}{{model}}",
        schema_generator=OfPublished,
    )
    schemas = {model: refs[model, "serialization"] for model in models}
    return {
        "openapi": "3.1.1",
        "info": {
            "title": site.names[code],
            "version": VERSION,
            "description": f"{site.descriptions.get(code, '')}\n\n{_MANNERS}".strip(),
            "license": {"name": "Creative Commons Attribution 4.0", "identifier": OWN_LICENCE},
        },
        "servers": [{"url": f"{site.url}{api_addresses.FOLDER}"}],
        "security": [],
        "tags": [
            {"name": "lists", "description": "All things of a kind."},
            {"name": "single things", "description": "All that is known of one."},
        ],
        "paths": {**_lists(schemas), **_files(schemas), **_tables()},
        "components": {"schemas": _used(definitions["$defs"], schemas.values())},
    }


def _used(parts: Mapping[str, Any], schemas: Iterable[Any]) -> dict[str, Any]:
    """The parts that something refers to: pydantic makes a few that nothing does."""
    text = json.dumps([parts, *schemas])
    return {name: part for name, part in parts.items() if f'"{_PART}{name}"' in text}


def _lists(schemas: Mapping[type[Part], Any]) -> dict[str, Any]:
    return {
        f"/{name}.json": {
            "get": {
                "operationId": f"list-{name}",
                "tags": ["lists"],
                "summary": _summarise(model),
                "responses": _answer(_JSON, schemas[model]),
            }
        }
        for name, model in LISTS.items()
    }


def _files(schemas: Mapping[type[Part], Any]) -> dict[str, Any]:
    return {
        f"/{kind}/{{id}}.json": {
            "parameters": [_name_parameter(kind)],
            "get": {
                "operationId": f"get-{kind}",
                "tags": ["single things"],
                "summary": _summarise(model),
                "responses": _answer(_JSON, schemas[model]),
            },
        }
        for kind, model in shapes.FILES.items()
    }


def _tables() -> dict[str, Any]:
    return {
        f"/{kind}/{{id}}.csv": {
            "parameters": [_name_parameter(kind)],
            "get": {
                "operationId": f"get-table-of-{kind}",
                "tags": ["single things"],
                "summary": "The researched cooperations of its page as a table (RFC 4180).",
                "description": _TABLE,
                "responses": _answer(CSV.media_type, {"type": "string"}),
            },
        }
        for kind in api_addresses.TABLED
    }


def _name_parameter(kind: str) -> dict[str, Any]:
    about = _ABOUT.get(kind, "Id, which no other thing of its kind ever gets.")
    return {**_ID, "description": about}


def _summarise(model: type[Part]) -> str:
    """The first sentence of what a model says of itself, in one line."""
    return " ".join((model.__doc__ or "").split())


def _answer(media_type: str, schema: Any) -> dict[str, Any]:
    return {
        "200": {"description": "The file.", "content": {media_type: {"schema": schema}}},
        "404": {"description": "There is none."},
    }
