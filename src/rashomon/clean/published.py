"""When an article came out and when it was last changed: the clues of a page weighed against each other.

    stated in the head (JSON-LD, meta) > shown near the headline > the address > lines above the text

The day of the crawl, of comments, of other stories and of the copyright never count. Where the clues
leave it open the day is unknown: a wrong one does more harm than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from rashomon.clean.dates import Order, date_in_url, find_readings, is_dated_label, order_of, parse_stamp
from rashomon.clean.daylines import is_changed
from rashomon.clean.described import SelfDescription
from rashomon.clean.marked import Shown
from rashomon.clean.words import Phrases
from rashomon.config import PublishedConfig
from rashomon.types import Confidence

CONFIG = PublishedConfig()
#: What sites fill with the day of the page, of the crawl or of the template as often as with its own.
_WEAK = frozenset(
    {"meta date", "meta created", "meta dcdate", "meta dctermsdate", "meta datecreated", "meta published"}
)
_UPLOADED = re.compile(r"/((?:19|20)\d\d)/(\d\d)/")
#: Days that are never those of the article, even where there is no other.
_NEVER = re.compile(
    r"comment|respon|repl|disc|disq|header|nav|site|mast|top|menu|cal|ticker|rel|recom|latest|recent|popular|trend|also|next|prev",
    re.I,
)
#: Boxes that hold the day of the article on some sites, other stories on more.
_BESIDE = re.compile(r"aside|sidebar|foot|widget|promo|banner", re.I)
MAX_LABEL = 3
LATEST_DAY = "2099-12-31"
_SOLID = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Told:
    """A day, where it was read, in words, and how sure it is."""

    value: str
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class _Clue:
    """A day shown on the page with what speaks for it."""

    day: str
    shown: Shown
    weight: int


def find_published(page: SelfDescription, url: str | None, words: Phrases) -> Told | None:
    """The day a page of HTML came out, as it states, shows or is addressed."""
    language = words.language
    address = date_in_url(url) if url else None
    order = _order(page, url)
    stated = _stated(page.published, language, order)
    weak = stated is not None and stated.source in _WEAK
    shown = _best(page, address, order, words) if stated is None or weak else None
    if stated and weak:
        other = address or (shown.value if shown else None)
        agreed = any(
            _days(s, language, order)[:1] == (stated.value[:10],) for s in page.shown if not s.elsewhere
        )
        stated = None if other and not agreed and days_between(other, stated.value) > 1 else stated
    # A page that was moved or renewed keeps the day in its address.
    if stated and address and days_between(address, stated.value) > 1 and address < stated.value:
        return Told(address, "URL path, before the day the page states", "inferred")
    if stated or shown:
        return stated or shown
    if address:
        return Told(address, "URL path", "inferred")
    return _only(page, order, words) or _of_data(page) or _last_change(page, order, words)


def find_modified(
    page: SelfDescription, url: str | None, words: Phrases, published: str | None
) -> Told | None:
    """The day of the last change; None where it would lie before the page came out."""
    order = _order(page, url)
    told = _stated(page.modified, words.language, order)
    if told is None:
        for shown in page.shown:
            if shown.elsewhere is None and (shown.changed or is_changed(shown.text, words)):
                days = _days(shown, words.language, order)
                if len(days) == 1:
                    told = Told(days[0], f"'{shown.text[:60]}'", "shown")
                    break
    if told and published and told.value[:10] < published[:10]:
        return None
    return told


def guess_published(tree: Any, page: SelfDescription, url: str | None, words: Phrases) -> Told | None:
    """The day htmldate reads from the marks of a page, where the clues above tell none.

    It takes days of other stories and of changes, and guesses which number is the month: a day that the
    page shows or states in such a way stays out. The latest day is fixed, so that the result does not
    hang on that of the run.
    """
    from htmldate import find_date

    try:
        day = find_date(tree, extensive_search=False, original_date=True, max_date=LATEST_DAY)
    except Exception:  # Whatever it trips over, the day stays unknown.
        return None
    order = _order(page, url)
    shown = ((shown, _days(shown, words.language, order)) for shown in page.shown)
    refused = {
        other[:10] for s, days in shown if s.elsewhere or s.changed or len(days) != 1 for other in days
    }
    refused |= {
        stamp[:10] for value, _ in page.modified if (stamp := parse_stamp(value, words.language, order))
    }
    if not day or day in refused:
        return None
    return Told(day, "marks of the page, by htmldate", "inferred")


def days_between(one: str, other: str) -> int:
    """Days between two days in ISO form."""
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)


def _stated(told: Sequence[tuple[str, str]], language: str | None, order: Order) -> Told | None:
    for value, place in told:
        if stamp := parse_stamp(value, language, order):
            return Told(stamp, place, "stated")
    return None


def _order(page: SelfDescription, url: str | None) -> Order:
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        host = ""
    return order_of((shown.text for shown in page.shown), page.region, host)


def _best(page: SelfDescription, address: str | None, order: Order, words: Phrases) -> Told | None:
    """The day that is shown with most weight, the first of several; None where none weighs enough."""
    clues = tuple(_clues(page, address, order, words))
    texts: dict[str, set[str]] = {}
    for clue in clues:
        texts.setdefault(clue.day[:10], set()).add(clue.shown.text)
    weights = [clue.weight + min(2, len(texts[clue.day[:10]]) - 1) for clue in clues]
    if not clues or max(weights) < CONFIG.enough:
        return None
    best = clues[weights.index(max(weights))]
    source = "time element" if best.shown.machine else "visible line"
    return Told(best.day, f"{source} '{best.shown.text[:60]}'", "shown")


def _only(page: SelfDescription, order: Order, words: Phrases) -> Told | None:
    """The one day that labels of the whole page tell, where there are no others."""
    told: dict[str, Shown] = {}
    for shown in page.shown:
        if shown.elsewhere and _NEVER.match(shown.elsewhere):
            continue
        if (days := _days(shown, words.language, order)) and (shown.changed or is_changed(shown.text, words)):
            return None
        for day in days:
            told.setdefault(day[:10], shown)
    if len(told) != 1:
        return None
    ((day, shown),) = told.items()
    return Told(day, f"only day of the page '{shown.text[:60]}'", "shown") if _is_label(shown.text) else None


def _last_change(page: SelfDescription, order: Order, words: Phrases) -> Told | None:
    """The day since when the text is as it stands, where its readers are told no other in words."""
    told: dict[str, Shown] = {}
    for shown in page.shown:
        if shown.elsewhere is None and shown.machine is None and _is_label(shown.text):
            for day in _days(shown, words.language, order):
                told.setdefault(day, shown)
    if len(told) != 1:
        return None
    ((day, shown),) = told.items()
    changed = is_changed(shown.text, words)
    return Told(day, f"day of the last change '{shown.text[:60]}'", "shown") if changed else None


def _of_data(page: SelfDescription) -> Told | None:
    """The one day that data in the scripts of the page give as that of publication."""
    days = sorted({stamp[:10] for value in page.data if (stamp := parse_stamp(value))})
    return Told(days[0], "data in a script", "stated") if len(days) == 1 else None


def _clues(page: SelfDescription, address: str | None, order: Order, words: Phrases) -> Iterator[_Clue]:
    """Every day shown in a part of the page that is the article's, and what speaks for it."""
    here = [shown for shown in page.shown if shown.elsewhere is None or _BESIDE.match(shown.elsewhere)]
    uploaded = {f"{y}-{m}" for image in page.images for y, m in _UPLOADED.findall(image)}
    marked: dict[str, set[str]] = {}
    read = [(shown, _days(shown, words.language, order)) for shown in here]
    for shown, days in read:
        marked.setdefault(shown.marks, set()).update(days)
    for shown, readings in read:
        days = readings
        if len(days) > 1:
            days = tuple(day for day in days if day == address or day[:7] in uploaded)
        if len(days) != 1 or shown.changed or is_changed(shown.text, words):
            continue
        weight = _weight(shown, words) + 2 * (days[0][:10] == address) + (days[0][:7] in uploaded)
        # Days of one look that stand one below the other are those of a list.
        if len(marked[shown.marks]) >= CONFIG.list_length and not (_near(shown) and shown.dated):
            continue
        yield _Clue(days[0], shown, weight - CONFIG.beside * (shown.elsewhere is not None))


def _days(shown: Shown, language: str | None, order: Order) -> tuple[str, ...]:
    """The days an element can mean: as it gives it to programs, or as it shows where that is earlier."""
    read = find_readings(shown.text, language, order)
    days = read[0] if read else ()
    machine = parse_stamp(shown.machine, language, order) if shown.machine else None
    if machine and not (len(days) == 1 and days[0] < machine[:10] and days_between(days[0], machine) > 1):
        return (machine,)
    return days


def _near(shown: Shown) -> bool:
    return shown.after is not None and -CONFIG.above <= shown.after <= CONFIG.below


def _weight(shown: Shown, words: Phrases) -> int:
    """What speaks for a day: the names of its element, its place, the words beside it."""
    weight = 3 if shown.published else 2 if shown.dated else 0
    if _near(shown):
        weight += 2
    elif shown.after is not None and -3 * CONFIG.above <= shown.after <= 3 * CONFIG.below:
        weight += 1
    tokens = [token.casefold().strip(".:,") for token in shown.text.split()[:8]]
    weight += 2 * any(token in words.published for token in tokens)
    if len(_SOLID.findall(shown.text)) <= MAX_LABEL:
        return weight + 2
    return weight + (1 if _is_label(shown.text) else -CONFIG.enough)


def _is_label(text: str) -> bool:
    """Whether a text is a day with few words beside it, and no sentence."""
    solid = len(_SOLID.findall(text))
    return is_dated_label(text) and not (solid > MAX_LABEL and text.endswith((".", "!", "?")))
