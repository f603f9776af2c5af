"""What a page may load and run: the Content Security Policy that stands in its head.

GitHub Pages sends no headers of ours, so the policy is a `meta` element (CSP level 3, §3.3). Of
inline scripts only the theme's own run, each named by its hash; what comes from a record never
does, even if it should slip past every other check.
"""

from __future__ import annotations

import base64
import hashlib
from html.parser import HTMLParser

_DIRECTIVES = (
    ("default-src", "'none'"),
    # The search compiles WebAssembly; that allows no eval of JavaScript.
    ("script-src", "'self' 'wasm-unsafe-eval'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),  # the theme's icons are data: addresses in its style sheet
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("worker-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'self'"),
)

_CHARSET = '<meta charset="utf-8">'

_JAVASCRIPT = {None, "", "module", "text/javascript", "application/javascript"}
"""The types of a script element that runs; any other holds data (HTML, «prepare the script»)."""

NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'"
"""The policy of a page that loads and runs nothing, such as a redirect."""


def add_policy(html: str, content: str = "") -> str:
    """The page `html` with its policy, which stands before all that it governs.

    Only the declaration of the charset comes first: it must lie in a page's first 1,024 bytes.
    `content` is the part of the page that is not the theme's: an inline script in there gets no
    leave to run. Raises ValueError where the page declares no charset.
    """
    before, charset, after = html.partition(_CHARSET)
    if not charset:
        raise ValueError(f"the page has no {_CHARSET} for its policy to follow")
    policy = render(allow_scripts(html.replace(content, "") if content else html))
    return f"{before}{charset}{policy}{after}"


def allow_scripts(html: str) -> str:
    """The policy that lets every inline script of `html` run, and no other."""
    scripts = _InlineScripts()
    scripts.feed(html)
    scripts.close()
    hashes = "".join(f" 'sha256-{each}'" for each in dict.fromkeys(map(_hash, scripts.texts)))
    return "; ".join(
        f"{name} {sources}{hashes if name == 'script-src' else ''}" for name, sources in _DIRECTIVES
    )


def render(policy: str) -> str:
    """The element that states a policy; no policy holds a double quote."""
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


class _InlineScripts(HTMLParser):
    """Collects the text of every script element that has one and would run."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._inside = tag == "script" and "src" not in given and given.get("type") in _JAVASCRIPT

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._inside = False
