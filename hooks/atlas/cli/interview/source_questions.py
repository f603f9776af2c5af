"""What is asked about a source: which it is that answers rest on, and of a new one what it is."""

from __future__ import annotations

from atlas.checks.rules import bare_values
from atlas.cli.interview.interviewer import Interviewer
from atlas.cli.interview.memory import FormerAnswer
from atlas.cli.interview.new_ids import NewIds
from atlas.cli.interview.options import Option
from atlas.cli.interview.record_lookup import RecordLookup
from atlas.editing import questions
from atlas.editing.drafts.new_records import NewSource
from atlas.editing.parse_answers import complete_address
from atlas.i18n.messages import Verbatim, msg


class SourceQuestions:
    """Asks about sources. `cited` is what the answers rest on, "" before it is asked for."""

    def __init__(
        self, interviewer: Interviewer, lookup: RecordLookup, ids: NewIds, day: str
    ) -> None:
        self._interviewer = interviewer
        self._lookup = lookup
        self._ids = ids
        self._day = day
        self.cited: str | NewSource = ""

    @property
    def new(self) -> NewSource | None:
        """The source that the answers rest on, if it is not on record and has no id yet."""
        return self.cited if isinstance(self.cited, NewSource) and not self.cited.id else None

    def ask_cited(self) -> str | NewSource:
        """The source that the answers rest on; asked for once."""
        while not self.cited:
            before = len(self._interviewer.memory.given)
            answer = self._interviewer.ask(questions.SOURCE)
            prompt, found = questions.SOURCE.prompt_about(), self._lookup.find("sources", answer)
            if not found and self._is_title_of_tie(answer):
                self._interviewer.memory.drop(before)
                continue
            other = msg("another source, which is not on record")
            known = self._interviewer.choose_meant(prompt, answer, found, other, "1")
            self.cited = known or self.ask(answer)
        return self.cited

    def _is_title_of_tie(self, answer: str) -> bool:
        """Whether the editor began with what the cooperation is called; it is kept as its title."""
        interviewer = self._interviewer
        if file := self._lookup.find_cooperation(answer):
            interviewer.announce(
                msg("“{text}” is a cooperation on record: {file}.", text=answer, file=file)
            )
        elif self._lookup.reads_as_tie(answer):
            options = [
                Option("source", msg("the title of a page or a document that tells of it")),
                Option("cooperation", msg("what the cooperation itself is called")),
            ]
            if interviewer.choose(msg("What is “{text}”", text=answer), options) == "source":
                return False
            title = questions.TITLE.prompt_about()
            interviewer.memory.suggest(title, FormerAnswer(answer, Verbatim(answer)))
        else:
            return False
        interviewer.announce(msg("Now the page or the document that tells of it."))
        return True

    def ask(self, answer: str = "") -> NewSource:
        """A document; `answer` is its title or its address."""
        is_address = bare_values.is_address(answer)
        address = complete_address(answer) if is_address else ""
        ask = self._interviewer.ask
        title = ask(questions.SOURCE_TITLE, default="" if is_address else answer)
        language = ask(questions.SOURCE_LANGUAGE, default=self._lookup.language)
        publisher = ask(questions.SOURCE_PUBLISHER)
        address = address or ask(questions.SOURCE_URL)
        published = ask(questions.SOURCE_DATE)
        accessed = self._day if address else ""
        new = NewSource(title, language, publisher, address, published, accessed)
        return self._ids.give(new, title)
