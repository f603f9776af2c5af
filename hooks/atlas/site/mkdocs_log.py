"""What MkDocs says while it works: quieted, and noted where it is a warning."""

from __future__ import annotations

import logging


class Warnings(logging.Handler):
    """Notes whether anything was warned of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.any = False

    def emit(self, record: logging.LogRecord) -> None:
        self.any = True


def listen() -> Warnings:
    """Note from now on what is warned of, and show warnings and errors alone: MkDocs would say of
    every page that it did not write it, and its plugin for the languages recite mkdocs.yml.
    `--verbose` shows all else."""
    host, warnings = logging.getLogger("mkdocs"), Warnings()
    host.addHandler(warnings)
    logging.getLogger("mkdocs.commands.build").addFilter(
        lambda record: not record.getMessage().endswith("Generated empty output.")
    )
    if host.level == logging.INFO:
        host.setLevel(logging.WARNING)
    return warnings
