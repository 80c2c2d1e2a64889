"""A line of text, read from left to right: a refusal knows where it stopped."""

from __future__ import annotations

import re

from build_tools.problems import Unreadable

FULL_WIDTH = str.maketrans("０１２３４５６７８９：／（）", "0123456789:/()")
"""What staff's input methods type for digits and signs; sign for sign, so that columns stay right."""
DASH = r"\s*[-—–－~～〜至到]+\s*"
PAUSE = re.compile(r"\s*[、，,；;和及]\s*")
SPACE = re.compile(r"\s+")
WORD = re.compile(r"[、，,；;:(]?(?:\d[^\s、，,；;]*|[^\s、，,；;]+?(?=[\s、，,；;]|\d{1,2}:\d|$))")
"""What is quoted of a text that cannot be read: up to a blank, a pause or a clock time."""


class Cursor:
    """Where reading has got to in a text."""

    def __init__(self, text: str) -> None:
        self.written = text
        self.text = text.translate(FULL_WIDTH)
        self.at = 0
        self.since = 0
        """Where the last piece that was taken begins."""
        self.take(SPACE)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What `pattern` finds right here, with the cursor behind it and behind blanks; or None and nothing moves."""
        found = pattern.match(self.text, self.at)
        if found:
            self.since = found.start()
            blank = SPACE.match(self.text, found.end())
            self.at = blank.end() if blank else found.end()
        return found

    @property
    def rest(self) -> str:
        """What has not been read."""
        return self.text[self.at :].rstrip()

    def refusal(self, code: str, text: str = "", **words: object) -> Unreadable:
        """That `text`, in the last piece or further on, cannot be, or else the next word; to be raised."""
        if text:
            where = self.text.find(text, min(self.since, self.at))
        else:
            where, text = self.at, self.word
        if not self.text.startswith(text, where) or not text:
            text = text or self.text.strip()
            where = max(self.text.find(text), 0)
        return Unreadable(code, where, text=self.written[where : where + len(text)], **words)

    @property
    def word(self) -> str:
        """The next word, or all the rest where none begins."""
        found = WORD.match(self.text, self.at)
        return found[0] if found else self.rest
