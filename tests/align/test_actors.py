"""One actor over several reports: cases are the names that must meet and those that must not."""

from __future__ import annotations

import pytest

from rashomon.align.actors import align_actors
from rashomon.align.person_names import person_keys, same_person, same_surname
from rashomon.types import (
    Actor,
    Annotations,
    Article,
    Document,
    LabelMention,
    Mention,
    MentionKind,
    Quote,
    Span,
)

SAME = [
    ("Dmitri Orlow", "Dmitry Orlov"),
    ("Дмитрий Орлов", "Dmitry Orlov"),
    ("Anouar el-Haddad", "Anwar al Haddad"),
    ("Mohammed Kasem", "Muhammad Qasim"),
    ("Eva Q. Lang", "Eva Lang"),
    ("Eva Maria Lang", "Maria Lang"),
    ("Kim Yong Nam", "Ким Ён Нам"),
    ("José Peña", "Jose Pena"),
    ("Отто Шульц", "Otto Schulz"),
]
DIFFERENT = [
    ("Otto Lang", "Eva Lang"),
    ("Eva Lang", "Eva Long-Meyer"),
    ("Otto Brandt", "Otto Braun"),
    ("Lang", "Eva Lang"),
    ("Kim Yong Nam", "Ким Чен Нам"),
    ("Иван Петров", "Ivan Pavlov"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_persons(one: str, other: str) -> None:
    assert not same_person(one, other)
    assert not same_person(other, one)


def test_names_that_may_be_one_persons_share_a_key() -> None:
    pairs = [("Wolodymyr Petrenko", "Volodymyr Petrenko"), ("Boris Yelzow", "Boris Elzov"), *SAME]
    assert all(set(person_keys(one)) & set(person_keys(other)) for one, other in pairs)


def test_surname() -> None:
    assert same_surname("Дмитрий Орлов", "Orlov")
    assert not same_surname("Dmitry Orlov", "Dmitry")


class Page:
    """A page that is written word by word; each word keeps its place."""

    def __init__(self, name: str, language: str = "en") -> None:
        self.name, self.language, self.text = name, language, ""
        self.mentions: list[Mention] = []
        self.labels: list[LabelMention] = []
        self.quotes: list[Quote] = []

    def add(self, text: str) -> Span:
        start = len(self.text)
        self.text += text + " "
        return Span(self.name, start, start + len(text), text)

    def name_(
        self, text: str, kind: MentionKind = "person", name: str = "", key: str | None = None, role: str = ""
    ) -> Page:
        title = self.add(role) if role else None
        self.mentions.append(Mention(self.add(text), kind, name or text, title, key))
        return self

    def label(
        self, text: str, name: str | None, kind: MentionKind = "group", *, generic: bool = False
    ) -> Page:
        self.labels.append(LabelMention(self.add(text), text, name, "outlet", kind, generic))
        return self

    def quote(self, source: str, speaker: str | None, noun: str = "") -> Page:
        content, told = self.add("content"), self.add(source)
        if noun:
            start = told.start + source.index(noun)
            span = Span(self.name, start, start + len(noun), noun)
            self.labels.append(LabelMention(span, noun, None, "outlet"))
        self.quotes.append(Quote(f"q{len(self.quotes)}", "indirect", content, None, told, speaker))
        return self

    def article(self) -> Article:
        document = Document(self.name, self.name, "0", language=self.language, text=self.text)
        return Article(
            document,
            Annotations(
                self.name,
                mentions=tuple(self.mentions),
                quotes=tuple(self.quotes),
                labels=tuple(self.labels),
            ),
        )


def _surfaces(actors: tuple[Actor, ...]) -> set[frozenset[str]]:
    return {frozenset(span.text for span in actor.mentions) for actor in actors}


def test_names_meet_by_key_by_name_and_by_sound() -> None:
    one = Page("a").name_("Otto Brandt").name_("UN", "organization", key="org:un").name_("Topflight", "other")
    two = Page("b", "ru").name_("Брандт", name="Отто Брандт").name_("ООН", "organization", key="org:un")
    three = Page("c", "fr").name_("Topflight", "organization").name_("Brandt")
    actors, _ = align_actors((one.article(), two.article(), three.article()))
    assert _surfaces(actors) == {
        frozenset({"Otto Brandt", "Брандт", "Brandt"}),
        frozenset({"UN", "ООН"}),
        frozenset({"Topflight"}),
    }


def test_a_name_meets_itself_whatever_its_last_word_means() -> None:
    one = Page("a").name_("Otter Line", "organization").name_("Otter Line", "organization")
    two = Page("b", "fr").name_("compagnie Otter Line", "organization")
    three = Page("c", "es").name_("Otter Line")
    actors, _ = align_actors((one.article(), two.article(), three.article()))
    assert _surfaces(actors) == {frozenset({"Otter Line", "compagnie Otter Line"})}


def test_a_storm_is_not_the_city_that_has_its_name() -> None:
    one = Page("a").name_("Storm Verona", "other").name_("Verona", "other", name="Storm Verona")
    two = Page("b").name_("Verona", "place", key="city:1").name_("Verona", "other").name_("Verona", "other")
    actors, _ = align_actors((one.article(), two.article()))
    assert [len(actor.mentions) for actor in actors] == [4, 1]


def test_named_actors_stand_before_those_only_described() -> None:
    page = Page("a").label("raiders", None).label("raiders", None).name_("Otto Lang")
    actors, _ = align_actors((page.article(),))
    assert [actor.name for actor in actors] == ["Otto Lang", "raiders"]


#: What stands for the speaker in a quote's source, the mention in it with its kind, and the actor it is.
SOURCES: list[tuple[str, str, MentionKind, str]] = [
    ("news agency Efelia", "Efelia", "organization", "Efelia"),
    ("one of the lawyers of Lang", "Lang", "person", "lawyers of Lang"),
    ("aerial photos of the coast near Arden", "Arden", "place", "photos of the coast near Arden"),
    ("власти Ардена", "Ардена", "place", "Ардена"),
    ("Mr. Lang", "Lang", "person", "Lang"),
]


@pytest.mark.parametrize(("source", "name", "kind", "actor"), SOURCES)
def test_the_name_in_a_source(source: str, name: str, kind: MentionKind, actor: str) -> None:
    page = Page("a").name_(name, kind).quote(source, source if actor != name else f"{source}")
    at = page.quotes[0].source
    assert at is not None
    start = at.start + source.index(name)
    page.mentions.append(Mention(Span("a", start, start + len(name), name), kind, name))
    actors, quotes = align_actors((page.article(),))
    spoken = next((a.name for a in actors if a.id == quotes[0].actor_id), None)
    assert (spoken == name) == (actor == name)


def test_a_noun_of_many_meanings_joins_the_one_place_of_its_name() -> None:
    one = Page("a", "fr").name_("place Mazarin", "place")
    two = Page("b", "it").name_("piazza Mazarin", "place")
    actors, _ = align_actors((one.article(), two.article()))
    assert _surfaces(actors) == {frozenset({"place Mazarin", "piazza Mazarin"})}


def test_a_source_names_its_speaker_without_the_verb_before_it() -> None:
    page = Page("a", "es").quote("citado hasta tres fuentes navales", "tres fuentes navales", noun="fuentes")
    actors, _ = align_actors((page.article(),))
    assert [span.text for span in actors[0].mentions] == ["tres fuentes navales"]


def test_a_family_is_never_one_person() -> None:
    one = Page("a").name_("Otto Lang").name_("Otto Lang").name_("Eva Lang")
    two = Page("b").name_("Lang").name_("Eva")
    actors, _ = align_actors((one.article(), two.article()))
    assert _surfaces(actors) == {frozenset({"Otto Lang", "Lang"}), frozenset({"Eva Lang", "Eva"})}


def test_places_with_a_common_noun_meet_across_languages() -> None:
    one = Page("a", "es").name_("plaza Mazarin", "place")
    two = Page("b", "it").name_("piazza Mazarin", "place").name_("ospedale Mazarin", "place")
    actors, _ = align_actors((one.article(), two.article()))
    assert _surfaces(actors) == {
        frozenset({"plaza Mazarin", "piazza Mazarin"}),
        frozenset({"ospedale Mazarin"}),
    }


def test_the_parliament_is_that_of_the_country_of_the_story() -> None:
    one = Page("a").name_("parliament", "organization", key="inst:parliament:pe")
    two = Page("b").name_("Parliament", "organization", key="inst:parliament")
    actors, _ = align_actors((one.article(), two.article()))
    assert _surfaces(actors) == {frozenset({"parliament", "Parliament"})}


def test_a_title_is_told_with_the_name_too() -> None:
    actors, _ = align_actors((Page("a").name_("Brandt", role="Mayor").article(),))
    assert _surfaces(actors) == {frozenset({"Brandt", "Mayor Brandt"})}


def test_speakers_are_actors() -> None:
    page = Page("a").name_("Otto Brandt").name_("Eva Lang", role="the mayor's spokeswoman")
    page.quote("he", "Otto Brandt").quote("two residents", "two residents", "residents").quote(
        "someone", None
    )
    other = Page("b").quote("the mayor's spokeswoman", "the mayor's spokeswoman")
    actors, quotes = align_actors((page.article(), other.article()))
    names = {actor.id: actor.name for actor in actors}
    assert [names.get(quote.actor_id or "") for quote in quotes] == [
        "Otto Brandt",
        "two residents",
        None,
        "Eva Lang",
    ]
    assert [quote.speaker_name for quote in quotes][-1] == "the mayor's spokeswoman"
    residents = next(actor for actor in actors if actor.name == "two residents")
    assert (residents.kind, [span.text for span in residents.mentions]) == ("group", ["two residents"])


def test_a_speaker_that_is_no_group_is_no_actor() -> None:
    page = Page("a").quote("stepped up a campaign", "stepped up a campaign")
    page.quote("the farmers of Lauen", "the farmers of Lauen", noun="farmers").quote("farmers", "farmers")
    actors, quotes = align_actors((page.article(),))
    assert quotes[0].actor_id is None
    labels = {actor.name: [label.term for label in actor.labels] for actor in actors}
    assert labels == {"the farmers of Lauen": ["farmers"], "farmers": []}


def test_a_generic_noun_alone_is_no_actor() -> None:
    page = Page("a").label("wife", None, generic=True).label("rebels", None)
    actors, _ = align_actors((page.article(),))
    assert [actor.name for actor in actors] == ["rebels"]


def test_who_is_only_described_is_no_person() -> None:
    actors, _ = align_actors((Page("a").label("warlord", None, kind="person").article(),))
    assert [actor.kind for actor in actors] == ["group"]


def test_a_surname_alone_does_not_outvote_the_full_name() -> None:
    page = Page("a").name_("Otto Brandt").name_("Brandt", "other").name_("Brandt", "other")
    actors, _ = align_actors((page.article(),))
    assert [(actor.name, actor.kind) for actor in actors] == [("Otto Brandt", "person")]


def test_labels_go_to_their_actor_and_open_ones_where_they_are_tied() -> None:
    one = Page("a").name_("IS", "organization", key="org:is").label("militants", "IS")
    two = (
        Page("b").name_("ISIS", "organization", key="org:is").label("militants", None).label("mourners", None)
    )
    actors, _ = align_actors((one.article(), two.article()))
    found = {actor.name: sorted(label.term for label in actor.labels) for actor in actors}
    assert found == {"IS": ["militants", "militants"], "mourners": ["mourners"]}


def test_nothing_depends_on_chance() -> None:
    pages = [
        Page(name).name_("Otto Brandt").name_("Oslo", "place").quote("Brandt", "Brandt") for name in "abc"
    ]
    articles = tuple(page.article() for page in pages)
    assert align_actors(articles) == align_actors(articles)
    assert len({actor.id for actor in align_actors(articles)[0]}) == 2


def test_no_article() -> None:
    assert align_actors(()) == ((), ())
