"""A result as W3C Web Annotations (JSON-LD): each finding at its words, for annotation tools.

    comparison.json -> one annotation a finding, its spans as targets -> AnnotationCollection

A passage of a page whose address is known is selected on the live page by its words and what stands around
them (TextQuoteSelector). The text of any other page is named by a URN, where the position holds too
(TextPositionSelector, code points). Method: Web Annotation Data Model, W3C Recommendation 2017.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from rashomon.report.links import safe_url
from rashomon.report.values import Value, urn
from rashomon.report.wording import DIFFERENCES

#: Characters before and after a passage by which it is told from the same words elsewhere.
_AROUND = 32


def to_annotations(value: Value) -> str:
    """A result, parsed, as an AnnotationCollection with all annotations on its first page."""
    documents = {document["id"]: document for document in value["documents"]}
    generator = {
        "id": "urn:rashomon",
        "type": "Software",
        "name": "Rashomon",
        "version": value["generator"]["version"],
    }
    items = [
        {"id": urn(story["id"], name), "type": "Annotation", **told, "target": targets}
        for story in value["stories"]
        for name, told, spans in _findings(story, documents)
        if (targets := [_target(span, documents[span["document"]]) for span in spans])
    ]
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:rashomon:annotations",
        "type": "AnnotationCollection",
        "label": "Rashomon: " + "; ".join(story["title"] for story in value["stories"][:3]),
        "generator": generator,
        "total": len(items),
        "first": {
            "id": "urn:rashomon:annotations:1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    return json.dumps(collection, ensure_ascii=True, indent=1) + "\n"


def _findings(
    story: Value, documents: Mapping[str, Value]
) -> Iterator[tuple[str, dict[str, Any], list[Value]]]:
    """Of each finding a name, what is said of it, and its spans."""
    yield from _said(story)
    yield from _passed_on(story, documents)
    for figure in story["figures"]:
        told = f"{figure['what']}: {figure['verdict']}. {figure['reason']}"
        yield figure["id"], _body("assessing", told, figure["verdict"]), [v["span"] for v in figure["values"]]
    for s in story["statements"]:
        yield s["id"], _body("assessing", f"{s['verdict']}. {s['reason']}", s["verdict"]), s["members"]
    for date in story["dates"]:
        span = date["span"]
        # A quarter is told by its first and its last month, both at the same words.
        name = f"date:{span['document']}:{span['start']}:{date['value']}"
        yield name, _body("identifying", f"{date['value']}: {date['reason']}", date["value"]), [span]
    for actor in story["actors"]:
        for label in actor["labels"]:
            span = label["span"]
            voice = "in the outlet's own voice" if label["voice"] == "outlet" else "in quoted words"
            body = _body(
                "classifying", f"{actor['name']} is called this {voice}", actor["name"], label["term"]
            )
            yield f"label:{actor['id']}:{span['document']}:{span['start']}-{span['end']}", body, [span]


def _said(story: Value) -> Iterator[tuple[str, dict[str, Any], list[Value]]]:
    contents = {quote["id"]: quote["content"] for quote in story["quotes"]}
    for quote in story["quotes"]:
        speaker = quote["speaker_name"] or "speaker not known"
        body = _body("identifying", f"{quote['kind']} quotation: {speaker}", quote["kind"], speaker)
        yield quote["id"], body, [quote["content"]]
    for utterance in story["utterances"]:
        reason = utterance.get("reason") or "the same words of one speaker"
        spans = [contents[name] for name in utterance["quotes"]]
        yield (
            utterance["id"],
            _body("linking", f"{utterance['verdict']}. {reason}", utterance["verdict"]),
            spans,
        )
        for number, difference in enumerate(utterance["differences"]):
            kind = DIFFERENCES.get(difference["kind"], difference["kind"])
            body = _body("assessing", f"{kind}: {difference['reason']}", difference["kind"])
            yield f"{utterance['id']}:{number}", body, difference["spans"]


def _passed_on(
    story: Value, documents: Mapping[str, Value]
) -> Iterator[tuple[str, dict[str, Any], list[Value]]]:
    """Passages of one report in another, and what is not found in one, at the words that others have."""
    for number, link in enumerate(story.get("lineage", ())):
        spans = [passage[end] for passage in link["passages"] for end in ("source", "target")]
        yield f"lineage:{number}", _body("linking", f"{link['kind']}: {link['reason']}", link["kind"]), spans
    members = {statement["id"]: statement["members"] for statement in story["statements"]}
    for omission in story.get("omissions", ()):
        name = f"omission:{omission['document']}:{omission['statement']}"
        document = documents[omission["document"]]
        told = f"{document['outlet'] or document['source']}: {omission['reason']}"
        yield name, _body("assessing", told, "omission"), members[omission["statement"]]


def _body(motivation: str, comment: str, *tags: str) -> dict[str, Any]:
    told = [{"type": "TextualBody", "purpose": "commenting", "value": comment, "format": "text/plain"}]
    tagged = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags]
    return {"motivation": motivation, "body": [*told, *tagged]}


def _target(span: Value, document: Value) -> dict[str, Any]:
    text, start, end = document["text"], span["start"], span["end"]
    words = {
        "type": "TextQuoteSelector",
        "exact": span["text"],
        "prefix": text[max(0, start - _AROUND) : start],
        "suffix": text[end : end + _AROUND],
    }
    if url := safe_url(document["url"]):
        return {"source": url, "selector": words}
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return {"source": urn("document", document["id"]), "selector": [words, position]}
