"""The end of a page: farewells, summaries, threads of comments; and endings that are the story's own."""

from __future__ import annotations

import pytest

from rashomon.clean.lines import Kind, Line
from rashomon.clean.roles import assign_roles
from rashomon.clean.words import phrases

LEAD = "The ferry stayed in port on Monday because of the wind, the harbour master said."
NEXT = "It had been due in Oslo in the evening with two hundred passengers on board, most of them pupils."
TEXT = {
    "en": [LEAD, NEXT],
    "de": [
        "Die Fähre blieb am Montag wegen des Windes im Hafen, wie der Hafenmeister am Abend mitteilte.",
        "Sie sollte mit zweihundert Fahrgästen nach Oslo fahren, die meisten von ihnen waren Schüler.",
    ],
    "fr": [
        "Le ferry est resté au port lundi à cause du vent, a annoncé le capitaine du port dans la soirée.",
        "Il devait partir pour Oslo avec deux cents passagers à bord, pour la plupart des écoliers.",
    ],
    "es": [
        "El ferry se quedó el lunes en el puerto a causa del viento, dijo por la tarde el capitán.",
        "Debía salir hacia Oslo con doscientos pasajeros a bordo, la mayoría de ellos escolares.",
    ],
    "it": [
        "Il traghetto è rimasto lunedì in porto a causa del vento, ha detto in serata il comandante.",
        "Doveva partire per Oslo con duecento passeggeri a bordo, per la maggior parte scolari.",
    ],
    "ru": [
        "Паром остался в понедельник в порту из-за ветра, сообщил вечером капитан порта журналистам.",
        "Он должен был идти в Осло с двумя сотнями пассажиров на борту, в основном школьниками.",
    ],
    "pl": [
        "Prom pozostał w poniedziałek w porcie z powodu wiatru, powiedział wieczorem kapitan portu.",
        "Miał płynąć do Oslo z dwustu pasażerami na pokładzie, w większości byli to uczniowie.",
    ],
}

#: Language, the last line of the page, its role.
FAREWELLS = [
    (
        "en",
        "Ann Lee is a professor of harbour law at the University of Oslo and the author of two books.",
        "bio",
    ),
    ("en", "This article was first published in the Harbour News and is used here by permission.", "bio"),
    ("en", "Do you live by the harbour and what do you think of the new ferry?", "promo"),
    ("en", "Tell us what you think of the ferry in the form below.", "promo"),
    ("en", "The information provided here is no advice on sailing, and we are not liable for it.", "legal"),
    ("de", "Lest den Originalartikel auf Norwegisch hier.", "agency"),
    (
        "de",
        "Die Meteorologin Anna Berg ist Gründerin eines Dienstes für Wetter und Autorin mehrerer Bücher.",
        "bio",
    ),
    ("de", "Schreiben Sie uns Ihre Meinung zur neuen Fähre an leser@hafenblatt.example.", "promo"),
    ("fr", "Partagez avec nous votre avis sur le nouveau ferry dans notre formulaire.", "promo"),
    ("es", "Cuéntanos tu opinión sobre el nuevo ferry en nuestras redes sociales.", "promo"),
    ("it", "Raccontaci la tua esperienza con il traghetto e scrivi alla nostra redazione.", "promo"),
    ("ru", "Расскажите в комментариях, что вы думаете о новом пароме и о порядке в порту.", "promo"),
    ("pl", "Podziel się swoją opinią o nowym promie i zostaw komentarz pod naszym tekstem.", "promo"),
]


#: So that a farewell is a small part of the text.
FILLING = {code: [" ".join(text) + " " + " ".join(reversed(text))] for code, text in TEXT.items()}


def told(language: str, last: list[str], kind: Kind = "text") -> list[tuple[str, str]]:
    lines = [*map(Line, TEXT[language]), *(Line(text) for text in FILLING[language]), *map(Line, last)]
    return [(j.text, j.role) for j in assign_roles(lines, None, phrases(language))]


@pytest.mark.parametrize(("language", "line", "role"), FAREWELLS, ids=lambda x: str(x)[:24])
def test_farewells_go(language: str, line: str, role: str) -> None:
    assert told(language, [line])[-1] == (line, role)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "The captain is a member of the harbour council and will not sail before Tuesday."),
        ("en", '"Tell us when the wind drops and we will sail," the captain said from his cabin.'),
        ("en", "Anyone who saw the ferry on Monday is asked to call the harbour police."),
        ("en", "He was 83."),
        ("de", "Der Kapitän will am Dienstag fahren, wenn der Wind bis dahin nachgelassen hat."),
        ("fr", "Le capitaine veut partir mardi si le vent est tombé d'ici là, selon le port."),
        ("ru", "Капитан намерен выйти в море во вторник, если ветер к тому времени стихнет."),
    ],
    ids=lambda x: x[:24],
)
def test_last_sentences_stay(language: str, line: str) -> None:
    assert dict(told(language, [line]))[line] == "body"


def test_what_bids_farewell_at_the_end_may_be_told_within_the_text() -> None:
    line = "Ann Lee is a professor of harbour law at the University of Oslo and the author of two books."
    lines = [Line(LEAD), Line(line), Line(NEXT), Line("She had warned of such winds for years, in vain.")]
    assert [j.role for j in assign_roles(lines, None, phrases("en"))][1] == "body"


def test_a_summary_beneath_the_text_goes_and_one_above_it_stays() -> None:
    entries = [Line("The ferry stayed in port all Monday", "item"), Line("It had been due in Oslo", "item")]
    box = [Line("Summary", "head"), *entries]
    text = [Line(LEAD), Line(NEXT)]
    beneath = assign_roles([*text, *box], None, phrases("en"))
    assert [j.kept for j in beneath[2:]] == [False] * 3
    inside = assign_roles([text[0], *box, text[1]], None, phrases("en"))
    assert [j.kept for j in inside] == [True, False, False, False, True]


def thread(times: list[str], names: list[str]) -> list[Line]:
    said = "I was on that boat and the captain was right to stay, on the day of"
    return [
        Line(text)
        for name, time in zip(names, times, strict=True)
        for text in (name, time, f"{said} {time}!")
    ]


def test_a_thread_of_comments_is_no_text() -> None:
    comments = thread(
        [f"{day}.01.2020, 10:2{day}" for day in range(1, 6)], ["bo", "mia", "oskar", "tim", "u2"]
    )
    judged = assign_roles([Line(LEAD), Line(NEXT), *comments], None, phrases("en"))
    assert [j.kept for j in judged] == [True, True] + [False] * len(comments)


def test_a_live_blog_by_two_reporters_is_no_thread() -> None:
    entries = thread(
        [f"{day}.01.2020, 10:2{day}" for day in range(1, 6)], ["Ann Lee", "Bob Ray"] * 2 + ["Ann Lee"]
    )
    judged = assign_roles([Line(LEAD), Line(NEXT), *entries], None, phrases("en"))
    assert all(j.kept for j in judged if j.look.words > 8)
