"""Which actor of the story a quote's speaker is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.align.person_names import first_sound, name_words, same_person, same_surname
from rashomon.types import Article, LabelMention, Mention, Quote, Span

_SHORT = 3


@dataclass(frozen=True, slots=True)
class Directory:
    """Numbers of actors by normal name, in one document (its id) or in all, by place of mention, by role;
    names of persons with theirs by the first sound of each word.

    ``names`` grows while speakers without a name become actors.
    """

    names: dict[str, int]
    own: Mapping[tuple[str, str], int]
    spans: Mapping[tuple[str, int], int]
    roles: Mapping[str, int]
    people: Mapping[str, Sequence[tuple[int, str]]]


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
    number = directory.own.get((article.document.id, speaker), directory.names.get(speaker))
    if number is None:
        number = _in_source(quote, article, directory)
    if number is None:
        number = _heard(quote.speaker, directory)
    return directory.roles.get(speaker) if number is None else number


def _heard(speaker: str, directory: Directory) -> int | None:
    """The person told most whose name sounds like the speaker's."""
    words = name_words(speaker)
    same = same_person if len(words) > 1 else same_surname
    near = directory.people.get(first_sound(words[-1]), ()) if words else ()
    return next((number for number, name in near if same(name, speaker)), None)


def _in_source(quote: Quote, article: Article, directory: Directory) -> int | None:
    """The name that ends both the source and the speaker ("spokeswoman Ana Ruiz")."""
    if quote.source is None or quote.speaker is None:
        return None
    last = name_words(quote.speaker)[-1:]
    for mention in article.annotations.mentions:
        inside = quote.source.start <= mention.span.start and mention.span.end <= quote.source.end
        ends = last and name_words(mention.span.text)[-1:] == last
        ends = ends or (inside and _is_followed_by_its_noun(mention, quote.source, article))
        if inside and ends and _is_titled(quote.source.text, mention):
            return directory.spans.get((mention.span.document_id, mention.span.start))
    return None


def _is_titled(source: str, mention: Mention) -> bool:
    """Whether a source is a name with a noun before it ("news agency Efe"), not "officials in Peru"."""
    before = source.partition(mention.span.text)[0].split()
    # Articles and prepositions are short in all our languages.
    if not before or all(len(word) <= _SHORT for word in before):
        return True
    if mention.kind == "place":
        # "власти Перу", not "pictures from the harbour near Lima".
        return len(before) == 1
    titled = mention.kind == "person" and (before[-1].endswith(".") or before[-1][:1].isupper())
    return titled or len(before[-1]) > _SHORT


def _is_followed_by_its_noun(mention: Mention, source: Span, article: Article) -> bool:
    """ "the [Evening Post] newspaper": a name with what it is behind it, to the end of the source."""
    if mention.kind not in ("organization", "other", "place"):
        return False
    return any(
        label.kind == "organization"
        and label.span.end == source.end
        and label.span.start <= mention.span.end + 1 <= label.span.end
        for label in article.annotations.labels
    )


def head_labels(quote: Quote, article: Article) -> tuple[LabelMention, ...]:
    """The first noun of a quote's source, its head: "workers" of "workers at the company's yard"."""
    first = min(labels_in_source(quote, article), key=lambda label: label.span.start, default=None)
    return () if first is None else (first,)


def labels_in_source(quote: Quote, article: Article) -> tuple[LabelMention, ...]:
    """The nouns in a quote's source that stand for actors."""
    told = quote.source
    if told is None:
        return ()
    labels = (label for label in article.annotations.labels if label.kind != "other")
    return tuple(x for x in labels if x.span.start < told.end and told.start < x.span.end)


def is_group(quote: Quote, article: Article) -> bool:
    """Whether a speaker without a name is people or an institution ("residents"), not words cut wrongly.

    A noun that stands for actors must be among its words, in its source or anywhere in the document.
    """
    if labels_in_source(quote, article):
        return True
    words = normal(quote.speaker or "").split()
    labels = (label for label in article.annotations.labels if label.kind != "other")
    nouns = {normal(text).split()[-1] for x in labels for text in (x.span.text, x.term) if normal(text)}
    return bool(words) and words[-1] in nouns
