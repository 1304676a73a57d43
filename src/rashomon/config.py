"""One frozen Config; each threshold says how it was tuned.

A stage takes its own part (``config.group``), never the whole.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadConfig:
    """Limits of a page, against input that would stop a run."""

    #: Larger pages are skipped; the longest news page of the extraction sets is under 5 MB.
    max_bytes: int = 20_000_000


@dataclass(frozen=True, slots=True)
class SentenceConfig:
    """How sentences are cut."""

    #: A quotation up to this length stays whole, in characters: two or three short sentences of
    #: speech in the six annotated piles; a longer one is cut inside.
    quotation: int = 200


@dataclass(frozen=True, slots=True)
class Config:
    """All settings of a run; they are written into the result."""

    read: ReadConfig = ReadConfig()
