"""The sentence that a page about a partner opens with: what its cooperations are, in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from atlas.graph.beginnings import start_of, year_of
from atlas.graph.country_pairs import partners_of
from atlas.graph.listed import ListedPair
from atlas.graph.tally import tally
from atlas.model import Cooperation, Moment
from atlas.model.edtf_date import EdtfDate
from atlas.model.evidence_age import find_newest, latest_evidence
from atlas.model.vocabulary import COUNTED_FORMS
from atlas.pages import listed_ties, tallies
from atlas.pages.page import PageContext
from atlas.pages.status import month_of

_TO_TABLE = Markup('<a href="{}">{}</a>')


def summarise(
    context: PageContext,
    cooperations: Collection[str],
    own: Collection[str],
    left: Mapping[str, Moment] | None = None,
) -> str:
    """«14 cooperations (1 ended) with partners in 8 countries since 2011: 4 twinnings, … Listed
    beside them: 2 parts of them. Latest dated evidence: December 2020.», made of the records;
    nothing for none.

    `own` are the codes of the countries that the page is about: partners are elsewhere. Those
    `left` have ended for whom the page is about.
    """
    if not cooperations:
        return ""
    edition, gettext = context.edition, context.edition.language.gettext
    found = tally(edition.atlas, cooperations, left)
    counted = found.cooperations or found.memberships
    records = [edition.atlas.records.cooperations[id_] for id_ in counted]
    pairs = (pair for id_ in counted for pair in edition.atlas.pairs_of[id_])
    abroad = partners_of(pairs, own)
    years = [year for one in records if (year := year_of(start_of(one)))]
    forms = _count_forms(context, records)
    named = forms[0] if len(forms) == 1 else ""
    said = [tallies.count_cooperations(edition, found, named)]
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
    sentences = [gettext("{sentence}.").format(sentence=sentence)]
    if found.cooperations and (beside := tallies.count_beside(edition, found)):
        listed = edition.language.listing(beside)
        sentences.append(gettext("Counted apart: {others}.").format(others=listed))
    every = [edition.atlas.records.cooperations[id_] for id_ in cooperations]
    if latest := find_latest(every, context.site.today):
        text = gettext("Latest dated evidence: {date}.")
        sentences.append(text.format(date=edition.language.date(latest)))
    return " ".join(sentences)


def summarise_listed(
    context: PageContext, pairs: Sequence[ListedPair], own: Collection[str], table: str = "#listed"
) -> Markup:
    """«3 listed ties with 2 countries, not checked: Wikidata, as of May 2017.»

    `own` are the codes of the countries that the page is about: partners are elsewhere. `table` is
    where all of them stand.
    """
    edition, gettext = context.edition, context.edition.language.gettext
    places = edition.atlas.records.places
    ends = {end for pair in pairs for end in (pair.a, pair.b)}
    abroad = {code for end in ends for code in places[end].countries} - {*own}
    said = tallies.count_listed(edition, [pair.id for pair in pairs])
    if abroad:
        where = edition.ngettext("with {n} country", "with {n} countries", len(abroad))
        said = f"{said} {where}"
    one = Markup(gettext("{register}, as of {date}"))  # noqa: S704 - of our catalogues
    sentence = Markup(gettext("{ties}, not checked: {registers}."))  # noqa: S704 - of our catalogues
    registers = Markup(gettext("; ")).join(  # noqa: S704 - of our catalogues
        one.format(register=ref.name, date=edition.language.date(as_of))
        for ref, as_of in listed_ties.registers_of(context, pairs)
    )
    return sentence.format(ties=_TO_TABLE.format(table, said), registers=registers)


def find_latest(records: Collection[Cooperation], today: date | None) -> EdtfDate | None:
    """The month of the latest evidence, or its year if no month is known."""
    latest = find_newest(latest_evidence(one, today) for one in records)
    return month_of(latest) if latest else None


def _count_forms(context: PageContext, records: Collection[Cooperation]) -> list[str]:
    """«4 twinnings», «2 missions»: the most frequent form first, then in the order of the list."""
    counted = Counter(one.form for one in records)
    order = sorted((form for form in COUNTED_FORMS if counted[form]), key=lambda f: -counted[f])
    return [context.edition.ngettext(*COUNTED_FORMS[form], counted[form]) for form in order]
