"""Makes or renews a pull request for each country for which a register was asked anew.

    python3 .ci/offer_register.py FOLDER

FOLDER holds what `refresh.py` wrote. A country has one pull request: while it is open, its branch
is renewed, unless somebody pushed to it or wrote into its text.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import github
import pull_requests
from github import RefusedError

LABEL = "register"
_BRANCH = "register/"


def offer(folder: Path, base: str) -> str:
    """Offer what `folder` holds, `FOLDER/wikidata/BE`; what came of it. Raises RefusedError."""
    branch = pull_requests.find_branch(f"{_BRANCH}{folder.parent.name}/{folder.name}")
    pulls = [one for one in pull_requests.find_pulls(branch.name) if one["state"] == "open"]
    if not branch.is_untouched or not all(map(pull_requests.is_sealed, pulls)):
        return "somebody has worked on it since, and it is left as it is"
    for register in (folder / "data/registers").iterdir():  # whole: a table may have gone
        shutil.rmtree(Path("data/registers", register.name), ignore_errors=True)
    try:
        pull_requests.offer(branch, pulls[0] if pulls else None, folder, base, LABEL)
    except RefusedError:
        if not pulls:
            pull_requests.remove_unproposed_branch(branch.name)
        raise
    return "its pull request is renewed" if pulls else "it has a pull request"


def main(folder: Path) -> int:
    """Offer every country, whatever becomes of another; 1 if something was refused."""
    base = os.environ["GITHUB_REF_NAME"]
    status = 0
    for country in sorted(path.parent for path in folder.glob("*/*/title")):
        try:
            github.git("switch", "--quiet", "--force", "--detach", os.environ["GITHUB_SHA"])
            print(f"{country.name}: {offer(country, base)}.")
        except RefusedError as error:
            print(f"::error::{country.name}: {error}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
