"""When a page of HTML came out: what states and shows it, and the days that are not its own."""

from __future__ import annotations

import pytest

from rashomon.clean import clean, html
from rashomon.clean.described import describe
from rashomon.clean.nodes import nodes_of
from rashomon.clean.published import guess_published
from rashomon.clean.words import phrases
from rashomon.types import Document, Page, Sidecar

BODY = (
    "<p>The ferry stayed in port on Monday because of the wind, the harbour master said.</p>"
    "<p>It had been due in Oslo in the evening with two hundred passengers on board.</p>"
)
HEADING = "<h1>Ferry stays in port</h1>"


def page(around: str, head: str = "", lang: str = "en", url: str | None = None) -> Document:
    """A page whose {body} stands where ``around`` says."""
    html = (
        f"<html lang={lang}><head><title>Ferry stays in port</title>{head}</head>"
        f"<body>{around.format(h=HEADING, body=BODY)}</body></html>"
    )
    return clean(Page("a.html", html.encode(), "text/html", Sidecar(url, language=lang[:2])))


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "4 May 2021"),
        ("en", "Posted the May 4, 2021 at 0h00"),
        ("de", "Veröffentlicht am 4. Mai 2021"),
        ("de", "04.05.2021 | 08:15 Uhr"),
        ("fr", "Publié le 4 mai 2021 à 8h15"),
        ("es", "4 de mayo de 2021"),
        ("it", "4 maggio 2021"),
        ("ru", "4 мая 2021, 08:15"),
        ("pl", "4 maja 2021"),
        ("cs", "4. května 2021"),
        ("tr", "4 Mayıs 2021"),
        ("fi", "4. toukokuuta 2021"),
        ("hu", "2021. május 4."),
        ("zh", "2021年5月4日"),
        ("ja", "2021年5月4日 8時15分"),
        ("ko", "2021년 5월 4일"),
        ("ar", "4 مايو 2021"),
        ("hi", "4 मई 2021"),
        ("th", "4 พฤษภาคม 2564"),
        ("el", "4 Μαΐου 2021"),
        ("uk", "4 травня 2021"),
        ("pt", "4 de maio de 2021"),
    ],
)
@pytest.mark.parametrize(
    "place", ["<div class=meta>{line}</div>{h}{body}", "{h}<p class=date>{line}</p>{body}"]
)
def test_a_day_shown_beside_the_headline(lang: str, line: str, place: str) -> None:
    document = page(place.replace("{line}", line), lang=lang)
    assert (document.published or "")[:10] == "2021-05-04"


@pytest.mark.parametrize(
    "around",
    [
        "{h}{body}<div class=comments><span class=date>12 May 2021</span></div>",
        "{h}{body}<div id=respond><time datetime=2021-05-12>12 May 2021</time></div>",
        "{h}{body}<div class=related-posts><a href=/b>B</a><span class=post-date>12 May 2021</span></div>",
        "{h}{body}<aside class=latest><time datetime=2021-05-12>12 May 2021</time></aside>",
        "{h}{body}<footer>© 2021 Harbour News</footer>",
        "<header><span class=today>Wednesday, 12 May 2021</span></header><main>{h}{body}</main>",
        "<nav><span class=date>12 May 2021</span></nav>{h}{body}",
        "{h}{body}<p>The port was opened on 4 May 2019.</p>",
        "{h}{body}<ul><li class=i>1 May 2021</li><li class=i>2 May 2021</li><li class=i>3 May 2021</li></ul>",
        "{h}<time datetime=1970-01-01T00:00:00Z></time>{body}",
        "{h}<time datetime=9999-12-31></time>{body}",
        "{h}<time datetime=0001-01-01></time>{body}",
        "{h}<figcaption>The ferry in Kiel on 4 May 2019, before the storm</figcaption>{body}",
        "{h}{body}<a href=/b><b>Another ferry leaves the port</b><time datetime=2021-05-12></time></a>",
        "{h}<p class=date>05/07/2021</p>{body}",
    ],
)
def test_days_that_are_not_those_of_the_article(around: str) -> None:
    assert page(around).published is None


OTHER = "<div class=comments><span class=date>12 May 2021</span></div>"


@pytest.mark.parametrize(
    ("around", "head", "published", "place"),
    [
        ("{h}<p class=date>4 May 2021</p>{body}" + OTHER, "", "2021-05-04", "visible line"),
        ("{h}<time datetime=2021-07-03>Published 4 May 2021</time>{body}", "", "2021-05-04", ""),
        ("{h}<abbr class=published title=2021-05-04T08:15Z>x</abbr>{body}", "", "2021-05-04", "time element"),
        (
            "{h}<a href=/2021/05/04/><span class=date>4 May 2021</span></a>{body}",
            "",
            "2021-05-04",
            "visible line",
        ),
        ("{h}{body}<div class=post-footer>Posted 4 May 2021 by Ann</div>" + OTHER, "", "2021-05-04", ""),
        (
            "{h}<p>Updated 9 May 2021</p><p class=published>Published 4 May 2021</p>{body}",
            "",
            "2021-05-04",
            "visible line",
        ),
        ("{h}<p class=info>Updated: 9 May 2021</p>{body}", "", "2021-05-09", "day of the last change"),
        ("{h}<p class=date>4 May 2021</p>{body}", '<meta name=date content="2021-05-12">', "2021-05-04", ""),
        ("{h}{body}", '<meta name="DC.date.issued" content="2021-05-04">', "2021-05-04", "meta dcdateissued"),
        ("{h}{body}", '<meta name="Publish_Date" content="2021-05-04">', "2021-05-04", "meta publishdate"),
        ("{h}{body}", '<meta itemprop="datePublished" content="1620116100">', "2021-05-04", "meta"),
        ("{h}<i property='dc:date' content='2021-05-04'>x</i>{body}", "", "2021-05-04", "time element"),
        ("{h}{body}<div class=foot>4 May 2021</div>", "", "2021-05-04", "only day"),
        ('{h}{body}<script>x = {{"published_at":"2021-05-04T08:15"}}</script>', "", "2021-05-04", "data"),
        (
            "{h}{body}",
            '<link rel=canonical href="https://n.example/2021/05/04/a">'
            '<meta property="article:published_time" content="2022-06-01">',
            "2021-05-04",
            "URL path, before",
        ),
    ],
)
def test_which_of_several_days_it_is(around: str, head: str, published: str, place: str) -> None:
    document = page(around, head)
    assert (document.published or "")[:10] == published
    assert (document.published_from or "").startswith(place)


@pytest.mark.parametrize(
    ("lang", "url", "line", "published"),
    [
        ("en-GB", None, "05/07/2021", "2021-07-05"),
        ("en-US", None, "05/07/2021", "2021-05-07"),
        ("en", "https://n.example.co.uk/a", "05/07/2021", "2021-07-05"),
        ("en", "https://n.example.io/a", "05/07/2021", None),
        ("en", None, "05/07/2021</p><p class=changed>Updated 25/07/2021", "2021-07-05"),
        ("en", None, "05/07/2021</p><p class=changed>Updated 07/25/2021", "2021-05-07"),
        ("en", None, "05/07/2021</p><p><img src=/wp-content/uploads/2021/07/a.jpg>", "2021-07-05"),
        ("de", None, "05/07/2021", "2021-07-05"),
        ("en-US", None, "2021/05/07", "2021-05-07"),
    ],
)
def test_day_and_month_in_numbers(lang: str, url: str | None, line: str, published: str | None) -> None:
    assert page(f"{{h}}<p class=date>{line}</p>{{body}}", lang=lang, url=url).published == published


@pytest.mark.parametrize(
    ("around", "head", "modified"),
    [
        (
            "{h}{body}",
            '<meta property="article:modified_time" content="2021-05-09T10:00Z">',
            "2021-05-09T10:00Z",
        ),
        ("{h}<p>Published 4 May 2021</p><p>Updated 9 May 2021</p>{body}", "", "2021-05-09"),
        ("{h}<time class=updated datetime=2021-05-09>x</time>{body}", "", "2021-05-09"),
        (
            "{h}<p class=date>4 May 2021</p>{body}",
            '<meta property="og:updated_time" content="2021-05-01">',
            None,
        ),
        ("{h}{body}", "", None),
    ],
)
def test_the_last_change(around: str, head: str, modified: str | None) -> None:
    assert page(around, head).modified == modified


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ('<div class="postdate">14 March 2019</div><p>The ferry sails.</p>', "2019-03-14"),
        ('<div class="postdate">14 March 2150</div><p>The ferry sails.</p>', None),
        ("<aside class=latest><time datetime=2019-03-14></time></aside><p>The ferry sails.</p>", None),
        ("<p>The ferry sails.</p>", None),
    ],
)
def test_the_library_is_asked_last(body: str, day: str | None) -> None:
    tree = html.parse(f"<html><body>{body}</body></html>")
    told = guess_published(tree, describe(tree, nodes_of(tree)), None, phrases("en"))
    assert (told.value if told else None) == day
