"""Whether a clause speaks of what was or of what is to come, by its words: [dates] coming, past, past_forms.

text in lower case, a span in it -> 1 coming, -1 past, 0 not told
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rashomon.annotate.russian import morphology
from rashomon.annotate.timepatterns import patterns
from rashomon.config import DatesConfig

CONFIG = DatesConfig()


@cache
def _tense_words(language: str) -> re.Pattern[str] | None:
    words = patterns(language).words
    past = [re.escape(w.lower()) for w in sorted(words.past, key=len, reverse=True)]
    coming = [re.escape(w.lower()) for w in sorted(words.coming, key=len, reverse=True)]
    groups = [
        f"(?P<{name}>{'|'.join(forms)})"
        for name, forms in (("coming", coming), ("past", past), ("form", [words.past_forms]))
        if any(forms)
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)") if groups else None


def tense_of(text: str, start: int, end: int, language: str) -> int:
    """The tense of a phrase: of its clause's words the nearest before it, else the first after it; where
    the clause tells none, of the sentence's."""
    left, right = max(0, start - CONFIG.tense_reach), min(len(text), end + CONFIG.tense_after)
    near = (
        max(left, _cut(text, left, start)),
        next((m.start() for m in _CUT.finditer(text, end, right)), right),
    )
    for first, last in (near, (left, right)):
        if before := _tenses(text, first, start, language):
            return before[-1]
        if after := _tenses(text, end, last, language):
            return after[0]
    return 0


@lru_cache(maxsize=20_000)
def _is_past(word: str) -> bool:
    """Whether a Russian word is a verb or a short participle: many a noun ends as they do."""
    tag = morphology().parse(word)[0].tag
    return tag.POS in ("VERB", "PRTS")


_WORD = re.compile(r"[^\W\d_]+")
_CUT = re.compile(r"[,;:](?=\s)|\s[-–—](?=\s)")


def _cut(text: str, first: int, last: int) -> int:
    return max((m.end() for m in _CUT.finditer(text, first, last)), default=first)


def _tenses(text: str, first: int, last: int, language: str) -> list[int]:
    """What the words of tense in a piece of text say, in their order.

    A form of the past right behind a word of what is to come belongs to it: "will be closed".
    """
    pattern = _tense_words(language)
    told: list[int] = []
    coming_to = -1
    for match in pattern.finditer(text, first, last) if pattern else ():
        form = match.lastgroup == "form"
        if form and (0 <= coming_to == match.start() - 1 or (language == "ru" and not _is_past(match[0]))):
            continue
        coming = match.lastgroup == "coming"
        coming_to = match.end() if coming else -1
        told.append(1 if coming else -1)
    return told


def beside_past(text: str, start: int, end: int, language: str) -> bool:
    """Whether a verb of the past stands at most two words before a phrase, or right after it."""
    left, right = max(0, start - CONFIG.beside), min(len(text), end + CONFIG.beside)
    before = [w.start() for w in _WORD.finditer(text, _cut(text, left, start), start)][-3:]
    after = [w.end() for w in _WORD.finditer(text, end, right)][:1]
    return any(
        -1 in _tenses(text, first, last, language)
        for first, last in ((min(before, default=start), start), (end, max(after, default=end)))
    )
