"""One run of the preview, until code changes: `python -m atlas.preview.run PORT`."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import threading
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from atlas.files import garbage_collection
from atlas.i18n import report
from atlas.i18n.messages import msg
from atlas.preview.changes import Change, Watcher
from atlas.preview.server import Server
from atlas.preview.state import State
from atlas.site import settings

AGAIN = 75
"""The exit code that asks for another run (EX_TEMPFAIL of sysexits.h)."""


def main(port: int) -> int:
    """Show the site until somebody ends it, or the code changes."""
    asked = replace(settings.read(os.environ), with_cards=False)
    garbage_collection.put_off()
    with tempfile.TemporaryDirectory(prefix="atlas-preview-") as folder:
        watcher, state = Watcher(asked.data), State(asked, Path(folder))
        state.begin()
        server = Server(state, urlsplit(state.url).path or "/", port)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        ready = msg(
            "The preview is at {address}. It shows what you save; {key} ends it.",
            address=server.address,
            key="Ctrl-C",
        )
        print(report.render(ready, state.language), flush=True)
        while Change.CODE not in (changes := watcher.wait()):
            state.update(changes)
    return AGAIN


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        raise SystemExit(main(int(sys.argv[1])))
    except KeyboardInterrupt:
        raise SystemExit(0) from None
