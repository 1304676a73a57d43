"""The furniture of pages in further languages; sentences about such things stay."""

from __future__ import annotations

import re

import pytest

from rashomon.clean.lines import Line, judge, look
from rashomon.clean.words import CleanWords, RolePatterns, phrases
from rashomon.languages import known_languages, section
from rashomon.lineroles import MEANINGS, TEXT_ROLES

#: language, line, role; "-" where the line may be part of the article.
LINES = [
    ("pt", "Leia também: Balsa continua no porto", "related"),
    ("pt", "Receba a nossa newsletter todas as manhãs", "newsletter"),
    ("pt", "CONTINUA APÓS A PUBLICIDADE", "ad"),
    ("pt", "Foto: Ana Lima", "credit"),
    ("pt", "Esta reportagem foi atualizada às 18h10", "update"),
    ("pt", "O ministro recebeu o prefeito no porto da cidade.", "-"),
    ("nl", "Lees ook: Veerboot blijft in de haven", "related"),
    ("nl", "Advertentie", "ad"),
    ("nl", "Meld je aan voor onze nieuwsbrief", "newsletter"),
    ("nl", "De burgemeester las het rapport op maandag.", "-"),
    ("pl", "Czytaj także: Prom został w porcie", "related"),
    ("pl", "REKLAMA", "ad"),
    ("pl", "Fot. Anna Nowak / PAP", "credit"),
    ("pl", "Dodaj komentarz", "end"),
    ("pl", "Prom, jak dodał kapitan, wypłynie w piątek.", "-"),
    ("uk", "Читайте також: Пором залишився в порту", "related"),
    ("uk", "Підписуйтесь на наш канал у Telegram", "promo"),
    ("uk", "Усі права захищено", "legal"),
    ("uk", "Капітан сказав, що пором вийде в море о 10:15.", "-"),
    ("tr", "İLGİLİ HABERLER", "related"),
    ("tr", "Güncelleme: 12.05.2021 10:15", "timestamp"),
    ("tr", "Tüm hakları saklıdır", "legal"),
    ("tr", "Kaptan, feribotun cuma günü kalkacağını söyledi.", "-"),
    ("cs", "Čtěte také: Trajekt zůstal v přístavu", "related"),
    ("cs", "Článek pokračuje pod reklamou", "ad"),
    ("cs", "Kapitán řekl, že trajekt vypluje v pátek.", "-"),
    ("sv", "Läs också: Färjan stannar i hamnen", "related"),
    ("sv", "Artikeln fortsätter under annonsen", "ad"),
    ("sv", "Kaptenen sade att färjan går på fredag.", "-"),
    ("da", "Læs også: Færgen bliver i havnen", "related"),
    ("no", "Les også: Fergen blir i havnen", "related"),
    ("nb", "Saken fortsetter under annonsen", "ad"),
    ("fi", "Lue myös: Lautta jää satamaan", "related"),
    ("fi", "Kapteeni sanoi, että lautta lähtee perjantaina.", "-"),
    ("el", "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ", "related"),
    ("el", "Πηγές: Λιμεναρχείο", "agency"),
    ("el", "Ο καπετάνιος είπε ότι το πλοίο φεύγει την Παρασκευή.", "-"),
    ("zh", "相关阅读", "related"),
    ("zh", "责任编辑：李明", "byline"),
    ("zh", "未经授权不得转载", "legal"),
    ("zh", "港务长星期一说，渡轮将于星期五离开港口。", "-"),
    ("ja", "関連記事", "related"),
    ("ja", "無断転載を禁じます", "legal"),
    ("ja", "港長は月曜日、フェリーは金曜日に出港すると述べた。", "-"),
    ("ar", "اقرأ أيضاً: العبارة تبقى في الميناء", "related"),
    ("ar", "جميع الحقوق محفوظة", "legal"),
    ("ar", "قال القبطان إن العبارة ستغادر يوم الجمعة.", "-"),
    ("hu", "Kapcsolódó cikkek", "related"),
    ("hu", "A kapitány szerint a komp pénteken indul.", "-"),
    ("ro", "Citește și: Bacul rămâne în port", "related"),
    ("ro", "Căpitanul a spus că bacul pleacă vineri.", "-"),
    ("de", "Schließen", "share"),
    ("de", "Anmerkung der Redaktion: Wir haben den Namen der Fähre korrigiert.", "update"),
    ("de", "Diese Zusammenfassung wurde mit künstlicher Intelligenz erstellt.", "legal"),
    ("de", "Der Beitrag der Reederei sei automatisch gestiegen, hieß es.", "-"),
    ("ru", "Новость дополняется", "update"),
    ("ru", "Текст законопроекта дополнен новой статьёй о паромах, сказал он.", "-"),
    ("fr", "Recevez chaque matin notre newsletter", "newsletter"),
    ("fr", "L'article a été modifié par les députés lundi.", "-"),
    ("en", "Unlimited digital access. Cancel anytime.", "promo"),
    ("en", "Like Love Haha Wow Sad Angry", "picker"),
    ("en", "The firm raised fares by £5 a week, the mayor said.", "-"),
    ("en", "She went to Kiel to learn more.", "-"),
    # A language without phrases has the English ones, which many sites mix in.
    ("af", "Read more: Ferry firm fined over late boats", "related"),
    ("ko", "무단전재 및 재배포 금지", "legal"),
    ("ko", "2021년 5월 3일 항구를 떠났다고 밝혔다.", "-"),
    ("id", "Baca juga: Feri tetap di pelabuhan", "related"),
    ("bg", "Още по темата", "related"),
    ("he", "כל הזכויות שמורות", "legal"),
    ("lt", "Taip pat skaitykite: Keltas lieka uoste", "related"),
    ("is", "Lesa meira", "related"),
    # First words of sentences that begin as furniture does.
    ("it", "Donald Rossi ha detto che il traghetto parte venerdì.", "-"),
    ("it", "Continuando a soffiare, il vento ha chiuso il porto, secondo il sindaco.", "-"),
    ("es", "Registraron doce retrasos de los barcos el lunes, dijo el alcalde.", "-"),
    ("es", "Es necesario que el barco salga el viernes, dijo el alcalde.", "-"),
    ("es", "Suscribieron el acuerdo dos navieras del puerto.", "-"),
    ("fr", "Les données montrent que le bac est souvent en retard.", "-"),
    ("fr", "Conformément à la décision du maire, le bac reste à quai.", "-"),
    ("ru", "Зарегистрировано двенадцать опозданий паромов, сообщили в порту.", "-"),
    ("ru", "Главный редактор портовой газеты рассказал о паромах.", "-"),
    ("ru", "Продолжая тему, капитан напомнил о расписании.", "-"),
    ("uk", "Встановлено причину запізнення порому, кажуть у порту.", "-"),
    ("pl", "Korzystając z okazji, kapitan podziękował załodze.", "-"),
    ("hu", "Csatlakozott a kikötő a szövetséghez, mondta a kapitány.", "-"),
    ("da", "Støtten til havnen vokser, siger borgmesteren.", "-"),
    ("ro", "Preluarea portului va dura doi ani, spune primarul.", "-"),
    ("tr", "İzinsiz gösteriye katılanlar limandan ayrıldı.", "-"),
    ("ar", "انضم الميناء إلى الاتحاد يوم الجمعة.", "-"),
    ("ja", "2021年5月3日に港を出たと述べた。", "-"),
    ("en", "For the latest quarter, the ferry firm reported a loss.", "-"),
]


@pytest.mark.parametrize(("language", "text", "role"), LINES)
def test_furniture_in_many_languages(language: str, text: str, role: str) -> None:
    judgement = judge(look(Line(text)), phrases(language))
    assert (judgement[0] if judgement else "-") == role, judgement


@pytest.mark.parametrize("language", known_languages("clean"))
def test_the_roles_of_a_language_file_are_known_and_outside_the_text(language: str) -> None:
    words = section(language, "clean", CleanWords)
    for table in (words.whole, words.starts, words.ends, words.within):
        assert table.keys() <= MEANINGS.keys() - TEXT_ROLES


@pytest.mark.parametrize("language", known_languages("clean"))
def test_no_phrase_matches_nothing(language: str) -> None:
    """A pattern that matches the empty text would take every line away."""
    words = phrases(language)
    for pattern in (words.starts, words.within):
        assert not pattern.match("")
        assert pattern.search("x") is None


def test_a_heading_is_no_button() -> None:
    words = phrases("en")
    assert judge(look(Line("Facebook", "head")), words) is None
    assert judge(look(Line("Facebook")), words) is not None


@pytest.mark.parametrize("text", ["", "sun", "morning sun", "the sun", "sunday", "on a sunny day"])
def test_the_quick_pattern_finds_what_the_exact_one_finds(text: str) -> None:
    found = re.search(r"(?P<label>\bsun\b)|(?P<links>day$)", text)
    quick = (re.compile(r"sun\b"), re.compile("day$"))
    both = RolePatterns(quick, (("label", r"\bsun\b"), ("links", "day$")))
    assert (both.search(text) or (None,))[0] == (found.lastgroup if found else None)
