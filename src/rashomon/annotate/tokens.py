"""Words of a sentence as the rules for names and labels see them."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.annotate.name_words import WORD, Vocabulary, plain

_OPENERS = "\"“„«»‘'(—–:•"


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its place; ``glued``: only white space (or the stop of an initial) parts it from the
    word before; ``opening``: it begins a sentence or a quotation, so its capital says nothing."""

    text: str
    start: int
    end: int
    capital: bool
    glued: bool
    opening: bool
    #: A possessive ending was cut off: "Peru's".
    possessive: bool = False

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


def tokens_of(text: str, start: int, end: int, words: Vocabulary) -> tuple[Token, ...]:
    """The words of ``text[start:end]``; elided articles and English possessive endings are cut off."""
    found: list[Token] = []
    before = start
    for match in WORD.finditer(text, start, end):
        begin, stop = match.span()
        word = plain(match.group())
        elided = _elided(word, words)
        begin, word = begin + elided, word[elided:]
        possessive = word[-2:] in ("'s", "'S")
        if possessive:
            stop, word = stop - 2, word[:-2]
        if not word:
            continue
        head, hyphen, tail = word.partition("-")
        if hyphen and tail in words.suffixes:
            # "Kyiv-based", "UN-backed": the name is the first half.
            stop, word = stop - len(tail) - 1, head
        gap = text[before : match.start()]
        stops = found and (len(found[-1].text) == 1 or found[-1].lower + "." in words.abbreviated)
        found.append(
            Token(
                word,
                begin,
                stop,
                word[0].isupper() or (tail[:1].isupper() and head in words.particles),
                bool(found) and (gap.isspace() or bool(stops and gap.strip() == ".")),
                not found or any(char in gap for char in _OPENERS),
                possessive or text[stop : stop + 2] in ("' ", "’ "),
            )
        )
        before = stop
    return tuple(found)


def _elided(word: str, words: Vocabulary) -> int:
    """Length of an elided article before the word: l'ONU, dell'Egitto."""
    head, apostrophe, rest = word.partition("'")
    return len(head) + 1 if apostrophe and rest and head.lower() + "'" in words.elisions else 0
