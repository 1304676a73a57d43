"""Where a text speaks of time: the phrases of a language, found and taken apart, not yet resolved.

    lang/<code>.toml [dates] + CLDR's names of months and weekdays -> patterns -> TimePhrase

A phrase template is a regular expression with {placeholders}; a space stands for any white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from rashomon.annotate.digits import latin_digits
from rashomon.annotate.numberwords import NumberWords, alternatives, edges, with_proclitics
from rashomon.languages import known_languages, section
from rashomon.types import Document, Sentence

_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")
#: The centuries that languages write in Roman numbers.
_ROMAN = {"XXI": 21, "XX": 20, "XIX": 19, "XVIII": 18, "XVII": 17, "XVI": 16, "XV": 15, "XIV": 14}
_OPENING = '"“„«'
_TITLE = re.compile(r"(?:\s[^\W\d_]+){1,2}[\"”“»]")
_TENS = re.compile(r"\d0")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]+|\d{4}")
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
class TimePhrase:
    """A phrase of time, taken apart: numbers as numbers, words as what they mean.

    ``kind`` is a key of the templates; ``rel`` an offset (-1 last, 0 this, 1 next);
    ``that`` marks the year spoken of before; ``offset`` is in days. ``sign`` is 1 for what comes after, and
    ``from_text`` marks what counts from the day told before. ``to_...`` is the end of a range, which begins
    at ``to_start``; what comes before it ends at ``first_end``.
    """

    start: int
    end: int
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    to_day: int | None = None
    to_month: int | None = None
    to_year: int | None = None
    first_end: int | None = None
    to_start: int | None = None
    weekday: int | None = None
    season: str | None = None
    rel: int | None = None
    relyear: str | None = None
    count: int | None = None
    unit: str | None = None
    offset: int | None = None
    relweek: int | None = None
    sign: int | None = None
    from_text: bool = False


@dataclass(frozen=True, slots=True)
class Patterns:
    """The compiled templates of a language, and what each of its words means."""

    words: DateWords
    rules: tuple[tuple[str, re.Pattern[str]], ...]
    triggered: Mapping[str, frozenset[int]]
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
        "roman": ("|".join(_ROMAN).lower(), r"(?:e|ème|ᵉ)?(?!\w)"),
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
    return rf"(?<!-){edges(counting)[0]}(?:{text})(?![\w])"


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
        (kind, re.compile(_expand(template, groups, words, counting)))
        for kind, templates in words.phrases.items()
        for template in templates
    )
    named = re.compile(rf"(?<!\w)(?:{alternatives(words.named)})(?!\w)", re.IGNORECASE)
    triggers = _triggers_of(tables, counting.proclitics)
    triggered = {
        trigger: frozenset(i for i, (kind, _) in enumerate(rules) if trigger in _TRIGGERS.get(kind, ()))
        for trigger in {trigger for told in _TRIGGERS.values() for trigger in told}
    }
    return Patterns(
        words,
        rules,
        triggered,
        frozenset(words.ambiguous.split()),
        frozenset(words.names.split()),
        tables,
        triggers,
        counted,
        named,
        counting.unspaced,
    )


_NO_TRIGGERS = frozenset({"n", "rel", "shift", "ahead", "ordinal"})


def _triggers_of(tables: Mapping[str, Mapping[str, str]], proclitics: str) -> dict[str, tuple[str, ...]]:
    """The longest word of each phrase, as the first is often 'the', to the names of the tables it is in."""
    names: dict[str, set[str]] = {}
    for name, table in tables.items():
        for phrase in table:
            if name not in _NO_TRIGGERS and (found := _WORD.findall(phrase)):
                for word in with_proclitics((max(reversed(found), key=len).lower(),), proclitics):
                    names.setdefault(word, set()).add(name)
    return {word: tuple(sorted(found)) for word, found in names.items()}


def _kinds(text: str, language: Patterns) -> set[str]:
    kinds: set[str] = set()
    words = set(_WORD.findall(text.lower()))
    if language.unspaced:
        words = {*re.findall(r"\d{4}", text), *(word for word in language.triggers if word in text)}
    for word in language.triggers.keys() & words:
        kinds.update(language.triggers[word])
    # "¹" is a digit too, but no decimal one.
    years = [word for word in words if len(word) == 4 and word.isdecimal()]
    if years:
        kinds.add("digits")
    if any(year[3] == "0" for year in years):
        kinds.add("tens")
    if "decade" in kinds and not _TENS.search(text):
        kinds.discard("decade")
    return kinds


def _groups(match: re.Match[str], text: str) -> dict[str, str]:
    """What the placeholders caught, as the text has it with white space folded, without the numbers of the
    groups."""
    caught = {name: match.span(name) for name, told in match.groupdict().items() if told}
    return {
        name.partition("_")[0]: _SPACE.sub(" ", text[first:last]) for name, (first, last) in caught.items()
    }


def _written_right(groups: Mapping[str, str], start: int, language: Patterns) -> bool:
    """Whether names of months and weekdays stand in the case the language writes them in."""
    names = [groups[name] for name in ("month", "weekday") if name in groups]
    if language.words.case == "upper":
        return all(name[0].isupper() for name in names)
    if language.words.case == "lower" and start > 0:
        return all(name[0].islower() or name.isupper() for name in names)
    return True


def _take_apart(groups: Mapping[str, str], kind: str, start: int, end: int, language: Patterns) -> TimePhrase:
    def number(name: str, table: str = "") -> int | None:
        word = groups.get(name, "").lower()
        word = "".join(word.split()) if language.unspaced else word
        value = word if word.isdecimal() else language.values.get(table, {}).get(word)
        return int(float(value)) if value else None

    def key(name: str) -> str | None:
        return language.values[name].get(groups.get(name, "").lower())

    relative = key("rel") or key("relmonth") or key("relweekend")
    tens = 1900 + int(groups["dd"]) if "dd" in groups else None
    holiday, week, roman = key("holiday"), key("relweek"), _ROMAN.get(groups.get("roman", "").upper())
    return TimePhrase(
        start,
        end,
        kind,
        year=number("year") or number("bare") or number("tens") or tens or number("decadeword", "decadeword"),
        month=number("month", "month") or number("mm") or _of_holiday(holiday, 0),
        day=number("day", "n") or number("iday") or _of_holiday(holiday, 1),
        to_day=number("to", "n"),
        to_month=number("tomonth", "month"),
        to_year=number("toyear") or number("toyy"),
        weekday=number("weekday", "weekday"),
        season=key("season"),
        rel=int(relative) if relative else None,
        relyear=key("relyear"),
        count=number("n", "n") or number("ordinal", "ordinal") or number("century") or number("qn") or roman,
        unit=key("unit"),
        offset=number("dayword", "dayword") if "dayword" in groups else number("relday", "relday"),
        relweek=int(week) if week else None,
        sign=int(sign) if (sign := key("shift") or key("ahead")) else None,
        from_text="shift" in groups,
    )


def _of_holiday(month_and_day: str | None, part: int) -> int | None:
    return int(month_and_day.split("-")[part]) if month_and_day else None


def _followed_by(match: re.Match[str], words: frozenset[str]) -> bool:
    """Whether one of the words comes next: '1950 people' is no year, 'Sunday Times' no day."""
    following = _WORD.search(match.string, match.end())
    return bool(following and following.start() <= match.end() + 1 and following[0].lower() in words)


def _is_title(match: re.Match[str]) -> bool:
    """Whether a weekday begins what stands alone in quotation marks: a programme called “Sunday Morning”."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    return before in _OPENING and bool(before) and bool(_TITLE.match(match.string, match.end()))


def _is_ordinal(match: re.Match[str], groups: Mapping[str, str], language: Patterns) -> bool:
    """Whether a word that is a weekday and an ordinal has a noun after it: 'na segunda fase'."""
    words = language.words
    if groups.get("weekday", "").lower() not in words.short.split():
        return False
    if match[0].split()[0] not in words.before.split():
        return True
    following = _WORD.match(match.string, match.end() + 1)
    return bool(following and match.string[match.end()].isspace() and following[0] not in words.after)


#: The placeholders of the end of a range.
_ENDS = ("to", "tomonth", "toyear", "toyy")
#: Tables whose words stand in names of other things: "Black Friday".
_NAMED = frozenset({"weekday", "month"})
#: Phrases that a word after them may make part of a name.
_NAMING = frozenset({"weekday", "holiday"})


def _lowered(text: str) -> str:
    """The text in lower case, letter for letter: patterns are matched so, as ignoring case is slow."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower()[:1] or c for c in text)


def _in_sentence(sentence: Sentence, language: Patterns) -> Iterator[TimePhrase]:
    text = latin_digits(sentence.span.text)
    kinds = _kinds(text, language)
    if not kinds:
        return
    ambiguous, counted, names = language.ambiguous, language.counted, language.names
    lowered = _lowered(text)
    named = [m.span() for m in language.named.finditer(lowered)] if kinds & _NAMED else []
    asked = frozenset[int]().union(*(language.triggered.get(name, ()) for name in kinds))
    for kind, pattern in (language.rules[i] for i in sorted(asked)):
        for match in pattern.finditer(lowered):
            groups, at = _groups(match, text), sentence.span.start
            bare = (
                match[0].lower().strip(".") in ambiguous
                or (("bare" in groups or kind == "year") and _followed_by(match, counted))
                or any(first < match.end() and match.start() < last for first, last in named)
                or (kind in _NAMING and bool(names) and _followed_by(match, names))
                or (kind == "weekday" and (_is_title(match) or _is_ordinal(match, groups, language)))
            )
            if not bare and _written_right(groups, match.start(), language):
                phrase = _take_apart(groups, kind, at + match.start(), at + match.end(), language)
                starts = [match.start(f"{name}_1") for name in _ENDS if groups.get(name)]
                if starts:
                    ends = [match.end(name) for name in match.groupdict() if match[name]]
                    first = max(end for end in ends if end <= min(starts))
                    phrase = replace(phrase, first_end=at + first, to_start=at + min(starts))
                yield phrase


@lru_cache(maxsize=8)
def time_phrases(document: Document, sentences: tuple[Sentence, ...]) -> tuple[TimePhrase, ...]:
    """The phrases of time in the order of the text; of those that overlap the longest stays.

    Kept for the last few documents, as dates, quantities and clues all ask for the same.
    """
    if document.language not in known_languages("dates"):
        return ()
    language = patterns(document.language or "")
    found = [phrase for sentence in sentences for phrase in _in_sentence(sentence, language)]
    kept: list[TimePhrase] = []
    taken: set[int] = set()
    # "from March 27", "week of March 27": one that tells a day goes first.
    for phrase in sorted(found, key=lambda p: (p.day is None, p.start - p.end, p.start)):
        if phrase.start not in taken and phrase.end - 1 not in taken:
            kept.append(phrase)
            taken.update(range(phrase.start, phrase.end))
    return tuple(sorted(kept, key=lambda p: p.start))
