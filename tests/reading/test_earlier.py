"""What an earlier build has read comes back as it was, or not at all."""

import pickle
import re
import shutil
import zlib
from collections.abc import Callable, Sequence
from dataclasses import FrozenInstanceError, fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from build_tools.digest import SIZE, digest
from build_tools.problems import Problem, has_errors
from build_tools.reading.bulletin import read_bulletin
from build_tools.reading.drafts import draft_of
from build_tools.reading.earlier import Earlier
from build_tools.reading.gate.whole import scan_whole
from build_tools.reading.packing import NOT_OURS, is_record, packed, unpacked
from build_tools.records.dates import Day
from build_tools.records.files import RECORD_KINDS
from build_tools.records.key import UNKNOWN
from build_tools.records.shapes import Shape, form_of
from build_tools.records.station import Life, Partner
from tests.sites import SAMPLE

VALUES = [
    Partner(kind="a", role="b"),
    Life.OPEN,
    UNKNOWN,
    Day.from_text("2026-10-08"),
    date(2026, 1, 2),
    ("x", None, 1),
]
FOREIGN = [Path("/"), print, read_bulletin, pytest.raises]


def keys_of(*words: str) -> list[bytes]:
    return [digest(word.encode()) for word in words]


def kept(*words: str) -> dict[bytes, bytes]:
    """The one pack that a build leaves which reads a file for each of `words`."""
    earlier = Earlier(b"engine")
    earlier.keep(keys_of(*words), packed(list(words)))
    return earlier.used


def found(packs: dict[bytes, bytes], *words: str) -> tuple[Sequence[str], dict[bytes, bytes]]:
    """What is found of `words`, and what is left for the next build."""
    earlier = Earlier(b"engine", packs)
    return sorted(earlier.find(keys_of(*words)).values()), earlier.used


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    assert unpacked(packed(value)) == value


def test_every_record_comes_back_as_it_was() -> None:
    kinds: set[Any] = records_in(*(kind.record for kind in RECORD_KINDS))
    for kind in kinds:
        names = [field.name for field in fields(kind)]
        record = draft_of(kind)(*names)
        assert type(record) is kind
        assert unpacked(packed(record)) == record == kind(**dict(zip(names, names, strict=True)))
        with pytest.raises(FrozenInstanceError):
            record.__setattr__(names[0], 1)


def records_in(*kinds: Any) -> set[Any]:
    """Those of `kinds` that are records, and all records inside them."""
    return {
        record
        for kind in kinds
        if is_record(kind)
        for record in (kind, *records_in(*(base_of(field.shape) for field in form_of(kind).fields)))
    }


def base_of(shape: Shape) -> Any:
    """The class of what has this `shape`, or of the entries of such a list."""
    return shape.many.base if shape.many else shape.base


@pytest.mark.parametrize("value", FOREIGN, ids=["path", "print", "read_bulletin", "raises"])
def test_nothing_but_our_own_values_is_unpacked(value: object) -> None:
    with pytest.raises(NOT_OURS):
        unpacked(zlib.compress(pickle.dumps(value)))


def test_the_bulletin_is_the_same_when_it_has_been_read_earlier() -> None:
    first = Earlier(b"engine")
    now = read_bulletin(SAMPLE, earlier=first)
    second = Earlier(b"engine", first.used)
    assert read_bulletin(SAMPLE, earlier=second) == now
    assert second.used == first.used
    assert now[0] is not None


@pytest.mark.parametrize("text", ["住户刘某说热水很烫。", "住户<b>刘</b>某说热水很烫。"], ids=["as written", "as read"])
def test_what_the_gate_has_found_comes_back_as_it_was(text: str) -> None:
    scanned = scan_whole("a.yml", text)
    assert scanned
    assert unpacked(packed(scanned)) == scanned


def test_what_was_opened_and_is_of_no_use_any_more_is_forgotten() -> None:
    first = Earlier(b"engine")
    read_bulletin(SAMPLE, earlier=first)
    of_another = Earlier(b"another engine", first.used)
    read_bulletin(SAMPLE, earlier=of_another)
    assert first.used.keys().isdisjoint(of_another.used)
    assert of_another.ready == {}


def read_twice(content: Path, change: Callable[[], object]) -> tuple[set[bytes], tuple[Problem, ...]]:
    """The packs that are new after a `change` of `content`, and what is wrong then: the same as without a reading before."""
    first = Earlier(b"engine")
    read_bulletin(content, earlier=first)
    change()
    second = Earlier(b"engine", first.used)
    now = read_bulletin(content, earlier=second)
    assert now[1] == read_bulletin(content)[1]
    return second.used.keys() - first.used.keys(), now[1]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return shutil.copytree(SAMPLE, tmp_path / "content")


def test_only_a_new_file_is_read(content: Path) -> None:
    one = content / "organizations" / "scissors.yml"
    new, _ = read_twice(content, lambda: shutil.copy(one, one.with_name("new.yml")))
    assert [len(names) for names in new] == [SIZE]


def test_a_server_opens_again_only_what_still_holds(content: Path) -> None:
    server = Server(content)
    event = content / "events" / "2026" / "chess.yml"
    host = content / "organizations" / "scissors.yml"
    text = event.read_text(encoding="utf-8")
    server.reads()
    event.write_text(re.sub("(?m)^主办: .*$", "主办: [scissors]", text), encoding="utf-8")
    server.reads()
    kept = host.read_bytes()
    host.unlink()
    assert "E052" in server.reads()
    host.write_bytes(kept)
    assert "E052" not in server.reads()


class Server:
    """Reads the same content time and again, as the server's builds do."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.earlier = Earlier(b"engine", {}, {})

    def reads(self) -> set[str]:
        """The codes of what is wrong now: the same as for somebody who reads for the first time."""
        self.earlier = Earlier(b"engine", self.earlier.used, self.earlier.contents)
        bulletin, problems = read_bulletin(self.content, earlier=self.earlier)
        assert problems == read_bulletin(self.content)[1]
        assert (bulletin is None) == has_errors(problems)
        return {one.code for one in problems}


def test_what_names_a_file_that_has_gone_is_read_again(content: Path) -> None:
    _, problems = read_twice(content, (content / "organizations" / "scissors.yml").unlink)
    assert "E052" in {one.code for one in problems}


def test_what_named_a_file_that_has_come_is_read_again(content: Path) -> None:
    one = content / "organizations" / "scissors.yml"
    text = one.read_text(encoding="utf-8")
    one.unlink()
    _, problems = read_twice(content, lambda: one.write_text(text, encoding="utf-8"))
    assert "E052" not in {one.code for one in problems}


def test_a_tally_whose_station_has_come_is_read_again(content: Path) -> None:
    (content / "tallies").mkdir(exist_ok=True)
    (content / "tallies" / "new.yml").write_text("截至: 2026-01\n", encoding="utf-8")
    one = next((content / "stations").iterdir())
    _, problems = read_twice(content, lambda: shutil.copy(one, one.with_name("new.yml")))
    assert "E162" not in {one.code for one in problems}


def test_a_pack_is_kept_while_half_of_it_is_of_use() -> None:
    packs = kept("a", "b", "c", "d")
    assert found(packs, "a", "b", "e") == (["a", "b"], packs)
    assert found(packs, "a", "e") == ([], {})


@pytest.mark.parametrize(
    "damaged", [b"", packed(["a"]), packed(1), zlib.compress(pickle.dumps(Path("/"))), pickle.dumps(Path("/"))]
)
def test_a_pack_that_cannot_be_believed_is_read_again(damaged: bytes) -> None:
    packs = kept("a", "b")
    assert found(dict.fromkeys(packs, damaged), "a", "b") == ([], {})


def as_python_3_11_2_does(value: Life, protocol: int) -> tuple[object, ...]:  # noqa: ARG001 — as pickle calls it
    """How a member of an enumeration says it is made again there."""
    return getattr, (type(value), value.name)


def test_words_of_a_few_come_back_whatever_python_would_make_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Life, "__reduce_ex__", as_python_3_11_2_does)
    assert unpacked(packed((Life.OPEN, UNKNOWN))) == (Life.OPEN, UNKNOWN)
