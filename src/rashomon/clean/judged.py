"""Lines with their roles, and what every pass over them asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from rashomon.clean.lines import Look
from rashomon.clean.words import Phrases
from rashomon.lineroles import TEXT_ROLES, LineRole

#: So many lines may stand above the first paragraph.
HEAD_LINES = 14
#: Lines of these roles stand in an order of their own, and may say again what others say.
OWN_ORDER = frozenset({"headline", "list", "table"})


@dataclass(frozen=True, slots=True)
class Judged:
    """A line with its role and the reason in words; ``kept`` where it is part of the article."""

    look: Look
    role: LineRole
    reason: str
    text: str = field(init=False)
    kept: bool = field(init=False)

    def __post_init__(self) -> None:
        # The passes ask for both some ten thousand times a page.
        object.__setattr__(self, "text", self.look.text)
        object.__setattr__(self, "kept", self.role in TEXT_ROLES)


Page = list[Judged]
Pass = Callable[[Page, str | None, Phrases], Page]


def drop(judged: Judged, role: LineRole, reason: str) -> Judged:
    """The line with a role outside the text, where it was kept so far."""
    return Judged(judged.look, role, reason) if judged.kept else judged


def first_body(page: Page) -> int:
    """Index of the first paragraph; the length of the page where there is none."""
    return next(
        (i for i, j in enumerate(page) if j.kept and j.look.is_body and j.role != "headline"), len(page)
    )


def head_of(page: Sequence[Judged]) -> range:
    """The lines above the article: a deck may be a sentence, but two paragraphs are the article."""
    bodies = [i for i, j in enumerate(page[:HEAD_LINES]) if j.kept and j.look.is_body]
    return range(bodies[1] if len(bodies) > 1 else min(HEAD_LINES, len(page)))
