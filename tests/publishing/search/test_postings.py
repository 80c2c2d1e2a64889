"""Sets of stations as text, and back."""

from __future__ import annotations

from base64 import b64decode

from hypothesis import given
from hypothesis import strategies as some

from build_tools.publishing.search.postings import BITS, bits_of, numbers_of, written

COUNT = 400


def read(text: str, count: int) -> list[int]:
    """The set that `text` means, by other means than the browser's."""
    plain = b64decode(text.removeprefix(BITS) + "==")
    if text.startswith(BITS):
        bits = int.from_bytes(plain, "little")
        return [number for number in range(count) if bits >> number & 1]
    numbers, last, gap, shift = [], -1, 0, 0
    for byte in plain:
        gap += (byte & 127) << shift
        shift += 7
        if byte < 128:
            last += gap + 1
            numbers.append(last)
            gap = shift = 0
    return numbers


@given(some.sets(some.integers(0, COUNT - 1)))
def test_any_set_comes_back(numbers: set[int]) -> None:
    assert read(written(bits_of(numbers, COUNT), COUNT), COUNT) == sorted(numbers)


@given(some.sets(some.integers(0, COUNT - 1)))
def test_a_set_has_a_bit_for_each_number(numbers: set[int]) -> None:
    bits = bits_of(numbers, COUNT)
    assert bits == sum(2**number for number in numbers)
    assert list(numbers_of(bits)) == sorted(numbers)


@given(some.sets(some.integers(0, 10**6 - 1)))
def test_any_small_set_of_a_million_comes_back(numbers: set[int]) -> None:
    assert read(written(bits_of(numbers, 10**6), 10**6), 10**6) == sorted(numbers)


def test_few_are_told_by_the_gaps_between_them_and_many_by_bits() -> None:
    assert written(0, COUNT) == ""
    assert written(bits_of([0, 1, 130], COUNT), COUNT) == "AACAAQ"
    assert written(bits_of(range(0, COUNT, 2), COUNT), COUNT) == BITS + "V" * 66 + "U"


def test_no_set_takes_more_than_a_bit_for_each_station() -> None:
    sizes = [len(written(bits_of(range(0, 10_000, step), 10_000), 10_000)) for step in range(1, 50)]
    assert max(sizes) <= len(BITS) + 10_000 / 8 * 4 / 3 + 2
