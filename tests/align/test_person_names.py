"""Whether two names may be one person's, across scripts."""

from __future__ import annotations

import pytest

from rashomon.align.person_names import same_person, same_surname

ONE_PERSON = [
    ("Пабло Хименес", "Pablo Jiménez"),
    ("Джеймс Уилкинсон", "James Wilkinson"),
    ("Оксана Мельник", "Oksana Melnyk"),
    ("Жан-Люк Бушар", "Jean-Luc Bouchard"),
    ("روبرت هندرسون", "Robert Henderson"),
    ("سامي شوقي", "Sami Shawki"),
    ("רוברט הנדרסון", "Robert Henderson"),
    ("罗伯特·约翰逊", "Robert Johnson"),
    ("ロバート・アンダーソン", "Robert Anderson"),
    ("Роберт Хендерсон", "روبرت هندرسون"),
]
#: Siblings, spouses and names that look alike.
TWO_PERSONS = [
    ("Анна Белова", "Inna Bylova"),
    ("Игорь Петров", "Oleg Petrov"),
    ("Джеймс Уилкинсон", "James Dickinson"),
    ("Мария Лопес", "Mario Flores"),
    ("ليلى منصور", "Layal Mansoni"),
    ("罗伯特·约翰逊", "Robert Jackson"),
]


@pytest.mark.parametrize(("one", "other"), ONE_PERSON)
def test_a_name_is_known_in_another_script(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(("one", "other"), TWO_PERSONS)
def test_names_that_look_alike_stay_apart(one: str, other: str) -> None:
    assert not same_person(one, other)
    assert not same_person(other, one)


def test_a_surname_alone_is_found_in_a_full_name_of_another_script() -> None:
    assert same_surname("James Wilkinson", "Уилкинсон")
    assert not same_surname("James Wilkinson", "Уилсон")
