"""A file of the data set as it is published, for those who describe it: its size and checksum."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from atlas.pages.data_files import DataSet, Format


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """Some data in a format; `size` in bytes, `sha256` in hexadecimal digits."""

    data: DataSet
    format: Format
    size: int
    sha256: str

    @classmethod
    def of(cls, data: DataSet, format_: Format, content: bytes) -> PublishedFile:
        """The file with this content."""
        return cls(data, format_, len(content), hashlib.sha256(content).hexdigest())

    @property
    def path(self) -> str:
        """Where it lies, from the root of the site."""
        return self.data.path(self.format)
