from rashomon.clean import html
from rashomon.clean.layout import MAX_ELEMENTS, Shown, boxes_of, shown_lines
from rashomon.clean.nodes import nodes_of


def shown(page: str) -> tuple[Shown, ...]:
    lines = shown_lines(nodes_of(html.parse(page)))
    assert lines is not None
    return lines


def test_one_block_a_line() -> None:
    page = "<body>loose <b>text</b>\nhere<p>One <a href=x>link</a>.</p>tail<ul><li>a<li>b<br>c</ul></body>"
    assert [line.text for line in shown(page)] == [
        "loose text here",
        "One link.",
        "tail",
        "a",
        "b",
        "c",
    ]


def test_what_no_reader_sees() -> None:
    page = "<body><p>Seen</p><script>var x</script><style>p{}</style> after<noscript>no</noscript></body>"
    assert [line.text for line in shown(page)] == ["Seen", "after"]


def test_boxes_from_within() -> None:
    (line,) = shown("<div class=sidebar><ul class=related><li><span>Ferry back</span></li></ul></div>")
    assert [box.mark.name for box in boxes_of(line.box)] == ["ul.related", "div.sidebar"]


def test_a_box_inside_a_line_is_not_the_line_s() -> None:
    (line,) = shown("<p><span class=caption>Oslo</span> The ferry stayed in port.</p>")
    assert line.box is None


def test_links_and_holders() -> None:
    first, second, third = shown(
        "<div><p><a href=x>Ferry back</a></p><p>Not <a href=x>all</a></p></div><p>Else</p>"
    )
    assert (first.linked, second.linked, third.linked) == (10, 3, 0)
    assert first.holder == second.holder != third.holder


def test_letters_are_normalized() -> None:
    (line,) = shown("<p>Cafe\u0301 \u00adclosed\u200b</p>")
    assert line.text == "Caf\u00e9 closed"


def test_trees_too_large_to_be_an_article() -> None:
    assert shown_lines(nodes_of(html.parse("<p>x" * (MAX_ELEMENTS + 1)))) is None
    assert shown_lines(nodes_of(html.parse("<div>" * 230 + "x"))) is None
    assert html.parse("<div>" * 1_000_000 + "x") is None
    assert html.parse("<p>" + "a" * 40_000_000) is None
