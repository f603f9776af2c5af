"""The addresses of a site, each taken once; none that a record could take is the site's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atlas.files.ids import is_reserved
from atlas.graph.relate import Atlas
from atlas.i18n.languages import Language
from atlas.model.ledgers import Removal
from atlas.pages import RECORD_SECTIONS


class AddressError(Exception):
    """A file cannot lie at its address; the text says why, and what to do."""


class Addresses:
    """What lies where in one site. Disks and servers that know no capitals are thought of."""

    def __init__(
        self, languages: Iterable[Language], atlas: Atlas, removed: Iterable[Removal]
    ) -> None:
        """Begin a site in these languages, with the records of an atlas, and those `removed`."""
        ids = {section: set(_ids(atlas, section)) for section in RECORD_SECTIONS}
        for removal in removed:
            ids.get(removal.folder.value, set()).add(removal.id)
        self._ids = {
            f"{language.prefix}{section}": ids[section] for language in languages for section in ids
        }
        self._files: set[str] = set()
        self._folders: set[str] = set()

    def take(self, path: str) -> None:
        """Note a file, by its path from the root of the site.

        Raises AddressError if something else lies there, or if a record could come to lie there.
        """
        self.require_reserved(path)
        key = path.casefold()
        parts = key.split("/")
        folders = {"/".join(parts[:length]) for length in range(1, len(parts))}
        if key in self._files or key in self._folders or folders & self._files:
            raise AddressError(f"something else lies at {path}. Give one of the two another name.")
        self._files.add(key)
        self._folders |= folders

    def require_reserved(self, path: str) -> None:
        """Raise AddressError if a record could come to lie at a path that is none's: a name in a
        section of records is a record's, or one that no record can have."""
        parts = path.split("/")
        for depth in range(1, len(parts)):
            ids = self._ids.get("/".join(parts[:depth]))
            name = parts[depth].removesuffix(".html")
            if ids is not None and name not in ids and not is_reserved(name):
                raise AddressError(
                    f"{path} has an address that a record could take. "
                    "Reserve it in hooks/atlas/files/ids.py, or choose one outside of the section."
                )


def _ids(atlas: Atlas, section: str) -> Iterator[str]:
    """The ids of a section's records, today's and former."""
    for record in getattr(atlas.records, section).values():
        yield from (record.id, *record.previous_ids)
