"""An Atom file is well-formed whatever stands in it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from build_tools.publishing.atom import Entry, Feed, feed_text
from tests.publishing.bulletins import TODAY
from tests.publishing.feeds import text_of, tree

SIGNS = st.text(st.sampled_from("甲<>&\"']\t\n \x00\x0b\x1b\x7f\x85\u2028\ufffe\uffff\ud800𠮷") | st.characters())
REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@given(SIGNS, SIGNS)
def test_any_text_comes_back_but_for_what_xml_cannot_hold(text: str, html: str) -> None:
    one = Entry(id="urn:a", title=text, updated=TODAY, link="https://example.org/", summary=f"x{text}", content=html)
    about = Feed(
        id="urn:f", title=text, subtitle="", author=text, address="https://e/f", page="https://e/", language="zh"
    )
    found = tree(feed_text(about, [one]))
    entry = found[-1]

    def kept(words: str) -> str:
        return REFUSED.sub("", words).replace("\r\n", "\n").replace("\r", "\n")

    assert (text_of(found, "title"), text_of(entry, "title")) == (kept(text), kept(text))
    assert (text_of(entry, "summary"), text_of(entry, "content")) == (kept(f"x{text}"), kept(html))
