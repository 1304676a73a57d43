"""What one line by itself shows of its role; a sentence that only sounds alike stays."""

from __future__ import annotations

import pytest

from rashomon.clean.lines import Line, judge, look
from rashomon.clean.words import phrases
from rashomon.lineroles import MEANINGS, TEXT_ROLES

#: language, line, role; "-" where the line may be part of the article.
LINES = [
    ("en", "___", "label"),
    ("en", "12 / 30", "label"),
    ("en", "IMG_2041.jpg", "media"),
    ("en", "11_20_harbour_03", "media"),
    ("en", "grinningsmilewinkheart_eyescryangryblush", "picker"),
    ("en", "@harbournews", "links"),
    ("en", "https://news.example/a", "links"),
    ("en", "ADVERTISEMENT", "ad"),
    ("en", "Were you on the ferry? Get in touch at desk@harbour.example", "promo"),
    ("fi", "Olitko lautalla? Kerro meille: toimitus@satama.example", "promo"),
    ("en", "Write to the harbour master at port@harbour.example by Monday to claim your money back.", "-"),
    ("en", "Table of Contents", "links"),
    ("en", "Harbour News, ISSN 1234-5678", "legal"),
    ("en", "by Ann Lee — 10 min read", "timestamp"),
    ("en", "Cast your vote in our poll", "promo"),
    ("en", "Read more: Ferry firm fined over late boats", "related"),
    ("en", "Tracker:Where the ferries are now", "related"),
    ("en", "The villages that lost their only bus Read more", "related"),
    ("en", "Sign up for our morning newsletter", "newsletter"),
    ("en", "The Harbour News is committed to bringing you the news.", "promo"),
    ("en", "Additional reporting by Ann Lee", "agency"),
    ("en", "Ann Lee and The Associated Press contributed to this report.", "agency"),
    ("en", "Copyright © 2021 Harbour News, Inc.", "legal"),
    ("en", "Ann Lee is a reporter covering transport at Harbour News.", "bio"),
    ("en", "Updated at 8:56 a.m.", "timestamp"),
    ("en", "3 Comments", "comments"),
    ("en", "About us | Contact | Terms | Privacy", "links"),
    ("en", "Ferries in the port of Kiel on Monday. REUTERS/Ann Lee", "caption"),
    ("en", "The harbour master, left, at a hearing (AFP Photo/Ann Lee)", "caption"),
    ("en", "A ferry in the harbour, May 4, 2019 Ann Lee | Getty Images", "caption"),
    ("en", "Ann Lee standing at the gate of the old harbour in Kiel.", "caption"),
    ("en", "window.adSlots = window.adSlots || []; loadAds({slot: 3});", "code"),
    ("en", "Photo: Ann Lee", "credit"),
    ("ru", "Фото: Анна Иванова / РИА Новости", "credit"),
    ("ru", "Читайте также: Паромы остались в порту", "related"),
    ("ru", "Добавить комментарий", "end"),
    ("ru", "Подписывайтесь на наш канал в Telegram", "promo"),
    ("ru", "При использовании материалов ссылка обязательна", "legal"),
    ("de", "Mehr zum Thema", "related"),
    ("de", "Lesen Sie auch: Fähre bleibt im Hafen", "related"),
    ("de", "Die Fähre im Hafen von Kiel. Foto: Anna Meier/dpa", "caption"),
    ("de", "Anzeige", "ad"),
    ("es", "Lo más leído", "end"),
    ("es", "Suscríbete a nuestro boletín", "newsletter"),
    ("fr", "À lire aussi : Le bac reste à quai", "related"),
    ("fr", "Publié le 4 mai 2021 à 10h15", "timestamp"),
    ("it", "Leggi anche: Il traghetto resta in porto", "related"),
    ("it", "© RIPRODUZIONE RISERVATA", "legal"),
    ("en", "Photo: The ferry in the old harbour", "caption"),
    ("en", "34. Human/Technology Interaction", "-"),
    ("en", "This story was updated on Monday to add a statement by the ferry firm.", "update"),
    ("en", "Correction: An earlier version gave a wrong name for the ferry.", "update"),
    ("en", "Sign up for our newsletter and get it every morning", "newsletter"),
    # What stays.
    ("en", "The storm in Kiel contributed to the loss of two ferries, the mayor said on Monday.", "-"),
    ("en", "Officials speaking to reporters said the ferry was late.", "-"),
    ("en", "“We will not subscribe to that view,” the harbour master said.", "-"),
    ("en", "He told Reuters that the ferry would sail.", "-"),
    ("en", "Asked about the photo, she said: “It was my brother.”", "-"),
    ("en", "Copyright law changed in 2019, and the port sued.", "-"),
    ("en", "What happens next?", "-"),
    ("en", "The vote", "-"),
    ("ru", "По словам капитана, паром вышел в море в 10:15.", "-"),
    ("ru", "Он подписал указ о новых паромах.", "-"),
    ("de", "Der Kapitän sagte, er wolle mehr Fähren.", "-"),
    ("de", "Das Bild, das sie zeichnete, war düster.", "-"),
    ("es", "El ministro recibió al alcalde en el puerto.", "-"),
    ("fr", "Le maire a publié un communiqué dans la soirée.", "-"),
    ("it", "Il sindaco ha chiesto di leggere il documento.", "-"),
]


@pytest.mark.parametrize(("language", "text", "role"), LINES)
def test_a_line_shows_its_role(language: str, text: str, role: str) -> None:
    judgement = judge(look(Line(text)), phrases(language))
    assert (judgement[0] if judgement else "-") == role, judgement


def test_each_role_a_language_file_names_is_known_and_outside_the_text() -> None:
    for language in ("en", "ru", "de", "es", "fr", "it"):
        words = phrases(language)
        for pattern in (words.starts, words.ends, words.within):
            assert {role for role, _ in pattern.exact} <= MEANINGS.keys() - TEXT_ROLES
        assert set(words.whole.values()) <= MEANINGS.keys() - TEXT_ROLES


@pytest.mark.parametrize(
    ("kind", "linked", "text", "role"),
    [
        ("text", 1.0, "Ferry firm fined over late boats", "related"),
        ("item", 0.6, "Transport: Ferry firm fined over late boats", "related"),
        ("text", 1.0, "The ferry firm was fined for boats that had sailed late all year.", "-"),
        ("head", 1.0, "Ferry firm fined over late boats", "-"),
        ("text", 0.3, "Ferry firm fined over late boats", "-"),
    ],
)
def test_a_line_that_is_a_link_leads_elsewhere(kind: str, linked: float, text: str, role: str) -> None:
    judgement = judge(look(Line(text, kind, linked)), phrases("en"))  # type: ignore[arg-type]
    assert (judgement[0] if judgement else "-") == role


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("The ferry sailed.", 3, True),
        ("Ferry sails", 2, False),
        ("She asked: “Why?”", 3, True),
        ("渡轮周一停在港口，港务长说。", 6, True),
        ("It sailed on Monday from the old port. The crew of twelve was - AFP", 15, True),
    ],
)
def test_length_and_end_of_a_line(text: str, words: int, sentence: bool) -> None:
    seen = look(Line(text))
    assert (seen.words, seen.sentence) == (words, sentence)
