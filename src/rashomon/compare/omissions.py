"""What a report does not have of what most independent origins tell.

statements surely told -> reports without a member -> no sentence that tells it in other words
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rashomon.compare.members import Page, closeness, content, page, story_weights
from rashomon.config import OmissionConfig
from rashomon.lexicon.concepts import known_forms
from rashomon.likeness import Matchable, Weighed, matchable, overlap, weighed
from rashomon.textmatch import clause_bounds
from rashomon.types import Article, Omission, Origin, Span, Statement

_CONFIG = OmissionConfig()


@dataclass(frozen=True, slots=True)
class _Texts:
    """The sentences of a story, each once with the reports that have it, and which of them have a key."""

    pages: Mapping[str, Page]
    weights: Mapping[str, float]
    sentences: tuple[tuple[Weighed, frozenset[str]], ...]
    holders: Mapping[str, tuple[int, ...]]


def find_omissions(
    statements: tuple[Statement, ...], articles: tuple[Article, ...], origins: tuple[Origin, ...]
) -> tuple[Omission, ...]:
    """What is not found in a report though most of the other origins tell it, in the order of the statements.

    Only what surely is one statement counts, and only where no sentence of the report comes near it.
    """
    hand = {i: number for number, origin in enumerate(origins) for i in origin.document_ids}
    reports = [article.document.id for article in articles if article.document.text]
    wanted = [s for s in statements if s.verdict in ("agree", "differ")][: _CONFIG.most_statements]
    if not wanted:
        return ()
    texts = _texts(articles)
    languages = {article.document.id: article.document.language or "" for article in articles}
    concepts = {language for language in {*languages.values()} if known_forms(language)}
    found: list[Omission] = []
    for statement in wanted:
        if closeness(statement.members, texts.pages, texts.weights)[0] < _CONFIG.least_close:
            continue
        telling = {member.document_id for member in statement.members}
        # In a language without concepts nothing that others tell is ever found.
        readable = concepts | {languages[i] for i in telling}
        lacking = [i for i in reports if i not in telling and languages[i] in readable]
        near = _near(statement, texts) if lacking else frozenset()
        for report in lacking:
            told_by = len({hand[i] for i in telling} - {hand[report]})
            others = len(origins) - 1
            if report not in near and told_by >= _CONFIG.least_origins and 2 * told_by > others:
                reason = f"not found in this text; {told_by} of {others} other independent origins tell it"
                found.append(Omission(report, statement.id, told_by, others, reason))
    return tuple(found)


def _texts(articles: tuple[Article, ...]) -> _Texts:
    pages = {article.document.id: page(article) for article in articles}
    weights = story_weights(articles)
    reports: defaultdict[Matchable, set[str]] = defaultdict(set)
    for article in articles:
        for sentence in article.annotations.sentences:
            reports[matchable(sentence.span.text, article.document.language)].add(article.document.id)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(reports):
        for key in sorted(text.keys):
            holders[key].append(number)
    sentences = tuple((weighed(text, weights), frozenset(ids)) for text, ids in reports.items())
    return _Texts(pages, weights, sentences, {key: tuple(found) for key, found in holders.items()})


def _near(statement: Statement, texts: _Texts) -> frozenset[str]:
    """The reports with a sentence that has enough of a clause of a member to tell it in other words."""
    near: set[str] = set()
    for member in statement.members[: _CONFIG.most_members]:
        for clause in _clauses(member, texts):
            shared: Counter[int] = Counter(i for key in clause.places for i in texts.holders.get(key, ()))
            for i, count in sorted(shared.items()):
                sentence, reports = texts.sentences[i]
                # Another language has few of the keys of a clause, so one that is rare is enough there.
                enough = count >= _CONFIG.least_keys or clause.language != sentence.language
                if enough and not reports <= near and _tells(clause, sentence):
                    near |= reports
    return frozenset(near)


def _tells(clause: Weighed, sentence: Weighed) -> bool:
    """Whether a sentence may tell a clause in other words; another language has fewer of its keys."""
    like = overlap(clause, sentence)
    across = clause.language != sentence.language
    if across:
        return like.of_left >= _CONFIG.told_across and like.shared >= _CONFIG.shared_across
    return like.of_left >= _CONFIG.told_otherwise and like.shared >= _CONFIG.least_shared


def _clauses(member: Span, texts: _Texts) -> Iterator[Weighed]:
    """The clauses of a member: a long sentence may tell two things, of which a report has the one."""
    known = texts.pages[member.document_id]
    told, language = content(member, known), known.article.document.language
    bounds = clause_bounds(member.text, language, _CONFIG.fewest_words, told) or ((0, len(told)),)
    for start, end in bounds:
        yield weighed(matchable(told[start:end], language), texts.weights)
