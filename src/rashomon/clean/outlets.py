"""Names of outlets: what makes a name one, and the places of a page where it stands.

A rule reads the name from one place; the first that finds one decides. A wrong outlet does more harm
than none: a name alone must be one we know or have a word of such names in it ("Herald", "Zeitung").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from urllib.parse import urlsplit

from rashomon.clean.agencies import find_agency, outlet_names, outlets_by_domain
from rashomon.clean.daylines import read_stamp
from rashomon.clean.described import SelfDescription
from rashomon.clean.judged import HEAD_LINES, Judged, head_of
from rashomon.clean.names import BEFORE_SITE, outlet_name, without_site
from rashomon.clean.normalize import fold
from rashomon.clean.words import Phrases
from rashomon.types import Confidence

#: A shorter name of a file may be a word: "sun.html".
MIN_FILE_NAME, MIN_BARE_NAME, MAX_ARTICLE = 4, 7, 3
_DOMAIN_LIKE = re.compile(r"^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}$", re.I)
_LEGAL_FORM = re.compile(
    r",? (?:GmbH|AG|S\.?p\.?A|S\.?r\.?l|S\.?A|S\.?L|Inc|LLC|Ltd|Limited|plc|Co|SE|KG|B\.?V)\.?(?=\W|$).*",
    re.I,
)


def find_outlet(
    described: SelfDescription,
    visible: Sequence[str],
    judged: Sequence[Judged],
    words: Phrases,
    *,
    url: str | None,
    source: str,
) -> tuple[str, str, Confidence] | None:
    """Who published a page, where that was read and how sure it is; None where nothing sure is said."""
    readings: tuple[tuple[Callable[[], str | None], str, Confidence], ...] = (
        (lambda: _of_description(described), "head of the page", "stated"),
        (lambda: _of_known_line(judged), "line with its name", "shown"),
        (lambda: _of_head_lines(visible, judged, words), "line above the article", "shown"),
        (lambda: _of_phrases(visible, judged, words), "line around the article", "shown"),
        (lambda: _of_mail(visible), "address of the newsroom", "inferred"),
        (lambda: _of_url(url), "URL", "inferred"),
        (lambda: _of_file(source), "name of the file", "inferred"),
    )
    found = ((read(), place, confidence) for read, place, confidence in readings)
    return next(((name, place, confidence) for name, place, confidence in found if name), None)


def _of_description(page: SelfDescription) -> str | None:
    """The name of the site; where that is only its address, the name of the publisher."""
    name = next((n for n in page.site_names if n), None)
    if name and not _DOMAIN_LIKE.match(name):
        return name
    if page.publisher and not _LEGAL_FORM.search(page.publisher) and not _DOMAIN_LIKE.match(page.publisher):
        return page.publisher
    if name or page.publisher:
        return name or page.publisher
    return title_and_site(page.title_tag, page)[1] if page.title_tag else None


def _of_known_line(judged: Sequence[Judged]) -> str | None:
    """A line that is only the name of an outlet we know."""
    lines = (j.look.folded for j in judged if j.role in ("byline", "label", "links", "agency"))
    return next((outlet_names()[line] for line in lines if line in outlet_names()), None)


def _of_head_lines(visible: Sequence[str], judged: Sequence[Judged], words: Phrases) -> str | None:
    """A name above the article, in a line of its own, beside its day, or behind the headline."""
    for i in head_of(judged):
        if judged[i].role not in ("byline", "label", "timestamp"):
            continue
        stamp = read_stamp(judged[i].text, words)
        for name in stamp.names if stamp else (judged[i].text,):
            if found := outlet_name(name, words):
                return found
    titled = [line for line in visible[:3] if BEFORE_SITE.search(line)]
    folded = {fold(line) for line in visible[:HEAD_LINES]} if titled else set()
    return next(filter(None, (without_site(line, folded, words)[1] for line in titled)), None)


def _of_phrases(visible: Sequence[str], judged: Sequence[Judged], words: Phrases) -> str | None:
    """'Discover more from X', '© 2019 X', 'Quelle: X' in lines that are not the article."""
    kept = {j.text for j in judged if j.kept}
    lines = [line for line in visible if line not in kept and len(line) < 1500]
    for pattern in words.outlet:
        for line in lines:
            if found := pattern.search(line):
                likely = found.groupdict().get("likely")
                name = _LEGAL_FORM.sub("", likely or found["name"]).strip(" .,;:|-–—'’\"“”")
                # "Follow Ann Lee on Twitter" stands as often for a person.
                if likely and outlet_name(name, words) is None:
                    continue
                if 2 <= len(name) <= 40 and name[:1].isupper() and find_agency(name) is None:
                    return outlet_names().get(name.casefold(), name)
    return None


_MAIL = re.compile(r"[\w.+-]{1,40}@([\w-]{4,30})\.([a-z]{2,12})\b", re.I)


def _of_mail(visible: Sequence[str]) -> str | None:
    """The domain of an address of the newsroom, spelled as the page spells it elsewhere."""
    end = "\n".join(visible[-40:])[-20_000:]
    if "@" not in end:
        return None
    for found in _MAIL.finditer(end):
        name, domain = found.group(1), ".".join(found.groups()).lower()
        spellings = re.findall(rf"(?<![\w@./-]){re.escape(name)}(?![\w@./-])", end, re.I)
        spelled = next((s for s in spellings if s[0].isupper() and not s.isupper()), None)
        if known := outlets_by_domain().get(domain) or spelled:
            return known
    return None


def _of_url(url: str | None) -> str | None:
    """The site an address belongs to, in our own small table."""
    try:
        host = (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return None
    labels = host.split(".")
    domains = (".".join(labels[i:]) for i in range(len(labels) - 1))
    return next((outlets_by_domain()[d] for d in domains if d in outlets_by_domain()), None)


@cache
def _by_file_name() -> Mapping[str, str]:
    """Letters of an outlet's name, whole and without its article, or of its domain -> its name."""
    names: dict[str, str] = {}
    for name in outlet_names().values():
        names.setdefault(_letters(name), name)
        article, _, rest = name.partition(" ")
        if len(article) <= MAX_ARTICLE and len(rest) >= MIN_BARE_NAME:
            names.setdefault(_letters(rest), name)
    for domain, name in outlets_by_domain().items():
        names.setdefault(_letters(domain.rsplit(".", 1)[0]), name)
    return MappingProxyType({key: name for key, name in names.items() if len(key) >= MIN_FILE_NAME})


def _of_file(source: str) -> str | None:
    """The outlet a file is named after: 'harbour-news-2.txt'."""
    name = re.split(r"[/\\]", source)[-1]
    stem = re.sub(r"[-_ ]?\d+$", "", name.rsplit(".", 1)[0])
    return _by_file_name().get(_letters(stem)) if "#" not in name else None


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def title_and_site(title: str, page: SelfDescription) -> tuple[str, str | None]:
    """A title and the name of the site behind it, where the end is one."""
    parts = list(BEFORE_SITE.finditer(title))
    if not parts:
        return title, None
    head, tail = title[: parts[-1].start()].strip(), title[parts[-1].end() :].strip()
    names = {fold(n) for n in (*page.site_names, page.publisher or "") if n}
    others = {fold(t) for t in (*page.headings, page.og_title or "", page.headline or "") if t}
    if fold(tail) in names or fold(head) in others or fold(tail) in outlet_names():
        return head, tail
    return title, None
