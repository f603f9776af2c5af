"""`atlas start`: a clean atlas of one's own."""

from __future__ import annotations

import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import click

from atlas.cli import localized
from atlas.cli.error_messages import CommandError
from atlas.cli.options import LANG
from atlas.editing import new_atlas
from atlas.editing.new_atlas import Identity
from atlas.i18n.languages import CATALOGUES, SOURCE_LANGUAGE, Language
from atlas.i18n.messages import listing, msg
from atlas.i18n.problem import COMMAND
from atlas.model.vocabulary import N_

_HERE = CATALOGUES.parents[3]
"""The project that this command is part of."""

_NAME = re.compile(r'[^"<>]+')  # the theme writes it into attributes as it is
_AUTHORS = N_("{name} contributors")
_REPOSITORY = re.compile(r"https://[\w.-]+/(?:[\w.-]+/)*[\w-]+/[\w.-]+")


@click.command()
@click.option("--name", "names", multiple=True, required=True, help="Its name; fr=… in French.")
@click.option("--into", type=click.Path(path_type=Path), required=True, help="An empty folder.")
@click.option("--languages", help="Codes with commas, en among them.  [default: all of this one]")
@click.option("--repository", help="Where its files will be kept: https://github.com/…/…")
@click.option("--url", help="Where it will be published.  [default: GitHub Pages of --repository]")
@click.option("--contributors", help="Who writes it, as citations name them.")
@LANG
def start(
    names: tuple[str, ...],
    into: Path,
    languages: str | None,
    repository: str | None,
    url: str | None,
    contributors: str | None,
) -> None:
    """Make a clean atlas of one's own from this one: its code, its pages, none of its records.

    A name holds in every language of the new atlas but those that have one of their own:
    `--name "River Atlas" --name "fr=Atlas des fleuves"`.
    """
    target = into.resolve()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise CommandError(msg("{file} is not an empty folder.", file=str(into)))
    codes = _codes(languages, new_atlas.identity(_HERE))
    called = _names(names, codes)
    address = _repository(repository, called[SOURCE_LANGUAGE])
    new = Identity(
        names=called,
        authors={code: contributors or _authors(code, name) for code, name in called.items()},
        url=f"{url.rstrip('/')}/" if url else pages_address(address),
        repository=address,
    )
    try:
        new_atlas.create(_HERE, target, new, datetime.now(UTC).year)
    except subprocess.CalledProcessError as error:
        raise CommandError(msg("{file} is no repository of git.", file=str(_HERE))) from error
    _tell(new, into)


def _codes(given: str | None, here: Identity) -> list[str]:
    """The languages to keep, in the order of this atlas."""
    asked = re.split(r"[\s,]+", given.strip()) if given else list(here.names)
    for code in asked:
        if code not in here.names:
            raise CommandError(
                msg(
                    "this atlas has no pages in {language}. It has them in: {languages}.",
                    language=code,
                    languages=listing(here.names),
                )
            )
    if SOURCE_LANGUAGE not in asked:
        raise CommandError(
            msg(
                "{language} must be among the languages: all texts are translated from it.",
                language=SOURCE_LANGUAGE,
            )
        )
    return [code for code in here.names if code in asked]


def _names(given: tuple[str, ...], codes: list[str]) -> dict[str, str]:
    """The name in each language."""
    own = dict(one.split("=", 1) for one in given if re.match(r"\w\w=", one))
    shared = [one for one in given if not re.match(r"\w\w=", one)]
    if unknown := own.keys() - set(codes):
        raise CommandError(
            msg(
                "a name is given in {language}, which is not among the languages.",
                language=min(unknown),
            )
        )
    if len(shared) > 1 or not (shared or own.keys() == set(codes)):
        raise CommandError(
            msg("give one name for all languages, and others as {example}.", example="fr=…")
        )
    called = {code: (own.get(code) or shared[0]).strip() for code in codes}
    if not all(name.isprintable() and _NAME.fullmatch(name) for name in called.values()):
        raise CommandError(msg("a name is a line of text without {marks}.", marks='" < >'))
    return called


def _repository(given: str | None, name: str) -> str:
    """The address of the repository; without one, that of an owner who is called like the atlas."""
    if given is None:
        slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "atlas"
        return f"https://github.com/{slug}/{slug}"
    address = given.rstrip("/").removesuffix(".git")
    if not _REPOSITORY.fullmatch(address):
        raise CommandError(
            msg(
                '"{address}" is not the address of a repository, as {example} is.',
                address=given,
                example="https://github.com/river/atlas",
            )
        )
    return address


def pages_address(repository: str) -> str:
    """Where GitHub Pages publishes a repository."""
    owner, project = repository.split("/")[-2:]
    host = f"https://{owner.lower()}.github.io/"
    return host if f"{project.lower()}/" == host.removeprefix("https://") else f"{host}{project}/"


def _authors(code: str, name: str) -> str:
    return Language(code, "").gettext(_AUTHORS).format(name=name)


def _tell(new: Identity, folder: Path) -> None:
    name, codes = new.names[SOURCE_LANGUAGE], list(new.names)
    localized.echo(
        msg(
            "{folder} holds {name}, in {languages}, without records. Its files are to be kept at "
            "{repository}, its pages at {url}; {settings} says so, and the names.",
            folder=str(folder),
            name=name,
            languages=listing(codes),
            repository=new.repository,
            url=new.url,
            settings=new_atlas.SETTINGS,
        )
    )
    localized.echo(msg("Next:"))
    for command in (
        f"cd {folder}",
        f'git init --initial-branch main && git add . && git commit --message "{name}"',
        "make site",
        "make test",
        f"{COMMAND} new",
    ):
        click.echo(f"  {command}")
