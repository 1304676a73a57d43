"""Who gets to speak in each report, who is only named, and who is not found."""

from __future__ import annotations

from collections import defaultdict

from rashomon.types import Actor, Article, Quote, Speech, StoryQuote, VoiceCount


def count_voices(
    articles: tuple[Article, ...], actors: tuple[Actor, ...], quotes: tuple[StoryQuote, ...]
) -> tuple[VoiceCount, ...]:
    """A count for each speaker who is known, those whom most reports let speak first, then by their words."""
    reports = tuple(article.document.id for article in articles)
    known = {actor.id: actor for actor in actors}
    said: defaultdict[str, list[Quote]] = defaultdict(list)
    others: defaultdict[str, list[StoryQuote]] = defaultdict(list)
    for item in quotes:
        if item.actor_id in known:
            said[item.actor_id].append(item.quote)
        elif item.speaker_name:
            others[item.speaker_name.casefold()].append(item)
    counts = [_of_actor(known[i], _speeches(told, reports), reports) for i, told in said.items()]
    # Of a speaker who is no actor ("a witness") only the words are known, not where else they are meant.
    counts += [
        VoiceCount(told[0].speaker_name or "", None, _speeches([t.quote for t in told], reports))
        for told in others.values()
    ]
    return tuple(sorted(counts, key=_rank))


def _of_actor(actor: Actor, speeches: tuple[Speech, ...], reports: tuple[str, ...]) -> VoiceCount:
    speaking = {speech.document_id for speech in speeches}
    named = {m.document_id for m in actor.mentions} | {label.span.document_id for label in actor.labels}
    silent = [i for i in reports if i not in speaking]
    return VoiceCount(
        actor.name,
        actor.id,
        speeches,
        tuple(i for i in silent if i in named),
        tuple(i for i in silent if i not in named),
    )


def _rank(voice: VoiceCount) -> tuple[int, int, str, str]:
    return -len(voice.speeches), -sum(s.words for s in voice.speeches), voice.name, voice.actor_id or ""


def _speeches(told: list[Quote], reports: tuple[str, ...]) -> tuple[Speech, ...]:
    """The quotes of one speaker by report, the reports in order."""
    by_report: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in told:
        by_report[quote.content.document_id].append(quote)
    return tuple(_speech(report, by_report[report]) for report in reports if report in by_report)


def _speech(report: str, told: list[Quote]) -> Speech:
    """The words of quotes that overlap count once."""
    ordered = sorted(told, key=lambda q: (q.content.start, -q.content.end))
    words = end = 0
    for quote in ordered:
        fresh = quote.content.text[max(0, end - quote.content.start) :]
        words, end = words + len(fresh.split()), max(end, quote.content.end)
    indirect = sum(q.kind == "indirect" for q in told)
    return Speech(report, len(told) - indirect, indirect, words, tuple(q.id for q in ordered))
