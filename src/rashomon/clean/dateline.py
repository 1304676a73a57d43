"""Datelines: where, by whom and on which day a report was sent.

'MOSCOW, December 12. /TASS/.', 'Moscow (AFP) -', 'WILMINGTON, N.C. —', '(ANSA) - ROMA, 3 FEB -'.
Forms after the AP Stylebook and what agencies in the languages of lang/ write.
"""

from __future__ import annotations

import re

from rashomon.clean.agencies import find_agency
from rashomon.clean.dates import months
from rashomon.types import Block, Dateline, Span

_WORD = r"[A-ZÀ-ÞА-ЯЁŁŚŻČŠŽ][\w.'’-]*"
_LINK = "de|del|la|le|am|an der|upon|на|aux?|les?|sur|dos|el|di"
_PLACE = rf"(?P<place>{_WORD}(?:(?: |/| / |, )(?:{_WORD}|{_LINK}))*?)"
_CAPS = r"(?P<place>(?!\W)[A-ZÀ-ÞА-ЯЁ][A-ZÀ-ÞА-ЯЁ.'’ /-]{2,}?(?:, (?:[A-Z][\w.]+ ?){1,3})?)"
_DAY = r"(?P<day>\d{1,2}\.? (?:de )?[^\W\d_]{3,12}|[^\W\d_]{3,12}\.? \d{1,2})\.?(?:,? (?:de )?\d{4})?"
_IN_BRACKETS = (
    r"(?:\((?=[^()]{2,40}\))|/(?=[^()/]{2,40}/)|\[(?=[^]]{2,40}\]))(?P<agency>[^()\[\]\n]{2,40}?)[)/\]]"
)
_DASH = r" ?[.:,]? ?[-–—]{1,2}(?!\d) ?"
_NEXT = r"""(?=["'“«„‘(¿¡]?[\w])"""

#: Best first. What follows must look like the first words of a report.
FORMS = tuple(
    re.compile(form + _NEXT)
    for form in (
        rf"{_PLACE}[,.]? \(?{_DAY}\)?[,.]? ?{_IN_BRACKETS}(?:{_DASH}|\.? ?)",
        rf"{_PLACE}[,.] {_DAY}\.?[,–—-]? ?(?:[–—-] )?(?P<agency>{_WORD}(?: {_WORD})?)(?:{_DASH}|\. )",
        rf"{_PLACE} ?{_IN_BRACKETS}(?:{_DASH}|\.? )",
        rf"{_IN_BRACKETS}{_DASH}{_PLACE}, {_DAY}(?:{_DASH}|\. )",
        rf"{_IN_BRACKETS}{_DASH}",
        rf"{_PLACE}[,.] {_DAY}\.?{_DASH}",
        rf"{_CAPS}(?: |, )?{_DASH}",
        rf"\((?P<place>{_WORD}(?:[ -](?:{_WORD}|de|la|sur|di|del))*)\) ?(?:[–—-] )?",
    )
)
_LONGEST = 120
_UNKNOWN = r"[^\W\d_][\w.&-]{1,11}|[^\W\d_][\w.& -]{1,7}"


def find_dateline(
    document_id: str, text: str, blocks: tuple[Block, ...], language: str | None
) -> Dateline | None:
    """The dateline at the head of one of the first paragraphs, or None."""
    opening = [block for block in blocks if block.role in ("dateline", "body", "deck")][:3]
    for block in opening:
        found = read_dateline(text[block.start : min(block.end, block.start + _LONGEST)], language)
        if found:
            length, place, agency, day = found
            span = Span(
                document_id, block.start, block.start + length, text[block.start : block.start + length]
            )
            told = None
            if day:
                start = block.start + day[0]
                told = Span(document_id, start, block.start + day[1], text[start : block.start + day[1]])
            return Dateline(span, place, agency, told)
    return None


def read_dateline(
    text: str, language: str | None
) -> tuple[int, str | None, str | None, tuple[int, int] | None] | None:
    """(length, place, agency, where the day stands) of the dateline a paragraph begins with."""
    for form in FORMS:
        found = form.match(text)
        if not found:
            continue
        parts = found.groupdict()
        agency = _agency(parts.get("agency"))
        day = found.span("day") if parts.get("day") else None
        if parts.get("agency") and agency is None:
            continue
        if day and not any(
            _is_month(word, language) for word in re.findall(r"[^\W\d_]+", parts["day"] or "")
        ):
            continue
        place = parts.get("place")
        if place and len(place) > 50:
            continue
        # Without agency and day only a place in capitals or brackets is one.
        length = len(found.group().rstrip())
        return length, _place(place), agency, day
    return None


def _agency(name: str | None) -> str | None:
    if not name:
        return None
    known = find_agency(name)
    if known:
        return known[0]
    # An agency we do not know, or a house that sends its own: "(CNN)". Two words may be a country.
    return name if name.isupper() and re.fullmatch(_UNKNOWN, name) else None


def _is_month(word: str, language: str | None) -> bool:
    known = months(language or "en")
    folded = word.casefold()
    return folded in known or (len(folded) >= 3 and any(name.startswith(folded) for name in known))


def _place(place: str | None) -> str | None:
    """The place without the comma or stop behind it; the stop of 'N.C.' is its own."""
    place = (place or "").strip(" ,")
    return (place if re.search(r"\.\w+\.$", place) else place.rstrip(". ")) or None
