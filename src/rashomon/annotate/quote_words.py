"""The words by which a language tells who said what, ready for look-up.

Word lists of lang/*.toml, table [quotes], may fold endings: "claim//s/ed" is claim, claims, claimed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import Any, Literal

from rashomon.languages import section

#: What may follow a cue: ``say`` any words; ``think`` only a clause; ``announce`` a clause or a noun phrase;
#: ``ask`` an infinitive or object; ``accuse`` everything after it; ``call`` only quoted fragments.
CueClass = Literal["say", "think", "announce", "ask", "accuse", "call"]
#: A form that stands in several lists has the class that allows most.
CUE_CLASSES: tuple[CueClass, ...] = ("call", "accuse", "think", "say", "ask", "announce")
#: Vowel signs that Arabic may write on its letters.
POINTS = "\u064b-\u0652\u0670"
#: Letters of scripts without spaces.
_UNSPACED = "\u2e80-\U0003ffff"
#: Lists whose forms may have a proclitic before them.
_LED = (*CUE_CLASSES, "phrases", "according", "auxiliaries", "adverbs", "participles")


@dataclass(frozen=True, slots=True)
class QuoteWords:
    """The table [quotes] of a language file, as it stands there."""

    say: tuple[str, ...] = ()
    think: tuple[str, ...] = ()
    announce: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    accuse: tuple[str, ...] = ()
    call: tuple[str, ...] = ()
    #: Cues of several words: "went on", "pointed out".
    phrases: tuple[str, ...] = ()
    #: Forms that are nouns as well; they are cues only with a subject and a clause or quotation.
    ambiguous: tuple[str, ...] = ()
    #: Cues only right behind the words told: ", so X".
    terse: tuple[str, ...] = ()
    #: Forms that lean on the subject of the clause before ("adding", "saying").
    participles: tuple[str, ...] = ()
    #: Forms that are cues only after an auxiliary ("déclaré", "dichiarato").
    past_participles: tuple[str, ...] = ()
    #: Cues whose object is the person told ("told").
    tell: tuple[str, ...] = ()
    #: Plain verbs of saying, after which any noun phrase begins a clause ("said the law ...").
    core: tuple[str, ...] = ()
    #: Frequent finite verbs and their forms, by which a clause is told from a noun phrase.
    finite: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    #: Nouns of texts, not of speakers ("the report"): who made one speaks, or nobody.
    report_nouns: tuple[str, ...] = ()
    #: Prepositions of who does it ("by"), and how participles before them end where a language tells.
    agents: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    #: How a past tense ends, where a verb before an antecedent is told by it: "rebuk|ed critics who".
    past_endings: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    #: No cue behind these, but for plain verbs of saying: "would offer".
    modals: tuple[str, ...] = ()
    #: "zu", the last word but one of an infinitive clause.
    infinitive_particles: tuple[str, ...] = ()
    infinitive_marks: tuple[str, ...] = ()
    according: tuple[str, ...] = ()
    according_after: tuple[str, ...] = ()
    #: Words that end the name of a source when no comma does ("Laut Polizei | wurden").
    phrase_ends: tuple[str, ...] = ()
    #: "cited by": who is named behind it passes on what the source before says.
    relayed_by: tuple[str, ...] = ()
    #: Prepositions of what is spoken about, with the whole of which a phrase is told ("сообщил о").
    about: tuple[str, ...] = ()
    #: Several-word cues after which everything counts: "warned of".
    phrases_about: tuple[str, ...] = ()
    #: "Angaben", "statement": a word between the adverbial of source and who gives the account.
    account_nouns: tuple[str, ...] = ()
    #: The last word of an adverbial of source that belongs to the source: "de [source policière]".
    source_nouns: tuple[str, ...] = ()
    #: Prepositions before the institution that spoke: "заявили в министерстве", "hieß es aus Kreisen".
    institutional: tuple[str, ...] = ()
    #: Endings of cues in the plural, after which such a preposition tells who spoke.
    plural_endings: tuple[str, ...] = ()
    #: Cues whose object speaks and whose subject passes it on: "цитирует".
    cites: tuple[str, ...] = ()
    #: Openings of an opinion that count before a quoted piece only: "Pour X, « … »".
    according_quoted: tuple[str, ...] = ()
    #: Endings of infinitives, where a cue has one as its content ("affirment ne pas savoir").
    infinitive_endings: tuple[str, ...] = ()
    #: What may stand before such an infinitive.
    infinitive_openers: tuple[str, ...] = ()
    #: The ending by which a word between subject and verb is an adverb: "vehemently [denies]".
    adverb_ending: str = ""
    #: "lo desmintió": pronouns between subject and verb that look like articles.
    object_pronouns: tuple[str, ...] = ()
    #: "tras asegurar que": prepositions after which an infinitive leans on the subject as a participle does.
    infinitive_prepositions: tuple[str, ...] = ()
    #: Cues without a subject that go on with the speaker before: "hieß es".
    impersonal: tuple[str, ...] = ()
    #: After these a participle is passive: "was told", "été reconnu".
    passives: tuple[str, ...] = ()
    #: Prepositions of the person told, which end a source behind its verb.
    addressee: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    #: The ending of a participle that opens a loose clause: ", covering ...".
    gerund: str = ""
    #: Behind a preposition these begin a number, not an adverbial: "at least".
    quantity: tuple[str, ...] = ()
    #: "As", "wie", "comme": "as X reported, ..." told by X.
    as_words: tuple[str, ...] = ()
    #: "Demnach": a sentence that opens so goes on with what was told before.
    continuing: tuple[str, ...] = ()
    #: "nach eigenen Angaben": the subject of the sentence speaks.
    own_account: tuple[str, ...] = ()
    complementizers: tuple[str, ...] = ()
    #: Those of them that say something themselves and belong to what is told: "[asked] whether prices rose".
    questions: tuple[str, ...] = ()
    #: Words that begin another clause: conjunctions, relative pronouns.
    clause_words: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    #: The determiners a name does without ("the", "a").
    articles: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    #: How words end in the case behind "according to", where no comma ends the source: "Podle policie | …".
    source_endings: tuple[str, ...] = ()
    #: How adjectives end there, which may follow a capital: "Českého statistického úřadu".
    source_adjectives: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    time_words: tuple[str, ...] = ()
    #: "statement", "interview": a phrase with one of these between cue and content is skipped.
    media_nouns: tuple[str, ...] = ()
    #: Pronoun -> "m", "f" or "p" (plural) or "x" (any).
    pronouns: dict[str, str] = field(default_factory=dict)
    #: "his" -> "m", as in ``pronouns``; whose claim it is.
    possessives: dict[str, str] = field(default_factory=dict)
    #: Nouns of saying: "claim", "warning".
    claim_nouns: tuple[str, ...] = ()
    #: Nouns that can be a source without a name, and the plural ones that stay as they are.
    roles: tuple[str, ...] = ()
    #: Role nouns that name an institution, not a person: "the company".
    institutions: tuple[str, ...] = ()
    #: Role nouns change with their case and are folded with the nominative first: "polici/e/i/í".
    declined: bool = False
    #: Groups of role nouns that mean the same.
    same_roles: tuple[tuple[str, ...], ...] = ()
    #: Institutions that "the" may point back to: the company is the one that spoke last.
    anaphoric: tuple[str, ...] = ()
    definite: tuple[str, ...] = ()
    #: Role nouns and titles that tell a gender.
    male: tuple[str, ...] = ()
    female: tuple[str, ...] = ()
    #: A verb without subject has the one told before ("..., dijo").
    drops_pronouns: bool = False
    #: The noun of a role stands last ("county spokesman"), not first.
    head_last: bool = False
    relays: tuple[str, ...] = ()
    #: "Об этом сообщил": what is said stands in the sentence before.
    refer_back: tuple[str, ...] = ()
    #: Konjunktiv I and the like: a clause of reported speech without a cue.
    reported_mood: tuple[str, ...] = ()
    #: Konjunktiv II: reported speech behind a cue only.
    hypothetical: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    elisions: bool = False
    #: Inside of a quotation commas alone may set off who says it: « A, a dit X. B ».
    comma_inserts: bool = False
    #: A clause of content may follow the cue without complementiser (English), or after a comma (German).
    bare_clause: bool = False
    bare_after_comma: bool = False
    #: Who says it stands behind the verb when what is said comes first: "…, dijo X" (Romance languages).
    inverts: bool = False
    #: The subject stands behind the verb when something else opens the sentence ("Am Montag sagte X").
    verb_second: bool = False
    #: Common nouns are capitalised, so that a capital tells no name.
    capital_nouns: bool = False
    #: Where the verb of saying stands, in languages whose attributions are read by that alone (verb_order):
    #: "first" before its subject, "middle" behind it, "last" behind what is said.
    verb: Literal["", "first", "middle", "last"] = ""
    #: Words stand without spaces: those listed are found, every other letter is a word of its own.
    unspaced: bool = False
    #: Words in which a cue is no cue, where nothing parts words: "小说" and not "说".
    other_words: tuple[str, ...] = ()
    #: Letters that a cue or a conjunction may have before it ("and", "so"), and that of a definite noun.
    proclitics: tuple[str, ...] = ()
    definite_prefix: str = ""
    #: Endings of words that are no subject, where nouns have cases ("-da"), and of institutions ("局").
    case_endings: tuple[str, ...] = ()
    genitives: tuple[str, ...] = ()
    #: Endings of an institution from which a statement comes: "Otel|den yapılan açıklama".
    agent_endings: tuple[str, ...] = ()
    #: How words begin that are no subject, where a preposition is written onto them ("bi-l-").
    loose_prefixes: tuple[str, ...] = ()
    institution_endings: tuple[str, ...] = ()
    #: Family names, where they lead a name and no capital tells it.
    surnames: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The same words as sets and patterns, made once a language."""

    words: QuoteWords
    cues: dict[str, CueClass]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    sets: dict[str, frozenset[str]]
    according: dict[str, tuple[tuple[str, ...], ...]]
    relays: dict[str, tuple[tuple[str, ...], ...]]
    relayed_by: dict[str, tuple[tuple[str, ...], ...]]
    phrases_about: dict[str, tuple[tuple[str, ...], ...]]
    own_account: dict[str, tuple[tuple[str, ...], ...]]
    refer_back: dict[str, tuple[tuple[str, ...], ...]]
    #: Role nouns in other cases -> nominative, where the language declines them.
    nominatives: dict[str, str]
    token: re.Pattern[str]
    #: Words with which a cue may begin: most words are none and need no further look.
    cue_starts: frozenset[str]

    @property
    def articles(self) -> frozenset[str]:
        """The articles, for names without them."""
        return self.sets["articles"]

    def has(self, kind: str, word: str) -> bool:
        """Whether the lower-cased word stands in the list of that name."""
        return word in self.sets[kind]


def unfold(entries: tuple[str, ...]) -> tuple[str, ...]:
    """The forms folded into list entries: ``("claim//s", "said")`` gives claim, claims, said."""
    forms: list[str] = []
    for entry in entries:
        stem, *endings = entry.split("/")
        forms.extend([stem + ending for ending in endings] if endings else [stem])
    return tuple(forms)


def _nominatives(words: QuoteWords) -> dict[str, str]:
    folds = [unfold((entry,)) for entry in words.roles]
    first = {fold[0] for fold in folds}
    # A nominative folded twice ("policie") serves for another case as well, so it maps to itself.
    forms = ((form, fold[0]) for fold in reversed(folds) for form in fold[1:])
    return {form: base for form, base in forms if form == base or form not in first}


def _by_first_word(entries: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for form in unfold(entries):
        parts = tuple(form.split())
        table.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(options, key=len, reverse=True)) for first, options in table.items()}


def _led(words: QuoteWords) -> QuoteWords:
    """The words with the forms that have a proclitic or a definite prefix before them."""

    def forms(name: str, leads: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(lead + form for form in unfold(getattr(words, name)) for lead in ("", *leads))

    led: dict[str, Any] = {name: forms(name, words.proclitics) for name in _LED} if words.proclitics else {}
    if words.definite_prefix:
        led |= {name: forms(name, (words.definite_prefix,)) for name in ("roles", "institutions")}
    return replace(words, **led)


def _unspaced_words(words: QuoteWords) -> list[str]:
    """The listed words, longest first, then letters one by one."""
    lists = (getattr(words, f.name) for f in fields(words))
    entries = (e for some in lists if isinstance(some, tuple) for e in some if isinstance(e, str))
    forms = set(unfold(tuple(entries)))
    forms |= words.pronouns.keys()
    known = sorted((w for w in forms if w and w[0] >= "\u2e80"), key=lambda w: (-len(w), w))
    first = "".join(sorted({w[0] for w in known}))
    found = [rf"(?=[{first}])(?:{'|'.join(map(re.escape, known))})"] if known else []
    latin = rf"[^\W{_UNSPACED}]+"
    return [*found, rf"(?=\w)[{_UNSPACED}]", r"\d+(?:[.,:]\d+)*%?", rf"{latin}(?:[-'’]{latin})*"]


def _token_pattern(words: QuoteWords) -> re.Pattern[str]:
    clitics = "|".join(re.escape(c) for c in sorted(words.clitics, key=len, reverse=True))
    no_clitic = rf"(?!(?:{clitics})\b)" if clitics else ""
    titles = "|".join(re.escape(t) for t in words.titles)
    apostrophe = "" if words.elisions else "'’"
    return re.compile(
        "|".join(
            [
                *([rf"(?:{clitics})\b"] if clitics else []),
                r"(?:[^\W\d_]\.){2,}(?:-\w+)?|[^\W\d_]\.(?=[ \u00a0][^\W\d_])",
                *([rf"\b(?i:{titles})\."] if titles else []),
                *(_unspaced_words(words) if words.unspaced else []),
                r"[$€£#@]?\d+(?:[.,:]\d+)*%?\w*",
                *([r"[^\W\d_]{1,8}['’]\s?(?=\w)"] if words.elisions else []),
                rf"\w[\w{POINTS}]*(?:{no_clitic}[{apostrophe}&-]\w+)*",
                r"--|\.{3}|[^\w\s]",
            ]
        )
    )


@cache
def lexicon(code: str | None) -> Lexicon:
    """The words of a language; empty lists for one without a file, so that only quotation marks speak."""
    words = _led(section(code or "und", "quotes", QuoteWords))
    cues: dict[str, CueClass] = {}
    for kind in CUE_CLASSES:
        cues |= dict.fromkeys(unfold(getattr(words, kind)), kind)
    names = (
        "ambiguous participles past_participles tell auxiliaries negations infinitive_marks complementizers "
        "questions claim_nouns "
        "clause_words conjunctions determiners prepositions adverbs time_words media_nouns roles "
        "reported_mood "
        "titles according_after articles core finite terse modals "
        "phrase_ends about passives addressee relatives quantity "
        "object_pronouns infinitive_prepositions "
        "account_nouns source_nouns institutional cites according_quoted infinitive_openers "
        "report_nouns agents "
        "surnames "
        "institutions anaphoric definite male female infinitive_particles hypothetical as_words continuing"
    ).split()
    of_cues = ("phrases", "according", "relays", "relayed_by", "phrases_about", "own_account")
    tables = {name: _by_first_word(getattr(words, name)) for name in of_cues}
    sets = {name: frozenset(unfold(getattr(words, name))) for name in names}
    alone = (sets[name] for name in ("according_quoted", "according_after", "terse"))
    return Lexicon(
        words,
        cues,
        sets=sets,
        **tables,
        refer_back=_by_first_word(words.refer_back),
        nominatives=_nominatives(words) if words.declined else {},
        token=_token_pattern(words),
        cue_starts=frozenset(cues).union(*tables.values(), *alone),
    )
