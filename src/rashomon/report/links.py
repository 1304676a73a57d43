"""Links out of a report: only http and https, and to the passage itself where browsers can."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

#: A longer passage is named by its first and last words: browsers search the whole text for it.
_WHOLE = 120
_WORDS = 6


def safe_url(url: str | None) -> str | None:
    """The address when it is http or https with a host; anything else (javascript:, data:) is None."""
    if not url or any(ord(c) <= 32 or "\ud800" <= c <= "\udfff" for c in url.strip()):
        return None
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and host else None


def passage_url(url: str | None, words: str) -> str | None:
    """The live page opened at the words (WICG text fragments: #:~:text=), or None without a safe address."""
    safe = safe_url(url)
    folded = words.split()
    if safe is None or not folded:
        return safe
    whole = " ".join(folded)
    if len(whole) <= _WHOLE or len(folded) <= 2 * _WORDS:
        directive = _encode(whole)
    else:
        directive = f"{_encode(' '.join(folded[:_WORDS]))},{_encode(' '.join(folded[-_WORDS:]))}"
    base, _, fragment = safe.partition("#")
    return f"{base}#{fragment.partition(':~:')[0]}:~:text={directive}"


def _encode(words: str) -> str:
    # A dash has a meaning in the directive, and quote() leaves it alone.
    return quote(words, safe="", errors="replace").replace("-", "%2D")
