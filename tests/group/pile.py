"""A pile of our own: a ferry accident told in four languages, what came before, and something else."""

from __future__ import annotations

from rashomon.types import Annotations, Article, Block, Document, TimeClue


def article(
    name: str,
    title: str,
    text: str,
    published: str | None = None,
    language: str = "en",
    *,
    clues: tuple[TimeClue, ...] = (),
    candidates: tuple[str, ...] = (),
) -> Article:
    document = Document(
        f"d{name}",
        f"{name}.txt",
        "",
        title=title,
        published=published,
        published_candidates=candidates,
        language=language,
        text=text,
        blocks=(Block(0, len(text), "body"),) if text else (),
    )
    return Article(document, Annotations(document.id, clues=clues))


CRASH_ONE = article(
    "1",
    "Ferry hits pier in Lumeria's capital, 14 injured",
    "A ferry with 230 passengers rammed the pier of Port Alsen on Monday evening, injuring 14 people, the "
    "coast guard of Lumeria said. The captain of the Sea Lark, Tomas Verrin, told investigators that the "
    "engine did not answer. Two passengers are in hospital. The minister, Oda Kessim, ordered an inquiry.",
    "2019-03-12",
)
CRASH_TWO = article(
    "2",
    "Engine failure suspected after ferry accident in Port Alsen",
    "Investigators suspect that the engine of the ferry Sea Lark failed before she struck the pier of Port "
    "Alsen on Monday. 14 of the 230 passengers were injured. Captain Tomas Verrin was questioned by the "
    "coast guard. Lumeria's minister Oda Kessim promised that the inquiry would be finished by summer.",
    "2019-03-13",
)
CRASH_GERMAN = article(
    "3",
    "Fähre rammt Pier in Port Alsen: 14 Verletzte",
    "Eine Fähre mit 230 Passagieren hat in Port Alsen den Pier gerammt, 14 Menschen wurden verletzt. Der "
    "Kapitän der Sea Lark, Tomas Verrin, sagte den Ermittlern, der Motor habe versagt. Die Ministerin Oda "
    "Kessim ordnete eine Untersuchung an, teilte die Küstenwache von Lumeria mit.",
    "2019-03-12",
    "de",
)
CRASH_RUSSIAN = article(
    "4",
    "Паром врезался в причал в Порт-Алсене, 14 раненых",
    "Паром Си Ларк с 230 пассажирами врезался в причал в Порт Алсене, 14 человек ранены. Капитан судна Томас "
    "Веррин сообщил следователям, что отказал двигатель. Министр Ода Кессим приказала начать расследование, "
    "заявили в Лумерии.",
    "2019-03-12",
    "ru",
)
EARLIER = article(
    "5",
    "Ferry line of Port Alsen buys the Sea Lark",
    "The ferry line of Port Alsen has bought the Sea Lark for 9 million crowns. Tomas Verrin will take "
    "her over from a yard in Lumeria. Minister Oda Kessim praised the purchase as good for the islands.",
    "2018-06-02",
)
ELSEWHERE = article(
    "6",
    "Wheat harvest in Norland worst for decades",
    "Farmers in Norland hope to bring in a third less wheat than last year after a dry spring. A union of "
    "growers asks parliament for help. Prices for flour rose by 8 percent within a month.",
    "2019-03-12",
)
PILE = (CRASH_ONE, CRASH_TWO, CRASH_GERMAN, CRASH_RUSSIAN, EARLIER, ELSEWHERE)
