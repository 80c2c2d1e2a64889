"""Where every sign of a YAML text stands, so that one can be changed and all others stay: what alone knows ruamel.yaml."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode


class Sign(Enum):
    """What a piece of a YAML text is."""

    TEXT = auto()
    """A key or a value."""
    COLON = auto()
    COMMA = auto()
    DASH = auto()
    OPENING = auto()
    """`[` or `{`."""
    CLOSING = auto()
    KEY_NEXT = auto()
    """Nothing that is seen: the next text is a key."""
    MAPPING_BEGINS = auto()
    """Nothing that is seen: keys on lines of their own begin, or a list does, or either ends."""
    LIST_BEGINS = auto()
    ENDS = auto()
    OTHER = auto()
    """What content has no use for: `---`, `? `."""


SIGNS = {
    "ScalarToken": Sign.TEXT,
    "ValueToken": Sign.COLON,
    "FlowEntryToken": Sign.COMMA,
    "BlockEntryToken": Sign.DASH,
    "FlowSequenceStartToken": Sign.OPENING,
    "FlowMappingStartToken": Sign.OPENING,
    "FlowSequenceEndToken": Sign.CLOSING,
    "FlowMappingEndToken": Sign.CLOSING,
    "KeyToken": Sign.KEY_NEXT,
    "BlockMappingStartToken": Sign.MAPPING_BEGINS,
    "BlockSequenceStartToken": Sign.LIST_BEGINS,
    "BlockEndToken": Sign.ENDS,
}
FRAME = ("StreamStartToken", "StreamEndToken")


@dataclass(frozen=True, slots=True)
class Piece:
    """One sign or text, from `start` until just before `end`."""

    sign: Sign
    start: int
    end: int
    style: str = ""
    """Of a text: nothing, `"`, `'`, `|` or `>`."""

    @property
    def is_block(self) -> bool:
        """Whether it is a text of lines that stand below its key."""
        return self.style in ("|", ">")


class UnknownPiecesError(Exception):
    """ruamel.yaml cannot read what libyaml has read."""


def pieces_of(text: str) -> tuple[Piece, ...]:
    """The pieces of `text`, which has been read, in order; comments and blanks are what lies between them."""
    for written in (text, text.replace("\t", " ")):  # ruamel.yaml refuses tabs in places where libyaml does not
        with suppress(YAMLError):
            return tuple(
                piece_of(token)
                for token in YAML(typ="safe", pure=True).scan(written)
                if type(token).__name__ not in FRAME
            )
    raise UnknownPiecesError


def piece_of(token: Any) -> Piece:
    """`token` as one of ours."""
    start, end = token.start_mark.index, token.end_mark.index
    sign = SIGNS.get(type(token).__name__, Sign.OTHER)
    if sign is Sign.KEY_NEXT and start != end:
        sign = Sign.OTHER
    return Piece(sign, start, end, getattr(token, "style", None) or "")


def is_plainly_text(word: str) -> bool:
    """Whether other programs, too, take `word` without quotes for a text: no number, no date, no yes or no."""
    reader = YAML()
    reader.version = (1, 1)  # the version that guesses most
    return str(reader.resolver.resolve(ScalarNode, word, (True, False))) == "tag:yaml.org,2002:str"
