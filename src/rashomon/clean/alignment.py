"""Where the lines of an article stand among all lines of its page."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

from rashomon.clean.layout import Box, Shown, boxes_of, common_box
from rashomon.clean.lines import Kind, Line, look
from rashomon.clean.tagpath import POST, Mark

#: Texts of so many characters without spaces that stand once on the page hold the others in order.
SURE = 60
#: An extractor may leave something out inside a line: then its first characters show where it stands.
START = 30
#: Characters that may be searched, so that no page takes long.
MOST_SEARCHED = 100_000_000
#: A box that holds more of the article than this is no box beside it, whatever it is called.
MAX_SHARE = 0.34
#: A line left out that is more of a link leads elsewhere; a paragraph left out has so many words.
MAX_LINKED, MIN_WORDS = 0.5, 10
_HEADINGS = frozenset("h2 h3 h4 h5 h6".split())
_KINDS: Mapping[str, Kind] = MappingProxyType(
    {"li": "item", "td": "cell", "th": "cell", "blockquote": "quote", **dict.fromkeys(_HEADINGS, "head")}
)


def align(lines: Sequence[str], shown: Sequence[Shown]) -> list[range]:
    """The shown lines that each line of the article covers, in their order; an empty range where none."""
    squeezed = ["".join(line.text.split()) for line in shown]
    stream = "".join(squeezed)
    starts = [0]
    for piece in squeezed:
        starts.append(starts[-1] + len(piece))
    texts = ["".join(line.split()) for line in lines]
    found = [range(0)] * len(texts)
    if len(texts) * len(stream) > MOST_SEARCHED:
        return found
    anchors = [(-1, 0), *_anchors(texts, stream), (len(texts), len(stream))]
    for (before, start), (after, end) in pairwise(anchors):
        at = start
        for i in range(max(before, 0), after):
            place = _find(texts[i], stream, at, len(stream) if i == before else end)
            if place is not None:
                first = bisect_right(starts, place) - 1
                at = place + min(len(texts[i]), max(1, end - place))
                found[i] = range(first, max(first + 1, bisect_right(starts, at - 1)))
    return found


def _anchors(texts: Sequence[str], stream: str) -> list[tuple[int, int]]:
    """(Number of a line, where it stands) of those that stand in one place only, in order."""
    anchors: list[tuple[int, int]] = []
    for i, text in enumerate(texts):
        if len(text) >= SURE:
            place = _find(text, stream, 0, len(stream))
            in_order = place is not None and place > (anchors[-1][1] if anchors else -1)
            if place is not None and in_order and stream.find(text[:START], place + 1) < 0:
                anchors.append((i, place))
    return anchors


def _find(text: str, stream: str, start: int, end: int) -> int | None:
    place = stream.find(text, start, end)
    if place < 0 and len(text) > START:
        place = stream.find(text[:START], start, end)
    return place if place >= 0 and text else None


def with_boxes(lines: Sequence[Line], shown: Sequence[Shown]) -> tuple[Line, ...]:
    """The lines, each with the mark of the box it stands in, and those left out between them.

    Lines of a quoted post are quotes.
    """
    places = align([line.text for line in lines], shown)
    core = [i for i, line in enumerate(lines) if places[i] and len(line.text) >= SURE]
    between = range(places[core[0]][0] + 1, places[core[-1]][0]) if core else range(0)
    covered = {i for place in places for i in place}
    left_out = [i for i in between if i not in covered]
    texts = [line.text for line in lines]
    marks = boxes_around(
        [*texts, *(shown[i].text for i in left_out)], [*places, *(range(i, i + 1) for i in left_out)], shown
    )
    result = [_marked(line, mark) for line, mark in zip(lines, marks, strict=False)]
    holders = {shown[places[i][0]].holder for i in core}
    told = set(texts)
    restored = [
        (i, _marked(_line_of(shown[i]), mark))
        for i, mark in zip(left_out, marks[len(lines) :], strict=True)
        if shown[i].text not in told and _belongs(shown[i], mark, holders)
    ]
    return tuple(_merged(result, places, restored))


def _marked(line: Line, mark: Mark | None) -> Line:
    if mark is None:
        return line
    return replace(line, mark=mark, kind="quote" if mark.role == POST else line.kind)


def _line_of(shown: Shown) -> Line:
    return Line(shown.text, _KINDS.get(shown.tag, "text"), min(1.0, shown.linked / len(shown.text)))


def _belongs(line: Shown, mark: Mark | None, holders: Container[int]) -> bool:
    """Whether a line between those of the article is one of them: in no box, no link, and either text or
    an entry of a list, or beside a paragraph of the article. Posts belong to it always."""
    if mark is not None:
        return mark.role == POST
    if line.linked > MAX_LINKED * len(line.text) or not any(map(str.isalpha, line.text)):
        return False
    seen = look(Line(line.text))
    text = seen.is_body and seen.sentence and seen.words >= MIN_WORDS
    if line.tag in _HEADINGS:
        return line.holder in holders
    return line.tag == "li" or (text and (line.tag in ("p", "blockquote") or line.holder in holders))


def _merged(
    lines: Sequence[Line], places: Sequence[range], restored: Sequence[tuple[int, Line]]
) -> Iterator[Line]:
    waiting = list(reversed(restored))
    for line, place in zip(lines, places, strict=True):
        while place and waiting and waiting[-1][0] < place[0]:
            yield waiting.pop()[1]
        yield line


def boxes_around(lines: Sequence[str], places: Sequence[range], shown: Sequence[Shown]) -> list[Mark | None]:
    """What the box around each line says of it: the outermost that holds little of the article.

    A quoted post is one however it is boxed.
    """
    inside = [tuple(boxes_of(_box_of(place, shown))) for place in places]
    most = MAX_SHARE * sum(map(len, lines))
    of_box: Counter[Box] = Counter()
    for line, chain in zip(lines, inside, strict=True):
        of_box.update(dict.fromkeys(chain, len(line)))
    small = [[box.mark for box in chain if of_box[box] <= most] for chain in inside]
    # Each paragraph may have a box of its own, with a name that says nothing here.
    of_role: Counter[str] = Counter()
    for line, marks in zip(lines, small, strict=True):
        of_role.update(dict.fromkeys((mark.role for mark in marks), len(line)))
    told = [[mark for mark in marks if mark.role == POST or of_role[mark.role] <= most] for marks in small]
    return [
        next((mark for mark in marks if mark.role == POST), marks[-1]) if marks else None for marks in told
    ]


def _box_of(place: range, shown: Sequence[Shown]) -> Box | None:
    if not place:
        return None
    box = shown[place[0]].box
    for i in place[1:]:
        box = common_box(box, shown[i].box)
    return box
