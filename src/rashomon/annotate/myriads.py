"""Numbers in texts without spaces, in digits, in words or in both: '1.5万', '三千五百', '30多万'.

The words stand for digits and for powers of ten that multiply what is before them, and those from ten
thousand on multiply all that is before them (Unicode CLDR, RBNF of zh, the other way round).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.annotate.digits import Numeral, read_digits
from rashomon.annotate.numberwords import NumberWords, alternatives
from rashomon.languages import section

#: From here on a scale multiplies the whole section before it.
_MYRIAD = 10_000
#: What is longer is no number.
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class _Words:
    number: re.Pattern[str]
    part: re.Pattern[str]
    digits: Mapping[str, float]
    scales: Mapping[str, float]
    vague: Mapping[str, float]
    decimal: str
    group: str


@cache
def _words(language: str) -> _Words:
    words = section(language, "numbers", NumberWords)
    digits = {form: float(value) for value, forms in words.words.items() for form in forms.split()}
    scales = {form: float(value) for value, forms in words.scales.items() for form in forms.split()}
    vague = {phrase: float(value) for value, phrases in words.vague.items() for phrase in phrases}
    tens = [form for form, value in scales.items() if value == 10]
    written = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
    odd, known, several = alternatives(words.odd.split()), alternatives(digits), alternatives(scales)
    point = alternatives(words.points.split())
    large = alternatives(form for form, value in scales.items() if value >= 100)
    signed = "".join(rf"|(?<={re.escape(sign)})(?:{large})" for told in words.signs.values() for sign in told)
    return _Words(
        re.compile(
            rf"(?P<idiom>{'|'.join(words.idioms) or '(?!)'})|(?P<vague>{alternatives(vague)})"
            rf"|(?P<number>(?:{written}|{known}|{alternatives(tens)}|(?:{large})(?={odd}){signed})"
            rf"(?:{written}|{known}|\s?(?:{several})|(?:{odd})(?!\d)|(?:{point})(?=(?:{known})))*)"
        ),
        re.compile(
            rf"(?P<digits>{written})|(?P<word>{known})|(?P<scale>{several})|(?P<odd>{odd})|(?P<point>{point})"
        ),
        digits,
        scales,
        vague,
        words.decimal,
        words.group,
    )


def read_myriads(text: str, language: str) -> Iterator[Numeral]:
    """The numerals of a text in its order."""
    words = _words(language)
    for match in words.number.finditer(text):
        if match.lastgroup == "vague":
            yield Numeral(match.start(), match.end(), words.vague[match[0]], True, vague=True)
        elif match.lastgroup == "number" and len(match[0]) <= _LONGEST:
            numeral = _compose(match, words)
            if numeral:
                yield numeral


@dataclass(slots=True)
class _Sum:
    """What was read of a number so far: finished myriads, the thousands after them, and the factor of what
    comes next, from digits or from words in a row ('二〇一八' is 2018)."""

    total: float = 0.0
    section: float = 0.0
    factor: float | None = None
    row: str = ""
    fraction: str | None = None
    last: float = 1.0
    vague: bool = False

    def digit(self, digit: str) -> None:
        if self.fraction is None:
            self.row += digit
        else:
            self.fraction += digit
            self.factor = float(f"{self.factor or 0:.0f}.{self.fraction}")

    def scale(self, value: float) -> None:
        self.close()
        if value < _MYRIAD:
            self.section += (1.0 if self.factor is None else self.factor) * value
        elif self.section or self.factor:
            self.total += (self.section + (self.factor or 0.0)) * value
            self.section = 0.0
        else:
            self.total, value = max(self.total, 1.0) * value, self.last * value
        self.factor, self.fraction, self.last = None, None, value

    def close(self) -> None:
        """Take the row of words as a factor; two that follow on each other are 'seven or eight'."""
        row = self.row
        if len(row) == 2 and row[0] != "0" and int(row[1]) == int(row[0]) + 1:
            self.vague, row = True, row[0]
        if row:
            self.factor, self.row = float(row), ""


def _compose(match: re.Match[str], words: _Words) -> Numeral | None:
    told, spelled, step = _Sum(), True, 1.0
    for part in words.part.finditer(match[0]):
        kind, text = part.lastgroup, part[0]
        if kind in ("digits", "word") and told.factor is not None and told.fraction is None:
            return None
        if kind == "digits":
            value = read_digits(text.replace("，", ","), words.decimal, words.group)
            if value is None or told.row:
                return None
            told.factor, spelled = value, False
            step = 10.0 ** -len(text.partition(words.decimal)[2])
        elif kind == "word":
            told.digit(f"{words.digits[text]:.0f}")
        elif kind == "scale":
            told.scale(words.scales[text])
        elif kind == "point":
            told.close()
            told.fraction = ""
        else:
            told.vague = True
    short = told.last >= 100 and len(told.row) == 1
    told.close()
    # 'A hundred five' is 150, as no zero is told.
    rest = (told.factor or 0.0) * (told.last / 10 if short else 1.0)
    value = float(f"{told.total + told.section + rest:.15g}")
    last = told.last if told.factor is None else 1.0
    # Of both ends of a range only myriads are told once.
    scale = last if last >= _MYRIAD else 1.0
    return Numeral(match.start(), match.end(), value, spelled, told.vague, scale, step * last)
