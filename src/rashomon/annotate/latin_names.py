"""Names in languages whose names keep their form: what each run of capitals is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.annotate.name_words import Vocabulary
from rashomon.annotate.places import PlaceContext, find_place, is_located, place_context
from rashomon.annotate.roles import role_after, role_before
from rashomon.annotate.runs import Run, find_runs, is_title, known_at
from rashomon.annotate.tokens import Token, tokens_of
from rashomon.lexicon.cities import cities
from rashomon.lexicon.names import nation
from rashomon.types import Document, Mention, MentionKind, Sentence, Span

#: From this share of capitals among the longer words a sentence is in title case.
_TITLE_CASE = 0.7


@dataclass(frozen=True, slots=True)
class _Page:
    """What the rules need of the whole document."""

    document: Document
    words: Vocabulary
    lower: Counter[str]
    inside: Counter[str]
    places: PlaceContext


@dataclass(frozen=True, slots=True)
class _Found:
    mention: Mention
    tokens: tuple[Token, ...]
    sure: bool
    #: It stands in title case, where every word has a capital.
    titled: bool
    #: A city without a word of place before it: it may as well be a surname.
    unlocated: bool = False


def find_latin_names(
    document: Document, sentences: tuple[Sentence, ...], words: Vocabulary
) -> tuple[Mention, ...]:
    """Mentions in the order of the text, each run judged by itself and then by its fellows."""
    tokens = [tokens_of(document.text, s.span.start, s.span.end, words) for s in sentences]
    page = _Page(
        document,
        words,
        Counter(t.text for sentence in tokens for t in sentence if not t.capital),
        Counter(t.text for sentence in tokens for t in sentence if t.capital and not t.opening),
        place_context(tokens, words, document.language or "en"),
    )
    found = [
        judged
        for sentence, span in zip(tokens, (s.span for s in sentences), strict=True)
        for run in find_runs(sentence, words)
        for judged in _judge(sentence, run, page, _is_title_case(sentence, span.text))
    ]
    return _tie(found, page)


def _is_title_case(tokens: tuple[Token, ...], text: str) -> bool:
    if text.endswith((".", '."', ".”")):
        return False
    longer = [token for token in tokens if len(token.text) > 3]
    return len(tokens) > 4 and sum(t.capital for t in longer) > _TITLE_CASE * len(longer)


def _judge(tokens: tuple[Token, ...], run: Run, page: _Page, title_case: bool) -> list[_Found]:
    words = page.words
    if run.alias:
        if _is_pronoun_like(tokens[run.first], run, page):
            return []
        return [_found(tokens, run, page, run.alias.kind, run.alias.key, sure=True)]
    run = _trim(tokens, run, page)
    if run.first >= run.last:
        return []
    headed = _with_head(tokens, run, page)
    if headed:
        return [headed]
    part = tokens[run.first : run.last]
    if nation(" ".join(t.text for t in part), page.document.language or "en"):
        return []
    companion = _with_companion(tokens, run, page)
    if companion:
        return [companion]
    if len(part) > 1 and any(t.lower in words.organization_heads for t in part) and not title_case:
        return [_found(tokens, run, page, "organization", None, sure=True)]
    if len(part) > 1 and (part[0].lower in words.event_heads or part[-1].lower in words.event_heads):
        return [] if title_case else [_found(tokens, run, page, "other", None, sure=True)]
    if title_case or words.nouns_capitalised:
        return _judge_strictly(tokens, run, page)
    if _is_person(tokens, run, page):
        return [_found(tokens, run, page, "person", None, sure=True)]
    place = find_place(tokens, run.first, run.last, page.places, words)
    if place:
        return [_found(tokens, run, page, "place", place, sure=True)]
    kind = _open_kind(tokens, run, page)
    return [_found(tokens, run, page, kind, None, sure=False)] if kind else []


def _with_head(tokens: tuple[Token, ...], run: Run, page: _Page) -> _Found | None:
    """A name with its common noun in front: place Bellecour, tribunal de Lima, hôpital militaire de Tunis."""
    words = page.words
    if not words.adjectives_follow or run.role is not None:
        return None
    i = run.first - 1
    while i > 0 and run.first - i <= 2 and tokens[i + 1].glued and tokens[i].lower in words.role_links:
        i -= 1
    if i > 0 and not _is_head(tokens[i], words) and _is_head(tokens[i - 1], words):
        # One adjective may follow the noun.
        i -= tokens[i].glued and tokens[i].lower not in words.function_words
    if i < 0 or not _is_head(tokens[i], words) or not all(t.glued for t in tokens[i + 1 : run.last]):
        return None
    kind: MentionKind = "place" if tokens[i].lower in words.place_heads else "organization"
    return _found(tokens, Run(i, run.last), page, kind, None, sure=True)


def _with_companion(tokens: tuple[Token, ...], run: Run, page: _Page) -> _Found | None:
    """People named after their head: "the Novak administration", "Novak's team"."""
    last = run.last
    if last >= len(tokens) or last - run.first > 3 or tokens[last].lower not in page.words.companions:
        return None
    if not (tokens[last].glued or tokens[last - 1].possessive) or tokens[last].capital:
        return None
    return _found(tokens, Run(run.first, last + 1), page, "organization", None, sure=True)


def _is_head(token: Token, words: Vocabulary) -> bool:
    return not token.capital and (token.lower in words.place_heads or token.lower in words.organization_heads)


def _judge_strictly(tokens: tuple[Token, ...], run: Run, page: _Page) -> list[_Found]:
    """Where capitals say nothing: only what given names, titles and known places prove."""
    place = find_place(tokens, run.first, run.last, page.places, page.words)
    if place:
        return [_found(tokens, run, page, "place", place, sure=True)]
    if _is_person(tokens, run, page):
        return [_found(tokens, run, page, "person", None, sure=True)]
    if page.words.nouns_capitalised:
        return [_found(tokens, run, page, "other", None, sure=False)]
    # In title case a run may be "Prague Elects Novak": each word for itself.
    single = (Run(i, i + 1) for i in range(run.first, run.last))
    return [_found(tokens, one, page, "other", None, sure=False, titled=True) for one in single]


def _is_pronoun_like(token: Token, run: Run, page: _Page) -> bool:
    """A known name that is a common word at the beginning of a sentence (May, Labour, Is)."""
    if run.last - run.first > 1 or not token.opening or token.text.isupper():
        return False
    return page.lower[token.lower] > 0 and page.inside[token.text] == 0


def _trim(tokens: tuple[Token, ...], run: Run, page: _Page) -> Run:
    """The run without a first word that only begins the sentence, and without adjectives of nations."""
    words, first = page.words, run.first
    while first < run.last:
        token = tokens[first]
        common = token.opening and page.lower[token.lower] and token.text not in words.given_names
        name = " ".join(t.text for t in tokens[first : run.last])
        if known_at(tokens, first, words) or name in cities():
            break
        if not (common or _is_modifier(tokens, first, run, page)):
            break
        first += 1
    return replace(run, first=first, role=run.role if first == run.first else None)


def _is_modifier(tokens: tuple[Token, ...], first: int, run: Run, page: _Page) -> bool:
    """An adjective of a nation before a name; in an organization's own name it stays."""
    token, rest = tokens[first], tuple(t.lower for t in tokens[first + 1 : run.last])
    headed = any(word in page.words.organization_heads for word in rest)
    if headed and rest not in page.words.institutions:
        return False
    if first + 1 >= run.last or token.text in page.words.given_names:
        return False
    if nation(token.text, page.document.language or "en"):
        return True
    # In the middle of a sentence the capital of "New" belongs to the name.
    return token.opening and token.lower in page.words.role_modifiers


def _is_person(tokens: tuple[Token, ...], run: Run, page: _Page) -> bool:
    words, part = page.words, tokens[run.first : run.last]
    if any(char.isdigit() for token in part for char in token.text) or len(part) > 6:
        return False
    titled = run.role is not None or (
        run.first > 0 and tokens[run.first].glued and is_title(tokens[run.first - 1], words)
    )
    if titled and not any(token.text.isupper() and len(token.text) > 3 for token in part):
        return True
    if part[0].text in words.given_names and len(part) > 1 and part[-1].lower not in words.place_heads:
        return True
    if part[0].text.isupper() or is_located(tokens, run.first, words):
        return False
    return role_after(page.document.text, tokens, run.last, words) is not None


def _open_kind(tokens: tuple[Token, ...], run: Run, page: _Page) -> MentionKind | None:
    """The kind of a name nothing proves; None where it may be a common word."""
    words, part = page.words, tokens[run.first : run.last]
    before = tokens[run.first - 1] if run.first and tokens[run.first].glued else None
    if part[-1].lower in words.place_heads or part[0].lower in words.place_heads:
        return "place" if len(part) > 1 else None
    if len(part) == 1:
        return _single_kind(part[0], page)
    if part[0].opening and page.inside[part[0].text] == 0 and len(part) == 2 and part[1].text.islower():
        return None
    if (
        before
        and before.lower in words.place_prepositions
        and len(part) == 2
        and before.lower not in words.role_links
    ):
        return "place"
    shaped = not any(t.text.isupper() and len(t.text) > 2 and "." not in t.text for t in part)
    definite = before is not None and before.lower in words.articles
    return "person" if shaped and len(part) <= 4 and not definite else "other"


def _single_kind(token: Token, page: _Page) -> MentionKind | None:
    if token.text.isupper() and len(token.text) > 1:
        known = token.text in page.words.acronym_stop or not token.text.isalpha() and "." not in token.text
        return None if known or len(token.text) > 6 else "organization"
    words = page.words
    if len(token.text) < 2 or page.lower[token.lower] or token.lower in words.common:
        return None
    if token.opening and page.inside[token.text] == 0:
        return None
    if nation(token.text, page.document.language or "en"):
        return None
    return "other"


def _found(
    tokens: tuple[Token, ...],
    run: Run,
    page: _Page,
    kind: MentionKind,
    key: str | None,
    *,
    sure: bool,
    titled: bool = False,
) -> _Found:
    document, part = page.document, tokens[run.first : run.last]
    end = part[-1].end
    if document.text[end : end + 1] == "." and _needs_stop(
        document.text[part[0].start : end + 1], page.words
    ):
        end += 1
    span = Span(document.id, part[0].start, end, document.text[part[0].start : end])
    role = role_before(document, tokens, run.first, page.words) if kind in ("person", "other") else None
    if role is None and kind == "person":
        role = role_after(document.text, tokens, run.last, page.words, document.id)
    name = " ".join(re.sub(r"\s+", " ", span.text).split())
    city = bool(key and key.startswith("city:")) and not is_located(tokens, run.first, page.words)
    return _Found(Mention(span, kind, name, role, key), part, sure, titled, city)


def _needs_stop(text: str, words: Vocabulary) -> bool:
    return text.endswith((" Inc.", " Corp.", " Ltd.", " Co.", " Jr.", " Sr."))


# ---------------------------------------------------------------- short names and full ones


def _tie(found: list[_Found], page: _Page) -> tuple[Mention, ...]:
    """Short names get the full one's name and kind; what stays unproven goes where capitals prove nothing."""
    people = _people(found)
    acronyms = _acronyms(found, page)
    known = {f.mention.name: f.mention for f in found if not f.titled and f.mention.name}
    sure = {f.mention.name for f in found if f.sure}
    events = _events(found, page.words)
    shared = _shared_surnames(found, page)
    tied: list[Mention] = []
    for f in found:
        mention = f.mention
        alias = page.words.aliases.get(tuple(t.text for t in f.tokens))
        if alias and alias.contextual and not _told_otherwise(alias.key, mention.name, found):
            continue
        if mention.span.start in shared:
            mention = replace(mention, kind="person", name=shared[mention.span.start])
        elif mention.name in acronyms and not mention.key:
            mention = replace(acronyms[mention.name], span=mention.span, role=None)
        elif mention.name in people and (mention.kind in ("person", "other") or f.unlocated):
            mention = replace(mention, kind="person", name=people[mention.name], key=None)
        elif mention.name in events and (not mention.key or f.unlocated):
            mention = replace(mention, kind="other", name=events[mention.name], key=None)
        elif f.titled:
            if mention.name not in known:
                continue
            mention = replace(known[mention.name], span=mention.span, role=None)
        elif page.words.nouns_capitalised and not (f.sure or mention.name in sure):
            continue
        tied.append(mention)
    return tuple(tied)


def _shared_surnames(found: list[_Found], page: _Page) -> dict[int, str]:
    """Two people, one surname: in "Otto and Eva Lang" the first is Otto Lang. By place of the mention."""
    shared: dict[int, str] = {}
    for f, after in pairwise(found):
        between = page.document.text[f.mention.span.end : after.mention.span.start].strip()
        both = f.mention.key is None and len(f.tokens) == 1 and after.mention.kind == "person"
        if both and between in page.words.coordinators and len(after.tokens) > 1:
            shared[f.mention.span.start] = f"{f.mention.name} {after.tokens[-1].text}"
    return shared


def _told_otherwise(key: str, name: str, found: list[_Found]) -> bool:
    return any(f.mention.key == key and f.mention.name != name for f in found)


def _events(found: list[_Found], words: Vocabulary) -> dict[str, str]:
    """What is left of an event's name without its head: Hurricane Ida, then Ida."""
    events: dict[str, str] = {}
    for f in found:
        if f.mention.kind == "other" and len(f.tokens) > 1 and f.tokens[0].lower in words.event_heads:
            rest = [t.text for t in f.tokens if t.lower not in words.event_heads]
            events.setdefault(" ".join(rest), f.mention.name)
    return events


def _people(found: list[_Found]) -> dict[str, str]:
    """Each part of a full name and the full name; a part of two people is the one's told more often."""
    told = Counter(f.mention.name for f in found if f.mention.kind == "person")
    full = Counter({n: told[n] for n in told if not any(m.endswith(" " + n) for m in told)})
    order = {name: i for i, name in reversed(list(enumerate(full)))}
    people: dict[str, str] = {}
    for name in sorted(full, key=lambda n: (-full[n], order[n])):
        parts = name.split()
        # "al-Hariri" is told as "Hariri" too.
        bare = parts[-1].partition("-")[2] if parts[-1][:1].islower() else ""
        for part in (parts[-1], bare, " ".join(parts[1:]), " ".join(parts[-2:]), parts[0]):
            if len(part) > 1 and (part[0].isupper() or "-" in part):
                people.setdefault(part, name)
    return people


def _acronyms(found: list[_Found], page: _Page) -> dict[str, Mention]:
    """Names with their letters told in brackets: Northern Fishery Board (NFB)."""
    told: dict[str, Mention] = {}
    for f, after in pairwise(found):
        between = page.document.text[f.mention.span.end : after.mention.span.start]
        letters = after.mention.name
        if between.strip() != "(" or not letters.isupper() or len(f.tokens) < 2:
            continue
        initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", f.mention.name)).upper()
        if all(letter in initials for letter in letters) and letters[0] == initials[0]:
            told[letters] = f.mention
    return told
