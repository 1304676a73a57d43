"""One actor over all reports, across scripts.

mentions -> names told -> clusters (key, name, person) -> actors
labels and quotes -> the actors they belong to
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping

from rashomon.align.clusters import Cluster, clusters_of
from rashomon.align.person_names import first_sound, name_words
from rashomon.align.speakers import Directory, actor_of_quote, head_labels, is_group, normal
from rashomon.types import (
    Actor,
    ActorLabel,
    Article,
    LabelMention,
    MentionKind,
    Quote,
    Span,
    StoryQuote,
)

#: A source of so many words names its speaker with all of them: title, name, article.
_SHORT_SOURCE = 5
#: A noun that alone says nothing of anybody ("person") makes an actor where a report has it so often.
_OFTEN = 2


def align_actors(articles: tuple[Article, ...]) -> tuple[tuple[Actor, ...], tuple[StoryQuote, ...]]:
    """Actors of a story, named ones before those only described, the most told first, and its quotes with
    their speakers as actors.

    A speaker is an actor where the words name one or a group of people; ``speaker_name`` stays as the
    report tells it.
    """
    clusters = clusters_of(articles)
    directory = _directory(articles, clusters)
    quoted: list[tuple[Quote, int | None]] = []
    speaking: dict[Span, int] = {}
    for article in articles:
        for quote in article.annotations.quotes:
            number = actor_of_quote(quote, article, directory)
            if number is None and quote.speaker and is_group(quote, article):
                number = _new_group(clusters, directory, quote.speaker)
                speaking |= {label.span: number for label in head_labels(quote, article)}
                for label in head_labels(quote, article):
                    if normal(label.span.text) == normal(quote.speaker):
                        # "the witnesses" who speak are those of "a witness" too.
                        directory.names.setdefault(normal(label.term), number)
            if number is not None and (told := _naming(quote, article)):
                clusters[number].spans.append(told)
            quoted.append((quote, number))
    _attach_labels(articles, clusters, directory, speaking)
    ids, actors = _actors(clusters, articles)
    quotes = tuple(StoryQuote(q, None if n is None else ids.get(n), q.speaker) for q, n in quoted)
    return actors, quotes


# ---------------------------------------------------------------- speakers and labels


def _directory(articles: tuple[Article, ...], clusters: list[Cluster]) -> Directory:
    """Where a name, a role or a mention leads: the number of its cluster."""
    names: dict[str, int] = {}
    spans: dict[tuple[str, int], int] = {}
    roles: dict[str, set[int]] = defaultdict(set)
    people: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, cluster in enumerate(clusters):
        for mention, _ in cluster.mentions:
            spans[mention.span.document_id, mention.span.start] = number
            if mention.role is not None:
                roles[normal(mention.role.text)].add(number)
        for name in sorted(cluster.names):
            names.setdefault(normal(name), number)
            for initial in sorted({first_sound(word) for word in name_words(name)}):
                if cluster.kinds["person"]:
                    people[initial].append((number, name))
    own: dict[tuple[str, str], int] = {}
    for article in articles:
        for mention in article.annotations.mentions:
            number = spans[mention.span.document_id, mention.span.start]
            for text in (mention.name, mention.span.text):
                own.setdefault((article.document.id, normal(text)), number)
    tied = {role: next(iter(numbers)) for role, numbers in roles.items() if len(numbers) == 1}
    return Directory(names, own, spans, tied, people)


def _new_group(
    clusters: list[Cluster], directory: Directory, speaker: str, kind: MentionKind = "group"
) -> int:
    """A speaker that is no name ("residents") becomes an actor of its own."""
    clusters.append(Cluster(names=Counter([speaker]), kinds=Counter({kind: 1})))
    directory.names[normal(speaker)] = len(clusters) - 1
    return len(clusters) - 1


def _naming(quote: Quote, article: Article) -> Span | None:
    """The words of a source that name its speaker: all of a short one, with an article or a title, else the
    speaker's own; none of a pronoun, or where it names somebody else as well."""
    told, speaker = quote.source, quote.speaker
    if told is None or speaker is None:
        return None
    named = (m for m in article.annotations.mentions if told.start <= m.span.start < told.end)
    names = {mention.name for mention in named if mention.kind in ("person", "organization")}
    if len(names) > 1 or not set(name_words(told.text)) & set(name_words(speaker)):
        return None
    at, words = told.text.find(speaker), len(told.text.split())
    if words <= _SHORT_SOURCE and len(told.text[: max(at, 0)].split()) < 2:
        return told
    start = told.start + at
    return Span(told.document_id, start, start + len(speaker), speaker) if at >= 0 else None


def _attach_labels(
    articles: tuple[Article, ...],
    clusters: list[Cluster],
    directory: Directory,
    speaking: Mapping[Span, int],
) -> None:
    """Labels go to the actor their document tells, else to the one actor they stand for elsewhere.

    ``speaking``: labels that name the speaker of a quote, and that speaker's number.
    """
    tied: dict[tuple[str, MentionKind], Counter[int]] = defaultdict(Counter)
    open_labels: list[tuple[ActorLabel, LabelMention]] = []
    for article in articles:
        for label in article.annotations.labels:
            number = directory.names.get(normal(label.actor_name)) if label.actor_name else None
            number = speaking.get(label.span) if number is None else number
            told = ActorLabel(label.term, label.span, label.voice)
            if number is None:
                open_labels.append((told, label))
            else:
                clusters[number].labels.append(told)
                tied[label.term.casefold(), label.kind][number] += 1
    again = Counter((x.span.document_id, x.term) for _, x in open_labels if x.generic and x.kind == "person")
    for told, label in open_labels:
        homes = tied.get((told.term.casefold(), label.kind), Counter())
        if len(homes) == 1:
            number = next(iter(homes))
        else:
            known = (directory.names.get(normal(text)) for text in (told.span.text, told.term))
            number = next((n for n in known if n is not None), -1)
            if number < 0 and label.generic and again[label.span.document_id, label.term] < _OFTEN:
                continue
            if number < 0:
                # One who is only described has no name, and is listed with the groups.
                kind: MentionKind = "other" if label.kind == "other" else "group"
                number = _new_group(clusters, directory, told.span.text, kind)
                directory.names.setdefault(normal(told.term), number)
        clusters[number].labels.append(told)
        if not clusters[number].mentions:
            clusters[number].spans.append(told.span)


# ---------------------------------------------------------------- actors


def _actors(
    clusters: list[Cluster], articles: tuple[Article, ...]
) -> tuple[dict[int, str], tuple[Actor, ...]]:
    languages = Counter(article.document.language or "" for article in articles)
    main = min(languages, key=lambda code: (-languages[code], code), default="")
    texts = {article.document.id: article.document.text for article in articles}
    made: list[tuple[bool, int, Actor]] = []
    for number, cluster in enumerate(clusters):
        spans = _spans(cluster, texts)
        if not spans:
            continue
        name = _display_name(cluster, main)
        kinds = _kinds(cluster)
        kind = min(kinds, key=lambda k: (-kinds[k], k == "other", k))
        first = spans[0]
        digest = hashlib.sha256(f"{name}\0{first.document_id}\0{first.start}".encode("utf-8", "replace"))
        labels = tuple(
            sorted(set(cluster.labels), key=lambda x: (x.span.document_id, x.span.start, x.span.end))
        )
        described = not cluster.mentions
        made.append((described, number, Actor("a" + digest.hexdigest()[:12], name, kind, spans, labels)))
    made.sort(key=lambda m: (m[0], -len(m[2].mentions), m[2].name, m[2].id))
    return {number: actor.id for _, number, actor in made}, tuple(actor for _, _, actor in made)


def _kinds(cluster: Cluster) -> Counter[MentionKind]:
    """The kinds of the full names, where there are any: a surname alone often shows none."""
    return Counter(m.kind for m, _ in cluster.mentions if len(m.span.text.split()) > 1) or cluster.kinds


def _spans(cluster: Cluster, texts: Mapping[str, str]) -> tuple[Span, ...]:
    """All spans that name the actor; a title right before a name is told with it as well."""
    spans = set(cluster.spans)
    for mention, _ in cluster.mentions:
        spans.add(mention.span)
        role, span = mention.role, mention.span
        if role is not None and role.end <= span.start <= role.end + 2:
            text = texts[span.document_id][role.start : span.end]
            spans.add(Span(span.document_id, role.start, span.end, text))
    return tuple(sorted(spans, key=lambda s: (s.document_id, s.start, s.end)))


def _display_name(cluster: Cluster, main: str) -> str:
    """The fullest of the frequent names, in the language of most documents where it has one."""
    told = Counter(m.name for m, language in cluster.mentions if language == main) or cluster.names
    most = max(told.values())
    return min(told, key=lambda n: (told[n] * 4 < most, n.isupper(), -min(len(n.split()), 3), -told[n], n))
