"""How near two texts are in what they tell: the share of each, by weight, that the other one has.

Pure functions with fixed weights: nothing here depends on any text but those given.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from math import fsum, log, sqrt

from rashomon.textmatch import match_keys, words

#: What a shared key is worth by its kind: a sound, a concept, an actor; a stem, number or fact has 1.
_TRUST = {"n": 0.9, "c": 0.8, "a": 0.75}
#: What a word without concept weighs against another language.
_SILENT = 0.4
#: How many letters are counted together.
_NGRAMS = (3, 4, 5)


@dataclass(frozen=True, slots=True)
class Letters:
    """The letter n-grams of a folded text, words parted by one space, with the length of their vector."""

    counts: Mapping[str, int]
    norm: float

    def cosine(self, other: Letters) -> float:
        """Cosine with another text's, 0 to 1."""
        small, large = sorted((self.counts, other.counts), key=len)
        product = sum(count * large[gram] for gram, count in small.items() if gram in large)
        return product / (self.norm * other.norm) if product else 0.0


def letters_of(text: str) -> Letters:
    """The letters of a text, to be compared with many others."""
    padded = f" {' '.join(words(text))} "
    counts = Counter(padded[i : i + n] for n in _NGRAMS for i in range(len(padded) - n + 1))
    return Letters(counts, sqrt(sum(n * n for n in counts.values())))


@dataclass(frozen=True, slots=True)
class Matchable:
    """A text as the keys of each of its words, and all its keys."""

    language: str | None
    words: tuple[tuple[str, ...], ...]
    keys: frozenset[str]


def matchable(
    text: str,
    language: str | None,
    names: Iterable[tuple[int, int, str]] = (),
    facts: Iterable[str] = (),
) -> Matchable:
    """The keys of a text, with what other stages have read in it.

    ``names`` are start, end and key of whoever bears a name, in order: a name is found by that key or by
    those of its words. ``facts`` (a day, a figure) are keys that count as one more word each.
    """
    found: list[tuple[str, ...]] = []
    place = 0
    for start, end, bearer in names:
        if start >= place:
            inside = (key for word in match_keys(text[start:end], language) for key in word)
            found += (*match_keys(text[place:start], language), tuple(dict.fromkeys((bearer, *inside))))
            place = end
    found += (*match_keys(text[place:], language), *((fact,) for fact in facts))
    return Matchable(language, tuple(found), frozenset(key for word in found for key in word))


def key_weights(texts: Iterable[Matchable]) -> dict[str, float]:
    """Inverse document frequency of each key over the texts of one story, 0 to 1."""
    frequency: Counter[str] = Counter()
    total = 0
    for text in texts:
        frequency.update(text.keys)
        total += 1
    whole = log(1 + total) if total else 1.0
    return {key: log(1 + total / count) / whole for key, count in frequency.items()}


def report_weights(reports: Iterable[Iterable[Matchable]]) -> dict[str, float]:
    """The same for texts that stand in several reports: how rare a key is in a report that has it, 0 to 1.

    What every report tells once is no less telling for that; what each tells in every sentence is.
    """
    frequency: Counter[str] = Counter()
    holders: Counter[str] = Counter()
    total = count = 0
    for texts in reports:
        found: Counter[str] = Counter()
        for text in texts:
            found.update(text.keys)
            total += 1
        count += 1
        frequency.update(found)
        holders.update(found.keys())
    usual = total / count if count else 0.0
    whole = log(1 + usual) if usual else 1.0
    return {key: log(1 + usual * holders[key] / n) / whole for key, n in frequency.items()}


@dataclass(frozen=True, slots=True)
class Weighed:
    """A text ready to be compared: where each key stands, with what its being found there is worth.

    ``silent`` holds the words that another language has no key for, with the weight they do not have then.
    """

    language: str | None
    places: Mapping[str, tuple[tuple[int, float], ...]]
    total: float
    silent: Mapping[int, float]


def weighed(text: Matchable, weights: Mapping[str, float]) -> Weighed:
    """A text with the weights of its story; a key without weight weighs 1."""
    places: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    silent = {}
    own = [weights.get(word[0], 1.0) for word in text.words]
    for index, (word, weight) in enumerate(zip(text.words, own, strict=True)):
        for key in word:
            worth = _TRUST.get(key[0], 1.0) * weights.get(key, 1.0)
            places[key].append((index, min(weight, worth)))
        if word[0][0] == "s" and not any(key[0] == "c" for key in word):
            silent[index] = weight * (1 - _SILENT)
    return Weighed(text.language, {k: tuple(v) for k, v in places.items()}, fsum(own), silent)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of each text the other one has (0 to 1, by weight), and the weight of what they share."""

    of_left: float
    of_right: float
    shared: float

    @property
    def score(self) -> float:
        """Both coverages together, 0 to 2."""
        return self.of_left + self.of_right

    @property
    def least(self) -> float:
        """The coverage of the text that has more of its own."""
        return min(self.of_left, self.of_right)

    @property
    def most(self) -> float:
        """The coverage of the text that has less of its own: 1 for a fragment of the other."""
        return max(self.of_left, self.of_right)


def overlap(left: Weighed, right: Weighed) -> Likeness:
    """Containment of each text in the other, so that a fragment is found in the whole it was cut from."""
    common = left.places.keys() & right.places.keys()
    if not common:
        return Likeness(0.0, 0.0, 0.0)
    across = left.language != right.language
    shared_left, total_left = _covered(left, common, across)
    shared_right, total_right = _covered(right, common, across)
    return Likeness(shared_left / total_left, shared_right / total_right, min(shared_left, shared_right))


def likeness(left: Matchable, right: Matchable, weights: Mapping[str, float]) -> Likeness:
    """The overlap of two texts that are compared this once."""
    return overlap(weighed(left, weights), weighed(right, weights))


def _covered(text: Weighed, common: Set[str], across: bool) -> tuple[float, float]:
    """The weight of the words that have one of these keys, and of all words (exact, in whatever order)."""
    found: dict[int, float] = {}
    for key in common:
        for index, worth in text.places[key]:
            if worth > found.get(index, 0.0):
                found[index] = worth
    total = text.total
    if across:
        total -= fsum(less for index, less in text.silent.items() if index not in found)
    return fsum(found.values()), total
