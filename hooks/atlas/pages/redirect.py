"""What stands at an address that a record had before: a small page that leads to the present one.

It needs no script, no style and no theme, and speaks its own language: browsers go on at once, and
whoever is not taken along, or hears the page read, is told where the record is now.
"""

from __future__ import annotations

from atlas.graph.edition import Ref
from atlas.pages import csp
from atlas.pages.page import PageContext


def page(context: PageContext, present: Ref) -> str:
    """The HTML of the page, which lies as deep below the language's root as the present one."""
    return str(
        context.render(
            "redirect.html",
            ref=present,
            address=context.address(present.path),
            policy=csp.render(csp.NOTHING),
        )
    )
