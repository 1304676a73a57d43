"""Figures and dates where words lean on one another: Turkish endings, Arabic proclitics, Chinese without
spaces. The sentences are our own."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from time_builder import document, sentences

from rashomon.annotate.dates import find_clues, find_dates
from rashomon.annotate.numerals import read_numerals
from rashomon.annotate.quantities import find_quantities

#: language, text, what stands in the text, value, low, high, unit
FIGURES = [
    ("tr", "Depoda 16.700 kişi 24 gün kaldı.", "16.700 kişi", 16_700, None, None, "person"),
    ("tr", "Fırtına saatte 85 mil hızla esti.", "saatte 85 mil", 85, None, None, "mile per hour"),
    ("tr", "Halkın yüzde elli sekizi geldi.", "yüzde elli sekizi", 58, None, None, "percent"),
    ("tr", "Fiyatlar %12,5 oranında değişti.", "%12,5", 12.5, None, None, "percent"),
    ("tr", "20 milyondan fazla insan izledi.", "20 milyondan fazla insan", None, 20e6, None, "person"),
    ("tr", "Köyde 1000'den fazla ev var.", "1000'den fazla ev", None, 1000, None, "home"),
    ("tr", "Gelir 800'e yakın ailede arttı.", "800'e yakın ailede", None, None, 800, "ailede"),
    ("tr", "On dört çocuk oynadı.", "On dört çocuk", 14, None, None, "child"),
    ("tr", "Meydana binlerce kişi geldi.", "binlerce kişi", None, 1000, None, "person"),
    ("tr", "Depo 110 milyar metreküpe çıktı.", "110 milyar metreküpe", 110e9, None, None, "cubic metre"),
    ("tr", "İki milyon kişi bekledi.", "İki milyon kişi", 2e6, None, None, "person"),
    ("tr", "ALTI kişi bekledi.", "ALTI kişi", 6, None, None, "person"),
    ("tr", "Bin kişi bekledi.", "Bin kişi", 1000, None, None, "person"),
    ("ar", "وصل خمسة وعشرون شخصًا إلى القرية.", "خمسة وعشرون شخصًا", 25, None, None, "person"),
    ("ar", "عاد شخصان إلى القرية.", "شخصان", 2, None, None, "person"),
    ("ar", "بيع الحصان بنحو ١٬٢٥٠ دولارًا.", "بنحو ١٬٢٥٠ دولارًا", 1250, None, None, "USD"),
    ("ar", "نزح أكثر من ٣٫٥ ملايين شخص.", "أكثر من ٣٫٥ ملايين شخص", None, 3.5e6, None, "person"),
    ("ar", "نقلوا مئتين وثلاثين ألف طن.", "مئتين وثلاثين ألف طن", 230_000, None, None, "ton"),
    ("ar", "يعيش فيها مليونان وثلاثمئة ألف نسمة.", "مليونان وثلاثمئة ألف نسمة", 2.3e6, None, None, "person"),
    ("ar", "تتراوح بين 10 و15 بالمئة.", "10 و15 بالمئة", None, 10, 15, "percent"),
    ("ar", "وصل آلاف المتظاهرين.", "آلاف المتظاهرين", None, 1000, None, "protester"),
    (
        "ar",
        "هبت رياح بسرعة 90 كيلومترا في الساعة.",
        "90 كيلومترا في الساعة",
        90,
        None,
        None,
        "kilometre per hour",
    ),
    ("ar", "عاد 13 شخصا على الأقل.", "13 شخصا على الأقل", None, 13, None, "person"),
    ("ar", "اشترى و300 كتاب.", "300 كتاب", 300, None, None, "كتاب"),
    ("zh", "三名士兵抵达村庄。", "三名士兵", 3, None, None, "troop"),
    ("zh", "约30余人参加。", "约30余人", None, 30, None, "person"),
    ("zh", "超过3.5万户没有水。", "超过3.5万户", None, 35_000, None, "home"),
    ("zh", "火车时速100公里。", "时速100公里", 100, None, None, "kilometre per hour"),
    ("zh", "百分之五的学生来了。", "百分之五", 5, None, None, "percent"),
    ("zh", "百分之百的学生来了。", "百分之百", 100, None, None, "percent"),
    ("zh", "学校花了1亿2000万美元。", "1亿2000万美元", 120e6, None, None, "USD"),
    ("zh", "有30人以上迟到。", "30人以上", None, 30, None, "person"),
    ("zh", "50元以下的书", "50元以下", None, None, 50, "CNY"),
    ("zh", "预计来1至3万人。", "1至3万人", None, 10_000, 30_000, "person"),
    ("zh", "有二至三十人迟到。", "二至三十人", None, 2, 30, "person"),
    ("zh", "有10至15人迟到。", "10至15人", None, 10, 15, "person"),
    ("zh", "一千多名示威者走过。", "一千多名示威者", None, 1000, None, "protester"),
    ("zh", "数以千计的学生走过。", "数以千计的学生", None, 1000, None, "student"),
    ("zh", "在2017年增加了1900万人。", "1900万人", 19e6, None, None, "person"),
    ("zh", "１２００人到场。", "１２００人", 1200, None, None, "person"),
    ("zh", "五六个人在等。", "五六个人", None, 5, None, "person"),
]


@pytest.mark.parametrize("case", FIGURES, ids=lambda case: str(case[1]))
def test_figures(case: tuple[str, str, str, float | None, float | None, float | None, str]) -> None:
    language, text, *told = case
    page = document(text, language)
    found = find_quantities(page, sentences(page), ())
    assert told in [[q.span.text, q.value, q.low, q.high, q.unit] for q in found]
    assert all(page.text[q.span.start : q.span.end] == q.span.text for q in found)


#: What looks like a figure and is none.
TRAPS = {
    "tr": [
        "Okul 1998'de açıldı.",
        "5. bölgede yağmur yağdı.",
        "Küçük yüz yaraları vardı.",
        "Sağ elli oyuncu geldi.",
        "Halkın üçte ikisi geldi.",
    ],
    "ar": [
        "افتتحت المدرسة عام 1998.",
        "التقوا الساعة 12 ظهرا.",
        "في الثالث عشر من الشهر",
        "القرن 19 كان صعبا.",
    ],
    "zh": [
        "一些人认为第一次会议一般。",
        "会议在上午11点开始。",
        "三分之一的路",
        "这部小说写于19世纪30年代。",
        "他十分高兴，万一下雨就统一回家。",
        "第125大街",
        "学校于1998年9月3日开放。",
    ],
}


@pytest.mark.parametrize(
    ("language", "text"), [(code, text) for code, texts in TRAPS.items() for text in texts]
)
def test_no_figures(language: str, text: str) -> None:
    page = document(text, language)
    assert [q.span.text for q in find_quantities(page, sentences(page), ())] == []


#: language, text, dates; the page is of Wednesday, 2023-03-15
DATES = [
    ("tr", "Pazar günkü toplantı 6 Mart 2023 Pazartesi bitti.", ["2023-03-12", "2023-03-06"]),
    ("tr", "Paz Vadisi ve pazar yeri.", []),
    ("ar", "يوم الاثنين 6 مارس/آذار 2023", ["2023-03-06"]),
    ("ar", "في ١٢ تشرين الأول ٢٠١٧", ["2017-10-12"]),
    ("ar", "والأحد الماضي، أول أمس، العام الماضي", ["2023-03-12", "2023-03-13", "2022"]),
    ("ar", "في الـ6 من مارس 2023", ["2023-03-06"]),
    ("ar", "قبل ثلاثة أيام", ["2023-03-12"]),
    ("zh", "2018年9月30日星期日，上周三", ["2018-09-30", "2023-03-08"]),
    ("zh", "九月三十日", ["2022-09-30"]),
    ("zh", "2017 年 9 月，去年3月", ["2017-09", "2022-03"]),
    ("zh", "三天前，昨天，一周一次", ["2023-03-12", "2023-03-14"]),
]


@pytest.mark.parametrize(("language", "text", "values"), DATES)
def test_dates(language: str, text: str, values: list[str]) -> None:
    page = document(text, language, "2023-03-15")
    found = find_dates(page, sentences(page))
    assert [d.value for d in found] == values
    assert all(page.text[d.span.start : d.span.end] == d.span.text for d in found)


_TURKISH = "bir iki üç dört beş altı yedi sekiz dokuz".split()
_TURKISH_TENS = "on yirmi otuz kırk elli altmış yetmiş seksen doksan".split()
_ARABIC = "واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة".split()
_ARABIC_TENS = "عشر عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون".split()
_ARABIC_HUNDREDS = "مئة مئتان ثلاثمئة أربعمئة خمسمئة ستمئة سبعمئة ثمانمئة تسعمئة".split()
_CHINESE = "零一二三四五六七八九"


def _turkish(number: int) -> str:
    words = []
    for scale, name in ((10**6, "milyon"), (1000, "bin"), (1, "")):
        part, number = divmod(number, scale)
        hundreds, rest = divmod(part, 100)
        words += [_TURKISH[hundreds - 1]] * (hundreds > 1) + ["yüz"] * (hundreds > 0)
        words += [_TURKISH_TENS[rest // 10 - 1]] * (rest > 9)
        words += [_TURKISH[rest % 10 - 1]] * (rest % 10 > 0 and (scale != 1000 or part > 1))
        words += [name] * (part > 0 and bool(name))
    return " ".join(words)


def _arabic_below_1000(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    words = [_ARABIC_HUNDREDS[hundreds - 1]] * (hundreds > 0)
    if 10 < rest < 20:
        return [*words, f"{_ARABIC[rest % 10 - 1]} عشر"]
    if 0 < rest <= 10:
        return [*words, _ARABIC[rest - 1]]
    return words + [_ARABIC[rest % 10 - 1]] * (rest % 10 > 0) + [_ARABIC_TENS[rest // 10 - 1]] * (rest > 9)


def _arabic(number: int) -> str:
    words = []
    for scale, one, two, few in (
        (10**6, "مليون", "مليونان", "ملايين"),
        (1000, "ألف", "ألفان", "آلاف"),
        (1, "", "", ""),
    ):
        part, number = divmod(number, scale)
        if one and part in (1, 2):
            words.append(one if part == 1 else two)
        elif part:
            told = " و".join(_arabic_below_1000(part))
            words.append(f"{told} {few if part <= 10 else one}".strip())
    return " و".join(words)


def _chinese_below_myriad(number: int) -> str:
    text, gap = "", False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        if digit:
            text += "零" * (gap and bool(text)) + _CHINESE[digit] + name
        gap = not digit
    return text


def _chinese(number: int) -> str:
    above, below = divmod(number, 10_000)
    first = _chinese_below_myriad(above) + "万" if above else ""
    return first + "零" * (above > 0 and 0 < below < 1000) + _chinese_below_myriad(below)


SPELLERS = {"tr": _turkish, "ar": _arabic, "zh": _chinese}


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.integers(1, 99_999_999), st.sampled_from(sorted(SPELLERS)))
def test_spelled_numbers_are_read_back(number: int, language: str) -> None:
    text = SPELLERS[language](number)
    assert [n.value for n in read_numerals(text, language)] == [number], text


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.integers(1, 9_999), st.sampled_from(sorted(SPELLERS)))
def test_small_spelled_numbers_are_read_back(number: int, language: str) -> None:
    text = SPELLERS[language](number)
    assert [n.value for n in read_numerals(text, language)] == [number], text


@pytest.mark.parametrize(
    "piece", ["一", "9月", "万", "第", "30多", "ألف ", "و", "ـ", "ًا", "bin ", "1000'den ", "%", "周"]
)
@pytest.mark.parametrize("language", sorted(SPELLERS))
def test_any_text_is_read_in_time(piece: str, language: str) -> None:
    page = document(piece * (20_000 // len(piece)), language, "2023-03-15")
    start = perf_counter()
    told = sentences(page)
    find_clues(page, told)
    find_dates(page, told)
    find_quantities(page, told, ())
    assert perf_counter() - start < 6
