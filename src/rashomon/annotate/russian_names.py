"""Names in Russian: natasha's news model and known names by their lemmas, each in its base form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from rashomon.annotate.endings import bases
from rashomon.annotate.name_words import Vocabulary, vocabulary, words_of
from rashomon.annotate.russian import NamedSpan, Token, analyses, lemma, parse
from rashomon.lexicon.cities import City, cities
from rashomon.lexicon.names import Alias, nation, organizations, territories
from rashomon.types import Document, Mention, MentionKind, Sentence, Span

_CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
_GENDERS = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}
_KINDS: Mapping[str, MentionKind] = {"PER": "person", "LOC": "place", "ORG": "organization"}
_QUOTES = '«»"“”„'
#: A role phrase before a name has at most so many words.
_LONGEST_ROLE = 9


def find_russian_names(
    document: Document, sentences: tuple[Sentence, ...], words: Vocabulary
) -> tuple[Mention, ...]:
    """Mentions in the order of the text; ``name`` is in the nominative, short names get the full one."""
    parsed = parse(document.text)
    known = tuple(_known(document, parsed.tokens))
    countries = Counter(m.key.partition(":")[2] for m in known if m.key and m.key.startswith("place:"))
    taken = {i for m in known for i in range(m.span.start, m.span.end)}
    page = _Page(document, parsed.tokens, {t.start: i for i, t in enumerate(parsed.tokens)}, countries, words)
    free = (span for span in parsed.names if taken.isdisjoint(range(span.start, span.end)))
    found = [m for span in free if (m := _named(page, span))]
    return _tie(sorted([*known, *found], key=lambda m: m.span.start))


# ---------------------------------------------------------------- known names


@dataclass(frozen=True, slots=True)
class _Known:
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    alias: Alias


@cache
def _known_names() -> Mapping[str, tuple[_Known, ...]]:
    """Known names by the lemma of their first word, the longest first."""
    found: dict[str, list[_Known]] = {}
    for alias in organizations("ru") + territories("ru"):
        words = words_of(alias.text)
        if words:
            lemmas = tuple(lemma(word.lower()) for word in words)
            found.setdefault(lemmas[0], []).append(_Known(words, lemmas, alias))
    return {first: tuple(sorted(same, key=lambda k: -len(k.words))) for first, same in found.items()}


def _known(document: Document, tokens: tuple[Token, ...]) -> Iterator[Mention]:
    words = [token for token in tokens if any(map(str.isalnum, token.text))]
    i = 0
    while i < len(words):
        match = next(
            (k for k in _known_names().get(words[i].lemma, ()) if _fits(document.text, words, i, k)), None
        )
        if match is None:
            i += 1
            continue
        last = i + len(match.words) - 1
        start, end = words[i].start, words[last].end
        name = match.alias.text if match.alias.text[:1].isupper() else match.alias.name
        yield Mention(
            Span(document.id, start, end, document.text[start:end]),
            match.alias.kind,
            name,
            None,
            match.alias.key,
        )
        i = last + 1


def _fits(text: str, words: list[Token], at: int, known: _Known) -> bool:
    part = words[at : at + len(known.words)]
    if len(part) < len(known.words):
        return False
    for token, word, base in zip(part, known.words, known.lemmas, strict=True):
        # A word in capitals has no cases; its lemma would be some other word's.
        if token.text != word if word.isupper() else token.lemma != base:
            return False
    if known.words[0][0].isupper() and not part[0].text[0].isupper():
        return False
    if len(part) == 1 and not known.words[0].isupper() and part[0].pos != "PROPN" and _opens(text, part[0]):
        # A common word that begins a sentence ("Газ поступает"), with the lemma of a name.
        return False
    gaps = (text[a.end : b.start] for a, b in pairwise(part))
    return all(not gap.strip(" " + _QUOTES) for gap in gaps)


def _opens(text: str, token: Token) -> bool:
    before = text[max(0, token.start - 3) : token.start].rstrip(" " + _QUOTES)
    return not before or before[-1] in ".!?…:\n"


# ---------------------------------------------------------------- names the model finds


@dataclass(frozen=True, slots=True)
class _Page:
    """What naming needs of the document; ``index`` finds a token by its start."""

    document: Document
    tokens: tuple[Token, ...]
    index: Mapping[int, int]
    countries: Counter[str]
    words: Vocabulary


def _named(page: _Page, span: NamedSpan) -> Mention | None:
    document, tokens = page.document, page.tokens
    text = document.text[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip(_QUOTES))
    end = span.end - (len(text) - len(text.rstrip(_QUOTES)))
    text = document.text[start:end]
    first = page.index.get(start)
    if first is None or "\n" in text or text in page.words.acronym_stop or not text[:1].isupper():
        return None
    last = first
    while last < len(tokens) and tokens[last].end <= end:
        last += 1
    kind, key = _KINDS[span.kind], None
    role = _role(document, tokens, first, page.words) if kind == "person" else None
    if role and _begins_in_a_case(tokens[first:last]):
        # A role's country taken for a first name: "министр транспорта Абрарии Анна Берг".
        first += 1
        stop = tokens[first - 1].end
        role = replace(role, end=stop, text=document.text[role.start : stop])
        start, text = tokens[first].start, document.text[tokens[first].start : end]
    name = base_form(tokens[first:last], document.text, person=kind == "person")
    if kind != "person":
        city = _city(name, page.countries)
        kind, key = ("place", city.key) if city else (kind, None)
    return Mention(Span(document.id, start, end, text), kind, name, role, key)


def _begins_in_a_case(part: tuple[Token, ...]) -> bool:
    """Whether a word that is no nominative stands before a first name that is one."""
    if len(part) < 3:
        return False
    tags = ([str(parsed.tag) for parsed in analyses(token.text.lower())] for token in part[:2])
    first, second = ({tag for tag in of if "sing,nomn" in tag} for of in tags)
    return not first and any("Name" in tag for tag in second)


def _city(name: str, countries: Counter[str]) -> City | None:
    """The city of that name in a country the document names, or else the largest."""
    same = cities().get(name, ())
    return max(same, key=lambda c: (countries[c.country] > 0, c.population), default=None)


def base_form(tokens: tuple[Token, ...], text: str, *, person: bool = False) -> str:
    """The words in the nominative, joined as the text joins them.

    After the head noun of other names than persons' ("Союз писателей") cases are the name's own.
    """
    parts: list[str] = []
    headed = False
    for i, token in enumerate(tokens):
        gap = text[tokens[i - 1].end : token.start] if i else ""
        inflects = (person or not headed) and token.case not in (None, "Nom") and not token.text.isupper()
        parts.append(" " if gap else "")
        parts.append(_nominative(token) if inflects and token.text[:1].isalpha() else token.text)
        headed = headed or token.pos in ("NOUN", "PROPN")
    return "".join(parts)


def _nominative(token: Token) -> str:
    """A word in the nominative by pymorphy3, its capitals kept; as it stands where that fails."""
    wanted = {_CASES.get(token.case or "", ""), _GENDERS.get(token.gender or "", "")}
    parses = analyses(token.text.lower())

    def fitness(parsed: object) -> tuple[bool, int]:
        tag = str(parsed.tag)  # type: ignore[attr-defined]
        return any(mark in tag for mark in ("Surn", "Name", "Patr", "Geox")), sum(
            w in tag for w in wanted if w
        )

    best = max(parses, key=fitness, default=None)
    if best is None or (not best.is_known and token.text.endswith("и")):
        # Names from abroad that end so have no cases.
        return token.text
    other = {"masc": "femn", "femn": "masc"}.get(_GENDERS.get(token.gender or "", ""), "\0")
    if token.pos == "PROPN" and other in best.tag and (by_table := bases(token.text, vocabulary("ru").cases)):
        # A surname that is a form of some other word as well ("Сомова").
        return by_table[0]
    number = "plur" if token.number == "Plur" else "sing"
    inflected = best.inflect({"nomn", number}) or best.inflect({"nomn"})
    if inflected is None:
        return token.text
    return "-".join(
        new.capitalize() if old[:1].isupper() else new
        for old, new in zip(token.text.split("-"), inflected.word.split("-"), strict=False)
    )


# ---------------------------------------------------------------- roles


def _role(document: Document, tokens: tuple[Token, ...], first: int, words: Vocabulary) -> Span | None:
    """The role before a name: its noun, what stands between it and the name, its adjectives."""
    noun = None
    for i in range(first - 1, max(-1, first - 1 - _LONGEST_ROLE), -1):
        token = tokens[i]
        if token.lemma in words.roles:
            noun = i
            # "официальный представитель", "глава МИД": another role noun may govern this one.
            continue
        if noun is not None and not _describes(token):
            break
        if noun is None and not _complements(token, words):
            break
    if noun is None:
        return None
    begin = noun
    while begin > 0 and first - begin < _LONGEST_ROLE and _describes(tokens[begin - 1]):
        begin -= 1
    start, end = tokens[begin].start, tokens[first - 1].end
    return Span(document.id, start, end, document.text[start:end])


def _complements(token: Token, words: Vocabulary) -> bool:
    """Whether a word may stand between a role and the name: Белого дома, по делам, РФ."""
    return (
        token.case == "Gen"
        or token.text[0].isupper()
        or token.lemma in words.role_links
        or token.pos == "ADJ"
    )


def _describes(token: Token) -> bool:
    return token.pos == "ADJ" or bool(nation(token.lemma, "ru"))


# ---------------------------------------------------------------- short names and full ones


def _tie(mentions: list[Mention]) -> tuple[Mention, ...]:
    told = Counter(m.name for m in mentions if m.kind == "person" and " " in m.name)
    order = {name: i for i, name in reversed(list(enumerate(told)))}
    full: dict[str, str] = {}
    for name in sorted(told, key=lambda n: (-told[n], order[n])):
        parts = name.split()
        for part in (parts[-1], parts[0]):
            full.setdefault(part, name)
    return tuple(
        replace(m, name=full[m.name], kind="person")
        if m.name in full and m.key is None and m.kind in ("person", "other")
        else m
        for m in mentions
    )
