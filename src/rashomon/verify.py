"""Proof of a result: its spans, its pages, its paragraphs and quotations, each looked up anew.

result file -> schema -> references, spans -> pages cleaned again
            -> each paragraph read at its place in the raw page -> quotations inside proven paragraphs
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree
from lxml import html as lxml_html

import rashomon
from rashomon.bundle import Bundle, is_bundle, read_bundle
from rashomon.clean import source_of
from rashomon.errors import ResultError
from rashomon.pipeline import clean_pages
from rashomon.read.files import read_pages
from rashomon.report.schema import validate
from rashomon.report.values import spans_in
from rashomon.types import Page

#: Problems beyond these are counted, not printed.
MOST_LINES = 40
#: Elements whose content is no text of the page around them; icons have titles inside a sentence.
_UNSEEN = ("script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp")
#: White space, and what is not seen: soft hyphens, joiners, marks of direction, controls, no characters.
_BETWEEN = re.compile(
    "[\\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\x00-\x1f\x7f\ufdd0-\ufdef\ufffd-\uffff]+"
)
_JSON_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\([\"/])|\\[nrt]")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a result says that does not hold, and where it says so."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a kind were looked up, and how many hold."""

    held: int
    of: int
    what: str


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What was looked up and what does not hold."""

    counts: tuple[Count, ...]
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Whether everything holds."""
        return not self.problems

    def lines(self) -> list[str]:
        """The counts, then the problems, a line each."""
        told = [f"{count.held:,} of {count.of:,} {count.what}" for count in self.counts]
        told += [f"  {problem.where}: {problem.what}" for problem in self.problems[:MOST_LINES]]
        if len(self.problems) > MOST_LINES:
            told.append(f"  and {len(self.problems) - MOST_LINES} more")
        return [*told, "Everything holds." if self.ok else f"{len(self.problems)} do not hold."]


def run_verify(result_path: Path, pages: Sequence[str] = ()) -> VerifyReport:
    """Prove a result against its pages: those given, else those of its bundle, else where it says they lie.

    Raises ResultError for a file that is no result, InputError when no page given can be read.
    """
    if is_bundle(result_path):
        return _verify_bundle(read_bundle(result_path), pages)
    value = load_result(result_path)
    paths = list(pages) or _paths(value, result_path.parent)
    return verify(value, read_pages(paths) if paths else ())


def _verify_bundle(bundle: Bundle, pages: Sequence[str]) -> VerifyReport:
    """Prove the result of a bundle against the pages in it, and its files against its hashes."""
    report = verify(bundle.result, read_pages(pages) if pages else bundle.pages)
    files = Count(bundle.files - len(bundle.changed), bundle.files, "files of the bundle have their hashes")
    problems = tuple(Problem("bundle", what) for what in bundle.changed)
    return VerifyReport((files, *report.counts), (*problems, *report.problems))


def load_result(path: Path) -> Any:
    """The parsed file. Raises ResultError when it cannot be read or is of another schema."""
    try:
        value = json.loads(path.read_bytes())
    except OSError as error:
        raise ResultError(f"{path} could not be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise ResultError(f"{path} is not JSON: {error}") from error
    schema = value.get("schema") if isinstance(value, dict) else None
    if schema != "rashomon.comparison/1":
        raise ResultError(f"{path} is not a rashomon.comparison/1 but {schema or 'something else'}")
    return value


def load_valid_result(path: Path) -> Any:
    """The parsed result of a file or a bundle. Raises ResultError too where it breaks the schema, or where
    an id in it names nothing or a span does not stand where it says.
    """
    value = read_bundle(path).result if is_bundle(path) else load_result(path)
    broken = validate(value)
    if not broken:
        texts = {document["id"]: document["text"] for document in value["documents"]}
        _, astray = _spans(value, texts)
        broken = [f"{problem.where}: {problem.what}" for problem in (*_references(value, texts), *astray)]
    if broken:
        raise ResultError(f"{path} is not valid: {broken[0]}")
    return value


def verify(value: Any, pages: Sequence[Page]) -> VerifyReport:
    """Prove a parsed result against pages; a result that breaks the schema is looked up no further."""
    broken = [Problem("schema", line) for line in validate(value)]
    if broken:
        return VerifyReport((), tuple(broken))
    texts = {document["id"]: document["text"] for document in value["documents"]}
    references = list(_references(value, texts))
    count, astray = _spans(value, texts)
    documents = [document for document in value["documents"] if document["skipped"] is None]
    found, changed = _pages(documents, pages)
    quotes = [q for story in value["stories"] for q in story["quotes"] if q["kind"] != "indirect"]
    blocks = [(document, block) for document in documents for block in document.get("blocks", ())]
    proven, displaced = _proven(blocks, found)
    missing = list(_missing(quotes, proven, {document["id"]: document["source"] for document in documents}))
    counts = (
        Count(count - len(astray), count, "spans stand where they say"),
        Count(len(documents) - len(changed), len(documents), "pages are unchanged and give the same text"),
        Count(sum(map(len, proven.values())), len(blocks), "paragraphs stand at their places in the pages"),
        Count(len(quotes) - len(missing), len(quotes), "direct quotations stand in their pages"),
    )
    other = _other_version(value["generator"]["version"]) if changed else ()
    return VerifyReport(counts, (*other, *references, *astray, *changed, *displaced, *missing))


def _other_version(version: str) -> tuple[Problem, ...]:
    """Why pages may be read otherwise now than when the result was made."""
    if version == rashomon.__version__:
        return ()
    told = f"made by Rashomon {version}; this is {rashomon.__version__}, which may clean a page otherwise"
    return (Problem("generator", told),)


def _paths(value: Any, folder: Path) -> list[str]:
    """The files the documents were read from, looked for here and beside the result."""
    documents = value.get("documents") if isinstance(value.get("documents"), list) else []
    sources = [d["source"] for d in documents if isinstance(d, dict) and isinstance(d.get("source"), str)]
    # A feed's article is feed.jsonl#3; a file may have # in its name too.
    names = dict.fromkeys(name for source in sources for name in (source, source.rpartition("#")[0]) if name)
    candidates = (next((p for p in (Path(n), folder / n) if p.is_file()), None) for n in names if n != "-")
    return [path.as_posix() for path in candidates if path is not None]


# ---------------------------------------------------------------- inside the result


def _spans(value: Any, texts: Mapping[str, str]) -> tuple[int, list[Problem]]:
    """How many spans the stories have, and those that do not stand where they say."""
    spans = list(spans_in(value["stories"], "stories"))
    return len(spans), [problem for where, span in spans if (problem := _astray(where, span, texts))]


def _astray(where: str, span: Mapping[str, Any], texts: Mapping[str, str]) -> Problem | None:
    text = texts.get(span["document"])
    if text is None:
        return Problem(where, f"no document {span['document']}")
    if span["start"] > span["end"] or text[span["start"] : span["end"]] != span["text"]:
        return Problem(where, f"“{_short(span['text'])}” does not stand at {span['start']}–{span['end']}")
    return None


def _references(value: Any, documents: Mapping[str, str]) -> Iterator[Problem]:
    """Ids that name nothing."""
    stories = {story["id"] for story in value["stories"]}
    for number, story in enumerate(value["stories"]):
        own = {kind: {item["id"] for item in story[f"{kind}s"]} for kind in ("actor", "quote", "statement")}
        known: Mapping[str, Container[str]] = {"document": documents, "story": stories, **own}
        for kind, ids in (*_named(story), *_named_since(story)):
            for missing in sorted({i for i in ids if i is not None and i not in known[kind]}):
                yield Problem(f"stories[{number}]", f"there is no {kind} {missing}")


def _named(story: Mapping[str, Any]) -> Iterator[tuple[str, list[str | None]]]:
    """The kinds of ids that a story has had from the first, and those it has."""
    yield "document", [*story["documents"], *(i for origin in story["origins"] for i in origin["documents"])]
    yield "document", [link.get("document") for link in story["related"]]
    yield "story", [link.get("story") for link in story["related"]]
    yield "actor", [item["speaker"] for item in (*story["quotes"], *story["utterances"])]
    yield "quote", [i for utterance in story["utterances"] for i in utterance["quotes"]]
    yield "statement", [i for entry in story["timeline"] for i in entry["statements"]]


def _named_since(story: Mapping[str, Any]) -> Iterator[tuple[str, list[str | None]]]:
    """The same of what was added within version 1, which an older result does not have."""
    lineage, voices, omissions = (story.get(key, []) for key in ("lineage", "voices", "omissions"))
    speeches = [speech for voice in voices for speech in voice["speeches"]]
    yield "document", [link[end] for link in lineage for end in ("target", "source")]
    yield "document", [i for voice in voices for i in (*voice["named_only"], *voice["absent"])]
    yield "document", [item["document"] for item in (*speeches, *omissions)]
    yield "actor", [voice["actor"] for voice in voices]
    yield "quote", [i for speech in speeches for i in speech["quotes"]]
    yield "statement", [omission["statement"] for omission in omissions]


# ---------------------------------------------------------------- against the pages


def _pages(
    documents: Sequence[Mapping[str, Any]], pages: Sequence[Page]
) -> tuple[dict[str, Page], list[Problem]]:
    """The page of each document, and the documents whose page is gone, changed or read otherwise now."""
    readable = tuple(page for page in pages if page.problem is None)
    cleaned = [again.document for again in clean_pages(readable)]
    by_id = {document.id: (page, document) for page, document in zip(readable, cleaned, strict=True)}
    names = {page.source.rpartition("/")[2] for page in pages}
    found, problems = {}, []
    for document in documents:
        page, again = by_id.get(document["id"], (None, None))
        if page is None or again is None:
            changed = document["source"].rpartition("/")[2] in names
            what = "the page or what stands beside it has changed" if changed else "the page was not found"
            problems.append(Problem(document["source"], what))
            continue
        found[document["id"]] = page
        if again.sha256 != document["sha256"]:
            problems.append(Problem(document["source"], f"sha256 is {again.sha256}"))
        elif again.text != document["text"]:
            problems.append(Problem(document["source"], "cleaned again the page gives another text"))
    return found, problems


def _proven(
    blocks: Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]], pages: Mapping[str, Page]
) -> tuple[dict[str, list[tuple[int, int]]], list[Problem]]:
    """The paragraphs of each document that stand at their places in its page, and those that do not."""
    sources = {name: source_of(page) for name, page in pages.items()}
    proven: dict[str, list[tuple[int, int]]] = {}
    problems = []
    for document, block in blocks:
        page = pages.get(document["id"])
        if page is None:
            continue
        text = document["text"][block["start"] : block["end"]]
        cuts = [sources[document["id"]][place["start"] : place["end"]] for place in block.get("places", ())]
        if stands(text, cuts, page.media_type):
            proven.setdefault(document["id"], []).append((block["start"], block["end"]))
        else:
            what = f"“{_short(text)}” does not stand in {page.source} where it says"
            problems.append(Problem(f"document {document['id']}", what))
    return proven, problems


def stands(text: str, cuts: Sequence[str], media_type: str) -> bool:
    """Whether pieces cut out of a page are a text, but for white space and markup.

    Nothing of clean() has a say here: another parser reads the markup than the one that found the places.
    """
    wanted = {squeeze(text), squeeze(spelled_out(text))}
    readings = (_shown, spelled_out, _unescaped) if media_type == "text/html" else (str, spelled_out)
    return any(squeeze("".join(map(reading, cuts))) in wanted for reading in readings)


def _missing(
    quotes: Sequence[Mapping[str, Any]],
    proven: Mapping[str, Sequence[tuple[int, int]]],
    sources: Mapping[str, str],
) -> Iterator[Problem]:
    """Direct quotations that do not lie in paragraphs proven to stand in the page."""
    for quote in quotes:
        content = quote["content"]
        inside = (
            max(0, min(end, content["end"]) - max(start, content["start"]))
            for start, end in proven.get(content["document"], ())
        )
        # Between two paragraphs of one quotation stand line ends alone.
        if sum(inside) < len(content["text"].replace("\n", "")):
            what = (
                f"“{_short(content['text'])}” does not stand in {sources.get(content['document'], 'a page')}"
            )
            yield Problem(f"quote {quote['id']}", what)


def spelled_out(text: str) -> str:
    """Text without entities; whoever passes a text on may escape it once more."""
    while (plain := html.unescape(text)) != text:
        text = plain
    return text


def _unescaped(text: str) -> str:
    """What a string in a script says."""
    return spelled_out(_JSON_ESCAPE.sub(_spelled, text))


def _shown(text: str) -> str:
    """The text of a page without its tags, scripts and styles."""
    try:
        # Bytes, since lxml refuses a str that declares its own encoding.
        parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True)
        tree = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    etree.strip_elements(tree, *_UNSEEN, with_tail=False)
    return "".join(tree.itertext())


def _spelled(match: re.Match[str]) -> str:
    if match[1]:
        return chr(int(match[1], 16))
    return match[2] or " "


def squeeze(text: str) -> str:
    """Text in NFC without white space and invisible signs: what is left are the words."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", _BETWEEN.sub("", whole))


def _short(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= 80 else f"{folded[:79]}…"
