"""A page of the atlas before it is stamped into its shell, and the templates that make it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from functools import cache
from types import CodeType
from typing import Any, TypeVar

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from atlas.files.git_revisions import Revision
from atlas.graph.delta import Delta
from atlas.graph.edition import Edition, Ref, Text
from atlas.graph.scene import Scene
from atlas.graph.watched import Memory
from atlas.i18n.normalize import sort_key
from atlas.maps.static import StaticMaps
from atlas.pages.web_address import readable

DESCRIPTION_LENGTH = 200

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `section` and `id` are its address: /<section>/<id>/.

    One that continues the list of another `is_further`: there is nothing of its own to find on it.
    """

    section: str
    id: str
    title: Text
    description: str
    body: Markup
    is_further: bool = False

    @property
    def path(self) -> str:
        """Its address under the language's root."""
        return f"{self.section}/{self.id}/"


@dataclass
class Maps:
    """The maps of one build, shared by all its pages: pictures, scenes that want a script, and by
    their path the files of names that maps of many fetch."""

    still: StaticMaps
    scenes: dict[str, Scene] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def take_scenes(self) -> list[Scene]:
        """Those that were added since the last time."""
        scenes, self.scenes = list(self.scenes.values()), {}
        return scenes

    def take_names(self) -> list[tuple[str, str]]:
        """Path and content of the files of names that were added since the last time."""
        names, self.names = list(self.names.items()), {}
        return names


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """What all pages share: the site's public address, its name and description in each language,
    where the records are kept and edited, and when each was last changed
    (by "cooperations/genk-x").

    `today` is the day of the build, by which ages are told; without it none is.
    `author` is who wrote it, the same in every language, for programs; `authors` say it to readers.
    `committers` are who changed each record, by the names that git has, and `editors` how those
    of them wish to be named who do: no one else's name is shown.
    `card_sections` are the sections whose pages each have a share card.
    `revisions` say how each record's file was changed, the last change first. `version` is what
    this version of the atlas is called and `version_day` when it was released, in ISO 8601, both ""
    of a build that is none; `delta` is what changed since the version that was released before.
    `operator` is who runs the site, if not its authors, and `contact` where they are reached, if
    not by its issues. `iati_organisation` and `iati_type` are what IATI knows the atlas's publisher
    by, "" where it does not.
    """

    url: str
    names: Mapping[str, str]
    repository: str
    changes: Mapping[str, datetime]
    author: str = ""
    authors: Mapping[str, str] = field(default_factory=dict)
    today: date | None = None
    card_sections: frozenset[str] = frozenset()
    committers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    editors: Mapping[str, str] = field(default_factory=dict)
    descriptions: Mapping[str, str] = field(default_factory=dict)
    revisions: Mapping[str, Sequence[Revision]] = field(default_factory=dict)
    version: str = ""
    version_day: str = ""
    delta: Delta | None = None
    iati_organisation: str = ""
    iati_type: str = ""
    operator: str = ""
    contact: str = ""


@dataclass
class PageContext:
    """What a page is made at: an edition, and the templates at one depth below its root.

    `base` leads from the page to the language's root, `root` to the site's, both relative.
    `shared` keeps what is the same in every language, for all contexts of a site.
    """

    edition: Edition
    depth: int
    maps: Maps
    site: SiteInfo
    shared: Memory = field(default_factory=Memory)
    env: Environment = field(init=False)

    def __post_init__(self) -> None:
        """Set up the templates with this context's language and depth."""
        self._memory = Memory(self.shared.readings)
        self._at: dict[int, PageContext] = {self.depth: self}
        language = self.edition.language
        self.base = "../" * self.depth or "./"
        self.root = "../" * (self.depth + bool(language.prefix)) or "./"
        self.env = Environment(
            loader=PackageLoader("atlas", "pages"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,  # a context lasts for one build
            bytecode_cache=_COMPILED,
        )
        self.env.filters["label"] = self.edition.label
        self.env.filters["readable"] = readable
        self.env.globals.update(
            base=self.base,
            root=self.root,
            edition=self.edition,
            language=language,
            number=language.number,
            _=_words(language.gettext),
            ngettext=self._ngettext_markup,
        )

    def at(self, depth: int) -> PageContext:
        """The context of pages of the same edition at another depth."""
        if depth not in self._at:
            self._at[depth] = replace(self, depth=depth)
        return self._at[depth]

    @property
    def author(self) -> str:
        """Who wrote the atlas, in this language."""
        return self.site.authors.get(self.edition.language.code, self.site.author)

    def address(self, path: str) -> str:
        """The public address of a page, given under its language's root."""
        return f"{self.site.url}{self.edition.language.prefix}{path}"

    def changed_at(self, cooperation: str) -> datetime:
        """When a cooperation was last changed; if git does not say, when it was last verified."""
        verified = self.edition.atlas.records.cooperations[cooperation].review.last_verified
        at_midnight = datetime.combine(verified, time(), UTC)
        return self.site.changes.get(f"cooperations/{cooperation}", at_midnight)

    def remember(self, what: str, key: str, make: Callable[[], _Made]) -> _Made:
        """What `make` makes of an edition, made once for all pages of the context. Each page that
        asks for it has asked what was asked to make it."""
        return self._memory.recall((what, key), make)

    def remember_for_all(self, what: str, key: str, make: Callable[[], _Made]) -> _Made:
        """The same of what depends on neither language nor depth, for all contexts of the site."""
        return self.shared.recall((what, key), make)

    def render(self, template: str, **values: Any) -> Markup:
        """Render a template of this folder."""
        return Markup(self.env.get_template(template).render(values))  # noqa: S704 - autoescaped

    def _(self, message: str) -> str:
        """An interface string in this language, its placeholders as they are."""
        return self.edition.language.gettext(message)

    def _ngettext_markup(self, one: str, many: str, n: int, /, **args: object) -> Markup:
        """The one of two texts that goes with the number `n`, which fills {n} as well."""
        text = self.edition.language.catalogue.ngettext(one, many, n)
        return _fill(text, {"n": n, **args})


def _words(gettext: Callable[[str], str]) -> Callable[..., Markup]:
    """The same for templates, which ask for few texts thousands of times; what is not markup among
    what fills one is escaped."""

    @cache
    def find(message: str) -> Markup:
        return _fill(gettext(message), {})

    def fill(message: str, /, **args: object) -> Markup:
        return find(message).format_map(args) if args else find(message)

    return fill


def _fill(template: str, args: Mapping[str, object]) -> Markup:
    text = Markup(template)  # noqa: S704 - of our catalogues, which write HTML where they mean it
    return text.format_map(args) if args else text


class _Compiled(BytecodeCache):
    """Templates, compiled once for all contexts and once more when they change."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


def describe(text: str, most: int = DESCRIPTION_LENGTH) -> str:
    """A text in one line, such as search engines want it, cut at a word after `most` letters."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return line[: line.rfind(" ", 0, most)].rstrip(" ,;:،") + " …"


def sort_by_name(refs: Iterable[Ref]) -> list[Ref]:
    """The links in the order of their names, whatever the case and accents of these."""
    return sorted(refs, key=lambda ref: (sort_key(ref.name.text), ref.id))
