"""The records that are there: which of them an answer means, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence

from atlas.cli.interview.options import Option
from atlas.editing import drafts
from atlas.editing.drafts.new_records import NewActor, NewParty, NewSource
from atlas.editing.listed_ties import ListedTies
from atlas.files.document import Document
from atlas.i18n.messages import Verbatim
from atlas.lookup.finder import Finder
from atlas.lookup.municipal_names import find_town
from atlas.lookup.tie_titles import reads_as_tie
from atlas.model.edtf_date import EdtfDate


class RecordLookup:
    """Looks up `documents` for an interview. `language` is the one its answers are in, `listed` are
    the ties of registers."""

    def __init__(self, documents: Sequence[Document], language: str) -> None:
        self.documents = documents
        self.language = language
        self.listed = ListedTies(documents)
        self._finder = Finder(documents)
        self._by_id = {(document.folder, document.id): document for document in documents}

    def find(self, folder: str, text: str) -> list[Option]:
        """The records that `text` may mean."""
        return self._options(folder, self._finder.find(folder, text))

    def find_actors(self, text: str, country: str = "") -> list[Option]:
        """The same for actors, who may go by the name of the place where they have their seat, or
        by their own with what they are before it; of one country, if that is said."""
        town = find_town(text)
        places = self._finder.find("places", text) or self._finder.find("places", town)
        actors = self._finder.find("actors", text) or self._finder.find("actors", town)
        ids = [*actors, *self._finder.find_seated(places)]
        return self._options("actors", self._keep_in(country, "actors", ids))

    def find_towns(self, text: str, country: str = "") -> list[Option]:
        """The places that `text` may mean and in which no actor has its seat."""
        places = self._finder.find("places", text) or self._finder.find("places", find_town(text))
        found = self._options("places", self._keep_in(country, "places", places))
        return [place for place in found if self._is_free(place.code)]

    def find_places(self, text: str, country: str = "") -> list[Option]:
        """The places that `text` may mean; of one country, if that is said."""
        found = self._finder.find("places", text)
        return self._options("places", self._keep_in(country, "places", found))

    def find_near_places(self, text: str) -> list[Option]:
        """The places of nearly that name."""
        return self._options("places", self._finder.find_near("places", text))

    def find_cooperation(self, text: str) -> str:
        """The file of the cooperation that is called just that; "" if none is."""
        found = self._finder.find_called("cooperations", text)
        return self._by_id["cooperations", found[0]].file if found else ""

    def reads_as_tie(self, text: str) -> bool:
        """Whether a text reads as what a cooperation is called, and no source is."""
        return reads_as_tie(
            text,
            lambda name: any(self._finder.find_called(each, name) for each in ("actors", "places")),
        )

    def find_date(self, source: str | NewSource) -> str:
        """When a source was published, or else read; "" where its record does not say."""
        if isinstance(source, NewSource):
            return source.published or source.accessed
        record = self._by_id.get(("sources", source))
        value = (record and record.value) or {}
        dates = (str(value.get(field) or "") for field in ("published", "accessed"))
        return next(filter(_is_date, dates), "")

    def _keep_in(self, country: str, folder: str, ids: Sequence[str]) -> list[str]:
        """Those of some records that lie in a country, or of which that is not known."""
        if not country:
            return list(ids)
        known = ((id_, self._find_countries(folder, id_)) for id_ in ids)
        return [id_ for id_, countries in known if not countries or country in countries]

    def _find_countries(self, folder: str, id_: str) -> list[str]:
        value = self._by_id[folder, id_].value or {}
        countries = value.get("countries")
        if isinstance(countries, list):
            return [code for code in countries if isinstance(code, str)]
        seat = value.get("seat")
        is_known = isinstance(seat, str) and ("places", seat) in self._by_id
        return self._find_countries("places", str(seat)) if is_known else []

    def _is_free(self, place: str) -> bool:
        return not self._finder.find_seated([place])

    def find_near_actors(self, text: str, country: str = "") -> list[Option]:
        """The actors of nearly that name; of one country, if that is said."""
        near = self._finder.find_actors_near(text)
        return self._options("actors", self._keep_in(country, "actors", near))

    def _options(self, folder: str, ids: Sequence[str]) -> list[Option]:
        return [
            Option(id_, Verbatim(self.find_name(id_, folder)), Verbatim(id_))
            for id_ in dict.fromkeys(ids)
        ]

    def find_name(self, record: str | NewActor, folder: str = "actors") -> str:
        """What a record is called, in the language of the answers if it can be."""
        if not isinstance(record, str):
            return next(iter(record.names.values()))
        value = self._by_id[folder, record].value or {}
        names = value.get("names", value.get("title", {}))
        if not isinstance(names, dict):
            return record
        return str(
            names.get(self.language) or names.get("text") or next(iter(names.values()), record)
        )

    def find_language(self, source: str | NewSource) -> str:
        """The language a source is in; that of the answers where its record cannot be read."""
        if isinstance(source, NewSource):
            return source.language
        record = self._by_id.get(("sources", source))
        return str((record and record.value or {}).get("language", self.language))

    def list_ids(self, folder: str) -> list[str]:
        """The ids that records in `folder` have, or had before."""
        return [
            id_
            for document in self.documents
            if document.folder == folder
            for id_ in (document.id, *document.previous_ids)
        ]

    def has(self, folder: str, id_: str) -> bool:
        """Whether there is such a record."""
        return (folder, id_) in self._by_id

    def list_themes(self) -> list[Option]:
        """Every theme, to choose from."""
        return [
            Option(document.id, Verbatim(self.find_name(document.id, "themes")))
            for document in self.documents
            if document.folder == "themes"
        ]

    def find_alike(self, parties: Sequence[NewParty], form: str) -> list[str]:
        """The files of the cooperations that tie just these parties in this form."""
        ids = [party.actor for party in parties if isinstance(party.actor, str)]
        if len(ids) < len(parties):
            return []
        found = drafts.find_alike(self.documents, ids, form)
        return [self._by_id["cooperations", id_].file for id_ in found]


def _is_date(text: str) -> bool:
    """Whether it is a date as records write it."""
    try:
        EdtfDate.parse(text)
    except ValueError:
        return False
    return True
