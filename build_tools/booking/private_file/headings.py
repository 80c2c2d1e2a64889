"""What a private file calls its columns: in Chinese or English, in any order, and never by what concerns residents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.booking.private_file.rows import Row
from build_tools.reading.convert import Converter
from build_tools.reading.suggestions import nearest
from build_tools.records.shapes import form_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from build_tools.booking.private_file.gathered import Gathered
    from build_tools.reading.tree import Node, Scalar
    from build_tools.reading.where import Where

FORM = form_of(Row)
REQUIRED = tuple(field for field in FORM.fields if field.required)
CHINESE_PERSONAL = re.compile(
    "姓名|名单|当事人|联系人|户主|来访人|申请人|投诉人|反映人|求助人|监护人|身份证|出生|电话|手机|微信|联系方式|住址|家庭地址"
)
ENGLISH_PERSONAL = re.compile(
    "(full[ _])?name|(tele|mobile[ _])?phone|mobile|(home[ _])?address|id[ _](card|number)", re.IGNORECASE
)
COMMAS = re.compile("[，、；;,]")
FEWEST_ALIKE = 2
"""So many cells that are nearly right are headings; a single one may be a title."""
MARK = "\ufeff"
"""A byte order mark; programs that join files leave them inside."""


def trimmed(heading: str) -> str:
    """`heading` without blanks around it, full-width ones too, and without a byte order mark."""
    return heading.strip().strip(MARK).strip()


def is_personal(heading: str) -> bool:
    """Whether `heading` announces what concerns single residents."""
    if heading in FORM.by_spelling:
        return False
    return bool(CHINESE_PERSONAL.search(heading) or ENGLISH_PERSONAL.fullmatch(heading))


def are_headings(cells: Iterable[str]) -> bool:
    """Whether `cells` name all that every row must have."""
    names = {FORM.by_spelling[text].name for text in map(trimmed, cells) if text in FORM.by_spelling}
    return {field.name for field in REQUIRED} <= names


def misread(cells: Sequence[Scalar]) -> Scalar | None:
    """The one of the filled `cells` that shows that they are a title, or several headings in one; None otherwise."""
    unknown = [cell for cell in cells if cell.text not in FORM.by_spelling]
    for cell in unknown:
        if any(part.strip() in FORM.by_spelling for part in COMMAS.split(cell.text)):
            return cell
    if len(unknown) < len(cells):
        return None
    alike = [cell for cell in unknown if nearest(cell.text, FORM.by_spelling)]
    return None if len(alike) >= FEWEST_ALIKE else unknown[0]


class Headings(Converter):
    """Reads the headings of a table."""

    unknown_key = "E188"


def impersonal(pairs: Iterable[tuple[Scalar, Node]], path: Where, gathered: Gathered) -> list[tuple[Scalar, Node]]:
    """Those of the keys below `path`, with their values, that do not concern single residents; the others are noted."""
    kept = []
    for key, value in pairs:
        if is_personal(key.text):
            gathered.note("E152", key, (path, key.text))
        else:
            kept.append((key, value))
    return kept
