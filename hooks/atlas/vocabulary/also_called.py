"""What else people write for a word of a list or the name of a field."""

from __future__ import annotations

from atlas.vocabulary.actors import ActorKind, ActorType
from atlas.vocabulary.cooperations import Form, Role, Status
from atlas.vocabulary.evidence import Translation
from atlas.vocabulary.places import PlaceType

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
