"""Numbers in digits and words; the cases are our own sentences."""

from __future__ import annotations

import pytest

from rashomon.annotate.digits import read_digits
from rashomon.annotate.numerals import read_numerals

DIGITS = [
    ("1,234", ".", ",", 1234),
    ("1.5", ".", ",", 1.5),
    ("1,234,567.8", ".", ",", 1234567.8),
    ("1.234", ",", ".", 1234),
    ("1,5", ",", ".", 1.5),
    ("1.234.567,8", ",", ".", 1234567.8),
    ("12 500", ",", " ", 12500),
    ("2.5", ",", ".", 2.5),
    ("1.2.3", ".", ",", None),
    ("1,23,4", ".", ",", None),
]


@pytest.mark.parametrize(("text", "decimal", "group", "value"), DIGITS)
def test_digits(text: str, decimal: str, group: str, value: float | None) -> None:
    assert read_digits(text, decimal, group) == value


NUMERALS = [
    ("en", "three villages", [3]),
    ("en", "twenty-five or forty", [25, 40]),
    ("en", "two hundred and fifty houses", [250]),
    ("en", "a hundred tents, half a million litres", [100, 500_000]),
    ("en", "half a dozen tents and two dozen cows", [6, 24]),
    ("en", "34bn, 2.5 million and 7m", [34e9, 2.5e6, 7e6]),
    ("en", "I'm in the B team", []),
    ("en", "tens of thousands of visitors", [10_000]),
    ("en", "one hundred thousand", [100_000]),
    ("ru", "сорок два корабля и двести домов", [42, 200]),
    ("ru", "полтора миллиона тонн", [1.5e6]),
    ("ru", "около 12,5 тыс. жителей", [12_500]),
    ("ru", "1 250 000 рублей", [1_250_000]),
    ("de", "einundzwanzig Boote, zweihundertfünfzig Zelte", [21, 250]),
    ("de", "3,4 Mrd. Euro und dreitausend Stühle", [3.4e9, 3000]),
    ("de", "Zehntausende Besucher", [10_000]),
    ("es", "treinta y cinco barcas, doscientos mil árboles", [35, 200_000]),
    ("es", "1.250 metros y 2,5 millones", [1250, 2.5e6]),
    ("fr", "quatre-vingt-dix-sept arbres, soixante-dix bancs", [97, 70]),
    ("fr", "trois cent mille lettres", [300_000]),
    ("it", "cinquantacinque barche, duecentocinquanta tende", [55, 250]),
    ("it", "trent'anni e duemila lettere", [30, 2000]),
    ("xx", "12 cats", [12]),
]


@pytest.mark.parametrize(("language", "text", "values"), NUMERALS)
def test_numerals(language: str, text: str, values: list[float]) -> None:
    assert [n.value for n in read_numerals(text, language)] == values


@pytest.mark.parametrize(
    "text", ["", " ", "1", ",", "1" * 400, "zwei" * 5000, "a " * 5000, "\ud800 3 \udfff"]
)
@pytest.mark.parametrize("language", ["en", "ru", "de", "xx"])
def test_any_text_is_read(text: str, language: str) -> None:
    numerals = read_numerals(text, language)
    assert all(text[n.start : n.end] for n in numerals)
