"""What the Turkish, Arabic and Chinese tables must know: suffix chains, particles in front, no blanks."""

from __future__ import annotations

import pytest

from rashomon.lexicon.concepts import concepts_of
from rashomon.textmatch import concepts

#: language, the words that say the concept, the concept they say.
KNOWN = [
    ("tr", "cumhurbaşkanı cumhurbaşkanının cumhurbaşkanlığı", "president"),
    ("tr", "saldırı saldırılar saldırılarının saldırdı", "attack"),
    ("tr", "deprem depremde depremzedeler", "earthquake"),
    ("tr", "köy köyü köyler köylerinde", "village"),
    ("tr", "çocuk çocuğu çocuklarının", "child"),
    ("tr", "savaş savaşı savaşta", "war"),
    ("tr", "öldürüldü öldüren öldürmek", "kill"),
    ("tr", "tutuklandı tutuklama gözaltına", "arrest"),
    ("tr", "hükümet hükûmetin hükümetiyle", "government"),
    ("tr", "katil katili", "murder"),
    ("tr", "katıldı katılan", "join"),
    ("tr", "kişi kişiler kişinin", "people"),
    ("ar", "الرئيس رئيس والرئيس رئاسة الرؤساء", "president"),
    ("ar", "هجوم الهجوم هجمات بهجوم", "attack"),
    ("ar", "زلزال الزلازل والزلزال", "earthquake"),
    ("ar", "قرية القرى والقرى", "village"),
    ("ar", "طفل الأطفال لأطفال", "child"),
    ("ar", "حرب الحروب الحرب", "war"),
    ("ar", "اعتقل اعتقال اعتقلت واعتقال", "arrest"),
    ("ar", "مستشفى المستشفيات مستشفي", "hospital"),
    ("ar", "محكمة المحاكم للمحكمة", "court"),
    ("ar", "انتخابات الانتخابات انتخابي", "election"),
    ("zh", "地震", "earthquake"),
    ("zh", "医院 醫院", "hospital"),
    ("zh", "袭击 襲擊", "attack"),
    ("zh", "停火", "ceasefire"),
    ("zh", "恐怖主义 恐怖主義", "terror"),
]

#: language, words that look like one that says this concept.
UNKNOWN = [
    ("tr", "kişi", "winter"),
    ("tr", "insansız", "people"),
    ("tr", "oyun", "vote"),
    ("tr", "adlı", "fingerprint"),
    ("tr", "doğrudan", "true"),
    ("ar", "الأمر الاتحاد", "pain"),
    ("ar", "الاتحاد", "machine"),
    ("ar", "التحقيق", "join"),
    ("ar", "الغاز", "mystery"),
    ("ar", "أمام", "clergy"),
    ("zh", "上市", "city"),
    ("zh", "红十字", "red"),
]

FUNCTION_WORDS = [
    ("tr", "ve bir bu için olarak tarafından ile kadar konusunda ilgili gibi sırasında bile"),
    ("ar", "في من على إلى عن أن التي الذي بعد كان مع هذا أو قد بين بسبب كما عند غير عبر حول"),
]

#: language, a sentence, concepts it must say.
SENTENCES = [
    ("zh", "总统周二宣布与发展中国家达成停火协议", {"president", "announce", "ceasefire", "agreement"}),
    ("zh", "洪水冲毁桥梁，数千居民被疏散", {"flood", "bridge", "thousand", "evacuate"}),
    ("tr", "Sel suları köprüleri yıktı, binlerce kişi tahliye edildi", {"bridge", "thousand", "evacuate"}),
    ("ar", "دمرت الفيضانات الجسور وتم إجلاء آلاف السكان", {"flood", "bridge", "thousand", "evacuate"}),
]


@pytest.mark.parametrize(("language", "words", "concept"), KNOWN)
def test_known(language: str, words: str, concept: str) -> None:
    assert {word: concepts_of(word, language) for word in words.split()} == dict.fromkeys(
        words.split(), (concept,)
    )


@pytest.mark.parametrize(("language", "words", "concept"), UNKNOWN)
def test_lookalikes_are_not_taken(language: str, words: str, concept: str) -> None:
    assert [word for word in words.split() if concept in concepts_of(word, language)] == []


@pytest.mark.parametrize(("language", "words"), FUNCTION_WORDS)
def test_function_words_say_nothing(language: str, words: str) -> None:
    assert {w: found for w in words.split() if (found := concepts_of(w, language))} == {}


@pytest.mark.parametrize(("language", "sentence", "wanted"), SENTENCES)
def test_concepts_of_a_sentence(language: str, sentence: str, wanted: set[str]) -> None:
    assert wanted <= set(concepts(sentence, language))


def test_a_country_in_development_is_not_china() -> None:
    assert "place:cn" not in concepts("发展中国家的债务", "zh")
