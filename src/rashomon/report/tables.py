"""A result as flat tables, for spreadsheets and data frames: CSV, and Parquet with the extra "tables".

    comparison.json -> rows -> a file a table

A row tells one thing at one place: a quotation, a rendering of an utterance, a value of a figure, a member
of a statement, a label, a span. ``start`` and ``end`` count code points of the document's ``text``. What an
older result does not have gives no rows.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, cast

from rashomon.errors import OutputError
from rashomon.report.values import SPAN_KEYS, Value, encodable, spans_in

Cell = str | int | float | bool | None
CellType = Literal["text", "integer", "number", "flag"]
NO_PARQUET = 'Parquet needs pyarrow: pip install "rashomon[tables]"'
#: Spreadsheets read a cell that begins like this as a formula, and would run it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class Table:
    """A name, the columns with what they hold, and rows of as many cells."""

    name: str
    columns: tuple[tuple[str, CellType], ...]
    rows: tuple[tuple[Cell, ...], ...]


def make_tables(value: Value) -> tuple[Table, ...]:
    """The tables of a result, as ``to_value`` gives it or as it was read from a file."""
    stories = value["stories"]
    titles = tuple((story["id"], story["title"], len(story["documents"])) for story in stories)
    return (
        Table("documents", _columns(_DOCUMENTS), tuple(_document_rows(value))),
        Table("stories", _columns("id title documents:integer"), titles),
        *(
            Table(name, _columns(f"story {columns}"), tuple(_of_stories(stories, rows)))
            for name, columns, rows in _OF_A_STORY
        ),
    )


def _columns(told: str) -> tuple[tuple[str, CellType], ...]:
    parts = (column.partition(":") for column in told.split())
    return tuple((name, cast(CellType, kind or "text")) for name, _, kind in parts)


def to_csv(table: Table) -> str:
    """RFC 4180. A text that a spreadsheet would run as a formula has an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(name for name, _ in table.columns)
    writer.writerows(map(_csv_cell, row) for row in table.rows)
    return out.getvalue()


def to_parquet(table: Table) -> bytes:
    """Apache Parquet, the cells as they are. Raises OutputError where the extra "tables" is not installed."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise OutputError(NO_PARQUET) from error
    types = {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "flag": pyarrow.bool_(),
    }
    schema = pyarrow.schema([(name, types[kind]) for name, kind in table.columns])
    columns = zip(*table.rows, strict=True) if table.rows else ((),) * len(table.columns)
    cells = [
        pyarrow.array([_arrow_cell(cell, kind) for cell in column], types[kind])
        for column, (_, kind) in zip(columns, table.columns, strict=True)
    ]
    buffer = pyarrow.BufferOutputStream()
    parquet.write_table(pyarrow.Table.from_arrays(cells, schema=schema), buffer, compression="zstd")
    return bytes(buffer.getvalue())


def _arrow_cell(cell: Cell, kind: CellType) -> Cell:
    if isinstance(cell, str):
        return encodable(cell)
    return float(cell) if kind == "number" and cell is not None else cell


def _csv_cell(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str):
        cell = encodable(cell)
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    return cell


# ---------------------------------------------------------------- rows


def _document_rows(value: Value) -> Iterator[tuple[Cell, ...]]:
    story_of = {name: story["id"] for story in value["stories"] for name in story["documents"]}
    for document in value["documents"]:
        told = {
            **document,
            "story": story_of.get(document["id"]),
            "authors": "; ".join(document["authors"]),
            "published_candidates": "; ".join(document["published_candidates"]),
            "characters": len(document["text"]),
        }
        yield tuple(told[name] for name, _ in _columns(_DOCUMENTS))


def _of_stories(
    stories: Iterable[Value], rows: Callable[[Value], Iterable[tuple[Cell, ...]]]
) -> Iterator[tuple[Cell, ...]]:
    for story in stories:
        yield from ((story["id"], *row) for row in rows(story))


def _place(span: Value | None) -> tuple[Cell, ...]:
    return (None,) * len(SPAN_KEYS) if span is None else tuple(span[key] for key in SPAN_KEYS)


def _part(span: Value | None) -> tuple[Cell, ...]:
    """A further span of the same document."""
    return _place(span)[1:]


def _quotes(story: Value) -> Iterator[tuple[Cell, ...]]:
    for q in story["quotes"]:
        told = (q["id"], q["kind"], q["speaker"], q["speaker_name"], q.get("relayed_by"))
        yield (*told, *_place(q["content"]), *_part(q["cue"]), *_part(q["source"]))


def _utterances(story: Value) -> Iterator[tuple[Cell, ...]]:
    quotes = {quote["id"]: quote for quote in story["quotes"]}
    for u in story["utterances"]:
        for name in u["quotes"]:
            quote = quotes[name]
            document = quote["content"]["document"]
            differences = [d for d in u["differences"] if any(s["document"] == document for s in d["spans"])]
            kinds = "; ".join(dict.fromkeys(d["kind"] for d in differences))
            reasons = "; ".join(dict.fromkeys(d["reason"] for d in differences))
            told = (u["id"], u["speaker"], quote["speaker_name"], u["verdict"], u.get("reason"))
            how = (u.get("kind"), u.get("confidence"))
            yield (*told, *how, name, *_place(quote["content"]), kinds or None, reasons or None)


def _figures(story: Value) -> Iterator[tuple[Cell, ...]]:
    for figure in story["figures"]:
        for v in figure["values"]:
            told = (figure["id"], figure["what"], figure["verdict"], figure["reason"])
            scope = (
                v["unit"],
                v.get("of"),
                v.get("place"),
                v["as_of"],
                v["attributed_to"],
                v.get("approximate"),
            )
            yield (*told, *_place(v["span"]), v["value"], v["low"], v["high"], *scope)


def _statements(story: Value) -> Iterator[tuple[Cell, ...]]:
    for s in story["statements"]:
        told = (s["id"], s["verdict"], s["reason"], s.get("origins"))
        yield from ((*told, *_place(member)) for member in s["members"])


def _labels(story: Value) -> Iterator[tuple[Cell, ...]]:
    for actor in story["actors"]:
        for label in actor["labels"]:
            told = (actor["id"], actor["name"], actor["kind"], label["term"], label["voice"])
            yield (*told, *_place(label["span"]))


def _origins(story: Value) -> Iterator[tuple[Cell, ...]]:
    for number, origin in enumerate(story["origins"], 1):
        yield from ((number, document, origin["kind"], origin["reason"]) for document in origin["documents"])


def _differences(story: Value) -> Iterator[tuple[Cell, ...]]:
    """The words of a difference, beside those that stand for them in another rendering."""
    for u in story["utterances"]:
        for number, difference in enumerate(u["differences"], 1):
            told = (u["id"], number, difference["kind"], difference["reason"])
            pairs = difference.get("pairs", [])
            yield from ((*told, *_place(one), *_place(other)) for one, other in pairs)
            paired = [span for pair in pairs for span in pair]
            yield from (
                (*told, *_place(span), *_place(None)) for span in difference["spans"] if span not in paired
            )


def _aligned(story: Value) -> Iterator[tuple[Cell, ...]]:
    for u in story["utterances"]:
        for number, clauses in enumerate(u.get("aligned", ()), 1):
            yield from ((u["id"], number, *_place(clause)) for clause in clauses)


def _lineage(story: Value) -> Iterator[tuple[Cell, ...]]:
    """A row a passage, in the words of the report that has it from the other; one row for a link without."""
    for link in story.get("lineage", ()):
        ends = (link["target"], link["source"], link["credit"])
        told = (*ends, link["kind"], link["directed"], link["share"], link["reason"])
        for passage in link["passages"] or ({"target": None, "source": None},):
            yield (*told, *_place(passage["target"]), *_part(passage["source"]))


def _voices(story: Value) -> Iterator[tuple[Cell, ...]]:
    """A row for each speaker and report of a story: what they say in it, or that they do not."""
    for voice in story.get("voices", ()):
        who = (voice["name"], voice["actor"])
        for s in voice["speeches"]:
            yield (*who, s["document"], "speaks", s["direct"], s["indirect"], s["words"])
        for presence in ("named_only", "absent"):
            yield from ((*who, document, presence, 0, 0, 0) for document in voice[presence])


def _omissions(story: Value) -> Iterator[tuple[Cell, ...]]:
    """What is not found in a report, in the words of the first report that tells it."""
    firsts = {statement["id"]: statement["members"][0] for statement in story["statements"]}
    for o in story.get("omissions", ()):
        told = (o["document"], o["statement"], o["told_by"], o["others"], o["reason"])
        yield (*told, *_place(firsts.get(o["statement"])))


def _dates(story: Value) -> Iterator[tuple[Cell, ...]]:
    yield from ((d["value"], d["granularity"], d["reason"], *_place(d["span"])) for d in story["dates"])


def _spans(story: Value) -> Iterator[tuple[Cell, ...]]:
    for kind, items in story.items():
        if isinstance(items, list):
            for number, item in enumerate(items):
                name = item.get("id") if isinstance(item, dict) else None
                yield from (
                    (kind, name, way, *_place(span)) for way, span in spans_in(item, f"{kind}[{number}]")
                )


#: Tables of stories: name, columns (with what they hold, where it is not text), and the rows of one story.
_PLACE = "document start:integer end:integer text"
_OF_A_STORY: tuple[tuple[str, str, Callable[[Value], Iterable[tuple[Cell, ...]]]], ...] = (
    (
        "quotes",
        f"id kind speaker speaker_name relayed_by {_PLACE} cue_start:integer cue_end:integer cue "
        "source_start:integer source_end:integer source",
        _quotes,
    ),
    (
        "utterances",
        f"id speaker speaker_name verdict reason kind confidence quote {_PLACE} differences "
        "difference_reasons",
        _utterances,
    ),
    (
        "figures",
        f"id what verdict reason {_PLACE} value:number low:number high:number unit of place as_of "
        "attributed_to approximate:flag",
        _figures,
    ),
    ("statements", f"id verdict reason origins:integer {_PLACE}", _statements),
    ("labels", f"actor actor_name actor_kind term voice {_PLACE}", _labels),
    ("origins", "origin:integer document kind reason", _origins),
    (
        "differences",
        f"utterance number:integer kind reason {_PLACE} other_document other_start:integer other_end:integer "
        "other_text",
        _differences,
    ),
    ("aligned", f"utterance clause:integer {_PLACE}", _aligned),
    (
        "lineage",
        f"target source credit kind directed:flag share:number reason {_PLACE} source_start:integer "
        "source_end:integer source_text",
        _lineage,
    ),
    ("voices", "name actor document presence direct:integer indirect:integer words:integer", _voices),
    (
        "omissions",
        "document statement told_by:integer others:integer reason told_in told_start:integer "
        "told_end:integer told",
        _omissions,
    ),
    ("dates", f"value granularity reason {_PLACE}", _dates),
    ("spans", f"kind id where {_PLACE}", _spans),
)
_DOCUMENTS = (
    "id story source sha256 url outlet agency authors title published published_from published_candidates "
    "language characters:integer skipped text"
)
