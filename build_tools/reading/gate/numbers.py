"""Numbers that belong to one person: of the identity card, the bank card and the car."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Span = tuple[int, int]
RUN = re.compile(r"[0-9](?<![0-9][0-9])(?:[ -]?[0-9]){10,}")
"""Eleven digits or more, grouped or not: everything below begins in one."""
HINT = re.compile(r"[0-9][0-9 -]{10}")
"""Quickly found where the first run may be, or before."""
IDENTITY = re.compile(r"(?<![0-9])(?<![0-9]\.)(?=([1-9](?:[ -]?[0-9]){16}[ -]?[0-9Xx])(?![0-9]))")
FORMER = re.compile(r"(?<![0-9A-Za-z])(?<![0-9][. -])([1-68](?:[ -]?[0-9]){14})(?![0-9A-Za-z]|[. -][0-9])")
"""Until 2013 numbers of identity cards had fifteen digits and no checksum."""
CALLED = re.compile(r"(?:身份证|公民身份)(?:证件|号码?|编?号|[为是:：( （]){0,4}\Z")
NAMED = re.compile(r"(?:身份证|证号|证件号|旧证|老证)[^0-9，。；\n]{0,8}\Z")
NAMED_AFTER = re.compile(r"[ （(]?(?:[的是老旧]{0,2}身份证|[老旧]证)")
KEY_BEFORE = re.compile(
    r"(?:^|\n)[ \t]*(?:- *)?(?![^\n]*(?:单|订|编|码|流水|票|账|批|运))(?:[^\n:：]{1,12}[:：])?[ \t]*[\"']?\Z"
)
"""Nothing but a key that does not speak of goods, bills or codes."""
KEY_AFTER = re.compile(r"[\"']?[ \t]*(?:\n|\Z)")
DOCUMENTS = ("护照", "社保卡", "社会保障卡", "医保卡")
DOCUMENT_NUMBER = re.compile(
    r"护照(?:号码?|[为是:： ]){0,4}([A-Za-z][A-Za-z0-9][0-9]{7})(?![0-9A-Za-z])"
    r"|(?:社保卡|社会保障卡|医保卡)(?:卡?号码?|[为是:： ]){0,4}([A-Za-z]?[0-9]{8,18}[Xx]?)(?![0-9A-Za-z])"
)
PROVINCES = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]")
CARD = re.compile(
    r"(?<![0-9])(?<![0-9]\.)([34569](?:[0-9]{15,18}|[0-9]{3}(?:[ -][0-9]{4}){3}(?:[ -]?[0-9]{1,3})?))(?![0-9]|\.[0-9])"
)
"""Cards begin with 3, 4, 5, 6 or, older ones, 9."""
PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Za-hj-np-z][·•・‧. -]?"
    r"(?=[A-Za-z]{0,5}[0-9])[A-HJ-NP-Za-hj-np-z0-9]{4,5}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳](?![A-Za-z0-9])"
)
"""Five signs after the letter, six on a car that runs on electricity; the letters I and O are not used."""
TOKEN = re.compile(r"[0-9A-Za-z]*")
ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def identity_numbers(text: str) -> Iterator[Span]:
    """Numbers of identity cards whose date and checksum are right, and others where a word says what they are."""
    yield from in_runs(IDENTITY, text, lambda number, span: is_identity(number) or is_called_identity(text, span[0]))
    yield from in_runs(FORMER, text, lambda number, span: is_former(number) and is_alone_or_called(text, span))
    if any(map(text.__contains__, DOCUMENTS)):
        yield from (found.span(found.lastindex or 0) for found in DOCUMENT_NUMBER.finditer(text))


def bank_cards(text: str) -> Iterator[Span]:
    """Numbers of bank cards whose checksum is right; in a web address such a number is an article's."""
    return in_runs(CARD, text, lambda number, span: is_card(number) and "://" not in word_before(text, span[0]))


def plates(text: str) -> Iterator[Span]:
    """Licence plates of cars."""
    return (found.span() for found in PLATE.finditer(text))


def in_runs(pattern: re.Pattern[str], text: str, holds: Callable[[str, Span], bool]) -> Iterator[Span]:
    """Where `pattern` is found among long numbers, if that `holds` and is no enterprise's code."""
    for first, last in runs(text):
        # a little further: what follows decides whether a number ends here
        for found in pattern.finditer(text, first, min(len(text), last + 2)):
            number = found[1].replace(" ", "").replace("-", "")
            if holds(number, found.span(1)) and not is_enterprise(text, found.span(1)):
                yield found.span(1)


@lru_cache(maxsize=1)
def runs(text: str) -> tuple[Span, ...]:
    """The long numbers in `text`; three rules ask for them one after another."""
    hint = HINT.search(text)
    return tuple(found.span() for found in RUN.finditer(text, hint.start())) if hint else ()


def is_identity(number: str) -> bool:
    """Whether date and checksum of `number` are right; its region may be newer than any list."""
    from stdnum.cn import ric  # takes 10 ms, as it brings HTTP and pydoc along; most content has no number so long
    from stdnum.exceptions import ValidationError

    if number[6:8] not in ("18", "19", "20") or number[-1].upper() != ric.calc_check_digit(number):
        return False
    try:
        ric.get_birth_date(number)
    except ValidationError:
        return False
    return True


def is_card(number: str) -> bool:
    """Whether the checksum of `number` is right."""
    from stdnum import luhn  # late, like those of identity numbers

    return luhn.is_valid(number)


def is_former(number: str) -> bool:
    """Whether region and date of a `number` of fifteen digits are right."""
    if not PROVINCES.match(number):
        return False
    try:
        datetime.date(1900 + int(number[6:8]), int(number[8:10]), int(number[10:12]))
    except ValueError:
        return False
    return True


def is_called_identity(text: str, start: int) -> bool:
    """Whether 身份证号 stands right before `start`."""
    return bool(CALLED.search(text, max(0, start - 12), start))


def is_alone_or_called(text: str, span: Span) -> bool:
    """Whether the number at `span` is called one of an identity card, or is all that a value says."""
    start, end = span
    if NAMED.search(text, max(0, start - 14), start) or NAMED_AFTER.match(text, end):
        return True
    return bool(KEY_AFTER.match(text, end) and KEY_BEFORE.search(text, max(0, text.rfind("\n", 0, start)), start))


def is_enterprise(text: str, span: Span) -> bool:
    """Whether the number at `span` is, or is part of, a 统一社会信用代码."""
    from stdnum.cn import uscc  # late, like those of identity numbers

    start = span[0] - len(alphanumerics_before(text, span[0]))
    found = TOKEN.match(text, start)
    code = found[0].upper() if found else ""
    return uscc.is_valid(code) and has_organisation_code(code)


def alphanumerics_before(text: str, position: int) -> str:
    """The letters and digits that end at `position`."""
    found = re.search(r"[0-9A-Za-z]*\Z", text[max(0, position - 18) : position])
    return found[0] if found else ""


def has_organisation_code(code: str) -> bool:
    """Whether the second checksum in `code` is right too: one in 31 identity numbers passes the first by chance."""
    signs = code[8:17]
    total = sum(int(sign, 36) * weight for sign, weight in zip(signs, ORGANISATION_WEIGHTS, strict=False))
    return signs[8] == "0123456789X0"[11 - total % 11]


def word_before(text: str, position: int) -> str:
    """What stands before `position` since the last blank or quote."""
    found = re.search(r"[^\s\"'<>()（）]*\Z", text[max(0, position - 300) : position])
    return found[0] if found else ""
