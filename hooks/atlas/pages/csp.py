"""What a page may load and run: the Content Security Policy that stands in its head.

GitHub Pages sends no headers of ours, so the policy is a `meta` element (CSP level 3, §3.3). Only
the site's own files run: no script stands in a page, so none that a record might bring ever does,
even if it should slip past every other check.
"""

from __future__ import annotations

FORMS = "form-action 'self'"
"""Where the forms of every page lead to."""

FORMS_TO_FILES = "form-action file:"
"""The same of a copy in a folder: to Firefox no file is of the same origin as another."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        # The search compiles WebAssembly; that allows no eval of JavaScript.
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' data:",  # the icons are data: addresses in the style sheets
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        FORMS,
    )
)
"""The policy of every page."""

_CHARSET = '<meta charset="utf-8">'

NOTHING = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'"
"""The policy of a page that loads and runs nothing, such as a redirect. Its icon is empty: without
one Firefox asks the host, and says that the policy refused."""

EMBED = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""The policy of a page that stands in frames of others. In whose, a `meta` element has no say (CSP
level 3, §3.3): who sends headers with the site must not forbid it there."""

OWN_SCRIPTS = f"{NOTHING}; script-src 'self'"
"""The policy of such a page that runs a script of the site's."""


def add_policy(html: str) -> str:
    """The page `html` with its policy, which stands before all that it governs.

    Only the declaration of the charset comes first: it must lie in a page's first 1,024 bytes.
    Raises ValueError where the page declares no charset.
    """
    before, charset, after = html.partition(_CHARSET)
    if not charset:
        raise ValueError(f"the page has no {_CHARSET} for its policy to follow")
    return f"{before}{charset}{render(POLICY)}{after}"


def render(policy: str) -> str:
    """The element that states a policy; no policy holds a double quote."""
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
