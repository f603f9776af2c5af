"""Writes every golden file anew: `python -m tests.hostile.rewrite`.

For when a message has changed everywhere. Read the difference before you keep it.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.hostile.checker import Checker
from tests.hostile.threats import THREATS


def main() -> None:
    """Check every threat and write down what is said."""
    with Checker() as checker:
        for threat in THREATS:
            with tempfile.TemporaryDirectory() as folder:
                data = Path(folder) / "data"
                threat.lay(data)
                told = threat.told(checker.said(data))
            if not threat.golden.exists() or threat.golden.read_text("utf-8") != told:
                threat.golden.write_text(told, "utf-8")
                print(threat.name)


if __name__ == "__main__":
    main()
