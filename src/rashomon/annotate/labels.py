"""What a report calls an actor.

    sentence -> nouns of the lists -> the words that belong to them -> whom they stand for

A noun stands for a name it is tied to by syntax (title, compound, complement, apposition); else for
the name that the same words are tied to elsewhere in the document; else, told with an article in the
singular, for the person the document is mostly about, if that one is not named beside it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from rashomon.annotate.label_words import LabelVocabulary, Noun, label_vocabulary
from rashomon.annotate.name_words import vocabulary
from rashomon.annotate.quote_words import lexicon
from rashomon.annotate.tokens import Token, sentence_tokens
from rashomon.lexicon.names import nation
from rashomon.types import Document, LabelMention, Mention, MentionKind, Quote, Sentence, Span, Voice

#: At most so many words before a noun belong to it, and so many may part it from its name.
_LONGEST = 4
_APPOSITION = 7
#: From this share of the persons' mentions on a document is about one person.
_MAIN = 0.4
_CLAUSE_END = frozenset(",.;:!?()\n—–")
#: The kind of name a noun may stand beside.
_NAMED_BY = {"person": "person", "group": "organization"}


@dataclass(frozen=True, slots=True)
class _Label:
    """A label on the way: tokens ``first``..``last`` of a sentence, the base of its noun, its name."""

    first: int
    last: int
    noun: Noun
    name: str | None


@dataclass(frozen=True, slots=True)
class _Page:
    document: Document
    language: str
    words: LabelVocabulary
    #: Mentions by start and by end.
    starts: dict[int, Mention]
    ends: dict[int, Mention]


def find_labels(
    document: Document,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    quotes: tuple[Quote, ...],
) -> tuple[LabelMention, ...]:
    """Labels in the order of the text, titles of names among them; none inside a name."""
    page = _Page(
        document,
        document.language or "en",
        label_vocabulary(document.language or "en"),
        {m.span.start: m for m in mentions},
        {m.span.end: m for m in mentions},
    )
    # An institution in common words ("state media") is a label as well.
    covered = sorted((m.span.start, m.span.end) for m in mentions if not _is_institution(m))
    found = [label for m in mentions if m.role for label in _of_role(m, m.role, page)]
    taken = {(label.span.start, label.span.end) for label in found}
    for tokens in sentence_tokens(document, sentences):
        for label in _in_sentence(tokens, page):
            told = _told(label, tokens, page)
            if not _overlaps(told.span, covered) and not _within(told.span, taken):
                found.append(told)
    sources = sorted((q.source.start, q.source.end) for q in quotes if q.source)
    found = [label for label in found if not _is_attribute(label, sources, page)]
    voiced = (replace(label, voice=_voice(label.span, quotes)) for label in _resolve(found, mentions, page))
    return tuple(sorted(voiced, key=lambda label: (label.span.start, label.span.end)))


def _is_attribute(label: LabelMention, sources: list[tuple[int, int]], page: _Page) -> bool:
    """Whether another noun is the head of the source it stands in: "court papers", "руководство страны"."""
    if label.actor_name or page.words.adjectives_follow:
        return False
    at, text = bisect_right(sources, (label.span.start, len(page.document.text))) - 1, page.document.text
    if at < 0 or sources[at][1] < label.span.end:
        return False
    start, end = sources[at]
    before, after = text[start : label.span.start], text[label.span.end : end]
    if page.language == "ru":
        return bool(before.strip()) and start + len(before.rstrip()) not in page.words.adjectives(text)
    return len(after.split()) == 1 and after[:1] == " " and after.strip().isalpha() and after.islower()


def _is_institution(mention: Mention) -> bool:
    return bool(mention.key and mention.key.startswith("inst:"))


def _of_role(mention: Mention, role: Span, page: _Page) -> Iterator[LabelMention]:
    """The title of a name is what the report calls it; "Mr" calls it nothing."""
    names = vocabulary(page.language)
    if role.text in names.honorifics or role.text + "." in names.honorifics:
        return
    yield LabelMention(role, role.text.lower(), mention.name, "outlet", mention.kind)


def _in_sentence(tokens: tuple[Token, ...], page: _Page) -> Iterator[_Label]:
    i = 0
    while i < len(tokens):
        noun, last = page.words.noun_at(tokens, i)
        if noun is None or _is_verb(tokens, i, page):
            i += 1
            continue
        first = i - sum(
            1 for _ in takewhile(lambda k: _belongs(tokens, k, page), range(i, max(0, i - _LONGEST), -1))
        )
        while page.words.adjectives_follow and last < len(tokens) and _follows(tokens[last], page):
            last += 1
        # In a chain of nouns ("campaign chairman") the last one is the label.
        chained = (
            last < len(tokens) and tokens[last].glued and page.words.noun_at(tokens, last)[0] is not None
        )
        if not (chained and not page.words.adjectives_follow):
            yield _Label(first, last, noun, _tied(tokens, first, last, noun, page))
        i = last


def _is_verb(tokens: tuple[Token, ...], i: int, page: _Page) -> bool:
    """Whether what looks like a noun is a participle: "ha acusado", "verurteilten" without a capital."""
    if page.words.nouns_capitalised:
        return not tokens[i].capital and len(tokens[i].text) > 1 and tokens[i].glued
    return i > 0 and tokens[i].glued and tokens[i - 1].lower in page.words.auxiliaries


def _belongs(tokens: tuple[Token, ...], k: int, page: _Page) -> bool:
    """Whether the word before token ``k`` belongs to the label: former, Syrian, campaign."""
    before = tokens[k - 1]
    if not tokens[k].glued or before.start in page.starts or before.end in page.ends:
        return False
    if nation(page.words.base(before), page.language) or before.lower in page.words.modifiers:
        return True
    if page.language == "ru":
        return before.end in page.words.adjectives(page.document.text)
    return not page.words.adjectives_follow and page.words.noun_at(tokens, k - 1)[0] is not None


def _follows(token: Token, page: _Page) -> bool:
    after = token.lower in page.words.modifiers or bool(nation(token.text, page.language))
    return token.glued and after and not token.capital


# ---------------------------------------------------------------- whom it stands for


def _tied(tokens: tuple[Token, ...], first: int, last: int, noun: Noun, page: _Page) -> str | None:
    """The name a label is tied to by its place in the sentence."""
    own = page.starts.get(tokens[last - noun.size].start) or page.ends.get(tokens[last - 1].end)
    if own and _is_institution(own):
        return own.name
    if noun.kind == "other":
        return None
    if noun.kind == "person" and not noun.plural:
        # "the leader of the PKK" is not the PKK.
        mention = _apposed(tokens, first, noun, page) or _named_behind(tokens, last, page)
    elif noun.kind == "person":
        mention = _before(tokens, first, page) or _after(tokens, last, page)
    else:
        mention = (
            _before(tokens, first, page) or _after(tokens, last, page) or _apposed(tokens, first, noun, page)
        )
    return mention.name if mention else None


def _before(tokens: tuple[Token, ...], first: int, page: _Page) -> Mention | None:
    """A compound: "Hamas fighters"."""
    if first == 0 or not tokens[first].glued or page.words.adjectives_follow:
        return None
    mention = page.ends.get(tokens[first - 1].end)
    return mention if mention and mention.kind in ("organization", "group") else None


def _after(tokens: tuple[Token, ...], last: int, page: _Page) -> Mention | None:
    """A complement: "fighters of the PKK", "боевики ИГ"."""
    for i in range(last, min(len(tokens), last + 4)):
        gap = page.document.text[tokens[i - 1].end : tokens[i].start]
        if gap.strip(' \u00a0«"“„'):
            return None
        mention = page.starts.get(tokens[i].start)
        if mention:
            near = i > last or page.words.adjectives_follow or page.language == "ru"
            return mention if near and mention.kind in ("organization", "group") else None
        if tokens[i].lower not in page.words.links:
            return None
    return None


def _apposed(tokens: tuple[Token, ...], first: int, noun: Noun, page: _Page) -> Mention | None:
    """An apposition: "Ana Ruiz, a veteran lawmaker"."""
    for i in range(first, max(0, first - _APPOSITION), -1):
        gap = page.document.text[tokens[i - 1].end : tokens[i].start]
        if gap.strip() == ",":
            mention = page.ends.get(tokens[i - 1].end)
            if mention and _opens(tokens, i - 1, mention):
                return None
            return mention if mention and mention.kind == _NAMED_BY[noun.kind] else None
        if not gap.isspace() or tokens[i - 1].lower not in page.words.articles:
            return None
    return None


def _named_behind(tokens: tuple[Token, ...], last: int, page: _Page) -> Mention | None:
    """A name between commas: "the spokeswoman, Ana Ruiz, said"."""
    if last >= len(tokens) or page.document.text[tokens[last - 1].end : tokens[last].start].strip() != ",":
        return None
    mention = page.starts.get(tokens[last].start)
    closed = mention is not None and page.document.text[mention.span.end : mention.span.end + 1] in (",", ".")
    return mention if mention and closed and mention.kind == "person" else None


def _opens(tokens: tuple[Token, ...], last: int, mention: Mention) -> bool:
    """Whether the name only opens the sentence: "According to Ana Ruiz, the president ..."."""
    before = [token for token in tokens[: last + 1] if token.start < mention.span.start]
    return 0 < len(before) <= 2 and before[0].opening


def _resolve(found: list[LabelMention], mentions: tuple[Mention, ...], page: _Page) -> Iterator[LabelMention]:
    """Open labels get the name their words are tied to elsewhere, or the person it is all about."""
    tied: dict[tuple[str, MentionKind], set[str]] = defaultdict(set)
    for label in found:
        if label.actor_name:
            tied[_noun(label.term, page), label.kind].add(label.actor_name)
    persons = Counter(m.name for m in mentions if m.kind == "person")
    events = Counter(m.name for m in mentions if m.kind == "other")
    main = _main(persons)
    named = sorted(m.span.start for m in mentions if m.name == main)
    for label in found:
        if label.actor_name is None:
            # "Prosecutors" are not the one who is a prosecutor.
            names = tied.get((_noun(label.term, page), label.kind), set())
            definite = _is_definite(label, page)
            if len(names) == 1 and (definite or label.kind == "group"):
                yield replace(label, actor_name=next(iter(names)))
            elif main and not names and _is_main(label, named, page):
                yield replace(label, actor_name=main)
            elif label.kind == "other" and (event := _event(label.term, events)):
                yield replace(label, actor_name=event)
            else:
                yield label
        else:
            yield label


def _noun(term: str, page: _Page) -> str:
    """The noun of a label without its complement: "spokesman" of "spokesman for the company"."""
    words = term.split()
    links = page.words.links | vocabulary(page.language).role_links
    before = words[: next((i for i in range(1, len(words)) if words[i] in links), len(words))]
    if not page.words.adjectives_follow:
        return before[-1]
    return next((word for word in reversed(before) if word in page.words.nouns), before[-1])


def _is_main(label: LabelMention, named: list[int], page: _Page) -> bool:
    """Whether a label may stand for the person it is all about: not "his wife", nor a noun of anybody."""
    definite = label.kind == "person" and not label.generic and _is_definite(label, page)
    owned = _before_label(label, page) in lexicon(page.language).words.possessives
    return definite and not owned and not _is_beside(label, named, page)


def _is_beside(label: LabelMention, named: list[int], page: _Page) -> bool:
    """Whether the person is named in the same clause: "Ana Ruiz met the judge"."""
    at, text = bisect_right(named, label.span.start), page.document.text
    before = text[named[at - 1] : label.span.start] if at else "\n"
    after = text[label.span.end : named[at]] if at < len(named) else "\n"
    return any(_CLAUSE_END.isdisjoint(between) for between in (before, after))


def _main(persons: Counter[str]) -> str | None:
    if not persons:
        return None
    name = min(persons, key=lambda n: (-persons[n], n))
    return name if persons[name] >= _MAIN * persons.total() and persons[name] > 1 else None


def _event(term: str, events: Counter[str]) -> str | None:
    """The event whose name has the label's noun: "storm" for Storm Ida, else none."""
    named = [name for name in events if term.rsplit(maxsplit=1)[-1] in name.lower().split()]
    return min(named, key=lambda n: (-events[n], n), default=None)


def _is_definite(label: LabelMention, page: _Page) -> bool:
    return not page.words.definite or _before_label(label, page) in page.words.definite


def _before_label(label: LabelMention, page: _Page) -> str:
    """The word before a label in lower case, an elided article without its apostrophe."""
    before = page.document.text[max(0, label.span.start - 12) : label.span.start].lower()
    return "".join(re.split(r"[\s'’]+", before.rstrip(" \n'’\u00a0"))[-1:])


# ---------------------------------------------------------------- spans and voices


def _told(label: _Label, tokens: tuple[Token, ...], page: _Page) -> LabelMention:
    start, end = tokens[label.first].start, tokens[label.last - 1].end
    text = page.document.text[start:end]
    kind: MentionKind = label.noun.kind
    if kind == "person" and label.noun.plural:
        kind = "group"
    before = [token.lower for token in tokens[label.first : label.last - label.noun.size]]
    term = " ".join([*before, label.noun.base]) if not page.words.adjectives_follow else label.noun.base
    generic = not before and label.noun.base in page.words.generic
    return LabelMention(Span(page.document.id, start, end, text), term, label.name, "outlet", kind, generic)


def _overlaps(span: Span, covered: list[tuple[int, int]]) -> bool:
    at = bisect_right(covered, (span.start, span.end))
    return any(a < span.end and span.start < b for a, b in covered[max(0, at - 1) : at + 1])


def _within(span: Span, taken: set[tuple[int, int]]) -> bool:
    return any(a <= span.start and span.end <= b for a, b in taken)


def _voice(span: Span, quotes: tuple[Quote, ...]) -> Voice:
    inside = any(
        q.kind != "indirect" and q.content.start <= span.start and span.end <= q.content.end for q in quotes
    )
    return "quoted" if inside else "outlet"
