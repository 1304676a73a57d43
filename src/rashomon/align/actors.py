"""One actor over all reports, across scripts.

mentions -> names told -> clusters (key, name, person) -> actors
labels and quotes -> the actors they belong to
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rashomon.align.person_names import first_sound, name_words, person_keys, same_person, same_surname
from rashomon.align.speakers import Directory, actor_of_quote, head_labels, is_group, normal
from rashomon.lexicon.concepts import concepts_of
from rashomon.types import (
    Actor,
    ActorLabel,
    Article,
    LabelMention,
    Mention,
    MentionKind,
    Quote,
    Span,
    StoryQuote,
)

#: A source of so many words names its speaker with all of them: title, name, article.
_SHORT_SOURCE = 5
#: A noun that alone says nothing of anybody ("person") makes an actor where a report has it so often.
_OFTEN = 2


@dataclass(slots=True)
class _Cluster:
    """The mentions of one actor, while they are gathered."""

    mentions: list[tuple[Mention, str]] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[MentionKind] = field(default_factory=Counter)
    keys: set[str] = field(default_factory=set)
    spans: list[Span] = field(default_factory=list)
    labels: list[ActorLabel] = field(default_factory=list)

    def take(self, other: _Cluster) -> None:
        self.mentions += other.mentions
        self.names += other.names
        self.kinds += other.kinds
        self.keys |= other.keys


def align_actors(articles: tuple[Article, ...]) -> tuple[tuple[Actor, ...], tuple[StoryQuote, ...]]:
    """Actors of a story, named ones before those only described, the most told first, and its quotes with
    their speakers as actors.

    A speaker is an actor where the words name one or a group of people; ``speaker_name`` stays as the
    report tells it.
    """
    clusters = _clusters(articles)
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


# ---------------------------------------------------------------- clusters


def _clusters(articles: tuple[Article, ...]) -> list[_Cluster]:
    """Mentions of one key or one name first; then persons by the sound of their names."""
    by_identity: dict[tuple[str, str], _Cluster] = {}
    countries = _countries(articles)
    for article in articles:
        language = article.document.language or ""
        for mention in article.annotations.mentions:
            cluster = by_identity.setdefault(_identity(mention, language, countries), _Cluster())
            cluster.mentions.append((mention, language))
            cluster.names[mention.name] += 1
            cluster.kinds[mention.kind] += 1
            if mention.key:
                cluster.keys.add(mention.key)
    _join_open_heads(by_identity)
    keyed = [c for (kind, _), c in by_identity.items() if kind == "key"]
    named = _join_spelled_alike([c for (kind, _), c in by_identity.items() if kind == "name"])
    rest = _join_known(keyed, named)
    people = [c for c in rest if _is_full_person(c)]
    short = [c for c in rest if not _is_full_person(c)]
    people = _join_people(people)
    return keyed + people + _join_short(people, short)


def _countries(articles: tuple[Article, ...]) -> Mapping[str, set[str]]:
    """The countries of each institution the story names ("inst:parliament" -> {"pe"})."""
    found: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        for mention in article.annotations.mentions:
            parts = (mention.key or "").split(":")
            if parts[0] == "inst" and len(parts) == 3:
                found[":".join(parts[:2])].add(parts[2])
    return found


def _identity(mention: Mention, language: str, countries: Mapping[str, set[str]]) -> tuple[str, str]:
    key = mention.key
    if key is None:
        same = " ".join(name_words(mention.name)) or mention.name.casefold()
        return "name", _headed(mention, language) or same
    if key.startswith("inst:") and key.count(":") == 1 and len(countries.get(key, ())) == 1:
        # "the parliament" is that of the one country whose parliament the story names.
        return "key", f"{key}:{next(iter(countries[key]))}"
    return "key", key


def _headed(mention: Mention, language: str) -> str | None:
    """A name with a common noun that languages share: Tiber Bridge, ponte Tevere, мост Тибр."""
    words = mention.name.split()
    if mention.kind not in ("place", "organization") or len(words) < 2:
        return None
    at = 0 if words[0][:1].islower() else -1
    concepts = concepts_of(words[at].casefold(), language)
    core = [word for word in (words[1:] if at == 0 else words[:-1]) if word[:1].isupper()]
    if mention.kind == "organization" and at == 0 and len(core) == len(words) - 1 > 1:
        # "compagnie Anna Lines": the company is called so without the noun too.
        return " ".join(name_words(" ".join(core)))
    named = bool(core) and (bool(concepts) or (mention.kind == "place" and at == 0))
    return f"{'+'.join(concepts)}:{' '.join(name_words(' '.join(core)))}" if named else None


def _join_open_heads(by_identity: dict[tuple[str, str], _Cluster]) -> None:
    """Places whose noun has many meanings join the one place of that name: place Mazarin, piazza Mazarin."""
    cores: dict[str, list[_Cluster]] = defaultdict(list)
    for (_, name), cluster in by_identity.items():
        head, colon, core = name.partition(":")
        if colon and head and cluster.kinds["place"]:
            cores[core].append(cluster)
    for identity in [i for i in by_identity if i[1].startswith(":")]:
        homes = cores.get(identity[1][1:], [])
        if len(homes) == 1:
            homes[0].take(by_identity.pop(identity))


def _join_spelled_alike(named: list[_Cluster]) -> list[_Cluster]:
    """Clusters of one full name: its last word may be a common noun in one language and none in another."""
    rest: list[_Cluster] = []
    by_name: dict[tuple[str, ...], _Cluster] = {}
    for cluster in named:
        told = sorted({words for n in cluster.names if len(words := tuple(name_words(n))) > 1})
        home = next((by_name[words] for words in told if words in by_name), cluster)
        by_name |= dict.fromkeys(told, home)
        if home is cluster:
            rest.append(cluster)
        else:
            home.take(cluster)
    return rest


def _join_known(keyed: list[_Cluster], named: list[_Cluster]) -> list[_Cluster]:
    """Names without a key that are spelled as a known entity join it; the others come back."""
    known: dict[str, _Cluster] = {}
    for cluster in keyed:
        for name in sorted(cluster.names):
            known.setdefault(name.casefold(), cluster)
    rest: list[_Cluster] = []
    for cluster in named:
        home = next((known[n.casefold()] for n in sorted(cluster.names) if n.casefold() in known), None)
        if home is not None and not _is_full_person(cluster) and not _is_namesake(cluster, home):
            home.take(cluster)
        else:
            rest.append(cluster)
    return rest


def _is_namesake(cluster: _Cluster, known: _Cluster) -> bool:
    """Whether a name is told more often of something else than of the city that has it: a storm, a ship."""
    city = any(key.startswith("city:") for key in known.keys)
    return city and not cluster.kinds["place"] and len(cluster.mentions) > len(known.mentions)


def _is_full_person(cluster: _Cluster) -> bool:
    return cluster.kinds.most_common(1)[0][0] == "person" and any(
        len(name_words(n)) > 1 for n in cluster.names
    )


def _join_people(people: list[_Cluster]) -> list[_Cluster]:
    """Clusters whose names may be one person's, the one told most first; only near names are compared."""
    joined: list[_Cluster] = []
    by_key: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for cluster in sorted(people, key=lambda c: (-sum(c.names.values()), min(c.names))):
        keys = sorted({key for name in cluster.names for key in person_keys(name)})
        near = sorted({number for key in keys for number in by_key[key]})
        home = next((n for n in near if _same(joined[n].names, cluster.names)), None)
        if home is None:
            home = len(joined)
            joined.append(cluster)
        else:
            joined[home].take(cluster)
        for key in keys:
            if home not in by_key[key][-1:]:
                by_key[key].append(home)
    return joined


def _same(one: Iterable[str], other: Iterable[str]) -> bool:
    return any(same_person(a, b) for a in one for b in other)


def _join_short(people: list[_Cluster], short: list[_Cluster]) -> list[_Cluster]:
    """Short names join the person of that surname who is told most, else of that first name if one is."""
    rest: list[_Cluster] = []
    fuller = _fuller_names(people, short)
    for cluster in short:
        kind = cluster.kinds.most_common(1)[0][0]
        words = name_words(min(cluster.names))
        home = None
        if kind in ("person", "other") and len(words) == 1:
            home = _of_surname(fuller, min(cluster.names)) or _of_first_name(fuller, words[0])
            home = home or _of_event(fuller, words[0])
        if home is None or home is cluster:
            rest.append(cluster)
        else:
            home.take(cluster)
    return rest


@dataclass(frozen=True, slots=True)
class _Fuller:
    """Clusters with full names: persons by the first sound of their surnames and by first names,
    events by their last word."""

    surnames: Mapping[str, list[tuple[str, _Cluster]]]
    first_names: Mapping[str, list[_Cluster]]
    events: Mapping[str, list[_Cluster]]


def _fuller_names(people: list[_Cluster], short: list[_Cluster]) -> _Fuller:
    fuller = _Fuller(defaultdict(list), defaultdict(list), defaultdict(list))
    for cluster in people:
        for full in sorted(cluster.names):
            fuller.surnames[first_sound(name_words(full)[-1])].append((full, cluster))
        for first in sorted({name_words(full)[0] for full in cluster.names}):
            fuller.first_names[first].append(cluster)
    for cluster in short:
        if cluster.kinds["other"]:
            for last in sorted({word for name in cluster.names for word in name_words(name)[1:][-1:]}):
                fuller.events[last].append(cluster)
    return fuller


def _of_event(fuller: _Fuller, word: str) -> _Cluster | None:
    """Ida for Storm Ida: the event told most whose last word it is."""
    same = fuller.events.get(word, [])
    return max(same, key=lambda c: (sum(c.names.values()), min(c.names)), default=None)


def _of_surname(fuller: _Fuller, name: str) -> _Cluster | None:
    near = fuller.surnames.get(first_sound(name_words(name)[-1]), [])
    return next((cluster for full, cluster in near if same_surname(full, name)), None)


def _of_first_name(fuller: _Fuller, first: str) -> _Cluster | None:
    same = fuller.first_names.get(first, [])
    return same[0] if len(same) == 1 else None


# ---------------------------------------------------------------- speakers and labels


def _directory(articles: tuple[Article, ...], clusters: list[_Cluster]) -> Directory:
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
    clusters: list[_Cluster], directory: Directory, speaker: str, kind: MentionKind = "group"
) -> int:
    """A speaker that is no name ("residents") becomes an actor of its own."""
    clusters.append(_Cluster(names=Counter([speaker]), kinds=Counter({kind: 1})))
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
    clusters: list[_Cluster],
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
    clusters: list[_Cluster], articles: tuple[Article, ...]
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


def _kinds(cluster: _Cluster) -> Counter[MentionKind]:
    """The kinds of the full names, where there are any: a surname alone often shows none."""
    return Counter(m.kind for m, _ in cluster.mentions if len(m.span.text.split()) > 1) or cluster.kinds


def _spans(cluster: _Cluster, texts: Mapping[str, str]) -> tuple[Span, ...]:
    """All spans that name the actor; a title right before a name is told with it as well."""
    spans = set(cluster.spans)
    for mention, _ in cluster.mentions:
        spans.add(mention.span)
        role, span = mention.role, mention.span
        if role is not None and role.end <= span.start <= role.end + 2:
            text = texts[span.document_id][role.start : span.end]
            spans.add(Span(span.document_id, role.start, span.end, text))
    return tuple(sorted(spans, key=lambda s: (s.document_id, s.start, s.end)))


def _display_name(cluster: _Cluster, main: str) -> str:
    """The fullest of the frequent names, in the language of most documents where it has one."""
    told = Counter(m.name for m, language in cluster.mentions if language == main) or cluster.names
    most = max(told.values())
    return min(told, key=lambda n: (told[n] * 4 < most, n.isupper(), -min(len(n.split()), 3), -told[n], n))
