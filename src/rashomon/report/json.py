"""comparison.json: the contract "rashomon.comparison/1"."""

from __future__ import annotations

import json
import math
import re
from dataclasses import asdict, replace
from typing import Any

import rashomon
from rashomon.config import Config, LexiconConfig
from rashomon.types import (
    Actor,
    Comparison,
    Descent,
    Difference,
    Document,
    Figure,
    Quantity,
    Span,
    Statement,
    StoryComparison,
    StoryQuote,
    Utterance,
    VoiceCount,
)

#: Larger whole numbers are not exact in a float; they stay as they are.
_EXACT = 2**53
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(comparison: Comparison, config: Config) -> str:
    """The comparison as JSON text: the same bytes for the same comparison and settings.

    Half a surrogate pair, which a broken page can hold, is written as an escape so that the text
    can be encoded.
    """
    text = json.dumps(to_value(comparison, config), ensure_ascii=False, indent=1, allow_nan=False)
    return spelled(text) + "\n"


def spelled(text: str) -> str:
    """JSON text with halves of surrogate pairs as escapes, so that it can be encoded."""
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def to_value(comparison: Comparison, config: Config) -> dict[str, Any]:
    """The comparison as plain dicts and lists in the shape of the contract."""
    return {
        "schema": "rashomon.comparison/1",
        "generator": {"name": "rashomon", "version": rashomon.__version__},
        "settings": _settings(comparison, config),
        "documents": [document_value(document) for document in comparison.documents],
        "stories": [_story(story) for story in comparison.stories],
    }


def _settings(comparison: Comparison, config: Config) -> dict[str, Any]:
    """The thresholds of the run, and what a user brought to it."""
    lexicon = LexiconConfig(comparison.dictionaries)
    settings: dict[str, Any] = _plain(asdict(replace(config, lexicon=lexicon)))
    settings["neural"]["model"] = comparison.model
    return settings


def _plain(value: Any) -> Any:
    """Settings as JSON has them: sets sorted, paths and the like as text."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(map(_plain, value))
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, float):
        return _number(value)
    return value if isinstance(value, (str, int, bool, type(None))) else str(value)


def _number(value: float | None) -> float | int | None:
    """Whole floats as integers; JSON has no infinity and no NaN, so these are unknown."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < _EXACT else value


def _span(span: Span) -> dict[str, Any]:
    return {"document": span.document_id, "start": span.start, "end": span.end, "text": span.text}


def _optional(span: Span | None) -> dict[str, Any] | None:
    return None if span is None else _span(span)


def document_value(document: Document) -> dict[str, Any]:
    """A document in the shape of the contract."""
    return {
        "id": document.id,
        "source": document.source,
        "sha256": document.sha256,
        "url": document.url,
        "outlet": document.outlet,
        "agency": document.agency,
        "authors": list(document.authors),
        "title": document.title,
        "published": document.published,
        "published_from": document.published_from,
        "published_candidates": list(document.published_candidates),
        "modified": document.modified,
        "metadata": [asdict(told) for told in document.provenance],
        "language": document.language,
        "text": document.text,
        "blocks": [
            {"start": b.start, "end": b.end, "role": b.role, "places": [asdict(place) for place in b.places]}
            for b in document.blocks
        ],
        "captions": [caption.text for caption in document.captions],
        "skipped": document.skipped,
    }


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "mentions": [_span(span) for span in actor.mentions],
        "labels": [{"term": x.term, "span": _span(x.span), "voice": x.voice} for x in actor.labels],
    }


def _quote(item: StoryQuote) -> dict[str, Any]:
    quote = item.quote
    return {
        "id": quote.id,
        "kind": quote.kind,
        "content": _span(quote.content),
        "cue": _optional(quote.cue),
        "source": _optional(quote.source),
        "speaker": item.actor_id,
        "speaker_name": item.speaker_name,
        "relayed_by": quote.relayed_by,
        "clause": _optional(quote.clause),
    }


def _difference(difference: Difference) -> dict[str, Any]:
    return {
        "kind": difference.kind,
        "spans": [_span(span) for span in difference.spans],
        "reason": difference.reason,
        "pairs": [[_span(one), _span(other)] for one, other in difference.pairs],
    }


def _utterance(utterance: Utterance) -> dict[str, Any]:
    return {
        "id": utterance.id,
        "speaker": utterance.speaker,
        "verdict": utterance.verdict,
        "reason": utterance.reason,
        "quotes": list(utterance.quote_ids),
        "differences": [_difference(difference) for difference in utterance.differences],
        "kind": utterance.kind,
        "confidence": utterance.confidence,
        "aligned": [[_span(span) for span in row] for row in utterance.aligned],
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "span": _span(quantity.span),
        "value": _number(quantity.value),
        "low": _number(quantity.low),
        "high": _number(quantity.high),
        "unit": quantity.unit,
        "as_of": quantity.as_of,
        "attributed_to": quantity.attributed_to,
        "of": quantity.of,
        "place": quantity.place,
        "approximate": quantity.approximate,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "id": figure.id,
        "what": figure.what,
        "verdict": figure.verdict,
        "reason": figure.reason,
        "values": [_quantity(quantity) for quantity in figure.values],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "verdict": statement.verdict,
        "reason": statement.reason,
        "members": [_span(member) for member in statement.members],
        "origins": statement.origins,
    }


def _descent(descent: Descent) -> dict[str, Any]:
    return {
        "target": descent.target_id,
        "source": descent.source_id,
        "credit": descent.credit,
        "kind": descent.kind,
        "directed": descent.directed,
        "share": _number(round(descent.share, 3)),
        "reason": descent.reason,
        "passages": [{"source": _span(p.source), "target": _span(p.target)} for p in descent.passages],
    }


def _voice(voice: VoiceCount) -> dict[str, Any]:
    return {
        "name": voice.name,
        "actor": voice.actor_id,
        "speeches": [
            {
                "document": s.document_id,
                "direct": s.direct,
                "indirect": s.indirect,
                "words": s.words,
                "quotes": list(s.quote_ids),
            }
            for s in voice.speeches
        ],
        "named_only": list(voice.named_only),
        "absent": list(voice.absent),
    }


def _related(story: StoryComparison) -> list[dict[str, Any]]:
    return [
        {"document": r.document_id, "relation": r.relation, "reason": r.reason}
        if r.document_id
        else {"story": r.story_id, "relation": r.relation, "reason": r.reason}
        for r in story.story.related
    ]


def _story(story: StoryComparison) -> dict[str, Any]:
    return {
        "id": story.story.id,
        "title": story.story.title,
        "documents": list(story.story.document_ids),
        "related": _related(story),
        "origins": [
            {
                "documents": list(o.document_ids),
                "kind": o.kind,
                "reason": o.reason,
                "spans": [_span(span) for span in o.spans],
            }
            for o in story.origins
        ],
        "actors": [_actor(actor) for actor in story.actors],
        "quotes": [_quote(quote) for quote in story.quotes],
        "utterances": [_utterance(utterance) for utterance in story.utterances],
        "figures": [_figure(figure) for figure in story.figures],
        "dates": [
            {"span": _span(d.span), "value": d.value, "granularity": d.granularity, "reason": d.reason}
            for d in story.dates
        ],
        "timeline": [{"date": e.date, "statements": list(e.statement_ids)} for e in story.timeline],
        "statements": [_statement(statement) for statement in story.statements],
        "lineage": [_descent(descent) for descent in story.lineage],
        "voices": [_voice(voice) for voice in story.voices],
        "omissions": [
            {
                "document": o.document_id,
                "statement": o.statement_id,
                "told_by": o.told_by,
                "others": o.others,
                "reason": o.reason,
            }
            for o in story.omissions
        ],
    }
