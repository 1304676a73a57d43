"""Every value that flows from a page to a finding: frozen, slotted, no logic.

    Page -> Document -> Annotations -> Story -> StoryAlignment -> Comparison

All spans are code points of ``Document.text``, half-open: ``text[start:end]``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MentionKind = Literal["person", "organization", "place", "group", "other"]
QuoteKind = Literal["direct", "indirect", "mixed"]
Voice = Literal["outlet", "quoted"]
Verdict = Literal["agree", "differ", "single", "undecided"]
Relation = Literal["earlier", "later", "same-topic"]
OriginKind = Literal["copy", "wire", "same-briefing", "own"]
#: How sure a value is: the sidecar told it, the head of the page states it (JSON-LD, meta), its readers
#: are shown it, or it was inferred from an address or the name of a file.
Confidence = Literal["told", "stated", "shown", "inferred"]
DifferenceKind = Literal["hedge", "dropped", "wording", "negation", "number"]
#: How renderings of one saying relate: one report's words taken over, the same words, two wordings in
#: quotation marks of one language, several languages, or told in the reporter's words.
RenderingKind = Literal["copy", "verbatim", "re-translation", "translation", "paraphrase"]
Grade = Literal["high", "medium", "low"]
#: Why a report is said to have something from somebody: it repeats the words of another report, it credits
#: somebody, both credit one agency, or both quote the same sayings at length.
DescentKind = Literal["copy", "credit", "same-wire", "same-briefing"]
BlockRole = Literal["headline", "deck", "subhead", "dateline", "body", "list", "table"]


# ---------------------------------------------------------------- read and clean


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a document's text; ``document.text[start:end] == text``."""

    document_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What somebody who knows says of a page: a file x.json beside x.txt or x.html.

    What stands here goes before what is guessed. ``published`` is ISO 8601.
    """

    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    agency: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was found, before anything is understood of it.

    ``source`` is the path as a reader would name it (``pile/a.html``, ``feed.jsonl#3``, ``-``).
    ``media_type`` is "text/html" or "text/plain", by content where the name lies.
    ``problem`` says why the page could not be read; then ``body`` may be empty.
    ``charset`` is what the server said of the encoding, where it was kept.
    """

    source: str
    body: bytes
    media_type: str
    sidecar: Sidecar = Sidecar()
    problem: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A piece of the decoded source of a page: code points, half-open, as ``clean.source_of`` gives it.

    ``ambiguous``: the same words stand elsewhere in it too, and nothing tells which are meant.
    """

    start: int
    end: int
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the text and its role; blocks stand in the order of the text.

    ``places`` is where it stands in the source, several where something between was left out; the
    source there, without its markup, is the paragraph but for white space. Empty where it was not found.
    """

    start: int
    end: int
    role: BlockRole
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands under a picture; it is no part of the text."""

    text: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and by whom a report was sent: 'MOSCOW, December 12. /TASS/.'"""

    span: Span
    place: str | None
    agency: str | None
    day: Span | None


@dataclass(frozen=True, slots=True)
class DayLine:
    """A line above an article that tells its day and is no part of its text: 'Sunday, March 3'.

    ``year`` and ``weekday`` (Monday is 0) are None where it does not tell them.
    """

    text: str
    year: int | None
    month: int
    day: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a value about a document was read, in words, and how sure that makes it.

    ``field`` is a field of Document, or "deck"; ``value`` is as it stands there, authors joined by "; ".
    """

    field: str
    value: str
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned page. ``text`` is never changed after it was made here.

    ``id`` comes from the content. ``published`` is a contract date (YYYY[-MM[-DD]], time appended
    when told); ``published_from`` says in words where it was read; when evidence leaves several days,
    ``published`` is None and ``published_candidates`` lists them. ``day_line`` is the day told above
    the article. ``captions`` stand beside the text, in the order of the page. ``skipped`` says why the
    page could not be used; then ``text`` is empty. ``modified`` is the day of the last change.
    ``provenance`` says of each value about the page where it was read.
    """

    id: str
    source: str
    sha256: str
    url: str | None = None
    outlet: str | None = None
    agency: str | None = None
    authors: tuple[str, ...] = ()
    title: str | None = None
    published: str | None = None
    published_from: str | None = None
    published_candidates: tuple[str, ...] = ()
    language: str | None = None
    text: str = ""
    blocks: tuple[Block, ...] = ()
    dateline: Dateline | None = None
    day_line: DayLine | None = None
    captions: tuple[Caption, ...] = ()
    skipped: str | None = None
    modified: str | None = None
    provenance: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page as it was extracted, its role and the reason for it in words.

    ``kept`` lines are the text; of the others captions alone are held, in ``Document.captions``.
    """

    text: str
    role: str
    reason: str
    kept: bool


@dataclass(frozen=True, slots=True)
class CleanedPage:
    """A document with every line it was made from, those that were dropped among them."""

    document: Document
    lines: tuple[PageLine, ...] = ()


# ---------------------------------------------------------------- annotate


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, with the index of its block in ``Document.blocks``."""

    span: Span
    block: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text. ``name`` is its normalised form: base case, no title, no role.

    ``role`` is the text of the role or title that stands with the name
    ("mayor", "пресс-секретарь министерства"), as a span.
    ``key`` is an entity the lexicon knows ("Q159"-like or our own id such as "place:ru"), or None.
    """

    span: Span
    kind: MentionKind
    name: str
    role: Span | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: what was said (content), the words that say so (cue), who says it (source).

    ``speaker`` is the speaker as resolved inside this document: a full name or an institution
    ("Anna Berg", "ministry officials"), or None where it is not known.
    ``content`` leaves out its outer quotation marks. ``relayed_by`` names who passes the words on.
    ``clause`` is the whole reported clause in which a mixed fragment stands.
    """

    id: str
    kind: QuoteKind
    content: Span
    cue: Span | None
    source: Span | None
    speaker: str | None
    relayed_by: str | None = None
    clause: Span | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as told: exact ``value``, or bounds ``low``/``high`` ("more than 300,000": low).

    ``unit`` is an SI name, an ISO 4217 code, "percent" or the counted noun; values are converted
    to it. ``frame`` is what is counted, from the lexicon's taxonomy ("dead", "injured", "strikes"...),
    or None; ``of`` is the counted thing in the text's own words; ``place`` and ``as_of`` its scope.
    ``approximate`` marks "about", and a lower bound told in a word: "hundreds". ``attributed_to`` is the
    source the text names, if any.
    ``step`` is what one more in the last digit told would add, in the unit: 1609.344 for "nine miles".
    """

    span: Span
    value: float | None
    low: float | None
    high: float | None
    unit: str
    of: str | None = None
    frame: str | None = None
    place: str | None = None
    as_of: str | None = None
    attributed_to: str | None = None
    approximate: bool = False
    step: float = 0.0


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression resolved to a contract date, at the granularity told (after TIMEX3)."""

    span: Span
    value: str
    granularity: str
    reason: str


@dataclass(frozen=True, slots=True)
class TimeClue:
    """A phrase of time as told, unresolved: the evidence an undated page is dated by.

    ``kind`` is "date", "weekday", "month", "year", "weekend"...; ``rel`` is -1 for last, 1 for next
    or a coming event; ``sentence`` counts in ``Annotations.sentences``. ``reported`` marks a verb of the
    past right beside it: "said on Monday", "on Monday announced". ``years_ago`` is how many years before the
    page's own it tells: 10 for "ten years ago", 0 for "this year".
    """

    span: Span
    kind: str
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    rel: int | None
    sentence: int
    reported: bool = False
    years_ago: int | None = None


@dataclass(frozen=True, slots=True)
class LabelMention:
    """A common noun or role that stands for an actor ("militants", "Machthaber").

    ``term`` is its base form; ``actor_name`` is the ``Mention.name`` it stands for in this document, or
    None where it is open; ``kind`` is what an actor of that label alone would be; ``generic``: its noun
    alone says nothing of anybody ("company", "wife"), so it makes no actor.
    """

    span: Span
    term: str
    actor_name: str | None
    voice: Voice
    kind: MentionKind = "group"
    generic: bool = False


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that was read from one document, without knowledge of any other."""

    document_id: str
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    labels: tuple[LabelMention, ...] = ()
    clues: tuple[TimeClue, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A document together with what was read from it: what group, align and compare work on.

    ``embedding`` is a sentence vector of -127 to 127, where a user has given a model; else it is empty.
    """

    document: Document
    annotations: Annotations
    embedding: tuple[int, ...] = ()


# ---------------------------------------------------------------- group


@dataclass(frozen=True, slots=True)
class Related:
    """Another event of the same history. Exactly one of ``document_id`` and ``story_id`` is set."""

    relation: Relation
    reason: str
    document_id: str | None = None
    story_id: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """The documents that tell one event, in order of time, then id."""

    id: str
    title: str
    document_ids: tuple[str, ...]
    related: tuple[Related, ...] = ()


# ---------------------------------------------------------------- align and compare


@dataclass(frozen=True, slots=True)
class ActorLabel:
    """What a report calls an actor, in the outlet's own voice or in somebody's words."""

    term: str
    span: Span
    voice: Voice


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor over all reports of a story, whatever script names it."""

    id: str
    name: str
    kind: MentionKind
    mentions: tuple[Span, ...]
    labels: tuple[ActorLabel, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryQuote:
    """A quote whose speaker is an actor of the story, where one is known."""

    quote: Quote
    actor_id: str | None
    speaker_name: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """How two renderings of the same words differ; ``spans`` are the words concerned.

    ``pairs`` are those of them that stand for each other, where the difference is one between words.
    """

    kind: DifferenceKind
    spans: tuple[Span, ...]
    reason: str
    pairs: tuple[tuple[Span, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """The same words of one speaker as several quotes render them. ``speaker`` is an actor id.

    ``confidence`` grades that they are the same words. ``aligned`` has a row for each clause of the saying:
    the clauses of the quotes that render it, in the order of the quotes.
    """

    id: str
    speaker: str | None
    verdict: Verdict
    reason: str
    quote_ids: tuple[str, ...]
    differences: tuple[Difference, ...] = ()
    kind: RenderingKind = "paraphrase"
    confidence: Grade = "medium"
    aligned: tuple[tuple[Span, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """Values told for the same thing, with a verdict on them."""

    id: str
    what: str
    verdict: Verdict
    reason: str
    values: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """The same thing told by one report or by several; members are clauses or sentences.

    ``origins`` counts the independent origins that tell it.
    """

    id: str
    verdict: Verdict
    reason: str
    members: tuple[Span, ...]
    origins: int = 1


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What is told to have happened on one date (a contract date)."""

    date: str
    statement_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Documents that go back to one hand: a copy, a wire story, one briefing, or an own report."""

    document_ids: tuple[str, ...]
    kind: OriginKind
    reason: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two reports: where they stand in the one they come from and in the other."""

    source: Span
    target: Span


@dataclass(frozen=True, slots=True)
class Descent:
    """What a report has from somebody: a link of the lineage of a story.

    ``source_id`` is the report it comes from, or, where ``directed`` is False, the other report of two that
    have something in common and nothing tells which had it first. It is None where it comes from ``credit``,
    somebody who has no page in the story. ``share`` is what the passages are of the target's own words.
    """

    target_id: str
    source_id: str | None
    kind: DescentKind
    directed: bool
    reason: str
    credit: str | None = None
    share: float = 0.0
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Speech:
    """How much one speaker gets to say in one report: quotes of each kind, and their words."""

    document_id: str
    direct: int
    indirect: int
    words: int
    quote_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VoiceCount:
    """Who gets to speak: one speaker over the reports of a story.

    ``actor_id`` is None for a speaker who is no actor of the story. ``named_only`` are the reports that name
    the speaker without a word of theirs, ``absent`` those in which they are not found.
    """

    name: str
    actor_id: str | None
    speeches: tuple[Speech, ...]
    named_only: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Omission:
    """What is not found in a report though most independent origins tell it: ``told_by`` of ``others``."""

    document_id: str
    statement_id: str
    told_by: int
    others: int
    reason: str


@dataclass(frozen=True, slots=True)
class StoryComparison:
    """All that is said of one story in comparison.json."""

    story: Story
    origins: tuple[Origin, ...]
    actors: tuple[Actor, ...]
    quotes: tuple[StoryQuote, ...]
    utterances: tuple[Utterance, ...]
    figures: tuple[Figure, ...]
    dates: tuple[DateMention, ...]
    timeline: tuple[TimelineEntry, ...]
    statements: tuple[Statement, ...]
    lineage: tuple[Descent, ...] = ()
    voices: tuple[VoiceCount, ...] = ()
    omissions: tuple[Omission, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole result: every page that was given, every story they tell.

    ``dictionaries`` and ``model`` name what a user brought to the run, each with a digest: another one may
    give another result.
    """

    documents: tuple[Document, ...]
    stories: tuple[StoryComparison, ...]
    dictionaries: tuple[str, ...] = ()
    model: str | None = None
