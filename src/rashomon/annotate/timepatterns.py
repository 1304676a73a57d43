"""How a language speaks of time: the [dates] of its file and CLDR's names, compiled.

    lang/<code>.toml [dates] + CLDR's names of months and weekdays -> templates -> patterns

A phrase template is a regular expression with {placeholders}; a space stands for any white space.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from rashomon.annotate.numberwords import NumberWords, alternatives, edges, with_proclitics
from rashomon.languages import section

_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")
#: The centuries that languages write in Roman numbers.
ROMAN = {"XXI": 21, "XX": 20, "XIX": 19, "XVIII": 18, "XVII": 17, "XVI": 16, "XV": 15, "XIV": 14}
#: Words, and numbers of four digits.
WORD = re.compile(r"[^\W\d_]+|\d{4}")
_TENS = re.compile(r"\d0")
_DIGIT = re.compile(r"\d")
_FOUR_DIGITS = re.compile(r"\d{4}")
#: What stands for itself in a template, and its groups from the innermost on.
_NO_GROUP = re.compile(r"\\.|\[[^]]*\]")
_GROUP = re.compile(r"\([^()]*\)|\{[a-z]+\}[?*]")
#: Placeholders that only digits fill, and those that only four of them do.
_DIGITS = ("day", "iday", "to", "toyy", "mm", "dd", "qn", "century")
_YEARS = ("year", "bare", "toyear", "tens")
#: What must stand in a sentence before the templates of a kind are tried on it.
_TRIGGERS = {
    "date": ("month", "digits"),
    "month": ("month",),
    "weekday": ("weekday",),
    "season": ("season",),
    "year": ("digits",),
    "ago": ("unit",),
    "dayword": ("dayword",),
    "relyear": ("relyear",),
    "relmonth": ("relmonth",),
    "weekend": ("weekend", "relweekend"),
    "relweek": ("relweek",),
    "relday": ("relday",),
    "quarter": ("quarter",),
    "half": ("half",),
    "decade": ("decadeword", "tens", "decade"),
    "century": ("centuryword",),
    "holiday": ("holiday",),
}


@dataclass(frozen=True, slots=True)
class DateWords:
    """The [dates] of a language file. Lists of phrases; forms of one word are parted by spaces.

    ``months`` and ``weekdays`` add to CLDR's names, January and Monday first, with "_" for a space, and
    ``dropped`` takes those away that are other words ("ara" is December and 'between'). ``case`` is how
    names of months and weekdays are written ("upper", "lower" or "any"); ``ambiguous`` are names that are
    common words too and count only with a number or a preposition beside them; ``names`` are words that
    make a weekday before them part of a name ("Sunday Times").
    ``short`` are weekdays that are ordinals too, ``before`` and ``after`` words that stand beside them as
    weekdays (Portuguese "na segunda à noite", but "na segunda fase").
    ``dayword``, ``relyear``, ``relmonth`` and ``rel`` map an offset to its phrases; the offset "that"
    is the year spoken of before. ``relweek`` and ``relweekend`` do the same for weeks, ``relday`` for the day
    told before ('the next day'); ``shift`` are words that count from that day ('earlier': -1), ``ahead`` from
    the page's ('from now'). ``holidays`` map month-day to names, ``ordinals`` a number to the forms that
    count quarters and halves, ``decades`` the first year of a decade to its names; ``decade``, ``quarter``,
    ``half`` and ``century`` are those words. ``named`` are names that have a weekday or month in them
    ('Black Friday'). ``coming`` and ``past`` are words that tell the tense, ``past_forms``
    a regular expression of the endings of past verbs.
    """

    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    seasons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    dayword: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    relyear: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    relmonth: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rel: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    weekend: tuple[str, ...] = ()
    relweek: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    relweekend: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    relday: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shift: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ahead: tuple[str, ...] = ()
    holidays: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ordinals: Mapping[str, str] = field(default_factory=dict)
    decades: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    decade: str = ""
    quarter: str = ""
    half: str = ""
    century: str = ""
    named: tuple[str, ...] = ()
    numbers: Mapping[str, str] = field(default_factory=dict)
    ordinal: str = ""
    part: str = ""
    case: str = "any"
    dropped: str = ""
    ambiguous: str = ""
    names: str = ""
    short: str = ""
    before: str = ""
    after: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    past_forms: str = ""
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled template: tried where one of ``kinds`` at least is told and all that it ``needs``."""

    kind: str
    pattern: re.Pattern[str]
    kinds: frozenset[str]
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Patterns:
    """The compiled templates of a language, and what each of its words means."""

    words: DateWords
    rules: tuple[Rule, ...]
    ambiguous: frozenset[str]
    names: frozenset[str]
    values: Mapping[str, Mapping[str, str]]
    triggers: Mapping[str, tuple[str, ...]]
    counted: frozenset[str]
    named: re.Pattern[str]
    unspaced: bool


def _calendar_names(language: str, own: DateWords) -> tuple[dict[str, str], dict[str, str]]:
    """Names of months and weekdays, lower case, to their numbers: CLDR's, then the file's own."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return {}, {}
    months, weekdays = _cldr_names(locale.months), _cldr_names(locale.days)
    if own.case == "lower":
        # Without a capital, abbreviations are common words: French "mer" is the sea and Wednesday.
        months = {name: number for name, number in months.items() if len(name) > 3}
        months |= {name.lower(): str(n) for n, name in locale.months["format"]["wide"].items()}
        weekdays = {name: number for name, number in weekdays.items() if len(name) > 3}
    dropped = frozenset(own.dropped.split())
    months = {name: number for name, number in months.items() if name not in dropped}
    weekdays = {name: number for name, number in weekdays.items() if name not in dropped}
    for listed, target, first in ((own.months, months, 1), (own.weekdays, weekdays, 0)):
        for number, forms in enumerate(listed, first):
            target.update((form.replace("_", " "), str(number)) for form in forms.split())
    return months, weekdays


def _cldr_names(names: Mapping[str, Mapping[str, Mapping[int, str]]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, written in names[context].get(width, {}).items():
                name = written.lower().strip(".")
                if len(name) > 2 and not name.isdigit():
                    found.setdefault(name, str(number))
    return found


def _flat(table: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {phrase: key for key, phrases in table.items() for phrase in phrases}


def _expand(template: str, groups: Mapping[str, str], words: DateWords, counting: NumberWords) -> str:
    """The regular expression of a template; a placeholder that stands twice gets numbered groups."""
    day = r"(?:0?[1-9]|[12]\d|3[01])"
    if counting.unspaced:
        day = rf"(?:{day}|{groups['n'].partition('|')[2]})"
    shapes = {
        "year": (r"(?:1\d|20)\d\d", r"(?!\d|[.,]\d)"),
        # A year that stands alone: of our times, and not 2000, which is a round number too.
        "bare": (r"(?<![$€£#№])(?:19\d\d|20(?:0[1-9]|[1-4]\d))", r"(?!\d|[.,:]\d|[%€$])"),
        "day": (day, rf"(?!\d){words.ordinal}"),
        "iday": (r"0?[1-9]|[12]\d|3[01]", r"(?!\d)"),
        "to": (day, rf"(?!\d){words.ordinal}"),
        "qn": (r"[1-4]", r"(?!\d)"),
        "toyy": (r"\d\d", r"(?!\d|[.,:-]\d|[%€$])"),
        "toyear": (r"(?:19|20)\d\d", r"(?!\d|[.,:]\d|[%€$])"),
        "dd": (r"[3-9]0", r"(?!\d)"),
        "tens": (r"(?:1[5-9]|20)\d0", r"(?!\d)"),
        "century": (r"1[1-9]|2[01]", r"(?!\d)"),
        "roman": ("|".join(ROMAN).lower(), r"(?:e|ème|ᵉ)?(?!\w)"),
        "mm": (r"0?[1-9]|1[0-2]", r"(?!\d)"),
        **{name: (choices, r"(?!\w)") for name, choices in groups.items()},
    }
    # The full stop of an abbreviation, not of the sentence.
    shapes["month"] = (groups["month"], r"(?!\w)(?:\.(?=,?\s*\d))?")
    shapes["tomonth"] = shapes["month"]
    shapes["weekday"] = (groups["weekday"], r"(?!\w)(?:\.(?=,))?")
    counts: dict[str, int] = {}

    def group(match: re.Match[str]) -> str:
        name = match[1]
        if name == "part":
            return f"(?:{words.part})"
        counts[name] = counts.get(name, 0) + 1
        choices, after = shapes[name]
        return f"(?P<{name}_{counts[name]}>{choices}){after}"

    text = _PLACEHOLDER.sub(group, template.replace(" ?", r"[\s\u00a0]?").replace(" ", r"[\s\u00a0]+"))
    if counting.unspaced:
        return rf"(?<![\d.])(?:{text})".replace(r"(?!\w)", "")
    before = edges(counting)[0].replace(r"(?<!\w)", r"(?<![\w-])", 1)
    return rf"{before}(?:{text})(?!\w)"


@cache
def patterns(language: str) -> Patterns:
    """The patterns of a language; one without a file has CLDR's names only."""
    words = section(language, "dates", DateWords)
    months, weekdays = _calendar_names(language, words)
    seasons = _flat(words.seasons)
    units = {form: unit for unit, forms in words.units.items() for form in forms.split()}
    numbers = {form: value for value, forms in words.numbers.items() for form in forms.split()}
    counting = section(language, "numbers", NumberWords)
    numerals = {f: v for v, fs in counting.words.items() if 1 <= float(v) <= 99 for f in fs.split()}
    numbers = numerals | numbers
    counted = frozenset(
        word
        for forms in (
            *(phrase for phrases in counting.units.values() for phrase in phrases if " " not in phrase),
            *counting.nouns.values(),
            *counting.scales.values(),
        )
        for word in forms.split()
    )
    tables: dict[str, dict[str, str]] = {
        "month": months,
        "weekday": weekdays,
        "season": seasons,
        "unit": units,
        "dayword": _flat(words.dayword),
        "relyear": _flat(words.relyear),
        "relmonth": _flat(words.relmonth),
        "rel": _flat(words.rel),
        "n": numbers,
        "weekend": dict.fromkeys(words.weekend, ""),
        "relweek": _flat(words.relweek),
        "relweekend": _flat(words.relweekend),
        "relday": _flat(words.relday),
        "shift": _flat(words.shift),
        "ahead": dict.fromkeys(words.ahead, "1"),
        "holiday": _flat(words.holidays),
        "ordinal": {form: n for n, forms in words.ordinals.items() for form in forms.split()},
        "decadeword": _flat(words.decades),
        "decade": dict.fromkeys(words.decade.split(), ""),
        "quarter": dict.fromkeys(words.quarter.split(), ""),
        "half": dict.fromkeys(words.half.split(), ""),
        "centuryword": dict.fromkeys(words.century.split(), ""),
    }
    groups = {name: alternatives(table) for name, table in tables.items()}
    groups["n"] = r"\d{1,3}|" + groups["n"]
    if counting.unspaced:
        # Spaces part digits from what is not Latin: '9 月'.
        groups["month"] = re.sub(r"(?<=\d)(?=[^\W\d])", r"\\s?", groups["month"])
    rules = tuple(
        Rule(
            kind,
            re.compile(_expand(template, groups, words, counting)),
            frozenset(_TRIGGERS.get(kind, ())),
            _needs(template, tables.keys(), counting),
        )
        for kind, templates in words.phrases.items()
        for template in templates
    )
    named = re.compile(rf"(?<!\w)(?:{alternatives(name.lower() for name in words.named)})(?!\w)")
    triggers = _triggers_of(tables, counting.proclitics)
    return Patterns(
        words,
        rules,
        frozenset(words.ambiguous.split()),
        frozenset(words.names.split()),
        tables,
        triggers,
        counted,
        named,
        counting.unspaced,
    )


def _triggers_of(tables: Mapping[str, Mapping[str, str]], proclitics: str) -> dict[str, tuple[str, ...]]:
    """The longest word of each phrase, as the first is often 'the', to the names of the tables it is in."""
    names: dict[str, set[str]] = {}
    for name, table in tables.items():
        for phrase in table:
            if name != "n" and (found := WORD.findall(phrase)):
                for word in with_proclitics((max(reversed(found), key=len).lower(),), proclitics):
                    names.setdefault(word, set()).add(name)
    return {word: tuple(sorted(found)) for word, found in names.items()}


def _needs(template: str, tables: Iterable[str], counting: NumberWords) -> frozenset[str]:
    """What a sentence must tell for a template to match: the placeholders that it cannot do without."""
    bare, left = "", _NO_GROUP.sub(" ", template)
    while bare != left:
        bare, left = left, _GROUP.sub(" ", left)
    if "|" in bare:
        return frozenset()
    words = {name: name for name in tables if name not in ("n", "decade")} | {"tomonth": "month"}
    # Where words are not parted by spaces, days may be told in words too.
    digits = dict.fromkeys(() if counting.unspaced else _DIGITS, "digit") | dict.fromkeys(_YEARS, "digits")
    needed = words | digits
    return frozenset(needed[name] for name in _PLACEHOLDER.findall(bare) if name in needed)


@lru_cache(maxsize=5000)
def rules_for(language: str, kinds: frozenset[str]) -> tuple[Rule, ...]:
    """The rules that are worth trying on a sentence that tells all of ``kinds``, in their order."""
    return tuple(
        rule for rule in patterns(language).rules if not rule.kinds.isdisjoint(kinds) and rule.needs <= kinds
    )


def kinds_of(text: str, code: str) -> frozenset[str]:
    """What the words and digits of a text in lower case may tell in a language: the triggers of rules."""
    language = patterns(code)
    if language.unspaced:
        words = [*_FOUR_DIGITS.findall(text), *(word for word in language.triggers if word in text)]
        kinds = _kinds_of(words, text, language)
    else:
        kinds = frozenset[str]().union(*map(_kinds_in(code), text.split()))
    return kinds if "decade" not in kinds or _TENS.search(text) else kinds - {"decade"}


@cache
def _kinds_in(code: str) -> Callable[[str], frozenset[str]]:
    """What a piece of a text between white space may tell; kept for many, as each is asked for often."""
    language = patterns(code)

    @lru_cache(maxsize=20_000)
    def kinds_in(piece: str) -> frozenset[str]:
        return _kinds_of(WORD.findall(piece), piece, language)

    return kinds_in


def _kinds_of(words: list[str], text: str, language: Patterns) -> frozenset[str]:
    kinds = {kind for word in words for kind in language.triggers.get(word, ())}
    if _DIGIT.search(text):
        kinds.add("digit")
    # "¹" is a digit too, but no decimal one.
    years = [word for word in words if len(word) == 4 and word.isdecimal()]
    if years:
        kinds.add("digits")
    if any(year[3] == "0" for year in years):
        kinds.add("tens")
    return frozenset(kinds)
