"""Every part of a record, and the path it stands at."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from atlas.strict_yaml import Path


def parts(part: BaseModel, path: Path = ()) -> Iterator[tuple[Path, BaseModel]]:
    """`part` itself, then all that lies in it, in the order of the model's fields."""
    yield path, part
    for name, value in part:
        if isinstance(value, BaseModel):
            yield from parts(value, (*path, name))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from parts(item, (*path, name, index))
