"""What a figure is about: one taxonomy of frames over all languages, found by words near the number.

The idea of a frame with trigger words is FrameNet's (Baker, Fillmore, Lowe 1998), cut down to what
the news counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.annotate.numerals import NumberWords
from rashomon.config import FiguresConfig
from rashomon.languages import section

CONFIG = FiguresConfig()
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"[.;:!?](?=\s|$)|\n|[—–](?=\s)")


@dataclass(frozen=True, slots=True)
class _Triggers:
    forms: dict[str, str]
    stems: tuple[tuple[str, str], ...]
    place: re.Pattern[str]


@cache
def _triggers(language: str) -> _Triggers:
    words = section(language, "numbers", NumberWords)
    pairs = [(form, frame) for frame, forms in words.frames.items() for form in forms.split()]
    stems = sorted(((form[:-1], frame) for form, frame in pairs if form[-1] == "*"), key=lambda p: -len(p[0]))
    forms: dict[str, str] = {}
    for form, frame in pairs:
        if form[-1] != "*":
            forms.setdefault(form, frame)
    prepositions = "|".join(map(re.escape, words.place_in.split())) or "(?!)"
    place = rf"(?<!\w)(?:{prepositions})\s+((?:[^\W\d_a-zà-ÿа-яё][\w'’.-]*)(?:\s[^\W\d_a-zà-ÿа-яё][\w'’-]*){{0,2}})"
    return _Triggers(forms, tuple(stems), re.compile(place))


@lru_cache(maxsize=50_000)
def frame_of(word: str, language: str) -> str | None:
    """The frame a word, in lower case, speaks of."""
    triggers = _triggers(language)
    if frame := triggers.forms.get(word):
        return frame
    return next((frame for stem, frame in triggers.stems if word.startswith(stem)), None)


def find_frame(text: str, start: int, end: int, floor: int, ceiling: int, language: str) -> str | None:
    """The frame told nearest to a number between ``floor`` and ``ceiling``; after it goes before."""
    right = text[end : min(ceiling, end + CONFIG.frame_reach)]
    if stop := _CLAUSE.search(right):
        right = right[: stop.start()]
    left = text[max(floor, start - CONFIG.frame_reach) : start]
    left = _CLAUSE.split(left)[-1]
    best: tuple[int, str] | None = None
    for distance, word in enumerate(_WORD.findall(right)[: CONFIG.frame_words]):
        if frame := frame_of(word.lower(), language):
            best = distance, frame
            break
    for distance, word in enumerate(reversed(_WORD.findall(left)[-CONFIG.frame_words :]), 1):
        if best and distance >= best[0]:
            break
        if frame := frame_of(word.lower(), language):
            best = distance, frame
    return best[1] if best else None


def find_place(text: str, start: int, end: int, floor: int, ceiling: int, language: str) -> str | None:
    """The place named after a preposition nearest to the number in its sentence."""
    floor, ceiling = max(floor, start - CONFIG.place_reach), min(ceiling, end + CONFIG.place_reach)
    places = list(_triggers(language).place.finditer(text, floor, ceiling))
    if not places:
        return None
    nearest = min(places, key=lambda m: min(abs(m.start() - end), abs(start - m.end())))
    return nearest[1].rstrip(".’'-")
