"""Quotes: contents, kinds and sources, over languages and styles of marks; cases are data."""

from __future__ import annotations

import time

import pytest

from annotate.quote_documents import document, told
from rashomon.annotate.quotes import find_quotes
from rashomon.annotate.sentences import split_sentences
from rashomon.types import Quote


def quotes(text: str, language: str | None = "en", roles: tuple[str, ...] = ()) -> tuple[Quote, ...]:
    doc = document(text, language, roles)
    return find_quotes(doc, split_sentences(doc))


Case = tuple[str, str, list[tuple[str, str, str | None]]]

#: Tags that end a sentence of their own, announcements, pieces that a cue splits.
JOINED: list[Case] = [
    (
        "en",
        '"Who will pay for the dam?" Lee asked reporters at the harbour. "We will not."',
        [("direct", "Who will pay for the dam?", "Lee"), ("direct", "We will not", "Lee")],
    ),
    (
        "en",
        "“They asked us, ‘Where were you? What did you see?’” Lee said.",
        [("direct", "They asked us, ‘Where were you? What did you see?’", "Lee")],
    ),
    (
        "en",
        "“Who will pay?” Lee said she would not.",
        [("direct", "Who will pay?", None), ("indirect", "she would not", "Lee")],
    ),
    ("en", "Lee continued:\n\n“The dam is old. It leaks.”", [("direct", "The dam is old. It leaks", "Lee")]),
    (
        "en",
        "The mayor went on to say:\n\n“The dam is old. It leaks.”",
        [("direct", "The dam is old. It leaks", "The mayor")],
    ),
    (
        "en",
        "“It is our town,” the mayor said of the plan, “because we built it.”",
        [("direct", "It is our town", "the mayor"), ("direct", "because we built it", "the mayor")],
    ),
    (
        "en",
        "“It is our town,” she said, adding that Lee would wait.",
        [("direct", "It is our town", "she"), ("indirect", "Lee would wait", "she")],
    ),
    (
        "en",
        "The mayor answered, “Nobody knows that,” when asked about the costs.",
        [("direct", "Nobody knows that", "The mayor")],
    ),
    (
        "en",
        "Lee says that's what a dam is: a wall with a hole.",
        [("indirect", "that's what a dam is: a wall with a hole", "Lee")],
    ),
    (
        "en",
        "Lee leads among the voters of the coast, according to a Port/Arden poll.",
        [("indirect", "Lee leads among the voters of the coast", "a Port/Arden poll")],
    ),
    (
        "en",
        '".@Ann_Lee forgot the harbour again," Ross tweeted.',
        [("direct", ".@Ann_Lee forgot the harbour again", "Ross")],
    ),
]

JOINED += [
    (
        "en",
        "“It leaks,” she said, adding that Lee would wait for spring. “They want to be asked.”",
        [
            ("direct", "It leaks", "she"),
            ("indirect", "Lee would wait for spring", "she"),
            ("direct", "They want to be asked", "she"),
        ],
    ),
    (
        "en",
        '"We need a dam," Lee told a crowd at the harbour that filled the quay.',
        [("direct", "We need a dam", "Lee")],
    ),
    (
        "en",
        "“It leaks,” said harbour master Ann Lee, though she added that it would hold.",
        [("direct", "It leaks", "harbour master Ann Lee"), ("indirect", "it would hold", "she")],
    ),
    (
        "en",
        "“It will hold for a thousand years!” Port Senator Ann Lee said as she opened the dam.",
        [("direct", "It will hold for a thousand years!", "Port Senator Ann Lee")],
    ),
    (
        "en",
        "He was a “careful man who looked after the pumps,” Lee said in a statement.",
        [("mixed", "careful man who looked after the pumps", "Lee")],
    ),
    (
        "en",
        "Lee said about the dam, “I will not open it before the spring.”",
        [("direct", "I will not open it before the spring", "Lee")],
    ),
    (
        "en",
        "It surprised the miner Ann Lee: “We never saw such water in the mine.”",
        [("direct", "We never saw such water in the mine", "Ann Lee")],
    ),
    ("en", "Lee: 'We will not pay for it.'", [("direct", "We will not pay for it", "Lee")]),
    (
        "en",
        "Wages in Orley could rise, they’ve suggested.",
        [("indirect", "Wages in Orley could rise", "they")],
    ),
    (
        "en",
        'Lee closed the harbour, calling it a "danger to every ship that comes," the Wave agency reported.',
        [("mixed", "danger to every ship that comes", "Lee")],
    ),
]

JOINED += [
    (
        "en",
        "The dam was built by hand in one summer, according to Ann Lee, head of the archive.",
        [("indirect", "The dam was built by hand in one summer", "Ann Lee")],
    ),
    (
        "en",
        "Wages, according to the bank, have risen again.",
        [("indirect", "Wages, according to the bank, have risen again", "the bank")],
    ),
    ("en", "“It leaks all the year,” said her lawyer.", [("direct", "It leaks all the year", "her lawyer")]),
    ("en", "Time, Mr. Lee added, was short.", [("indirect", "Time, Mr. Lee added, was short", "Mr. Lee")]),
    ("en", "Lee asked whether the dam would hold.", [("indirect", "whether the dam would hold", "Lee")]),
    (
        "en",
        "The mayor asked the miners to leave the harbour.",
        [("indirect", "the miners to leave the harbour", "The mayor")],
    ),
    ("en", "Lee said that the dam would hold.", [("indirect", "the dam would hold", "Lee")]),
]

#: What leans on a subject between it and its cue, lists, antecedents of relative pronouns.
SUBJECTS: list[tuple[str, str]] = [
    ("The council raised fees Friday and Arden announced the dam leaks.", "Arden"),
    ("Many analysts nevertheless say the dam leaks.", "Many analysts"),
    (
        "Ann Lee, 49, a teacher who lives in Port Arden, said the dam leaks.",
        "Ann Lee, 49, a teacher who lives in Port Arden",
    ),
    (
        "Ann Lee, the head of the Dam Workers, which backed Mr. Ross in May, said the dam leaks.",
        "Ann Lee, the head of the Dam Workers, which backed Mr. Ross in May",
    ),
    (
        "Mr. Ross, whose company, Dammit, sells pumps to towns, said the dam leaks.",
        "Mr. Ross, whose company, Dammit, sells pumps to towns",
    ),
    ("But miners, farmers, and many fishermen said the dam leaks.", "miners, farmers, and many fishermen"),
    ("Most voters in Arden, Orley and Karsk said the dam leaks.", "Most voters in Arden, Orley and Karsk"),
    ("Lee and his lawyers have said the dam leaks.", "Lee and his lawyers"),
    ("On Monday, Lee and Ross said the dam leaks.", "Lee and Ross"),
    ("Prices rose and the mayor said the dam leaks.", "the mayor"),
    ("The mayor sharply rebuked critics who say the dam leaks.", "critics"),
    ("Hours later, the company issued a note saying that the dam leaks.", "the company"),
    ("As Mrs. Lee echoed the warning, saying that the dam leaks.", "Mrs. Lee"),
    ("After the storm, another said the dam leaks.", "another"),
    ("Few in the town believed Mr. Lee’s repeated claims that the dam leaks.", "Mr. Lee"),
    ("Few in the town shared his warning that the dam leaks.", "his"),
    ("Sen. Ann Lee (Arden) said the dam leaks.", "Sen. Ann Lee"),
    ("A source familiar with Lee’s thinking said the dam leaks.", "A source familiar with Lee’s thinking"),
]

DIRECT: list[Case] = [
    ("en", "“The bridge is closed,” said Ann Lee.", [("direct", "The bridge is closed", "Ann Lee")]),
    ("en", '"The bridge is closed," Ann Lee said.', [("direct", "The bridge is closed", "Ann Lee")]),
    ("en", "''The bridge is closed,'' Ann Lee said.", [("direct", "The bridge is closed", "Ann Lee")]),
    (
        "en",
        "‘The bridge is closed today,’ Ann Lee said.",
        [("direct", "The bridge is closed today", "Ann Lee")],
    ),
    (
        "en",
        "'The bridge is closed today,' Ann Lee said.",
        [("direct", "The bridge is closed today", "Ann Lee")],
    ),
    (
        "en",
        "“We waited,” the mayor said, “and nobody came.”",
        [("direct", "We waited", "the mayor"), ("direct", "and nobody came", "the mayor")],
    ),
    (
        "en",
        "“We waited for hours,” the mayor said. “Nobody came to the harbour.”",
        [
            ("direct", "We waited for hours", "the mayor"),
            ("direct", "Nobody came to the harbour", "the mayor"),
        ],
    ),
    (
        "en",
        "Asked about it, Lee said: “We have no money left.”",
        [("direct", "We have no money left", "Lee")],
    ),
    (
        "en",
        "“He told me ‘never again’ and left the room,” Lee said.",
        [("direct", "He told me ‘never again’ and left the room", "Lee")],
    ),
    (
        "en",
        "“The dam broke at night,” Ann Lee, a spokeswoman for the county, said on Monday.",
        [("direct", "The dam broke at night", "Ann Lee, a spokeswoman for the county")],
    ),
    (
        "en",
        "Although Lee said “we will pay”, Dunn said “we will not”.",
        [("direct", "we will pay", "Lee"), ("direct", "we will not", "Dunn")],
    ),
    ("ru", "«Мост закрыт до утра», — заявил мэр.", [("direct", "Мост закрыт до утра", "мэр")]),
    ("ru", '"Мост закрыт до утра", - сказал он.', [("direct", "Мост закрыт до утра", "он")]),
    ("ru", "Мэр заявил: «Мост закрыт до утра».", [("direct", "Мост закрыт до утра", "Мэр")]),
    (
        "de",
        "„Die Brücke ist gesperrt“, sagte die Sprecherin.",
        [("direct", "Die Brücke ist gesperrt", "die Sprecherin")],
    ),
    ("de", "»Die Brücke ist gesperrt«, sagte Müller.", [("direct", "Die Brücke ist gesperrt", "Müller")]),
    (
        "de",
        "„Die Brücke ist gesperrt“, so der Minister.",
        [("direct", "Die Brücke ist gesperrt", "der Minister")],
    ),
    ("fr", "« Le pont est fermé », a déclaré le maire.", [("direct", "Le pont est fermé", "le maire")]),
    ("fr", "«Le pont est fermé», explique-t-il.", [("direct", "Le pont est fermé", "-t-il")]),
    (
        "es",
        "“El puente está cerrado”, dijo la alcaldesa.",
        [("direct", "El puente está cerrado", "la alcaldesa")],
    ),
    ("it", "«Il ponte è chiuso», ha detto il sindaco.", [("direct", "Il ponte è chiuso", "il sindaco")]),
]

DIRECT += [
    (
        "ru",
        "«Быстрого решения нет, — отметил он. — Стороны слишком далеки».",
        [("direct", "Быстрого решения нет", "он"), ("direct", "Стороны слишком далеки", "он")],
    ),
    ("ru", "— Мы ничего не знали, — признался директор.", [("direct", "Мы ничего не знали", "директор")]),
    ("es", "“Nadie ha dado explicaciones”, lamentó.", [("direct", "Nadie ha dado explicaciones", None)]),
    ("it", "“Abbiamo perso tutto”, racconta Anna Greco.", [("direct", "Abbiamo perso tutto", "Anna Greco")]),
]

INDIRECT: list[Case] = [
    (
        "en",
        "Lee warned 25% fees could be asked of the port.",
        [("indirect", "25% fees could be asked of the port", "Lee")],
    ),
    (
        "ru",
        "По его словам, аварийные бригады уже прибыли.",
        [("indirect", "аварийные бригады уже прибыли", "его")],
    ),
    (
        "de",
        "Wie die Behörde mitteilte, sollen die Arbeiten im Mai beginnen.",
        [("indirect", "sollen die Arbeiten im Mai beginnen", "die Behörde")],
    ),
    (
        "de",
        "Einem Bericht des Senders zufolge war die Brücke marode.",
        [("indirect", "war die Brücke marode", "Einem Bericht des Senders")],
    ),
    (
        "en",
        "As the Daily Post reported on Monday, the bridge was never checked.",
        [("indirect", "the bridge was never checked", "the Daily Post")],
    ),
    (
        "en",
        "The company said it had dumped no waste and denied that it had lied.",
        [("indirect", "it had dumped no waste", "The company"), ("indirect", "it had lied", "The company")],
    ),
    (
        "en",
        "The mayor said that the bridge was closed.",
        [("indirect", "the bridge was closed", "The mayor")],
    ),
    (
        "en",
        "The mayor said Monday the bridge was closed.",
        [("indirect", "the bridge was closed", "The mayor")],
    ),
    (
        "en",
        "The mayor said in a statement on Monday that the bridge was closed.",
        [("indirect", "the bridge was closed", "The mayor")],
    ),
    (
        "en",
        "The bridge will stay closed for weeks, the mayor said.",
        [("indirect", "The bridge will stay closed for weeks", "the mayor")],
    ),
    (
        "en",
        "According to the coast guard, two boats are missing.",
        [("indirect", "two boats are missing", "the coast guard")],
    ),
    (
        "en",
        "Two boats are missing, according to the coast guard.",
        [("indirect", "Two boats are missing", "the coast guard")],
    ),
    (
        "en",
        "The company denied that it had dumped waste, adding that it would sue.",
        [("indirect", "it had dumped waste", "The company"), ("indirect", "it would sue", "The company")],
    ),
    (
        "en",
        "The union threatened to close the port on Friday.",
        [("indirect", "to close the port on Friday", "The union")],
    ),
    (
        "en",
        "She accused the firm of hiding the report.",
        [("indirect", "the firm of hiding the report", "She")],
    ),
    ("ru", "Мэр сообщил, что мост закрыт.", [("indirect", "мост закрыт", "Мэр")]),
    ("ru", "По словам мэра, мост закрыт.", [("indirect", "мост закрыт", "мэра")]),
    (
        "ru",
        "Мост закроют на неделю, сообщили в полиции.",
        [("indirect", "Мост закроют на неделю", "полиции")],
    ),
    (
        "ru",
        "Мост закроют на неделю. Об этом сообщил мэр города.",
        [("indirect", "Мост закроют на неделю", "мэр города")],
    ),
    (
        "de",
        "Der Minister sagte, er habe davon nichts gewusst.",
        [("indirect", "er habe davon nichts gewusst", "Der Minister")],
    ),
    (
        "de",
        "Laut Polizei wurden drei Menschen verletzt.",
        [("indirect", "wurden drei Menschen verletzt", "Polizei")],
    ),
    (
        "de",
        "Der Minister sagte, er habe nichts gewusst. Die Akten seien nie angekommen.",
        [
            ("indirect", "er habe nichts gewusst", "Der Minister"),
            ("indirect", "Die Akten seien nie angekommen", None),
        ],
    ),
    (
        "de",
        "Die Polizei teilte mit, dass niemand verletzt wurde.",
        [("indirect", "niemand verletzt wurde", "Die Polizei")],
    ),
    (
        "fr",
        "Selon la police, deux personnes ont disparu.",
        [("indirect", "deux personnes ont disparu", "la police")],
    ),
    (
        "fr",
        "La ministre a affirmé que le pont serait fermé.",
        [("indirect", "le pont serait fermé", "La ministre")],
    ),
    ("es", "Según la policía, hay dos desaparecidos.", [("indirect", "hay dos desaparecidos", "la policía")]),
    (
        "es",
        "La ministra aseguró que el puente seguirá cerrado.",
        [("indirect", "el puente seguirá cerrado", "La ministra")],
    ),
    (
        "es",
        "El puente sigue cerrado, informaron fuentes del puerto.",
        [("indirect", "El puente sigue cerrado", "fuentes del puerto")],
    ),
    (
        "it",
        "Secondo la polizia, due persone sono disperse.",
        [("indirect", "due persone sono disperse", "la polizia")],
    ),
    (
        "it",
        "Il ministro ha detto che il ponte resterà chiuso.",
        [("indirect", "il ponte resterà chiuso", "Il ministro")],
    ),
]

MIXED: list[Case] = [
    ("en", "The mayor called the plan “a gift to thieves”.", [("mixed", "a gift to thieves", "The mayor")]),
    ("en", "The mayor said the plan was “simply shameful”.", [("mixed", "simply shameful", "The mayor")]),
    (
        "de",
        "Die Opposition sprach von einem „Totalversagen der Behörden“.",
        [("mixed", "Totalversagen der Behörden", "Die Opposition")],
    ),
    (
        "fr",
        "Les syndicats dénoncent une décision « brutale et injuste ».",
        [("mixed", "brutale et injuste", "Les syndicats")],
    ),
    ("ru", "Мэр назвал план «подарком для воров».", [("mixed", "подарком для воров", "Мэр")]),
]

#: Not quotes: names, titles, scare quotes, other senses of the verbs, negation.
NONE: list[tuple[str, str]] = [
    ("it", "Il sindaco (lo scrive l'agenzia Onda, che ha dato la notizia), per ora, non parla."),
    ("en", "The long probe, coupled with his posts, has hurt the port."),
    ("en", "The Arden index added 0.9% as the vote was over."),
    ("en", "Rain killed four in the first confirmed dead after the storm."),
    ("en", "Officials subtracted two losses now thought to have been errors."),
    ("en", "It would be the first case acknowledged by the ministry, which is new."),
    ("en", "The port stays closed if Arden does not yield to union demands and continues to fire workers."),
    ("en", "Follow all orders! https://arden.example/a pic.arden.example/b"),
    ("de", "In Arden leben nach Schätzungen etwa 3000 Menschen."),
    ("en", "The film “Long Nights of Summer” opens today."),
    ("en", "The “Sea Star” left the harbour at noon."),
    ("en", "The war has claimed many lives."),
    ("en", "To read how we use data, click here."),
    ("en", "The ministry did not say when the talks would end."),
    ("en", "The harbour’s own reports were late."),
    ("en", "An unconfirmed report that prices will rise moved the market."),
    ("en", "He was told that the bridge was closed."),
    ("ru", "Боевики «Северного фронта» заняли село."),
    ("de", "Das Schiff „Seestern“ lief am Montag aus."),
    ("es", "El barco “Estrella” zarpó el lunes."),
    ("it", "Il secondo gruppo è partito ieri."),
]


def _ids(cases: list[Case]) -> list[str]:
    return [f"{language}: {text[:40]}" for language, text, _ in cases]


@pytest.mark.parametrize(("language", "text", "expected"), DIRECT, ids=_ids(DIRECT))
def test_direct(language: str, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert told(quotes(text, language)) == expected


@pytest.mark.parametrize(("language", "text", "expected"), JOINED, ids=_ids(JOINED))
def test_joined(language: str, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert told(quotes(text, language)) == expected


@pytest.mark.parametrize(("text", "source"), SUBJECTS, ids=[s for _, s in SUBJECTS])
def test_subject(text: str, source: str) -> None:
    assert ("indirect", "the dam leaks", source) in told(quotes(text))


@pytest.mark.parametrize(("language", "text", "expected"), INDIRECT, ids=_ids(INDIRECT))
def test_indirect(language: str, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert told(quotes(text, language)) == expected


@pytest.mark.parametrize(("language", "text", "expected"), MIXED, ids=_ids(MIXED))
def test_fragments(language: str, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert told(quotes(text, language)) == expected


@pytest.mark.parametrize(("language", "text"), NONE, ids=[t[:40] for _, t in NONE])
def test_not_a_quote(language: str, text: str) -> None:
    assert told(quotes(text, language)) == []


def test_a_quotation_over_paragraphs_opens_each() -> None:
    text = "“The first night was bad,” Lee said. “We had no light.\n\n“The second night was worse.”"
    found = [q.content.text for q in quotes(text)]
    assert found == ["The first night was bad", "We had no light", "The second night was worse"]


def test_a_missing_mark_spoils_one_paragraph_only() -> None:
    text = '"We had no light, Lee said.\n\n"We had no water," Dunn said.'
    assert ("direct", "We had no water", "Dunn") in told(quotes(text))


def test_headlines_and_captions_are_not_read() -> None:
    text = "Mayor says bridge will close\n\nThe mayor said that the bridge will close."
    assert len(quotes(text, "en", ("headline", "body"))) == 1


def test_a_post_is_signed_under_its_words() -> None:
    text = "The river is rising fast. Leave now!\n— County Rescue (@rescue) May 3, 2019"
    assert told(quotes(text)) == [("direct", "The river is rising fast. Leave now!", "County Rescue")]


def test_relay() -> None:
    (quote,) = quotes("The bridge will close on Friday, Reuters reported, citing two city officials.")
    assert (quote.source and quote.source.text, quote.relayed_by) == ("two city officials", "Reuters")


def test_the_clause_around_a_fragment_is_kept() -> None:
    (quote,) = quotes("The mayor said the plan was “simply shameful”.")
    assert quote.clause is not None
    assert quote.clause.text == "the plan was “simply shameful”"


def test_spans_stand_in_the_text_and_ids_are_unique() -> None:
    for language, text, _ in DIRECT + INDIRECT + MIXED:
        doc = document(text, language)
        found = find_quotes(doc, split_sentences(doc))
        assert len({q.id for q in found}) == len(found)
        for quote in found:
            assert quote.id == f"{doc.id}:{quote.content.start}-{quote.content.end}"
            for span in (quote.content, quote.cue, quote.source, quote.clause):
                assert span is None or doc.text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    "junk",
    [
        '"' * 60_000,
        "“" * 60_000,
        "said " * 20_000,
        '"a", he said. ' * 5_000,
        "«a " * 20_000,
        "",
        '"',
        "\ud800 “x y",
    ],
    ids=["marks", "opening", "said", "tiny quotes", "unclosed", "empty", "one mark", "surrogate"],
)
@pytest.mark.parametrize("language", ["en", "de", None])
def test_junk_is_linear(junk: str, language: str | None) -> None:
    doc = document(junk, language)
    begin = time.perf_counter()
    find_quotes(doc, split_sentences(doc))
    assert time.perf_counter() - begin < 5
