"""A result as schema.org JSON-LD: the reports, who is quoted in them, and what they claim.

    comparison.json -> @graph of NewsArticle, Person | Organization, Quotation, Claim

A statement is one Claim that appears in the reports that tell it, in the words of the first; whether they
agree is said in words, since a verdict of ours is no ClaimReview: nothing is rated true or false.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rashomon.report.links import safe_url
from rashomon.report.values import Value

_KINDS = {"person": "Person", "organization": "Organization", "group": "Organization", "place": "Place"}


def to_schema_org(value: Value) -> str:
    """A result, parsed, as one JSON-LD graph."""
    documents = {document["id"]: document for document in value["documents"] if not document["skipped"]}
    graph = [_article(document) for document in documents.values()]
    for story in value["stories"]:
        graph += _of_story(story, documents)
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=True, indent=1) + "\n"


def _name(document: Value) -> str:
    return safe_url(document["url"]) or f"urn:rashomon:document:{document['id']}"


def _known(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def _article(document: Value) -> dict[str, Any]:
    outlet, agency = document["outlet"], document["agency"]
    return {"@type": "NewsArticle", "@id": _name(document)} | _known(
        headline=document["title"],
        url=safe_url(document["url"]),
        datePublished=document["published"],
        inLanguage=document["language"],
        publisher=outlet and {"@type": "Organization", "name": outlet},
        sourceOrganization=agency and {"@type": "Organization", "name": agency},
        author=[{"@type": "Person", "name": author} for author in document["authors"]],
        identifier=f"sha256:{document['sha256']}",
    )


def _of_story(story: Value, documents: Value) -> Iterator[dict[str, Any]]:
    prefix = f"urn:rashomon:{story['id']}"
    speaking = {quote["speaker"] for quote in story["quotes"]}
    for actor in story["actors"]:
        if actor["id"] in speaking:
            kind = _KINDS.get(actor["kind"], "Thing")
            yield {"@type": kind, "@id": f"{prefix}:{actor['id']}", "name": actor["name"]}
    for quote in story["quotes"]:
        yield _quotation(quote, prefix, documents)
    for statement in story["statements"]:
        yield _claim(statement, prefix, documents)


def _quotation(quote: Value, prefix: str, documents: Value) -> dict[str, Any]:
    document = documents[quote["content"]["document"]]
    speaker = (
        {"@id": f"{prefix}:{quote['speaker']}"}
        if quote["speaker"]
        else quote["speaker_name"] and {"@type": "Thing", "name": quote["speaker_name"]}
    )
    return {
        "@type": "Quotation",
        "@id": f"{prefix}:{quote['id']}",
        "text": quote["content"]["text"],
    } | _known(
        spokenByCharacter=speaker,
        inLanguage=document["language"],
        isPartOf={"@id": _name(document)},
        additionalType=f"{quote['kind']} quotation",
    )


def _claim(statement: Value, prefix: str, documents: Value) -> dict[str, Any]:
    members = statement["members"]
    told = list(dict.fromkeys(_name(documents[member["document"]]) for member in members))
    return {
        "@type": "Claim",
        "@id": f"{prefix}:{statement['id']}",
        "text": members[0]["text"],
        "inLanguage": documents[members[0]["document"]]["language"],
        "appearance": [{"@id": name} for name in told],
        "description": f"{statement['verdict']}: {statement['reason']}",
        "alternateName": [member["text"] for member in members[1:]],
    }
