"""What documents of two languages share: concepts, the sounds of names, numbers."""

from __future__ import annotations

import re

from rashomon.textmatch import concepts, content_words, numbers_in, sound_key

#: A name opens no sentence: a capital after these says nothing.
_OPENS = re.compile(r"(?:^|[.!?:;…\n\"“”«»„'‘’(\[•|–—-])\s*[^\W_]+")
#: Digits a number must have to be told from chance: ages and days of the month are shared by all.
_TELLING_DIGITS = 2


def bridge_keys(text: str, language: str | None) -> tuple[str, ...]:
    """The features of a text that every language shares: concepts, sounds of names, numbers."""
    return (
        *(f"c/{concept}" for concept in concepts(text, language)),
        *(key for name in names_in(text, language) if (key := name_key(name))),
        *(f"#/{n}" for n in numbers_in(text) if len(n) >= _TELLING_DIGITS),
    )


def names_in(text: str, language: str | None) -> tuple[str, ...]:
    """Capitalised words that open no sentence, as written; in German common nouns are among them."""
    inner = _OPENS.sub(lambda m: " " * len(m[0]), text)
    return tuple(w for w in content_words(inner, language) if w[0].isupper() and len(w) > 1)


def name_key(name: str) -> str:
    """The feature of a name's sound; empty where too few consonants tell it from others."""
    sound = sound_key(name)
    return f"n/{sound}" if len(sound) > 1 else ""
