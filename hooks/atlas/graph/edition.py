"""The atlas in one language: every text, name and date a visitor reads, fallbacks marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property

from markupsafe import Markup, escape

from atlas.graph import namesakes
from atlas.graph.beginnings import start_of, start_or_plan_of
from atlas.graph.namesakes import Named
from atlas.graph.relate import Atlas
from atlas.graph.watched import Memory, Readings
from atlas.i18n.languages import ENGLISH, SOURCE_LANGUAGE, Language, direction
from atlas.i18n.normalize import sort_key
from atlas.model import Between, Cooperation, Moment, Source, Statement, first_day, last_day
from atlas.model.edtf_date import EdtfDate
from atlas.model.vocabulary import DAC_SECTORS, GOALS, Word

_SPAN = Markup("<span%s>%s</span>")
_QUOTE = Markup("<q%s>%s</q>")
_GLOSS = Markup(' <span class="atlas-gloss">%s</span>')


@dataclass(frozen=True, slots=True)
class Text:
    """A text to show. `foreign` says it is not in the page's language: it is then marked so.

    `aside` is what stands at the end of `text` in the page's language, whatever that of the rest.
    """

    text: str
    language: str
    foreign: bool
    aside: str = ""

    def __str__(self) -> str:
        return self.text

    def __html__(self) -> Markup:
        return self.marked(escape(self.bare)) + self.aside

    @property
    def bare(self) -> str:
        """The text without its aside."""
        return self.text.removesuffix(self.aside)

    def with_aside(self, aside: str) -> Text:
        """The text, and in brackets what tells it from others."""
        behind = f" ({aside})"
        return replace(self, text=f"{self.text}{behind}", aside=behind)

    def tells(self, name: str) -> bool:
        """Whether its aside names something already, such as the country it lies in."""
        return name in self.aside

    def marked(self, markup: Markup) -> Markup:
        """Its head as markup of one's own, marked with its language if that is not the page's."""
        return _SPAN % (_language_attributes(self.language), markup) if self.foreign else markup

    def paragraphs(self) -> Markup:
        """The text as paragraphs; an empty line begins a new one."""
        attributes = _language_attributes(self.language) if self.foreign else Markup("")
        parts = (part.strip() for part in self.text.split("\n\n"))
        return Markup("\n").join(
            Markup("<p%s>%s</p>") % (attributes, part) for part in parts if part
        )


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source, always marked with their language; `gloss` says them in the reader's own,
    where the atlas has translated them."""

    text: str
    language: str
    gloss: str = ""

    def __html__(self) -> Markup:
        return self.words + self.explained

    @property
    def words(self) -> Markup:
        """The words of the source alone."""
        return _QUOTE % (_language_attributes(self.language), self.text)

    @property
    def explained(self) -> Markup:
        """The gloss behind the words, if there is one."""
        return _GLOSS % self.gloss if self.gloss else Markup("")


@dataclass(frozen=True, slots=True)
class Date:
    """A date as a visitor reads it; `iso` is the machine's form, or "" where there is none."""

    text: str
    iso: str

    def __str__(self) -> str:
        return self.text

    def __html__(self) -> Markup:
        if not self.iso:
            return escape(self.text)
        return Markup('<time datetime="%s">%s</time>') % (self.iso, self.text)


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to a page of the atlas: its name and its address under the language's root."""

    id: str
    name: Text
    path: str


@dataclass(frozen=True)
class Edition:
    """The atlas in one language. `languages` are all languages of the site, this one among them."""

    atlas: Atlas
    language: Language
    languages: tuple[Language, ...]
    _memory: Memory = field(default_factory=Memory, compare=False, repr=False)

    @classmethod
    def in_english(cls, atlas: Atlas) -> Edition:
        """The atlas in English alone, for what a site has once for all its languages."""
        return cls(atlas, ENGLISH, (ENGLISH,))

    def watched(self, atlas: Atlas, readings: Readings) -> Edition:
        """The same edition of an `atlas` whose answers are noted; what it has worked out of the
        whole of it is watched too."""
        edition = replace(self, atlas=atlas, _memory=Memory(readings))
        found = readings.watch(self._namesakes, f"namesakes-{self.language.code}")
        edition.__dict__["_namesakes"] = found  # as cached_property would keep it
        return edition

    def text(self, texts: Mapping[str, str]) -> Text:
        """The text in this language, else in English, else in the first there is."""
        code = self.language.code
        for candidate in (code, SOURCE_LANGUAGE, *texts):
            if candidate in texts:
                return Text(texts[candidate], candidate, candidate != code)
        raise ValueError("a record has no empty texts")

    def own(self, text: str) -> Text:
        """A text that is in this language already: an interface string, a CLDR name."""
        return Text(text, self.language.code, False)

    def label(self, word: Word) -> str:
        """What a word of a closed list is called."""
        return self.language.gettext(word.label)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The one of two texts that goes with the number `n`, which fills {n}."""
        return self.language.catalogue.ngettext(one, many, n).format(n=self.language.number(n))

    def quote(self, statement: Statement) -> Quote:
        """The words of a source; for those who read another language with the gloss in theirs."""
        words = (statement.gloss or {}).get(self.language.code, "")
        if not words or statement.lang.partition("-")[0] == self.language.code:
            return Quote(statement.text, statement.lang)
        said = self.language.gettext("our translation: “{words}”")
        return Quote(statement.text, statement.lang, said.format(words=words))

    def names(self, texts: Mapping[str, str]) -> list[tuple[str, Quote]]:
        """Each name once, behind what its languages are called, in the order of the latter."""
        by_language = sorted(
            ((self.language.language_name(code), code) for code in texts),
            key=lambda pair: sort_key(pair[0]),
        )
        codes: dict[str, list[str]] = {}
        called: dict[str, list[str]] = {}
        for language_name, code in by_language:
            codes.setdefault(texts[code], []).append(code)
            called.setdefault(texts[code], []).append(language_name)
        return [
            (self.language.listing(called[text]), Quote(text, codes[text][0])) for text in codes
        ]

    def moment(self, value: Moment) -> Date:
        """A moment with its precision."""
        certain = value.text if isinstance(value, EdtfDate) and not value.qualifier else ""
        return Date(self.language.moment(value), certain)

    def start(self, record: Cooperation) -> Date | None:
        """When a cooperation began; where only a plan is known, said as such."""
        if since := start_of(record):
            return self.moment(since)
        if planned := start_or_plan_of(record):
            text = self.language.gettext("planned: {date}")
            return Date(text.format(date=self.language.moment(planned)), "")
        return None

    def day(self, value: date) -> Date:
        """A day of the calendar."""
        return self.moment(EdtfDate.parse(value.isoformat()))

    def span(self, since: Moment | None, until: Moment | None) -> str:
        """«since 2014», «until 2018», «2014 to 2018», or nothing."""
        moment, gettext = self.language.moment, self.language.gettext
        if since and until:
            return gettext("{start} to {end}").format(start=moment(since), end=moment(until))
        if since and isinstance(since, Between):
            return gettext("began {moment}").format(moment=self.language.when(since))
        if since:
            return gettext("since {moment}").format(moment=moment(since))
        if until:
            return gettext("until {moment}").format(moment=moment(until))
        return ""

    def sector(self, code: str) -> str:
        """An OECD DAC sector code with its name, where the name is known."""
        name = DAC_SECTORS.get(code)
        return f"{code} {self.language.gettext(name)}" if name else code

    def record(self, section: str, id_: str) -> Ref:
        """A link to the page of a record in the folder of this name."""
        return self._memory.recall((section, id_), lambda: self._refer(section, id_))

    def path(self, section: str, id_: str) -> str:
        """The address of a record's page: a place may have that of the authority that stands for
        it."""
        if section == "places" and id_ in self.atlas.authority_of:
            return f"actors/{self.atlas.authority_of[id_]}/"
        return f"{section}/{id_}/"

    def _refer(self, section: str, id_: str) -> Ref:
        record = getattr(self.atlas.records, section)[id_]
        path = self.path(section, id_)
        if isinstance(record, Source):
            title = record.title
            return Ref(id_, Text(title.text, title.lang, title.lang != self.language.code), path)
        texts = record.title if isinstance(record, Cooperation) else record.names
        name = self.text(texts)
        asides = [self._namesakes.get((section, id_), ""), self._tell_end(section, id_)]
        aside = self.language.comma.join(filter(None, asides))
        return Ref(id_, name.with_aside(aside) if aside else name, path)

    @cached_property
    def _namesakes(self) -> Mapping[tuple[str, str], str]:
        return namesakes.set_apart(
            Named(
                self.atlas,
                self.language,
                lambda folder, id_: self.text(getattr(self.atlas.records, folder)[id_].names).text,
            )
        )

    def _tell_end(self, section: str, id_: str) -> str:
        """«until 2019»: what the name of a place or an actor that is no more says of that."""
        life = self.atlas.lives.ended.get(section, {}).get(id_)
        if life is None:
            return ""
        day = last_day(life.dissolved) or first_day(life.dissolved) if life.dissolved else None
        if day is None:
            return self.language.gettext("former")
        year = EdtfDate.parse(f"{day.year:04}")
        return self.language.gettext("until {year}").format(year=self.language.date(year))

    def cooperation(self, id_: str) -> Ref:
        """A link to a cooperation."""
        return self.record("cooperations", id_)

    def actor(self, id_: str) -> Ref:
        """A link to an actor."""
        return self.record("actors", id_)

    def place(self, id_: str) -> Ref:
        """A link to a place: to its own page, or to that of the authority that stands for it."""
        return self.record("places", id_)

    def theme(self, id_: str) -> Ref:
        """A link to a theme."""
        return self.record("themes", id_)

    def source(self, id_: str) -> Ref:
        """A link to the page of a source, by the source's own title."""
        return self.record("sources", id_)

    def country(self, code: str) -> Ref:
        """A link to a country, by its ISO 3166-1 alpha-2 code."""
        name = self.own(self.language.country(code))
        return Ref(code, name, f"countries/{code.lower()}/")

    def goal(self, number: int) -> Ref:
        """A link to a Sustainable Development Goal: «3. Good health and well-being»."""
        name = self.own(f"{number}. {self.language.gettext(GOALS[number])}")
        return Ref(str(number), name, f"goals/{number}/")


@cache
def _language_attributes(code: str) -> Markup:
    return Markup(' lang="{}" dir="{}"').format(code, direction(code))
