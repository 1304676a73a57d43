import pytest

from rashomon.clean.tagpath import POST, mark_of


@pytest.mark.parametrize(
    ("tag", "classes", "own_id", "role"),
    [
        ("div", "related-articles", "", "related"),
        ("div", "relatedArticles", "", "related"),
        ("div", "c-story__read-more", "", "related"),
        ("section", "NewsletterSignup_root__x9Yq", "", "newsletter"),
        ("div", "wrap shareBar", "", "share"),
        ("ul", "", "article-tags", "label"),
        ("p", "image-credit", "", "credit"),
        ("figcaption", "", "", "caption"),
        ("div", "author-bio", "", "bio"),
        ("div", "ad", "", "ad"),
        ("div", "poll-box", "", "promo"),
        ("div", "product-card", "", "promo"),
        ("div", "podcast_player", "", "media"),
        ("div", "aiSummary", "", "legal"),
        ("section", "authorDetails", "", "bio"),
        ("ul", "table-of-contents", "", "links"),
        ("div", "weather-widget", "", "links"),
        ("p", "", "respond", "comments"),
        # What may hold the story.
        ("div", "key-points", "", None),
        ("div", "live-ticker-entry", "", None),
        ("div", "callout", "", None),
        ("table", "results", "", None),
        ("blockquote", "twitter-tweet", "", POST),
        ("div", "embed", "", None),
        ("p", "", "", None),
        # Parts of other words, generated names, and what stands elsewhere.
        ("div", "shared-header", "", None),
        ("div", "element-eefe4ad", "", None),
        ("section", "card has-image", "", None),
        ("div", "page no-sidebar", "", None),
        ("li", "before:bg-[image:var(--url)]", "", None),
        # The article itself, whatever its theme calls it; the id of a heading is its own words.
        ("article", "post tags-harbour newsletter", "", None),
        ("h2", "", "what-is-social-media", None),
        ("h2", "related-heading related", "", "related"),
        ("div", "x " * 200 + "related", "", None),
    ],
)
def test_mark_of(tag: str, classes: str, own_id: str, role: str | None) -> None:
    mark = mark_of(tag, classes, own_id)
    assert (mark.role if mark else None) == role


def test_the_name_that_says_so_is_told() -> None:
    mark = mark_of("div", "grid related-stories", "")
    assert mark is not None
    assert mark.name == "div.related-stories"
