"""What makes a name that of an outlet, and not of a person or a section."""

from __future__ import annotations

import re
from collections.abc import Container

from rashomon.clean.agencies import find_agency, given_names, outlet_names
from rashomon.clean.normalize import fold
from rashomon.clean.words import Phrases

MAX_NAME_WORDS = 5
#: A longer word may end in one of such names: "Morgenzeitung".
MIN_WORD_INSIDE = 5
#: Between a headline and the name of its site.
BEFORE_SITE = re.compile(r" (?:[|–—·»›•-]|::|\\|\\|) ")


def outlet_name(text: str, words: Phrases) -> str | None:
    """The name to show where a text is that of an outlet: one we know, or with a word of such names."""
    text = text.strip(" ,;:|-–—'\"“”«»")
    if known := outlet_names().get(fold(text)):
        return known
    tokens = text.split()
    if not 2 <= len(tokens) <= MAX_NAME_WORDS or text[-1] in ".!?" or not text[0].isupper():
        return None
    folded = [token.casefold().strip("'’,.") for token in tokens]
    if not any(_is_outlet_word(word, words) for word in folded) or words.section_words.issuperset(folded):
        return None
    proper = (
        token[0].isupper() or word in words.section_words or _is_outlet_word(word, words)
        for token, word in zip(tokens, folded, strict=True)
    )
    if not all(proper) or tokens[0] in given_names() or find_agency(text):
        return None
    return text


def _is_outlet_word(word: str, words: Phrases) -> bool:
    return word in words.outlet_words or any(
        len(known) >= MIN_WORD_INSIDE and word.endswith(known) for known in words.outlet_words
    )


def without_site(title: str, lines: Container[str], words: Phrases) -> tuple[str, str | None]:
    """A headline and the name of the site behind it; ``lines`` are the folded lines of the page.

    The end of a headline is no part of it where the page says the rest again or where it names an outlet.
    """
    parts = list(BEFORE_SITE.finditer(title))
    if not parts:
        return title, None
    head, tail = title[: parts[-1].start()].strip(), title[parts[-1].end() :].strip()
    name = outlet_name(tail, words)
    if head and (name or fold(head) in lines):
        return head, name
    return title, None
