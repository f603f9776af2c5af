"""What is asked about a new record, and in which order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import click

from atlas import drafts, finding, vocabulary
from atlas.commands import agreeing, asking, speech
from atlas.commands.asking import Option
from atlas.commands.locating import Locating
from atlas.document import Document
from atlas.drafts import answers
from atlas.sentence import Label, Sentence, say
from atlas.vocabulary import Form, Role, Term

_TIES = (Form.TWINNING, Form.FRIENDSHIP, Form.COOPERATION_AGREEMENT, Form.COOPERATION_PROTOCOL)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|[\w-]+(\.[\w-]+)+/\S*")
"""A web address, in full or as it is often typed, which is no title."""

_GEONAMES = answers.Source("GeoNames", "en", "GeoNames", "https://www.geonames.org/", id="geonames")


Word = TypeVar("Word", bound=StrEnum)


class Interview:
    """Asks about one new record among `documents`. `day` is today: 2026-11-21.

    `language` is the one to suggest for the answers.
    """

    def __init__(
        self, documents: list[Document], cities: Path | None, day: str, language: str
    ) -> None:
        self.documents = documents
        self.day = day
        self.language = language
        self._finder = finding.Finder(documents)
        self._by_id = {(document.folder, document.id): document for document in documents}
        self._locating = Locating(cities)
        self._sources: list[str | answers.Source] = []
        self._places: dict[str, answers.Place] = {}

    def begin(self) -> None:
        """Ask for the language in which the rest is answered.

        Raises click.ClickException if there is a gazetteer that is none.
        """
        self._locating.begin()
        self.language = asking.language(
            say("In which language will you write (en, nl, fr, ar, …)"), self.language
        )

    def cooperation(self) -> answers.Cooperation:
        """Who, what, since when, and how that is known. Raises click.Abort at a tie on record."""
        source = self._source()
        form = Form(asking.choice(say("Its form"), _options(vocabulary.FORMS)))
        stated = asking.line(say("The source's own word for it"), needed=False)
        parties = self._parties(form)
        self._look_for_the_same(parties, form)
        names = [self._name(party.actor) for party in parties]
        title = asking.line(say("A title"), " – ".join(names[:2]))
        summary = asking.prose(say("What it is, in a sentence or two of your own"))
        status = asking.choice(say("How it stands"), _options(vocabulary.STATUSES), "unknown")
        evidence = asking.line(say("What shows it (such as: listed on the town's page)"))
        as_of = asking.date(say("The date of that evidence"))
        start = asking.date(say("When it began"))
        end = asking.date(say("When it ended"))
        themes = self._themes()
        said = {self._language_of(source): stated} if stated else {}
        return answers.Cooperation(
            title={self.language: title},
            form=form,
            summary={self.language: summary},
            parties=tuple(parties),
            status=status,
            evidence={self.language: evidence},
            sources=(source,),
            day=self.day,
            form_as_stated=said,
            as_of=as_of,
            start=start,
            end=end,
            themes=themes,
        )

    def _language_of(self, source: str | answers.Source) -> str:
        """The language a source is in; that of the answers where its record cannot be read."""
        if isinstance(source, answers.Source):
            return source.language
        record = self._by_id.get(("sources", source))
        return str((record and record.value or {}).get("language", self.language))

    def actor(self, name: str = "", place: str = "") -> answers.Actor:
        """An organisation that is not on record; `place` is what its place is called."""
        name = name or asking.line(say("The name of the actor"))
        type_ = asking.choice(say("It is a"), _options(vocabulary.ACTOR_TYPES), "local-government")
        kind = ""
        if type_ == "local-government":
            kind = asking.choice(
                say("More closely"), _options(vocabulary.ACTOR_KINDS), "municipality"
            )
        source = self._source()
        seat = self._seat(place or name)
        countries = () if seat else (asking.country(say("Its country")),)
        names = {self.language: name}
        return answers.Actor(names, (source,), type_, kind, seat, countries)

    def place(self, name: str = "") -> answers.Place:
        """A place that is not on record."""
        name = name or asking.line(say("The name of the place"))
        country = asking.country(say("The country of {name}", name=name))
        type_ = asking.choice(say("It is a"), _options(vocabulary.PLACE_TYPES), "municipality")
        point, geonames = self._point(name, country)
        names = {self.language: name}
        return answers.Place(names, (country,), type_, point, geonames, tuple(self._sources[:1]))

    def source(self, title: str = "") -> answers.Source:
        """A document that is not on record."""
        address = title if title.startswith(("https://", "http://")) else ""
        is_title = not _ADDRESS.fullmatch(title)
        title = asking.line(say("Its title"), title if is_title else "")
        language = asking.language(say("The language it is written in"), self.language)
        publisher = asking.line(say("Who published it"), needed=False)
        address = address or asking.url(say("Its web address"))
        published = asking.date(say("When it was published"))
        accessed = self.day if address else ""
        return answers.Source(title, language, publisher, address, published, accessed)

    def theme(self) -> answers.Theme:
        """A subject that is not on record."""
        name = asking.line(say("The name of the theme"))
        description = asking.prose(say("What belongs to it, in one sentence"))
        return answers.Theme({self.language: name}, {self.language: description})

    def _source(self) -> str | answers.Source:
        """The source that the answers rest on; asked for once."""
        if not self._sources:
            written = asking.line(say("Where does it stand? The title or the address of a source"))
            known = self._picked("sources", written, say("another source, which is not on record"))
            self._sources.append(known or self.source(written))
        return self._sources[0]

    def _parties(self, form: Form) -> list[answers.Party]:
        parties: list[answers.Party] = []
        default = Role.PARTNER if form in _TIES else Role.PARTICIPANT
        while True:
            needed = len(parties) < (2 if form in _TIES else 1)
            question = say(
                "Party {number}: its name, or its town's, in any language", number=len(parties) + 1
            )
            written = asking.line(question, needed=needed)
            if not written:
                return parties
            actor = self._actor(written)
            if actor in [party.actor for party in parties]:
                speech.tell(say("It is a party already."), before="  ")
                continue
            roles = asking.several(
                say("Its part in it"), _options(vocabulary.ROLES), default, shown=not parties
            )
            side = "ab"[len(parties)] if form in _TIES and len(parties) < 2 else ""
            parties.append(answers.Party(actor, roles, side))

    def _actor(self, written: str) -> str | answers.Actor:
        found = self._finder.records("actors", written)
        places = self._finder.records("places", written)
        there = [
            document.id
            for document in self.documents
            if document.folder == "actors" and (document.value or {}).get("seat") in places
        ]
        meant = [*found, *there]
        offered = meant or self._finder.actors_near(written)
        other = say("another, which is not on record")
        known = self._offered("actors", offered, other, default="1" if meant else "")
        if known:
            return known
        speech.tell(say("{name} is new here.", name=written), before="  ")
        name = asking.line(say("The full name of the actor (such as: City of Tangier)"), written)
        return self.actor(name, written)

    def _seat(self, name: str) -> str | answers.Place:
        written = asking.line(
            say("The place it has its seat in (- leaves it out)"), name, needed=False
        )
        if written in {"", "-"}:
            return ""
        known = self._picked("places", written, say("another place, which is not on record"))
        if known:
            return known
        if written not in self._places:
            self._places[written] = self.place(written)
        return self._places[written]

    def _themes(self) -> tuple[str, ...]:
        options = [
            Option(document.id, self._name(document.id, "themes"))
            for document in self.documents
            if document.folder == "themes"
        ]
        return asking.several(say("Its themes"), options) if options else ()

    def _point(self, name: str, country: str) -> tuple[answers.Point | None, str]:
        found = self._locating.place(name, country)
        if found is None:
            return None, ""
        known = ("sources", _GEONAMES.id) in self._by_id
        source = _GEONAMES.id if known else _GEONAMES
        return answers.Point(found.lat, found.lon, source), found.geonames

    def _look_for_the_same(self, parties: list[answers.Party], form: Form) -> None:
        known = [party.actor for party in parties if isinstance(party.actor, str)]
        if len(known) < len(parties):
            return
        for id_ in drafts.alike(self.documents, known, form):
            file = self._by_id["cooperations", id_].file
            speech.tell(
                say("The same parties have such a tie on record: {file}", file=file), before="  "
            )
            if not agreeing.agreed(say("Is yours another one"), default=False):
                raise click.Abort

    def _picked(self, folder: str, written: str, other: Sentence) -> str:
        return self._offered(folder, self._finder.records(folder, written), other)

    def _offered(self, folder: str, ids: list[str], other: Sentence, default: str = "1") -> str:
        """One of the records that may be meant, or the empty text for `other`."""
        options = [Option(id_, self._name(id_, folder), id_) for id_ in dict.fromkeys(ids)]
        if not options:
            return ""
        options.append(Option("", other))
        return asking.choice(say("Which of these"), options, default)

    def _name(self, record: str | answers.Actor, folder: str = "actors") -> str:
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


def _options(terms: Mapping[Word, Term]) -> list[Option]:
    return [
        Option(str(word), Label(term.label), Label(term.definition)) for word, term in terms.items()
    ]
