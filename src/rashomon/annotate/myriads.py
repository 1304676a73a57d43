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


@dataclass(frozen=True, slots=True)
class _Words:
    number: re.Pattern[str]
    part: re.Pattern[str]
    digits: Mapping[str, float]
    scales: Mapping[str, float]
    vague: Mapping[str, float]
    halves: frozenset[str]
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
        frozenset(words.halves.split()),
        words.decimal,
        words.group,
    )


def read_myriads(text: str, language: str) -> Iterator[Numeral]:
    """The numerals of a text in its order."""
    words = _words(language)
    for match in words.number.finditer(text):
        if match.lastgroup == "vague":
            yield Numeral(match.start(), match.end(), words.vague[match[0]], True, vague=True)
        elif match.lastgroup == "number" and (numeral := _compose(match, words)):
            yield numeral


@dataclass(slots=True)
class _Sum:
    """What was read of a number: finished myriads, the thousands after them, and the last factor."""

    total: float = 0.0
    section: float = 0.0
    factor: float | None = None
    last: float = 1.0
    spelled: str = ""
    zero: bool = False

    def scale(self, value: float) -> None:
        self.close()
        if value < _MYRIAD:
            self.section += (1.0 if self.factor is None else self.factor) * value
        elif self.section or self.factor:
            self.total += (self.section + (self.factor or 0.0)) * value
            self.section = 0.0
        else:
            self.total = max(self.total, 1.0) * value
        self.factor, self.last, self.zero = None, value, False

    def first_of_two(self) -> bool:
        """Whether two digits stand for either: 'seven or eight hundred' is at least seven."""
        two = len(self.spelled) == 2 and not self.zero and int(self.spelled[1]) == int(self.spelled[0]) + 1
        self.spelled = self.spelled[:1] if two else self.spelled
        return two

    def close(self) -> None:
        """The spelled digits in a row: '二〇一八' is 2018."""
        if self.spelled:
            self.factor, self.spelled = float(self.spelled), ""


def _compose(match: re.Match[str], words: _Words) -> Numeral | None:
    told, vague, pointed = _Sum(), False, False
    digits, fraction = 0, ""
    for part in words.part.finditer(match[0]):
        kind = part.lastgroup
        if kind == "digits":
            value = read_digits(part[0].replace("，", ","), words.decimal, words.group)
            if value is None or told.factor is not None or told.spelled:
                return None
            told.factor, digits = value, digits + 1
            fraction = part[0].partition(words.decimal)[2]
        elif kind == "word" and pointed:
            fraction += f"{words.digits[part[0]]:.0f}"
            told.factor = float(f"{int(told.factor or 0)}.{fraction}")
        elif kind == "word":
            if told.factor is not None:
                return None
            told.zero = told.zero or words.digits[part[0]] == 0
            told.spelled += f"{words.digits[part[0]]:.0f}"
        elif kind == "scale":
            vague = told.first_of_two() or vague
            told.scale(words.scales[part[0]])
            pointed = False
        elif kind == "point":
            told.close()
            pointed = True
        else:
            vague = True
    return _numeral(match, told, vague, digits == 0, fraction)


def _numeral(match: re.Match[str], told: _Sum, vague: bool, spelled: bool, fraction: str) -> Numeral | None:
    vague = told.first_of_two() or vague
    short = len(told.spelled) == 1 and told.last >= 100 and not told.zero
    told.close()
    rest = told.factor or 0.0
    if short:
        # 'a hundred five' is 150 where no zero is told.
        rest *= told.last / 10
    value = float(f"{told.total + told.section + rest:.15g}")
    scale = told.last if told.factor is None else 1.0
    step = scale / 10 ** len(fraction)
    return Numeral(match.start(), match.end(), value, spelled, vague=vague, scale=scale, step=step)
