"""Which actor of the story a quote's speaker is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.align.person_names import initial_sounds, name_words, same_person, same_surname
from rashomon.types import Article, Quote

_SHORT = 3


@dataclass(frozen=True, slots=True)
class Directory:
    """Numbers of actors by normal name, by place of mention, by role; names of persons with theirs.

    ``names`` grows while speakers without a name become actors.
    """

    names: dict[str, int]
    spans: Mapping[tuple[str, int], int]
    roles: Mapping[str, int]
    people: tuple[tuple[int, str], ...]


def normal(text: str) -> str:
    """A name or a role as it is looked up: lower case, one white space, no possessive ending."""
    text = re.sub(r"\s+", " ", text.replace("’", "'")).strip(" ,.:;«»\"“”„'").casefold()
    return text.removesuffix("'s")


def actor_of_quote(quote: Quote, article: Article, directory: Directory) -> int | None:
    """By the speaker's name, by the name in the source, by the sound of the name, by the role."""
    if quote.speaker is None:
        return None
    speaker = normal(quote.speaker)
    # In its own document first: a surname may be another person's elsewhere.
    for mention in article.annotations.mentions:
        if speaker in (normal(mention.name), normal(mention.span.text)):
            number = directory.spans.get((mention.span.document_id, mention.span.start))
            if number is not None:
                return number
    if speaker in directory.names:
        return directory.names[speaker]
    number = _in_source(quote, article, directory)
    if number is not None:
        return number
    same = same_person if len(name_words(quote.speaker)) > 1 else same_surname
    initial = initial_sounds(quote.speaker)[-1]
    near = ((number, name) for number, name in directory.people if initial in initial_sounds(name))
    heard = (number for number, name in near if same(name, quote.speaker))
    return next(heard, directory.roles.get(speaker))


def _in_source(quote: Quote, article: Article, directory: Directory) -> int | None:
    """The name that ends both the source and the speaker ("spokeswoman Ana Ruiz")."""
    if quote.source is None or quote.speaker is None:
        return None
    last = name_words(quote.speaker)[-1:]
    for mention in article.annotations.mentions:
        inside = quote.source.start <= mention.span.start and mention.span.end <= quote.source.end
        named = mention.kind == "person" or _is_titled(quote.source.text, mention.span.text)
        if inside and named and last and name_words(mention.span.text)[-1:] == last:
            return directory.spans.get((mention.span.document_id, mention.span.start))
    return None


def _is_titled(source: str, name: str) -> bool:
    """Whether a source is a name with a noun before it ("news agency Efe"), not "officials in Peru"."""
    before = source.partition(name)[0].split()
    # Articles and prepositions are short in all our languages.
    return not before or len(before[-1]) > _SHORT or all(len(word) <= _SHORT for word in before)
