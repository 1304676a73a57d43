"""What an extraction is worth beside what is known of its page: body, junk, losses, title, authors, date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_WORD = re.compile(r"\w+")
_BETWEEN_NAMES = re.compile(r"\s*(?:[,;&|]|\b(?:and|und|et|y|e|и)\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """What a tool made of a page: the lines of the text and what it says of the page.

    A fact it has no opinion on, as it does not look for it, is None; "" is what it looked for in vain.
    ``blocks`` counts those found in the source, those that stand there more than once, and those not found.
    """

    lines: tuple[str, ...] = ()
    title: str | None = None
    authors: tuple[str, ...] | None = None
    date: str | None = None
    blocks: tuple[int, int, int] = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Score:
    """One page: precision and recall of the body (None: nothing told), lines of junk, paragraphs lost."""

    precision: float | None
    recall: float | None
    junk: tuple[str, ...]
    lost: tuple[str, ...]

    @property
    def spotless(self) -> bool:
        """Neither junk nor loss."""
        return not self.junk and not self.lost


def tokens(text: str) -> list[str]:
    """Words in small letters, Chinese and Japanese by character."""
    return _TOKEN.findall(text.casefold())


def shingles(text: str, n: int = 4) -> list[tuple[str, ...]]:
    """Runs of n words as written; the whole of a shorter text."""
    words = _WORD.findall(text)
    return [tuple(words[i : i + n]) for i in range(max(1, len(words) - n + 1))] if words else []


def score(lines: Sequence[str], paragraphs: Sequence[str], *, shingled: bool = False) -> Score:
    """Compare the lines of an extraction with the paragraphs of the body: multisets of words or shingles."""
    pieces: Callable[[str], list[object]] = shingles if shingled else tokens  # type: ignore[assignment]
    got, want = Counter(pieces("\n".join(lines))), Counter(pieces("\n".join(paragraphs)))
    shared = (got & want).total()
    body, output = _trigrams("\n".join(paragraphs)), _trigrams("\n".join(lines))
    body |= {gram for p in paragraphs for gram in _trigrams(p)}
    output |= {gram for line in lines for gram in _trigrams(line)}
    return Score(
        shared / got.total() if got else None,
        shared / want.total() if want else None,
        _outside(lines, body),
        _outside(paragraphs, output),
    )


def _trigrams(text: str) -> set[tuple[str, ...]]:
    words = tokens(text)
    return {tuple(words[i : i + 3]) for i in range(max(1, len(words) - 2))} if words else set()


def _outside(texts: Sequence[str], known: set[tuple[str, ...]]) -> tuple[str, ...]:
    grams = ((text, _trigrams(text)) for text in texts)
    return tuple(text for text, own in grams if own and 2 * len(own & known) < len(own))


def body_f1(scores: Sequence[Score], *, shingled: bool = False) -> float:
    """The mean F1 of pages; of shingles the F1 of mean precision and mean recall.

    The latter as in the Article Extraction Benchmark (Zyte, 2020), whose evaluation leaves pages
    without output out of the mean of precision.
    """
    if not shingled:
        return fmean(_f1(s.precision, s.recall) for s in scores)
    precision = _mean(s.precision for s in scores)
    recall = _mean(s.recall for s in scores)
    return _f1(precision, recall)


def _f1(precision: float | None, recall: float | None) -> float:
    if precision is None and recall is None:
        return 1.0
    both = (precision or 0.0) + (recall or 0.0)
    return 2 * (precision or 0.0) * (recall or 0.0) / both if both else 0.0


def _mean(values: Iterable[float | None]) -> float | None:
    told = [value for value in values if value is not None]
    return fmean(told) if told else None


# ---------------------------------------------------------------- what a page says of itself


def title_verdict(want: str, got: str) -> str:
    """The same words, others, or none."""
    if not got:
        return "none"
    return "right" if tokens(want) == tokens(got) else "wrong"


def date_verdict(want: str, got: str) -> str:
    """Within a day, off by more, or none; a month or a year alone that holds the day tells no day."""
    day = got[:10]
    if not day or (len(day) < 10 and want.startswith(day)):
        return "none"
    try:
        distance = abs((date.fromisoformat(day) - date.fromisoformat(want[:10])).days)
    except ValueError:
        return "wrong"
    return "right" if distance <= 1 else "wrong"


def authors_matched(want: str, got: Sequence[str]) -> tuple[int, int, int]:
    """How many names are in both, told by the set, told by the tool."""
    wanted = _names([want])
    told = _names(got)
    return len(wanted & told), len(wanted), len(told)


def _names(texts: Sequence[str]) -> set[tuple[str, ...]]:
    names = (tuple(tokens(name)) for text in texts for name in _BETWEEN_NAMES.split(text))
    return {name for name in names if name}


def share(verdicts: Sequence[str], verdict: str) -> float:
    """How many of the verdicts are this one, from 0 to 1."""
    return verdicts.count(verdict) / len(verdicts)
