"""The annotated corpora of quotations, and what is compared: attributions as ranges of code points."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.types import Block, Document

FOLDER = "data/quotes"
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")

Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content, kind, cue and source of one attribution, gold or found.

    ``speaker`` is the name that a system gives the source; ``counts`` is False for gold that a run leaves
    aside, and for what is found of it.
    """

    content: Ranges
    kind: str
    cue: str
    source: Ranges = ()
    speaker: str | None = None
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Sample:
    """An annotated text."""

    id: str
    language: str
    text: str
    gold: tuple[Attribution, ...]


def read_samples(file: Path, split: str, speech: re.Pattern[str] | None) -> Iterator[Sample]:
    """The texts of a split; with ``speech`` only attributions with such a cue count."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["split"] in (split, "all"):
                gold = (_gold(row["text"], quote, speech) for quote in row["quotes"])
                yield Sample(row["id"], row["lang"], row["text"], tuple(g for g in gold if g.content))


def _gold(text: str, quote: dict[str, Any], speech: re.Pattern[str] | None) -> Attribution:
    content, cue, source = (
        tuple((int(a), int(b)) for a, b in quote[key]) for key in ("content", "cue", "source")
    )
    words = " ".join(text[a:b] for a, b in cue).lower().replace("\xa0", " ")
    counts = speech is None or bool(speech.search(words))
    return Attribution(content, str(quote["type"]).lower(), words, source, None, counts)


def document_of(sample: Sample) -> Document:
    """The text as a cleaned page would give it: paragraphs as blocks."""
    blocks = tuple(Block(m.start(), m.end(), "body") for m in _PARAGRAPH.finditer(sample.text))
    return Document(sample.id, sample.id, "", language=sample.language, text=sample.text, blocks=blocks)
