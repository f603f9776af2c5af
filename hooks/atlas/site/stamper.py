"""Pages are put into their shells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from atlas.pages import page_links
from atlas.pages.heading import heading
from atlas.pages.page import Page, PageContext
from atlas.site import linked_data
from atlas.site.shell import Shell


@dataclass(frozen=True)
class Stamper:
    """Puts pages into their shells, which are kept by the code of their language and by section.

    `edit_urls` gives the address at which a record is edited, by its address in the site
    ("cooperations/genk-x").
    """

    shells: Mapping[tuple[str, str], Shell]
    edit_urls: Mapping[str, str]

    def stamp(self, context: PageContext, page: Page, section: str) -> bytes:
        """The page in the shell of a section. Raises KeyError where the section has none.

        What was taken out stands in the shell of another section: nothing lies beside it.
        """
        edition, key = context.edition, f"{page.section}/{page.id}"
        html = self.shells[edition.language.code, section].stamp(
            title=page.title.text,
            heading=heading(page.title),
            description=page.description,
            section=page.section,
            address=page.id,
            edit=self.edit_urls.get(key, ""),
            links=page_links.of_page(context, page) if section == page.section else "",
            body=page.body + linked_data.page_script(edition, page.section, page.id),
        )
        return html.encode()
