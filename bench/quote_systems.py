"""Who finds quotations: Rashomon, plain rules as a baseline, and textacy where it is installed."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from typing import Any

from bench.quote_corpora import Attribution, Ranges, Sample, document_of
from rashomon.annotate.entities import find_mentions
from rashomon.annotate.quote_marks import pair_marks
from rashomon.annotate.quote_words import lexicon
from rashomon.annotate.quotes import find_quotes
from rashomon.annotate.sentences import split_sentences
from rashomon.annotate.speakers import resolve_speakers
from rashomon.config import QuoteConfig
from rashomon.types import Quote, Span

#: A system gives the attributions of a text and the seconds that took; None where it failed.
System = Callable[[Sample, re.Pattern[str] | None], tuple[tuple[Attribution, ...], float] | None]

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")
_MIN_QUOTED = 3


def rashomon(sample: Sample, speech: re.Pattern[str] | None) -> tuple[tuple[Attribution, ...], float]:
    """The quotes with their speakers, by the functions a run uses.

    The seconds are of this process, for sentences, quotes and speakers, not for the names these lean on.
    """
    document = document_of(sample)
    config = QuoteConfig()
    begin = time.process_time()
    sentences = split_sentences(document)
    quotes = find_quotes(document, sentences, config)
    seconds = time.process_time() - begin
    mentions = find_mentions(document, sentences)
    begin = time.process_time()
    quotes = resolve_speakers(document, sentences, mentions, quotes)
    seconds += time.process_time() - begin
    found = pieces(quotes) if sample.language == "de" else joined(quotes, sample.text, speech)
    return found, seconds


def plain_rules(sample: Sample, speech: re.Pattern[str] | None) -> tuple[tuple[Attribution, ...], float]:
    """What a few lines do: every quoted piece of three words, and what follows a cue up to the full stop."""
    begin = time.process_time()
    words = lexicon(sample.language)
    core = words.sets["core"] or frozenset(form for form, kind in words.cues.items() if kind == "say")
    found = []
    for quoted in pair_marks(sample.text, 0, len(sample.text)):
        if len(sample.text[quoted.start : quoted.end].split()) >= _MIN_QUOTED:
            found.append(Attribution(((quoted.inner_start, quoted.inner_end),), "direct", ""))
    taken = [f.content[0] for f in found]
    for sentence in _SENTENCE.finditer(sample.text):
        cue = next((m for m in re.finditer(r"\w+", sentence.group()) if m.group().lower() in core), None)
        if cue is None or any(a < sentence.end() and sentence.start() < b for a, b in taken):
            continue
        start = sentence.start() + cue.end()
        source = ((sentence.start(), sentence.start() + cue.start()),)
        found.append(Attribution(((start, sentence.end()),), "indirect", cue.group().lower(), source))
    return tuple(found), time.process_time() - begin


def textacy(sample: Sample, speech: re.Pattern[str] | None) -> tuple[tuple[Attribution, ...], float] | None:
    """textacy's ``direct_quotations`` (direct only), which fails where quotation marks are odd."""
    tools = textacy_tools()
    assert tools is not None
    parse, direct_quotations = tools
    begin = time.process_time()
    try:
        triples = list(direct_quotations(parse(sample.text)))
    except ValueError:
        return None
    found = [
        Attribution(
            ((t.content.start_char, t.content.end_char),),
            "direct",
            " ".join(token.text for token in t.cue).lower(),
            tuple((token.idx, token.idx + len(token.text)) for token in t.speaker),
        )
        for t in triples
    ]
    return tuple(found), time.process_time() - begin


@cache
def textacy_tools() -> tuple[Any, Any] | None:
    """A spaCy pipeline that tags and parses, and ``direct_quotations``; None where one is not installed."""
    try:
        parse = import_module("spacy").load("en_core_web_sm")
        return parse, import_module("textacy.extract").direct_quotations
    except (ImportError, OSError):
        return None


# ---------------------------------------------------------------- our quotes as the corpora have them


def pieces(quotes: Iterable[Quote]) -> tuple[Attribution, ...]:
    """Each quote by itself, and the clause around a quoted fragment as one more, as Wikinews has it."""
    found: dict[Ranges, Attribution] = {}
    for quote in quotes:
        cue = quote.cue.text if quote.cue else ""
        for span, kind in ((quote.content, quote.kind), (quote.clause, "indirect")):
            if span:
                content = ((span.start, span.end),)
                found.setdefault(content, Attribution(content, kind, cue, _source(quote), quote.speaker))
    return tuple(found.values())


def joined(quotes: Iterable[Quote], text: str, speech: re.Pattern[str] | None) -> tuple[Attribution, ...]:
    """One attribution for all quotes under the same cue, as PARC 3 has it; one for each quote without cue."""
    groups: dict[tuple[int, int], list[Quote]] = {}
    for quote in quotes:
        key = (quote.cue.start, quote.cue.end) if quote.cue else (-1, quote.content.start)
        groups.setdefault(key, []).append(quote)
    found = []
    for group in groups.values():
        cue = group[0].cue.text.lower() if group[0].cue else ""
        kinds = {q.kind for q in group}
        found.append(
            Attribution(
                merged((q.clause or q.content) for q in group),
                kinds.pop() if len(kinds) == 1 else "mixed",
                cue,
                _source(group[0]),
                group[0].speaker,
                speech is None or not cue or bool(speech.search(cue)),
            )
        )
    return tuple(found)


def _source(quote: Quote) -> Ranges:
    return ((quote.source.start, quote.source.end),) if quote.source else ()


def merged(spans: Iterable[Span]) -> Ranges:
    """The ranges of the spans, overlapping ones made one."""
    ranges: list[tuple[int, int]] = []
    for start, end in sorted((s.start, s.end) for s in spans):
        if ranges and start <= ranges[-1][1] + 2:
            ranges[-1] = (ranges[-1][0], max(end, ranges[-1][1]))
        else:
            ranges.append((start, end))
    return tuple(ranges)
