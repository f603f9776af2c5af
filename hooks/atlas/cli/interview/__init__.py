"""The interview of `atlas new`: asks the questions about a record, one after another.

- `prompter` asks until an answer serves, and `memory` keeps the answers; `interviewer` asks for
  each kind of answer, some from a list of `options`, and `names` says what codes are called.
- `record_lookup` and `place_points` look things up: among the records, and in a gazetteer.
- `new_ids` gives ids; `source_questions`, `record_questions` and `cooperation` say what is asked
  about a record, and in which order.
"""

from __future__ import annotations

from collections.abc import Callable

from atlas.cli.interview.cooperation import ask_cooperation
from atlas.cli.interview.record_questions import RecordQuestions
from atlas.editing.drafts.new_records import NewRecord

INTERVIEWS: dict[str, Callable[[RecordQuestions], NewRecord]] = {
    "cooperation": ask_cooperation,
    "actor": RecordQuestions.ask_actor,
    "place": RecordQuestions.ask_place,
    "source": lambda records: records.sources.ask(),
    "theme": RecordQuestions.ask_theme,
}
"""What to ask about each kind of record."""
