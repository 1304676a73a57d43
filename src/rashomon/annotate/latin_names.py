"""Names in languages whose names keep their form: what each run of capitals is.

sentences -> runs -> the first rule that has an opinion -> short names tied to full ones
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from rashomon.annotate.declension import in_base_form
from rashomon.annotate.name_words import Vocabulary
from rashomon.annotate.places import find_place, is_located, place_context
from rashomon.annotate.roles import noun_before, role_after, role_before
from rashomon.annotate.runs import Run, find_runs, goes_on, is_title, known_at
from rashomon.annotate.short_names import Candidate, tie_short_names
from rashomon.annotate.tokens import Token, sentence_tokens
from rashomon.lexicon.cities import cities
from rashomon.lexicon.names import nation
from rashomon.types import Document, Mention, MentionKind, Sentence, Span

#: From this share of capitals among the longer words a sentence is in title case.
_TITLE_CASE = 0.7
_LONGEST_PERSON = 6
_LONGEST_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class _Page:
    """What the rules need of the whole document: words in lower case, words with a capital inside a
    sentence, and how often each country is named."""

    document: Document
    language: str
    words: Vocabulary
    lower: Counter[str]
    inside: Counter[str]
    countries: Counter[str]


#: What a rule says of a run: its names, () for no name at all, None for no opinion.
_Opinion = tuple[Candidate, ...] | None


def find_latin_names(
    document: Document, sentences: tuple[Sentence, ...], words: Vocabulary
) -> tuple[Mention, ...]:
    """Mentions in the order of the text, each run judged by itself and then by its fellows."""
    tokens = sentence_tokens(document, sentences)
    language = document.language or "en"
    page = _Page(
        document,
        language,
        words,
        Counter(t.text for sentence in tokens for t in sentence if not t.capital),
        Counter(t.text for sentence in tokens for t in sentence if t.capital and not t.opening),
        place_context(tokens, words, language),
    )
    found = [
        candidate
        for part, sentence in zip(tokens, sentences, strict=True)
        for run in find_runs(part, words, title_case=_is_title_case(part, sentence.span.text))
        for candidate in _judge(run, page)
    ]
    return tie_short_names(document.text, in_base_form(_outside_roles(found), words), words)


def _outside_roles(found: list[Candidate]) -> list[Candidate]:
    """The names without single unproven words inside a role: Health in "minister of Health Ana Ruiz"."""
    roles = sorted((c.mention.role.start, c.mention.role.end) for c in found if c.mention.role)
    kept: list[Candidate] = []
    for c in found:
        at = bisect_right(roles, (c.mention.span.start, len(roles) and roles[-1][1])) - 1
        inside = at >= 0 and c.mention.span.end <= roles[at][1]
        if not (inside and not c.sure and len(c.tokens) == 1 and c.mention.kind == "other"):
            kept.append(c)
    return kept


def _is_title_case(tokens: tuple[Token, ...], text: str) -> bool:
    if text.endswith((".", '."', ".”")):
        return False
    longer = [token for token in tokens if len(token.text) > 3]
    return len(tokens) > 4 and sum(t.capital for t in longer) > _TITLE_CASE * len(longer)


def _judge(run: Run, page: _Page) -> tuple[Candidate, ...]:
    run = run if run.alias else _trim(run, page)
    if run.first >= run.last:
        return ()
    opinions = (rule(run, page) for rule in _RULES)
    return next((opinion for opinion in opinions if opinion is not None), ())


# ---------------------------------------------------------------- before the rules


def _trim(run: Run, page: _Page) -> Run:
    """The run without a first word that only begins the sentence, and without adjectives of nations."""
    first = run.first
    while first < run.last:
        rest = replace(run, first=first)
        token = run.tokens[first]
        if known_at(run.tokens, first, page.words) or rest.name in cities():
            break
        common = token.opening and page.lower[token.lower] and token.text not in page.words.given_names
        if not (common or _is_modifier(rest, page)):
            break
        first += 1
    return replace(run, first=first, titled=run.titled and first == run.first)


def _is_modifier(run: Run, page: _Page) -> bool:
    """Whether the first word is an adjective before a name; in an organization's own name it stays."""
    token, rest = run.part[0], run.part[1:]
    if not rest or token.text in page.words.given_names:
        return False
    lowered = tuple(t.lower for t in rest)
    if lowered not in page.words.institutions and any(w in page.words.organization_heads for w in lowered):
        return False
    # In the middle of a sentence the capital of "New" belongs to the name.
    opens = token.opening and token.lower in page.words.role_modifiers
    return opens or bool(nation(token.text, page.language))


# ---------------------------------------------------------------- the rules, in their order


def _known(run: Run, page: _Page) -> _Opinion:
    """A name of the lexicon, unless it is a common word at the beginning of a sentence (Labour)."""
    if run.alias is None:
        return None
    token = run.part[0]
    opens = len(run.part) == 1 and token.opening and not token.text.isupper()
    if opens and page.lower[token.lower] and not page.inside[token.text]:
        return ()
    return (_candidate(run, page, run.alias.kind, run.alias.key),)


def _common_noun_in_front(run: Run, page: _Page) -> _Opinion:
    """A name with its noun: place Bellecour, tribunal de Lima, hôpital militaire de Tunis."""
    words, tokens = page.words, run.tokens
    if not words.adjectives_follow or run.titled:
        return None
    if words.cases and run.part[0].text in words.given_names:
        # "mluvčí policie Eva Malá": what a person leads stands in another case, with no link between.
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
    return (_candidate(replace(run, first=i), page, kind),)


def _is_head(token: Token, words: Vocabulary) -> bool:
    return not token.capital and (token.lower in words.place_heads or token.lower in words.organization_heads)


def _nation(run: Run, page: _Page) -> _Opinion:
    """An adjective alone, "South Korean", is no name."""
    return () if nation(run.name, page.language) else None


def _companion(run: Run, page: _Page) -> _Opinion:
    """People named after their head: "the Novak administration", "Novak's team"."""
    last, tokens = run.last, run.tokens
    if last >= len(tokens) or len(run.part) > 3 or tokens[last].lower not in page.words.companions:
        return None
    if tokens[last].capital or not (tokens[last].glued or tokens[last - 1].possessive):
        return None
    return (_candidate(replace(run, last=last + 1), page, "organization"),)


def _organization(run: Run, page: _Page) -> _Opinion:
    heads = page.words.organization_heads
    if len(run.part) < 2 or run.title_case or not run.has(heads):
        return None
    if run.part[0].text in page.words.given_names and not replace(run, first=run.first + 1).has(heads):
        # A given name may be a common noun as well: Marine, Pilar.
        return None
    return (_candidate(run, page, "organization"),)


def _event(run: Run, page: _Page) -> _Opinion:
    """Hurricane Ida, Gulf War."""
    heads = page.words.event_heads
    if len(run.part) < 2 or not (run.part[0].lower in heads or run.part[-1].lower in heads):
        return None
    return () if run.title_case else (_candidate(run, page, "other"),)


def _strict_place(run: Run, page: _Page) -> _Opinion:
    """Where capitals say nothing a known place goes before a person."""
    return _place(run, page) if run.title_case or page.words.nouns_capitalised else None


def _person(run: Run, page: _Page) -> _Opinion:
    """A title, a given name or an apposition proves a person."""
    words, part = page.words, run.part
    if len(part) > _LONGEST_PERSON or any(char.isdigit() for char in run.name):
        return None
    if _is_thing(run, page):
        return (_candidate(run, page, "other"),)
    titled = run.titled or (run.before is not None and is_title(run.before, words))
    shouts = any(token.text.isupper() and len(token.text) > 3 for token in part)
    given = len(part) > 1 and part[0].text in words.given_names and part[-1].lower not in words.place_heads
    apposed = not part[0].text.isupper() and not is_located(run, words) and not run.title_case
    if given and words.nouns_capitalised:
        run = _without_genitive(run, words)
    if titled and words.nouns_capitalised and len(part) == 1 and _is_dative(run, words):
        return (_candidate(run, page, "person", sure=False),)
    if (titled and not shouts) or given or (apposed and role_after(page.document, run, words)):
        return (_candidate(run, page, "person"),)
    return None


def _is_thing(run: Run, page: _Page) -> bool:
    """Whether a noun of a thing stands before the name, quoted or not: the ferry "Anna Lang"."""
    if not run.first:
        return False
    noun, name = run.tokens[run.first - 1], run.part[0]
    gap = page.document.text[noun.end : name.start]
    return noun.lower in page.words.thing_heads and not gap.strip(" \"“„«'‘\u00a0")


def _is_dative(run: Run, words: Vocabulary) -> bool:
    """Whether the title has an article, so that any noun may follow: "der Ministerin Untreue"."""
    title = run.first - 1
    if title < 1 or not is_title(run.tokens[title], words):
        return False
    token = run.tokens[title]
    return (
        token.glued and token.text not in words.honorifics and run.tokens[title - 1].lower in words.articles
    )


def _without_genitive(run: Run, words: Vocabulary) -> Run:
    """The owner alone: "Otto Brandts Mannschaft" names Otto Brandt."""
    owners = (i for i in range(run.first + 1, run.last - 1) if run.tokens[i].text.endswith(words.genitive))
    return replace(run, last=next(owners, run.last - 1) + 1)


def _place(run: Run, page: _Page) -> _Opinion:
    key = find_place(run, page.countries, page.words)
    return (_candidate(run, page, "place", key),) if key else None


def _unproven(run: Run, page: _Page) -> _Opinion:
    """Where capitals say nothing the other mentions must prove the name."""
    if page.words.nouns_capitalised:
        return (_candidate(run, page, "other", sure=False),)
    if not run.title_case:
        return None
    # A run in title case may be "Prague Elects Novak": each word for itself.
    single = (replace(run, first=i, last=i + 1) for i in range(run.first, run.last))
    return tuple(_candidate(one, page, "other", sure=False) for one in single)


def _single(run: Run, page: _Page) -> _Opinion:
    """One word nothing proves: an acronym, or a capital inside a sentence that is no common word."""
    if len(run.part) > 1:
        return None
    token, words = run.part[0], page.words
    if token.text.isupper() and len(token.text) > 1:
        plain = token.text.isalpha() or "." in token.text
        if not plain or token.text in words.acronym_stop or len(token.text) > _LONGEST_ACRONYM:
            return ()
        return (_candidate(run, page, "organization", sure=False),)
    common = page.lower[token.lower] or token.lower in words.common
    opens = token.opening and not page.inside[token.text] and token.text not in words.given_names
    if len(token.text) < 2 or common or opens:
        return ()
    return (_candidate(run, page, "other", sure=False),)


def _several(run: Run, page: _Page) -> _Opinion:
    """Several words nothing proves: a place after "in", a person unless an article stands before."""
    words, part, before = page.words, run.part, run.before
    # In Romance languages "a" and "de" stand before persons as well.
    strong = words.place_prepositions - words.role_links if not words.adjectives_follow else frozenset()
    located = before is not None and len(part) == 2 and before.lower in strong
    if located or part[-1].lower in words.place_heads or part[0].lower in words.place_heads:
        return (_candidate(run, page, "place", sure=False),)
    known = known_at(run.tokens, run.first, words)
    if known and goes_on(run, known, words):
        return (_candidate(run, page, "organization"),)
    acronym = any(t.text.isupper() and len(t.text) > 2 and "." not in t.text for t in part)
    definite = before is not None and before.lower in words.articles
    # "Silent Invasion", "Health Emergency": words the document has without a capital too are no surname.
    common = any(page.lower[t.lower] or t.lower in words.common for t in part)
    kind: MentionKind = "other" if acronym or definite or common or len(part) > 4 else "person"
    return (_candidate(run, page, kind, sure=False),)


_RULES: tuple[Callable[[Run, _Page], _Opinion], ...] = (
    _known,
    _common_noun_in_front,
    _nation,
    _companion,
    _organization,
    _event,
    _strict_place,
    _person,
    _unproven,
    _place,
    _single,
    _several,
)


# ---------------------------------------------------------------- mentions


def _candidate(
    run: Run, page: _Page, kind: MentionKind, key: str | None = None, *, sure: bool = True
) -> Candidate:
    document, part = page.document, run.part
    start, end = part[0].start, part[-1].end
    if document.text[end : end + 1] == "." and f"{part[-1].lower}." in page.words.name_endings:
        end += 1
    span = Span(document.id, start, end, document.text[start:end])
    role = role_before(document, run, page.words) if kind in ("person", "other") else None
    if role is None and kind == "person":
        role = role_after(document, run, page.words)
    if kind == "organization" and run.alias:
        role = noun_before(document, run, page.words)
    unlocated = bool(key and key.startswith("city:")) and not is_located(run, page.words)
    mention = Mention(span, kind, " ".join(span.text.split()), role, key)
    return Candidate(mention, part, run.alias, sure, run.title_case and not sure, unlocated)
