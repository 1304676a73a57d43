"""Cleaning against pages with known bodies: ours beside other extractors, in one run.

python -m bench.clean [--set NAME|all] [--part all|tuned|fresh] [--peers] [--lines] [--limit N]

F1 is the mean of pages over bags of words (Chinese by character); that of aeb is over runs of four words, as
its own evaluation has it. A line is junk when fewer than half of its word trigrams stand in the body; a
paragraph is lost when fewer than half of its own stand in the output; a page without either is spotless.
Our headline block is left out, for bodies do not have it (those of daniel do, which costs us there); what
others print is taken as it is.
Dates: within a day, off by more, none. Authors: precision, recall, and how many pages without a known author
were given one. Seconds are of one core; memory is the peak of the tool's own process.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from bench.clean_scores import (
    Score,
    Told,
    authors_matched,
    body_f1,
    date_verdict,
    score,
    share,
    title_verdict,
)
from bench.clean_tools import TOOLS, is_installed, visible_lines
from bench.extraction import PARTS, SETS, html_of, language_of, pages, paragraphs_of
from bench.shared import here
from rashomon.clean import clean
from rashomon.types import Page

OURS_AND_BASE = ("rashomon", "trafilatura")
#: Whose published evaluation compares runs of words.
SHINGLED = "aeb"
BY_LANGUAGE = ("daniel", "publishers")


@dataclass(frozen=True, slots=True)
class Result:
    """What a tool told of each page of a set, in order, with its cost."""

    tool: str
    told: tuple[Told, ...]
    seconds: float
    memory: int
    failed: int


def run_tool(tool: str, name: str, part: str, limit: int | None) -> Result:
    """Run a tool over a set in a process of its own; raises CalledProcessError when that fails."""
    command = [sys.executable, "-m", "bench.clean_tools", tool, name, part, *([str(limit)] if limit else [])]
    root = Path(__file__).parent.parent
    done = subprocess.run(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    *rows, last = map(json.loads, done.stdout.decode().splitlines())
    told = tuple(_told(row["told"]) for row in rows)
    failed = sum(row["problem"] is not None for row in rows)
    return Result(tool, told, sum(row["seconds"] for row in rows), last["memory"], failed)


def _told(row: dict[str, Any]) -> Told:
    authors = row["authors"]
    named = None if authors is None else tuple(authors)
    once, ambiguous, nowhere = row["blocks"]
    return Told(tuple(row["lines"]), row["title"], named, row["date"], (once, ambiguous, nowhere))


# ---------------------------------------------------------------- what is printed


def body_columns(scores: Sequence[Score], *, shingled: bool) -> str:
    """F1, junk lines and lost paragraphs a page, spotless pages."""
    return (
        f"{body_f1(scores, shingled=shingled):6.3f}{fmean(len(s.junk) for s in scores):7.2f}"
        f"{fmean(len(s.lost) for s in scores):7.2f}{fmean(s.spotless for s in scores):7.0%}"
    )


def fact_columns(found: Sequence[dict[str, Any]], told: Sequence[Told]) -> str:
    """Titles right and unknown; authors; dates right, wrong and unknown: "-" where a tool has no opinion."""
    both = list(zip(found, told, strict=True))
    titles = [title_verdict(p["title"], t.title) for p, t in both if p.get("title") and t.title is not None]
    dates = [date_verdict(p["date"], t.date) for p, t in both if p.get("date") and t.date is not None]
    title = f"{share(titles, 'right'):.2f} {share(titles, 'none'):.2f}" if titles else "-"
    date = " ".join(f"{share(dates, v):.3f}" for v in ("right", "wrong", "none")) if dates else "-"
    return f"{title:>12}{_authors(both):>17}{date:>20}"


def _authors(both: Sequence[tuple[dict[str, Any], Told]]) -> str:
    given = [(p.get("author"), t.authors) for p, t in both if "author" in p and t.authors is not None]
    counts = [authors_matched(want, got) for want, got in given if want]
    if not counts:
        return "-"
    right, wanted, told = (sum(column) for column in zip(*counts, strict=True))
    unasked = [bool(got) for want, got in given if not want]
    alarms = f"{fmean(unasked):.2f}" if unasked else "-"
    return f"{right / max(1, told):.2f} {right / wanted:.2f} {alarms}"


def heading(name: str, part: str, number: int) -> str:
    """The set and the names of the columns."""
    return (
        f"\n{name}, {part}: {number} pages\n{'':22}{'F1':>6}{'junk':>7}{'lost':>7}{'clean':>7}"
        f"{'title r/-':>12}{'author P/R/fa':>17}{'date r/w/-':>20}{'docs/s':>8}{'MB':>6}"
    )


def line(found: Sequence[dict[str, Any]], scores: Sequence[Score], result: Result, *, shingled: bool) -> str:
    """One tool's figures."""
    body = body_columns(scores, shingled=shingled) if scores else f"{'':27}"
    rate = len(result.told) / max(result.seconds, 1e-9)
    failed = f"  failed on {result.failed}" if result.failed else ""
    facts = fact_columns(found, result.told)
    return f"{result.tool:22}{body}{facts}{rate:8.1f}{result.memory:6}{failed}"


def by_language(
    found: Sequence[dict[str, Any]], results: Sequence[Result], scores: Sequence[Sequence[Score]]
) -> Iterator[str]:
    """Body F1 by language, a column for each tool."""
    languages = [language_of(page) for page in found]
    yield "F1 by language".ljust(16) + "".join(f"{result.tool[:13]:>14}" for result in results)
    for language in sorted(set(languages)):
        at = [i for i, own in enumerate(languages) if own == language]
        columns = "".join(f"{body_f1([own[i] for i in at]):14.3f}" for own in scores)
        yield f"{language:11}{len(at):5}{columns}"


def placed(told: Sequence[Told]) -> str:
    """How many blocks of ours were found in the source of their pages."""
    once, ambiguous, nowhere = (sum(column) for column in zip(*(t.blocks for t in told), strict=True))
    number = max(1, once + ambiguous + nowhere)
    return (
        f"in the source: {once / number:.1%} of {number:,} blocks,"
        f" {ambiguous / number:.1%} ambiguous, {nowhere / number:.1%} not found"
    )


def faults(found: Sequence[dict[str, Any]], scores: Sequence[Score]) -> Iterator[str]:
    """Our junk lines and lost paragraphs."""
    for page, own in zip(found, scores, strict=True):
        for mark, texts in (("+", own.junk), ("-", own.lost)):
            yield from (f"{mark} {page['id'][:30]} | {text[:160]}" for text in texts)


def compare(name: str, tools: Sequence[str], args: argparse.Namespace) -> None:
    """Print the figures of every tool on a set."""
    found = [
        {key: value for key, value in page.items() if not key.startswith("html")}
        for page in pages(name, args.part, args.limit)
    ]
    print(heading(name, args.part, len(found)))
    results, all_scores = [], []
    for tool in tools:
        result = run_tool(tool, name, args.part, args.limit)
        pairs = zip(found, result.told, strict=True)
        scores = [
            score(told.lines, paragraphs_of(page), shingled=name == SHINGLED)
            for page, told in pairs
            if page.get("body")
        ]
        print(line(found, scores, result, shingled=name == SHINGLED), flush=True)
        results.append(result)
        all_scores.append(scores)
    print(placed(results[0].told))
    if name in BY_LANGUAGE:
        print("\n".join(by_language(found, results, all_scores)))
    if args.lines:
        print("\n".join(faults(found, all_scores[0])))


# ---------------------------------------------------------------- dirty text


def speed(rounds: int = 300) -> None:
    """Documents a second of dirty text: of our own making, and the visible lines of real pages."""
    paragraph = (
        "The mayor said on Tuesday that the bridge would open in spring, two years later than planned. "
    )
    lines = ["Bridge to open two years late", "By Ann Lee", *[paragraph * 3] * 18, "Read more: x", "Comments"]
    body = "\n\n".join(f"{text} {i}" for i, text in enumerate(lines)).encode()
    report_speed("made", [body + str(i).encode() for i in range(rounds)])
    if here(SETS["publishers"]):
        texts = ("\n".join(visible_lines(html_of(page))).encode() for page in pages("publishers"))
        report_speed("real", [text for text in texts if text])


def report_speed(kind: str, bodies: Sequence[bytes]) -> None:
    """Clean each and print the rate."""
    clean(Page("warm", bodies[0], "text/plain"))
    start = time.process_time()
    for i, body in enumerate(bodies):
        clean(Page(f"{i}", body, "text/plain"))
    seconds = time.process_time() - start
    size = sum(map(len, bodies))
    print(
        f"dirty text, {kind:5}{len(bodies) / seconds:7.0f} documents a second of one core,"
        f" of {size // len(bodies):,} bytes; {size / seconds / 1e6:.2f} MB/s"
    )


def main() -> int:
    """Print the figures of the sets, ours beside the others'."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--set", choices=[*SETS, "all"], default="publishers")
    parser.add_argument("--part", choices=PARTS, default="all")
    parser.add_argument("--peers", action="store_true", help="every extractor that is installed")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--lines", action="store_true", help="print our junk and the lost paragraphs")
    args = parser.parse_args()
    speed()
    asked = list(TOOLS) if args.peers else list(OURS_AND_BASE)
    tools = [tool for tool in asked if is_installed(tool)]
    if missing := [tool for tool in asked if tool not in tools]:
        print(f"skipped: {', '.join(missing)} not installed (pip install '.[bench]')")
    for name in SETS if args.set == "all" else [args.set]:
        if here(SETS[name]):
            compare(name, tools, args)
    return 0


if __name__ == "__main__":
    sys.exit(main())
