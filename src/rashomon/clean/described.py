"""What a page of HTML says of itself: headings, meta elements, JSON-LD, link relations; unchecked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from rashomon.clean.jsonld import article_of, authors_of, one_line, read_linked_data, text_of
from rashomon.clean.marked import Shown, shown_in
from rashomon.clean.nodes import Node


@dataclass(frozen=True, slots=True)
class SelfDescription:
    """What a page of HTML says of itself; nothing of it is checked yet.

    ``published``, ``modified``, ``authors`` and ``descriptions`` hold (value, where it was read), best
    first; ``houses`` are authors that JSON-LD says are none of flesh. ``writers`` are texts of elements
    marked as those of authors, ``shown`` those that may tell a day. ``region`` is that of the reader ("GB").
    ``news`` says that the JSON-LD calls the article a news report, ``images`` are the addresses of
    pictures, ``data`` days of publication in scripts, read where the head states none.
    """

    headings: tuple[str, ...] = ()
    og_title: str | None = None
    headline: str | None = None
    title_tag: str | None = None
    site_names: tuple[str, ...] = ()
    publisher: str | None = None
    authors: tuple[tuple[str, str], ...] = ()
    houses: tuple[str, ...] = ()
    writers: tuple[str, ...] = ()
    url: str | None = None
    url_from: str | None = None
    language: str | None = None
    region: str | None = None
    descriptions: tuple[tuple[str, str], ...] = ()
    published: tuple[tuple[str, str], ...] = ()
    modified: tuple[tuple[str, str], ...] = ()
    shown: tuple[Shown, ...] = ()
    images: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    news: bool = False

    @property
    def about(self) -> str:
        """What the page says it is about: its titles and descriptions."""
        titles = (self.og_title, self.headline, self.title_tag)
        return "\n".join(filter(None, (*titles, *(text for text, _ in self.descriptions))))


NOTHING_SAID = SelfDescription()
MAX_IMAGES, MAX_HEADINGS = 40, 60
MAX_SCRIPTS = 3_000_000
#: Keys under which programs of a page hold the day of publication.
_DATA = re.compile(
    r"""["'](?:date_?published|published_?(?:at|on|date|time)|publish_?(?:date|time)|publication_?date"""
    r"""|first_?published(?:_?at)?)\\?["']\s{0,5}:\s{0,5}\\?["'](\d{4}-\d\d-\d\d[T \d:]{0,9})""",
    re.I,
)


def describe(tree: Any, nodes: Sequence[Node]) -> SelfDescription:
    """What the page says of itself: headings, meta elements, JSON-LD, link relations, days it shows."""
    metas = _metas(tree)
    headings = [(one_line(h.text_content()), h) for h in tree.iter("h1")]
    told = {
        "og": metas.get("og:title") or metas.get("twitter:title"),
        "tag": next((one_line(t.text_content()) for t in tree.iter("title")), None),
    }
    data = read_linked_data(
        s.text or "" for s in tree.iter("script") if "ld+json" in (s.get("type") or "").lower()
    )
    article = article_of(data, tuple(filter(None, (*told.values(), *(text for text, _ in headings)))))
    titles = tuple(filter(None, (told["og"], text_of(article.get("headline")), told["tag"])))
    best = best_heading([text for text, _ in headings], titles)
    heading = headings[best][1] if best is not None else _lower_heading(tree, titles)
    shown, writers = shown_in(nodes, heading, _parts(titles))
    url, url_from = _url(tree, metas, article)
    authors = tuple(authors_of(article, data))
    published = tuple(_dates(article, metas, "datePublished", _PUBLISHED_METAS))
    persons = [(name, "JSON-LD author") for name, house in authors if not house]
    locale = (tree.get("lang") or metas.get("og:locale") or "").replace("_", "-")
    return SelfDescription(
        headings=tuple(text for text, _ in headings if text),
        og_title=told["og"],
        headline=text_of(article.get("headline")),
        title_tag=told["tag"],
        site_names=tuple(filter(None, (metas.get("og:site_name"), metas.get("application-name")))),
        publisher=text_of(article.get("publisher")),
        authors=tuple(persons) or tuple(_meta_values(metas, _AUTHOR_METAS)),
        houses=tuple(name for name, house in authors if house),
        writers=writers,
        url=url,
        url_from=url_from,
        language=locale[:2].lower() or text_of(article.get("inLanguage")) or None,
        region=_region(locale, metas.get("og:locale") or ""),
        descriptions=tuple(_descriptions(metas, article)),
        published=published,
        modified=tuple(_dates(article, metas, "dateModified", _MODIFIED_METAS)),
        shown=shown,
        images=tuple(filter(None, (metas.get("og:image"), *_images(tree)))),
        data=() if published else _data(tree),
        news=_is_news(article.get("@type")),
    )


def _is_news(kind: object) -> bool:
    """Whether a type of schema.org is NewsArticle or one below it."""
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(k, str) and k.endswith("NewsArticle") for k in kinds)


#: As sites spell them, without the marks between the words (see _plain); best first.
_PUBLISHED_METAS = (
    "articlepublishedtime",
    "articlepublished",
    "datepublished",
    "ogpublishedtime",
    "ogarticlepublishedtime",
    "publishedtime",
    "publisheddate",
    "publishdate",
    "publicationdate",
    "publishtime",
    "pubdate",
    "ogpubdate",
    "originalpublicationdate",
    "firstpublished",
    "articledateoriginal",
    "parselypubdate",
    "sailthrudate",
    "cxenseparserecspublishtime",
    "citationpublicationdate",
    "citationonlinedate",
    "rnewsdatepublished",
    "prismpublicationdate",
    "dcdateissued",
    "dctermsissued",
    "dcissued",
    "dctermscreated",
    "dcdatecreated",
    "dccreated",
    "dctermsdate",
    "dcdate",
    "datecreated",
    "uploaddate",
    "created",
    "published",
    "date",
)
_MODIFIED_METAS = (
    "articlemodifiedtime",
    "datemodified",
    "ogupdatedtime",
    "ogmodifiedtime",
    "lastmodified",
    "dctermsmodified",
    "dcdatemodified",
    "dcmodified",
    "modified",
    "revised",
)
_AUTHOR_METAS = (
    "author",
    "articleauthor",
    "ogarticleauthor",
    "bylname",
    "byl",
    "parselyauthor",
    "sailthruauthor",
    "cxenseparseauthor",
    "dccreator",
    "dctermscreator",
    "citationauthor",
)


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower()))


def _metas(tree: Any) -> dict[str, str]:
    """Meta elements by name, property or itemprop, as it stands and plain; the first of each counts."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        if not content or len(content) > 5000:
            continue
        for attribute in ("property", "name", "itemprop"):
            if (name := element.get(attribute)) and (content := one_line(content)):
                metas.setdefault(name.strip().lower(), content)
                metas.setdefault(_plain(name), content)
    return metas


def _meta_values(metas: Mapping[str, str], names: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((metas[name], f"meta {name}") for name in names if name in metas)


def _dates(
    article: Mapping[str, Any], metas: Mapping[str, str], key: str, names: Iterable[str]
) -> Iterator[tuple[str, str]]:
    keys = (key, "uploadDate", "dateCreated") if key == "datePublished" else (key,)
    for name in keys:
        if isinstance(article.get(name), str):
            yield article[name][:100], f"JSON-LD {name}"
            break
    yield from _meta_values(metas, names)


def _descriptions(metas: Mapping[str, str], article: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    texts = [(metas.get(name), f"meta {name}") for name in ("description", "og:description")]
    texts += [(text_of(article.get(key)), f"JSON-LD {key}") for key in ("description", "alternativeHeadline")]
    seen = set()
    for text, place in texts:
        if text and text not in seen:
            seen.add(text)
            yield text, place


def _url(tree: Any, metas: Mapping[str, str], article: Mapping[str, Any]) -> tuple[str | None, str | None]:
    """The canonical address of the page, and where it is told."""
    links = [link for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    told = [(link.get("href"), "link canonical") for link in links]
    told += [(metas.get("og:url"), "meta og:url"), (text_of(article.get("url")), "JSON-LD url")]
    return next(((u.strip(), place) for u, place in told if u and absolute(u.strip())), (None, None))


def _region(*locales: str) -> str | None:
    for locale in locales:
        if found := re.search(r"[-_]([A-Za-z]{2})(?![A-Za-z])", locale):
            return found.group(1).upper()
    return None


def _data(tree: Any) -> tuple[str, ...]:
    texts = "\n".join(script.text or "" for script in tree.iter("script"))[:MAX_SCRIPTS]
    return tuple(dict.fromkeys(_DATA.findall(texts)))


def _images(tree: Any) -> list[str]:
    found = (image.get("src") or "" for image in tree.iter("img"))
    return [src[:500] for src in islice(found, MAX_IMAGES) if not src.startswith("data:")]


def best_heading(headings: Sequence[str], told: Sequence[str]) -> int | None:
    """Which heading is the headline: one of the titles told, or else most like them; None where none is."""
    letters = [_letters(title) for title in told]
    for i, heading in enumerate(headings):
        own = _letters(heading)
        if len(own) >= MIN_TITLE and any(own in title or title in own for title in letters if title):
            return i
    likeness = [max((_shared(heading, title) for title in told), default=0.0) for heading in headings]
    best = max(range(len(headings)), key=lambda i: (likeness[i], -i), default=None)
    return best if best is not None and likeness[best] >= MIN_LIKENESS else None


def _lower_heading(tree: Any, titles: Sequence[str]) -> Any | None:
    """A heading of the second or third rank that stands whole in a title."""
    letters = [_letters(title) for title in titles]
    for heading in islice(tree.iter("h2", "h3"), MAX_HEADINGS):
        own = _letters(heading.text_content())
        if len(own) >= 2 * MIN_TITLE and any(own in title for title in letters):
            return heading
    return None


#: A title has so many letters; a heading and the title of a window have so much of their words in common.
MIN_TITLE, MIN_LIKENESS = 8, 0.5
_BETWEEN = re.compile(r" (?:[|–—·«»›‹•-]|::|\|\|) ")


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _shared(one: str, other: str) -> float:
    """Share of the words of the shorter text that the other has, where it has three or more."""
    a, b = (set(re.findall(r"\w+", text.casefold())) for text in (one, other))
    return len(a & b) / min(len(a), len(b)) if min(len(a), len(b)) >= 3 else 0.0


def _parts(titles: Iterable[str]) -> frozenset[str]:
    """The titles, and what stands in them before and behind what may be the name of a site."""
    parts = set(titles)
    for title in titles:
        for mark in _BETWEEN.finditer(title[:300]):
            parts |= {title[: mark.start()].strip(), title[mark.end() :].strip()}
    return frozenset(part for part in parts if len(part) >= MIN_TITLE)


def absolute(url: str | None) -> bool:
    """Whether an address says of which site it is."""
    return bool(url and url.startswith(("http://", "https://")))
