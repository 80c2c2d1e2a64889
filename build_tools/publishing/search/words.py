"""What a text is taken to be made of, in the index as in a question: runs of Han characters, and words of other letters.

`assets/search.js` takes questions apart by the same rules.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from build_tools.pinyin import syllables_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HAN = "々〇㐀-䶿一-鿿豈-﫿\U00020000-\U000323af"
RUN = re.compile(rf"([{HAN}]+)|([^\W_{HAN}]+)")
LONGEST = 200
"""Characters of one text that can be found: no name is longer, and nothing written in jest makes the index large."""
SHORTEST_BEGINNING, LONGEST_BEGINNING = 3, 12
"""Letters of a word that one may have typed so far."""
FEWEST_INITIALS, MOST_INITIALS = 2, 8


def tokens_of(text: str, *, is_word: bool) -> set[str]:
    """Everything by which `text` can be found; by its initials only if it `is_word`, not a whole address.

    Pairs of characters stand together, pairs of syllables with a blank between them, and single ones after a blank.
    """
    tokens: set[str] = set()
    for han, word in runs_of(text):
        tokens |= tokens_of_han(han, is_word=is_word) if han else tokens_of_word(word)
    return tokens


def runs_of(text: str) -> list[tuple[str, str]]:
    """The runs of `text`, in lower case and plain width: each either Han or a word, and the other empty."""
    return RUN.findall(unicodedata.normalize("NFKC", text[:LONGEST]).lower())


@lru_cache(maxsize=10_000)  # names of places and what they are called stand in many texts: 社区, 街道, 号
def tokens_of_han(run: str, *, is_word: bool) -> frozenset[str]:
    """Characters, pairs of them, and the same as they are spoken."""
    spoken = syllables_of(run)
    tokens = {*run, *map("".join, pairwise(run)), *(f" {one}" for one in spoken), *map(" ".join, pairwise(spoken))}
    if is_word:
        tokens.update(initials_of(spoken))
    return frozenset(tokens)


def initials_of(spoken: Sequence[str]) -> Iterator[str]:
    """The first letters of the syllables from the beginning on, and up to the end: mf, mfl, mflf; lf, flf."""
    letters = "".join(syllable[0] for syllable in spoken)
    for length in range(FEWEST_INITIALS, min(len(letters), MOST_INITIALS) + 1):
        yield letters[:length]
        yield letters[-length:]


def tokens_of_word(word: str) -> set[str]:
    """The word, and what one may have typed of it so far; numbers count only as a whole."""
    if not word.isalpha():
        return {word}
    typed = range(SHORTEST_BEGINNING, min(len(word), LONGEST_BEGINNING + 1))
    return {word, *(word[:length] for length in typed)}
