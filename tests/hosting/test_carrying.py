"""What is written to look at a push: each file once outside of the content, and never more than any disk has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from build_tools.hosting.admitting import MOST, insist_on_sum
from build_tools.hosting.carrying import Carried, carried_by
from build_tools.hosting.refusal import HostError
from build_tools.hosting.repository import Brought, Entry
from tests.hosting import handmade
from tests.hosting.hosts import said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from build_tools.hosting.repository import Repository
    from tests.hosting.hosts import Place, Staff

FIRST, SECOND = "1" * 40, "2" * 40
MB = 1 << 20


class Sizes:
    """A repository in which each object has one MB."""

    def sizes(self, ids: Iterable[str]) -> dict[str, int]:
        return dict.fromkeys(ids, MB)


EACH_ONE_MB = cast("Repository", Sizes())


def file(path: str, id: str = "a", size: int = 0) -> Entry:
    """A file of this name."""
    return Entry(b"100644", b"blob", id, size, path.encode())


def test_outside_of_the_content_one_file_with_many_names_is_carried_once_with_all_of_them() -> None:
    brought = [Brought(FIRST, file("x")), Brought(SECOND, file("y")), Brought(SECOND, file("x"))]
    assert carried_by(brought, []) == [Carried("a", {b"x": FIRST[:8], b"y": SECOND[:8]})]


def test_in_the_content_it_is_carried_for_each_path_since_what_was_reviewed_is_one_path() -> None:
    brought = [Brought(FIRST, file(path)) for path in ("x", "content/x.yml", "content/y.yml")]
    one = FIRST[:8]
    assert carried_by(brought, []) == [
        Carried("a", {path.encode(): one}) for path in ("x", "content/x.yml", "content/y.yml")
    ]


def test_what_is_read_anyhow_is_not_carried_and_what_lies_beside_it_is() -> None:
    tip = [file("content/x.yml"), file("x")]
    brought = [Brought(FIRST, one) for one in tip]
    assert carried_by(brought, tip) == [Carried("a", {b"x": FIRST[:8]})]


def test_what_is_carried_and_the_content_together_have_a_limit() -> None:
    tip = [file("content/x.yml", size=MB), file("x", size=MOST * MB)]
    insist_on_sum(EACH_ONE_MB, ["a"] * (MOST - 1), tip)
    with pytest.raises(HostError, match="too_much"):
        insist_on_sum(EACH_ONE_MB, ["a"] * MOST, tip)


@pytest.mark.slow
def test_a_small_push_that_unpacks_to_more_is_refused_in_one_sentence(refusing: Place, clone: Staff) -> None:
    tip = clone.git("rev-parse", "HEAD")
    nothing = handmade.blob(clone, bytes(60 * MB))
    names = [handmade.Entry(handmade.FILE, b"%d.yml" % one, nothing) for one in range(9)]
    done = clone.push(f"{handmade.inside_content(clone, *names)}:refs/heads/main")
    assert done.returncode == 1
    # nine in the content, which check reads: they are not carried besides
    assert said(done.stdout) == ["这次推送展开有 540 MB，超过 500 MB，不收。少放一些再推送。"]
    handmade.insist_on_nothing_left(refusing, tip)
