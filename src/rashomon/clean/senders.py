"""Which agency sent a report: dateline, byline, signature, a credit, or the lead ('..., reports TASS').

A rule reads one place; the first that names an agency decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.clean.agencies import AGENCIES, find_agency, given_names, outlet_names, without_agencies
from rashomon.clean.judged import Judged
from rashomon.clean.normalize import fold
from rashomon.clean.words import Phrases
from rashomon.types import Document

MAX_CREDIT_LINES = 12
MAX_BYLINE_LINE = 20
#: It is some sixty characters long at most, and sought among the last.
_END_CHARACTERS = 80
_CREDIT_END = re.compile(r"(?:\([^()]{2,40}\)|/[^/\n]{2,30}/|[-–—] ?(?P<after>[^.–—]{2,60}))\.?$")
#: What is left of 'Source: AFP': the report is the agency's, whoever signed it.
_SOURCE = re.compile(r"\W*[^\W\d_]+ ?[:：]\W*$")
_WORD = re.compile(r"[^\W\d_]+")
#: Two capitalised words; the first word of a line has its capital anyway.
_FULL_NAME = re.compile(r"(?<=[^\s]\s)[A-ZÀ-ÞА-ЯЁ][\w-]*[^\W\d_A-Z] [A-ZÀ-ÞА-ЯЁ][\w'’-]*[^\W\d_A-Z]")


def find_sender(
    document: Document,
    judged: Sequence[Judged],
    words: Phrases,
    *,
    outlet: str | None,
    told: Sequence[str],
    authors: Sequence[str],
) -> tuple[str, str] | None:
    """(agency, where it was read), or None; ``told`` are authors as the page states them, houses too."""
    body = [j.text for j in judged if j.kept and j.role in ("body", "deck")]
    if sender := _of_dateline(document, outlet):
        return sender, "dateline"
    if sender := _of_byline((*told, *authors), judged, words.credit):
        return sender, "byline"
    if sender := _of_signature(body, words.credit):
        return sender, "signature of the last paragraph"
    staff = any(find_agency(author) is None and fold(author) != fold(outlet or "") for author in authors)
    for line in _credits(judged, body, words.credit):
        found = find_agency(line)
        whole = line.startswith("©") or _SOURCE.match(without_agencies(line))
        if found and (whole or not (staff or _names_person(line))):
            return found[0], f"credit '{line[:60]}'"
    lead = _of_lead(body, words)
    return (lead, "lead") if lead else None


def _of_dateline(document: Document, outlet: str | None) -> str | None:
    """The agency of the dateline; a house that sends its own report ('(CNN)') is none."""
    sender = document.dateline.agency if document.dateline else None
    if sender is None or sender in AGENCIES.values():
        return sender
    return None if fold(sender) in {fold(outlet or ""), *outlet_names()} else sender


def _of_byline(authors: Sequence[str], judged: Sequence[Judged], credit: re.Pattern[str]) -> str | None:
    """The agency among the authors: 'By Ann Lee, Associated Press', but not 'By Ann Lee with AP'."""
    lines = [j.text for j in judged[:MAX_BYLINE_LINE] if j.role == "byline" and not credit.search(j.text)]
    parts = (part.strip() for line in (*authors, *lines) for part in re.split(r"[,;|/–—]| - ", line))
    return next((AGENCIES[name] for name in (*authors, *parts) if name in AGENCIES), None)


def _of_signature(body: Sequence[str], credit: re.Pattern[str]) -> str | None:
    """The agency that signs the last paragraph: '(dpa)', '/TASS/', '- Reuters', but not '(with dpa)'."""
    for text in body[-2:]:
        end = _CREDIT_END.search(text[-_END_CHARACTERS:])
        found = find_agency(end.group()) if end and not credit.search(end.group()) else None
        if found and found[1] <= len("- "):
            return found[0]
    return None


def _credits(judged: Sequence[Judged], body: Sequence[str], credit: re.Pattern[str]) -> list[str]:
    """What credits say; they stand among the last lines, and what is no part of the article may be one."""
    lines = [j.text for j in judged if j.role == "agency"]
    ends = [end for text in body[-2:] if (end := _CREDIT_END.search(text[-_END_CHARACTERS:]))]
    # Behind a dash a sentence may go on: '- as he told Reuters'.
    lines += [end.group() for end in ends if end["after"] is None or credit.search(end.group())]
    last = len(judged) - MAX_CREDIT_LINES
    texts = [j.text for i, j in enumerate(judged) if not j.kept or (i >= last and j.look.words <= 40)]
    return lines + [said.group() for text in texts if (said := credit.search(text))]


def _names_person(credit: str) -> bool:
    """Whether a credit names somebody beside the agencies: 'Daily News' Ann Lee and AP contributed'."""
    told = without_agencies(credit)
    return bool(_FULL_NAME.search(told)) or any(word in given_names() for word in _WORD.findall(told))


def _of_lead(body: Sequence[str], words: Phrases) -> str | None:
    """The agency whose report the first paragraphs pass on."""
    for text in body[:3]:
        for said in words.relay.finditer(text):
            if (found := find_agency(said.group())) and found[1] < 60:
                return found[0]
    return None
