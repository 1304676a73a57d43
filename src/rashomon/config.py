"""One frozen Config; each threshold says how it was tuned.

A stage takes its own part (``config.group``), never the whole.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadConfig:
    """Limits of a page, against input that would stop a run."""

    #: Larger pages are skipped; the longest news page of the extraction sets is under 5 MB.
    max_bytes: int = 20_000_000
    #: The summary of a feed's entry is its text where it has so many characters: twice the 55 words
    #: to which the common blog software cuts one.
    min_summary: int = 700
    #: A shorter text that ends with dots is a teaser; a longer one only ends so.
    min_cut: int = 1_500
    #: Of one file, problems beyond these are counted, not listed.
    most_problems: int = 50


@dataclass(frozen=True, slots=True)
class CleanConfig:
    """What is too long to be one article: a log, a book or a list would hold a run up.

    The longest article of the extraction sets has 53,372 characters.
    """

    most_lines: int = 20_000
    most_characters: int = 200_000


@dataclass(frozen=True, slots=True)
class FactBoxConfig:
    """When a list in a news report is a box of facts beside it.

    On the tuned half of the publishers' pages such lists are a fifth of the lines of junk and none of the
    text; shares from .1 to .2 and entries of 7 to 9 words give the same.
    """

    #: Paragraphs a report has beside it, and the share of its text that the list may be.
    paragraphs: int = 8
    share: float = 0.2
    #: Words of an entry, in the mean.
    words: int = 7


@dataclass(frozen=True, slots=True)
class LooseConfig:
    """What the signs of furniture weigh in a line that is no paragraph; from ``enough`` on it goes.

    Set by hand after the coefficients of a logistic regression over the 1,800 such lines of the tuned half
    of the extraction sets; what counts is their order and sign, not the second digit.
    """

    enough: float = 2.5
    cell: float = 2.0
    item: float = 1.0
    heading: float = -1.5
    linked: float = 1.5
    linked_share: float = 0.1
    beneath: float = 1.5
    beside: float = 0.5
    run: float = 1.0
    question: float = -1.0
    quoted: float = -1.5
    goes_on: float = -1.5
    of_title: float = -1.0
    #: A line of so many words that ends in a colon announces a list of the article; a shorter one tags.
    announcing: int = 5
    #: The cells of a table are weighed where all of them have at most this share of the text's characters.
    small_table: float = 0.05


@dataclass(frozen=True, slots=True)
class SitesConfig:
    """On how many other pages of its site a line stands that is furniture.

    Read off 2,688 articles of 140 outlets: of the 89 sentences that stand on three pages of an outlet nearly
    all are furniture (a few are subheads of the house, under which its articles of one kind are told), and of
    67% of them no more than .3 of the longer words stand elsewhere on the page; of the other paragraphs,
    which background is like, 16%.
    """

    #: For a line that is no sentence; for a sentence above or beneath all the page's own; for any sentence.
    pages_short: int = 2
    pages_edge: int = 3
    pages_inside: int = 6
    #: The share of its longer words that may stand elsewhere on the page; at an edge and on many pages.
    known: float = 0.3
    known_at_edge: float = 0.6
    #: Pages that share this much of the shorter one's sentences, in characters, give one report.
    same_report: float = 0.5
    #: A sentence on more pages than this is no sign of a copy.
    most_copies: int = 30


@dataclass(frozen=True, slots=True)
class PublishedConfig:
    """When a day shown on a page of HTML is its day of publication; tuned on half of the 200 dated pages."""

    #: Weight that is enough: marked as a date (2, 3), near the headline (2), a label (2), agreement (1, 2).
    enough: int = 4
    #: Characters of text above and below the headline within which a day is near it.
    above: int = 250
    below: int = 500
    #: Less weight for a day in a box beside or below the article.
    beside: int = 3
    #: So many days in elements of the same look make a list.
    list_length: int = 3


@dataclass(frozen=True, slots=True)
class SentenceConfig:
    """How sentences are cut."""

    #: A quotation up to this length stays whole, in characters: two or three short sentences of
    #: speech in the six annotated piles; a longer one is cut inside.
    quotation: int = 200


@dataclass(frozen=True, slots=True)
class QuoteConfig:
    """When quoted words and reported clauses count; tuned on PolNeAR dev and our six stories."""

    #: Words of a quotation that is a sentence of its own, without any cue.
    min_alone: int = 2
    #: Words of a quoted piece that no cue governs.
    min_unowned: int = 5
    #: A capitalised piece of so few words inside a reported clause is a name or a title.
    max_name: int = 3
    #: Words of a reported clause, and of what is left of one beside its quoted pieces.
    min_content: int = 2
    #: Words of what somebody is accused of or denies.
    min_object: int = 4
    min_remainder: int = 8


@dataclass(frozen=True, slots=True)
class UtteranceConfig:
    """When two quotes render the same words; scores are ``Likeness.score`` and that of the letters, 0 to 3.

    Tuned on the annotated piles with their own quotes and speakers; each triple is for the same speaker,
    for a speaker that one of them leaves open, and for two speakers (then one of them was misread).
    """

    #: Same speaker: right pairs from 1.05 up, the first wrong one at 0.96.
    within_language: tuple[float, float, float] = (1.0, 1.3, 1.8)
    across_languages: tuple[float, float, float] = (0.75, 0.85, 1.5)
    #: The weight of shared words: one common word is shared by chance.
    least_shared: float = 1.2
    #: Unless the letters, or nearly all words of both, say the same.
    same_letters: float = 0.6
    nearly_whole: float = 0.7
    #: Content words of a clause, and the weight two clauses share where they stand for their quotes.
    fewest_words_of_a_clause: int = 3
    clause_shared: float = 2.0
    #: Words a quote must have to be found under another speaker's name, and the share of its words the
    #: other must have: only a repetition word for word tells that a speaker was misread.
    fewest_words_of_strangers: int = 3
    repeated_by_strangers: float = 0.9
    #: The share of the shorter one's words, in one language, where one speaker is open, and where two
    #: actors say it, of whom one is no person, not both in quotation marks. Without them three of 41
    #: utterances of the annotated piles are wrong: what two offices tell of one event.
    repeated_by_others: tuple[float, float] = (0.5, 0.8)
    #: The same for two clauses that both tell it indirectly: institutions speak of one event in much the
    #: same words, and so does one speaker of two things.
    both_indirect: tuple[float, float, float] = (1.2, 1.8, 2.5)
    both_indirect_across: tuple[float, float, float] = (0.9, 1.4, 2.5)
    #: A link of this score is sure however little is shared: .89 to .98 are right (bench/utterances.py).
    sure: float = 1.3
    #: The score of two quotes of one report that repeat each other.
    repetition: float = 1.5
    #: The share of pairs over two reports that must be linked where groups are joined.
    linked_share: float = 0.3
    #: Characters between two quotes of one report that are pieces of one saying; 4 to 194 in the piles.
    neighbours_within: int = 250
    #: A word that more quotes of a story have than this finds no candidates; it bounds the work.
    most_holders: int = 120


@dataclass(frozen=True, slots=True)
class GroupConfig:
    """What makes documents one story.

    Tuned on one half of the stories of AllSides and ECB+ and on MEANTIME, scored on the other half
    (bench/stories.py).
    """

    #: What a word counts in title, lead (its words) and body (words read of it): without the title
    #: AllSides loses four points.
    title_count: int = 8
    lead_count: int = 2
    lead_words: int = 100
    body_words: int = 400
    #: Words as common as this (half bits: one passage in four) tell nothing; one in eight loses half a point.
    common_level: int = 4
    #: How rare a known entity is taken to be, in half bits: countries are many stories' places.
    entity_rarity: int = 12
    #: Two reports of one day count whole, then less each day: half after this many days.
    half_life: int = 3
    #: Beyond so many days there is no one event.
    window: int = 12
    #: What two documents count when the day of one is not known, in thousandths: where they speak of the
    #: same weekdays, of others (half between where neither speaks of any; the doubt is how many mentions
    #: weigh as much as not knowing), and where one awaits the day of the other.
    same_weekdays: int = 800
    other_weekdays: int = 500
    weekday_doubt: int = 3
    awaited: int = 150
    #: Where both tell several figures: what likeness counts, in thousandths, when they share none, and the
    #: cosine at which it counts whole. ECB+ gains two points, AllSides nothing.
    least_figures: int = 3
    no_figure_shared: int = 550
    figures_shared: int = 300
    #: Features of a view, the heaviest first, by which other documents are found, and the cosine in
    #: thousandths which these alone must reach; the same of documents too far apart for one event.
    #: On AllSides one pair in thirty is compared; with 50 twice as many, for a thousandth more of BCubed.
    candidate_features: int = 25
    candidate_likeness: int = 80
    candidate_related: int = 80
    #: Days a document looks back for others of its history, and how many of one language it takes at most,
    #: the most alike.
    related_window: int = 366
    most_distant: int = 20
    #: Likeness, in thousandths, from which two documents tell one event, by one language and by the bridge.
    #: The annotated piles are right from 185 to 235 and from 185 to 330; on small piles of AllSides and NTREX
    #: (bench/small_piles.py) less finds more, more is surer.
    same_language: int = 200
    #: Of two bare titles or flashes, told by how few words weigh in one, a shared word or two is chance
    #: (OG2021: English asks for 360, the other languages for 195 to 280).
    flash_words: int = 12
    flashes: int = 270
    #: Across languages by the bridge. The fewer words a text has, the more of it is shared by chance: titles
    #: of so many words (their longest) must be twice as alike as texts without end (OG2021, MEANTIME).
    across_languages: int = 260
    across_brief: int = 8
    #: Likeness without time, in thousandths of what one event asks for, from which two stories are related.
    related: int = 600
    #: What speaks for one event, in log odds: cosine, shared words and size (in doublings), headline, soon,
    #: near, undated, weekdays, figures, figures that differ, constant (group/evidence.py), in thousandths,
    #: for whole texts and for bare titles or flashes. By scripts/fit_pairs.py, then moved by hand: on small
    #: piles weekdays count more where a day is not known, and on the annotated ones figures that differ (at
    #: 2,500 later events of a history are joined to each other, at 3,500 recall falls). The constants are
    #: such that an even chance joins, so that no pair outweighs three that are sure to be apart.
    text_pairs: tuple[int, ...] = (10700, 810, -1410, 2140, 150, 11290, 5430, 6020, 580, -3000, -7370)
    flash_pairs: tuple[int, ...] = (4107, 2592, -1126, 173, 2148, 10224, 7338, 3669, 0, 0, -12200)
    #: With a model of sentences: what its cosine counts in these log odds, and the cosine that says nothing,
    #: in thousandths. By the tuning halves, with small static vectors: 2,000 to 6,000 and 400 to 600 differ
    #: by less than half a point on whole texts; English titles gain three, other sets nothing.
    neural_weight: int = 2000
    neural_middle: int = 500
    #: The probability, in thousandths, that joins, and what a pair counts whose times forbid one event.
    sure: int = 500
    of_other_times: int = -4000
    #: Names two stories must share to be of one history, and how many of them the reason tells.
    related_names: int = 2
    names_in_reason: int = 5
    #: A story lists so many relations at most, the nearest first.
    most_related: int = 20
    #: "Live", "Top stories": a heading of fewer words names a section oftener than an event.
    least_title_words: int = 3


@dataclass(frozen=True, slots=True)
class NeuralConfig:
    """What of a report a sentence vector is made from, where a user has given a model."""

    #: Words after the title, about what small models read at once, and characters for texts without spaces.
    words: int = 120
    characters: int = 1_000


@dataclass(frozen=True, slots=True)
class DatesConfig:
    """How a time expression without tense or year is read; tuned on the annotated piles."""

    #: A day without year and tense is taken as coming when it is at most so near; later it is last year's.
    days_ahead: int = 60
    #: Characters before and after a phrase in which the words of tense are looked for.
    tense_reach: int = 120
    tense_after: int = 40
    #: Characters beside a phrase in which a verb right beside it is looked for.
    beside: int = 30
    #: A report sent so many days before its page is of the day of its dateline, and one written on within so
    #: many days of the day of its last change, where it tells of a day after its first.
    days_sent: int = 3
    days_changed: int = 14


@dataclass(frozen=True, slots=True)
class StatementConfig:
    """When two clauses tell the same thing.

    Tuned on the annotated piles by a search of 100 settings; the middle of the good ones, which all are flat.
    """

    #: Content words a clause must have; shorter pieces stay with the clause before or after.
    fewest_words: int = 6
    #: The same for a whole sentence.
    fewest_words_of_a_sentence: int = 3
    #: The share of the likeness of the whole sentences in the score of two clauses.
    context: float = 0.3
    #: The weight of shared words (1 is a word that one sentence of the story has) a sure pair has.
    enough_shared: float = 3.0
    #: What a pair counts where none, one or both are the other's best partner in its report.
    by_sides: tuple[float, float, float] = (0.0, 0.7, 1.0)
    #: From here two clauses are the same whoever else is like them: a copy.
    surely: float = 1.6
    #: The mean score inside a group.
    least_mean: float = 0.3
    #: The same of whole sentences where their clauses found nothing: it is nine points of F1 on the pile in
    #: three Romance languages, five on all.
    least_mean_of_sentences: float = 0.25
    #: The score a member has at least with its nearest, as a share of what is usual in its group, where a
    #: usual score is at most so high.
    least_nearest: float = 0.7
    near: float = 1.5
    #: How often what is left is clustered, for clauses that tell several things.
    most_rounds: int = 4
    #: Content words of a piece of a member, and the share of its best piece that one at its end has of
    #: another member; with less it is left out.
    fewest_words_of_a_piece: int = 3
    told_in_a_piece: float = 0.3
    #: The piles have 3 to 6 reports; with each doubling both means rise by this share. On 200 unrelated
    #: reports 3,117 groups were found without it.
    few_reports: int = 6
    stricter_by_doubling: float = 0.2
    #: Candidates share this much weight, in keys that no more clauses have than this, and are the nearest
    #: so many of a clause; it bounds the work.
    least_candidate: float = 0.8
    most_holders: int = 150
    most_candidates: int = 40
    #: Statements of one report alone that a story lists at most, and how much they must name, count or quote.
    most_singles: int = 40
    least_single: int = 2
    #: And statements of several reports, surely one and not; the annotated piles have up to 40 and 30.
    most_sure: int = 200
    most_unsure: int = 60
    #: From here two statements differ in hardly more than a negation.
    nearly_same: float = 0.8
    #: For "agree": how near a member is to its nearest of another report, in the mean (members.closeness),
    #: and the farthest of them; the words that most members share, those that are no names, and their
    #: weight. Of 29 such groups with members in the gold of the annotated piles 28 tell one thing.
    #: From ``repeats`` on nearly the same words are told, and half of that weight will do.
    least_close: float = 0.33
    #: Fewer words beside names than these are shared by chance, so the members must be nearer, by so much for
    #: each that is missing: of the agreements of five AllSides stories and the six piles with two such words
    #: and a closeness under .49, 14 of 20 were wrong, with three and under .41 ten of 25.
    enough_beside_names: int = 4
    closer_by_word: float = 0.08
    repeats: float = 0.6
    farthest: float = 0.2
    fewest_shared: int = 2
    fewest_beside_names: int = 2
    least_beside_names: float = 1.4
    #: Below it members share a topic and no more: each is told alone.
    least_joined: float = 0.18
    #: A statement with this share of its members in some that stand before it comes last.
    repeated: float = 0.5
    #: Sentences that are read as a lead; marks (names, figures, dates, quotes) that count for the place of
    #: what one report alone tells.
    lead_sentences: int = 3
    most_marks: int = 6
    #: Words a reason lists; members it looks at.
    most_shared_words: int = 8
    most_compared: int = 20


@dataclass(frozen=True, slots=True)
class FiguresConfig:
    """How figures are read, joined and judged; tuned on the annotated piles, where a false conflict
    counted more than a missed one."""

    #: Characters and words around a number in which its frame is looked for.
    frame_reach: int = 90
    frame_words: int = 9
    #: The same for a counted noun nobody knows, which may be no noun of people ("two bays").
    frame_words_of_unknown: int = 4
    #: How far behind a length the place may stand that it is measured from, in characters.
    beyond_reach: int = 40
    #: Words a comma between a number and a word of its frame counts for.
    comma_words: int = 4
    #: Characters around a number in which its place is looked for.
    place_reach: int = 100
    #: Characters around a number whose words are its context.
    context_reach: int = 140
    #: Share of the smaller context the other must have: for equal numbers seldom met by chance (money, and
    #: from this number up), for other equal ones, for unequal ones of one frame.
    context_telling: float = 0.1
    telling_number: float = 20
    context_equal: float = 0.2
    context_unequal: float = 0.35
    #: The same for the largest tolls of two reports, and for the words right beside unequal figures.
    context_toll: float = 0.2
    #: And for a toll of a headline, which has few words and is of the story's event.
    context_headline: float = 0.05
    context_focus: float = 0.4
    #: Figures with dates told beside them, farther apart than this, are not held against each other.
    days_apart: int = 31
    #: Unequal numbers farther apart than this are of different things.
    far_apart: float = 5.0
    #: Equal sums of money from here up are the same in one story whatever stands around them.
    telling_money: float = 1e6
    #: Figures of one frame compared at most, so that a page of tables does not stop a run.
    most_compared: int = 100
    #: Numbers so near are equal but for rounding; hedged ones are said to differ only from this ratio on.
    rounding: float = 0.03
    #: From here up a count is worth a row of its own; below the other it is told last.
    large: float = 100
    small: float = 10
    #: Two values both told with 'about' agree up to this much apart.
    about: float = 0.1
    bounds_apart: float = 1.2


@dataclass(frozen=True, slots=True)
class RenderingConfig:
    """How two renderings of one saying are compared; set by reading all of them on the annotated piles."""

    #: Content words of a clause that is compared.
    fewest_words: int = 3
    #: The share of words a clause and its counterpart have in common, at least of one of them.
    counterpart: float = 0.5
    #: And their number, a sound or a concept counting a little less.
    shared_words: float = 1.5
    #: From here two clauses differ in hardly more than a negation.
    nearly_same: float = 0.75
    #: A clause is dropped where no other rendering has more of its words than this.
    dropped: float = 0.15
    #: From here renderings are one wording repeated; from the second on they are surely one saying.
    verbatim: float = 0.9
    sure: float = 0.5
    #: And from the third on there is little doubt left.
    surely: float = 0.7
    #: The share of words two quotations have in the same order where single words are pointed to, and
    #: the share they must have in common for their wording to be compared at all.
    word_for_word: float = 0.6
    comparable: float = 0.3
    #: Changed wordings that are pointed to, and renderings that are laid side by side; they bound the work.
    most_changes: int = 6
    most_renderings: int = 12


@dataclass(frozen=True, slots=True)
class NameConfig:
    """How names are told from other words."""

    #: People a city must have to be meant where its country or a word of place speaks for it, and
    #: where nothing does. Below them surnames and common words outnumber the cities of that name in
    #: the annotated piles.
    city: int = 50_000
    large_city: int = 300_000


@dataclass(frozen=True, slots=True)
class RussianConfig:
    """How much of a Russian text is parsed: natasha takes the square of a sentence, and time a sentence."""

    #: Characters of a text, several times the longest report of the annotated piles and of 12,000
    #: Telegram news; tokens of a sentence (theirs have up to 130); sentences of a text (60,000
    #: characters of news have about 420). Junk at these limits takes some seconds.
    text: int = 60_000
    sentence: int = 200
    sentences: int = 800


@dataclass(frozen=True, slots=True)
class OriginConfig:
    """When a report is a copy; words are those outside direct quotations."""

    #: Words of a shingle: five in a row are seldom written twice by chance.
    shingle: int = 5
    #: Share of the shorter report that stands word for word in the other, and how many words at least.
    #: On 1,968 pairs of AllSides those over .4 are rewritten copies, most under .2 are independent.
    copied_share: float = 0.4
    least_words: int = 12
    #: The same share for two reports that credit one agency.
    wire_share: float = 0.1
    #: Words that may be changed between two runs of one passage, and the words one has at least in common:
    #: most runs of five to seven are names with their posts, or idioms.
    words_between: int = 4
    least_passage: int = 8
    #: Places of a shingle looked at, so that a page of one line repeated does not stop a run.
    most_places: int = 8
    #: Sayings of one speaker two reports quote in common for a sign that both heard the same, the words of
    #: one, and the reports of a saying that are paired, which bounds the work.
    sayings: int = 2
    words_of_a_saying: int = 4
    most_heard: int = 40


@dataclass(frozen=True, slots=True)
class OmissionConfig:
    """When something is said to be not found in a report; a false omission is worse than a missed one."""

    #: Other independent origins that tell it, at least; they are more than half of the others besides.
    least_origins: int = 2
    #: How near the members of the statement are in the mean (members.closeness).
    least_close: float = 0.45
    #: The share of a clause of a member that one sentence of the report has, in its language and in another,
    #: and the weight of it, from which it may be told in other words; content words of a clause. Of 14
    #: omissions of the annotated piles one is told in other words after all.
    told_otherwise: float = 0.25
    told_across: float = 0.2
    least_shared: float = 1.0
    shared_across: float = 0.6
    fewest_words: int = 4
    #: Keys a sentence shares with a member before they are compared; statements and members looked at.
    least_keys: int = 2
    most_statements: int = 60
    most_members: int = 4


@dataclass(frozen=True, slots=True)
class PublicationConfig:
    """How undated pages are dated; measured on every second dated page of AllSides (English)."""

    #: The weekday told first in so many sentences is the page's own day on 78% of 801 pages dated by their
    #: address, the day before on 15%. Where the page nowhere tells the weekday after it, it is on 91% of 235
    #: with a verb of the past beside it in the first sentence, and on 92% of 267 with that or in the first
    #: sentence and another page of the story of that day. Only on these it is taken for the day.
    lead_sentences: int = 3
    #: The newest year told with a month or season is the page's own or one of the two before on 254 of 281
    #: pages, five or more years gone on 11, still to come on 8; a weekday returns to its date after five
    #: years at least.
    year_gap: int = 2
    #: Pages of one story lie at most so many days apart when weekdays are read from one for another.
    story_days: int = 7
    #: A page that tells nothing of its own day is taken to be of the days of its story and so many around.
    days_around: int = 2
    #: A file named after a day is taken to be saved so many days after its page was published, at most.
    days_saved: int = 3
    #: Where no year is told at all, the years listed, and how many candidates at most.
    first_year: int = 2000
    last_year: int = 2040
    most_candidates: int = 8


@dataclass(frozen=True, slots=True)
class ActorConfig:
    """When two names are one person's; similarities of 0 to 100 (rapidfuzz ratio of the sounds)."""

    #: 82 is what 34 Russian-English name pairs with 14 traps gave; first names vary more (Dmitry,
    #: Dmitrij; Mohamed, Muhammad) and need the last name beside them.
    last_name: float = 82.0
    first_name: float = 70.0
    #: A surname alone has nothing beside it.
    surname: float = 90.0


@dataclass(frozen=True, slots=True)
class LexiconConfig:
    """The user's dictionaries a run looked words up in, in order: "name languages sha256"."""

    dictionaries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """All settings of a run; they are written into the result."""

    read: ReadConfig = ReadConfig()
    lexicon: LexiconConfig = LexiconConfig()
    clean: CleanConfig = CleanConfig()
    fact_boxes: FactBoxConfig = FactBoxConfig()
    loose: LooseConfig = LooseConfig()
    sites: SitesConfig = SitesConfig()
    published: PublishedConfig = PublishedConfig()
    sentences: SentenceConfig = SentenceConfig()
    names: NameConfig = NameConfig()
    russian: RussianConfig = RussianConfig()
    quotes: QuoteConfig = QuoteConfig()
    dates: DatesConfig = DatesConfig()
    publication: PublicationConfig = PublicationConfig()
    neural: NeuralConfig = NeuralConfig()
    group: GroupConfig = GroupConfig()
    origins: OriginConfig = OriginConfig()
    omissions: OmissionConfig = OmissionConfig()
    actors: ActorConfig = ActorConfig()
    figures: FiguresConfig = FiguresConfig()
    utterances: UtteranceConfig = UtteranceConfig()
    renderings: RenderingConfig = RenderingConfig()
    statements: StatementConfig = StatementConfig()
