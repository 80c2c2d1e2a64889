"""A repository that `new site` has laid out, pushed to a host of its own: only its content counts there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.reading.locale import read_wording
from build_tools.scaffolding.laying_out import lay_out
from tests.conftest import TODAY
from tests.hosting.hosts import insist_on_whole

if TYPE_CHECKING:
    from tests.hosting.hosts import Place


def test_a_new_site_pushed_as_it_is_goes_live(unused: Place) -> None:
    staff = unused.staff()
    lay_out(staff.folder, TODAY, read_wording("zh"))
    commit = staff.commit()
    pushed = staff.push()
    assert pushed.returncode == 0, pushed.stdout
    assert unused.commit_shown() == commit
    assert "示例驿站" in unused.page("stations/shili/index.html")
    insist_on_whole(unused)
