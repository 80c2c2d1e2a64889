"""What a web page is written in, pasted into a text: tags, comments of HTML, links that run a script.

No page takes it for such, pages show it letter by letter; it is told because nobody meant residents to read it.
What staff write in such brackets stays a text: `<家政>`, `停车<P>`, `<3岁`, `a < b`, an address of the web or of mail.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set

TEXT_NAMES = (
    "abbr|bdi|bdo|blockquote|br|col|colgroup|dd|dfn|div|dl|dt|figcaption|font|h[1-6]|hgroup|hr|html|img|kbd|li|nav|nobr"
    "|ol|optgroup|pre|rp|rt|samp|span|tbody|td|tfoot|th|thead|tr|tt|ul|wbr"
)
"""Tags that make a text look some way; of others than HTML's, a name alone may be words of staff: `<WiFi>`."""
TEXT_WORDS = (
    "a|acronym|address|article|aside|b|big|body|caption|center|cite|code|data|del|details|dialog|dir|em|figure|footer"
    "|head|header|i|ins|label|legend|main|mark|menu|option|p|picture|q|ruby|s|section|select|small|strike|strong|sub"
    "|summary|sup|table|time|title|u|var"
)
"""Those whose names are words or letters too, `从<A>口进`: alone, they are tags only where one of the name ends."""
ACTIVE_NAMES = (
    "applet|basefont|bgsound|datalist|embed|fieldset|frameset|iframe|isindex|marquee|meta|noembed|noframes|noscript"
    "|object|param|plaintext|script|style|svg|textarea|xmp"
)
"""Tags that do something, fetch something or hide what stands in them."""
ACTIVE_WORDS = (
    "area|audio|base|blink|button|canvas|form|frame|input|link|map|math|meter|output|progress|slot|source|template"
    "|track|video"
)
BARE = "allowfullscreen|async|autofocus|autoplay|checked|controls|defer|disabled|hidden|loop|multiple|muted|nowrap|open"
SCRIPTED = r"(?:java|vb)script:(?=\S)|data:(?=\S)"
"""With a blank behind it, the colon is one of a sentence."""


def tag_of(names: str, words: str) -> str:
    """The pattern of a tag with one of `names` or `words`, at least as far as it cannot be a sentence.

    One of `words` without anything else is `lone`.
    """
    bare = rf"(?:\s+(?:{BARE}))+\s*/?>"
    return (
        rf"</?(?:{names})(?:\s*/?>|[\s/][ -;?-~\s]*=|{bare})"
        rf"|<(?:{words})(?:\s*/>|[\s/]+(?:(?:{BARE})\s+)*[a-z][\w:.-]*=|{bare})"
        rf"|</(?:{words})\s*/?>|<(?P<lone>{words})\s*>"
    )


LINK = rf"(?:(?<=\]\()|(?<=\]\(<)|(?<=\]: ))(?:{SCRIPTED})|(?<=<)(?:java|vb)script:(?=\S)"
HANDLER = (
    r"<[a-z][^\s<>/]*[\s/][^<>]*?\bon(?!(?:e|ce|ly|to|line)\b)[a-z]+\s*="
    r"|<[a-z][^\s<>/]*\s[^<>]*?=[\s\"']*(?:java|vb)script:"
)
"""A tag of any name that would run something; `one = 1` is no such."""
OTHER = (
    r"<!--|<!\[[a-z]|<!doctype\b|<\?(?:xml|php)\b"
    r"|</[a-z][\w:.-]*\s*>"
    r"|<(?:[mopvwx]|st1):[a-z]\w*(?:\s|/?>)"
    r"|<[a-z][\w.-]*\s+[a-z][\w:.-]*\s*=\s*[\"']"
)
"""Comments, declarations, ends of tags, what Word puts between its own, and tags of any name with a quoted value."""
ALL = tag_of(f"{TEXT_NAMES}|{ACTIVE_NAMES}", f"{TEXT_WORDS}|{ACTIVE_WORDS}")
MARKUP = re.compile(f"{ALL}|{HANDLER}|{OTHER}|{LINK}", re.IGNORECASE | re.ASCII)
ACTIVE = re.compile(f"{tag_of(ACTIVE_NAMES, ACTIVE_WORDS)}|{HANDLER}|{LINK}", re.IGNORECASE | re.ASCII)
"""What no hand-written page may hold either; the other tags may stand there, as in any Markdown."""


END = re.compile(r"</([a-z]+)\s*/?>", re.IGNORECASE | re.ASCII)


def markup_in(text: str, ended: Set[str] | None = None) -> re.Match[str] | None:
    """Where the first markup in `text` begins; nearly all texts have neither of these signs.

    `ended` are the names of tags that end in a text of which this is a part.
    """
    if "<" not in text and "]" not in text:
        return None
    ended = ended_in(text) if ended is None else ended
    return next((one for one in MARKUP.finditer(text) if not one["lone"] or one["lone"].lower() in ended), None)


def ended_in(text: str) -> frozenset[str]:
    """The names of tags that end in `text`, in small letters."""
    return frozenset(name.lower() for name in END.findall(text)) if "</" in text else frozenset()


def active_in(text: str) -> re.Match[str] | None:
    """Where the first of what would do something begins in `text`, a page in Markdown without its code.

    A word in brackets is no exception there: Markdown takes it for a tag, and the page would lose it.
    """
    return ACTIVE.search(text)
