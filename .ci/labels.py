"""Makes the labels that forms and workflows name, where the repository lacks them.

    python3 .ci/labels.py

GitHub leaves out a form's label that does not exist, and no workflow would notice its issues.
Labels that are there keep the colour and the words that people gave them.
"""

from __future__ import annotations

import sys

import github


def main() -> None:
    """Make what is missing. Raises RefusedError."""
    # To GitHub, labels that differ in capitals are the same.
    there = {label["name"].lower() for label in github.ask_all("labels?per_page=100")}
    for name, meaning in github.LABELS.items():
        if name not in there:
            github.create("labels", {"name": name, "description": meaning})


if __name__ == "__main__":
    try:
        main()
    except github.RefusedError as error:
        sys.exit(f"::error::{error}")
