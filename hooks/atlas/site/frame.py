"""What stands around the pages of a site: their translations, their cards, the frame itself."""

from __future__ import annotations

from collections.abc import Sequence

from atlas.i18n.languages import Language
from atlas.pages import layout_texts, search_form
from atlas.pages.layout_texts import MissingPage
from atlas.site.cards import content
from atlas.site.config import SiteConfig


class Frame:
    """What a theme puts around a page that the build fills."""

    def __init__(self, config: SiteConfig, languages: Sequence[Language]) -> None:
        """Take the `languages` that are built, the root's first."""
        self._config = config
        self.languages = languages
        self._languages = {one.code: one for one in languages}
        self._root = languages[0]

    def prefix(self, code: str) -> str:
        """The folder of a language in the site: "" or "nl/"."""
        return self._languages[code].prefix

    def translations(self, code: str, url: str) -> list[dict[str, str]]:
        """A page in every language: code, name, address from the site's root, public address.

        `url` is the page's address in the language `code`, from the site's root. For the root
        itself, which is where visitors come who chose no language, there are also the words, in
        each language and its direction, that offer it.
        """
        path = url.removeprefix(self._languages[code].prefix)
        return [
            {
                "code": one.code,
                "name": self._config.language_names[one.code],
                "path": f"{one.prefix}{path}" or "./",
                "url": f"{self._config.url}{one.prefix}{path}",
                **({} if url else layout_texts.offer(one)),
            }
            for one in self._languages.values()
        ]

    def card_address(self, code: str, section: str, url: str) -> str:
        """The public address of a page's share card, or "" in a site without them.

        It is the page's own if its section has such; `url` is then the page's address from the
        site's root. Else it is that of the language `code`.
        """
        if self._config.cards is None:
            return ""
        folder = url if section in content.SECTIONS else self._languages[code].prefix
        return f"{self._config.url}{folder}{content.NAME}"

    def layout(
        self, code: str | None = None, url: str = "", *, whole: bool = True
    ) -> dict[str, object]:
        """The frame of a page and the words of its search, in a language or in the root's.

        `url` is the page's address from the site's root.
        """
        language = self._languages[code] if code else self._root
        return {
            "search": search_form.texts(language),
            "frame": layout_texts.frame(
                language,
                url.removeprefix(language.prefix),
                self._config.repository,
                self._config.operator or self._config.authors[language.code],
                self._config.contact,
                whole=whole,
            ),
        }

    def missing_page(self) -> list[MissingPage]:
        """What the page for what does not exist says: one page, in each language."""
        return layout_texts.missing(
            self._languages.values(), self._config.repository, search_form.PATH
        )
