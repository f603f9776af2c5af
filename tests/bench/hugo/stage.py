"""What Hugo takes for our pages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pagefind_bin

from tests.bench import cost
from tests.bench.case import Case
from tests.bench.cost import FailedError
from tests.bench.entry import Entry
from tests.bench.hugo import equal, program, project
from tests.bench.stages import made, require_site
from tests.bench.table import Table

BUILD = "Hugo, the same pages"
"""What the row of its build is called."""

SEARCH = "Pagefind's program over them"


def measure(case: Case) -> Iterator[Entry | Table]:
    """Build our pages with Hugo, and index what it made.

    Raises FailedError where its pages are not ours.
    """
    require_site(case)
    folder, site = case.folder / "hugo", case.folder / "hugo-site"
    for each in (folder, site):
        shutil.rmtree(each, ignore_errors=True)
    project.write(case, folder)
    places = ["--source", str(folder), "--destination", str(site)]
    cache = ["--cacheDir", str(case.folder / "hugo-cache"), "--noBuildLock"]
    took = cost.run([str(program.PATH), *places, *cache, "--quiet"], {}, folder)
    found = equal.differences(case.site, site)
    if found:
        raise FailedError("\n".join(["Hugo's pages are not ours:", *found[:20]]))
    yield made(BUILD, took, site)
    command = [str(pagefind_bin.get_executable()), "--site", str(site), "--quiet"]
    yield Entry(SEARCH, cost.run(command, {}, folder))
