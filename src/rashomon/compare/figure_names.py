"""What a figure is called and how its numbers are written in a reason: as an editor would."""

from __future__ import annotations

from collections import Counter

from rashomon.lexicon.units import is_currency, is_toll, known_noun, measured_by, plural, title_of
from rashomon.types import Document, Quantity

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def describe(group: tuple[Quantity, ...]) -> str:
    """What is counted or measured: 'people killed', 'cost (EUR)', 'Chinese goods (USD)', 'cracks'."""
    frame, unit = frame_of_group(group), _commonest([q.unit for q in group if q.unit])
    words = _commonest([q.of for q in group if q.of])
    measure = measured_by(unit or "")
    if frame:
        return _framed(frame, unit, words)
    if unit == "metre":
        # Its values are told in kilometres, miles and feet.
        return f"{words} (size)" if words else str(measure)
    if measure and unit:
        name = f"{words} ({plural(unit)})" if words else f"{measure} ({plural(unit)})"
        return plural(unit) if measure == plural(unit) and not words else name
    return _noun(unit, words) if unit or words else "number"


def _framed(frame: str, unit: str | None, words: str | None) -> str:
    """The name of a frame with what is counted or its unit: 'people killed', 'tariff (percent)'."""
    title = title_of(frame, unit or "")
    if "{}" in title:
        return title.format(_counted(frame, unit, words))
    if unit == "metre" or title != title_of(frame):
        # A name of frame and noun says all.
        return title
    told = plural(unit) if unit and (measured_by(unit) or known_noun(unit)) else words
    if told is not None and told.endswith(title):
        return told
    return title if told is None else f"{title} ({told})"


def _counted(frame: str, unit: str | None, words: str | None) -> str:
    """The counted noun of a frame: of a toll the lexicon's, as its words often tell the frame again."""
    if unit is None or unit == "person":
        return plural("person")
    if measured_by(unit):
        return f"share ({plural(unit)})" if unit == "percent" else plural(unit)
    return _noun(unit, words.rpartition(" ")[2] if words and is_toll(frame) else words)


def _noun(unit: str | None, words: str | None) -> str:
    """What is counted: a single known noun as the lexicon has it ("people" for "persone"), else as told."""
    known = unit is not None and unit.isascii() and (words is None or words.casefold() != unit)
    return plural(unit) if unit and known and " " not in (words or "") else words or plural(unit or "")


def _commonest(words: list[str]) -> str | None:
    """The word told most often; of equals the shorter, then the first of the alphabet."""
    told = Counter(words)
    return min(told, key=lambda w: (-told[w], len(w), w), default=None)


def frame_of_group(group: tuple[Quantity, ...]) -> str | None:
    """The frame most of its values are told in."""
    return _commonest([q.frame for q in group if q.frame])


def amount(number: float, unit: str) -> str:
    """A number with its unit as people write it: '550 billion USD', '14.5 km', '1.1 percent', '17'."""
    if unit == "metre":
        return _length(number)
    told = _scaled(number)
    if is_currency(unit):
        return f"{told} {unit}"
    return f"{told} {unit if abs(number) == 1 else plural(unit)}" if measured_by(unit) else told


def _length(metres: float) -> str:
    size = abs(metres)
    if size >= 1000:
        return f"{_short(metres / 1000)} km"
    return f"{_short(metres)} m" if size >= 1 else f"{_short(metres * 100)} cm"


def _scaled(number: float) -> str:
    for size, name in _SCALES:
        if abs(number) >= size:
            return f"{_short(number / size)} {name}"
    return f"{number:,.0f}" if number == int(number) else _short(number)


def _short(number: float) -> str:
    """Three digits that count, or all before the point."""
    return f"{number:,.0f}" if abs(number) >= 1000 else f"{number:.3g}"


def teller(quantity: Quantity, documents: dict[str, Document]) -> str:
    """The report a value stands in, by outlet or file, and whom it has it from: 'Herald, by the ministry'."""
    document = documents.get(quantity.span.document_id)
    name = (document.outlet or document.source.rpartition("/")[2]) if document else ""
    said = f"citing {quantity.attributed_to}" if quantity.attributed_to else ""
    return ", ".join(part for part in (name, said) if part)
