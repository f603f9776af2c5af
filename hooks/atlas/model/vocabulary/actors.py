"""What a record of an actor chooses from: types and kinds."""

from __future__ import annotations

from atlas.model.vocabulary.word import N_, Word


class ActorType(Word):
    """What kind of organisation an actor is: IATI's OrganisationType, in words."""

    NATIONAL_GOVERNMENT = "national-government", N_("National government"), "10"
    LOCAL_GOVERNMENT = "local-government", N_("Local government"), "11"
    OTHER_PUBLIC_SECTOR = "other-public-sector", N_("Other public body"), "15"
    INTERNATIONAL_NGO = (
        "international-ngo",
        N_("International non-governmental organisation"),
        "21",
    )
    NATIONAL_NGO = "national-ngo", N_("National non-governmental organisation"), "22"
    REGIONAL_NGO = "regional-ngo", N_("Regional non-governmental organisation"), "23"
    PARTNER_COUNTRY_NGO = (
        "partner-country-ngo",
        N_("Non-governmental organisation of the partner country"),
        "24",
    )
    PUBLIC_PRIVATE_PARTNERSHIP = (
        "public-private-partnership",
        N_("Public-private partnership"),
        "30",
    )
    MULTILATERAL = "multilateral", N_("Multilateral organisation"), "40"
    FOUNDATION = "foundation", N_("Foundation"), "60"
    PRIVATE_SECTOR = "private-sector", N_("Private company"), "70"
    ACADEMIC = "academic", N_("University or research body"), "80"
    UNKNOWN = "unknown", N_("Not recorded")


class ActorKind(Word):
    """What an actor is more closely, where that is known."""

    MUNICIPALITY = "municipality", N_("Municipality")
    CITY_DISTRICT = "city-district", N_("City district")
    DEPARTMENT = "department", N_("Department or county")
    PROVINCE = "province", N_("Province")
    REGION = "region", N_("Region")
    MINISTRY = "ministry", N_("Ministry")
    DIRECTORATE = "directorate", N_("Directorate of a ministry")
    ASSOCIATION_OF_MUNICIPALITIES = (
        "association-of-municipalities",
        N_("Association of municipalities"),
    )
    EGTC = "egtc", N_("European grouping of territorial cooperation")
    NETWORK = "network", N_("Network")
    ASSOCIATION = "association", N_("Association")
    CONSULTANCY = "consultancy", N_("Consultancy")
    UNIVERSITY = "university", N_("University")
    HOSPITAL = "hospital", N_("Hospital")
    JOINT_COMMISSION = "joint-commission", N_("Joint commission")
    UNNAMED_GROUP = "unnamed-group", N_("Group whose members the source does not name")
