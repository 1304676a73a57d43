"""Russian morphology, syntax and names by natasha, read once a text.

    text -> sentences of tokens (part of speech, features, lemma, head, relation) and named spans

natasha's models stand in its package (about 36 MB); nothing is downloaded. Their cost grows with the
square of a sentence, so what is no prose is cut to bounded pieces first (``RussianConfig``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from rashomon.config import RussianConfig

_DEFAULT = RussianConfig()
#: pymorphy3 takes the square of a word's length.
_LONGEST_WORD = 60


@dataclass(frozen=True, slots=True)
class Token:
    """A word: its place in the text, Universal Dependencies tags, and the index of its head (-1: root)."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    case: str | None
    number: str | None
    gender: str | None
    relation: str
    head: int


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """A name as natasha's news model sees it."""

    start: int
    end: int
    kind: Literal["PER", "LOC", "ORG"]


@dataclass(frozen=True, slots=True)
class Parse:
    """A parsed text; ``Token.head`` counts in ``tokens``."""

    tokens: tuple[Token, ...]
    names: tuple[NamedSpan, ...]


@cache
def _models() -> tuple[Any, ...]:
    from natasha import NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter

    embedding = NewsEmbedding()
    return Segmenter(), NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)


@cache
def morphology() -> Any:
    """The pymorphy3 analyser: ``morphology().parse(word)[0].normal_form``."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


def analyses(word: str) -> list[Any]:
    """What pymorphy3 makes of a word, the likeliest first; nothing of what can be no word."""
    if len(word) > _LONGEST_WORD or any("\ud800" <= char <= "\udfff" for char in word):
        return []
    return list(morphology().parse(word))


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """The base form of a word by pymorphy3."""
    return next((str(parsed.normal_form) for parsed in analyses(word)), word)


@lru_cache(maxsize=4)
def parse(text: str, config: RussianConfig = _DEFAULT) -> Parse:
    """The parse of a whole document; kept for the last few, as several rules ask for the same one.

    What stands after ``config.text`` characters is not parsed: no tokens, no names.
    """
    from natasha import Doc

    segmenter, tagger, parser, names = _models()
    doc = Doc(_within(text, config.text))
    doc.segment(segmenter)
    if not doc.tokens:
        return Parse((), ())
    doc.sents = _bounded(doc, config)
    doc.tag_morph(tagger)
    doc.parse_syntax(parser)
    doc.tag_ner(names)
    index = {token.id: i for i, token in enumerate(doc.tokens)}
    return Parse(
        tuple(_token(token, index) for token in doc.tokens),
        tuple(NamedSpan(span.start, span.stop, span.type) for span in doc.spans),
    )


def _within(text: str, limit: int) -> str:
    """The beginning of a text, cut between words."""
    if len(text) <= limit:
        return text
    return text[: text.rfind(" ", 0, limit) + 1] or text[:limit]


def _bounded(doc: Any, config: RussianConfig) -> list[Any]:
    """The sentences, long ones cut; where there are too many for prose, pieces of one length."""
    from natasha.doc import DocSent

    sentences = [sentence.tokens for sentence in doc.sents if sentence.tokens]
    if len(sentences) > config.sentences:
        sentences = [doc.tokens]
    size = config.sentence
    pieces = [tokens[i : i + size] for tokens in sentences for i in range(0, len(tokens), size)]
    return [
        DocSent(part[0].start, part[-1].stop, doc.text[part[0].start : part[-1].stop], tokens=part)
        for part in pieces
    ]


def _token(token: Any, index: dict[str, int]) -> Token:
    features = token.feats or {}
    return Token(
        token.start,
        token.stop,
        token.text,
        lemma(token.text.lower()),
        token.pos,
        features.get("Case"),
        features.get("Number"),
        features.get("Gender"),
        token.rel,
        -1 if token.head_id == token.id else index.get(token.head_id, -1),
    )
