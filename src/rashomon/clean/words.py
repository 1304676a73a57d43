"""The phrases by which a line shows what it is, a language at a time (lang/*.toml, [clean])."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import cast

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
    """Regular expressions of several roles as one; the group that matched is the role.

    ``quick`` finds whatever ``exact`` finds, and a little more, much faster: most lines have nothing.
    """

    quick: re.Pattern[str]
    exact: re.Pattern[str]

    def match(self, text: str) -> tuple[LineRole, str] | None:
        """The role a text begins as, and what says so."""
        return _told(self.exact.match(text)) if self.quick.match(text) else None

    def search(self, text: str) -> tuple[LineRole, str] | None:
        """The role that something in a text tells, and what it is."""
        return _told(self.exact.search(text)) if self.quick.search(text) else None


def _told(found: re.Match[str] | None) -> tuple[LineRole, str] | None:
    return (cast(LineRole, found.lastgroup), found.group().strip()) if found else None


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of the languages a page may be written in, compiled."""

    language: str | None
    whole: Mapping[str, LineRole]
    starts: RolePatterns
    ends: RolePatterns
    within: RolePatterns
    closing: RolePatterns
    legal: re.Pattern[str]
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
        legal=re.compile(_folded("|".join(p for w in words for p in w.starts.get("legal", ()))) or "(?!)"),
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
    """One pattern for all roles, in the order of the tables."""
    roles = dict.fromkeys(role for table in tables for role in table)
    of_role = {role: [_folded(p) for table in tables for p in table.get(role, ())] for role in roles}
    exact = "|".join(f"(?P<{role}>{shape.format('|'.join(of_role[role]))})" for role in roles)
    # Without groups, and where a word may begin anywhere, letters that begin no phrase are passed over fast.
    bare = [p.removeprefix(r"\b") for found in of_role.values() for p in found]
    return RolePatterns(re.compile(shape.format("|".join(bare)) or "(?!)"), re.compile(exact or "(?!)"))


def _folded(pattern: str) -> str:
    """A pattern for folded lines with the letters that folding spells otherwise, which case alone is not."""
    return pattern.replace("ß", "ss").replace("ς", "σ").translate(PLAIN_GREEK)
