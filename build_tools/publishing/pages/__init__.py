"""The kinds of page: one module each, listed by hand in the order of the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.pages.changes import changes_page
from build_tools.publishing.pages.essay import essay_pages
from build_tools.publishing.pages.event import event_pages
from build_tools.publishing.pages.guide import guide_pages
from build_tools.publishing.pages.guide_messages import guide_message_pages
from build_tools.publishing.pages.home import home_page
from build_tools.publishing.pages.moved import moved_pages
from build_tools.publishing.pages.need import need_pages
from build_tools.publishing.pages.not_found import not_found_page
from build_tools.publishing.pages.notice import notice_pages
from build_tools.publishing.pages.numbers import numbers_page
from build_tools.publishing.pages.open_data import open_data_page
from build_tools.publishing.pages.organization import organization_pages
from build_tools.publishing.pages.reviewed import reviewed_page
from build_tools.publishing.pages.service_kind import service_kind_pages
from build_tools.publishing.pages.site_map import site_map_page
from build_tools.publishing.pages.station import station_pages
from build_tools.publishing.pages.station_list import station_list_pages
from build_tools.publishing.pages.step_free import step_free_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage

PAGES: tuple[Callable[[Facts, Press], Iterator[SitePage]], ...] = (
    home_page,
    station_list_pages,
    station_pages,
    need_pages,
    service_kind_pages,
    step_free_pages,
    event_pages,
    notice_pages,
    organization_pages,
    numbers_page,
    open_data_page,
    essay_pages,
    guide_pages,
    guide_message_pages,
    changes_page,
    reviewed_page,
    site_map_page,
    moved_pages,
    not_found_page,
)
FIRST_EDITION_ONLY = (guide_pages, guide_message_pages, not_found_page)
"""Staff read Chinese, and a missing page is shown whatever language was looked for."""
