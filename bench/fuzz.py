"""Hostile input through reading, cleaning and annotation: no crash, no hang, bounded memory.

python -m bench.fuzz --minutes N [--seed S] [--out FOLDER] [--only extremes|random] [--case FILE]

Each case is a file read in a process of its own under limits of time and memory. The extremes come first,
then random cases until the time is over, the same for the same seed. What fails is kept under FOLDER with
the reason beside it; --case runs such a file again.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.clean_tools import peak_memory
from bench.fuzz_cases import Case, case
from bench.fuzz_extremes import EXTREMES, extreme
from rashomon.annotate import annotate
from rashomon.clean import clean
from rashomon.errors import InputError
from rashomon.read.files import read_pages
from rashomon.types import Document

SECONDS, SECONDS_OF_EXTREME = 10, 60
#: What a case may take beyond what the process holds before it, in MB of address space.
MEMORY = 3000
#: One in so many random cases is annotated too; of the extremes each.
ANNOTATED = 4
#: Of one file.
MOST_PAGES = 40


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a case went: ``problem`` is None where it held, ``megabytes`` its peak of memory."""

    name: str
    kind: str
    size: int
    seconds: float
    megabytes: int
    problem: str | None


# ---------------------------------------------------------------- one case


def examine(path: Path, annotated: bool) -> None:
    """Read, clean and perhaps annotate a file; raises where anything does, or where a promise is broken."""
    try:
        pages = read_pages([str(path)])
    except InputError:
        return
    for page in pages[:MOST_PAGES]:
        document = clean(page)
        check(document)
        if clean(page) != document:
            raise AssertionError("cleaned twice, it differs")
        if annotated and not document.skipped:
            check_spans(document)


def check(document: Document) -> None:
    """The blocks lie one after the other inside the text, which can be written; skipped pages have none."""
    document.text.encode()
    end = 0
    for block in document.blocks:
        if not end <= block.start < block.end <= len(document.text):
            raise AssertionError(f"block {block.start}:{block.end} after {end} of {len(document.text)}")
        end = block.end
    if document.skipped and document.text:
        raise AssertionError("skipped, with a text")


def check_spans(document: Document) -> None:
    """Every span of the annotations holds the text it names."""
    found = annotate(document)
    spans = [
        *(sentence.span for sentence in found.sentences),
        *(mention.span for mention in found.mentions),
        *(quote.content for quote in found.quotes),
        *(quantity.span for quantity in found.quantities),
    ]
    for span in spans:
        if document.text[span.start : span.end] != span.text:
            raise AssertionError(f"span {span.start}:{span.end} is not {span.text[:40]!r}")


def _limited(path: Path, annotated: bool, seconds: int, result: Connection) -> None:
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    limit = held + MEMORY * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    start = time.process_time()
    problem = None
    try:
        examine(path, annotated)
    except BaseException:
        problem = traceback.format_exc(limit=-8)
    result.send((time.process_time() - start, peak_memory(), problem))


def run(given: Case, folder: Path, annotated: bool, seconds: int) -> Outcome:
    """One case in a process of its own."""
    path = folder / f"case{given.suffix}"
    path.write_bytes(given.body)
    fork = multiprocessing.get_context("fork")
    receive, send = fork.Pipe(duplex=False)
    process = fork.Process(target=_limited, args=(path, annotated, seconds, send))
    start = time.perf_counter()
    process.start()
    send.close()
    took, memory, problem = time.perf_counter() - start, 0, None
    # Seconds are of one core; on a busy machine the clock may show many more.
    if receive.poll(seconds * 10):
        try:
            took, memory, problem = receive.recv()
        except EOFError:
            process.join()
            took = time.perf_counter() - start
            problem = f"ended by signal {-(process.exitcode or 0)}: out of time, memory or stack"
    else:
        problem = f"no end after {seconds * 10} seconds"
        process.kill()
    process.join()
    return Outcome(given.name, given.suffix, len(given.body), took, memory, problem)


# ---------------------------------------------------------------- many cases


def cases(seed: int, only: str | None = None) -> Iterator[tuple[Case, bool, int]]:
    """Each case, whether to annotate it, and its seconds; the random ones have no end."""
    if only != "random":
        for name in EXTREMES:
            yield extreme(name), True, SECONDS_OF_EXTREME
    if only != "extremes":
        for number in count():
            yield case(seed, number), number // 10 % ANNOTATED == 0, SECONDS


def keep(given: Case, outcome: Outcome, folder: Path) -> None:
    """Write a failed case and the reason beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{given.name}{given.suffix}").write_bytes(given.body)
    (folder / f"{given.name}.reason.txt").write_text(outcome.problem or "", "utf-8")


def report(outcomes: list[Outcome]) -> None:
    """Counts, the slowest and the largest, and what failed."""
    kinds = Counter(outcome.kind for outcome in outcomes)
    print(f"{len(outcomes)} cases: " + ", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items())))
    for title, key in (("slowest", _seconds), ("largest in memory", _megabytes)):
        print(f"{title}:")
        for own in sorted(outcomes, key=key, reverse=True)[:8]:
            print(f"  {own.name:30} {own.seconds:6.2f} s {own.megabytes:6} MB  of {own.size:,} bytes")
    failed = [outcome for outcome in outcomes if outcome.problem]
    print(f"failed: {len(failed)}")
    for own in failed[:40]:
        print(f"  {own.name:30} {own.seconds:6.2f} s  {(own.problem or '').strip().splitlines()[-1][:120]}")


def _seconds(outcome: Outcome) -> float:
    return outcome.seconds


def _megabytes(outcome: Outcome) -> float:
    return outcome.megabytes


def main() -> int:
    """Run cases until the time is over; 1 where one failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=Path("build/fuzz"))
    parser.add_argument("--only", choices=["extremes", "random"])
    parser.add_argument("--case", type=Path, help="a file that was kept")
    args = parser.parse_args()
    if args.case:
        examine(args.case, annotated=True)
        return 0
    examine(Path(__file__), annotated=True)  # What is read once is read before the processes part.
    until = time.monotonic() + 60 * args.minutes
    outcomes = []
    with TemporaryDirectory() as folder:
        for given, annotated, seconds in cases(args.seed, args.only):
            outcomes.append(run(given, Path(folder), annotated, seconds))
            if outcomes[-1].problem:
                keep(given, outcomes[-1], args.out)
            if time.monotonic() > until and args.only != "extremes":
                break
    report(outcomes)
    return int(any(outcome.problem for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main())
