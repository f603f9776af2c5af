"""Words, names and sentences for generated records, in the four languages of the site."""

from __future__ import annotations

from random import Random

LANGUAGES = ("en", "nl", "fr", "ar")

_WORDS = {
    "en": "town council school water bridge young people library harbour market visit teachers"
    " exchange project together every year culture sport nurses waste plan river park shared"
    " training between partners delegation agreed on the and of with for in a new common work",
    "nl": "stad gemeenteraad school water brug jongeren bibliotheek haven markt bezoek leraren"
    " uitwisseling project samen elk jaar cultuur sport verpleging afval plan rivier park gedeeld"
    " opleiding tussen partners delegatie beslist over de en van met voor in een nieuw werk",
    "fr": "ville conseil école eau pont jeunes bibliothèque port marché visite enseignants échange"
    " projet ensemble chaque année culture sport santé déchets plan rivière parc partagé formation"
    " entre partenaires délégation décidé sur la et de avec pour dans un nouveau travail",
    "ar": "مدينة مجلس مدرسة ماء جسر شباب مكتبة ميناء سوق زيارة معلمون تبادل مشروع معًا كل سنة ثقافة"
    " رياضة صحة نفايات خطة نهر حديقة مشتركة تكوين بين شركاء وفد اتفق على من مع في إلى عمل جديد",
}
_LISTS = {language: words.split() for language, words in _WORDS.items()}
_SYLLABLES = ("bra", "mo", "tel", "én", "ka", "lis", "vo", "dar", "chê", "os", "nou", "sö", "lan")
_SYLLABLES_AR = ("بر", "مو", "تل", "ان", "كا", "لس", "فو", "دار", "شي", "اس", "نو", "سو", "لن")
_WORDS_OF_A_SENTENCE = 10


def name(chance: Random) -> dict[str, str]:
    """A name of two to four syllables, in Latin letters and in Arabic ones."""
    picked = chance.choices(range(len(_SYLLABLES)), k=chance.randint(2, 4))
    latin = "".join(_SYLLABLES[at] for at in picked).capitalize()
    arabic = "".join(_SYLLABLES_AR[at] for at in picked)
    return {language: arabic if language == "ar" else latin for language in LANGUAGES}


def texts(chance: Random, words: int, languages: tuple[str, ...] = LANGUAGES) -> dict[str, str]:
    """Sentences of about `words` words in all, one text per language."""
    count = max(1, words // _WORDS_OF_A_SENTENCE)
    length = words // count
    return {
        language: " ".join(_sentence(chance, language, length) for _ in range(count))
        for language in languages
    }


def _sentence(chance: Random, language: str, length: int) -> str:
    return " ".join(chance.choices(_LISTS[language], k=length)).capitalize() + "."
