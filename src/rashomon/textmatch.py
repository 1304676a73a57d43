"""What a text can be matched by: its words, stems, names, numbers, concepts and clauses.

Pure functions with fixed weights: nothing here depends on any text but the one given.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from rashomon.languages import section
from rashomon.lexicon.concepts import active_dictionaries, concepts_of, known_forms
from rashomon.lexicon.dictionaries import Dictionary
from rashomon.lexicon.segments import segment
from rashomon.lexicon.transliteration import latin_spelling
from rashomon.types import Annotations

#: A word, with inner apostrophes and hyphens left out: "l'eau" is two words.
_WORD = re.compile(r"[^\W_]+")
#: Both begin with a sign of one kind, which is looked for quickly.
_GROUPED = re.compile(r"(\d(?<!\d\d)\d{0,2})((?:[.,'’\u00a0\u202f ]\d{3})+)(?!\d)")
_NUMBER = re.compile(r"\d\d*(?:[.,]\d{1,2}(?!\d))?")
#: Letters whose sound other alphabets write otherwise; applied in order to romanised lower case.
_SOUNDS = (
    ("dzh", "j"),
    ("sch", "s"),
    ("tch", "c"),
    ("sh", "s"),
    ("ch", "c"),
    ("kh", "h"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "c"),
    ("ts", "c"),
    ("tz", "c"),
    ("k", "c"),
    ("q", "c"),
    ("z", "s"),
    ("x", "cs"),
    ("w", "v"),
    ("j", "i"),
)
_STEM = 5
#: Where a clause may end: a comma, a colon, a semicolon, a dash that stands free, or a full
#: stop after a word too long for an abbreviation.
_CUT = re.compile(r"(?:[;:,!?…]|(?<=\w{4})\.)(?=\s)|\s[-\u2013\u2014](?=\s)")
_EDGES = " \t\n\r,;:-\u2013\u2014"
#: Consonants a name or a word must have for its sound to be told from chance.
_NAME_SOUNDS = 3
_COGNATE_SOUNDS = 4


Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextWords:
    """[text] of a language file; ``stop_words`` and ``joints`` are words, the others words or phrases.

    ``unspaced``: words are parted by nothing. ``inner``: signs that may stand inside a word, as the
    apostrophe of "п'ять". ``silent``: signs that are no part of a spelling, as vowel points.
    ``lacks``: those of the negations that deny a thing and not the deed, as "without".
    """

    stop_words: str = ""
    unspaced: bool = False
    inner: str = ""
    silent: str = ""
    hedges: tuple[str, ...] = ()
    firm: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()


def text_words(language: str | None) -> TextWords:
    """The matching words of a language; empty lists for one that is not known."""
    found: TextWords = section(language or "und", "text", TextWords)
    return found


def fold(text: str) -> str:
    """Text without case and accents, so that spellings of one word meet."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@cache
def _stop_words(language: str | None) -> frozenset[str]:
    return frozenset(map(fold, text_words(language).stop_words.split()))


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order."""
    return tuple(_WORD.findall(fold(text)))


def denials(text: str, language: str | None) -> list[str]:
    """The single words of a text that deny what is told, and not a thing alone, each once."""
    rules = text_words(language)
    listed = {n for n in rules.negations if " " not in n}.difference(rules.lacks)
    return sorted(listed.intersection(words(text)))


@cache
def _spelling(language: str | None) -> tuple[re.Pattern[str], dict[int, None]]:
    """What a word of the language looks like, and the signs to be left out before."""
    rules = text_words(language)
    inner = f"(?:[{re.escape(rules.inner)}]" + r"[^\W_]+)*" if rules.inner else ""
    return re.compile(r"[^\W_]+" + inner), dict.fromkeys(map(ord, rules.silent))


@cache
def _known_words(language: str, dictionaries: tuple[Dictionary, ...]) -> tuple[frozenset[str], int]:
    """What a language without blanks is cut by, and the length of the longest."""
    known = _stop_words(language) | known_forms(language)
    return known, max(map(len, known), default=0)


@lru_cache(maxsize=16)
def _cut(text: str, language: str | None, dictionaries: tuple[Dictionary, ...]) -> tuple[Words, Words, Words]:
    """All words of a text as written, those that carry content, and the stems of these."""
    word, silent = _spelling(language)
    found: list[str] = word.findall(text.translate(silent) if silent else text)
    if language and text_words(language).unspaced:
        known, longest = _known_words(language, dictionaries)
        found = [part for run in found for part in segment(run, known, longest)]
    stems = {w: stem for w in set(found) if (stem := _content_stem(w, language))}
    content = tuple(w for w in found if w in stems)
    return tuple(found), content, tuple(map(stems.__getitem__, content))


def all_words(text: str, language: str | None) -> tuple[str, ...]:
    """All words of a text, as written."""
    return _cut(text, language, active_dictionaries())[0]


def content_words(text: str, language: str | None) -> tuple[str, ...]:
    """The words that carry content, as written: no stop words, no numbers, no single letters."""
    return _cut(text, language, active_dictionaries())[1]


def content_stems(text: str, language: str | None) -> tuple[str, ...]:
    """Five-letter prefixes of the content words, in order; they beat no stemming in every language tried."""
    return _cut(text, language, active_dictionaries())[2]


@lru_cache(maxsize=1 << 17)
def _content_stem(word: str, language: str | None) -> str:
    """The stem of a word, empty where it carries no content; words come again, so each is judged once."""
    if (len(word) < 2 and not text_words(language).unspaced) or word[0].isdigit():
        return ""
    folded = fold(word)
    return "" if folded in _stop_words(language) else folded[:_STEM]


@lru_cache(maxsize=16)
def numbers_in(text: str) -> tuple[str, ...]:
    """Numbers written in digits, one spelling for all: "1.500", "1,500" and "1 500" are "1500"."""
    joined = _GROUPED.sub(lambda m: m[1] + re.sub(r"\D", "", m[2]), text)
    return tuple(n.replace(",", ".") for n in _NUMBER.findall(joined))


@lru_cache(maxsize=65536)
def sound_key(word: str) -> str:
    """The consonants of a word in Latin letters: "Mustermann" and its Cyrillic spelling have the same key."""
    sounds = latin_spelling(word)
    for written, sound in _SOUNDS:
        sounds = sounds.replace(written, sound)
    skeleton = sounds[:1] + re.sub(r"[aeiouyh]", "", sounds[1:])
    return re.sub(r"(.)\1+", r"\1", skeleton)


def name_keys(text: str, language: str | None) -> tuple[str, ...]:
    """Sound keys of the capitalised words, in order; names of one bearer share them across scripts."""
    keys = (sound_key(w) for w in content_words(text, language) if w[0].isupper() and len(w) > 2)
    return tuple(key for key in keys if len(key) > 1)


def concepts(text: str, language: str | None) -> tuple[str, ...]:
    """Concepts of the lexicon that the words of a text name, in order; the same in every language."""
    spelled = (word.casefold() for word in content_words(text, language))
    return tuple(concept for word in spelled for concept in concepts_of(word, language or ""))


def match_keys(text: str, language: str | None) -> tuple[tuple[str, ...], ...]:
    """For each content word or number of a text the keys by which it may be found in another one.

    A key is "s/" and a stem, "c/" and a concept, "n/" and a sound key, or "#/" and a number.
    Words of two languages meet in their concepts and, for names and cognates, in their sound keys.
    """
    return _match_keys(text, language, active_dictionaries())


@lru_cache(maxsize=1 << 14)
def _match_keys(
    text: str, language: str | None, dictionaries: tuple[Dictionary, ...]
) -> tuple[tuple[str, ...], ...]:
    """The same; each step of a comparison asks for the same clauses."""
    found = (_word_keys(word, language or "", dictionaries) for word in content_words(text, language))
    return (*found, *((f"#/{number}",) for number in numbers_in(text)))


@lru_cache(maxsize=1 << 17)
def _word_keys(word: str, language: str, dictionaries: tuple[Dictionary, ...]) -> tuple[str, ...]:
    sound = sound_key(word)
    telling = len(sound) >= (_NAME_SOUNDS if word[:1].isupper() else _COGNATE_SOUNDS)
    return (
        f"s/{fold(word)[:_STEM]}",
        *(f"c/{concept}" for concept in concepts_of(word.casefold(), language)),
        *((f"n/{sound}",) if telling else ()),
    )


@cache
def joint_words(language: str | None) -> re.Pattern[str]:
    """The words of a language that open a clause."""
    joints = "|".join(map(re.escape, text_words(language).joints)) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{joints})(?!\w)", re.IGNORECASE)


def clause_bounds(
    text: str, language: str | None, fewest_words: int, counted: str | None = None
) -> tuple[tuple[int, int], ...]:
    """Where the clauses of a text stand, each with that many content words; () where it has fewer.

    The text is cut at punctuation and before joints; a piece with too little content stays with the one
    before or after. ``counted`` is the same text with blanks for what is no content here.
    """
    start, ends = 0, [0]
    counted = text if counted is None else counted
    marks = [m.end() for m in _CUT.finditer(text)]
    joints = [m.start() for m in joint_words(language).finditer(text)]
    for cut in (*sorted({*marks, *joints}), len(text)):
        if len(content_words(counted[start:cut], language)) >= fewest_words:
            ends.append(cut)
            start = cut
    if len(ends) == 1:
        return ()
    ends[-1] = len(text)
    return tuple(_trimmed(text, start, end) for start, end in pairwise(ends))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip(_EDGES)), start + len(piece.rstrip(_EDGES))


def blanked(text: str, offset: int, spans: Sequence[tuple[int, int]]) -> str:
    """A text that starts at ``offset`` with blanks where any of these spans stand, as long as before.

    ``spans`` are start and end, in order.
    """
    longest = max((end - start for start, end in spans), default=0)
    first = bisect_left(spans, (offset - longest, 0))
    for start, end in spans[first : bisect_left(spans, (offset + len(text), 0))]:
        left, right = max(start - offset, 0), min(end - offset, len(text))
        if left < right:
            text = text[:left] + " " * (right - left) + text[right:]
    return text


def attributions(annotations: Annotations) -> list[tuple[int, int]]:
    """Where sources and cues of quotes stand, in order: who says a thing is not what it tells."""
    return sorted({(s.start, s.end) for q in annotations.quotes for s in (q.source, q.cue) if s is not None})


def bearers(annotations: Annotations) -> list[tuple[int, int]]:
    """Where names stand, with the roles told beside them, and days, in order: they tell nothing alone."""
    names = {(s.start, s.end) for m in annotations.mentions for s in (m.span, m.role) if s is not None}
    return sorted(names | {(d.span.start, d.span.end) for d in annotations.dates})
