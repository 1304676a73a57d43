"""Lines of extracted text, and what one line by itself shows of its role.

A rule is a small function, line in, judgement out; the first in RULES that knows the line decides.
What only the neighbours or the whole page show is decided in clean.page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rashomon.clean.agencies import ENDING_CREDIT, may_credit, without_agencies
from rashomon.clean.dates import is_time_stamp
from rashomon.clean.normalize import fold
from rashomon.clean.tagpath import POST, Mark
from rashomon.clean.words import Phrases
from rashomon.lineroles import LineRole

Kind = Literal["text", "head", "item", "cell", "quote"]
#: A judgement: the role of a line and why, in words.
Judgement = tuple[LineRole, str]

#: A phrase decides a short line; in a paragraph it is only talked about. Legal texts run on.
MAX_PHRASE_WORDS = 45
MAX_LEGAL_WORDS = 150
MAX_WITHIN_WORDS = 30
#: Links in capitals are whole headlines; a subhead in capitals is a few words.
MIN_CAPS_WORDS, MIN_CAPS_LETTERS = 5, 28
MAX_CAPTION_WORDS, MAX_CREDIT_WORDS = 70, 7


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it was extracted; ``kind`` is the element it stood in, "text" where that is unknown.

    ``linked`` is the share of its characters that are a link; None where its text has no markup.
    ``mark`` is what the box around it on an HTML page says of it.
    """

    text: str
    kind: Kind = "text"
    linked: float | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What can be seen of a line: folded text, length in words, whether it ends as a sentence does.

    ``is_body`` where it reads as a paragraph: a whole sentence of some length, or very long.
    """

    line: Line
    text: str
    folded: str
    words: int
    sentence: bool
    capitals: bool
    is_body: bool


_STOPS = ".!?…。！？:؟।"
_SENTENCE_END = re.compile(r"[.!?…。！？:؟।]['\"”’»)\]“]*[,;]?$")
#: What either of the two may end in.
_BEHIND_STOPS = frozenset("'\"”’»)]“,;/\n")
#: The agency behind the last sentence of a report: "... on Monday. (dpa)".
_SIGNED_END = re.compile(r"[.!?…]['\"”’»]* ?(?:\([^()]{2,36}\)|/[^/]{2,36}/|\[[^]]{2,36}\])\.?$")
#: Two sentences, the last one cut or with a credit run into it.
#: The letters before the stop are looked at behind it, for stops are few and found fast.
_SENTENCE_INSIDE = re.compile(r"[.!?…](?<=[^\W\d_]{3}[.!?…])[\"”»)]* ?(?:[-–—] ?)?[A-ZÀ-ÞА-ЯЁ«“\"]")
MIN_WORDS_TWO_SENTENCES = 12
#: Nine letters that are small, as most lines begin: read fast.
_SMALL_LETTERS = re.compile("(?:[^a-z]*+[a-z]){9}")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[\u0e00-\u0e7f]{2}")


def look(line: Line) -> Look:
    """See a line. Scripts without spaces count two characters a word."""
    text = line.text
    words = text.count(" ") + 1
    if not text.isascii() and _CJK.search(text[:200]):
        words = max(words, len(_CJK.findall(text)) // 2)
    sentence = text[-1:] in _STOPS or (text[-1] in _BEHIND_STOPS and _ends_sentence(text))
    if not sentence and words >= MIN_WORDS_TWO_SENTENCES and line.kind != "head":
        sentence = bool(_SENTENCE_INSIDE.search(text))
    is_body = words >= (8 if sentence else 30)
    return Look(line, text, fold(text), words, sentence, _is_shouted(text), is_body)


def _ends_sentence(text: str) -> bool:
    return bool(_SENTENCE_END.search(text[-8:]) or _SIGNED_END.search(text[-48:]))


def _is_shouted(text: str) -> bool:
    if len(text) < MIN_CAPS_LETTERS or _SMALL_LETTERS.match(text, 0, 40):
        return False
    if sum(map(str.islower, text[:40])) > 8:
        return False
    letters = [c for c in text[:400] if c.isalpha()]
    return len(letters) >= MIN_CAPS_LETTERS and sum(map(str.isupper, letters)) > 0.85 * len(letters)


# ---------------------------------------------------------------- the rules


def no_letters(look: Look, _: Phrases) -> Judgement | None:
    """Separators, counters, clock times: '___', '1 / 14', '01:44'."""
    if look.line.kind != "cell" and not any(map(str.isalpha, look.text)):
        return "label", "no letters in it"
    return None


_CODE = re.compile(
    r"^(?:var|let|const|function|window|document|return|if \(|\}|\{|//|/\*|<!--|@media|\.[a-z][\w-]+ ?\{)"
    r"[\w\s.(]*.*[;{}()=]"
    r"|\bfunction ?\(.*\{|^\W*\w+\.\w+\(.*\);?$|</?\w+[^<>]*/?>$|^\{.*\":.*\}$"
)


_MARK_OF_CODE = re.compile("[{};=<>]")


def code_residue(look: Look, _: Phrases) -> Judgement | None:
    """Left-overs of scripts, styles and markup."""
    if look.is_body or not _MARK_OF_CODE.search(look.text, 0, 300):
        return None
    start = look.text[:300]
    marks = sum(map(start.count, "{};=<>"))
    if marks >= 3 or _CODE.search(start):
        return "code", f"{marks} marks of code in {len(start)} characters"
    return None


#: A button is no heading, and an article may have one that names a section or a network elsewhere.
NO_HEADINGS: frozenset[LineRole] = frozenset({"share", "label"})
IMAGE_FILE = "name of an image file"
_IMAGE = re.compile(
    r"^\S+\.(?:jpe?g|png|gif|webp|svg|mp4)$|^(?=\S*\d)[a-z0-9]+(?:[_-][a-zA-Z0-9]+){2,}$|^(?:img|dsc|image)[_-]?\d+$",
    re.I,
)
_TOKENS = re.compile(r"^(?:[a-z]{30,}|(?=[a-z_]*_)[a-z_]{18,})$")
_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$|^\S+@\S+\.\w+$|^[@#]\w+$", re.I)


def one_token(look: Look, _: Phrases) -> Judgement | None:
    """A line of one token that is a file name, a row of an emoji picker, an address or a handle."""
    if " " in look.text:
        return None
    if _IMAGE.match(look.text):
        return "media", IMAGE_FILE
    if _TOKENS.match(look.text):
        return "picker", "names of emoji in a row"
    if look.line.linked is None and _ADDRESS.match(look.text):
        return "links", "an address or a handle"
    return None


def phrase(look: Look, words: Phrases) -> Judgement | None:
    """What a line is, begins with, ends with or has in it, by the phrases of its language."""
    if (role := words.whole.get(look.folded)) and (look.line.kind != "head" or role not in NO_HEADINGS):
        return role, f"the line is '{look.folded}'"
    if look.words > MAX_PHRASE_WORDS:
        for pattern in words.legal if look.words <= MAX_LEGAL_WORDS else ():
            if found := pattern.match(look.folded):
                return "legal", f"begins with '{found.group().strip()[:60]}'"
        return None
    short = look.words <= MAX_WITHIN_WORDS
    place, told = "begins with", words.starts.match(look.folded)
    if not told and (short or not look.sentence):
        place, told = "ends with", words.ends.search(look.folded[-80:])
    if not told and short:
        place, told = "has in it", words.within.search(look.folded)
    if not told:
        return None
    role = "credit" if told[0] == "caption" and _is_credit(look, told[1], words) else told[0]
    return role, f"{place} '{told[1][:60]}'"


def _is_credit(look: Look, told: str, words: Phrases) -> bool:
    """Whether a line says whose picture it is and no more: all of it is the credit, or the rest are names."""
    if look.words > MAX_CREDIT_WORDS or look.sentence:
        return False
    rest = without_agencies(look.text[len(told) :]).strip(" :/|©()-–—.,")
    return len(told) + 2 >= len(look.text) or not rest or is_names(rest, words)


#: A house of pictures nobody listed: '... on Monday. Harbour News/Ann Lee'.
_HOUSE_AND_NAME = re.compile(
    r"[^\W\d_][\"”»)]*[.!?…][\"”»)]* (?:[A-ZÀ-ÞА-ЯЁ][\w.'’-]*(?: [A-ZÀ-ÞА-ЯЁ][\w.'’-]*){0,3} ?/ ?)"
    r"[A-ZÀ-ÞА-ЯЁ][\w.'’-]+(?: [A-ZÀ-ÞА-ЯЁ][\w.'’-]+){0,2}$"
)


def caption_credit(look: Look, words: Phrases) -> Judgement | None:
    """A line that ends in a picture credit: '... in Lyon. REUTERS/Ann Lee', '(AFP Photo/Ann Lee)'."""
    end = look.text[-140:]
    # Most lines are sentences and end in a full stop, which no credit does but one in brackets.
    if look.words > MAX_CAPTION_WORDS or (end[-1] in '.!?"”' and end[-2:-1] != ")" and "/" not in end):
        return None
    if not may_credit(end) and "/" not in end:
        return None
    if found := ENDING_CREDIT.search(end) or ("/" in end and _HOUSE_AND_NAME.search(end)) or None:
        told = found.group().strip()
        role: LineRole = "credit" if _is_credit(look, told, words) else "caption"
        return role, f"ends in the picture credit '{told[:60]}'"
    return None


_SIGNED_POST = re.compile(r"^[—–-] ?[^()]{1,60} \(@\w{1,30}\)")


_ASKS = re.compile(r"[?？؟;] ")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w{2,}")


def asks_by_mail(look: Look, _: Phrases) -> Judgement | None:
    """A question to readers with the address for their answers, in any language."""
    if "@" in look.text and look.words <= MAX_WITHIN_WORDS and _ASKS.search(look.text):
        found = _MAIL.search(look.text)
        return ("promo", f"asks and gives the address '{found.group()[:40]}'") if found else None
    return None


def signed_post(look: Look, _: Phrases) -> Judgement | None:
    """The signature under a post from a network: '— Ann Lee (@annlee) May 4, 2021'."""
    if look.line.kind == "quote":
        # The post stands above it, and its signature tells whose words they are.
        return None
    if look.words <= 14 and (found := _SIGNED_POST.match(look.text)):
        return "media", f"the signature of a post: '{found.group()[:40]}'"
    return None


_GLUED = re.compile(r"^[^\W\d_]{2,15}( [^\W\d_]{2,12})?:(?=[\"'“‘«„]?[A-ZÀ-ÞА-Я0-9])\S")


def glued_label(look: Look, _: Phrases) -> Judgement | None:
    """A link whose label lost its space: 'Tracker:Where the storm is now'."""
    if look.words <= 30 and not look.sentence and (found := _GLUED.match(look.text)):
        return "related", f"a label glued to a headline: '{found.group()}'"
    return None


_BAR = re.compile("[|·•»›→▶]")


def link_row(look: Look, _: Phrases) -> Judgement | None:
    """Short names in a row between bars: 'About us | Contact | Terms'."""
    if look.words > (12 if look.sentence else 60) or not _BAR.search(look.text):
        return None
    parts = [part for part in re.split(r" ?[|·•»] ?", look.text) if part]
    if len(parts) >= 3 and look.words / len(parts) <= 4 and not look.sentence:
        return "links", f"{len(parts)} short names in a row"
    if (
        look.text.endswith(("|", "»", "›", "→", "▶"))
        and look.words <= 12
        and "«" not in look.text
        and look.text[0] != "»"
    ):
        return "links", "ends in the mark of a link"
    return None


#: A linked headline that no sentence goes with; in lists a label of the site's own often stands before it.
MIN_LINKED, MIN_LINKED_ITEM = 0.85, 0.5


def one_link(look: Look, _: Phrases) -> Judgement | None:
    """A line that is a link leads to another story; a linked sentence or heading may be the article's own."""
    kind = look.line.kind
    needed = MIN_LINKED_ITEM if kind == "item" else MIN_LINKED
    sentence = look.words >= 10 and look.text.endswith(".")
    linked = look.line.linked or 0.0
    if kind != "head" and linked >= needed and look.words >= 2 and not sentence:
        return "related", f"{linked:.0%} of it is a link"
    return None


def time_stamp(look: Look, _: Phrases) -> Judgement | None:
    """A line that is a date and a clock time and little else."""
    if look.words <= 14 and not look.is_body and is_time_stamp(look.text):
        return "timestamp", "a date and a clock time"
    return None


_NAME_FIRST = re.compile(r"^(?:[A-Z][\w.'’-]* ){2,5}(?P<verb>[a-z]{3,})\b(?!,)")


def verbless_caption(look: Look, words: Phrases) -> Judgement | None:
    """'Ann Lee standing at the gate of the palace in Lima.': a name, a participle, no finite verb."""
    if not words.present_participle or not 6 <= look.words <= 40 or look.text[-1] != ".":
        return None
    named = _NAME_FIRST.match(look.text)
    if named is None or not named["verb"].endswith(words.present_participle):
        return None
    tokens = set(re.findall(r"[\w'’-]+", look.text.lower()))
    if tokens & words.finite or re.search(r"\b[a-z]+ed\b|[“”]|\. [A-Z]", look.text):
        return None
    return "caption", f"a name, '{named['verb']}', no finite verb"


_NAME = re.compile(
    r"^(?:[A-ZÀ-ÞА-ЯЁŁŚČŠŽ][\w.'’-]*|de|da|di|von|van|der|den|del|la|le|al|bin|dos|du"
    r"|y|e|et|und|and|и|та|&|in|for|aus|à|en|a)$"
)


def is_names(text: str, words: Phrases) -> bool:
    """True for 'Ann Lee and Bob Ray' and 'By ANN LEE'; a headline has other words as well."""
    tokens = re.sub(r"[,;|/]", " ", text).split()
    if tokens and tokens[0].casefold().strip(":") in words.by:
        tokens = tokens[1:]
    if not 1 <= len(tokens) <= 12 or text[-1:] in "?!\"”»'":
        return False
    return all(map(_NAME.match, tokens)) and any(t[:1].isupper() and len(t) > 1 for t in tokens)


def byline(look: Look, words: Phrases) -> Judgement | None:
    """'By Ann Lee and Bob Ray', wherever it stands."""
    if look.words > 10:
        return None
    first, _, rest = look.text.partition(" ")
    if first.casefold().strip(":") not in words.by or look.text.endswith("."):
        return None
    if sum(token[:1].isupper() for token in rest.split()) >= 2 and is_names(rest, words):
        return "byline", f"'{first}' and names"
    return None


def in_box(look: Look, _: Phrases) -> Judgement | None:
    """A line inside a box that an HTML page names after what is in it: 'related-articles', 'shareBar'."""
    mark = look.line.mark
    if mark is None or mark.role == POST:
        return None
    # A figure may hold a table or a list; a cell may be the caption itself.
    held = mark.role in ("caption", "credit") and look.line.kind in ("cell", "item")
    if held and not mark.name.startswith(("td.", "th.", "li.")):
        return None
    return mark.role, f"inside <{mark.name}>"


RULES = (
    no_letters,
    one_token,
    phrase,
    code_residue,
    caption_credit,
    asks_by_mail,
    signed_post,
    glued_label,
    link_row,
    one_link,
    time_stamp,
    verbless_caption,
    byline,
    in_box,
)


#: Those that may know a long line that ends as a sentence does; most lines of an article are such.
RULES_OF_PARAGRAPHS = (no_letters, phrase, caption_credit, one_link, in_box)


def judge(look: Look, words: Phrases) -> Judgement | None:
    """What the line by itself shows; None where it may be part of the article."""
    rules = RULES_OF_PARAGRAPHS if look.sentence and look.words > MAX_PHRASE_WORDS else RULES
    for rule in rules:
        if judgement := rule(look, words):
            return judgement
    return None
