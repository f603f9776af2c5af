"""The sentence that a page about a partner opens with: what its cooperations are, in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from markupsafe import Markup

from atlas.graph.listed import ListedPair
from atlas.graph.relate import start_of, year_of
from atlas.model import Cooperation
from atlas.model.edtf_date import EdtfDate
from atlas.model.vocabulary import COUNTED_FORMS
from atlas.pages import listed_ties
from atlas.pages.page import PageContext
from atlas.pages.status import month_of

_TO_TABLE = Markup('<a href="#listed">{}</a>')


def summarise(context: PageContext, cooperations: Collection[str], own: Collection[str]) -> str:
    """«14 cooperations with partners in 8 countries since 2011: 4 twinnings, … Latest evidence:
    December 2020.», made of the records; nothing for none.

    `own` are the codes of the countries that the page is about: partners are elsewhere.
    """
    if not cooperations:
        return ""
    edition, gettext = context.edition, context.edition.language.gettext
    records = [edition.atlas.records.cooperations[id_] for id_ in cooperations]
    abroad = {code for id_ in cooperations for code in edition.atlas.countries_of[id_]} - {*own}
    years = [year for one in records if (year := year_of(start_of(one)))]
    forms = _count_forms(context, records)
    counted = edition.ngettext("{n} cooperation", "{n} cooperations", len(records))
    said = [forms[0] if len(forms) == 1 else counted]
    if abroad:
        said.append(
            edition.ngettext(
                "with partners in {n} country", "with partners in {n} countries", len(abroad)
            )
        )
    if years:
        said.append(gettext("since {year}").format(year=min(years)))
    sentence = " ".join(said)
    if len(forms) > 1:
        forms_listed = edition.language.listing(forms)
        sentence = gettext("{sentence}: {forms}").format(sentence=sentence, forms=forms_listed)
    sentence = gettext("{sentence}.").format(sentence=sentence)
    if date := find_latest(records):
        latest = gettext("Latest dated evidence: {date}.").format(date=edition.language.date(date))
        sentence = f"{sentence} {latest}"
    return sentence


def summarise_listed(
    context: PageContext, pairs: Sequence[ListedPair], own: Collection[str]
) -> Markup:
    """«3 listed ties with 2 countries, not checked: Wikidata, as of May 2017.»

    `own` are the codes of the countries that the page is about: partners are elsewhere.
    """
    edition, gettext = context.edition, context.edition.language.gettext
    places = edition.atlas.records.places
    ends = {end for pair in pairs for end in (pair.a, pair.b)}
    abroad = {code for end in ends for code in places[end].countries} - {*own}
    said = edition.ngettext("{n} listed tie", "{n} listed ties", len(pairs))
    if abroad:
        where = edition.ngettext("with {n} country", "with {n} countries", len(abroad))
        said = f"{said} {where}"
    one = Markup(gettext("{register}, as of {date}"))  # noqa: S704 - of our catalogues
    sentence = Markup(gettext("{ties}, not checked: {registers}."))  # noqa: S704 - of our catalogues
    registers = Markup(gettext("; ")).join(  # noqa: S704 - of our catalogues
        one.format(register=ref.name, date=edition.language.date(date))
        for ref, date in listed_ties.registers_of(context, pairs)
    )
    return sentence.format(ties=_TO_TABLE.format(said), registers=registers)


def find_latest(records: Collection[Cooperation]) -> EdtfDate | None:
    """The month of the latest evidence for a status, or its year if no month is known."""
    dates = [one.status.as_of for one in records if one.status.as_of]
    if not dates:
        return None
    return month_of(max(dates, key=lambda date: (date.first, date.last)))


def _count_forms(context: PageContext, records: Collection[Cooperation]) -> list[str]:
    """«4 twinnings», «2 missions»: the most frequent form first, then in the order of the list."""
    counted = Counter(one.form for one in records)
    order = sorted((form for form in COUNTED_FORMS if counted[form]), key=lambda f: -counted[f])
    return [context.edition.ngettext(*COUNTED_FORMS[form], counted[form]) for form in order]
