"""The phrases by which a line shows what it is, a language at a time (lang/*.toml, [clean])."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter
from types import MappingProxyType

from rashomon.clean.normalize import PLAIN_GREEK, fold
from rashomon.languages import known_languages, section
from rashomon.lineroles import LineRole

#: Languages that are written so alike that they share a file.
SAME = MappingProxyType({"nb": "no", "nn": "no"})
_NONE: Mapping[LineRole, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class CleanWords:
    """The section [clean]: role -> what a line of that role is, begins with, ends with or has in it.

    ``whole`` are folded lines; the other three are regular expressions over the folded line.
    ``closing`` are expressions that say so in the last lines of a text only.
    ``summary`` are headings of a summary of the article.
    ``finite`` are verb forms without which a line is no sentence; ``present_participle`` is the
    ending of the verb of a caption ("standing"); ``inline_end`` closes a box inside a sentence.
    ``relay`` says that the text passes on an agency's report, with {agency} for its name.
    ``outlet`` are patterns with the name of an outlet as group "name", or "likely" where persons stand too.
    ``published`` and ``changed`` are the words before the day a page came out or was changed, ``stamp``
    all others that stand in such lines; ``outlet_words`` are words of names of outlets ("Herald"),
    ``section_words`` those that make a section of them ("World News").
    """

    whole: Mapping[LineRole, tuple[str, ...]] = field(default_factory=lambda: _NONE)
    starts: Mapping[LineRole, tuple[str, ...]] = field(default_factory=lambda: _NONE)
    ends: Mapping[LineRole, tuple[str, ...]] = field(default_factory=lambda: _NONE)
    within: Mapping[LineRole, tuple[str, ...]] = field(default_factory=lambda: _NONE)
    closing: Mapping[LineRole, tuple[str, ...]] = field(default_factory=lambda: _NONE)
    summary: tuple[str, ...] = ()
    finite: tuple[str, ...] = ()
    present_participle: str = ""
    inline_end: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    relay: tuple[str, ...] = ()
    credit: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    stamp: tuple[str, ...] = ()
    outlet_words: tuple[str, ...] = ()
    section_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RolePatterns:
    """Regular expressions of several roles.

    ``quick``, one a language, find whatever ``exact`` find, and a little more, much faster: most lines have
    nothing. ``exact`` are tried in their order, and compiled when something was found: a pile of pages in
    many languages needs few of them.
    """

    quick: tuple[re.Pattern[str], ...]
    exact: tuple[tuple[LineRole, str], ...]

    def match(self, text: str) -> tuple[LineRole, str] | None:
        """The role a text begins as, and what says so."""
        for quick in self.quick:
            if quick.match(text):
                found = ((role, _compiled(pattern).match(text)) for role, pattern in self.exact)
                return next(((role, told.group().strip()) for role, told in found if told), None)
        return None

    def search(self, text: str) -> tuple[LineRole, str] | None:
        """The role that the first thing in a text tells, and what it is."""
        for quick in self.quick:
            if quick.search(text):
                found = ((role, _compiled(pattern).search(text)) for role, pattern in self.exact)
                told = ((match.start(), match.group().strip(), role) for role, match in found if match)
                first = min(told, key=itemgetter(0), default=None)
                return (first[2], first[1]) if first else None
        return None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of the languages a page may be written in, compiled."""

    language: str | None
    whole: Mapping[str, LineRole]
    starts: RolePatterns
    ends: RolePatterns
    within: RolePatterns
    closing: RolePatterns
    legal: tuple[re.Pattern[str], ...]
    summary: frozenset[str]
    finite: frozenset[str]
    present_participle: str
    inline_end: tuple[str, ...]
    by: tuple[str, ...]
    relay: re.Pattern[str]
    credit: re.Pattern[str]
    outlet: tuple[re.Pattern[str], ...]
    published: tuple[str, ...]
    changed: tuple[str, ...]
    stamp: frozenset[str]
    outlet_words: tuple[str, ...]
    section_words: frozenset[str]


@cache
def phrases(language: str | None) -> Phrases:
    """The phrases for a page: its language and English, which many sites mix in; all where it is unknown."""
    known = known_languages("clean")
    language = SAME.get(language or "", language)
    if language is None:
        codes: Sequence[str] = known
    else:
        codes = [code for code in dict.fromkeys((language, "en")) if code in known]
    words = [section(code, "clean", CleanWords) for code in codes]
    own = words[0] if language in known else CleanWords()
    return Phrases(
        language=language,
        whole=MappingProxyType(
            {fold(line): role for w in reversed(words) for role, lines in w.whole.items() for line in lines}
        ),
        starts=_any_role([w.starts for w in words], "{}"),
        ends=_any_role([w.ends for w in words], "(?:{})$"),
        within=_any_role([w.within for w in words], "{}"),
        closing=_any_role([w.closing for w in words], "{}"),
        legal=tuple(_compiled(_folded("|".join(w.starts["legal"]))) for w in words if "legal" in w.starts),
        summary=frozenset(fold(heading) for w in words for heading in w.summary),
        finite=frozenset(own.finite),
        present_participle=own.present_participle,
        inline_end=tuple(dict.fromkeys(end for w in words for end in w.inline_end)),
        by=tuple(dict.fromkeys(by for w in words for by in w.by)),
        relay=re.compile("|".join(p for w in words for p in w.relay) or "(?!)", re.I),
        credit=re.compile("|".join(p for w in words for p in w.credit) or "(?!)", re.I),
        outlet=tuple(re.compile(p) for p in dict.fromkeys(p for w in words for p in w.outlet)),
        published=tuple(dict.fromkeys(p for w in words for p in w.published)),
        changed=tuple(dict.fromkeys(p for w in words for p in w.changed)),
        stamp=frozenset(token for w in words for p in (*w.stamp, *w.published) for token in p.split()),
        outlet_words=tuple(dict.fromkeys(p for w in words for p in w.outlet_words)),
        section_words=frozenset(p for w in words for p in w.section_words),
    )


def _any_role(tables: list[Mapping[LineRole, tuple[str, ...]]], shape: str) -> RolePatterns:
    """The patterns of all roles in the order of the tables, each language's in one of its own."""
    roles = dict.fromkeys(role for table in tables for role in table)
    exact = [(role, table[role]) for role in roles for table in tables if role in table]
    # A page in a language not known is read in all, for which one pattern is faster.
    groups = [[table] for table in tables] if len(tables) <= 2 else [tables]
    found = [[_folded(p) for table in group for told in table.values() for p in told] for group in groups]
    # Where a word may begin anywhere, letters that begin no phrase are passed over fast.
    bare = ["|".join(p.removeprefix(r"\b") for p in patterns) for patterns in found]
    return RolePatterns(
        tuple(_compiled(shape.format(patterns)) for patterns in bare if patterns),
        tuple((role, shape.format("|".join(map(_folded, told)))) for role, told in exact),
    )


def _folded(pattern: str) -> str:
    """A pattern for folded lines with the letters that folding spells otherwise, which case alone is not."""
    return pattern.replace("ß", "ss").replace("ς", "σ").translate(PLAIN_GREEK)
