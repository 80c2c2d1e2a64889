"""Addresses, telephone numbers, degrees and what is there or not."""

from __future__ import annotations

from typing import Any

import pytest

from build_tools.problems import Unreadable
from build_tools.records.key import Choice, Key
from build_tools.records.shapes import form_of
from build_tools.records.values import Degrees, Have, Position, Provision, SiteAddress, Telephone, WebAddress

ACCEPTED: list[tuple[Any, str]] = [
    (WebAddress, "https://example.org/"),
    (WebAddress, "http://example.org"),
    (SiteAddress, "https://example.org/bulletin/"),
    (SiteAddress, "http://192.0.2.1:8080/站/"),
    (WebAddress, "https://example.org:8080/a/b.html?x=1&y=%E7%AB%99#top"),
    (WebAddress, "https://example.org/站/（一）"),
    (Telephone, "0734-1234567"),
    (Telephone, "010-12345678"),
    (Telephone, "0734-1234567-801"),
    (Telephone, "400-123-4567"),
    (Telephone, "4001234567"),
    (Telephone, "12345"),
    (Telephone, "120"),
    (Telephone, "13812345678"),
]
REFUSED: list[tuple[Any, str, str]] = [
    (WebAddress, "example.org", "E041"),
    (SiteAddress, "https://example.org/?a=b", "E041"),
    (SiteAddress, "https://example.org/#top", "E041"),
    (SiteAddress, "https://./", "E041"),
    (SiteAddress, "https://example.org:99999/", "E041"),
    (SiteAddress, f"https://example.org/{'a' * 200}/", "E041"),
    (WebAddress, "javascript:alert(1)", "E041"),
    (WebAddress, "ftp://example.org/", "E041"),
    (WebAddress, "https://", "E041"),
    (WebAddress, "https://example.org/a b", "E041"),
    (WebAddress, 'https://example.org/"onclick=', "E041"),
    (WebAddress, "https://example.org/<script>", "E041"),
    (WebAddress, "https://user:secret@example.org/", "E041"),
    (Telephone, "138123456789", "E042"),
    (Telephone, "13812345678（值班）", "E042"),
    (Telephone, "+86 734 1234567", "E042"),
    (Telephone, "0734-123456", "E042"),
    (Telephone, "07341234567", "E042"),
    (Telephone, "0734－1234567", "E042"),
    (Telephone, "911", "E042"),
    (Telephone, "没有", "E042"),
    (Degrees, "112.598°", "E043"),
    (Degrees, "112度", "E043"),
    (Degrees, "1e2", "E043"),
    (Degrees, "nan", "E043"),
    (Degrees, "inf", "E043"),
    (Degrees, "1_1", "E043"),
    (Degrees, "112.", "E043"),
    (Degrees, ".5", "E043"),
    (Degrees, "112,598", "E043"),
    (Degrees, "1126", "E043"),
    (Degrees, "１１２.5", "E043"),
    (Provision, "好像有", "E044"),
    (Provision, "", "E044"),
    (Provision, "：只到一楼", "E044"),
    (Provision, "是", "E044"),
]
DEGREES = [("112.598", 112.598), ("26", 26.0), ("-12.5", -12.5), ("0", 0.0)]
PROVISIONS = [
    ("有", Provision(Have.YES)),
    ("yes", Provision(Have.YES)),
    ("没有", Provision(Have.NO)),
    ("部分：只到一楼", Provision(Have.PARTLY, "只到一楼")),
    ("部分: 只到一楼", Provision(Have.PARTLY, "只到一楼")),
    ("partly: ground floor only", Provision(Have.PARTLY, "ground floor only")),
]


@pytest.mark.parametrize(("kind", "text"), ACCEPTED)
def test_a_text_that_is_accepted_is_kept_as_it_is(kind: Any, text: str) -> None:
    value = kind.from_text(text)
    assert (type(value), value) == (kind, text)


@pytest.mark.parametrize(("kind", "text", "code"), REFUSED)
def test_what_is_no_such_value_is_refused_and_quoted(kind: Any, text: str, code: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        kind.from_text(text)
    assert (refusal.value.code, refusal.value.words) == (code, (("text", text),))


@pytest.mark.parametrize(("text", "number"), DEGREES)
def test_degrees_are_numbers(text: str, number: float) -> None:
    assert Degrees.from_text(text) == number


@pytest.mark.parametrize(("text", "provision"), PROVISIONS)
def test_a_provision_is_an_answer_and_a_remark(text: str, provision: Provision) -> None:
    assert Provision.from_text(text) == provision


def test_the_remark_of_a_provision_keeps_its_own_colons() -> None:
    assert Provision.from_text("有：白天：问保安").note == "白天：问保安"


@pytest.mark.parametrize("text", ["181", "999", "-181"])
def test_degrees_do_not_go_beyond_the_earth(text: str) -> None:
    with pytest.raises(Unreadable):
        Degrees.from_text(text)


def choices(kind: type[Choice] = Choice) -> list[type[Choice]]:
    """Every `Choice` there is."""
    return [one for child in kind.__subclasses__() for one in (child, *choices(child))]


@pytest.mark.parametrize("kind", choices(), ids=lambda kind: kind.__name__)
def test_no_word_of_a_choice_means_two_things(kind: type[Choice]) -> None:
    spellings = [spelling for member in kind for spelling in member.value]
    assert len(spellings) == len(set(spellings))


def test_a_form_knows_each_key_by_both_its_names() -> None:
    form = form_of(Position)
    longitude = form.by_spelling["经度"]
    assert longitude is form.by_spelling["longitude"]
    assert (longitude.key, longitude.required) == (Key("经度", "东经几度", example="112.598"), True)
    assert not form.by_spelling["核实"].required
