"""Which mentions of a story name one actor: by a known key, by the name as written, by how a name sounds.

mentions -> clusters of one key or name -> known entities, persons, short names
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rashomon.align.person_names import first_sound, name_words, person_keys, same_person, same_surname
from rashomon.lexicon.concepts import concepts_of
from rashomon.types import ActorLabel, Article, Mention, MentionKind, Span


@dataclass(slots=True)
class Cluster:
    """The mentions of one actor, while they are gathered."""

    mentions: list[tuple[Mention, str]] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[MentionKind] = field(default_factory=Counter)
    keys: set[str] = field(default_factory=set)
    spans: list[Span] = field(default_factory=list)
    labels: list[ActorLabel] = field(default_factory=list)

    def take(self, other: Cluster) -> None:
        """Its mentions become this one's."""
        self.mentions += other.mentions
        self.names += other.names
        self.kinds += other.kinds
        self.keys |= other.keys


def clusters_of(articles: tuple[Article, ...]) -> list[Cluster]:
    """Mentions of one key or one name first; then persons by the sound of their names."""
    by_identity: dict[tuple[str, str], Cluster] = {}
    countries = _countries(articles)
    for article in articles:
        language = article.document.language or ""
        for mention in article.annotations.mentions:
            cluster = by_identity.setdefault(_identity(mention, language, countries), Cluster())
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


def _join_open_heads(by_identity: dict[tuple[str, str], Cluster]) -> None:
    """Places whose noun has many meanings join the one place of that name: place Mazarin, piazza Mazarin."""
    cores: dict[str, list[Cluster]] = defaultdict(list)
    for (_, name), cluster in by_identity.items():
        head, colon, core = name.partition(":")
        if colon and head and cluster.kinds["place"]:
            cores[core].append(cluster)
    for identity in [i for i in by_identity if i[1].startswith(":")]:
        homes = cores.get(identity[1][1:], [])
        if len(homes) == 1:
            homes[0].take(by_identity.pop(identity))


def _join_spelled_alike(named: list[Cluster]) -> list[Cluster]:
    """Clusters of one full name: its last word may be a common noun in one language and none in another."""
    rest: list[Cluster] = []
    by_name: dict[tuple[str, ...], Cluster] = {}
    for cluster in named:
        told = sorted({words for n in cluster.names if len(words := tuple(name_words(n))) > 1})
        home = next((by_name[words] for words in told if words in by_name), cluster)
        by_name |= dict.fromkeys(told, home)
        if home is cluster:
            rest.append(cluster)
        else:
            home.take(cluster)
    return rest


def _join_known(keyed: list[Cluster], named: list[Cluster]) -> list[Cluster]:
    """Names without a key that are spelled as a known entity join it; the others come back."""
    known: dict[str, Cluster] = {}
    for cluster in keyed:
        for name in sorted(cluster.names):
            known.setdefault(name.casefold(), cluster)
    rest: list[Cluster] = []
    for cluster in named:
        home = next((known[n.casefold()] for n in sorted(cluster.names) if n.casefold() in known), None)
        if home is not None and not _is_full_person(cluster) and not _is_namesake(cluster, home):
            home.take(cluster)
        else:
            rest.append(cluster)
    return rest


def _is_namesake(cluster: Cluster, known: Cluster) -> bool:
    """Whether a name is told more often of something else than of the city that has it: a storm, a ship."""
    city = any(key.startswith("city:") for key in known.keys)
    return city and not cluster.kinds["place"] and len(cluster.mentions) > len(known.mentions)


def _is_full_person(cluster: Cluster) -> bool:
    return cluster.kinds.most_common(1)[0][0] == "person" and any(
        len(name_words(n)) > 1 for n in cluster.names
    )


def _join_people(people: list[Cluster]) -> list[Cluster]:
    """Clusters whose names may be one person's, the one told most first; only near names are compared."""
    joined: list[Cluster] = []
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


def _join_short(people: list[Cluster], short: list[Cluster]) -> list[Cluster]:
    """Short names join the person of that surname who is told most, else of that first name if one is."""
    rest: list[Cluster] = []
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

    surnames: Mapping[str, list[tuple[str, Cluster]]]
    first_names: Mapping[str, list[Cluster]]
    events: Mapping[str, list[Cluster]]


def _fuller_names(people: list[Cluster], short: list[Cluster]) -> _Fuller:
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


def _of_event(fuller: _Fuller, word: str) -> Cluster | None:
    """Ida for Storm Ida: the event told most whose last word it is."""
    same = fuller.events.get(word, [])
    return max(same, key=lambda c: (sum(c.names.values()), min(c.names)), default=None)


def _of_surname(fuller: _Fuller, name: str) -> Cluster | None:
    near = fuller.surnames.get(first_sound(name_words(name)[-1]), [])
    return next((cluster for full, cluster in near if same_surname(full, name)), None)


def _of_first_name(fuller: _Fuller, first: str) -> Cluster | None:
    same = fuller.first_names.get(first, [])
    return same[0] if len(same) == 1 else None
