"""Numbers in digits and in words, in the conventions of a language.

    text -> tokens -> numerals (value or vague lower bound, start, end)

Spelled-out numbers are composed from their words as ICU's rule-based number formats spell them
(Unicode CLDR, RBNF), the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from rashomon.annotate.digits import SPACES, Numeral, read_digits
from rashomon.annotate.myriads import read_myriads
from rashomon.annotate.numberwords import MARKS, Lexicon, NumberWords, bare, lexicon
from rashomon.languages import section

_TOKEN = re.compile(
    rf"(?P<digits>\d{{1,3}}(?:[.,٬،'’{SPACES}]\d{{3}})+(?:[.,٫]\d+)?(?!\d)|\d+(?:[.,٫]\d+)?)"
    rf"|(?P<word>[^\W\d_]+(?:[{MARKS}]+[^\W\d_]*)*)"
)
_APOSTROPHES = "'’ʼ"
#: Where an apostrophe is a letter: Ukrainian "п'ять".
_TOKEN_APOSTROPHES = re.compile(_TOKEN.pattern.removesuffix(")") + rf"(?:[{_APOSTROPHES}][^\W\d_]+)*)")
#: Scale words so short ('m', 'bn', 'mln') need a number before them.
_LONGEST_ABBREVIATION = 3
#: No number goes on over a mark with a space after it, but over one space at most.
_CLAUSE = re.compile(r"(?:[^\n.,;:!?]+|[.,;:!?](?!\s))+")
_WORD_OR_DIGIT = re.compile(r"[^\W\d_]+|\d")
_JOINT = re.compile(rf"[{SPACES}\n]{{1,2}}|[-‑]")


class _Token(NamedTuple):
    """A named tuple, as there is one for every word of a text."""

    start: int
    end: int
    text: str
    digits: bool


def _tokens(text: str, words: NumberWords, language: str) -> Iterator[_Token]:
    """The words and digits of the clauses a number may stand in."""
    if words.apostrophes or words.proclitics:
        # Their words are not those a clause is parted into.
        yield from _tokens_of(text, 0, len(text), words)
        return
    tells = _tells_number(language)
    for clause in _CLAUSE.finditer(text):
        if any(map(tells, clause[0].lower().split())):
            yield from _tokens_of(text, clause.start(), clause.end(), words)


@cache
def _tells_number(language: str) -> Callable[[str], bool]:
    """Whether a piece of a text between white space may be of a number; kept for many, as each is asked for
    often."""
    words = lexicon(language)
    starts = (*words.stems, *words.combining)

    @lru_cache(maxsize=20_000)
    def tells(piece: str) -> bool:
        told = _WORD_OR_DIGIT.findall(piece)
        return not words.known.isdisjoint(told) or any(word.startswith(starts) for word in told)

    return tells


def _tokens_of(text: str, first: int, last: int, words: NumberWords) -> Iterator[_Token]:
    apostrophes, spaced_groups = words.apostrophes, " " in words.group
    for match in (_TOKEN_APOSTROPHES if apostrophes else _TOKEN).finditer(text, first, last):
        if match.lastgroup == "word":
            word = re.sub(f"[{_APOSTROPHES}]", "'", match[0]) if apostrophes else bare(match[0])
            yield _Token(match.start(), match.end(), word.lower(), False)
        elif spaced_groups or not any(c in SPACES for c in match[0]):
            yield _Token(match.start(), match.end(), match[0], True)
        else:
            at = match.start()
            for part in re.split(rf"[{SPACES}]", match[0]):
                yield _Token(at, at + len(part), part, True)
                at += len(part) + 1


def read_numerals(text: str, language: str) -> tuple[Numeral, ...]:
    """The numerals of a text in its order; what they count, if anything, is not asked here."""
    words = section(language, "numbers", NumberWords)
    if words.capitals:
        text = text.translate({ord(pair[0]): pair[1] for pair in words.capitals.split()})
    if words.unspaced:
        return tuple(read_myriads(text, language))
    tokens = list(_tokens(text, words, language))
    return tuple(_join(_Reader(text, tokens, words, lexicon(language))))


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    tokens: list[_Token]
    words: NumberWords
    lexicon: Lexicon

    def touches(self, index: int) -> bool:
        """Whether the token follows on the one before by a space or a hyphen."""
        return index < len(self.tokens) and bool(
            _JOINT.fullmatch(self.text, self.tokens[index - 1].end, self.tokens[index].start)
        )

    def hugs(self, index: int) -> bool:
        """Whether the token follows without anything between ('34bn')."""
        return index < len(self.tokens) and self.tokens[index - 1].end == self.tokens[index].start


def _join(reader: _Reader) -> Iterator[Numeral]:
    tokens, lexicon = reader.tokens, reader.lexicon
    known = lexicon.known | lexicon.articles | lexicon.vague_starts
    index = 0
    while index < len(tokens):
        token = tokens[index]
        numeral, after = None, index + 1
        if token.digits:
            numeral, after = _read_digits_at(reader, index)
        elif token.text in lexicon.articles and _counts(reader, index):
            numeral = Numeral(token.start, token.end, 1.0, True)
        elif token.text in known or (lexicon.stems and token.text.startswith(lexicon.stems)):
            numeral, after = _read_vague_at(reader, index)
            if numeral is None:
                numeral, after = _read_words_at(reader, index)
        if numeral and (half := lexicon.half.match(reader.text, numeral.end)):
            numeral, after = _add_half(reader, numeral, after, half.end())
        if numeral is None and lexicon.combining and not token.digits:
            numeral = _read_combined(token, reader)
        if numeral is None and token.text in lexicon.duals:
            # The noun itself tells that there are two: it is read as what is counted.
            numeral = Numeral(token.start, token.start, 2.0, True)
        if numeral:
            yield numeral
        index = max(after, index + 1)


def _add_half(reader: _Reader, numeral: Numeral, after: int, end: int) -> tuple[Numeral, int]:
    """'Two and a half', 'two million and a half', 'two and a half million'."""
    while after < len(reader.tokens) and reader.tokens[after].start < end:
        after += 1
    factor, scaled = _scale_at(reader, after) if numeral.scale == 1 else (1.0, after)
    if scaled > after:
        end = reader.tokens[scaled - 1].end
    scale = numeral.scale * factor
    value = (numeral.value / numeral.scale + 0.5) * scale
    return replace(numeral, end=end, value=value, scale=scale, step=scale / 10), scaled


def _counts(reader: _Reader, index: int) -> bool:
    """Whether an article counts the noun after it: 'a mile away', not 'half a mile' nor 'minutes a mile'."""
    if not reader.touches(index + 1) or reader.tokens[index + 1].text not in reader.lexicon.singles:
        return False
    if not index or not reader.touches(index):
        return True
    before = reader.tokens[index - 1].text
    words = reader.words
    rate = any(before == unit for units in words.units.values() for unit in units)
    return not (rate or before in reader.lexicon.halves or before in words.partitive.split())


def _read_combined(token: _Token, reader: _Reader) -> Numeral | None:
    """The number a word begins with: 'dwudziestoletni' is of twenty years."""
    found = reader.lexicon.combined.match(token.text) if len(token.text) <= 60 else None
    if found is None:
        return None
    number, total, forms = found["number"], None, reader.lexicon.combining
    while number:
        form = max((f for f in forms if number.startswith(f)), key=len)
        total = _compose(total, forms[form], reader.words)
        if total is None:
            return None
        number = number[len(form) :]
    # A word with two kinds of apostrophe is as long as it stands in the text.
    factor = next(
        (f for s, f in reader.lexicon.scale_stems.items() if token.text.startswith(s, found.end())), 1.0
    )
    end = token.end if factor > 1 else token.start + found.end()
    return Numeral(token.start, end, (total or 0.0) * factor, True, scale=factor, step=factor)


def _read_vague_at(reader: _Reader, index: int) -> tuple[Numeral | None, int]:
    for length in (4, 3, 2, 1) if reader.tokens[index].text in reader.lexicon.vague_starts else ():
        phrase = tuple(t.text for t in reader.tokens[index : index + length])
        if len(phrase) == length and phrase in reader.lexicon.vague:
            last = reader.tokens[index + length - 1]
            value = reader.lexicon.vague[phrase]
            return Numeral(reader.tokens[index].start, last.end, value, True, vague=True), index + length
    return None, index + 1


def _read_digits_at(reader: _Reader, index: int) -> tuple[Numeral | None, int]:
    token = reader.tokens[index]
    value = read_digits(token.text, reader.words.decimal, reader.words.group)
    if value is None:
        return None, index + 1
    factor, after = _scale_at(reader, index + 1)
    end, value = reader.tokens[after - 1].end, float(f"{value * factor:.15g}")
    if reader.lexicon.ending and (ending := reader.lexicon.ending.match(reader.text, end)):
        end = ending.end()
    fraction = re.search(r"[.,](\d{1,2})$", token.text)
    step = factor / 10 ** len(fraction[1]) if fraction else factor
    return Numeral(token.start, end, value, scale=factor, step=step), after


def _scale_at(reader: _Reader, index: int) -> tuple[float, int]:
    """The product of scale words from here ('thousand million') and the index after them."""
    factor = 1.0
    lexicon = reader.lexicon
    while reader.touches(index) or reader.hugs(index):
        word = reader.tokens[index].text
        scale = lexicon.scales.get(word)
        if scale is None and lexicon.scale_stems:
            scale = next((f for stem, f in lexicon.scale_stems.items() if word.startswith(stem)), None)
        if scale is None:
            break
        factor, index = factor * scale, index + 1
    return factor, index


def _read_words_at(reader: _Reader, index: int) -> tuple[Numeral | None, int]:
    start, total, current, at, after = index, 0.0, None, index, index
    limit = float("inf")
    while at < len(reader.tokens) and (at == start or reader.touches(at)):
        parts = _parts(reader, at)
        joined = current
        if parts is None and _opens(reader, at, start, current):
            at += 1
            continue
        if parts is None:
            break
        for kind, value in parts:
            if kind == "scale":
                if value >= limit:
                    return _numeral(reader, start, after, total, current)
                total, joined, limit = total + (1.0 if joined is None else joined) * value, None, value
            elif value == 0.5 and total:
                # What 'and a half' after a scale adds is read with its phrase.
                return _numeral(reader, start, after, total, current)
            else:
                added = _compose(joined, value, reader.words)
                if added is None:
                    return _numeral(reader, start, after, total, current)
                joined = added
        current, at = joined, at + 1
        after = at
    return _numeral(reader, start, after, total, current)


def _numeral(
    reader: _Reader, start: int, after: int, total: float, current: float | None
) -> tuple[Numeral | None, int]:
    if after == start:
        return None, start + 1
    value = total + (current or 0.0)
    if value == 0.5 or (value % 10 == 0 and _is_ordinal_word(reader, after)):
        # Half of something is no count of it, and 'forty first' is none of forty.
        return None, after
    first, last = reader.tokens[start], reader.tokens[after - 1]
    scale = reader.lexicon.scales.get(last.text, 1.0)
    rounded = any(token.text in reader.lexicon.rounded for token in reader.tokens[start:after])
    return Numeral(first.start, last.end, value, True, scale=scale, step=scale, rounded=rounded), after


def _is_ordinal_word(reader: _Reader, index: int) -> bool:
    if not reader.touches(index):
        return False
    word, lexicon = reader.tokens[index].text, reader.lexicon
    if word in lexicon.words or word in lexicon.scales:
        return False
    return word in lexicon.ordinals or (
        bool(lexicon.ordinal_stems) and word.startswith(lexicon.ordinal_stems)
    )


def _opens(reader: _Reader, at: int, start: int, current: float | None) -> bool:
    """Whether the word only leads on to a numeral: 'a' (million), 'and' (fifty)."""
    word = reader.tokens[at].text
    if current is not None and word in reader.lexicon.others:
        following = _parts(reader, at + 1) if reader.touches(at + 1) else None
        return bool(following and following[0][0] == "scale")
    if word not in (reader.lexicon.articles if current is None or at == start + 1 else ()) and not (
        at > start and word in reader.lexicon.connectors
    ):
        return False
    following = _parts(reader, at + 1) if reader.touches(at + 1) else None
    if following is None:
        return False
    return at > start or following[0][0] == "scale" or following[0][1] in (0.5, 10.0, 12.0, 15.0, 100.0)


def _parts(reader: _Reader, index: int) -> list[tuple[str, float]] | None:
    """The number words a token is made of: 'einundzwanzig' is 1 and 20."""
    word, lexicon = reader.tokens[index].text, reader.lexicon
    if word in lexicon.words:
        return [("word", lexicon.words[word])]
    if word in lexicon.scales and (
        len(word) > _LONGEST_ABBREVIATION
        or word in lexicon.short_scales
        or (index and reader.tokens[index - 1].text in lexicon.words)
    ):
        return [("scale", lexicon.scales[word])]
    before = reader.tokens[index - 1].text if index else ""
    if word in lexicon.halves and (before in lexicon.articles or not (index and _parts(reader, index - 1))):
        return [("word", 0.5)]
    return _decompose(word, lexicon) if lexicon.stems else None


def _decompose(word: str, lexicon: Lexicon) -> list[tuple[str, float]] | None:
    if len(word) > 60 or not word.startswith(lexicon.stems):
        return None
    stem = next((s for s in lexicon.stems if word.startswith(s)), "")
    parts: list[tuple[str, float]] = []
    while stem:
        if stem in lexicon.scales:
            parts.append(("scale", lexicon.scales[stem]))
        elif stem in lexicon.words:
            parts.append(("word", lexicon.words[stem]))
        word = word[len(stem) :]
        stem = next((s for s in lexicon.stems if word.startswith(s)), "")
    return parts if not word and parts else None


def _compose(current: float | None, value: float, words: NumberWords) -> float | None:
    """The number that ``value`` makes with what was read before it, or None where it starts anew."""
    if current is None:
        return value
    rest = current % 100
    if value == 100 and 1 <= current < 100:
        return current * 100
    if words.vigesimal and current % 100 == 4 and value == 20:
        return current - 4 + 80
    fits = (
        (value < 10 and (rest == 0 or (rest >= (10 if words.teens == "after" else 20) and rest % 10 == 0)))
        or (value == 10 and words.teens == "before" and 1 <= rest < 10)
        or (10 <= value < 20 and (rest == 0 or (words.vigesimal and rest in (60, 80))))
        or (20 <= value < 100 and (rest == 0 or ((words.compound or words.teens == "before") and rest < 10)))
        or (value >= 100 and current % 1000 == 0)
    )
    return current + value if fits and current >= 1 and value >= 1 else None
