"""The encoding of a page: told by its server, declared, marked, or told by its letters."""

from __future__ import annotations

import codecs
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.alphabets import likeliest_encoding
from rashomon.charsets import decode

RU = "Паром останется в порту, пока не пройдёт шторм, сообщил в понедельник начальник порта."
DE = "Die Fähre bleibt im Hafen, bis der Sturm vorüber ist, sagte die Hafenmeisterin: „Schön ist es nicht.“"
FR = "Le bac restera au port jusqu’à la fin de la tempête, a déclaré lundi la capitaine du port."
PL = "Prom zostanie w porcie, aż minie burza, powiedział w poniedziałek kapitan portu. Nikt się nie skarżył."
TR = "Vapur fırtına geçene kadar limanda kalacak, dedi liman başkanı. Çünkü hava soğuktu."
EL = "Το πλοίο θα παραμείνει στο λιμάνι μέχρι να περάσει η καταιγίδα, δήλωσε ο λιμενάρχης."
HE = "המעבורת תישאר בנמל עד שתחלוף הסערה, אמר ביום שני מנהל הנמל. איש לא נפגע."
AR = "ستبقى العبارة في الميناء حتى تمر العاصفة، قال مدير الميناء يوم الاثنين. لم يصب أحد بأذى."
ZH = "港务局星期一表示，渡轮将停在港口，直到暴风雨过去为止。没有人受伤，学校停课两天。"
TW = "港務局星期一表示，渡輪將停在港口，直到暴風雨過去為止。沒有人受傷，學校停課兩天。"
JA = "フェリーは嵐が過ぎるまで港にとどまると、港長は月曜日に述べた。けが人はいなかった。"
KO = "여객선은 폭풍이 지나갈 때까지 항구에 머물 것이라고 항만 당국이 월요일 밝혔다."

SNIFFED = [
    (RU, "cp1251 koi8-r cp866 iso8859-5 mac-cyrillic"),
    (DE, "cp1252"),
    (FR, "cp1252"),
    (PL, "cp1250 iso8859-2"),
    (TR, "cp1254"),
    (EL, "cp1253 iso8859-7"),
    (HE, "cp1255 iso8859-8"),
    (AR, "cp1256 iso8859-6"),
    (ZH, "gbk gb18030"),
    (TW, "big5"),
    (JA, "cp932 euc_jp iso2022_jp"),
    (KO, "euc_kr"),
]
PAGE = '<html><head><meta http-equiv="Content-Type" content="text/html; charset={}"></head><body>{}</html>'


@pytest.mark.parametrize(("text", "codec"), [(t, c) for t, codecs in SNIFFED for c in codecs.split()])
@pytest.mark.parametrize("form", ["{}", "<html><body><p class='a'>{}</p>\n<p>OK</p></body></html>"])
def test_the_encoding_is_told_by_its_letters(text: str, codec: str, form: str) -> None:
    body = form.format(text).encode(codec, "ignore")
    assert decode(body) == body.decode(codec)


@pytest.mark.parametrize(
    ("body", "charset", "text"),
    [
        (RU.encode("koi8-r"), "koi8-r", RU),
        (RU.encode("utf-8"), "windows-1251", RU),
        (PAGE.format("windows-1251", "Ель").encode("cp1251"), None, "Ель"),
        (PAGE.format("iso-8859-1", "„Ja“").encode("cp1252"), None, "„Ja“"),
        (PAGE.format("gb2312", "渡轮將停").encode("gb18030"), None, "渡轮將停"),
        (PAGE.format("x-sjis", "嵐①").encode("cp932"), None, "嵐①"),
        # What the server told goes before what the page declares.
        (PAGE.format("koi8-r", "Ель").encode("cp1251"), "windows-1251", "Ель"),
        # A declaration the bytes belie is not believed.
        (PAGE.format("utf-8", RU).encode("cp1251"), "utf-8", RU),
        (PAGE.format("iso-8859-1", RU).encode("cp1251"), "iso-8859-1", RU),
        (PAGE.format("euc-kr", FR).encode("cp1252"), None, FR),
        # Names by which Python knows no encoding of pages.
        (PAGE.format("unicode_escape", FR).encode("cp1252"), "punycode", FR),
        (PAGE.format("nonsense", FR).encode("cp1252"), "", FR),
    ],
)
def test_what_is_told_is_believed_where_it_fits(body: bytes, charset: str | None, text: str) -> None:
    assert text in decode(body, charset)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [RU, AR, ZH])
def test_a_byte_order_mark_goes_before_all(codec: str, text: str) -> None:
    assert decode(text.encode(codec), "koi8-r") == text


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark(codec: str) -> None:
    assert decode(PAGE.format("utf-16", FR).encode(codec)) == PAGE.format("utf-16", FR)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        # A letter cut at the end, a broken byte within: nothing else is lost.
        (RU.encode()[:-2], RU[:-2] + "\ufffd"),
        (RU.encode() + b" \xff " + RU.encode(), f"{RU} ÿ {RU}"),
        (RU[:11].encode() + b"\xff" + RU[11:].encode(), f"{RU[:11]}\ufffd{RU[11:]}"),
        # A passage of an older encoding within UTF-8.
        (f"{FR}\n".encode() + "Un café à Gênes".encode("cp1252"), f"{FR}\nUn café à Gênes"),
    ],
)
def test_utf_8_with_broken_bytes_stays_utf_8(body: bytes, text: str) -> None:
    assert decode(body) == text


def test_marks_of_an_older_encoding_that_look_like_utf_8_are_none() -> None:
    text = "Er sagte: „Der Hafen ist groß“, und fügte hinzu: „Die Fähre fährt später.“"
    assert decode(text.encode("cp1252")) == text


def test_letters_written_from_right_to_left_stay_in_their_order() -> None:
    assert decode(PAGE.format("windows-1255", HE).encode("cp1255")).split("<body>")[1].startswith(HE)


@given(st.binary(max_size=400), st.one_of(st.none(), st.text(max_size=20)))
def test_any_bytes_give_text(body: bytes, charset: str | None) -> None:
    assert isinstance(decode(body, charset), str)


@given(st.text(alphabet=st.characters(min_codepoint=32, exclude_categories=["Cs"]), max_size=200))
def test_utf_8_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode()) == text.lstrip("\ufeff")


def test_without_letters_beyond_ascii_there_is_nothing_to_tell() -> None:
    assert likeliest_encoding(b"") is None
    assert likeliest_encoding(b"ASCII alone") is None


def test_every_encoding_of_the_lexicon_is_one_of_python() -> None:
    from rashomon.alphabets import _alphabets

    assert all(codecs.lookup(codec) for alphabet in _alphabets() for codec in alphabet.encodings)


def test_a_long_line_of_ascii_is_read_once() -> None:
    start = time.process_time()
    assert likeliest_encoding(b"a" * 2_000_000 + b"\n" + "Straße".encode("latin-1")) is not None
    assert time.process_time() - start < 2
