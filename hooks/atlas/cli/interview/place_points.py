"""The points of new places: asked for when an editor has a gazetteer at hand."""

from __future__ import annotations

from pathlib import Path

from atlas.cli import localized
from atlas.cli.error_messages import CommandError
from atlas.cli.interview.interviewer import Interviewer
from atlas.cli.interview.options import Option
from atlas.editing import questions
from atlas.i18n.countries import name_country
from atlas.i18n.messages import Verbatim, msg
from atlas.lookup import gazetteer


class PointFinder:
    """Looks places up in the gazetteer `cities`, if there is one.

    Raises CommandError, with what mends it, for what is no gazetteer.
    """

    def __init__(self, cities: Path | None) -> None:
        self._cities = cities
        try:
            if self._cities is not None:
                gazetteer.validate(self._cities)
        except (OSError, ValueError) as error:
            message = msg(
                "{reason}. Name a file such as cities500.txt, unpacked, from {address}, or leave "
                "out {option} and {variable}.",
                reason=localized.explain(error),
                address="https://download.geonames.org/export/dump/",
                option="--gazetteer",
                variable="ATLAS_GAZETTEER",
            )
            raise CommandError(message) from error

    def find(
        self, interviewer: Interviewer, name: str, country: str
    ) -> gazetteer.GazetteerPlace | None:
        """The place of that name in the country `country`, if the editor chooses one."""
        found = self._find_candidates(interviewer, name, country)
        if not found:
            return None
        options = [
            Option(each.geonames, Verbatim(f"{each.name}: {each.lat}, {each.lon}"))
            for each in found
        ]
        options.append(Option("none", msg("none of these")))
        question = questions.POINT.prompt_about(name=name, country=name_country(country))
        chosen = interviewer.choose(question, options, "1")
        return next((each for each in found if each.geonames == chosen), None)

    def _find_candidates(
        self, interviewer: Interviewer, name: str, country: str
    ) -> list[gazetteer.GazetteerPlace]:
        """The places that may be meant; where a gazetteer knows of none, that is told."""
        if self._cities is None:
            return []
        try:
            found = gazetteer.find(self._cities, [name], [country])
        except (OSError, ValueError) as error:
            self._cities = None  # nor would it serve for the next place
            found = []
            message = msg(
                "Error: {reason}. The gazetteer is left aside; the place gets no point.",
                reason=localized.explain(error),
            )
        else:
            message = msg(
                "The gazetteer has no {name} in {country}.",
                name=name,
                country=name_country(country),
            )
        if not found:
            interviewer.announce(message)
        return found
