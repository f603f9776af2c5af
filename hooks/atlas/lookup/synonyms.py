"""What else people write for a word of a list, the name of a field, a country, a currency."""

from __future__ import annotations

from atlas.model.vocabulary.actors import ActorKind, ActorType
from atlas.model.vocabulary.cooperations import Form, Role, Status
from atlas.model.vocabulary.evidence import Translation
from atlas.model.vocabulary.places import PlaceType

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

COUNTRIES_ALSO_CALLED: dict[str, tuple[str, ...]] = {
    "AE": ("UAE", "VAE", "EAU", "Emirates", "Emiraten", "Émirats", "الإمارات"),
    "BA": ("Bosnia", "Bosnië", "Bosnie"),
    "BE": ("Kingdom of Belgium", "Koninkrijk België", "Royaume de Belgique", "مملكة بلجيكا"),
    "BF": ("Burkina", "Upper Volta", "Opper-Volta", "Haute-Volta", "بوركينا"),
    "BI": (
        *("Republic of Burundi", "Republiek Burundi", "République du Burundi"),
        *("جمهورية بوروندي",),
    ),
    "BJ": (
        *("Republic of Benin", "Republiek Benin", "République du Bénin", "البنين"),
        *("جمهورية بنين", "Dahomey", "داهومي"),
    ),
    "CD": (
        *("Congo", "Kongo", "الكونغو", "RDC", "DRC", "DR Congo", "RD Congo", "Zaire", "Zaïre"),
        *("Democratic Republic of Congo", "République démocratique du Congo", "Congo belge"),
        *("Belgisch-Congo", "الكونغو الديمقراطية", "زائير", "الكونغو البلجيكية"),
    ),
    "CG": (
        *("Congo", "Kongo", "الكونغو", "Congo Republic", "Congo (Brazza)"),
        *("République du Congo",),
    ),
    "CI": (
        *("Ivory Coast", "Ivoorkust", "Elfenbeinküste", "Costa de Marfil", "كوت ديفوار"),
        *("Republic of Côte d’Ivoire", "Republiek Ivoorkust", "République de Côte d’Ivoire"),
    ),
    "CM": (
        *("Republic of Cameroon", "Republiek Kameroen", "République du Cameroun"),
        *("جمهورية الكاميرون",),
    ),
    "CV": ("Cape Verde", "Cabo Verde", "Cap-Vert", "Kaapverdië"),
    "CZ": ("Czech Republic", "Tsjechische Republiek", "République tchèque"),
    "DE": (
        *("Federal Republic of Germany", "Bondsrepubliek Duitsland"),
        *("République fédérale d’Allemagne", "جمهورية ألمانيا الاتحادية", "BRD", "RFA"),
    ),
    "DZ": (
        *("People's Democratic Republic of Algeria", "Democratische Volksrepubliek Algerije"),
        *("République algérienne démocratique et populaire",),
        *("الجمهورية الجزائرية الديمقراطية الشعبية",),
    ),
    "EG": (
        *("Arab Republic of Egypt", "Arabische Republiek Egypte", "République arabe d’Égypte"),
        *("جمهورية مصر العربية",),
    ),
    "ES": ("Kingdom of Spain", "Koninkrijk Spanje", "Royaume d’Espagne", "مملكة إسبانيا"),
    "FM": ("Micronesia",),
    "FR": ("French Republic", "Franse Republiek", "République française", "الجمهورية الفرنسية"),
    "GB": (
        *("UK", "VK", "Great Britain", "Groot-Brittannië", "Grande-Bretagne", "England"),
        *("Engeland", "Angleterre", "Britain", "بريطانيا", "بريطانيا العظمى", "إنجلترا"),
        *("انكلترا", "إنكلترا"),
    ),
    "IT": (
        *("Italian Republic", "Italiaanse Republiek", "République italienne"),
        *("الجمهورية الإيطالية",),
    ),
    "JO": (
        *("Hashemite Kingdom of Jordan", "Hasjemitisch Koninkrijk Jordanië"),
        *("Royaume hachémite de Jordanie", "المملكة الأردنية الهاشمية"),
    ),
    "KP": ("Korea", "Corée", "كوريا", "DPRK"),
    "KR": ("Korea", "Corée", "كوريا"),
    "LB": (
        *("Lebanese Republic", "Libanese Republiek", "République libanaise"),
        *("الجمهورية اللبنانية",),
    ),
    "LU": (
        *("Grand Duchy of Luxembourg", "Groothertogdom Luxemburg", "Grand-Duché de Luxembourg"),
        *("دوقية لوكسمبورغ الكبرى",),
    ),
    "MA": ("Kingdom of Morocco", "Koninkrijk Marokko", "Royaume du Maroc", "المملكة المغربية"),
    "MK": ("Macedonia", "Macedonië", "Macédoine", "مقدونيا"),
    "MM": ("Burma", "Birma", "Birmanie", "بورما"),
    "NL": (
        *("Holland", "Hollande", "The Netherlands", "Les Pays-Bas"),
        *("Kingdom of the Netherlands", "Koninkrijk der Nederlanden", "Royaume des Pays-Bas"),
        *("مملكة هولندا", "المملكة الهولندية", "الأراضي المنخفضة"),
    ),
    "PS": (
        *("Palestine", "Palestina", "Palestinian Authority", "Palestijnse Autoriteit"),
        *("West Bank", "Cisjordanie", "فلسطين", "State of Palestine", "Staat Palestina"),
        *("État de Palestine", "دولة فلسطين", "الضفة الغربية", "Westelijke Jordaanoever"),
        *("السلطة الفلسطينية", "Autorité palestinienne", "Gaza", "غزة"),
    ),
    "PT": (
        *("Portuguese Republic", "Portugese Republiek", "République portugaise"),
        *("الجمهورية البرتغالية",),
    ),
    "RU": ("Russian Federation", "Fédération de Russie", "Russische Federatie"),
    "RW": (
        *("Republic of Rwanda", "Republiek Rwanda", "République du Rwanda", "جمهورية رواندا"),
        *("Ruanda",),
    ),
    "SA": (
        *("KSA", "Kingdom of Saudi Arabia", "Koninkrijk Saoedi-Arabië"),
        *("Royaume d’Arabie saoudite", "السعودية"),
    ),
    "SN": (
        *("Republic of Senegal", "Republiek Senegal", "République du Sénégal"),
        *("جمهورية السنغال",),
    ),
    "SY": (
        *("Syria", "Syrië", "Syrie", "سورية", "الجمهورية العربية السورية"),
        *("Syrian Arab Republic", "Arabische Republiek Syrië", "République arabe syrienne"),
    ),
    "SZ": ("Swaziland",),
    "TL": ("East Timor", "Oost-Timor", "Timor oriental"),
    "TN": (
        *("Republic of Tunisia", "Tunisian Republic", "Republiek Tunesië"),
        *("République tunisienne", "الجمهورية التونسية"),
    ),
    "TR": (
        *("Turkey", "Turkije", "Turquie", "Turkiye", "Republic of Türkiye", "Republiek Turkije"),
        *("République de Turquie", "الجمهورية التركية"),
    ),
    "TW": ("Taiwan", "Formosa"),
    "US": (
        *("USA", "America", "Amerika", "Amérique", "VS", "United States of America", "أمريكا"),
        *("الولايات المتحدة الأمريكية", "Verenigde Staten van Amerika", "États-Unis d’Amérique"),
    ),
    "VA": ("Vatican", "Holy See", "Heilige Stoel", "Saint-Siège"),
    "VN": ("Viet Nam",),
}
"""Names in use beside CLDR's and this atlas's; one that is two countries' stands with both."""

LANGUAGES_ALSO_CALLED: dict[str, tuple[str, ...]] = {
    "ar": ("عربي",),
    "de": ("ألماني",),
    "en": ("إنجليزي", "انكليزي", "الإنكليزية"),
    "es": ("إسباني",),
    "fr": ("فرنسي",),
    "it": ("إيطالي",),
    "nl": ("هولندي", "Flemish", "Vlaams", "flamand", "فلمنكي", "الفلمنكية"),
    "pt": ("برتغالي",),
    "tr": ("تركي",),
}
"""Names in use beside CLDR's; in Arabic those of what is written in a language."""

CURRENCIES_ALSO_CALLED: dict[str, tuple[str, ...]] = {
    "CDF": ("FC", "franc congolais", "Congolese franc"),
    "EUR": ("€", "euros", "euro's"),
    "GBP": ("£", "pound", "pounds", "pond", "livre"),
    "MAD": ("DH", "DHS", "dirhams", "dirham"),
    "TND": ("DT", "dinar tunisien"),
    "USD": ("$", "US$", "dollar", "dollars"),
    "XAF": ("FCFA", "CFA", "franc CFA"),
    "XOF": ("FCFA", "CFA", "franc CFA"),
}
"""Signs and short names of currencies that the sources use."""
