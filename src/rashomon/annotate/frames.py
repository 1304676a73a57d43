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
    """The frame a word, in lower case, speaks of."""
    triggers = _triggers(language)
    if frame := triggers.forms.get(word):
        return frame
    return next((frame for stem, frame in triggers.stems if word.startswith(stem)), None)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where words that tell of a number are looked for: beside it, from ``floor`` to ``ceiling``;
    ``level`` marks what something rose or fell to, whose name stands before the verb."""

    text: str
    start: int
    end: int
    floor: int
    ceiling: int
    language: str
    level: bool = False


def find_frame(around: Surroundings, unit: str) -> str | None:
    """The frame told nearest to a number that its unit can tell; words after it go before."""
    right = around.text[around.end : min(around.ceiling, around.end + CONFIG.frame_reach)]
    if stop := _CLAUSE.search(right):
        right = right[: stop.start()]
    reach = CONFIG.frame_reach * (1 + around.level)
    left = around.text[max(around.floor, around.start - reach) : around.start]
    left = _CLAUSE.split(left)[-1]
    words = _triggers(around.language).words
    after = _distances(words.findall(right), 0, CONFIG.frame_words)
    before = _distances(words.findall(left)[::-1], 1, CONFIG.frame_words * (1 + around.level))
    weak = None
    for _, word in sorted([*after, *before], key=lambda pair: pair[0]):
        frame = frame_of(word.lower(), around.language)
        if frame is None or not may_be_told_in(frame, unit) or (around.level and frame == "change"):
            continue
        if not is_weak(frame):
            return frame
        weak = weak or frame
    return weak


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
