"""A result as schema.org JSON-LD: the reports, who is quoted in them, and what they claim.

    comparison.json -> @graph of NewsArticle, Person | Organization, Quotation, Claim

A report is named by its address where no other report has the same, else by a URN; ``isBasedOn`` are the
reports that it has its words from.

A statement is one Claim that appears in the reports that tell it, in the words of the first; whether they
agree is said in words, since a verdict of ours is no ClaimReview: nothing is rated true or false.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from rashomon.report.links import safe_url
from rashomon.report.values import Value, urn

_KINDS = {"person": "Person", "organization": "Organization", "group": "Organization", "place": "Place"}


def to_schema_org(value: Value) -> str:
    """A result, parsed, as one JSON-LD graph."""
    documents = _named(value["documents"])
    sources: defaultdict[str, list[str]] = defaultdict(list)
    for link in (link for story in value["stories"] for link in story.get("lineage", ())):
        if link["directed"] and link["source"]:
            sources[link["target"]].append(documents[link["source"]]["name"])
    read = [document for document in documents.values() if not document["skipped"]]
    graph = [_article(document, sources[document["id"]]) for document in read]
    for story in value["stories"]:
        graph += _of_story(story, documents)
    return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=True, indent=1) + "\n"


def _named(documents: Sequence[Value]) -> dict[str, Value]:
    """The documents by their ids, with the name of each: two nodes of one name would be one report."""
    addresses = [safe_url(document["url"]) for document in documents]
    told = Counter(addresses)
    return {
        d["id"]: {**d, "name": url if url and told[url] == 1 else urn("document", d["id"])}
        for d, url in zip(documents, addresses, strict=True)
    }


def _known(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def _article(document: Value, sources: Sequence[str]) -> dict[str, Any]:
    outlet, agency = document["outlet"], document["agency"]
    return {"@type": "NewsArticle", "@id": document["name"]} | _known(
        headline=document["title"],
        url=safe_url(document["url"]),
        datePublished=document["published"],
        inLanguage=document["language"],
        publisher=outlet and {"@type": "Organization", "name": outlet},
        sourceOrganization=agency and {"@type": "Organization", "name": agency},
        author=[{"@type": "Person", "name": author} for author in document["authors"]],
        identifier=f"sha256:{document['sha256']}",
        isBasedOn=[{"@id": source} for source in dict.fromkeys(sources)],
    )


def _of_story(story: Value, documents: Value) -> Iterator[dict[str, Any]]:
    speaking = {quote["speaker"] for quote in story["quotes"]}
    for actor in story["actors"]:
        if actor["id"] in speaking:
            kind = _KINDS.get(actor["kind"], "Thing")
            yield {"@type": kind, "@id": urn(story["id"], actor["id"]), "name": actor["name"]}
    for quote in story["quotes"]:
        yield _quotation(quote, story["id"], documents)
    for statement in story["statements"]:
        yield _claim(statement, story["id"], documents)


def _quotation(quote: Value, story: str, documents: Value) -> dict[str, Any]:
    document = documents[quote["content"]["document"]]
    speaker = (
        {"@id": urn(story, quote["speaker"])}
        if quote["speaker"]
        else quote["speaker_name"] and {"@type": "Thing", "name": quote["speaker_name"]}
    )
    return {
        "@type": "Quotation",
        "@id": urn(story, quote["id"]),
        "text": quote["content"]["text"],
    } | _known(
        spokenByCharacter=speaker,
        inLanguage=document["language"],
        isPartOf={"@id": document["name"]},
        additionalType=f"{quote['kind']} quotation",
    )


def _claim(statement: Value, story: str, documents: Value) -> dict[str, Any]:
    members = statement["members"]
    told = list(dict.fromkeys(documents[member["document"]]["name"] for member in members))
    return {
        "@type": "Claim",
        "@id": urn(story, statement["id"]),
        "text": members[0]["text"],
        "inLanguage": documents[members[0]["document"]]["language"],
        "appearance": [{"@id": name} for name in told],
        "description": f"{statement['verdict']}: {statement['reason']}",
        "alternateName": [member["text"] for member in members[1:]],
    }
