"""What the tag, class and id of an element say of the box it makes on the page.

Sites name the boxes around an article after what is in them, in English whatever language they are
written in: "related-articles", "shareBar", "newsletter_signup". That names, not looks, tell content
from furniture: Boilerpipe's and Readability's lists of class names, here by whole words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from rashomon.lineroles import LineRole

#: A post of a social network that the article quotes; its text stays.
POST: Final = "post"
_WORDS: Mapping[LineRole, str] = MappingProxyType(
    {
        "related": """
            related recommended recommendations recommendation recirc recirculation teaser
            teasers trending popular mostread mostpopular mostviewed readmore readalso
            alsoread readnext upnext seealso morenews morestories morefrom moreon
            nextarticle prevarticle nextpost prevpost postnavigation outbrain taboola
            zergnet mgid latestnews topstories topnews yarpp linkbox crosslink crosslinks
            relatedposts relatedarticles relatedcontent relatedlinks relatednews youmaylike
            rail articlecard newscard storycard teaserlist teaserbox newslist
            breakingnews latestposts latestbox moreposts morearticles morefor
            readinglist relatedpost relatedarticle relatedstory relatedstories morelike
            onward onwardjourney storylist linklist furtherreading topicfeed youmightlike
        """,
        "newsletter": """
            newsletter newsletters signup mailinglist emailsignup mailchimp
        """,
        "promo": """
            promo promos promobox subscribe subscription subscriptions paywall regwall
            donate donation donations membership cta followus appstore
            notificationbar loginwall meteredwall appbanner
            poll polls quiz survey appdownload supportus fundraiser giveaway affiliate
            productbox productcard buybox pricebox dealbox upsell calltoaction
            readerfeedback abobox
        """,
        "share": """
            share sharing shares sharebar sharebox sharebuttons sharethis sharetools
            addtoany addthis sociable social socials socialshare socialmedia toolbar
            articletools storytools printmail sharedaddy
            sharelist sharelinks sharebutton copylink savearticle giftarticle followbutton
            reactionbar fontsize textsize
        """,
        "comments": """
            comments commentlist commentform commentbox disqus livefyre reactions reader
            commentsection commentarea respond readercomments
        """,
        "caption": """
            caption captions figcaption imagecaption photocaption wpcaption legend
            piccaption imgcaption videoheading image images photo photos picture thumbnail
            thumb gallery slideshow carousel imagetext phototext
        """,
        "credit": """
            credit credits photocredit imagecredit imgcredit photographer imagecopyright
            photocopyright imagesource
        """,
        "byline": """
            byline bylines authors authorname authorline articleauthor postauthor
        """,
        "bio": """
            authorbio authorbox authorinfo aboutauthor bio authorcard authordescription
            aboutauthors authordetails authorprofile authorblock writerbio contributorbio
            profilecard
        """,
        "timestamp": """
            timestamp dateline datetime publishdate pubdate postdate articledate readingtime
            readtime timeago postmeta articlemeta entrymeta metadata
            lastupdated updatedat modifieddate publishedat articletime
        """,
        "label": """
            tags taglist tagcloud posttags articletags breadcrumb breadcrumbs kicker
            categories keywords labelitem labelitems labels topics topiclist
            crumbs sectionlabel
        """,
        "links": """
            navigation nav menu submenu pagination pager sidebar footer rightcol rightcolumn
            leftcol rightrail leftrail
            ofcontents eztoc jumplinks quicklinks anchornav skiplink weatherwidget
            weatherbox stockwidget stockticker marketwidget tvguide
        """,
        "legal": """
            cookie cookies cookiebar gdpr consent copyright disclaimer imprint
            aisummary aigenerated aidisclaimer trustproject trustindicators
            editorialstandards
        """,
        "ad": """
            ad ads advert adverts advertisement advertisements advertising adslot adunit
            adbox adsense adcontainer adwrapper adlabel sponsor sponsored sponsors dfp gpt
            banner
        """,
        "media": """
            videoplayer audioplayer playlist jwplayer
            podcast podcastplayer audioarticle audioembed texttospeech tts videoembed
            embedvideo readaloud listentoarticle
        """,
    }
)
#: Tags that make a box by themselves.
_TAGS: Mapping[str, LineRole] = MappingProxyType(
    {
        "figcaption": "caption",
        "figure": "caption",
        "nav": "links",
        "aside": "related",
        "footer": "end",
        "form": "promo",
        "menu": "links",
        "button": "share",
        "label": "label",
        "dialog": "promo",
        "address": "bio",
        "time": "timestamp",
    }
)
_POSTS = frozenset(
    "twittertweet twittervideo tweet instagrammedia tiktokembed fbpost fbvideo telegrampost vkpost "
    "blueskyembed mastodonembed redditembed redditcard threadsembed textpostmedia".split()
)
_ROLE_OF: Mapping[str, LineRole] = MappingProxyType(
    {word: role for role, words in _WORDS.items() for word in words.split()}
)
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
#: "has-image", "no-sidebar": of what stands elsewhere.
_OF_OTHERS = frozenset("has no with without".split())
#: These hold the article, whatever a theme calls them.
_WHOLE = frozenset("html body main article".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
#: Longer ones are generated, hold the words of the article (a slug) or the themes of a blog.
_MAX_NAMES, _MAX_WORDS = 300, 7


class Mark(NamedTuple):
    """What an element says of its box: the role of its lines, or POST, and the tag or name that says so."""

    role: LineRole | Literal["post"]
    name: str


@lru_cache(maxsize=20_000)
def mark_of(tag: str, classes: str, own_id: str) -> Mark | None:
    """What a tag with its class and id says of the box; None where it says nothing.

    The id of a heading is made of its words and tells nothing.
    """
    if tag in _WHOLE:
        return None
    if len(classes) <= _MAX_NAMES:
        for name in (*classes.split(), own_id if tag not in _HEADINGS else ""):
            words = _words_of(name)
            if not _POSTS.isdisjoint(words):
                return Mark(POST, name)
            for word in words:
                if role := _ROLE_OF.get(word):
                    return Mark(role, f"{tag}.{name}"[:60])
    told = _TAGS.get(tag)
    return Mark(told, tag) if told else None


def _words_of(name: str) -> list[str]:
    """Each two neighbours in one, then each word: "read-more" is no "read"."""
    if not name or ":" in name or "[" in name:
        return []
    parts = [part for part in re.split(r"[^A-Za-z0-9]+", name) if part.isalpha()]
    words = [word.lower() for part in parts for word in _WORD.findall(part)]
    if not words or len(words) > _MAX_WORDS or not _OF_OTHERS.isdisjoint(words):
        return []
    return [a + b for a, b in pairwise(words)] + words
