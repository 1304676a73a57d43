"""Who speaks, who is only named, who is not found; words of quotes that overlap count once."""

from __future__ import annotations

from dataclasses import replace

from story_builder import article, quotes_of

from rashomon.compare.voices import count_voices
from rashomon.types import Actor, Speech, StoryQuote

ONE = article(
    "one",
    "en",
    "[We close on Friday], Lena Ost said.\n[Nobody asked us], a teacher said.",
    ("Lena Ost", None),
)
TWO = article("two", "en", "Lena Ost would not speak. [The roof leaks], Per Holm said.", ("Per Holm",))
THREE = article("three", "de", "Die Schule schließt.")
ARTICLES = (ONE, TWO, THREE)


def _actors() -> tuple[Actor, ...]:
    ost = next(q.content for q in ONE.annotations.quotes if q.speaker == "Lena Ost")
    named = replace(ost, document_id="two", start=0, end=8, text="Lena Ost")
    return (
        Actor("Lena Ost", "Lena Ost", "person", (ost, named)),
        Actor("Per Holm", "Per Holm", "person", ()),
    )


def test_speakers_in_order_with_who_is_silent_and_who_is_absent() -> None:
    ost, holm = count_voices(ARTICLES, _actors(), quotes_of(*ARTICLES))
    assert (ost.name, ost.speeches) == ("Lena Ost", (Speech("one", 1, 0, 4, ("one1",)),))
    assert (ost.named_only, ost.absent) == (("two",), ("three",))
    assert (holm.name, holm.named_only, holm.absent) == ("Per Holm", (), ("one", "three"))


def test_a_speaker_who_is_no_actor_is_counted_and_nothing_more_is_said() -> None:
    quotes = tuple(
        replace(q, speaker_name=q.speaker_name or "a teacher") if n else replace(q, speaker_name="A teacher")
        for n, q in enumerate(replace(q, actor_id=None) for q in quotes_of(ONE))
    )
    (teacher,) = count_voices(ARTICLES, (), quotes)
    assert (teacher.name, teacher.actor_id, teacher.named_only, teacher.absent) == ("A teacher", None, (), ())
    assert teacher.speeches == (Speech("one", 2, 0, 7, ("one1", "one2")),)


def test_words_of_quotes_inside_each_other_count_once() -> None:
    whole = quotes_of(ONE)[0]
    content = whole.quote.content
    part = replace(content, start=content.start + 3, text=content.text[3:])
    inner = StoryQuote(replace(whole.quote, id="in", kind="indirect", content=part), "Lena Ost", "Lena Ost")
    (ost,) = count_voices((ONE,), _actors()[:1], (inner, whole))
    assert ost.speeches == (Speech("one", 1, 1, 4, ("one1", "in")),)


def test_quotes_of_nobody_known_are_no_voice() -> None:
    assert count_voices((ONE,), (), (replace(quotes_of(ONE)[1], speaker_name=None),)) == ()
