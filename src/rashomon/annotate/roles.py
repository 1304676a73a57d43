"""Roles and titles that stand with a name: "Foreign Minister Anna Weber", "Anna Weber, a spokeswoman"."""

from __future__ import annotations

from rashomon.annotate.name_words import Vocabulary
from rashomon.annotate.runs import Run, is_title
from rashomon.annotate.tokens import Token
from rashomon.lexicon.names import nation
from rashomon.types import Document, Span

#: A role phrase before a name has at most so many words, one after it a few more.
_LONGEST = 9
_LONGEST_AFTER = 12
#: How far before an organization its noun may stand ("agencia de noticias").
_NOUN_BEFORE = 3
#: The role noun of an apposition stands within its first words.
_NOUN_WITHIN = 6


def role_before(document: Document, run: Run, words: Vocabulary) -> Span | None:
    """The role that ends where the name begins."""
    language = document.language or "en"
    tokens, first = run.tokens, run.first
    noun = _role_noun_before(document.text, run, language, words)
    if noun is None:
        return None
    begin = noun
    while begin > 0 and tokens[begin].glued and noun - begin < _LONGEST:
        if not _extends(tokens[begin - 1], language, words):
            break
        begin -= 1
    start, end = tokens[begin].start, tokens[first - 1].end
    if document.text[end : end + 1] == ".":
        end += 1
    return Span(document.id, start, end, document.text[start:end])


def _role_noun_before(text: str, run: Run, language: str, words: Vocabulary) -> int | None:
    """The index of the role noun; where adjectives and complements follow it, some words back."""
    tokens, first = run.tokens, run.first
    reach = _LONGEST if words.adjectives_follow else 1
    if not first or (reach > 1 and tokens[first - 1].lower in words.role_links):
        # "presidente de Perú": the role of somebody else.
        return None
    for i in range(first - 1, max(-1, first - 1 - reach), -1):
        after = tokens[i + 1]
        comma = i + 1 == first and reach > 1 and text[tokens[i].end : after.start].strip() == ","
        if not (after.glued or comma):
            return None
        if is_title(tokens[i], words):
            return i
        if not _complements(tokens, i, language, words):
            return None
    return None


def _complements(tokens: tuple[Token, ...], i: int, language: str, words: Vocabulary) -> bool:
    """Whether a word may stand between a role and the name: égyptien, de la Santé, del gobierno."""
    token = tokens[i]
    if token.capital or token.lower in words.role_links | words.role_modifiers | words.organization_heads:
        return True
    if nation(token.text, language):
        return True
    # A word right after the role is its adjective; any other belongs to something else.
    return token.lower not in words.function_words and i > 0 and is_title(tokens[i - 1], words)


def _extends(token: Token, language: str, words: Vocabulary) -> bool:
    """Whether a word before a role belongs to it: former, Russian, Treasury."""
    if token.lower in words.role_modifiers or is_title(token, words):
        return True
    if token.capital:
        return token.lower not in words.function_words and token.text not in words.stop
    return bool(nation(token.text, language))


def noun_before(document: Document, run: Run, words: Vocabulary) -> Span | None:
    """The common noun right before an organization: news agency Efe, agencia de noticias Efe."""
    tokens, first = run.tokens, run.first
    reach = _NOUN_BEFORE if words.adjectives_follow else 1
    if not first or tokens[first - 1].lower in words.role_links:
        return None
    for i in range(first - 1, max(-1, first - 1 - reach), -1):
        if not tokens[i + 1].glued or (tokens[i].capital and not words.nouns_capitalised):
            return None
        if tokens[i].lower in words.organization_heads or tokens[i].lower.endswith(words.long_heads):
            break
    else:
        return None
    begin = i
    beside = words.organization_heads | words.role_modifiers
    while begin and tokens[begin].glued and tokens[begin - 1].lower in beside and not words.adjectives_follow:
        begin -= 1
    start, end = tokens[begin].start, tokens[first - 1].end
    return Span(document.id, start, end, document.text[start:end])


def role_after(document: Document, run: Run, words: Vocabulary) -> Span | None:
    """The role in an apposition after the name: ", a lawyer in Rome,"."""
    text, tokens, last = document.text, run.tokens, run.last
    if last >= len(tokens) or text[tokens[last - 1].end : tokens[last].start].strip() != ",":
        return None
    end = last + 1
    while (
        end < len(tokens)
        and end - last < _LONGEST_AFTER
        and (tokens[end].glued or tokens[end - 1].possessive)
    ):
        end += 1
    within = range(last, min(end, last + _NOUN_WITHIN))
    # "..., coach Ana Ruiz said": the role of the next name.
    nouns = (i for i in within if is_title(tokens[i], words) and not (i + 1 < end and tokens[i + 1].capital))
    noun = next(nouns, None)
    if noun is None:
        return None
    begin = last
    while begin < noun and tokens[begin].lower in words.function_words and not is_title(tokens[begin], words):
        begin += 1
    if any(tokens[i].lower in words.function_words for i in range(begin, noun)):
        # "Ana Ruiz, pide la dimisión de la ministra": the noun is a complement of something else.
        return None
    start, stop = tokens[begin].start, tokens[end - 1].end
    return Span(document.id, start, stop, text[start:stop])
