"""The concept table: its shape, what it must know and what it must not take for something it knows."""

from __future__ import annotations

import time
from collections import defaultdict

import pytest

from rashomon.lexicon.concepts import concept_languages, concepts_of, fold, read_marks
from rashomon.textmatch import text_words

LANGUAGES = concept_languages()
LINES = {language: read_marks(language) for language in LANGUAGES}
#: The ids in the order of the English file, which has them all.
IDS = [concept for concept, _ in LINES["en"] if concept not in "+-"]
ENDINGS = {language: dict(lines)["+"] for language, lines in LINES.items()}
MARKS = [
    (concept, language, mark)
    for language, lines in LINES.items()
    for concept, marks in lines
    if concept not in "+-"
    for mark in fold(marks, language).split()
]

#: language, the words that say the concept, the concepts they say.
KNOWN = [
    ("en", "war wars wartime", "war"),
    ("en", "minister ministers ministerial", "minister"),
    ("en", "attack attacked attacks attackers assault", "attack"),
    ("en", "ceasefire truce", "ceasefire"),
    ("en", "airstrikes", "air attack"),
    ("en", "died dead deaths deadly", "dead"),
    ("en", "flood flooding floodwaters", "flood"),
    ("en", "egyptian egypt", "place:eg"),
    ("ru", "война войны войну войной", "war"),
    ("ru", "президент президента президентский президентского", "president"),
    ("ru", "авиаудары авиаударов", "air attack"),
    ("ru", "погибли погибших умерли", "dead"),
    ("ru", "наводнение наводнения паводок", "flood"),
    ("ru", "арестован арестовали задержан", "arrest"),
    ("ru", "российский россия русские", "place:ru"),
    ("es", "elección elecciones electoral", "election"),
    ("es", "inundación inundaciones inundado", "flood"),
    ("es", "murieron muertos fallecidos", "dead"),
    ("es", "sirio siria", "place:sy"),
    ("es", "dimision dimisión dimitió", "resign"),
    ("de", "überschwemmung überschwemmungen hochwasser", "flood"),
    ("de", "luftangriffe luftangriff", "air attack"),
    ("de", "grenzstadt", "border city"),
    ("de", "regierungssprecherin", "government spokesperson"),
    ("de", "verteidigungsminister verteidigungsministers", "defend minister"),
    ("de", "krankenhäusern", "hospital"),
    ("de", "haft", "prison"),
    ("de", "wahlkampfsprecher", "election spokesperson"),
    ("de", "starben gestorben todesopfer", "dead"),
    ("fr", "tué tués tuées", "kill"),
    ("fr", "élections electorale", "election"),
    ("fr", "séisme seisme", "earthquake"),
    ("fr", "grève grèves", "labour_strike"),
    ("fr", "président présidente présidentielle", "president"),
    ("it", "guerra guerre", "war"),
    ("it", "terremoto terremoti sisma", "earthquake"),
    ("it", "dimissioni", "resign"),
    ("it", "uccisi ucciso uccisione", "kill"),
    ("zh", "总统 總統", "president"),
    # What one word says in two senses is both.
    ("de", "hilfe", "aid help"),
    ("ru", "помощь помогает", "aid help"),
    ("ru", "мир мира", "peace world"),
    ("es", "partido partidos", "match party"),
    ("es", "carreras", "race career"),
    # Sport, medicine, courts, markets, war, elections, machines, migration.
    ("en", "semifinal semifinals", "semifinal"),
    ("en", "referee referees umpire", "referee"),
    ("ru", "полуфинал полуфинале", "semifinal"),
    ("de", "torhüter torhüterin", "goalkeeper"),
    ("fr", "opioïdes surdose", "overdose"),
    ("it", "ipoteca ipotecario", "mortgage"),
    ("es", "ratificó ratificación", "ratify"),
    ("de", "waffenstillstandsabkommen", "ceasefire agreement"),
    ("ru", "облигации облигаций", "bond"),
    ("fr", "algorithme algorithmes", "algorithm"),
    ("es", "huérfanos huérfana", "orphan"),
    ("it", "lunedì", "day_monday"),
]
#: language, words that look like a mark of this concept and are not it.
UNKNOWN = [
    ("en", "warm wary warehouse", "war"),
    ("en", "portal porter portion", "port"),
    ("en", "armchair army", "weapon"),
    ("en", "courtesy courteous", "court"),
    ("en", "rainbow trainer", "train"),
    ("en", "partly particle", "party"),
    ("en", "sonic song", "son"),
    ("ru", "мирового мировой", "peace"),
    ("ru", "судно судна", "court"),
    ("ru", "товарищ товарищи", "goods"),
    ("ru", "маршрут маршрута", "march"),
    ("ru", "материал материалы", "mother"),
    ("es", "presagio", "dam"),
    ("es", "realidad", "royal"),
    ("es", "marcador", "march"),
    ("de", "artikel", "art"),
    ("de", "brandenburg", "fire"),
    ("de", "staatsanwaltschaft partnerschaft fehlerhaft", "prison"),
    ("de", "arbeitende entscheidende", "end"),
    ("de", "abgegeben aufgegeben", "give"),
    ("fr", "portefeuille", "port"),
    ("fr", "maire", "sea"),
    ("fr", "sur", "safe"),
    ("it", "portare", "port"),
    ("it", "governatore", "government"),
    ("fr", "votre", "vote"),
    ("fr", "côté", "coast"),
    ("fr", "élevé élever", "student"),
    ("es", "tema temas", "fear"),
    ("es", "sería", "severe"),
    ("it", "francesco", "place:fr"),
    ("it", "comunicazione", "joint"),
    ("it", "assolutamente", "innocent"),
    ("ru", "стали", "steel"),
    ("ru", "часто", "part"),
    ("ru", "примерно", "example"),
    ("ru", "пенсильвания", "pension"),
    ("ru", "прекрасно", "stop"),
    ("de", "laut", "noise"),
    ("de", "konzentration", "ration"),
]

#: Words that say nothing by themselves; some are forms or accentless spellings of words that do.
FUNCTION_WORDS = [
    ("en", "the a of to in and that is was for on with as by at from it be which who will would can us"),
    ("ru", "и в на не что с по это как к из за от о для до при его их но она они был быть также почти уже"),
    ("es", "el la los de que y en un por con para se su al no te es como más o este sobre bajo"),
    (
        "de",
        "der die das und in zu den von mit ist auf für nicht ein dem des sich als auch es war waren an weg",
    ),
    ("fr", "le la les de des et en un une du que qui dans sur pour par au ne pas se été est comment il elle"),
    ("it", "il lo la i gli le di che e in un una per con non da del si è stato stata prima secondo come dà"),
]


def test_the_lexicon_has_the_languages_of_the_news() -> None:
    assert set(LANGUAGES) >= set("ar de en es fr it pl pt ru tr uk zh".split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_knows_as_many_concepts_as_the_news_needs(language: str) -> None:
    assert len({concept for concept, marks in LINES[language] if marks.split() and concept in IDS}) >= 1_500


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_names_concepts_of_the_english_file_once_and_in_its_order(language: str) -> None:
    place = {concept: index for index, concept in enumerate(("+", *IDS, "-"))}
    named = [concept for concept, _ in LINES[language]]
    assert [concept for concept in named if concept not in place] == []
    assert named == sorted(set(named), key=place.__getitem__)


def test_marks_are_folded_and_short_ones_are_forms() -> None:
    shortest = {language: 1 if text_words(language).unspaced else 3 for language in LANGUAGES}
    bad = [
        m for m in MARKS if m[2] != m[2].casefold() or (m[2][-1] not in "=+" and len(m[2]) < shortest[m[1]])
    ]
    assert bad == []


def test_a_mark_stands_for_one_concept() -> None:
    ids = defaultdict(set)
    for concept, language, mark in MARKS:
        ids[language, mark].add(concept)
    assert {key: sorted(found) for key, found in ids.items() if len(found) > 1} == {}


def test_inflected_forms_of_two_concepts_do_not_meet() -> None:
    """A form made by "+" for two concepts would go to whichever row stands first."""
    listed = {(language, mark[:-1]) for _, language, mark in MARKS if mark.endswith("=")}
    ids = defaultdict(set)
    for concept, language, mark in MARKS:
        if mark.endswith("+"):
            for ending in ("", *fold(ENDINGS[language], language).split()):
                if (language, mark[:-1] + ending) not in listed:
                    ids[language, mark[:-1] + ending].add(concept)
    assert {key: sorted(found) for key, found in ids.items() if len(found) > 1} == {}


@pytest.mark.parametrize(("language", "words", "concepts"), KNOWN)
def test_known(language: str, words: str, concepts: str) -> None:
    found = {word: concepts_of(word, language) for word in words.split()}
    assert found == dict.fromkeys(words.split(), tuple(concepts.split()))


@pytest.mark.parametrize(("language", "words", "concept"), UNKNOWN)
def test_lookalikes_are_not_taken(language: str, words: str, concept: str) -> None:
    assert [word for word in words.split() if concept in concepts_of(word, language)] == []
    assert concept in IDS


@pytest.mark.parametrize(("language", "words"), FUNCTION_WORDS)
def test_function_words_say_nothing(language: str, words: str) -> None:
    assert {w: found for w in words.split() if (found := concepts_of(w, language))} == {}


def test_every_listed_form_is_found_as_its_own_concept() -> None:
    lost = [m for m in MARKS if m[2].endswith("=") and concepts_of(m[2][:-1], m[1]) != tuple(m[0].split("+"))]
    assert lost == []


@pytest.mark.parametrize("word", ["", "a", "\ud800", "ё" * 1000, "straßenbahn".casefold() * 50, "123"])
@pytest.mark.parametrize("language", [*LANGUAGES, "ja", "", "../lang"])
def test_any_word_of_any_language(word: str, language: str) -> None:
    assert isinstance(concepts_of(word, language), tuple)


def test_a_language_without_data_has_no_concepts() -> None:
    assert concepts_of("война", "bg") == ()


def test_lookups_are_fast() -> None:
    words = [(word, language) for language, text, _ in KNOWN for word in text.split()] * 300
    start = time.perf_counter()
    for word, language in words:
        concepts_of(word, language)
    assert len(words) / (time.perf_counter() - start) > 300_000
