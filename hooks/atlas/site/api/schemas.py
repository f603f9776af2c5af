"""The JSON Schemas of all that the API publishes: what a reader gets, not what an editor writes."""

from __future__ import annotations

from typing import Any

from atlas.model import Part, json_schema
from atlas.site.api import shapes
from atlas.site.api.list_shapes import LISTS

LIST = "list-of-"
"""Begins the name of the schema of a list."""

MODELS: dict[str, type[Part]] = {
    **shapes.FILES,
    **{f"{LIST}{name}" if name in shapes.FILES else name: model for name, model in LISTS.items()},
}
"""What each schema is of, by its name."""


def make(url: str) -> dict[str, dict[str, Any]]:
    """Each schema by its name; `url` is the address that those names follow."""
    return {
        name: json_schema.make_published_schema(model, f"{url}{name}.json")
        for name, model in MODELS.items()
    }
