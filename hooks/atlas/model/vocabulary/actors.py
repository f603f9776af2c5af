"""What a record of an actor chooses from: types and kinds."""

from __future__ import annotations

from enum import StrEnum

from atlas.model.vocabulary.term import N_, Term


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
