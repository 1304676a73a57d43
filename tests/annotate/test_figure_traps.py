"""What looks like a figure and is none, and figures that are told in unlike ways, language by language."""

from __future__ import annotations

import pytest
from time_builder import document, sentences

from rashomon.annotate.quantities import find_quantities
from rashomon.types import Quantity


def _read(text: str, language: str) -> tuple[Quantity, ...]:
    page = document(text, language)
    return find_quantities(page, sentences(page), ())


#: Years, dates, clock times, telephones, versions, scores, numbers of streets and lists, names.
TRAPS = {
    "en": [
        "It opened in 1998.",
        "They met on 12 May 2017.",
        "The doors close at 5.30 p.m. on weekdays.",
        "Call the helpline on 116 123.",
        "Version 2.4.1 is out.",
        "Rovers 38 - 17 Wanderers",
        "See chapter 14 of the book.",
        "A Boeing 747 landed.",
        "The G7 and the events of 9/11 came up.",
        "They spoke to “60 Minutes” about it.",
        "He stood on the 21st floor.",
        "The forty first house was empty.",
    ],
    "ru": [
        "Школу открыли в 1998 году.",
        "Они встретились 12 мая 2017 года.",
        "Двери закрыли в 17:30.",
        "Позвоните по номеру 116 123.",
        "Ротор 38 - 17 Звезда",
        "Это было в 19-м веке на 44-м круге.",
        "Гол забили на 34 минуте.",
        "Гол забили на сорок пятой минуте.",
        "Город отметил 40-летие.",
        "Об этом говорит статья 159 закона.",
    ],
    "uk": [
        "Школу відкрили у 1998 році.",
        "Вони зустрілися 12 травня 2017 року.",
        "Двері зачинили о 17:30.",
        "Це було в 19-му столітті.",
        "Гол забили на 34 хвилині.",
        "Гол забили на двадцять восьмій хвилині.",
        "Місто відзначило 40-річчя.",
    ],
    "pl": [
        "Szkołę otwarto w 1998 roku.",
        "Spotkali się 12 maja 2017 roku.",
        "Drzwi zamknięto o 17:30.",
        "Stoi przy 125. ulicy w mieście.",
        "Gola strzelono w 34 minucie.",
        "Miasto świętuje 40-lecie.",
    ],
    "de": [
        "Die Schule wurde 1998 gebaut.",
        "Sie trafen sich am 12. Mai 2017.",
        "Um 17.30 Uhr war Schluss.",
        "Rufen Sie das Telefon 116 123.",
        "Das war der 21. Geburtstag.",
        "Er las Kapitel 14.",
    ],
    "es": [
        "La escuela abrió en 1998.",
        "Se reunieron el 12 de mayo de 2017.",
        "Cerraron a las 17:30 horas.",
        "Puede llamar gratis al 116 123.",
        "Vive en el 3.º piso.",
        "Era su 60º aniversario.",
    ],
    "fr": [
        "L’école a ouvert en 1998.",
        "Ils se sont vus le 12 mai 2017.",
        "Les portes ferment à 17h30.",
        "C’était au 19e siècle.",
        "Lisez le chapitre 14.",
    ],
    "it": [
        "La scuola aprì nel 1998.",
        "Si sono visti il 12 maggio 2017.",
        "Le porte chiudono alle 17:30.",
        "Era il suo 21° compleanno.",
        "Leggete il capitolo 14.",
    ],
    "pt": [
        "A escola abriu em 1998.",
        "Encontraram-se em 12 de maio de 2017.",
        "O golo foi marcado aos 13:10.",
        "Era o 60º aniversário da cidade.",
        "Leiam o capítulo 14.",
    ],
}


@pytest.mark.parametrize(
    ("language", "text"), [(code, text) for code, texts in TRAPS.items() for text in texts]
)
def test_no_figure(language: str, text: str) -> None:
    assert [q.span.text for q in _read(text, language)] == []


#: Ages, all with their frame: language, text, ages
AGES = [
    ("en", "Ann Bell, 62, a farmer", [62]),
    ("en", "She left at the age of 17", [17]),
    ("en", "Some were as young as 11", [11]),
    ("en", "The men, aged 33, 34 and 39, left", [33, 34, 39]),
    ("ru", "61-летний плотник и двадцатилетняя дочь", [61, 20]),
    ("uk", "61-річний тесля і двадцятирічна донька", [61, 20]),
    ("pl", "czterdziestodwuletni stolarz i 17-letni syn", [42, 17]),
    ("de", "Der 61-jährige Tischler kam", [61]),
    ("it", "Il falegname ventunenne e un sedicenne", [21, 16]),
]


@pytest.mark.parametrize(("language", "text", "ages"), AGES)
def test_ages(language: str, text: str, ages: list[float]) -> None:
    assert [(q.value, q.frame, q.unit) for q in _read(text, language)] == [
        (age, "age", "year") for age in ages
    ]


#: language, text, (value, unit) of each figure, a bound in place of a value where it has none
TOLD = [
    ("en", "a mile away, half a mile on", [(1609.344, "metre")]),
    ("en", "over a decade", [(10, "year")]),
    ("en", "a couple of decades", [(20, "year")]),
    ("en", "two and a half million people", [(2.5e6, "person")]),
    ("en", "a 22-member crew", [(22, "member")]),
    ("en", "a 550 pound pig cost 3 million pounds", [(550, "pound"), (3e6, "GBP")]),
    ("en", "It was 68°F", [(68, "degree Fahrenheit")]),
    ("en", "It was 20 degrees Celsius", [(20, "degree Celsius")]),
    ("en", "It got 2 degrees Celsius warmer", [(2, "Celsius degree")]),
    ("en", "Winds of 20 knots", [(20, "knot")]),
    ("ru", "два с половиной миллиона человек", [(2.5e6, "person")]),
    ("ru", "полмиллиона человек", [(5e5, "person")]),
    ("ru", "25-тысячная толпа", [(25_000, "толпа")]),
    ("ru", "300-килограммовый колокол", [(300, "kilogram")]),
    ("ru", "12-ти лодках", [(12, "лодка")]),
    ("ru", "трёхдневный поход", [(3, "day")]),
    ("ru", "76 000 гектарами земли", [(76_000, "hectare")]),
    ("uk", "250-кілограмовий дзвін і 18 перемог", [(250, "kilogram"), (18, "перемог")]),
    ("uk", "300 000людей", [(300_000, "person")]),
    ("pl", "250-kilogramowa kula", [(250, "kilogram")]),
    ("pl", "dwa i pół miliona złotych", [(2.5e6, "PLN")]),
    ("pl", "3,1 mld EUR (3,6 mld USD)", [(3.1e9, "EUR"), (3.6e9, "USD")]),
    ("de", "zweieinhalb Millionen Euro", [(2.5e6, "EUR")]),
    ("de", "eine halbe Million Menschen", [(5e5, "person")]),
    ("de", "3,1 Mrd. Euro (3,6 Mrd. Dollar)", [(3.1e9, "EUR"), (3.6e9, "USD")]),
    ("es", "en 24 horas, desde las 17 horas", [(24, "hour")]),
    ("es", "a un kilómetro y medio", [(1500, "metre")]),
    ("es", "Más de 1000 personas", [(1000, "person")]),
    ("fr", "six autres millions de personnes", [(6e6, "person")]),
    ("it", "85 miglia all’ora", [(85, "mile per hour")]),
    ("pt", "vinte porcento", [(20, "percent")]),
]


@pytest.mark.parametrize(("language", "text", "told"), TOLD)
def test_told(language: str, text: str, told: list[tuple[float, str]]) -> None:
    found = _read(text, language)
    assert [q.unit for q in found] == [unit for _, unit in told]
    assert [q.low if q.value is None else q.value for q in found] == pytest.approx([n for n, _ in told])


RANGES = [
    ("en", "from 10 to 15 villages", (10, 15)),
    ("es", "entre el 30 y el 43 % de los votos", (30, 43)),
    ("it", "tra il 30 e il 43% dei voti", (30, 43)),
    ("fr", "de 18 à 29 ans", (18, 29)),
    ("de", "zwischen den 3 und den 5 Dörfern", (3, 5)),
]


@pytest.mark.parametrize(("language", "text", "ends"), RANGES)
def test_ranges(language: str, text: str, ends: tuple[float, float]) -> None:
    assert [(q.low, q.high) for q in _read(text, language)] == [ends]


#: A number told by itself counts large and vague ones: 'millions were left'.
@pytest.mark.parametrize(
    ("language", "text", "low"),
    [
        ("en", "Millions were left.", 1e6),
        ("es", "decenas de miles se fueron", 1e4),
        ("pt", "milhões ficaram", 1e6),
    ],
)
def test_vague_ones(language: str, text: str, low: float) -> None:
    assert [(q.value, q.low) for q in _read(text, language)] == [(None, low)]
