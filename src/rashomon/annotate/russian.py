"""Russian morphology, syntax and names by natasha, read once a text.

    text -> sentences of tokens (part of speech, features, lemma, head, relation) and named spans

natasha's models stand in its package (about 36 MB); nothing is downloaded.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal


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


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """The base form of a word by pymorphy3."""
    return str(morphology().parse(word)[0].normal_form)


@lru_cache(maxsize=4)
def parse(text: str) -> Parse:
    """The parse of a whole document; kept for the last few, as several rules ask for the same one."""
    from natasha import Doc

    segmenter, tagger, parser, names = _models()
    doc = Doc(text)
    doc.segment(segmenter)
    if not doc.tokens:
        return Parse((), ())
    doc.tag_morph(tagger)
    doc.parse_syntax(parser)
    doc.tag_ner(names)
    index = {token.id: i for i, token in enumerate(doc.tokens)}
    return Parse(
        tuple(_token(token, index) for token in doc.tokens),
        tuple(NamedSpan(span.start, span.stop, span.type) for span in doc.spans),
    )


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
