from pytest import approx, mark

from bench.clean_scores import (
    authors_matched,
    body_f1,
    date_verdict,
    score,
    share,
    shingles,
    title_verdict,
    tokens,
)

BODY = ("The bridge opens in spring after two years of work.", "Nobody had asked for it to be painted red.")


def test_tokens_are_words_in_small_letters_and_single_han_characters() -> None:
    assert tokens("The Bridge, 大桥!") == ["the", "bridge", "大", "桥"]


def test_shingles_are_runs_of_four_words_as_written_or_the_whole_of_less() -> None:
    assert shingles("One two three four five") == [
        ("One", "two", "three", "four"),
        ("two", "three", "four", "five"),
    ]
    assert shingles("One two") == [("One", "two")]
    assert shingles("") == []


def test_the_body_itself_is_without_fault() -> None:
    found = score(BODY, BODY)
    assert (found.precision, found.recall, found.junk, found.lost) == (1.0, 1.0, (), ())
    assert found.spotless


def test_junk_and_loss_are_told_by_line() -> None:
    found = score([BODY[0], "Read more about our newsletter"], BODY)
    assert found.junk == ("Read more about our newsletter",)
    assert found.lost == (BODY[1],)
    assert not found.spotless


def test_a_line_that_joins_paragraphs_is_no_junk() -> None:
    assert score([" ".join(BODY)], BODY).spotless


def test_words_are_counted_as_often_as_they_stand() -> None:
    assert score(["red red red red"], ["red"]).precision == approx(1 / 4)


def test_f1_of_words_is_a_mean_of_pages_that_of_shingles_one_of_means() -> None:
    half = score(["a b"], ["a b c d"])
    nothing = score([], ["a b c d"])
    assert body_f1([half, nothing]) == approx((2 / 3 + 0) / 2)
    # A page without output counts against recall alone: its precision is unknown.
    exact = score(["a b c d"], ["a b c d"], shingled=True)
    none = score([], ["a b c d"], shingled=True)
    assert body_f1([exact, none], shingled=True) == approx(2 * 1.0 * 0.5 / 1.5)


@mark.parametrize(
    ("got", "verdict"),
    [
        ("2020-03-01", "right"),
        ("2020-02-29T23:00:00Z", "right"),
        ("2020-03-03", "wrong"),
        ("2020-03", "none"),
        ("2020", "none"),
        ("2019", "wrong"),
        ("", "none"),
        ("March 1st", "wrong"),
    ],
)
def test_a_date_is_right_within_a_day(got: str, verdict: str) -> None:
    assert date_verdict("2020-03-01", got) == verdict


def test_titles_are_compared_by_their_words() -> None:
    assert title_verdict("Bridge “opens”", 'Bridge "opens"') == "right"
    assert title_verdict("Bridge opens", "Bridge opens | Daily Post") == "wrong"
    assert title_verdict("Bridge opens", "") == "none"


def test_authors_are_a_set_of_names_however_they_are_joined() -> None:
    assert authors_matched("Ann Lee and Bo Chan", ["Bo Chan", "Daily Post"]) == (1, 2, 2)
    assert authors_matched("Ann Lee; dpa", ["ann lee", "DPA"]) == (2, 2, 2)


def test_a_share_of_verdicts() -> None:
    assert share(["right", "none", "right", "wrong"], "right") == 0.5
