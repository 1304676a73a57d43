"""A text cut at every boundary of what is marked in it, so that marks may nest and overlap."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A marked stretch of a text: its kind, and the anchor of what is said of it.

    ``linked`` is whether something leads to where it begins.
    """

    start: int
    end: int
    kind: str
    target: str = ""
    linked: bool = True


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text over which the same marks hold; ``begins`` where a mark starts."""

    start: int
    text: str
    marks: tuple[Mark, ...]
    begins: bool

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of the marks, each once, sorted."""
        return tuple(sorted({mark.kind for mark in self.marks}))

    def without(self, kinds: Collection[str]) -> Segment:
        """The stretch without its marks of these kinds."""
        return replace(self, marks=tuple(mark for mark in self.marks if mark.kind not in kinds))

    def classes(self, prefix: str) -> str:
        """The kinds as classes of the style sheet."""
        return " ".join(prefix + kind for kind in self.kinds)

    @property
    def target(self) -> str:
        """The anchor of the innermost mark that has one and begins here: one link a mark, not one a piece."""
        named = [mark for mark in self.marks if mark.target and mark.start == self.start]
        return min(named, key=lambda mark: (mark.end - mark.start, mark)).target if named else ""


def segments(
    text: str, start: int, end: int, marks: Iterable[Mark], also_at: Iterable[int] = ()
) -> Iterator[Segment]:
    """The stretch [start, end) of a text as segments in order; joined they are the text again.

    Marks are clipped to the stretch, which is cut ``also_at`` these places, such as the ends of its
    paragraphs; the work is sorting the boundaries and one sweep.
    """
    inside = sorted(m for m in set(marks) if m.start < end and m.end > start and m.start < m.end)
    starts = {mark.start for mark in inside if mark.linked}
    boundaries = chain(also_at, *((m.start, m.end) for m in inside))
    cuts = sorted({start, end, *(c for c in boundaries if start < c < end)})
    active: list[Mark] = []
    upcoming = iter(inside)
    following = next(upcoming, None)
    for left, right in pairwise(cuts):
        active = [mark for mark in active if mark.end > left]
        while following is not None and following.start <= left:
            active.append(following)
            following = next(upcoming, None)
        yield Segment(left, text[left:right], tuple(active), left in starts)
