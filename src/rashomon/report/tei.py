"""The utterances of a result as a critical apparatus in TEI P5: reports are witnesses, renderings readings.

    comparison.json -> listWit (documents) -> div (story) -> app (utterance) -> rdg (quotation)

Words in which renderings differ stand in ``seg`` with the kind of difference. Method: TEI Guidelines,
chapter 12 (Critical Apparatus), location-referenced, since no base text is taken for the right one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from lxml import etree
from lxml.builder import ElementMaker

from rashomon.report.links import safe_url
from rashomon.report.values import Value, encodable

_TEI = "http://www.tei-c.org/ns/1.0"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_E = ElementMaker(namespace=_TEI, nsmap={None: _TEI})
#: What XML 1.0 cannot hold.
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: What our own ids are made of, and what xml:id and xml:lang may surely hold.
_NAME = re.compile(r"[A-Za-z][\w.-]*", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def to_tei(value: Value) -> str:
    """A result, parsed, as one TEI document; stories without utterances are left out."""
    documents = {d["id"]: d for d in value["documents"]}
    stories = [story for story in value["stories"] if story["utterances"]]
    told = list(dict.fromkeys(name for story in stories for name in story["documents"]))
    header = _E.teiHeader(
        _E.fileDesc(
            _E.titleStmt(_E.title("The same words in several reports")),
            _E.publicationStmt(
                _E.p(f"Made by Rashomon {value['generator']['version']} from the pages named here.")
            ),
            _E.sourceDesc(
                _E.listWit(*(_witness(documents[name]) for name in told)) if told else _E.p("No pages.")
            ),
        )
    )
    body = (
        _E.body(*(_story(story, documents) for story in stories)) if stories else _E.body(_E.p("None found."))
    )
    root = _E.TEI(header, _E.text(body))
    xml: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=False)
    return xml.decode("utf-8")


def _fit(text: str) -> str:
    return _UNFIT.sub("\ufffd", encodable(text))


def _name(name: str) -> str:
    """An id as xml:id may hold it; of one that it may not hold, which is none of ours, a digest."""
    if _NAME.fullmatch(name):
        return name
    return "x" + hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _witness(document: Value) -> etree._Element:
    teller = document["outlet"] or document["source"]
    parts = [_fit(part) for part in (teller, document["title"], document["published"]) if part]
    witness = _E.witness(", ".join(parts), {f"{_XML}id": _name(document["id"])})
    if url := safe_url(document["url"]):
        witness.append(_E.ptr(target=_fit(url)))
    return witness


def _story(story: Value, documents: Value) -> etree._Element:
    quotes = {quote["id"]: quote for quote in story["quotes"]}
    apparatus = (_utterance(u, quotes, documents, story["id"]) for u in story["utterances"])
    told = {"type": "story", f"{_XML}id": _name(story["id"])}
    return _E.div(told, _E.head(_fit(story["title"])), *apparatus)


def _utterance(utterance: Value, quotes: Value, documents: Value, story: str) -> etree._Element:
    told = [quotes[name] for name in utterance["quotes"]]
    speaker = next((q["speaker_name"] for q in told if q["speaker_name"]), "not known")
    app = _E.app(
        {"type": utterance["verdict"], f"{_XML}id": _name(f"{story}.{utterance['id']}")},
        *(_reading(quote, utterance["differences"], documents) for quote in told),
        _E.note(_fit(f"Speaker: {speaker}. {utterance.get('reason') or ''}".strip())),
        *(_E.note({"type": d["kind"]}, _fit(d["reason"])) for d in utterance["differences"]),
    )
    return _E.ab(app)


def _reading(quote: Value, differences: Iterable[Value], documents: Value) -> etree._Element:
    content = quote["content"]
    reading = _E.rdg(wit=f"#{_name(content['document'])}", type=quote["kind"])
    language = documents[content["document"]]["language"]
    if language and _LANGUAGE.fullmatch(language):
        reading.set(f"{_XML}lang", language)
    for text, kinds in _pieces(content, differences):
        if kinds:
            reading.append(_E.seg({"ana": " ".join(kinds)}, _fit(text)))
        elif len(reading):
            reading[-1].tail = _fit(text)
        else:
            reading.text = _fit(text)
    return reading


def _pieces(content: Value, differences: Iterable[Value]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The words of a rendering, cut where a difference begins or ends, each with its kinds of difference."""
    start, end = content["start"], content["end"]
    marked = [
        (max(span["start"], start), min(span["end"], end), difference["kind"])
        for difference in differences
        for span in difference["spans"]
        if span["document"] == content["document"] and span["start"] < end and span["end"] > start
    ]
    cuts = sorted({start, end, *(cut for low, high, _ in marked for cut in (low, high))})
    for low, high in pairwise(cuts):
        kinds = dict.fromkeys(f"#{kind}" for begin, stop, kind in marked if begin <= low and high <= stop)
        yield content["text"][low - start : high - start], tuple(kinds)
