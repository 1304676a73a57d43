"""The grammatical subject of a Russian cue, from natasha's syntax.

Word order is free in Russian, so the noun phrase beside the cue is a worse guess than its nsubj.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.annotate.russian import Parse, Token, morphology, parse

_SUBJECTS = ("nsubj", "nsubj:pass")
#: What hangs on a subject without being part of its name.
_LOOSE = ("acl:relcl", "acl", "parataxis", "punct", "conj", "advcl", "cc", "nsubj", "discourse")
_VERBAL = ("conj", "advcl", "parataxis", "xcomp", "acl", "ccomp")
_MAX_CLIMB = 3


@dataclass(frozen=True, slots=True)
class Syntax:
    """A parse with the children of each token."""

    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    children: Mapping[int, tuple[int, ...]]


def read_syntax(text: str) -> Syntax:
    """The syntax of a whole document."""
    parsed: Parse = parse(text)
    children: dict[int, list[int]] = {}
    for i, token in enumerate(parsed.tokens):
        if token.head >= 0:
            children.setdefault(token.head, []).append(i)
    return Syntax(
        parsed.tokens,
        tuple(t.start for t in parsed.tokens),
        {head: tuple(kids) for head, kids in children.items()},
    )


def subject_of(syntax: Syntax, start: int, end: int) -> tuple[int, int] | None:
    """The code points of the subject of the verb at ``start``-``end``, or None."""
    at = bisect_left(syntax.starts, start)
    while at < len(syntax.tokens) and syntax.tokens[at].start < end and syntax.tokens[at].pos != "VERB":
        at += 1
    if at >= len(syntax.tokens) or syntax.tokens[at].start >= end:
        return None
    for _ in range(_MAX_CLIMB):
        for child in syntax.children.get(at, ()):
            if syntax.tokens[child].relation in _SUBJECTS and syntax.tokens[child].pos in (
                "NOUN",
                "PROPN",
                "PRON",
            ):
                return _balanced(syntax, *_extent(syntax, child, at))
        if syntax.tokens[at].relation not in _VERBAL or syntax.tokens[at].head < 0:
            return None
        at = syntax.tokens[at].head
    return None


def nominative(syntax: Syntax, start: int, end: int) -> str:
    """The phrase with its head noun and the adjectives before it in the nominative: "пресс-службе порта"
    becomes "пресс-служба порта". Names of persons stay as they are; entities has them.
    """
    first = bisect_left(syntax.starts, start)
    phrase = list(syntax.tokens[first : bisect_left(syntax.starts, end)])
    if not phrase:
        return ""
    text = _text(phrase)
    at = next((i for i, t in enumerate(phrase) if t.pos in ("NOUN", "PROPN")), None)
    if at is None or phrase[at].case in (None, "Nom") or phrase[at].pos == "PROPN":
        return text
    number = "plur" if phrase[at].number == "Plur" else "sing"
    forms = []
    for token in phrase[: at + 1]:
        form = token.text
        if token.pos in ("NOUN", "ADJ", "DET", "NUM") and token.case == phrase[at].case:
            form = _inflected(token, number)
        forms.append((token, form))
    return _text(phrase[: at + 1], [form for _, form in forms]) + text[len(_text(phrase[: at + 1])) :]


def _text(phrase: list[Token], forms: list[str] | None = None) -> str:
    parts = []
    for i, token in enumerate(phrase):
        gap = " " * (i > 0 and token.start > phrase[i - 1].end)
        parts.append(gap + (forms[i] if forms else token.text))
    return "".join(parts)


def _inflected(token: Token, number: str) -> str:
    """The word in the nominative, with the capital it has; itself where pymorphy knows no such form."""
    cases = {"Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
    case = cases.get(token.case or "")
    readings = morphology().parse(token.text)
    # "порту": pymorphy tells second cases apart.
    same = {case, case[:3] + "2"} if case else set()
    reading = next((r for r in readings if number in r.tag and any(c in r.tag for c in same)), readings[0])
    wanted = {"nomn", number}
    gender = {"Masc": "masc", "Fem": "femn", "Neut": "neut"}.get(token.gender or "")
    if token.pos in ("ADJ", "DET") and number == "sing" and gender:
        wanted.add(gender)
    form = reading.inflect(wanted)
    if form is None or token.text.isupper():
        return token.text
    return str(form.word).capitalize() if token.text[:1].isupper() else str(form.word)


def _balanced(syntax: Syntax, start: int, end: int) -> tuple[int, int]:
    """With the closing mark of a name that opens one: газета «Утро»."""
    first, last = bisect_left(syntax.starts, start), bisect_left(syntax.starts, end)
    opened = sum((t.text == "«") - (t.text == "»") for t in syntax.tokens[first:last])
    if opened > 0 and last < len(syntax.tokens) and syntax.tokens[last].text == "»":
        return start, syntax.tokens[last].end
    return start, end


def _extent(syntax: Syntax, head: int, verb: int) -> tuple[int, int]:
    """The subject with what belongs to its name, on its side of the verb."""
    start, end = syntax.tokens[head].start, syntax.tokens[head].end
    pending = [head]
    seen = {head}
    while pending:
        for child in syntax.children.get(pending.pop(), ()):
            token = syntax.tokens[child]
            if child in seen or token.relation in _LOOSE or (child < verb) != (head < verb):
                continue
            seen.add(child)
            pending.append(child)
            start, end = min(start, token.start), max(end, token.end)
    return start, end
