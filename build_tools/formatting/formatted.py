"""A file's bytes → its text in the usual form, proven to say the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from build_tools.formatting.blanks import one_line_end, without_blanks
from build_tools.formatting.edits import edited
from build_tools.formatting.gaps import usual_gaps
from build_tools.formatting.half_width import usual_signs
from build_tools.formatting.indents import usual_indents
from build_tools.formatting.layout import layout_of
from build_tools.formatting.listing import usual_lists
from build_tools.formatting.mending import mended
from build_tools.formatting.pages import usual_page
from build_tools.formatting.quotes import usual_quotes
from build_tools.formatting.same import same_record, same_tree
from build_tools.reading.closely import FileRead, read_closely
from build_tools.reading.diagnosis import diagnosed
from build_tools.reading.each_file import RECORDS
from build_tools.reading.round_trip import UnknownPiecesError
from build_tools.reading.text import decoded
from build_tools.reading.tree import Misplaced
from build_tools.records.files import Kind

if TYPE_CHECKING:
    from build_tools.reading.folder import Found
    from build_tools.reading.known import Known

MARK = b"\xef\xbb\xbf"
"""The byte order mark, with which Windows' editors begin a file."""
LAYOUT = (without_blanks, usual_gaps, usual_quotes, usual_indents)
"""What changes how a text is written and nothing that it says; in this order."""

LAYOUT_OF_LEDGERS = (without_blanks,)
"""The rest is what `book` writes, and nobody edits."""


class UnfaithfulError(Exception):
    """The usual form of a file would not say the same: a fault of ours."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file before and after."""

    before: str
    after: str
    has_mark: bool
    has_other_ends: bool

    @property
    def is_changed(self) -> bool:
        """Whether anything is to be written."""
        return self.has_mark or self.has_other_ends or self.before != self.after


def formatted(content: bytes, found: Found, known: Known) -> Formatted:
    """`content`, which is what lies in the file `found`, in its usual form; `Unreadable`, or `UnfaithfulError`."""
    text = decoded(content)
    try:
        after = in_usual_form(text, found, known) if found.kind.record else usual_page(text)
    except Misplaced as failure:
        raise diagnosed(text, failure, RECORDS) from None
    return Formatted(text, after, content.startswith(MARK), b"\r" in content)


def in_usual_form(text: str, found: Found, known: Known) -> str:
    """`text` in its usual form, which is the same once more; as it is where two readers of YAML do not agree on it."""
    try:
        after = once(text, found, known)
        if after != text and once(after, found, known) != after:
            raise UnfaithfulError(found.uri)
    except UnknownPiecesError:
        return text
    return after


def once(text: str, found: Found, known: Known) -> str:
    """`text` mended, with its values and then its layout as usual; neither of which may change what it says."""
    read = cache(partial(read_closely, found=found, known=known))
    meant = said = text
    if found.kind is not Kind.TALLY:
        meant = mended(text, read)
        said = with_usual_values(meant, read(meant))
    after = laid_out(said, found)
    if not (same_record(read(meant), read(after)) and same_tree(read(said).tree, read(after).tree)):
        raise UnfaithfulError(found.uri)
    return after


def with_usual_values(text: str, read: FileRead) -> str:
    """`text` with the values in it written as usual."""
    layout = layout_of(text)
    return edited(text, [*usual_signs(layout, read), *usual_lists(layout, read)])


def laid_out(text: str, found: Found) -> str:
    """`text` with its usual layout and all of its comments."""
    comments = layout_of(text).comments()
    for rule in LAYOUT_OF_LEDGERS if found.kind is Kind.TALLY else LAYOUT:
        text = edited(text, rule(layout_of(text)))
    if layout_of(text).comments() != comments:
        raise UnfaithfulError(found.uri)
    return one_line_end(text)
