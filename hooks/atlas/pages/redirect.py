"""What stands at an address that a record had before: a small page that leads to the present one.

It needs no style and no theme, nor a script but to keep what stands behind the address, and speaks
its own language: browsers go on at once, and whoever is not taken along, or hears the page read, is
told where the record is now.
"""

from __future__ import annotations

from atlas.graph.edition import Ref
from atlas.pages import csp
from atlas.pages.page import PageContext


def page(context: PageContext, present: Ref) -> str:
    """The HTML of the page, which lies as deep below the language's root as the present one."""
    return _page(context, present, csp.NOTHING, base=context.base, root="")


def keeping_rest(context: PageContext, present: Ref, depth: int) -> str:
    """The page of an address whose query and fragment mean the same at the present one: where
    scripts run, they go along. It lies `depth` folders below the language's root."""
    base = "../" * depth
    above = f"{base}../" if context.edition.language.prefix else base
    return _page(context, present, csp.OWN_SCRIPTS, base=base, root=above)


def _page(context: PageContext, present: Ref, policy: str, *, base: str, root: str) -> str:
    return str(
        context.render(
            "redirect.html",
            ref=present,
            address=context.address(present.path),
            policy=csp.render(policy),
            base=base,
            root=root,
        )
    )
