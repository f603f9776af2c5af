"""What a date, or a moment, that the model refuses may have meant, in the form of a record."""

from __future__ import annotations

from atlas.checks.schema_errors.error import SchemaError
from atlas.i18n import languages
from atlas.i18n.messages import NOTHING, Message, Month, alternatives, msg
from atlas.lookup import calendars, date_parser, moment_parser
from atlas.lookup.calendars import Conversion
from atlas.lookup.moment_parser import Edge
from atlas.lookup.suggester import did_you_mean
from atlas.model import Between
from atlas.model.edtf_date import EdtfDate
from atlas.model.kinds import DATE, DAY

_TO_COME = ("planned", "due")
"""How the fields begin whose dates may be still to come."""

_EDGES = {
    **dict.fromkeys(("since", "start", "founded", "earliest"), Edge.START),
    **dict.fromkeys(("until", "end", "dissolved", "latest"), Edge.END),
}
"""By the last word of a field's name."""


def suggest_date(error: SchemaError) -> Message:
    """The date, or what lies between two, that may have been meant."""
    text = _text(error)
    if error.kind not in (DATE, DAY) or not text:
        return NOTHING
    if found := _convert(error):
        return calendars.in_our_calendar(found)
    only_days, latest = error.kind is DAY, _latest_year(error)
    if dates := date_parser.parse(text, only_days, latest):
        return did_you_mean(dates)
    edge = _EDGES.get(error.name.rpartition("_")[2], Edge.NEITHER)
    forms = moment_parser.parse(text, edge, latest)
    return _suggest_forms(error, forms) if forms else _suggest_nothing(error, text)


def _suggest_forms(error: SchemaError, forms: list[str]) -> Message:
    dates = [form for form in forms if not form.startswith("{")]
    if error.kind is DAY:
        dates = [date for date in dates if len(date) == len("2019-05-07")]
    if Between in error.content.groups and len(dates) < len(forms):
        return msg("Write {value}.", value=alternatives(forms))
    if dates:
        return did_you_mean(dates)
    return msg("Only a single date may stand here.") if error.kind is DATE else NOTHING


def _suggest_nothing(error: SchemaError, text: str) -> Message:
    """What to do where it is said that no date is known."""
    if error.content.is_needed or not moment_parser.is_unknown(text):
        return NOTHING
    return msg("Delete the line if it is not known.")


def find_overrun_month(error: SchemaError) -> EdtfDate | None:
    """The month that has not as many days as the refused date says, if that is what is wrong."""
    if error.kind not in (DATE, DAY) or not isinstance(error.value, str) or _convert(error):
        return None
    found = date_parser.find_overrun_month(error.text, _latest_year(error))
    return EdtfDate.parse(found) if found else None


def month_in_words(date: EdtfDate) -> Month:
    """`February 2012`."""
    return Month(str(date), languages.ENGLISH.date(date))


def _text(error: SchemaError) -> str:
    """What was written; two dates in a list as from one to the other."""
    if isinstance(error.value, list) and len(error.value) == 2:
        return "/".join(map(str, error.value))
    return error.text if isinstance(error.value, str) else ""


def _convert(error: SchemaError) -> list[Conversion]:
    """What it is in our calendar, if it is of another one."""
    text, today = _text(error), error.suggester.today
    dates = (text, *date_parser.parse(text)[:1])
    unlikely = (one for date in dates for one in calendars.convert(date, today))
    found = calendars.parse(text, today) or list(unlikely)
    return [one for one in found if error.kind is DATE or one.first == one.last]


def _latest_year(error: SchemaError) -> int:
    """The last year that two digits can stand for: this one, if the field is of what has been."""
    today = error.suggester.today
    return date_parser.LAST if today is None or error.name.startswith(_TO_COME) else today.year
