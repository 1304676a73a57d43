"""News agencies and outlets by the names they go by (lexicon/agencies.tsv, lexicon/outlets.tsv)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


def _rows(name: str) -> list[list[str]]:
    text = files("rashomon").joinpath("lexicon", name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def _table(name: str) -> Mapping[str, str]:
    return MappingProxyType({alias: row[0] for row in _rows(name) for alias in row[1].split("|")})


#: Name as it stands in a text -> name to show. Pictures' agencies credit captions, not articles.
AGENCIES = _table("agencies.tsv")
PICTURES = _table("pictures.tsv")

_ANY = "|".join(re.escape(a) for a in sorted({*AGENCIES, *PICTURES}, key=lambda a: (-len(a), a)))
_PERSON = r"[A-ZÀ-ÞА-ЯЁ][\w.'’-]*(?: [\w.'’-]+){0,3}"
_AGENCY = re.compile(rf"(?<![\w/])(?:{_ANY})(?![\w])")

#: At the end of a caption, after its sentence, a bar or a slash; never "(Reuters)", which ends articles.
ENDING_CREDIT = re.compile(
    rf"(?:[.!?…)\"”»]|\d)[ ]+(?:{_PERSON} ?[/|,] ?)?(?:{_ANY})(?:(?: ?[/|] ?| via ){_PERSON})?\)?$"
    rf"|(?:{_ANY}) ?[/|] ?{_PERSON}\)?\.?$"
    rf"|{_PERSON} ?[/|] ?(?:{_ANY})\)?\.?$"
    rf"|^(?:{_ANY})$"
    rf"|^[^.]{{2,80}}(?: via |/)(?:{_ANY})$"
    rf"|\((?:[^()]*\b)?(?:{_ANY})[^()]*(?:/|[Pp]hoto|[Ff]oto|[Ff]ile|[Аа]рхив)[^()]*\)\.?$"
    rf"|© ?[\w./ -]{{2,60}}$"
)

_TOKEN = re.compile(r"\w+")
#: The longest and the last word of each agency's name: a cheap look before the search for a credit.
_LONG_WORDS = frozenset(max(_TOKEN.findall(name), key=len) for name in (*AGENCIES, *PICTURES))
_LAST_WORDS = frozenset(re.split("[ ,]", name)[-1] for name in (*AGENCIES, *PICTURES))


def may_credit(text: str) -> bool:
    """Whether a text may end as ``ENDING_CREDIT`` has it: a cheap look that lets some others pass."""
    if "©" in text:
        return True
    if not ("(" in text or "|" in text or "/" in text or " via " in text):
        # Then the name of the agency is the last thing in it.
        return text[-60:].removesuffix(")").replace(",", " ").rpartition(" ")[2] in _LAST_WORDS
    return not _LONG_WORDS.isdisjoint(_TOKEN.findall(text))


def find_agency(text: str) -> tuple[str, int] | None:
    """The first agency named in a text, as it is shown, and where."""
    found = _AGENCY.search(text)
    return (AGENCIES.get(found.group(), found.group()), found.start()) if found else None


def without_agencies(text: str) -> str:
    """A text without the names of agencies in it."""
    return _AGENCY.sub("", text)


@cache
def outlets_by_domain() -> Mapping[str, str]:
    """Domain of a site -> name of the outlet, for the best known ones."""
    return MappingProxyType({domain: row[0] for row in _rows("outlets.tsv") for domain in row[1].split("|")})


@cache
def outlet_names() -> Mapping[str, str]:
    """Folded name of an outlet -> name to show."""
    return MappingProxyType({row[0].casefold(): row[0] for row in _rows("outlets.tsv")})


@cache
def given_names() -> frozenset[str]:
    """Given names of persons in all languages of lexicon/given_names.tsv."""
    return frozenset(name for row in _rows("given_names.tsv") for name in row[1].split())
