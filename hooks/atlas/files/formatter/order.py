"""The order of a record's fields: the model's, with what every record may have at the end."""

from __future__ import annotations

from functools import cache

from atlas.model import MODELS, Record, fields


@cache
def rank_fields(folder: str, path: tuple[str, ...]) -> dict[str, int]:
    """The place of every field of the group at `path` (its fields' names) in a record of `folder`.

    Empty where the names are not the model's, as in texts per language: they stay as they are.
    """
    names = fields.names(MODELS[folder], path)
    if not path:
        inherited = [name for name in Record.model_fields if name in names]
        names = [name for name in names if name not in inherited] + inherited
    return {name: rank for rank, name in enumerate(names)}
