"""Do texts keep people's addresses out?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from atlas.checks.context import CheckContext
from atlas.checks.rule import per_record
from atlas.files.document import Document
from atlas.i18n.messages import msg
from atlas.i18n.problem import Problem
from atlas.model import KINDS
from atlas.model.fields import dotted, names_of_kind
from atlas.model.kinds import SHA256, URL, WHOLE
from atlas.model.scalars import LONGEST_PROSE
from atlas.model.walk import written_texts

_SIGN = r"@|[(\[{<]\s?(?:at|@|a|chez|arobase|apenstaartje)\s?[)\]}>]|%40|&#64;"
_SPELT = r"\s(?:at|arobase|apenstaartje)\s"
_POINT = r"\.|\s?[(\[{]\s?(?:dot|point|punt|\.)\s?[)\]}]\s?"
_SPELT_POINT = r"\s(?:dot|point|punt)\s"
_MAIL = re.compile(
    rf"[\w.+-]+\s?(?:{_SIGN})\s?[\w-]+(?:(?:{_POINT}|{_SPELT_POINT})[\w-]+)+"
    rf"|[\w.+-]+(?:{_SPELT})[\w-]+(?:(?:{_SPELT_POINT})[\w-]+)+",
    re.IGNORECASE,
)
_AT = re.compile(f"{_SIGN}|{_SPELT}", re.IGNORECASE)
_TRACES = (
    *("@", "%40", "&#64;", "arobase", "apenstaart", " dot ", " point ", " punt "),
    *("wa.me/", "t.me/", "whatsapp", "phone="),
)
"""What stands in a text that holds an address, in small letters, if not _BRACKETED does."""

_BRACKETED = re.compile(r"[(\[{<]\s?(?:at\b|a\s?[)\]}>]|chez)")

_MESSENGER = re.compile(r"(?:wa\.me/|whatsapp\.com/send|t\.me/|[?&]phone=)\+?\d{6}", re.IGNORECASE)
_DIGITS = re.compile(r"[+(0-9][0-9\s()./-]{5,40}[0-9](?!\w)")
_ABROAD = re.compile(r"(?:\+\d{1,3}|00[1-9]\d{0,2})(?:[\s./()-]{0,3}\d){6,12}")
_AT_HOME = re.compile(r"\(?0\d{1,3}\)?[\s./-]{1,2}\d{2,3}(?:[\s.-]\d{2,3}){2,3}|0\d{8,9}")
_CALL = re.compile(
    r"\b(?:tel|tél|telefoon|téléphone|telephone|phone|gsm|mobile|fax|هاتف)\b[.:]?\s*$",
    re.IGNORECASE,
)
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
_SPACED = re.compile(r"[+0](?<![\w.,].)(?:(?<=0)|(?<=\+)\s?[0-9])(?:[\s.-][0-9]){7,}(?!\w)")
"""Digit by digit: 0 4 7 5 …"""

_LONGEST_CALL = 16
_REACH = 64
_UNCALLED = names_of_kind(KINDS, URL, SHA256, WHOLE)
"""Fields whose digits are no telephone number, whatever they look like."""

HIDE = msg("Delete it; the atlas publishes no e-mail addresses and no telephone numbers.")


@per_record
def no_one_can_be_rung(context: CheckContext) -> Iterator[Problem]:
    """No text holds an e-mail address or a telephone number."""
    for document in context.documents:
        written = _simplify(document.text)
        if "\\" not in written and not any(search(written) for search in _SIGNS):
            continue
        yield from _check_remarks(document)
        for path, said in written_texts(document.value):
            text = _simplify(said[:LONGEST_PROSE])
            if _has_mail(text):
                message = msg('field "{field}" holds an e-mail address.', field=dotted(path))
                yield document.problem(path, message, HIDE)
            called = _has_telephone if _UNCALLED.isdisjoint(path) else _MESSENGER.search
            if called(text):
                message = msg('field "{field}" holds a telephone number.', field=dotted(path))
                yield document.problem(path, message, HIDE)


def holds_contact(text: str) -> bool:
    """Whether a text holds an e-mail address or a telephone number."""
    plain = _simplify(text)
    return _has_mail(plain) or _has_telephone(plain)


def _simplify(text: str) -> str:
    """`text` with full-width letters, and the digits of every script, as those of ASCII."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text)
    return _FOREIGN_DIGIT.sub(lambda found: str(unicodedata.digit(found[0])), text)


def _check_remarks(document: Document) -> Iterator[Problem]:
    """What stands behind a # is on no page, and yet is published with the file."""
    for number, line in enumerate(document.text.splitlines(), start=1):
        remark = re.search(r"(?:^|\s)#.*", _simplify(line[:LONGEST_PROSE]))
        if remark and (_has_mail(remark[0]) or _has_telephone(remark[0])):
            message = msg("a remark holds an e-mail address or a telephone number.")
            yield Problem(document.file, number, remark.start() + 1, message, HIDE)


def _has_trace(text: str) -> bool:
    """Whether looking closer is worth its time; far quicker, on whole files."""
    lowered = text.lower().replace("\n", " ")
    return any(map(lowered.__contains__, _TRACES)) or _BRACKETED.search(lowered) is not None


def _has_mail(text: str) -> bool:
    """Look on both sides of every sign, no further than an address reaches."""
    return any(
        _MAIL.search(text[max(0, sign.start() - _REACH) : sign.end() + _REACH])
        for sign in _AT.finditer(text)
    )


def _has_telephone(text: str) -> bool:
    for found in _DIGITS.finditer(text):
        before = text[max(0, found.start() - _LONGEST_CALL) : found.start()]
        if _CALL.search(before):
            return True
        within_a_number = re.search(r"(?:[\w.,]|\d\s)$", before)
        if not within_a_number and (_ABROAD.match(found[0]) or _AT_HOME.fullmatch(found[0])):
            return True
    return _SPACED.search(text) is not None


_SIGNS = (_has_trace, _has_telephone)
"""What finds out that a file may hold something, before its texts are looked at one by one."""
