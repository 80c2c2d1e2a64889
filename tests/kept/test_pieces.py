"""Pieces that lie beside the site are believed only as they were written; none of them shows in what is published."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from build_tools.keeping import Keeper
from build_tools.making import Work
from build_tools.pieces import KeptPieces
from build_tools.publishing import compose
from build_tools.publishing.site import Piece
from build_tools.sealed import UnbelievableError, sealed, unsealed
from build_tools.workers import ALONE
from tests.generated import write_bulletin
from tests.kept.edits import with_line
from tests.kept.more_edits import OF_CONTENT
from tests.kept.test_sequences import dice_of, follow
from tests.kept.world import World, sample_world
from tests.sites import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

KEY, OTHER = bytes(16), bytes(15) + b"1"


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    """A small bulletin in several parts that has been built."""
    monkeypatch.setattr(compose, "RECORDS_AT_ONCE", 3)
    made = World(tmp_path)
    write_bulletin(made.content, 12)
    assert made.build()
    return made


def pieces_of(world: World) -> list[Path]:
    """The files of the pieces that are kept."""
    return sorted((world.state.parent / "pieces").iterdir())


def missing(pieces: list[Path]) -> None:
    for path in pieces[::2]:
        path.unlink()


def emptied(pieces: list[Path]) -> None:
    for path in pieces:
        path.write_bytes(b"")


def cut_off(pieces: list[Path]) -> None:
    for number, path in enumerate(pieces):
        path.write_bytes(path.read_bytes()[: -1 - number])


def with_a_wrong_bit(pieces: list[Path]) -> None:
    for number, path in enumerate(pieces):
        content = bytearray(path.read_bytes())
        content[len(content) * number // len(pieces)] ^= 1 << number % 8
        path.write_bytes(content)


def exchanged(pieces: list[Path]) -> None:
    contents = [path.read_bytes() for path in pieces]
    for path, content in zip(pieces, (*contents[1:], contents[0]), strict=True):
        path.write_bytes(content)


def made_folders(pieces: list[Path]) -> None:
    for path in pieces:
        path.unlink()
        path.mkdir()


def made_links(pieces: list[Path]) -> None:
    """To a file elsewhere, which must stay as it is."""
    elsewhere = pieces[0].parents[2] / "elsewhere"
    elsewhere.write_text("precious")
    for path in pieces:
        path.unlink()
        path.symlink_to(elsewhere)


def without_their_folder(pieces: list[Path]) -> None:
    folder = pieces[0].parent
    for path in pieces:
        path.unlink()
    folder.rmdir()
    folder.write_text("not a folder")


HANDS = (missing, emptied, cut_off, with_a_wrong_bit, exchanged, made_folders, made_links, without_their_folder)


@pytest.mark.parametrize("hand", HANDS)
def test_pieces_that_are_not_as_they_were_written_are_made_again(
    world: World, hand: Callable[[list[Path]], None]
) -> None:
    hand(pieces_of(world))
    with_line(world.content / "stations" / "station-2.yml", "面积", "77")
    assert world.build()
    assert world.differences() == []
    elsewhere = world.site.parent / "elsewhere"
    assert not elsewhere.exists() or elsewhere.read_text() == "precious"


def test_pieces_of_another_program_are_not_believed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    before = pieces_of(world)
    monkeypatch.setattr("build_tools.engine.Engine.digest", lambda _: b"another program!")
    assert world.build()
    assert set(before).isdisjoint(pieces_of(world))


def test_one_edit_makes_the_pieces_of_one_part_again_and_others_go(world: World) -> None:
    before = {path: path.stat().st_ino for path in pieces_of(world)}
    with_line(world.content / "stations" / "station-2.yml", "面积", "77")
    assert world.build()
    after = {path: path.stat().st_ino for path in pieces_of(world)}
    assert len(after) == len(before)
    kept = [path for path, inode in before.items() if after.get(path) == inode]
    assert len(before) - len(kept) == len(before) // 8  # parts


def test_what_somebody_else_has_laid_beside_pieces_stays(world: World) -> None:
    (pieces_of(world)[0].parent / "readme").write_text("precious")
    with_line(world.content / "stations" / "station-2.yml", "面积", "77")
    assert world.build()
    assert (pieces_of(world)[0].parent / "readme").read_text() == "precious"


def test_parts_do_not_show(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest(world.site)
    monkeypatch.setattr(compose, "RECORDS_AT_ONCE", 50)
    assert world.built_in(world.clean)
    assert digest(world.clean) == before


def test_a_site_in_several_parts_is_the_same_after_any_edits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compose, "RECORDS_AT_ONCE", 2)
    monkeypatch.setattr(compose, "FEW", 1)
    follow(sample_world(tmp_path), dice_of(7), OF_CONTENT, steps=3)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8, 11))
def test_a_site_in_several_parts_is_the_same_after_many_edits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(compose, "RECORDS_AT_ONCE", 2)
    follow(sample_world(tmp_path), dice_of(seed), OF_CONTENT, steps=8)


class Counted:
    """A piece, and how often it was made."""

    def __init__(self, key: bytes | None) -> None:
        self.count = 0
        self.piece = Piece(key, self.made)

    def made(self) -> Any:
        self.count += 1
        return [("甲", b"1", 2, None, 0.5)]


def test_a_piece_is_made_once_for_its_key_and_always_without_one(tmp_path: Path) -> None:
    kept = KeptPieces(tmp_path / "not" / "there")
    for key, count in ((KEY, 1), (None, 3)):
        one = Counted(key)
        assert [kept.given(one.piece) for _ in range(3)] == [one.made()] * 3
        assert one.count == count + 1
    kept.remove_all_but([OTHER])
    again = Counted(KEY)
    kept.given(again.piece)
    assert again.count == 1


def test_a_server_keeps_pieces_as_long_as_it_runs(tmp_path: Path) -> None:
    keeper, one = Keeper(tmp_path / "site", lasting=False), Counted(KEY)
    for _ in range(2):
        keeper.pieces.given(one.piece)
    folder = keeper.pieces.folder
    assert (one.count, folder.is_dir()) == (1, True)
    del keeper
    assert not folder.exists()


class Server:
    """A keeper whose builds make one page, as a server's do."""

    def __init__(self, site: Path) -> None:
        self.keeper = Keeper(site, lasting=False)

    def begin(self, others: Collection[str] = ()) -> None:
        self.keeper.open(b"engine")
        if self.keeper.begin():
            self.keeper.clear(self.keeper.look(), others)

    def fill(self, text: bytes, key: bytes, *more: Work) -> None:
        self.keeper.fill([Work("page", key, lambda: [("page", text)]), *more], [], ALONE, {}, ())


def failing() -> Iterator[tuple[str, bytes]]:
    raise ZeroDivisionError


@pytest.fixture
def server(tmp_path: Path) -> Server:
    """One that has built once."""
    made = Server(tmp_path / "site")
    made.begin()
    made.fill(b"one", KEY)
    return made


def test_a_server_believes_nothing_of_a_site_whose_build_failed_while_pages_were_made(server: Server) -> None:
    server.begin()
    with pytest.raises(ZeroDivisionError):
        server.fill(b"two", OTHER, Work("broken", None, failing))
    server.begin()
    server.fill(b"one", KEY)
    assert (server.keeper.site / "page").read_bytes() == b"one"


def test_a_server_believes_nothing_of_a_site_whose_build_failed_before_pages_were_made(server: Server) -> None:
    server.begin(others={"page"})
    assert not (server.keeper.site / "page").exists()
    server.begin()
    server.fill(b"one", KEY)
    assert (server.keeper.site / "page").read_bytes() == b"one"


def test_only_what_is_plain_and_whole_is_sealed_and_believed() -> None:
    value = [("甲", b"1", 2, None, {"a": (0.5, True)})]
    whole = b"".join(sealed(value, KEY))
    assert unsealed(whole, KEY) == value
    for damaged, key in ((whole, OTHER), (whole[:-1], KEY), (b"", KEY), (whole + b"1", KEY)):
        with pytest.raises(UnbelievableError):
            unsealed(damaged, key)
    with pytest.raises(TypeError):
        sealed([Random], KEY)
