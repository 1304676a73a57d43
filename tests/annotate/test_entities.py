"""Names found in one document: cases are a text and the mentions a reader expects in it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from rashomon.annotate.entities import find_mentions
from rashomon.annotate.sentences import split_sentences
from rashomon.types import Block, Document, Mention

#: Language, text, and (surface, kind, name) of every mention.
CASES = [
    (
        "en",
        "It rained in Lowdon North Dakota. Parts of ND are dry.",
        [
            ("Lowdon", "other", "Lowdon"),
            ("North Dakota", "place", "North Dakota"),
            ("ND", "place", "ND"),
        ],
    ),
    (
        "en",
        "The judge ruled for Apple Orchards. Apple CEO Otto Lang spoke.",
        [
            ("Apple Orchards", "organization", "Apple Orchards"),
            ("Apple", "organization", "Apple"),
            ("Otto Lang", "person", "Otto Lang"),
        ],
    ),
    (
        "en",
        "It rained in North and South Dakota.",
        [("North", "place", "North Dakota"), ("South Dakota", "place", "South Dakota")],
    ),
    ("en", "The ND group met.", [("ND", "organization", "ND")]),
    (
        "en",
        "They met Corvin and Angry Otto.",
        [("Corvin", "other", "Corvin"), ("Angry Otto", "person", "Angry Otto")],
    ),
    (
        "ru",
        "«Это так», — заявила министр транспорта Велмарии Ирена Валдане.",
        [("Ирена Валдане", "person", "Ирена Валдане")],
    ),
    (
        "en",
        "The ferry Otto Brandt sank. Northern Star Line said the Otto Brandt was old.",
        [
            ("Otto Brandt", "other", "Otto Brandt"),
            ("Northern Star Line", "organization", "Northern Star Line"),
            ("Otto Brandt", "other", "Otto Brandt"),
        ],
    ),
    (
        "en",
        "Fishery Board Chairman Otto Brandt and Lang agreed.",
        [("Otto Brandt", "person", "Otto Brandt"), ("Lang", "other", "Lang")],
    ),
    ("de", "Die Sitzung des Parlaments endet.", [("Parlaments", "organization", "Parlament")]),
    ("de", "Otto Brandt warf der Ministerin Versagen vor.", [("Otto Brandt", "person", "Otto Brandt")]),
    ("fr", "Marine Delon a parlé.", [("Marine Delon", "person", "Marine Delon")]),
    ("es", "La ministra de Salud Rosa Vega habló.", [("Rosa Vega", "person", "Rosa Vega")]),
    (
        "en",
        "Gov. Otto Brandt of Ohio said on Monday that he would leave. Brandt spoke in Lima.",
        [
            ("Otto Brandt", "person", "Otto Brandt"),
            ("Ohio", "place", "Ohio"),
            ("Brandt", "person", "Otto Brandt"),
            ("Lima", "place", "Lima"),
        ],
    ),
    (
        "en",
        "The Northern Fishery Board (NFB) sued. The NFB won in May, and the U.N. welcomed it.",
        [
            ("Northern Fishery Board", "organization", "Northern Fishery Board"),
            ("NFB", "organization", "Northern Fishery Board"),
            ("NFB", "organization", "Northern Fishery Board"),
            ("U.N.", "organization", "U.N."),
        ],
    ),
    (
        "en",
        "Otto and Eva Lang live near New Delhi. South Korean police say that Hurricane Olga came; Olga hit.",
        [
            ("Otto", "person", "Otto Lang"),
            ("Eva Lang", "person", "Eva Lang"),
            ("New Delhi", "place", "New Delhi"),
            ("South Korean police", "organization", "South Korean police"),
            ("Hurricane Olga", "other", "Hurricane Olga"),
            ("Olga", "other", "Hurricane Olga"),
        ],
    ),
    (
        "en",
        "Smaller parties object to the Novak administration, the Office of the Trade Representative said.",
        [
            ("Novak administration", "organization", "Novak administration"),
            ("Office of the Trade Representative", "organization", "Office of the Trade Representative"),
        ],
    ),
    (
        "de",
        "Am Montag traf Kanzlerin Petra Lang in Bern den Minister. Die Stadt Köln und Frankreichs "
        "Verteidigungsministerium schwiegen. Lang reiste nach Hause.",
        [
            ("Petra Lang", "person", "Petra Lang"),
            ("Bern", "place", "Bern"),
            ("Köln", "place", "Köln"),
            ("Frankreichs", "place", "Frankreichs"),
            ("Verteidigungsministerium", "organization", "Verteidigungsministerium"),
            ("Lang", "person", "Petra Lang"),
        ],
    ),
    (
        "es",
        "El ministro del Interior Juan Ríos viajó a La Paz. Ríos visitó el hospital militar de Oruro.",
        [
            ("Juan Ríos", "person", "Juan Ríos"),
            ("La Paz", "place", "La Paz"),
            ("Ríos", "person", "Juan Ríos"),
            ("hospital militar de Oruro", "organization", "hospital militar de Oruro"),
        ],
    ),
    (
        "fr",
        "M. Jean Petit, porte-parole de l'ONU, a quitté l'Égypte. Selon M. Petit, le parquet attend.",
        [
            ("Jean Petit", "person", "Jean Petit"),
            ("ONU", "organization", "ONU"),
            ("Égypte", "place", "Égypte"),
            ("Petit", "person", "Jean Petit"),
            ("parquet", "organization", "parquet"),
        ],
    ),
    (
        "it",
        "Il premier Luca Neri ha lasciato l'Egitto. Secondo Neri, il governo italiano tace.",
        [
            ("Luca Neri", "person", "Luca Neri"),
            ("Egitto", "place", "Egitto"),
            ("Neri", "person", "Luca Neri"),
            ("governo italiano", "organization", "governo italiano"),
        ],
    ),
    (
        "ru",
        "Президент Франции встретился с Анной Вебер в Варшаве. Вебер рассказала о Газпроме.",
        [
            ("Франции", "place", "Франция"),
            ("Анной Вебер", "person", "Анна Вебер"),
            ("Варшаве", "place", "Варшава"),
            ("Вебер", "person", "Анна Вебер"),
            ("Газпроме", "organization", "Газпром"),
        ],
    ),
]

#: What looks like a name and is none.
NO_NAMES = [
    ("en", "On Monday, in May, he told us that nothing was new. However, Parliamentary reports vary."),
    ("en", "Police Chief. The President. Korean and Christian."),
    ("de", "Am Ende der Woche kamen viele Menschen in die Stadt. Die Regel gilt seit Anfang Juli."),
    ("es", "El lunes por la mañana nadie dijo nada. Sin embargo, los vecinos esperaban."),
    ("fr", "Lundi matin, personne ne disait rien. Cependant, les voisins attendaient."),
    ("it", "Lunedì nessuno diceva niente. Tuttavia i vicini aspettavano."),
    ("ru", "В понедельник никто ничего не говорил. Однако соседи ждали."),
]

#: A title and the name it stands with.
ROLES = [
    ("en", "Former Treasury Secretary Otto Brandt left.", "Former Treasury Secretary"),
    ("en", "Otto Brandt, a retired army doctor from Utah, left.", "retired army doctor from Utah"),
    ("en", "Then Mr. Brandt left.", "Mr."),
    ("de", "Gestern kam Regierungssprecher Otto Brandt.", "Regierungssprecher"),
    ("es", "El secretario general de la ONU, Juan Ríos, calló.", "secretario general de la ONU"),
    ("fr", "Le premier ministre belge Jean Petit se tait.", "premier ministre belge"),
    ("it", "Ieri il ministro della Difesa Luca Neri taceva.", "ministro della Difesa"),
    ("ru", "Пресс-секретарь Белого дома Анна Вебер молчала.", "Пресс-секретарь Белого дома"),
]

#: A common noun and the organization it stands with.
NOUNS = [
    ("en", "Later the state news agency TASS denied it.", "state news agency"),
    ("de", "Später dementierte die Nachrichtenagentur Reuters.", "Nachrichtenagentur"),
    ("es", "Luego lo negó la agencia de noticias Efe.", "agencia de noticias"),
]

#: The same entity in several languages has one key.
KEYS = [
    ("org:un", [("en", "United Nations"), ("de", "Vereinten Nationen"), ("fr", "ONU"), ("ru", "ООН")]),
    ("org:is", [("en", "Isis"), ("en", "ISIL"), ("es", "Estado Islámico"), ("ru", "Исламского государства")]),
    (
        "place:us",
        [("en", "U.S."), ("de", "USA"), ("es", "Estados Unidos"), ("it", "Stati Uniti"), ("ru", "США")],
    ),
    ("place:pe", [("en", "Lima's"), ("en", "PERU"), ("de", "Perus"), ("fr", "Pérou"), ("ru", "Перу")]),
]


def _mentions(text: str, language: str | None) -> tuple[Mention, ...]:
    document = Document("d", "s", "0", language=language, text=text, blocks=(Block(0, len(text), "body"),))
    return find_mentions(document, split_sentences(document))


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_mentions(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(m.span.text, m.kind, m.name) for m in _mentions(text, language)] == expected


@pytest.mark.parametrize(("language", "text"), NO_NAMES)
def test_no_names(language: str, text: str) -> None:
    assert [m.span.text for m in _mentions(text, language) if not (m.key or "").startswith("inst:")] == []


@pytest.mark.parametrize(("language", "text", "role"), ROLES)
def test_roles(language: str, text: str, role: str) -> None:
    people = [m for m in _mentions(text, language) if m.kind == "person"]
    assert [m.role.text for m in people if m.role] == [role]


@pytest.mark.parametrize(("language", "text", "noun"), NOUNS)
def test_nouns_of_organizations(language: str, text: str, noun: str) -> None:
    assert [m.role.text for m in _mentions(text, language) if m.role and m.key] == [noun]


@pytest.mark.parametrize(("key", "names"), KEYS)
def test_keys(key: str, names: list[tuple[str, str]]) -> None:
    sentences = {"ru": "Вчера против {} выступили соседи.", "de": "Gestern hat {} das gesagt."}
    found = {
        (language, name): [
            m.key for m in _mentions(sentences.get(language, "x, {} claims, x").format(name), language)
        ]
        for language, name in names
    }
    assert found == {pair: [key] for pair in names}


def test_a_capital_is_its_country_only_where_it_acts() -> None:
    keys = [m.key for m in _mentions("Lima rejects the plan. He lives in Lima.", "en")]
    assert keys[0] == "place:pe"
    assert keys[1] is not None
    assert keys[1].startswith("city:")


def test_of_cities_with_one_name_the_one_in_a_named_country_is_meant() -> None:
    texts = ("He moved to Valencia in Venezuela.", "He moved to Valencia in Spain.")
    first, second = (next(m.key for m in _mentions(text, "en")) for text in texts)
    assert first != second


@pytest.mark.parametrize("language", ["en", "de", "fr", "xx", None])
@pytest.mark.parametrize(
    "text", ["", "A", "\ud800 Peru. \ud800", "Anna Q. " * 3000, "The North " * 3000, "(" * 9999]
)
def test_any_text(text: str, language: str | None) -> None:
    mentions = _mentions(text, language)
    assert all(text[m.span.start : m.span.end] == m.span.text for m in mentions)
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))
