"""What a web page is written in, pasted into a text: tags, comments of HTML, links that run a script.

No page takes it for such, pages show it letter by letter; it is told because nobody meant residents to read it.
What staff write in such brackets stays a text: `<家政>`, `<3岁`, `a < b`, an address of the web or of mail.
"""

from __future__ import annotations

import re

TEXT_NAMES = (
    "a|abbr|acronym|address|article|aside|b|bdi|bdo|big|blockquote|body|br|caption|center|cite|code|col|colgroup|dd|del"
    "|details|dfn|dialog|dir|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]|head|header|hgroup|hr|html|i|img|ins|kbd"
    "|label|legend|li|main|mark|menu|nav|nobr|ol|optgroup|option|p|picture|pre|q|rp|rt|ruby|s|samp|section|select|small"
    "|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|title|tr|tt|u|ul|var|wbr"
)
"""Tags that make a text look some way; of others than HTML's, a name alone may be words of staff: `<WiFi>`."""
ACTIVE_NAMES = (
    "applet|area|audio|base|basefont|bgsound|blink|button|canvas|datalist|embed|fieldset|form|frame|frameset|iframe|input"
    "|isindex|link|map|marquee|math|meta|meter|noembed|noframes|noscript|object|output|param|plaintext|progress|script"
    "|slot|source|style|svg|template|textarea|track|video|xmp"
)
"""Tags that do something, fetch something or hide what stands in them."""
BARE = "allowfullscreen|async|autofocus|autoplay|checked|controls|defer|disabled|hidden|loop|multiple|muted|nowrap|open"
SCRIPTED = "(?:java|vb)script:|data:"


def tag_of(names: str) -> str:
    """The pattern of a tag with one of `names`, at least as far as it cannot be words."""
    return rf"</?(?:{names})(?:\s*/?>|[\s/][ -;?-~\s]*=|(?:\s+(?:{BARE}))+\s*/?>)"


LINK = rf"(?:(?<=\]\()|(?<=\]\(<)|(?<=\]: ))(?:{SCRIPTED})|(?<=<)(?:java|vb)script:"
HANDLER = r"<[a-z][^\s<>/]*[\s/][^<>]*?\bon[a-z]+\s*=|<[a-z][^\s<>/]*\s[^<>]*?=[\s\"']*(?:java|vb)script:"
"""A tag of any name that would run something."""
OTHER = (
    r"<!--|<!\[[a-z]|<!doctype\b|<\?(?:xml|php)\b"
    r"|</[a-z][\w:.-]*\s*>"
    r"|<(?:[mopvwx]|st1):[a-z]\w*(?:\s|/?>)"
    r"|<[a-z][\w.-]*\s+[a-z][\w:.-]*\s*=\s*[\"']"
)
"""Comments, declarations, ends of tags, what Word puts between its own, and tags of any name with a quoted value."""
MARKUP = re.compile(f"{tag_of(f'{TEXT_NAMES}|{ACTIVE_NAMES}')}|{HANDLER}|{OTHER}|{LINK}", re.IGNORECASE | re.ASCII)
ACTIVE = re.compile(f"{tag_of(ACTIVE_NAMES)}|{HANDLER}|{LINK}", re.IGNORECASE | re.ASCII)
"""What no hand-written page may hold either; the other tags may stand there, as in any Markdown."""


def markup_in(text: str) -> re.Match[str] | None:
    """Where the first markup in `text` begins; nearly all texts have neither of these signs."""
    return MARKUP.search(text) if "<" in text or "]" in text else None


def active_in(text: str) -> re.Match[str] | None:
    """Where the first of what would do something begins in `text`, a page in Markdown without its code."""
    return ACTIVE.search(text)
