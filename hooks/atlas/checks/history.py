"""The history of the records as far as it may be published, and what there is to say of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from atlas.checks import author_names
from atlas.files import git_history
from atlas.files.document import Document
from atlas.files.git_history import Change, Remark
from atlas.i18n.messages import msg, msg_plural
from atlas.i18n.problem import Problem, shorten

_MOST = 10
"""As many names that are left out are told one by one."""

_LONGEST = 80

NO_REPOSITORY = msg(
    "The records are in no repository of git: pages say neither when they were changed nor by whom."
)
"""What is said of records without a history; it is no fault of theirs."""


@dataclass(frozen=True, slots=True)
class LoadedHistory:
    """Changes by record, "places/genk", with the names that may be published and no others.

    The `problems` are warnings: what git does not tell, and which names are left out.
    """

    changes: dict[str, Change]
    problems: list[Problem]
    in_repository: bool


def read(data: Path, documents: Iterable[Document], now: float | None = None) -> LoadedHistory:
    """The history of the records `documents` in `data`, bounded by `now` as `git_history` says."""
    history = git_history.read(data, documents, now)
    names = {name for change in history.changes.values() for name in change.contributors}
    persons = set(filter(author_names.is_person, names))
    unfit = author_names.find_unfit(sorted(persons))
    fit = persons - unfit.keys()
    changes = {
        key: replace(change, contributors=tuple(filter(fit.__contains__, change.contributors)))
        for key, change in history.changes.items()
    }
    hint = msg("A line in {file} gives the author another name.", file=".mailmap")
    left_out = [
        Remark(
            msg(
                'the author "{name}" of a commit is not named: {reason}',
                name=shorten(name, _LONGEST),
                reason=reason,
            ),
            hint,
        )
        for name, reason in sorted(unfit.items())
    ]
    if (more := len(left_out) - _MOST) > 0:
        rest = msg_plural(
            "{number} more author is not named.", "{number} more authors are not named.", more
        )
        left_out[_MOST:] = [Remark(rest, hint)]
    remarks = (*history.remarks, *left_out)
    problems = [warn(data, remark) for remark in remarks]
    return LoadedHistory(changes, problems, history.in_repository)


def warn(data: Path, remark: Remark) -> Problem:
    """A warning about the folder `data` as a whole."""
    return Problem(data.name, 1, 1, remark.message, remark.hint, "warning")
