"""A clean atlas of one's own, made from this one: its code and its pages, none of its records."""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from atlas.files.git_history import IGNORED
from atlas.files.ids import FOLDERS
from atlas.files.record_files import REGISTERS
from atlas.model import ledgers

SETTINGS = "mkdocs.yml"

_LANGUAGES = "      languages:\n"
"""Where the settings begin to list the languages, one entry after another to the end."""

_OF_A_LANGUAGE = re.compile(
    r"docs/(\w+)/.*"
    r"|hooks/atlas/i18n/locales/(?:problems/)?(\w+)\.po"
    r"|CONTRIBUTING\.(\w+)\.md"
    r"|\.github/ISSUE_TEMPLATE/[\w-]+\.(\w+)\.yml"
)
"""A file that there is once for each language: the group that matches is its code."""

_PICTURE = ".github/picture."
_QUERY = ".rq"
"""Ends the name of a query that asks for a register, which serves any atlas."""

_LEDGERS = {f"data/{kind.name}.yml": next(iter(kind.model_fields)) for kind in ledgers.KINDS}


@dataclass(frozen=True, slots=True)
class Identity:
    """What an atlas is called and who writes it, both by language; where its site and its files
    are."""

    names: Mapping[str, str]
    authors: Mapping[str, str]
    url: str
    repository: str

    @property
    def owner(self) -> str:
        """Whose the repository is: "river" of https://github.com/river/atlas."""
        return self.repository.split("/")[-2]

    @property
    def project(self) -> str:
        """What the repository is called: "atlas" of https://github.com/river/atlas."""
        return self.repository.split("/")[-1]


def identity(folder: Path) -> Identity:
    """The identity of the atlas in a folder, as its settings state it; in their order the languages
    are, the first that of the site's root.

    Raises OSError where there are no settings.
    """
    text = (folder / SETTINGS).read_text("utf-8")
    stated: Any = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - BaseLoader makes texts, lists and mappings only
    (plugin,) = (one["i18n"] for one in stated["plugins"] if "i18n" in one)
    entries = {one["locale"]: {**stated, **one} for one in plugin["languages"]}
    return Identity(
        names={code: entry["site_name"] for code, entry in entries.items()},
        authors={code: entry["site_author"] for code, entry in entries.items()},
        url=stated["site_url"][-1],
        repository=stated["extra"]["repository"],
    )


def create(source: Path, target: Path, new: Identity, year: int) -> None:
    """Write to `target` what git has of the atlas in `source`, as the atlas `new` and in the
    languages of its names. It has no records.

    Raises subprocess.CalledProcessError where git has nothing, OSError where nothing can be
    written; the folder is empty then.
    """
    try:
        _write(source, target, new, year)
    except BaseException:
        for path in target.iterdir() if target.is_dir() else ():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        raise


def _write(source: Path, target: Path, new: Identity, year: int) -> None:
    old = identity(source)
    for name in _files(source):
        if _is_left_out(name, new):
            continue
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source / name, path)
        with contextlib.suppress(UnicodeDecodeError):  # a picture, or what a test feeds on
            text = _edited(name, path.read_bytes().decode(), old, new, year)
            path.write_bytes(text.encode())
    for folder in FOLDERS:
        (target / "data" / folder).mkdir(parents=True, exist_ok=True)


def _files(source: Path) -> list[str]:
    """What is committed in `source`, or would be; a file that was taken away is none."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=source, capture_output=True, check=True).stdout  # noqa: S603 - the words of `command` above, no shell
    names = listed.decode().split("\0")
    return [name for name in names if name and (source / name).is_file()]


def _is_left_out(name: str, new: Identity) -> bool:
    """Whether a file is a record, of a language that is left out, or a picture of the old site."""
    of_a_language = _OF_A_LANGUAGE.fullmatch(name)
    if of_a_language:
        return not new.names.keys() & set(of_a_language.groups())
    if name.endswith(_QUERY):
        return False
    return name.startswith((_PICTURE, *(f"data/{folder}/" for folder in (*FOLDERS, REGISTERS))))


def _edited(name: str, text: str, old: Identity, new: Identity, year: int) -> str:
    """The text of a file as it stands in the new atlas."""
    if name == "LICENSE":
        return _with_holder(text, new, year)
    if name in _LEDGERS:
        comments = re.findall(r"^#.*\n", text, re.MULTILINE)
        return "".join(comments) + f"{_LEDGERS[name]}: []\n"
    if name == IGNORED:
        return text.partition("\n\n")[0] + "\n"
    if name == "CHANGELOG.md":
        return "".join(text.partition("## Unreleased\n")[:2]) + "\n- The atlas begins.\n"
    text = _renamed(text, old, new)
    if name == SETTINGS:
        return _settings(text, new)
    if name == "README.md":
        text = re.sub(r"^# .*$", f"# {_first(new.names)}", text, count=1, flags=re.MULTILINE)
        return re.sub(rf"^!\[.*\]\({re.escape(_PICTURE)}\w+\)\n\n", "", text, flags=re.MULTILINE)
    if name == "CITATION.cff":
        return _with_value(text, "title", _first(new.names))
    if name == "LICENSE-DATA.md":
        return text + _origin(old)
    if PurePosixPath(name).match("CONTRIBUTING*.md"):
        link = re.compile(r" · \[[^]]+\]\(CONTRIBUTING\.(\w+)\.md\)")
        return link.sub(lambda found: found[0] if found[1] in new.names else "", text)
    return text


def _renamed(text: str, old: Identity, new: Identity) -> str:
    """The text with the new addresses, authors and owner wherever the old ones stand."""
    for before, after in _changes(old, new):
        text = text.replace(before, after)
    return text


def _changes(old: Identity, new: Identity) -> Iterator[tuple[str, str]]:
    yield old.repository, new.repository
    yield old.url, new.url
    for code in new.names:
        yield old.authors[code], new.authors[code]
    yield f"@{old.owner}/", f"@{new.owner}/"
    for before in (f'name = "{old.project}"', f'"name": "{old.project}-', f"cd {old.project}\n"):
        yield before, before.replace(old.project, new.project)


def _settings(text: str, new: Identity) -> str:
    """The settings with the name and the authors in each language, and without other languages."""
    head, begin, rest = text.partition(_LANGUAGES)
    entries = re.split(r"^(?=        - )", rest, flags=re.MULTILINE)
    by_code = {
        found[1]: entry for entry in entries if (found := re.search(r"\blocale: (\w+)", entry))
    }
    kept = (_called(entry, code, new) for code, entry in by_code.items() if code in new.names)
    return _called(head, next(iter(new.names)), new) + begin + "".join(kept)


def _called(settings: str, code: str, new: Identity) -> str:
    """Settings in which the name and the authors are those of a language."""
    named = _with_value(settings, "site_name", new.names[code])
    return _with_value(named, "site_author", new.authors[code])


def _with_value(settings: str, key: str, value: str) -> str:
    scalar = yaml.safe_dump(value, allow_unicode=True, width=1_000).removesuffix("...\n").strip()
    line = re.compile(rf"^( *{key}: ).*$", re.MULTILINE)
    return line.sub(lambda found: found[1] + scalar, settings)


def _with_holder(licence: str, new: Identity, year: int) -> str:
    """The licence, which has to keep the line of those who wrote the code, with one more."""
    last = re.findall(r"^Copyright .*\n", licence, re.MULTILINE)[-1]
    return licence.replace(last, f"{last}Copyright (c) {year} {_first(new.authors)}\n")


def _origin(old: Identity) -> str:
    """What the licence of the texts asks for: whose they were, and that they may differ now."""
    return (
        "\n## Where this atlas comes from\n\n"
        f"Its code, its hand-written pages and the texts of its interface began as those of the\n"
        f"[{_first(old.names)}]({old.repository}), © {_first(old.authors)}, under the same\n"
        "licences, and have been changed since.\n"
    )


def _first(texts: Mapping[str, str]) -> str:
    """A text in the language of the site's root."""
    return next(iter(texts.values()))
