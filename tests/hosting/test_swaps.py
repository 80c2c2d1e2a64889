"""Whoever asks while the site is replaced gets one whole release, old or new: never a mixture, and never nothing."""

from __future__ import annotations

import os
import shutil
from itertools import cycle, islice
from typing import TYPE_CHECKING

from build_tools.hosting.layout import host_at
from build_tools.hosting.releases import remember_previous, show
from tests.conftest import MINIMAL
from tests.hosting.nginx import nginx_here, serving
from tests.hosting.visitors import Swaps, Visitor

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hosting.hosts import Place

VISITORS = 4
PUSHES, SWAPS = 2, 20
"""By real pushes, and between what they have made: more swaps than anybody can push."""
STYLE = "build_tools/theme/assets/parts.css"


def write_release(place: Place, number: int) -> None:
    """Another text on every page, and another style."""
    staff = place.staff()
    staff.put("content/site.yml", MINIMAL["site.yml"].replace("驿站公告", f"驿站公告{number}"))
    staff.put("content/stations/jia.yml", MINIMAL["stations/jia.yml"].replace("甲站", f"甲站{number}"))
    staff.commit(f"number {number}")
    (packages,) = (place.folder / "engine" / "newest").glob("lib/*/site-packages")
    draft = packages / f"{STYLE}.draft"
    draft.write_text(f"{(packages / STYLE).read_text('utf-8')}.r{number}{{color:red}}\n", encoding="utf-8")
    draft.replace(packages / STYLE)  # other hosts have the same file
    pushed = staff.push()
    assert pushed.returncode == 0, pushed.stdout


def kept(place: Place, folder: Path) -> Path:
    """The release that is shown, by names of its own that nobody prunes."""
    shutil.copytree(place.shown(), folder / place.shown().name, copy_function=os.link)
    return folder / place.shown().name


def test_visitors_during_pushes_and_swaps_get_whole_releases_only(place: Place, tmp_path: Path) -> None:
    nginx_here()
    host, prepared = host_at(place.folder, {}), place.folder / "prepared"
    with serving(place.folder, tmp_path / "nginx") as nginx:
        swaps = Swaps(place.folder, [0] * VISITORS)
        visitors = [Visitor(number, nginx.port, swaps) for number in range(VISITORS)]
        for visitor in visitors:
            visitor.start()
        releases = [kept(place, prepared)]
        for number in range(PUSHES):
            write_release(place, number)
            releases.append(kept(place, prepared))
            swaps.wait_for_all()
        for release in islice(cycle(releases), SWAPS):
            remember_previous(host)
            show(host, release)
            swaps.wait_for_all()
        swaps.end()
        for visitor in visitors:
            visitor.join()
    assert {fault for visitor in visitors for fault in visitor.wrong} == set()
    told = set().union(*(visitor.told for visitor in visitors))
    assert {(200, "br"), (200, "gzip"), (200, None), (304, None)} <= told
    assert len({uri for one in swaps.sums.values() for uri in one if uri.startswith("assets/bulletin.")}) == PUSHES + 1
