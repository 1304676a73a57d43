"""comparison.json -> Comparison: the way back from a file, for reports of an older result and for Python.

What the file does not have stays at its default: a figure's frame, a dateline. Written again the comparison
gives the same file but for thresholds that have changed since.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rashomon.report.values import Value
from rashomon.types import (
    Actor,
    ActorLabel,
    Block,
    Caption,
    Comparison,
    DateMention,
    Descent,
    Difference,
    Document,
    Figure,
    Omission,
    Origin,
    Passage,
    Place,
    Provenance,
    Quantity,
    Quote,
    Related,
    Span,
    Speech,
    Statement,
    Story,
    StoryComparison,
    StoryQuote,
    TimelineEntry,
    Utterance,
    VoiceCount,
)


def from_value(value: Value) -> Comparison:
    """The comparison that a parsed result tells; it must be valid under the schema."""
    settings = value["settings"]
    return Comparison(
        tuple(_document(document) for document in value["documents"]),
        tuple(_story(story) for story in value["stories"]),
        tuple(settings.get("lexicon", {}).get("dictionaries", ())),
        settings.get("neural", {}).get("model"),
    )


def _span(value: Value) -> Span:
    return Span(value["document"], value["start"], value["end"], value["text"])


def _spans(values: Iterable[Value]) -> tuple[Span, ...]:
    return tuple(map(_span, values))


def _optional(value: Value | None) -> Span | None:
    return None if value is None else _span(value)


def _document(value: Value) -> Document:
    same = ("id", "source", "sha256", "url", "outlet", "agency", "title", "published", "published_from")
    return Document(
        **{key: value[key] for key in (*same, "language", "text", "skipped")},
        authors=tuple(value["authors"]),
        published_candidates=tuple(value["published_candidates"]),
        modified=value.get("modified"),
        provenance=tuple(Provenance(**told) for told in value.get("metadata", ())),
        blocks=tuple(
            Block(b["start"], b["end"], b["role"], tuple(Place(**place) for place in b.get("places", ())))
            for b in value.get("blocks", ())
        ),
        captions=tuple(map(Caption, value.get("captions", ()))),
    )


def _story(value: Value) -> StoryComparison:
    return StoryComparison(
        story=Story(
            value["id"], value["title"], tuple(value["documents"]), tuple(map(_related, value["related"]))
        ),
        origins=tuple(
            Origin(tuple(o["documents"]), o["kind"], o["reason"], _spans(o["spans"]))
            for o in value["origins"]
        ),
        actors=tuple(map(_actor, value["actors"])),
        quotes=tuple(map(_quote, value["quotes"])),
        utterances=tuple(map(_utterance, value["utterances"])),
        figures=tuple(
            Figure(f["id"], f["what"], f["verdict"], f["reason"], tuple(map(_quantity, f["values"])))
            for f in value["figures"]
        ),
        dates=tuple(
            DateMention(_span(d["span"]), d["value"], d["granularity"], d["reason"]) for d in value["dates"]
        ),
        timeline=tuple(TimelineEntry(e["date"], tuple(e["statements"])) for e in value["timeline"]),
        statements=tuple(
            Statement(s["id"], s["verdict"], s["reason"], _spans(s["members"]), s.get("origins", 1))
            for s in value["statements"]
        ),
        lineage=tuple(map(_descent, value.get("lineage", ()))),
        voices=tuple(map(_voice, value.get("voices", ()))),
        omissions=tuple(
            Omission(o["document"], o["statement"], o["told_by"], o["others"], o["reason"])
            for o in value.get("omissions", ())
        ),
    )


def _related(value: Value) -> Related:
    return Related(value["relation"], value["reason"], value.get("document"), value.get("story"))


def _actor(value: Value) -> Actor:
    labels = (ActorLabel(x["term"], _span(x["span"]), x["voice"]) for x in value["labels"])
    return Actor(value["id"], value["name"], value["kind"], _spans(value["mentions"]), tuple(labels))


def _quote(value: Value) -> StoryQuote:
    quote = Quote(
        value["id"],
        value["kind"],
        _span(value["content"]),
        _optional(value["cue"]),
        _optional(value["source"]),
        value["speaker_name"],
        value.get("relayed_by"),
        _optional(value.get("clause")),
    )
    return StoryQuote(quote, value["speaker"], value["speaker_name"])


def _utterance(value: Value) -> Utterance:
    told = Utterance(
        value["id"],
        value["speaker"],
        value["verdict"],
        value.get("reason", ""),
        tuple(value["quotes"]),
        tuple(map(_difference, value["differences"])),
        aligned=tuple(map(_spans, value.get("aligned", ()))),
    )
    known = {key: value[key] for key in ("kind", "confidence") if key in value}
    return replace(told, **known)


def _difference(value: Value) -> Difference:
    pairs = tuple((_span(one), _span(other)) for one, other in value.get("pairs", ()))
    return Difference(value["kind"], _spans(value["spans"]), value["reason"], pairs)


def _quantity(value: Value) -> Quantity:
    same = ("value", "low", "high", "unit", "as_of", "attributed_to")
    return Quantity(
        _span(value["span"]),
        **{key: value[key] for key in same},
        of=value.get("of"),
        place=value.get("place"),
        approximate=value.get("approximate", False),
    )


def _descent(value: Value) -> Descent:
    passages = (Passage(_span(p["source"]), _span(p["target"])) for p in value["passages"])
    same = ("kind", "directed", "reason", "credit", "share")
    return Descent(
        value["target"], value["source"], **{key: value[key] for key in same}, passages=tuple(passages)
    )


def _voice(value: Value) -> VoiceCount:
    speeches = (
        Speech(s["document"], s["direct"], s["indirect"], s["words"], tuple(s["quotes"]))
        for s in value["speeches"]
    )
    silent = tuple(value["named_only"]), tuple(value["absent"])
    return VoiceCount(value["name"], value["actor"], tuple(speeches), *silent)
