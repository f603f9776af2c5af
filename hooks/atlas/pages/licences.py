"""The page Licences: what the site ships by others, each with the licence that it is owed.

Everything in the site that is not the atlas's own is in PARTS: a test walks a built site, and looks
into its pages, style sheets and scripts. Versions and licence texts are those of the packages that
are installed; LICENCE_TEXTS holds the few that no package brings.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import distribution, version
from importlib.resources import files

from markupsafe import Markup

from atlas.model.vocabulary import N_
from atlas.pages.page import PageContext

ADDRESS = "licences/"
"""The page's, under the root of its language; the licence texts lie there under the site's."""

LICENCE_TEXTS = files("atlas.pages") / "licence_texts"

PUBLIC_DOMAIN = N_("public domain")

_APACHE = ("uharfbuzz", "licenses/LICENSE")
_RULE = f"\n\n{'-' * 78}\n\n"


@dataclass(frozen=True, slots=True)
class Part:
    """A part by others. `licence` is an SPDX expression, or PUBLIC_DOMAIN.

    `package` is the one whose version it has, `files` are patterns of the files of the site that
    are of it or hold some of it. `texts` are where its licence is: a package and the path of a file
    in its metadata, or "" and a file of LICENCE_TEXTS.
    """

    id: str
    name: str
    purpose: str
    licence: str
    holders: str
    url: str
    files: tuple[str, ...]
    package: str = ""
    texts: tuple[tuple[str, str], ...] = ()

    @property
    def version(self) -> str:
        """Of three numbers at most: a packager's own fourth one says nothing of the part."""
        return ".".join(version(self.package).split(".")[:3]) if self.package else ""

    @property
    def text(self) -> str:
        """All that its licence asks to pass on. Raises FileNotFoundError if a package lacks it."""
        return _RULE.join(_read(package, path).strip() for package, path in self.texts) + "\n"

    @property
    def text_path(self) -> str:
        """Where the text lies in the site, or "" where its licence asks for none."""
        return f"{ADDRESS}{self.id}.txt" if self.texts else ""


PARTS = (
    Part(
        "leaflet",
        "Leaflet",
        N_("the interactive maps"),
        "BSD-2-Clause",
        "Volodymyr Agafonkin, CloudMade",
        "https://leafletjs.com/",
        ("assets/maps/leaflet.*", "assets/maps/images/*.png"),
        "django-js-lib-leaflet",
        (("django-js-lib-leaflet", "LICENSE"),),
    ),
    Part(
        "natural-earth",
        "Natural Earth",
        N_("the outlines of the countries"),
        PUBLIC_DOMAIN,
        "",
        "https://www.naturalearthdata.com/",
        ("assets/maps/world.js", "assets/maps/base/*.svg", "*card.png"),
    ),
    Part(
        "pagefind",
        "Pagefind",
        N_("the search"),
        "MIT",
        "CloudCannon",
        "https://pagefind.app/",
        ("pagefind/*",),
        "pagefind_bin",
        (("", "pagefind.txt"), _APACHE),
    ),
    Part(
        "material",
        "Material for MkDocs",
        N_("the theme of the pages"),
        "MIT",
        "Martin Donath",
        "https://squidfunk.github.io/mkdocs-material/",
        (
            "assets/stylesheets/theme.css",
            "assets/images/favicon.png",
        ),
        "mkdocs-material",
        (("mkdocs-material", "licenses/LICENSE"),),
    ),
    Part(
        "material-design-icons",
        "Material Design Icons",
        N_("the icons of the theme"),
        "Apache-2.0",
        "Pictogrammers, Google",
        "https://pictogrammers.com/library/mdi/",
        ("assets/stylesheets/theme.css", "assets/stylesheets/atlas.css"),
        "",
        (("mkdocs-material", "../material/templates/.icons/material/LICENSE"), _APACHE),
    ),
    Part(
        "octicons",
        "Octicons",
        N_("the icons of the theme"),
        "MIT",
        "GitHub Inc.",
        "https://primer.style/octicons/",
        ("assets/stylesheets/theme.css",),
        "",
        (("mkdocs-material", "../material/templates/.icons/octicons/LICENSE"),),
    ),
    Part(
        "fontawesome",
        "Font Awesome Free",
        N_("the icons of the theme"),
        "CC-BY-4.0",
        "Fonticons, Inc.",
        "https://fontawesome.com/",
        ("assets/stylesheets/theme.css",),
        "",
        (("mkdocs-material", "../material/templates/.icons/fontawesome/LICENSE.txt"),),
    ),
    Part(
        "noto",
        "Noto Serif, Noto Sans, Noto Naskh Arabic, Noto Sans Arabic",
        N_("the letters on the pictures shown where an address is shared"),
        "OFL-1.1",
        "The Noto Project Authors",
        "https://notofonts.github.io/",
        ("*card.png",),
        "",
        (
            ("fontpkg-noto-serif", "licenses/LICENSE"),
            ("fontpkg-noto-sans", "licenses/LICENSE"),
            ("pylopdf-fonts-ar", "licenses/LICENSE"),
        ),
    ),
    Part(
        "cldr",
        "Unicode CLDR",
        N_("the names of countries and languages, and the forms of dates and numbers"),
        "Unicode-3.0",
        "Unicode, Inc.",
        "https://cldr.unicode.org/",
        ("*.html", "assets/explore/*.json", "assets/data/*", "assets/search/*"),
        "",
        (("babel", "../babel/locale-data/LICENSE.unicode"),),
    ),
)
"""Every part by others in the site, those first that are plainest to see."""


def body(context: PageContext) -> Markup:
    """The parts, each with its licence and where the text of that is."""
    return context.render("licences.html", parts=PARTS, public_domain=PUBLIC_DOMAIN)


def _read(package: str, path: str) -> str:
    if not package:
        return (LICENCE_TEXTS / path).read_text("utf-8")
    text = distribution(package).read_text(path)
    if text is None:
        raise FileNotFoundError(f"the package {package} has lost its {path}")
    return text
