"""Runs of capitalised words, which may be names.

tokens -> known names -> runs of capitals -> roles cut off in front
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, product

from rashomon.annotate.endings import bases
from rashomon.annotate.name_words import Vocabulary
from rashomon.annotate.tokens import Token
from rashomon.lexicon.cities import cities
from rashomon.lexicon.names import Alias

_LONGEST_RUN = 10
#: Longest known name that is looked for in other cases, in words.
_LONGEST_DECLINED = 3


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens ``first``..``last`` (without) of a sentence; ``titled``: a title stands before them.

    ``title_case``: every longer word of the sentence has a capital, so capitals say nothing.
    """

    tokens: tuple[Token, ...]
    first: int
    last: int
    alias: Alias | None = None
    titled: bool = False
    title_case: bool = False

    @property
    def part(self) -> tuple[Token, ...]:
        """The tokens of the run."""
        return self.tokens[self.first : self.last]

    @property
    def name(self) -> str:
        """The words of the run, parted by one space."""
        return " ".join(token.text for token in self.part)

    @property
    def before(self) -> Token | None:
        """The word right before the run, if only white space parts them."""
        return self.tokens[self.first - 1] if self.first and self.tokens[self.first].glued else None

    def has(self, listed: frozenset[str]) -> bool:
        """Whether one of the words is in a list of lower case words."""
        return any(token.lower in listed for token in self.part)


def find_runs(tokens: tuple[Token, ...], words: Vocabulary, *, title_case: bool = False) -> Iterator[Run]:
    """Candidates in the order of the text; a known name goes before an unknown run."""
    i = 0
    while i < len(tokens):
        known = known_at(tokens, i, words)
        run = Run(tokens, i, _run_end(tokens, i, words), title_case=title_case)
        if known and not (run.last > known.last and _holds_more(run, words, known)):
            yield replace(known, title_case=title_case)
            i = known.last
        elif run.last > i:
            yield from _cut(run, words)
            i = run.last
        else:
            i += 1


def _holds_more(run: Run, words: Vocabulary, known: Run) -> bool:
    """Whether a run that begins with a known name is another's: Peru Times, Jordan Peters, Apple Orchards."""
    if goes_on(run, known, words):
        return True
    is_person = run.part[0].text in words.given_names and len(run.part) in (2, 3)
    return is_person or _is_organization(run, words)


def goes_on(run: Run, known: Run, words: Vocabulary) -> bool:
    """Whether one more word makes a known organization another one, where capitals tell names."""
    token = run.tokens[run.last - 1]
    if run.title_case or words.nouns_capitalised or run.last != known.last + 1 or token.text.isupper():
        return False
    organization = known.first == run.first and known.alias is not None and known.alias.kind == "organization"
    plain = token.capital and token.lower not in words.function_words | words.role_modifiers
    return (
        organization and plain and not is_title(token, words) and not known_at(run.tokens, known.last, words)
    )


# ---------------------------------------------------------------- known names


def known_at(tokens: tuple[Token, ...], i: int, words: Vocabulary) -> Run | None:
    """The longest known name that begins at token ``i``."""
    if not words.may_begin(tokens[i].text):
        return None
    for last in range(min(len(tokens), i + words.longest_alias), i, -1):
        if not all(b.glued or a.possessive for a, b in pairwise(tokens[i:last])):
            continue
        key = tuple(token.text for token in tokens[i:last])
        alias = words.aliases.get(key) or _genitive(key, words) or _shouted(key, words)
        if alias and not (alias.contextual and last < len(tokens) and _joins(tokens[last])):
            return Run(tokens, i, last, alias)
    return None


def _joins(token: Token) -> bool:
    """Whether a word goes on with a name: "the South" is not what "the South Shetlands" begins with."""
    return token.capital and token.glued


def _genitive(key: tuple[str, ...], words: Vocabulary) -> Alias | None:
    """A known name with a case ending: Frankreichs."""
    for ending in words.genitive:
        if len(key[-1]) > 3 and key[-1].endswith(ending):
            alias = words.aliases.get((*key[:-1], key[-1].removesuffix(ending)))
            if alias:
                return alias
    if not words.cases or len(key) > _LONGEST_DECLINED:
        return None
    parts = product(*((word, *bases(word, words.cases)) for word in key))
    return next((words.aliases[base] for base in parts if base in words.aliases), None)


def _shouted(key: tuple[str, ...], words: Vocabulary) -> Alias | None:
    """A known name in capitals, as datelines and headlines write it; short ones are acronyms."""
    if not all(word.isupper() for word in key) or max(map(len, key)) < 4:
        return None
    return words.aliases.get(tuple(word.title() for word in key))


# ---------------------------------------------------------------- where a run ends


def _run_end(tokens: tuple[Token, ...], i: int, words: Vocabulary) -> int:
    """Where the run of capitalised words ends that begins at ``i``; ``i`` if none does."""
    if not (_starts(tokens[i], words) or _is_article_of_city(tokens, i, words)):
        return i
    named = tokens[i].text in words.given_names
    end, headed = i + 1, tokens[i].lower in words.organization_heads
    while end < len(tokens) and end - i < _LONGEST_RUN and tokens[end].glued:
        token = tokens[end]
        if token.capital and token.lower in words.articles and not headed:
            break
        if token.capital and (token.text not in words.stop or tokens[end - 1].text in words.given_names):
            headed = headed or token.lower in words.organization_heads
            named = named or token.text in words.given_names
            end += 1
            continue
        step = _link(tokens, end, words, named=named, headed=headed)
        if not step:
            break
        end += step
    return end


def _starts(token: Token, words: Vocabulary) -> bool:
    if not token.capital or token.text in words.stop:
        return False
    return not (token.lower in words.function_words and (token.opening or not words.nouns_capitalised))


def _is_article_of_city(tokens: tuple[Token, ...], i: int, words: Vocabulary) -> bool:
    """La Paz, La Spezia: the article belongs to the name."""
    if not tokens[i].capital or tokens[i].lower not in words.articles or i + 1 >= len(tokens):
        return False
    return tokens[i + 1].glued and f"{tokens[i].text} {tokens[i + 1].text}" in cities()


def _link(tokens: tuple[Token, ...], at: int, words: Vocabulary, *, named: bool, headed: bool) -> int:
    """How many tokens a particle (van) or, in organizations, a link (of the) and its next word take."""
    end = at
    while end < len(tokens) and end - at < 2 and not tokens[end].capital and tokens[end].glued:
        word = tokens[end].lower
        # "de" and the like also mean "of": they belong to a name only after a given name.
        of = word in words.role_links and word not in words.articles
        # Where nouns have capitals an article begins another noun ("Professor der Physik").
        particle = word in words.particles and (named or not of)
        particle = particle and not (words.nouns_capitalised and end == at and word in words.articles)
        if not particle and not (headed and word in words.organization_links):
            return 0
        end += 1
    if end == at or end >= len(tokens) or not tokens[end].glued:
        return 0
    of_or_and = tokens[at].lower in words.coordinators or tokens[at].lower in words.role_links
    if of_or_and and not headed and known_at(tokens, end, words):
        return 0
    if tokens[at].lower in words.coordinators and known_at(tokens, end, words):
        return 0
    return end - at + 1 if tokens[end].capital and tokens[end].text not in words.stop else 0


# ---------------------------------------------------------------- what is cut off


def _cut(run: Run, words: Vocabulary) -> Iterator[Run]:
    """The run without the titles in front, and without the words before a known name."""
    if _is_organization(run, words):
        yield run
        return
    start = _after_titles(run, words)
    if start == run.last:
        yield from _before_title(run, words)
        return
    beside = words.role_modifiers | words.place_prepositions
    for i in range(start + 1, run.last):
        known = known_at(run.tokens, i, words)
        beside_only = words.nouns_capitalised or all(token.lower in beside for token in run.tokens[start:i])
        if known and known.last == run.last and known.alias and known.alias.key.startswith("state:"):
            # "Springfield North Dakota": a town without a comma before its state.
            yield replace(run, first=start, last=i)
            beside_only = True
        if known and beside_only:
            # "Southern Peru", "Nachrichtenagentur Efe": the known name stands for itself.
            yield replace(known, title_case=run.title_case)
            if known.last < run.last:
                yield from _cut(replace(run, first=known.last), words)
            return
    last = run.last
    if start > run.first:
        # "Council Chairman Ana Ruiz and Weber": two names.
        last = next((i for i in range(start + 1, last) if run.tokens[i].lower in words.coordinators), last)
    yield replace(run, first=start, last=last, titled=start > run.first)
    if last + 1 < run.last:
        yield from _cut(replace(run, first=last + 1), words)


def _after_titles(run: Run, words: Vocabulary) -> int:
    """Where the name begins after its titles."""
    start = max(
        (i + 1 for i in range(run.first, run.last) if is_title(run.tokens[i], words)), default=run.first
    )
    if start > run.first or run.part[0].text in words.given_names:
        return start
    # "ministro del Interior Juan Ríos": the person begins at the given name.
    given = (i for i in range(run.first + 1, run.last - 1) if run.tokens[i].text in words.given_names)
    return next(given, run.first)


def _before_title(run: Run, words: Vocabulary) -> Iterator[Run]:
    """A title without a name, "the Supreme Court Justice": what stands before it may be one."""
    last = run.last
    while last > run.first:
        token = run.tokens[last - 1]
        if not is_title(token, words) and token.lower not in words.role_modifiers:
            yield replace(run, last=last)
            return
        last -= 1


def _is_organization(run: Run, words: Vocabulary) -> bool:
    """Whether a head ("Council") stands in the run, and not only in the title of a person."""
    if run.last - run.first < 2:
        return False
    # Heads stand in front in Romance languages, and in "Office of the Trade Representative".
    in_front = words.adjectives_follow or not all(token.capital for token in run.part)
    if in_front and run.part[0].lower in words.organization_heads:
        return True
    titles = [i for i in range(run.first, run.last) if is_title(run.tokens[i], words)]
    return replace(run, first=titles[-1] + 1 if titles else run.first).has(words.organization_heads)


def is_title(token: Token, words: Vocabulary) -> bool:
    """Whether a word stands before names: President, Mr, Herr, Regierungssprecher."""
    lower = token.lower
    if lower in words.roles or token.text in words.honorifics or token.text + "." in words.honorifics:
        return True
    # German puts the role last in one long word.
    return words.nouns_capitalised and lower.endswith(words.long_roles)
