"""A comparison made by hand: a ferry fire as five pages tell it, with every kind of finding."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from rashomon.report.view import StoryView, make_edition
from rashomon.types import (
    Actor,
    ActorLabel,
    Block,
    Comparison,
    Dateline,
    DateMention,
    Descent,
    Difference,
    Document,
    Figure,
    Omission,
    Origin,
    Passage,
    Quantity,
    Quote,
    QuoteKind,
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

GAZETTE = """Fire on night ferry off Orrin, scores rescued
PORT SELWYN, March 4. /NPA/. A fire broke out on the ferry Halcyon off the island of Orrin late on Monday.
At least 12 people were injured and more than 300 passengers were taken off the ship, the coast guard said.
"We may have lost control of the engine room for an hour, but nobody was left behind," Transport Minister \
Ilse Marrow told reporters in Port Selwyn.
Protesters gathered at the harbour on Tuesday and called for the minister to resign.
The ferry was built in 2009."""

COURIER = """Minister: nobody was left behind
Transport Minister Ilse Marrow said on Tuesday that nobody was left behind when the Halcyon burned.
According to the coast guard, 12 people were hurt. The operator, Blue Line, spoke of 280 passengers.
"What rioters want is a stage", she said of the crowd at the harbour. </script><b>not markup</b>
The Halcyon had failed a safety check in January, harbour records show."""

VESTNIK = """Пожар на пароме «Халкион»: пострадали 14 человек
На пароме «Халкион» у острова Оррин в понедельник поздно вечером вспыхнул пожар.
Пострадали 14 человек, сообщила береговая охрана. С судна сняли более 300 пассажиров.
«Мы потеряли контроль над машинным отделением на час», — заявила министр транспорта Ильзе Марроу.
Она назвала собравшихся в порту бунтовщиками."""

DIARIO = """Incendio en un ferri frente a Orrin
Un incendio se declaró el lunes en el ferri Halcyon frente a la isla de Orrin.
Unas 300 personas fueron evacuadas. «Nadie se quedó atrás», aseguró la ministra de Transporte, Ilse Marrow.
Los manifestantes pidieron su dimisión el martes."""

COPY = """Fire on night ferry off Orrin
A fire broke out on the ferry Halcyon off the island of Orrin late on Monday.
At least 12 people were injured and more than 300 passengers were taken off the ship, the coast guard said."""

JANUARY = """Halcyon fails safety check
The ferry Halcyon failed a safety check on 14 January, the harbour office said.
"The pumps are old", inspector Tom Abel said."""

ARABIC = """افتتاح الميناء الجديد
قال الوزير: «الميناء مفتوح للجميع»."""


def document(name: str, text: str, **facts: object) -> Document:
    """A document whose lines are its blocks, the first one its headline."""
    blocks, start = [], 0
    for number, line in enumerate(text.split("\n")):
        blocks.append(Block(start, start + len(line), "headline" if number == 0 else "body"))
        start += len(line) + 1
    values: dict[str, object] = {
        "id": name,
        "source": f"pile/{name}.html",
        "sha256": hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
        "title": text.partition("\n")[0],
        "text": text,
        "blocks": tuple(blocks),
    }
    return Document(**{**values, **facts})  # type: ignore[arg-type]


def span(doc: Document, words: str, nth: int = 0) -> Span:
    """The nth place where the words stand in the document."""
    start = -1
    for _ in range(nth + 1):
        start = doc.text.index(words, start + 1)
    return Span(doc.id, start, start + len(words), words)


gazette = document(
    "gazette",
    GAZETTE,
    url="https://gazette.example/fire?a=1&b=2",
    outlet="Selwyn Gazette",
    agency="NPA",
    authors=("A. Reed",),
    published="2031-03-04",
    published_from="dateline, year from the address",
    language="en",
)
gazette = replace(
    gazette,
    dateline=Dateline(
        span(gazette, "PORT SELWYN, March 4. /NPA/."), "Port Selwyn", "NPA", span(gazette, "March 4")
    ),
)
courier = document(
    "courier",
    COURIER,
    url="javascript:alert(1)",
    outlet='Courier <i>& "Sons"</i>',
    published="2031-03-04T18:20:00Z",
    published_from="meta tag",
    language="en",
)
vestnik = document(
    "vestnik",
    VESTNIK,
    url="https://vestnik.example/news/1",
    outlet="Вестник побережья",
    published_candidates=("2026-03-04", "2031-03-04"),
    language="ru",
)
diario = document(
    "diario",
    DIARIO,
    url="https://diario.example/a",
    outlet="El Diario",
    published="2031-03-04",
    language="es",
)
copy = document("copy", COPY, outlet="Orrin Today", agency="NPA", published="2031-03-05", language="en")
january = document("january", JANUARY, outlet="Selwyn Gazette", published="2031-01-15", language="en")
arabic = document("arabic", ARABIC, outlet="الساحل", published="2031-02", language="ar")
broken = Document(
    "broken", "pile/broken.html", "0" * 64, skipped="no text: the page is a picture gallery <img>"
)


def _quote(
    number: int,
    kind: QuoteKind,
    content: Span,
    *,
    cue: Span | None = None,
    source: Span | None = None,
    speaker: tuple[str, str] | None = None,
    relayed_by: str | None = None,
) -> StoryQuote:
    actor, name = speaker or (None, None)
    return StoryQuote(Quote(f"q{number}", kind, content, cue, source, name, relayed_by), actor, name)


def _quotes() -> tuple[StoryQuote, ...]:
    minister, guard = ("a1", "Ilse Marrow"), ("a2", "coast guard")
    return (
        _quote(
            1,
            "direct",
            span(
                gazette,
                "We may have lost control of the engine room for an hour, but nobody was left behind,",
            ),
            cue=span(gazette, "told"),
            source=span(gazette, "Transport Minister Ilse Marrow"),
            speaker=minister,
        ),
        _quote(
            2,
            "indirect",
            span(courier, "nobody was left behind when the Halcyon burned"),
            cue=span(courier, "said"),
            source=span(courier, "Transport Minister Ilse Marrow"),
            speaker=minister,
        ),
        _quote(
            3,
            "direct",
            span(vestnik, "Мы потеряли контроль над машинным отделением на час"),
            cue=span(vestnik, "заявила"),
            source=span(vestnik, "министр транспорта Ильзе Марроу"),
            speaker=minister,
        ),
        _quote(
            4,
            "direct",
            span(diario, "Nadie se quedó atrás"),
            cue=span(diario, "aseguró"),
            source=span(diario, "la ministra de Transporte, Ilse Marrow"),
            speaker=minister,
        ),
        _quote(
            5,
            "indirect",
            span(
                gazette,
                "At least 12 people were injured and more than 300 passengers were taken off the ship",
            ),
            cue=span(gazette, "said"),
            source=span(gazette, "the coast guard"),
            speaker=guard,
        ),
        _quote(
            6,
            "indirect",
            span(courier, "12 people were hurt"),
            cue=span(courier, "According to"),
            source=span(courier, "the coast guard"),
            speaker=guard,
            relayed_by="harbour radio",
        ),
        _quote(
            7,
            "direct",
            span(courier, "What rioters want is a stage"),
            cue=span(courier, "said", 1),
            speaker=minister,
        ),
        _quote(8, "mixed", span(vestnik, "собравшихся в порту бунтовщиками"), cue=span(vestnik, "назвала")),
    )


def _value(span: Span, low: float | None, high: float | None, unit: str, told_by: str | None) -> Quantity:
    exact = low if low == high else None
    bounds = (None, None) if exact is not None else (low, high)
    return Quantity(span, exact, *bounds, unit, attributed_to=told_by)


def _figures() -> tuple[Figure, ...]:
    guard = "coast guard"
    return (
        Figure(
            "f1",
            "people injured in the fire",
            "differ",
            "12 or more (3 reports, 2 origins) against 14 (1 report): same thing, same day",
            (
                _value(span(gazette, "At least 12 people"), 12.0, None, "person", guard),
                _value(span(courier, "12 people"), 12.0, 12.0, "person", guard),
                _value(span(vestnik, "14 человек", 1), 14.0, 14.0, "person", "береговая охрана"),
                _value(span(copy, "At least 12 people"), 12.0, None, "person", guard),
            ),
        ),
        Figure(
            "f2",
            "passengers taken off",
            "undecided",
            "280 is told by the operator, more than 300 by the coast guard: side by side",
            (
                _value(span(gazette, "more than 300 passengers"), 300.0, None, "passenger", guard),
                _value(span(courier, "280 passengers"), 280.0, 280.0, "passenger", "Blue Line"),
                _value(span(vestnik, "более 300 пассажиров"), 300.0, None, "passenger", None),
                replace(
                    _value(span(diario, "Unas 300 personas"), 300.0, 300.0, "person", None), approximate=True
                ),
            ),
        ),
        Figure(
            "f3",
            "year built",
            "single",
            "one report",
            (_value(span(gazette, "2009"), 2009.0, 2009.0, "year", None),),
        ),
    )


def ferry() -> StoryComparison:
    """The main story: five reports, four outlets of their own, three languages."""
    quotes = _quotes()
    return StoryComparison(
        story=Story(
            "s-ferry",
            "Fire on night ferry off Orrin, scores rescued",
            ("gazette", "courier", "vestnik", "diario", "copy"),
            (
                Related(
                    "earlier", "the same ship, 48 days before; no clause in common", story_id="s-january"
                ),
                Related("same-topic", "the same port, other event", document_id="arabic"),
            ),
        ),
        origins=(
            Origin(
                ("gazette", "copy"),
                "wire",
                "both carry NPA; 41 words in a row are the same",
                (span(gazette, "taken off the ship"), span(copy, "taken off the ship")),
            ),
            Origin(("courier",), "own", "no shared passage of 12 words or more"),
            Origin(("vestnik", "diario"), "same-briefing", "the same words of the minister"),
        ),
        actors=(
            Actor(
                "a1",
                "Ilse Marrow",
                "person",
                (
                    span(gazette, "Ilse Marrow"),
                    span(courier, "Ilse Marrow"),
                    span(vestnik, "Ильзе Марроу"),
                    span(diario, "Ilse Marrow"),
                ),
                (ActorLabel("министр транспорта", span(vestnik, "министр транспорта"), "outlet"),),
            ),
            Actor(
                "a2",
                "coast guard",
                "organization",
                (span(gazette, "coast guard"), span(courier, "coast guard")),
            ),
            Actor(
                "a3",
                "crowd at the harbour",
                "group",
                (),
                (
                    ActorLabel("protesters", span(gazette, "Protesters"), "outlet"),
                    ActorLabel("rioters", span(courier, "rioters"), "quoted"),
                    ActorLabel("бунтовщики", span(vestnik, "бунтовщиками"), "quoted"),
                    ActorLabel("manifestantes", span(diario, "manifestantes"), "outlet"),
                ),
            ),
            Actor(
                "a4",
                "Orrin",
                "place",
                (span(gazette, "Orrin"), span(vestnik, "Оррин"), span(diario, "Orrin")),
            ),
        ),
        quotes=quotes,
        utterances=(
            Utterance(
                "u1",
                "a1",
                "differ",
                "four renderings of one sentence; one hedges, two leave out a half",
                ("q1", "q2", "q3", "q4"),
                (
                    Difference("hedge", (span(gazette, "may have"),), "'may have' in one, plain past in ru"),
                    Difference(
                        "dropped",
                        (span(gazette, "nobody was left behind"),),
                        "ru tells the first half only",
                    ),
                    Difference("wording", (span(courier, "burned"),), "'burned' in one"),
                ),
            ),
            Utterance(
                "u2",
                "a2",
                "agree",
                "the same count from the same source",
                ("q5", "q6"),
                aligned=(
                    (span(gazette, "At least 12 people"), span(courier, "12 people")),
                    (span(gazette, "were injured"), span(courier, "were hurt")),
                ),
            ),
        ),
        figures=_figures(),
        dates=(
            DateMention(span(gazette, "late on Monday"), "2031-03-03", "day", "Monday before 2031-03-04"),
            DateMention(span(gazette, "Tuesday"), "2031-03-04", "day", "the day of the report"),
            DateMention(span(courier, "in January"), "2031-01", "month", "January before 2031-03-04"),
            DateMention(span(diario, "el lunes"), "2031-03-03", "day", "Monday before 2031-03-04"),
        ),
        timeline=(
            TimelineEntry("2031-01", ("t3",)),
            TimelineEntry("2031-03-03", ("t1",)),
            TimelineEntry("2031-03-04", ("t2",)),
        ),
        statements=(
            Statement(
                "t1",
                "agree",
                "told by 4 reports of 2 origins",
                (
                    span(
                        gazette,
                        "A fire broke out on the ferry Halcyon off the island of Orrin late on Monday.",
                    ),
                    span(
                        vestnik,
                        "На пароме «Халкион» у острова Оррин в понедельник поздно вечером вспыхнул пожар.",
                    ),
                    span(
                        diario,
                        "Un incendio se declaró el lunes en el ferri Halcyon frente a la isla de Orrin.",
                    ),
                    span(
                        copy, "A fire broke out on the ferry Halcyon off the island of Orrin late on Monday."
                    ),
                ),
            ),
            Statement(
                "t2",
                "agree",
                "told by 2 reports of 2 origins",
                (
                    span(
                        gazette,
                        "Protesters gathered at the harbour on Tuesday and called for the minister to resign",
                    ),
                    span(diario, "Los manifestantes pidieron su dimisión el martes."),
                ),
            ),
            Statement(
                "t3",
                "single",
                "found in 1 of 5 reports",
                (span(courier, "The Halcyon had failed a safety check in January, harbour records show."),),
            ),
        ),
        lineage=_lineage(),
        voices=_voices(),
        omissions=(Omission("courier", "t1", 2, 2, "told by 2 of 2 other origins"),),
    )


def _lineage() -> tuple[Descent, ...]:
    same = "A fire broke out on the ferry Halcyon off the island of Orrin late on Monday."
    return (
        Descent("gazette", None, "credit", True, "its dateline credits NPA", credit="NPA"),
        Descent(
            "copy",
            "gazette",
            "copy",
            True,
            "37 words in a row are the same; published a day later",
            share=0.9,
            passages=(Passage(span(gazette, same), span(copy, same)),),
        ),
        Descent("diario", "vestnik", "same-briefing", False, "both quote the minister at length"),
    )


def _voices() -> tuple[VoiceCount, ...]:
    return (
        VoiceCount(
            "Ilse Marrow",
            "a1",
            (
                Speech("gazette", 1, 0, 17, ("q1",)),
                Speech("courier", 1, 1, 14, ("q2", "q7")),
                Speech("vestnik", 1, 0, 8, ("q3",)),
                Speech("diario", 1, 0, 4, ("q4",)),
            ),
            absent=("copy",),
        ),
        VoiceCount(
            "coast guard",
            "a2",
            (Speech("gazette", 0, 1, 16, ("q5",)), Speech("courier", 0, 1, 4, ("q6",))),
            named_only=("copy",),
            absent=("vestnik", "diario"),
        ),
    )


def _alone(story_id: str, doc: Document, quote: str) -> StoryComparison:
    return StoryComparison(
        Story(story_id, doc.title or "", (doc.id,)),
        origins=(Origin((doc.id,), "own", "a report that stands alone"),),
        actors=(),
        quotes=(StoryQuote(Quote(f"q-{doc.id}", "direct", span(doc, quote), None, None, None), None, None),),
        utterances=(),
        figures=(),
        dates=(),
        timeline=(),
        statements=(),
    )


def comparison() -> Comparison:
    """The whole result: the ferry, two stories of one page, and a page that could not be read."""
    documents = (arabic, broken, copy, courier, diario, gazette, january, vestnik)
    return Comparison(
        documents,
        (
            ferry(),
            _alone("s-january", january, "The pumps are old"),
            _alone("s-port", arabic, "الميناء مفتوح للجميع"),
        ),
    )


def ferry_with(**changes: object) -> StoryView:
    """The main story as a report shows it, with parts of it replaced."""
    whole = comparison()
    told: StoryComparison = replace(whole.stories[0], **changes)  # type: ignore[arg-type]
    return make_edition(Comparison(whole.documents, (told,))).stories[0]
