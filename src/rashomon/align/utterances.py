"""Quotes that render the same words of one speaker.

quotes -> candidate pairs (shared rare words) -> links (how like, by what is known of the speakers) -> groups
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from rashomon.config import UtteranceConfig
from rashomon.likeness import (
    Letters,
    Likeness,
    Weighed,
    letters_of,
    matchable,
    overlap,
    report_weights,
    weighed,
)
from rashomon.textmatch import clause_bounds, denials, sound_key
from rashomon.types import Article, Span, StoryQuote

_CONFIG = UtteranceConfig()


@dataclass(frozen=True, slots=True)
class _Told:
    """A quote ready to be compared."""

    quote: StoryQuote
    person: bool
    office: frozenset[str]
    keys: frozenset[str]
    words: int
    text: Weighed
    clauses: tuple[Weighed, ...]
    letters: Letters


def align_utterances(
    articles: tuple[Article, ...], quotes: tuple[StoryQuote, ...]
) -> tuple[tuple[StoryQuote, ...], ...]:
    """Groups of two or more quotes of two or more reports, in the order of their first member."""
    languages = {a.document.id: a.document.language for a in articles}
    weights = _story_weights(articles)
    people = _people(articles)
    told = tuple(_told(q, languages.get(q.quote.content.document_id), weights, people) for q in quotes)
    links = _links(told, _candidates(told, len(articles)))
    groups = (tuple(quotes[i] for i in group) for group in _join(told, links))
    return tuple(g for g in groups if len({q.quote.content.document_id for q in g}) > 1)


def _people(articles: tuple[Article, ...]) -> frozenset[str]:
    """The sounds of the family names of the story's persons."""
    mentions = (m for a in articles for m in a.annotations.mentions if m.kind == "person")
    return frozenset(name for m in mentions if (name := _family_name(m.name)))


def _told(
    quote: StoryQuote, language: str | None, weights: Mapping[str, float], people: frozenset[str]
) -> _Told:
    words = quote.quote.content.text
    person = _family_name(quote.speaker_name) in people
    whole = matchable(words, language)
    text = weighed(whole, weights)
    bounds = clause_bounds(words, language, _CONFIG.fewest_words_of_a_clause)
    pieces = tuple(weighed(matchable(words[start:end], language), weights) for start, end in bounds)
    office = matchable(quote.speaker_name or "", language).keys
    return _Told(
        quote, person, office, whole.keys, len(whole.words), text, pieces or (text,), letters_of(words)
    )


def _story_weights(articles: tuple[Article, ...]) -> dict[str, float]:
    return report_weights(
        (matchable(sentence.span.text, a.document.language) for sentence in a.annotations.sentences)
        for a in articles
    )


def _candidates(told: tuple[_Told, ...], reports: int) -> Iterator[tuple[int, int]]:
    """Pairs of quotes with a key in common that few other quotes have, in order."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(told):
        for key in sorted(item.keys):
            holders[key].append(index)
    most = max(_CONFIG.most_holders, reports + reports // 4)
    rare = (found for found in holders.values() if len(found) <= most)
    yield from sorted({pair for found in rare for pair in combinations(found, 2)})


def _links(told: tuple[_Told, ...], pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], float]:
    """The links of pairs; what copies repeat word for word, as the same speaker's, is compared once."""
    first: dict[tuple[object, ...], int] = {}
    same = [first.setdefault(_what_is_told(item), index) for index, item in enumerate(told)]
    reports = [item.quote.quote.content.document_id for item in told]
    known: dict[tuple[int, int, bool], float] = {}
    links = {}
    for i, j in pairs:
        key = same[i], same[j], reports[i] == reports[j]
        if key not in known:
            known[key] = _link(told[i], told[j])
        if known[key]:
            links[i, j] = known[key]
    return links


def _what_is_told(item: _Told) -> tuple[object, ...]:
    quote = item.quote
    return quote.quote.content.text, item.text.language, quote.quote.kind, quote.actor_id, quote.speaker_name


def _link(left: _Told, right: _Told) -> float:
    """How surely two quotes render the same words, or 0.0 where they are not to be linked."""
    like, speakers = overlap(left.text, right.text), _acquaintance(left, right)
    needed = _needed(left, right, speakers)
    if left.quote.quote.content.document_id == right.quote.quote.content.document_id:
        needed = max(needed, _CONFIG.repetition)
    score = like.score
    if like.shared >= _CONFIG.clause_shared:
        score = max(score, _best_clauses(left, right))
    if score + 1 < needed:
        return 0.0
    letters = left.letters.cosine(right.letters)
    return score + letters if score + letters >= needed and _enough(left, right, like, letters) else 0.0


def _needed(left: _Told, right: _Told, speakers: int) -> float:
    """The score asked for, by how sure the speaker is one; clauses both told indirectly need more."""
    across = left.text.language != right.text.language
    if left.quote.quote.kind == right.quote.quote.kind == "indirect":
        return (_CONFIG.both_indirect_across if across else _CONFIG.both_indirect)[speakers]
    return (_CONFIG.across_languages if across else _CONFIG.within_language)[speakers]


def _best_clauses(left: _Told, right: _Told) -> float:
    """The score of the two clauses that are most alike, of those that share enough to tell."""
    found = (overlap(one, other) for one in left.clauses for other in right.clauses)
    return max((like.score for like in found if like.shared >= _CONFIG.clause_shared), default=0.0)


def _acquaintance(left: _Told, right: _Told) -> int:
    """0 for the same speaker; 1 where one is not known, or told by a role, or both are no persons; 2 for two.

    A ministry speaks through its agency, and reports name the one or the other: that is no contradiction.
    """
    one, other = left.quote, right.quote
    if one.actor_id is not None and one.actor_id == other.actor_id:
        return 0
    names = _family_name(one.speaker_name), _family_name(other.speaker_name)
    if left.person and right.person:
        return 0 if names[0] == names[1] and None in (one.actor_id, other.actor_id) else 2
    if names[0] == names[1] is not None:
        return 0
    return 0 if left.office & right.office and not (left.person or right.person) else 1


def _family_name(name: str | None) -> str | None:
    """The sound of the last word of a name; None for a role ("the spokesman") that could be anybody's."""
    last = (name or "").split()[-1:]
    return sound_key(last[0]) if last and last[0][:1].isupper() else None


def _enough(left: _Told, right: _Told, like: Likeness, letters: float) -> bool:
    """Whether the shared words are more than one common word that any two quotes may share."""
    shortest = min(left.words, right.words)
    speakers = _acquaintance(left, right)
    if speakers == 2:
        verbatim = like.least >= _CONFIG.repeated_by_strangers
        return verbatim and shortest >= _CONFIG.fewest_words_of_strangers
    if speakers == 1 and (_other_numbers(left, right) or _told_by_others(left, right, like)):
        return False
    whole = shortest > 1 and like.least >= _CONFIG.nearly_whole
    return whole or like.shared >= _CONFIG.least_shared or letters >= _CONFIG.same_letters


def _told_by_others(left: _Told, right: _Told, like: Likeness) -> bool:
    """Whether two in one language share too little for that, or the one denies what the other says."""
    if left.text.language != right.text.language:
        return False
    two = _two_named(left, right)
    little = like.most < _CONFIG.repeated_by_others[two] or (two and like.shared < _CONFIG.clause_shared)
    return little or (two and _denies(left) != _denies(right))


def _two_named(left: _Told, right: _Told) -> bool:
    """Whether two actors say it, a person for an office or one office for another, not both quoted."""
    one, other = left.quote, right.quote
    quoted = "indirect" not in (one.quote.kind, other.quote.kind)
    return not quoted and None not in (one.actor_id, other.actor_id) and one.actor_id != other.actor_id


def _denies(told: _Told) -> bool:
    return bool(denials(told.quote.quote.content.text, told.text.language))


def _other_numbers(left: _Told, right: _Told) -> bool:
    """Whether both tell numbers and none that the other tells: then two speakers contradict each other."""
    one, other = ({key for key in told.keys if key[0] == "#"} for told in (left, right))
    return bool(one and other) and not one & other


def _join(told: tuple[_Told, ...], links: Mapping[tuple[int, int], float]) -> tuple[tuple[int, ...], ...]:
    """Groups by the surest links first, of what is linked well enough and stands together in each report.

    Doubtful links by a few common words come last, as these fit many thoughts. A quote may join two
    thoughts that other reports quote apart: without this a chain would swallow both.
    """
    group_of: dict[int, tuple[int, ...]] = {i: (i,) for i in range(len(told))}

    def order(pair: tuple[int, int]) -> tuple[bool, float, tuple[int, int]]:
        shared = overlap(told[pair[0]].text, told[pair[1]].text).shared
        return links[pair] < _CONFIG.sure and shared < _CONFIG.clause_shared, -links[pair], pair

    for left, right in sorted(links, key=order):
        one, other = group_of[left], group_of[right]
        if one != other and _fit(told, links, one, other):
            joined = tuple(sorted(one + other))
            group_of.update(dict.fromkeys(joined, joined))
    return tuple(sorted({group for group in group_of.values() if len(group) > 1}))


def _fit(
    told: tuple[_Told, ...],
    links: Mapping[tuple[int, int], float],
    one: tuple[int, ...],
    other: tuple[int, ...],
) -> bool:
    """Whether enough pairs over two reports are linked, and pairs of one report repeat or are neighbours."""
    linked = across = 0
    for i in one:
        for j in other:
            left, right = told[i].quote.quote.content, told[j].quote.quote.content
            found = (min(i, j), max(i, j)) in links
            if not found and _acquaintance(told[i], told[j]) == 2:
                return False
            if left.document_id != right.document_id:
                across += 1
                linked += found
            elif not found and _gap(left, right) > _CONFIG.neighbours_within:
                return False
    return linked >= _CONFIG.linked_share * across


def _gap(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)
