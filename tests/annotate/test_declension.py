"""Names in other cases than the nominative, brought to one form; cases are data."""

from __future__ import annotations

import pytest

from annotate.quote_documents import document
from rashomon.annotate.endings import bases, forms, paradigms
from rashomon.annotate.entities import find_mentions
from rashomon.annotate.sentences import split_sentences

#: A text, and the persons it names, each once.
PERSONS: list[tuple[str, str, set[str]]] = [
    ("cs", "Jana Nováková přijela. Smlouvu Novákové nikdo neviděl, řekla Nováková.", {"Jana Nováková"}),
    ("cs", "Lidé čekali na Tomáše Vlčka. Tomáš Vlček nepřijel.", {"Tomáš Vlček"}),
    ("cs", "Porota ocenila Marka Havla.", {"Marek Havel"}),
    ("cs", "Soud vyslechl Evu Malou a Evě Malé pohrozil.", {"Eva Malá"}),
    ("pl", "Sąd przesłuchał Tomasza Nowaka. Nowak milczał.", {"Tomasz Nowak"}),
    ("pl", "Rozmawiano z Anną Kowalską. O Kowalskiej pisano w maju.", {"Anna Kowalska"}),
    ("pl", "Według Anny Nowak umowa jest nieważna.", {"Anna Nowak"}),
    ("pl", "Sąd przesłuchał Jana Nowaka.", {"Jan Nowak"}),
    ("pl", "Przyjechała Jana Nováková.", {"Jana Nováková"}),
    ("uk", "Суд допитав Петра Мельника. Мельник мовчав.", {"Петро Мельник"}),
    ("uk", "За словами Олени Шевченко, міст закрили.", {"Олена Шевченко"}),
    ("uk", "Розмовляли з Тарасом Шевчуком. Про Шевчука писали.", {"Тарас Шевчук"}),
    ("nl", "De stad koos Jan de Vries. Volgens De Vries is het geld op.", {"Jan de Vries"}),
    ("ru", "По словам Глеба Сомова, мост закрыт. Сомов ждёт.", {"Глеб Сомов"}),
]
#: A text and the key of a country named in another case.
PLACES: list[tuple[str, str, str]] = [
    ("cs", "Vlak jel z Německa do Prahy.", "place:de"),
    ("cs", "Na Ukrajině sněží.", "place:ua"),
    ("pl", "Pociąg jechał z Francji do Łodzi.", "place:fr"),
    ("uk", "Потяг їхав з Польщі до Львова.", "place:pl"),
]


@pytest.mark.parametrize(("language", "text", "names"), PERSONS, ids=[p[1][:40] for p in PERSONS])
def test_persons(language: str, text: str, names: set[str]) -> None:
    doc = document(text, language)
    mentions = find_mentions(doc, split_sentences(doc))
    assert {m.name for m in mentions if m.kind == "person"} == names


@pytest.mark.parametrize(("language", "text", "key"), PLACES, ids=[p[1] for p in PLACES])
def test_places(language: str, text: str, key: str) -> None:
    doc = document(text, language)
    assert key in {m.key for m in find_mentions(doc, split_sentences(doc))}


def test_an_ending_stands_behind_no_vowel_it_cannot_follow() -> None:
    table = paradigms(("ek/ka", "/a/ovi"))
    assert bases("Vlčka", table) == ("Vlček", "Vlčk")
    assert bases("Nováka", table) == ("Novák",)
    assert list(forms("Novák", table)) == ["Nováka", "Novákovi"]
    assert bases("a", table) == ()
