"""Where the page of a record stands, from the site's root or that of an edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_tools.records.event import Event
    from build_tools.records.notice import Notice


def station_uri(station_id: str) -> str:
    """The address of a station's page."""
    return f"stations/{station_id}/"


def event_uri(event: Event) -> str:
    """The address of the event's page."""
    return f"events/{event.year}/{event.id}/"


def notice_uri(notice: Notice) -> str:
    """The address of the notice's page."""
    return f"notices/{notice.year}/{notice.id}/"


def organization_uri(id: str) -> str:
    """The address of an organisation's page."""
    return f"organizations/{id}/"
