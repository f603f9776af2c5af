"""The closed lists a record chooses from, each with the standard it follows.

Every value is what stands in the YAML. Its label and definition are the English texts of the
interface, translated in `locales/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "translate this later"
    """Mark `text` for the catalogues; it is translated where it is shown."""
    return text


@dataclass(frozen=True, slots=True)
class Term:
    """A value's English label and one-sentence definition, and its code in another standard."""

    label: str
    definition: str = ""
    code: str = ""


class Form(StrEnum):
    """What kind of cooperation a record is. The record keeps the source's own word beside it."""

    TWINNING = "twinning"
    COOPERATION_AGREEMENT = "cooperation-agreement"
    COOPERATION_PROTOCOL = "cooperation-protocol"
    FRIENDSHIP = "friendship"
    NETWORK = "network"
    NETWORK_MEMBERSHIP = "network-membership"
    TECHNICAL_ASSISTANCE = "technical-assistance"
    DIALOGUE = "dialogue"
    WORKSHOP = "workshop"
    MISSION = "mission"
    WORKING_GROUP = "working-group"
    PILOT = "pilot"
    PROGRAMME = "programme"


FORMS: dict[Form, Term] = {
    Form.TWINNING: Term(
        N_("Twinning"),
        N_("A lasting partnership between two local authorities that call it a twinning."),
    ),
    Form.COOPERATION_AGREEMENT: Term(
        N_("Cooperation agreement"),
        N_("A signed agreement to work together on stated subjects, for a time or without end."),
    ),
    Form.COOPERATION_PROTOCOL: Term(
        N_("Cooperation protocol"),
        N_("A signed protocol that sets out fields in which the partners join their efforts."),
    ),
    Form.FRIENDSHIP: Term(
        N_("Friendship"),
        N_("A declared friendship between authorities, lighter than a twinning."),
    ),
    Form.NETWORK: Term(
        N_("Network"),
        N_("A standing group of authorities or organisations that exchange and act together."),
    ),
    Form.NETWORK_MEMBERSHIP: Term(
        N_("Network membership"),
        N_("One authority’s or organisation’s membership of a network."),
    ),
    Form.TECHNICAL_ASSISTANCE: Term(
        N_("Technical assistance"),
        N_("Experts help partners to build a structure, a service or a skill."),
    ),
    Form.DIALOGUE: Term(
        N_("Dialogue"),
        N_("A series of meetings in which authorities exchange views and prepare joint work."),
    ),
    Form.WORKSHOP: Term(
        N_("Workshop"),
        N_("One working meeting with a set programme and outcome."),
    ),
    Form.MISSION: Term(
        N_("Mission"),
        N_("A visit with a purpose: to explore, prepare or follow up a cooperation."),
    ),
    Form.WORKING_GROUP: Term(
        N_("Working group"),
        N_("A small group that steers or follows a cooperation."),
    ),
    Form.PILOT: Term(
        N_("Pilot"),
        N_("A first trial of a new way to cooperate, meant to be learned from."),
    ),
    Form.PROGRAMME: Term(
        N_("Programme"),
        N_("A funded frame of several years under which cooperations take place."),
    ),
}


class Role(StrEnum):
    """What a party does in a cooperation. The last four are IATI's OrganisationRole 1 to 4."""

    SIGNATORY = "signatory"
    PARTNER = "partner"
    MEMBER = "member"
    NETWORK = "network"
    LEAD = "lead"
    CHAIR = "chair"
    PARTICIPANT = "participant"
    BENEFICIARY = "beneficiary"
    HOST = "host"
    FACILITATOR = "facilitator"
    FUNDING = "funding"
    ACCOUNTABLE = "accountable"
    EXTENDING = "extending"
    IMPLEMENTING = "implementing"


ROLES: dict[Role, Term] = {
    Role.SIGNATORY: Term(N_("Signatory")),
    Role.PARTNER: Term(N_("Partner")),
    Role.MEMBER: Term(N_("Member")),
    Role.NETWORK: Term(N_("Network")),
    Role.LEAD: Term(N_("Lead")),
    Role.CHAIR: Term(N_("Chair")),
    Role.PARTICIPANT: Term(N_("Participant")),
    Role.BENEFICIARY: Term(N_("Beneficiary")),
    Role.HOST: Term(N_("Host")),
    Role.FACILITATOR: Term(N_("Facilitator")),
    Role.FUNDING: Term(N_("Funder"), code="1"),
    Role.ACCOUNTABLE: Term(N_("Accountable for the project"), code="2"),
    Role.EXTENDING: Term(N_("Extending agency"), code="3"),
    Role.IMPLEMENTING: Term(N_("Implementer"), code="4"),
}

TYING_ROLES = frozenset({Role.SIGNATORY, Role.PARTNER})
"""Only parties in these roles are joined by a line on a map."""


class Status(StrEnum):
    """Where a cooperation stands; the first six are IATI's ActivityStatus 1 to 6."""

    PIPELINE = "pipeline"
    IMPLEMENTATION = "implementation"
    FINALISATION = "finalisation"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    SUSPENDED = "suspended"
    DORMANT = "dormant"
    UNKNOWN = "unknown"


STATUSES: dict[Status, Term] = {
    Status.PIPELINE: Term(N_("Planned"), code="1"),
    Status.IMPLEMENTATION: Term(N_("Listed as active"), code="2"),
    Status.FINALISATION: Term(N_("Being completed"), code="3"),
    Status.CLOSED: Term(N_("Closed"), code="4"),
    Status.CANCELLED: Term(N_("Cancelled"), code="5"),
    Status.SUSPENDED: Term(N_("Suspended"), code="6"),
    Status.DORMANT: Term(N_("Dormant")),
    Status.UNKNOWN: Term(N_("Unknown")),
}


class ActorType(StrEnum):
    """What kind of organisation an actor is: IATI's OrganisationType, in words."""

    NATIONAL_GOVERNMENT = "national-government"
    LOCAL_GOVERNMENT = "local-government"
    OTHER_PUBLIC_SECTOR = "other-public-sector"
    INTERNATIONAL_NGO = "international-ngo"
    NATIONAL_NGO = "national-ngo"
    REGIONAL_NGO = "regional-ngo"
    PARTNER_COUNTRY_NGO = "partner-country-ngo"
    PUBLIC_PRIVATE_PARTNERSHIP = "public-private-partnership"
    MULTILATERAL = "multilateral"
    FOUNDATION = "foundation"
    PRIVATE_SECTOR = "private-sector"
    ACADEMIC = "academic"
    UNKNOWN = "unknown"


ACTOR_TYPES: dict[ActorType, Term] = {
    ActorType.NATIONAL_GOVERNMENT: Term(N_("National government"), code="10"),
    ActorType.LOCAL_GOVERNMENT: Term(N_("Local government"), code="11"),
    ActorType.OTHER_PUBLIC_SECTOR: Term(N_("Other public body"), code="15"),
    ActorType.INTERNATIONAL_NGO: Term(N_("International non-governmental organisation"), code="21"),
    ActorType.NATIONAL_NGO: Term(N_("National non-governmental organisation"), code="22"),
    ActorType.REGIONAL_NGO: Term(N_("Regional non-governmental organisation"), code="23"),
    ActorType.PARTNER_COUNTRY_NGO: Term(
        N_("Non-governmental organisation of the partner country"), code="24"
    ),
    ActorType.PUBLIC_PRIVATE_PARTNERSHIP: Term(N_("Public-private partnership"), code="30"),
    ActorType.MULTILATERAL: Term(N_("Multilateral organisation"), code="40"),
    ActorType.FOUNDATION: Term(N_("Foundation"), code="60"),
    ActorType.PRIVATE_SECTOR: Term(N_("Private company"), code="70"),
    ActorType.ACADEMIC: Term(N_("University or research body"), code="80"),
    ActorType.UNKNOWN: Term(N_("Not recorded")),
}


class ActorKind(StrEnum):
    """What an actor is more closely, where that is known."""

    MUNICIPALITY = "municipality"
    CITY_DISTRICT = "city-district"
    PROVINCE = "province"
    MINISTRY = "ministry"
    DIRECTORATE = "directorate"
    ASSOCIATION_OF_MUNICIPALITIES = "association-of-municipalities"
    EGTC = "egtc"
    NETWORK = "network"
    ASSOCIATION = "association"
    CONSULTANCY = "consultancy"
    UNIVERSITY = "university"
    UNNAMED_GROUP = "unnamed-group"


ACTOR_KINDS: dict[ActorKind, Term] = {
    ActorKind.MUNICIPALITY: Term(N_("Municipality")),
    ActorKind.CITY_DISTRICT: Term(N_("City district")),
    ActorKind.PROVINCE: Term(N_("Province")),
    ActorKind.MINISTRY: Term(N_("Ministry")),
    ActorKind.DIRECTORATE: Term(N_("Directorate of a ministry")),
    ActorKind.ASSOCIATION_OF_MUNICIPALITIES: Term(N_("Association of municipalities")),
    ActorKind.EGTC: Term(N_("European grouping of territorial cooperation")),
    ActorKind.NETWORK: Term(N_("Network")),
    ActorKind.ASSOCIATION: Term(N_("Association")),
    ActorKind.CONSULTANCY: Term(N_("Consultancy")),
    ActorKind.UNIVERSITY: Term(N_("University")),
    ActorKind.UNNAMED_GROUP: Term(N_("Group whose members the source does not name")),
}


class PlaceType(StrEnum):
    """What kind of territory a place is."""

    MUNICIPALITY = "municipality"
    CITY_DISTRICT = "city-district"
    PROVINCE = "province"
    REGION = "region"
    TERRITORY = "territory"
    CROSS_BORDER_AREA = "cross-border-area"


PLACE_TYPES: dict[PlaceType, Term] = {
    PlaceType.MUNICIPALITY: Term(N_("Municipality")),
    PlaceType.CITY_DISTRICT: Term(N_("City district")),
    PlaceType.PROVINCE: Term(N_("Province")),
    PlaceType.REGION: Term(N_("Region")),
    PlaceType.TERRITORY: Term(N_("Overseas territory")),
    PlaceType.CROSS_BORDER_AREA: Term(N_("Cross-border area")),
}


class NoteKind(StrEnum):
    """Why the atlas adds a remark of its own to what a source says."""

    CORRECTION = "correction"
    AMBIGUITY = "ambiguity"
    DAMAGED_TEXT = "damaged-text"
    OPEN_LIST = "open-list"
    OMISSION = "omission"
    CONTEXT = "context"


NOTE_KINDS: dict[NoteKind, Term] = {
    NoteKind.CORRECTION: Term(N_("Our correction")),
    NoteKind.AMBIGUITY: Term(N_("Ambiguous in the source")),
    NoteKind.DAMAGED_TEXT: Term(N_("Damaged text in the source")),
    NoteKind.OPEN_LIST: Term(N_("Open-ended list in the source")),
    NoteKind.OMISSION: Term(N_("Left out on purpose")),
    NoteKind.CONTEXT: Term(N_("Context")),
}


class Relation(StrEnum):
    """How one cooperation bears on another, read from the record that states it."""

    FOLLOWS = "follows"
    PREPARES = "prepares"
    IMPLEMENTS = "implements"
    STEERS = "steers"
    MENTIONS = "mentions"
    SAME_TEXT = "same-text"


RELATIONS: dict[Relation, tuple[str, str]] = {
    Relation.FOLLOWS: (N_("Follows"), N_("Followed by")),
    Relation.PREPARES: (N_("Prepares"), N_("Prepared by")),
    Relation.IMPLEMENTS: (N_("Implements"), N_("Implemented by")),
    Relation.STEERS: (N_("Steers"), N_("Steered by")),
    Relation.MENTIONS: (N_("Mentions"), N_("Mentioned by")),
    Relation.SAME_TEXT: (
        N_("Described in the same words as"),
        N_("Described in the same words as"),
    ),
}
"""Each relation's label on the record that states it, and on the record it points to."""


class Rank(StrEnum):
    """How far the atlas follows a claim (Wikidata's ranks)."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


RANKS: dict[Rank, Term] = {
    Rank.PREFERRED: Term(N_("Followed here")),
    Rank.NORMAL: Term(N_("Stated")),
    Rank.DEPRECATED: Term(N_("Not followed here")),
}


class ClaimField(StrEnum):
    """The fields of a cooperation on which sources may be set side by side."""

    TITLE = "title"
    FORM = "form"
    SUMMARY = "summary"
    PARTIES = "parties"
    AGREEMENTS = "agreements"
    ACTUAL_START = "dates.actual_start"
    ACTUAL_END = "dates.actual_end"
    PLANNED_START = "dates.planned_start"
    PLANNED_END = "dates.planned_end"
    STATUS = "status"
    LOCATIONS = "locations"
    RESULTS = "results"
    BUDGET = "budget"


CLAIM_FIELDS: dict[ClaimField, Term] = {
    ClaimField.TITLE: Term(N_("Name")),
    ClaimField.FORM: Term(N_("Form")),
    ClaimField.SUMMARY: Term(N_("Content")),
    ClaimField.PARTIES: Term(N_("Parties")),
    ClaimField.AGREEMENTS: Term(N_("Agreement")),
    ClaimField.ACTUAL_START: Term(N_("Start")),
    ClaimField.ACTUAL_END: Term(N_("End")),
    ClaimField.PLANNED_START: Term(N_("Planned start")),
    ClaimField.PLANNED_END: Term(N_("Planned end")),
    ClaimField.STATUS: Term(N_("Status")),
    ClaimField.LOCATIONS: Term(N_("Place")),
    ClaimField.RESULTS: Term(N_("Results")),
    ClaimField.BUDGET: Term(N_("Budget")),
}


class AssignedBy(StrEnum):
    """Who linked a goal or a sector code to a cooperation."""

    SOURCE = "source"
    EDITOR = "editor"


class Translation(StrEnum):
    """How a record's texts in one language came about."""

    ORIGINAL = "original"
    HUMAN = "human"
    MACHINE = "machine"


class BudgetPer(StrEnum):
    """What an amount of money is for."""

    TOTAL = "total"
    PARTNERSHIP = "partnership"
    YEAR = "year"


class Exactness(StrEnum):
    """IATI GeographicExactness: 1 exact, 2 approximate."""

    EXACT = "exact"
    APPROXIMATE = "approximate"


LABELS: dict[type[StrEnum], dict[str, str]] = {
    kind: {str(word): term.label for word, term in terms}
    for kind, terms in (
        (Form, FORMS.items()),
        (Role, ROLES.items()),
        (Status, STATUSES.items()),
        (ActorType, ACTOR_TYPES.items()),
        (ActorKind, ACTOR_KINDS.items()),
        (PlaceType, PLACE_TYPES.items()),
        (NoteKind, NOTE_KINDS.items()),
        (Rank, RANKS.items()),
        (ClaimField, CLAIM_FIELDS.items()),
    )
}
"""The labels of the closed lists that have some."""

ALSO_CALLED: dict[str, tuple[str, ...]] = {
    Form.TWINNING: (
        *("twin town", "twin towns", "twin city", "sister city", "sister cities", "town twinning"),
        *("stedenband", "zusterstad", "zustersteden", "verbroedering", "jumelages"),
        *("ville jumelée", "villes jumelées", "ville sœur", "Städtepartnerschaft"),
        *("توأمة مدن", "مدينة توأم", "مدن توأم"),
    ),
    Form.COOPERATION_AGREEMENT: (
        *("agreement", "accord", "akkoord", "overeenkomst", "convention", "اتفاق", "اتفاقية"),
        *("partnership agreement", "accord de partenariat", "samenwerkingsakkoord"),
        *("samenwerkingsovereenkomst", "accord de coopération", "اتفاقية تعاون"),
    ),
    Form.COOPERATION_PROTOCOL: ("protocol", "protocole", "بروتوكول", "بروتوكول تعاون"),
    Form.FRIENDSHIP: ("vriendschap", "amitié", "pacte d'amitié", "صداقة"),
    Form.NETWORK: ("réseau", "netwerk", "شبكة"),
    Form.NETWORK_MEMBERSHIP: ("membership", "lidmaatschap", "adhésion", "عضوية"),
    Form.TECHNICAL_ASSISTANCE: ("technische bijstand", "assistance technique", "مساعدة تقنية"),
    Form.WORKSHOP: ("atelier", "ورشة عمل"),
    Form.PROGRAMME: ("program", "programma", "برنامج"),
    Role.SIGNATORY: ("signed", "signer", "ondertekenaar", "signataire", "موقع", "طرف موقع"),
    Role.LEAD: ("leader", "trekker", "chef de file"),
    Role.FUNDING: ("funder", "donor", "financier", "bailleur", "ممول"),
    Role.HOST: ("gastheer", "hôte", "مضيف"),
    Status.PIPELINE: ("planned", "announced", "gepland", "prévu", "مخطط"),
    Status.IMPLEMENTATION: (
        *("active", "ongoing", "running", "actief", "lopend", "actif", "active", "en cours"),
        *("جار", "نشط"),
    ),
    Status.CLOSED: ("ended", "finished", "over", "afgelopen", "beëindigd", "terminé", "منته"),
    Status.CANCELLED: ("canceled", "geannuleerd", "annulé", "ملغى"),
    ActorKind.MUNICIPALITY: ("city", "town", "stad", "gemeente", "ville", "commune", "مدينة"),
    ActorKind.CITY_DISTRICT: ("district", "arrondissement", "مقاطعة"),
    ActorKind.UNIVERSITY: ("universiteit", "université", "hogeschool", "جامعة"),
    ActorKind.ASSOCIATION: ("vzw", "asbl", "NGO", "ngo", "ONG", "جمعية"),
    ActorType.LOCAL_GOVERNMENT: ("municipality", "city", "gemeente", "commune", "بلدية"),
    ActorType.ACADEMIC: ("university", "universiteit", "université", "جامعة"),
    PlaceType.PROVINCE: ("department", "département", "إقليم"),
    Translation.HUMAN: ("translated", "vertaald", "traduit", "مترجم"),
    Translation.MACHINE: ("automatic", "automatisch", "automatique", "آلي", "DeepL"),
}
"""Names that editors may know a word by, beside its label, in whatever list it stands."""

FIELDS_ALSO_CALLED: dict[str, tuple[str, ...]] = {
    "actors": ("acteurs", "actoren"),
    "countries": ("country", "land", "pays", "بلد"),
    "form": ("type", "kind", "soort", "vorm", "forme", "شكل"),
    "names": ("name", "naam", "nom", "اسم"),
    "objectives": ("objectifs", "doelen", "doelstellingen", "أهداف"),
    "parties": ("partners", "partijen", "partenaires", "شركاء"),
    "sources": ("source", "bron", "مصدر"),
    "status": ("state", "toestand", "état", "حالة"),
    "summary": ("description", "samenvatting", "résumé", "ملخص"),
    "themes": ("theme", "topics", "thema", "thème", "موضوع"),
    "title": ("name", "titel", "titre", "naam", "nom", "عنوان"),
    "website": ("url", "site", "site web", "موقع"),
}
"""Names that editors may write for a field, beside the texts of the interface."""


class Removed(StrEnum):
    """Why a record was taken out; what it said is not repeated."""

    DUPLICATE = "duplicate"
    NOT_A_COOPERATION = "not-a-cooperation"
    PRIVACY = "privacy"


REMOVED: dict[Removed, Term] = {
    Removed.DUPLICATE: Term(N_("What it said stands in other records.")),
    Removed.NOT_A_COOPERATION: Term(N_("What it described does not belong in the atlas.")),
    Removed.PRIVACY: Term(N_("This protects someone’s privacy.")),
}

GOALS: dict[int, str] = {
    1: N_("No poverty"),
    2: N_("Zero hunger"),
    3: N_("Good health and well-being"),
    4: N_("Quality education"),
    5: N_("Gender equality"),
    6: N_("Clean water and sanitation"),
    7: N_("Affordable and clean energy"),
    8: N_("Decent work and economic growth"),
    9: N_("Industry, innovation and infrastructure"),
    10: N_("Reduced inequalities"),
    11: N_("Sustainable cities and communities"),
    12: N_("Responsible consumption and production"),
    13: N_("Climate action"),
    14: N_("Life below water"),
    15: N_("Life on land"),
    16: N_("Peace, justice and strong institutions"),
    17: N_("Partnerships for the goals"),
}
"""The short names of the Sustainable Development Goals (United Nations)."""

DAC_SECTORS: dict[str, str] = {
    "11110": N_("Education policy and administrative management"),
    "12220": N_("Basic health care"),
    "15112": N_("Decentralisation and support to subnational government"),
    "15150": N_("Democratic participation and civil society"),
    "15185": N_("Local government administration"),
    "16010": N_("Social protection"),
    "16065": N_("Recreation and sport"),
    "16066": N_("Culture"),
    "24040": N_("Informal/semi-formal financial intermediaries"),
    "33210": N_("Tourism policy and administrative management"),
    "41010": N_("Environmental policy and administrative management"),
    "43030": N_("Urban development and management"),
}
"""The names of the OECD DAC 5-digit codes that are in use here (IATI's Sector list).

A code that is not here may be used too: it is then shown without a name.
"""
