"""`python -m audit SITE`: run every heavy checker on the built site in the folder SITE."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.audit import data_examples, lighthouse, links, openapi, visitors, w3c
from tests.audit.built import BuiltSite

CHECKERS = {
    "links": links.check,
    "w3c": w3c.check,
    "openapi": openapi.check,
    "examples": data_examples.check,
    "lighthouse": lighthouse.check,
    "visitors": visitors.check,
}

SHOWN = 40
"""Faults of one checker that are printed; a broken template breaks every page in the same way."""


def main() -> int:
    """Print what each checker looked at and found; return 1 if any found a fault."""
    site = BuiltSite(Path(sys.argv[1]))
    failed = 0
    for name, check in CHECKERS.items():
        print(f"{name} ...", flush=True)
        began = time.monotonic()
        outcome = check(site)
        failed += bool(outcome.faults)
        for fault in outcome.faults[:SHOWN]:
            print(f"  {fault}")
        seconds = time.monotonic() - began
        print(f"{name}: {outcome.looked_at}; {len(outcome.faults)} faults ({seconds:.0f} s)")
    print(f"audit: {len(CHECKERS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
