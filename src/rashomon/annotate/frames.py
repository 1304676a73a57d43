"""What a figure is about: one taxonomy of frames over all languages, found by words near the number.

The idea of a frame with trigger words is FrameNet's (Baker, Fillmore, Lowe 1998), cut down to what
the news counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.annotate.numberwords import NumberWords, alternatives, with_proclitics
from rashomon.config import FiguresConfig
from rashomon.languages import section
from rashomon.lexicon.units import is_weak, may_be_told_in

CONFIG = FiguresConfig()
_WORD_OR_COMMA = re.compile(r"[^\W\d_]+|[,،，]")
_CLAUSE = re.compile(r"[.;:!?؛؟](?=\s|$)|[。；：！？\n]|[—–](?=\s)")


@dataclass(frozen=True, slots=True)
class _Triggers:
    forms: dict[str, str]
    stems: tuple[tuple[str, str], ...]
    place: re.Pattern[str]
    words: re.Pattern[str]


@cache
def _triggers(language: str) -> _Triggers:
    words = section(language, "numbers", NumberWords)
    pairs = [
        (form, frame)
        for frame, forms in words.frames.items()
        for form in with_proclitics(forms.split(), words.proclitics)
    ]
    stems = sorted(((form[:-1], frame) for form, frame in pairs if form[-1] == "*"), key=lambda p: -len(p[0]))
    forms: dict[str, str] = {}
    for form, frame in pairs:
        if form[-1] != "*":
            forms.setdefault(form, frame)
    prepositions = "|".join(map(re.escape, words.place_in.split())) or "(?!)"
    name = r"[^\W\d_a-zà-ÿа-яё][\w'’.-]*"
    place = re.compile(rf"(?<!\w)(?:{prepositions})\s+({name}(?:\s{name}){{0,2}})")
    known = re.compile(rf"{alternatives([*forms, *(stem for stem, _ in stems)])}|[,，]")
    return _Triggers(forms, tuple(stems), place, known if words.unspaced else _WORD_OR_COMMA)


@lru_cache(maxsize=50_000)
def frame_of(word: str, language: str) -> str | None:
    """The frame a word speaks of; one that the language file has with a capital is asked for with it."""
    triggers = _triggers(language)
    if frame := triggers.forms.get(word) or triggers.forms.get(word := word.lower()):
        return frame
    return next((frame for stem, frame in triggers.stems if word.startswith(stem)), None)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where words that tell of a number are looked for: beside it, from ``floor`` to ``ceiling``;
    ``level`` marks what something rose or fell to, whose name stands before the verb; ``words`` how far."""

    text: str
    start: int
    end: int
    floor: int
    ceiling: int
    language: str
    level: bool = False
    words: int = CONFIG.frame_words


def find_frame(around: Surroundings, unit: str) -> str | None:
    """The frame told nearest to a number that its unit can tell; words after it go before."""
    right = around.text[around.end : min(around.ceiling, around.end + CONFIG.frame_reach)]
    if stop := _CLAUSE.search(right):
        right = right[: stop.start()]
    reach = CONFIG.frame_reach * (1 + around.level)
    left = around.text[max(around.floor, around.start - reach) : around.start]
    left = _CLAUSE.split(left)[-1]
    words = _triggers(around.language).words
    after = _distances(words.findall(right), 0, around.words)
    before = _distances(words.findall(left)[::-1], 1, around.words * (1 + around.level))
    weak = None
    for _, word in sorted([*after, *before], key=lambda pair: pair[0]):
        frame = frame_of(word, around.language)
        if frame is None or not may_be_told_in(frame, unit) or (around.level and frame == "change"):
            continue
        if not is_weak(frame):
            return frame
        weak = weak or frame
    return weak


@cache
def _lives(language: str) -> tuple[frozenset[str], tuple[tuple[str, re.Pattern[str]], ...]]:
    words = section(language, "numbers", NumberWords)
    verbs = []
    for frame, forms in words.life_verbs.items():
        told = "|".join(re.escape(form).replace(r"\*", r"\w*") for form in forms.split())
        verbs.append((frame, re.compile(rf"(?<!\w)(?:{told})(?!\w)", re.IGNORECASE)))
    return frozenset(words.lives.split()), tuple(verbs)


def is_lives(counted: str | None, language: str) -> bool:
    """Whether lives are counted, which are people only where somebody takes or saves them."""
    return bool(counted) and str(counted).lower().rpartition(" ")[2] in _lives(language)[0]


def frame_of_lives(around: Surroundings) -> str | None:
    """What befell as many lives: "claimed 12 lives"; None for "a cat with nine lives"."""
    left = _CLAUSE.split(around.text[max(around.floor, around.start - CONFIG.frame_reach) : around.start])[-1]
    right = _CLAUSE.split(around.text[around.end : min(around.ceiling, around.end + CONFIG.frame_reach)])[0]
    verbs = _lives(around.language)[1]
    return next((frame for frame, verb in verbs if verb.search(left) or verb.search(right)), None)


def _distances(words: list[str], first: int, most: int) -> Iterator[tuple[int, str]]:
    """The words with how far they stand from the number; a comma between counts for several."""
    distance = first
    for word in words:
        if distance >= most:
            return
        if word in ",،，":
            distance += CONFIG.comma_words
        else:
            yield distance, word
            distance += 1


def find_place(around: Surroundings) -> str | None:
    """The place named after a preposition nearest to the number."""
    floor = max(around.floor, around.start - CONFIG.place_reach)
    ceiling = min(around.ceiling, around.end + CONFIG.place_reach)
    places = list(_triggers(around.language).place.finditer(around.text, floor, ceiling))
    if not places:
        return None
    nearest = min(places, key=lambda m: min(abs(m.start() - around.end), abs(around.start - m.end())))
    return nearest[1].rstrip(".’'-")
