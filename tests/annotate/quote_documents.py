"""Documents of a few paragraphs, for the tests of quotes and speakers."""

from __future__ import annotations

from rashomon.types import Block, Document, Mention, MentionKind, Quote, Span


def document(text: str, language: str | None = "en", roles: tuple[str, ...] = ()) -> Document:
    """A document whose blocks are the paragraphs of the text, parted by empty lines."""
    blocks, start = [], 0
    for i, paragraph in enumerate(text.split("\n\n")):
        role = roles[i] if i < len(roles) else "body"
        blocks.append(Block(start, start + len(paragraph), role))  # type: ignore[arg-type]
        start += len(paragraph) + 2
    return Document("d1", "d1.txt", "", language=language, text=text, blocks=tuple(blocks))


def mention(doc: Document, words: str, name: str, kind: MentionKind = "person", role: str = "") -> Mention:
    """A mention of the first place where the words stand, and the role right before it."""
    start = doc.text.index(words)
    place = doc.text.rfind(role, 0, start) if role else -1
    span = Span(doc.id, place, place + len(role), role) if role else None
    return Mention(Span(doc.id, start, start + len(words), words), kind, name, span)


def told(quotes: tuple[Quote, ...]) -> list[tuple[str, str, str | None]]:
    """Kind, content and source of each quote."""
    return [(q.kind, q.content.text, q.source.text if q.source else None) for q in quotes]
