"""Text that was extracted already -> lines: hard wraps joined, boxes inside sentences taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import median

from rashomon.clean.lines import Kind, Line
from rashomon.clean.words import Phrases

#: Text set to a width: its lines are about this long and seldom end with a sentence.
WRAP_WIDTH = range(45, 101)
_ENDS = re.compile(r"[.!?…:][\"'”’»)]*$")
_BULLET = re.compile(r"^(?:[•·◦▪●○‣*–—-]|\d{1,2}[.)]) +(?=\S)")
_HEADING = re.compile(r"^#{1,6} +(?=\S)")


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text. Bullets and Markdown headings tell their kind and lose their marks."""
    # Of more than two newlines in a row the odd one is left at the head of what follows.
    parts = [part.lstrip("\n") for part in text.split("\n\n")]
    paragraphs = [part.split("\n") for part in parts if part and not part.isspace()]
    if _is_wrapped(paragraphs):
        paragraphs = [_joined(paragraph) for paragraph in paragraphs]
    return tuple(_line(line) for paragraph in paragraphs for line in paragraph if line)


def _line(text: str) -> Line:
    kind: Kind = "text"
    if text[0].isalpha():
        return Line(text)
    if marked := _HEADING.match(text):
        kind, text = "head", text[marked.end() :]
    elif (marked := _BULLET.match(text)) and not text[0].isdigit() and text[0] not in "–—-":
        kind, text = "item", text[marked.end() :]
    return Line(text, kind)


def _is_wrapped(paragraphs: Sequence[Sequence[str]]) -> bool:
    inner = [line for paragraph in paragraphs for line in paragraph[:-1] if line.count(" ") > 3]
    if len(inner) < 5 or max(map(len, inner)) > 2 * WRAP_WIDTH.stop:
        return False
    ended = sum(bool(_ENDS.search(line)) for line in inner)
    return round(median(map(len, inner))) in WRAP_WIDTH and ended < 0.35 * len(inner)


def _joined(paragraph: Sequence[str]) -> list[str]:
    """A paragraph's wrapped lines in one; a hyphen at a line's end joins a word."""
    joined: list[str] = []
    last = ""
    for line in paragraph:
        if len(last) >= WRAP_WIDTH.start - 5 and not _BULLET.match(line):
            joined[-1] += line if last.endswith("-") and line[:1].islower() else f" {line}"
        else:
            joined.append(line)
        last = line
    return joined


#: A last name, the whole name again, and a headline that begins where a space should be.
_BOX = r"""\b(?P<name>[A-ZÀ-Þ][\w'’-]+) (?:[\w().'’-]+ ){0,6}(?P=name)(?=[A-Z0-9'"“‘]).{0,600}?"""


def without_inline_boxes(lines: Iterable[Line], words: Phrases) -> tuple[Line, ...]:
    """Profile boxes that an extractor ran into a sentence: the full name with headlines glued to it.

    'Ann Lee Ann Mary LeeSenate votes on pay Pay rises MORE said' becomes 'Ann Lee said'.
    """
    result = []
    for line in lines:
        text = line.text
        for end in words.inline_end:
            if f" {end}" in text:
                text = re.sub(f"{_BOX} {end}\\b", r"\g<name>", text)
        result.append(line if text == line.text else replace(line, text=text))
    return tuple(result)
