"""Figures: bounds, units, what is counted, and what is no figure."""

from __future__ import annotations

import pytest
from time_builder import document, sentences

from rashomon.annotate.quantities import find_quantities
from rashomon.types import Quote, Span

#: language, text, span, value, low, high, unit
FIGURES = [
    ("en", "It killed more than 3,000 people.", "more than 3,000 people", None, 3000, None, "person"),
    ("en", "The village lies 24 kilometers away.", "24 kilometers", 24000, None, None, "metre"),
    ("en", "Nearly 90,000 homes lost power.", "Nearly 90,000 homes", None, None, 90000, "home"),
    ("en", "They want $34bn back.", "$34bn", 34e9, None, None, "USD"),
    ("en", "They want €2.5 million back.", "€2.5 million", 2.5e6, None, None, "EUR"),
    ("en", "A tariff of 25 percent.", "25 percent", 25, None, None, "percent"),
    ("en", "The index was down 1.1%.", "1.1%", -1.1, None, None, "percent"),
    ("en", "Up to 15 inches of rain fell.", "Up to 15 inches", None, None, 0.381, "metre"),
    ("en", "Expect 10 to 15 inches.", "10 to 15 inches", None, 0.254, 0.381, "metre"),
    ("en", "It helps 1 to 3 million people.", "1 to 3 million people", None, 1e6, 3e6, "person"),
    ("en", "Winds reached 140 mph.", "140 mph", 140, None, None, "mile per hour"),
    ("en", "Hundreds of people waited.", "Hundreds of people", None, 200, None, "person"),
    ("en", "It takes three or more months.", "three or more months", None, 3, None, "month"),
    ("en", "About 200 sailors.", "About 200 sailors", 200, None, None, "sailors"),
    (
        "ru",
        "Выявлено более 15,5 миллиона случаев.",
        "более 15,5 миллиона случаев",
        None,
        15.5e6,
        None,
        "case",
    ),
    ("ru", "Построено сорок новых кораблей.", "сорок новых кораблей", 40, None, None, "ship"),
    ("ru", "Ущерб — около 3 млрд руб.", "около 3 млрд руб", 3e9, None, None, "RUB"),
    ("de", "Dort leben etwa 300.000 Menschen.", "etwa 300.000 Menschen", 300_000, None, None, "person"),
    ("de", "Der Streifen ist vier Kilometer breit.", "vier Kilometer", 4000, None, None, "metre"),
    ("es", "Cerca de 850 personas votaron.", "Cerca de 850 personas", 850, None, None, "person"),
    ("es", "Gobernó tres décadas.", "tres décadas", 30, None, None, "year"),
    ("fr", "Plus de 2 500 euros manquent.", "Plus de 2 500 euros", None, 2500, None, "EUR"),
    ("it", "Almeno sei tentativi falliti.", "Almeno sei tentativi", None, 6, None, "tentativi"),
]


@pytest.mark.parametrize("case", FIGURES, ids=lambda case: str(case[1]))
def test_figures(case: tuple[str, str, str, float | None, float | None, float | None, str]) -> None:
    language, text, span, value, low, high, unit = case
    page = document(text, language)
    (found,) = find_quantities(page, sentences(page), ())
    assert page.text[found.span.start : found.span.end] == found.span.text
    assert (found.span.text, found.unit) == (span, unit)
    assert (found.value, found.low, found.high) == pytest.approx((value, low, high))


NO_FIGURES = [
    ("en", "She spoke at one point."),
    ("ru", "Не найдено ни одного случая заражения."),
    ("en", "in 1999 and on May 4"),
    ("en", "at 5 p.m. and at 11:30"),
    ("en", "The G7 met on the 3rd floor about COVID-19."),
    ("en", "She flew a Sparrow 747, then walked."),
    ("en", "See page 12 and No. 10."),
    ("en", "It is one of them, and no one knows."),
    ("en", "Call 0800 555 111."),
    ("en", "They won 3-1, version 2.4.1."),
    ("en", "I'm here"),
    ("ru", "в 2014 году, 5 мая, глава 3"),
    ("ru", "в 9 часов утра"),
    ("de", "um 17 Uhr am 3. Mai"),
    ("es", "un hombre y una mujer"),
    ("fr", "l'un et l'autre, en 1999"),
]


@pytest.mark.parametrize(("language", "text"), NO_FIGURES)
def test_what_is_no_figure(language: str, text: str) -> None:
    page = document(text, language)
    assert [q.span.text for q in find_quantities(page, sentences(page), ())] == []


FRAMES = [
    ("de", "In Arden leben etwa 3000 Menschen.", None),
    ("de", "Zwölf Menschen kamen ums Leben.", "dead"),
    ("en", "The war has claimed 450,000 lives.", "dead"),
    ("en", "The guards saved 40 lives.", "rescued"),
    ("it", "Il generale dalle dieci vite è morto.", None),
    ("it", "Sopravvissuto a sei tentativi di omicidio, è morto ieri.", None),
    ("en", "It crossed the line between the two Ardens with signs of infection.", None),
    ("en", "The port has thousands of testing kits for infected people.", None),
    ("en", "Twelve miners were feared dead.", "dead"),
    ("en", "The storm was 40 miles west of Arden.", "distance"),
    ("en", "The island is 60 miles long.", "length"),
    ("ru", "Судно затонуло в 14 километрах от берега.", "distance"),
    ("en", "The flood killed more than 300 people", "dead"),
    ("en", "33 dead were found", "dead"),
    ("en", "Police arrested 40 people", "arrested"),
    ("en", "Police evacuated 40 people after 3 died", "evacuated"),
    ("en", "a trade deficit of $37 billion", "deficit"),
    ("en", "$37 billion were paid for 12 dead", None),
    ("en", "a 62-year-old farmer", "age"),
    ("en", "Ann Bell, 62, a farmer", "age"),
    ("ru", "Погибли 12 человек", "dead"),
    ("de", "Es gab 12 Verletzte", "injured"),
    ("es", "Murieron 12 personas", "dead"),
    ("fr", "12 personnes ont été blessées", "injured"),
    ("it", "12 persone sono morte", "dead"),
    ("en", "Of all sums only $9 was the cost", "cost"),
    ("ru", "погибшие при столкновении двух автомобилей", None),
    ("es", "de las que 31 resultaron heridas", "injured"),
    ("fr", "24 étaient portées disparues", "missing"),
]


@pytest.mark.parametrize(("language", "text", "frame"), FRAMES)
def test_frames(language: str, text: str, frame: str | None) -> None:
    page = document(text, language)
    assert find_quantities(page, sentences(page), ())[0].frame == frame


def test_scope_and_source() -> None:
    text = "The ministry said that 12 people drowned in Lakeville on 3 May 2020."
    page = document(text)
    start = text.index("12 people")
    content = Span(page.id, start, len(text) - 1, text[start:-1])
    quote = Quote("q1", "indirect", content, None, None, "the ministry")
    (found,) = find_quantities(page, sentences(page), (quote,))
    assert (found.place, found.as_of, found.attributed_to) == ("Lakeville", "2020-05-03", "the ministry")


@pytest.mark.parametrize(
    "text", ["", "1", "\ud800 3 cats \udfff", "1 " * 4000, "12 dead, " * 1500, "more than " * 2000 + "3 cats"]
)
def test_any_text_is_read(text: str) -> None:
    page = document(text)
    for q in find_quantities(page, sentences(page), ()):
        assert text[q.span.start : q.span.end] == q.span.text


#: One sentence, several tolls: each is told by the word that governs it.
TOLLS = [
    ("en", "The storm killed 17 people and left 14 missing.", [(17, "dead"), (14, "missing")]),
    ("ru", "Погибли 17 человек, пропали без вести 14.", [(17, "dead"), (14, "missing")]),
    ("es", "El balance ascendió a 17 muertos y 14 desaparecidos.", [(17, "dead"), (14, "missing")]),
    ("de", "17 Menschen starben, 14 wurden verletzt.", [(17, "dead"), (14, "injured")]),
    ("fr", "Le bilan passe à 17 morts et 24 disparus.", [(17, "dead"), (24, "missing")]),
    ("it", "Il bilancio sale a 17 morti e 14 dispersi.", [(17, "dead"), (14, "missing")]),
]


@pytest.mark.parametrize(("language", "text", "tolls"), TOLLS)
def test_tolls_of_one_sentence(language: str, text: str, tolls: list[tuple[float, str]]) -> None:
    page = document(text, language)
    assert [(q.value, q.frame) for q in find_quantities(page, sentences(page), ())] == tolls


#: What something rose or fell to is a value and no bound; what it rose from is none of the present.
LEVELS = [
    ("ru", "Число погибших выросло до 17.", (17, None, None)),
    ("ru", "Число жертв на складе выросло с 14 до 17.", (17, None, None)),
    ("en", "The death toll of the fire in the old hall rose from 12 to 17.", (17, None, None)),
    ("de", "Die Zahl der Toten ist auf 17 gestiegen.", (17, None, None)),
    ("fr", "Le nombre de morts monte jusqu'à 17.", (17, None, None)),
    ("ru", "До 17 человек погибли.", (None, None, 17)),
    ("en", "Up to 17 people died.", (None, None, 17)),
]


@pytest.mark.parametrize(("language", "text", "numbers"), LEVELS)
def test_levels(language: str, text: str, numbers: tuple[float | None, ...]) -> None:
    page = document(text, language)
    (found,) = find_quantities(page, sentences(page), ())
    assert (found.value, found.low, found.high, found.frame) == (*numbers, "dead")


#: What is counted, in clean words or not at all.
WORDS = [
    ("en", "Five elderly nursing home residents left.", "elderly nursing home residents"),
    ("en", "The 118-metre ferry sank.", "ferry"),
    ("en", "They lost $15 billion in spending cuts.", "spending cuts"),
    ("en", "That is $500 billion going nowhere.", None),
    ("de", "Die Zahl der Toten ist auf 17 gestiegen.", None),
    ("fr", "à une quinzaine de kilomètres de la côte", None),
]


@pytest.mark.parametrize(("language", "text", "of"), WORDS)
def test_what_is_counted(language: str, text: str, of: str | None) -> None:
    page = document(text, language)
    assert [q.of for q in find_quantities(page, sentences(page), ())] == [of]
