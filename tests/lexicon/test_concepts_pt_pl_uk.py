"""Portuguese, Polish and Ukrainian words: the forms the news uses, and what only looks like them."""

from __future__ import annotations

import pytest

from rashomon.lexicon.concepts import concepts_of, read_marks

#: language, forms of the words that say the concept, the concept.
KNOWN = [
    ("pt", "guerra guerras guerreiros", "war"),
    ("pt", "presidente presidenta presidência presidencia presidencial", "president"),
    ("pt", "economia económica econômica economistas", "economy"),
    ("pt", "morreu morreram mortes mortos falecido óbitos", "dead"),
    ("pt", "enchente enchentes inundações inundação cheias", "flood"),
    ("pt", "incêndio incêndios incendiou fogo", "fire"),
    ("pt", "eleição eleições eleitoral", "election"),
    ("pt", "demitiu renunciou demissão", "resign"),
    ("pt", "avião aviões aeronave", "plane"),
    ("pt", "polícia policial policiais", "police"),
    ("pt", "ucraniano ucranianas ucrânia", "place:ua"),
    ("pt", "sábado sábados", "day_saturday"),
    ("pl", "wojna wojny wojnie wojną wojen wojenny", "war"),
    ("pl", "prezydent prezydenta prezydencie prezydenckich", "president"),
    ("pl", "zginął zginęli śmierć śmierci śmiertelny zmarła", "dead"),
    ("pl", "powódź powodzi powodzią zalane", "flood"),
    ("pl", "pożar pożaru pożarów ogień ognia", "fire"),
    ("pl", "wybory wyborów wyborcze", "election"),
    ("pl", "sędzia sędziego sędziowie", "judge"),
    ("pl", "trzęsienie trzęsienia sejsmiczny", "earthquake"),
    ("pl", "zatrzymano zatrzymany areszcie aresztowani", "arrest"),
    ("pl", "ręka ręki rękę", "hand"),
    ("pl", "ukraina ukrainie ukraińskich ukraińcy", "place:ua"),
    ("pl", "piątek piątku piątkowy", "day_friday"),
    ("uk", "війна війни війні війною воєнний", "war"),
    ("uk", "президент президента президентський", "president"),
    ("uk", "загинув загинули загиблих смерть смерті померла", "dead"),
    ("uk", "повінь повені повеней затоплено паводок", "flood"),
    ("uk", "пожежа пожежі пожеж вогонь вогню", "fire"),
    ("uk", "вибори виборів виборах виборчий", "election"),
    ("uk", "суддя судді суддів", "judge"),
    ("uk", "землетрус землетрусу сейсмічний", "earthquake"),
    ("uk", "заарештовано арештували затримано", "arrest"),
    ("uk", "український україні українців", "place:ua"),
    ("uk", "корабель кораблі кораблів судно", "ship"),
    ("uk", "п'ятниця п’ятницю", "day_friday"),
    ("uk", "сім'я сім'ї родина", "family"),
]
#: language, words that look like a mark of this concept and are not it.
UNKNOWN = [
    ("pt", "março", "score"),
    ("pt", "preconceito", "price"),
    ("pt", "quente quentes", "place:ke"),
    ("pt", "esquina esquizofrenia", "ski"),
    ("pt", "serviço serviços", "place:rs"),
    ("pt", "depositar depósito", "testify"),
    ("pt", "acústica", "accuse"),
    ("pl", "lecz", "treatment"),
    ("pl", "prawie", "law"),
    ("pl", "naprawdę", "repair"),
    ("pl", "polegać", "field"),
    ("pl", "towarzyszyły", "goods"),
    ("pl", "autorytet", "book"),
    ("pl", "rękawica", "hand"),
    ("uk", "товариш товариші", "goods"),
    ("uk", "авторитет", "book"),
    ("uk", "водій водії", "water"),
    ("uk", "хоча", "want"),
    ("uk", "погоджувався", "weather"),
    ("uk", "класичний", "class"),
]
FUNCTION_WORDS = [
    (
        "pt",
        "o a os as de que e do da em um para com não na por mais mas foi ao tem seu está esta seria há",
    ),
    (
        "pl",
        "i w na z do się nie to że jest za co po jak ale od czy już tylko by był były przez może gdzie",
    ),
    (
        "uk",
        "і й та в у на не що він вона з із як а але за до від для про при це який його було буде більше",
    ),
]


@pytest.mark.parametrize(("language", "words", "concept"), KNOWN)
def test_known(language: str, words: str, concept: str) -> None:
    found = {word: concepts_of(word, language) for word in words.split()}
    assert found == dict.fromkeys(words.split(), (concept,))


@pytest.mark.parametrize(("language", "words", "concept"), UNKNOWN)
def test_lookalikes_are_not_taken(language: str, words: str, concept: str) -> None:
    assert concept in {named for named, marks in read_marks(language) if marks}
    assert [word for word in words.split() if concept in concepts_of(word, language)] == []


@pytest.mark.parametrize(("language", "words"), FUNCTION_WORDS)
def test_function_words_say_nothing(language: str, words: str) -> None:
    assert {word: found for word in words.split() if (found := concepts_of(word, language))} == {}
