"""One page for each organisation: what it is and what it does where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.pages.card import station_uri
from build_tools.publishing.pages.event import event_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from build_tools.facts.derive import Facts
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage
    from build_tools.records.event import Event


def hosted_by(organization: str, facts: Facts) -> list[Event]:
    """The events that `organization` hosts or has hosted, those ahead first."""
    return [event for event in (*facts.agenda.ahead, *facts.agenda.past) if organization in event.hosts]


def organization_pages(facts: Facts, press: Press) -> Iterator[SitePage]:
    """`/organizations/` and `/organizations/<id>/`."""
    directory = facts.directory
    organizations = facts.bulletin.organizations
    yield press.page(
        "organizations/",
        "organizations.html",
        title=press.say("organizations.title"),
        summary=press.say("organizations.summary", count=len(organizations)),
        organizations=organizations,
    )
    for organization in organizations:
        kind = directory.lexicon.partner_kinds[organization.kind]
        district = directory.districts[organization.district]
        yield press.page(
            f"organizations/{organization.id}/",
            "organization.html",
            title=organization.name,
            summary=press.say(
                "organization.summary", district=district.full_name, kind=kind.name, name=organization.name
            ),
            source=f"organizations/{organization.id}.yml",
            organization=organization,
            kind=kind,
            district=district,
            parent=directory.organizations.get(organization.parent or ""),
            teams=[one for one in organizations if one.parent == organization.id],
            events=[event_line(event, facts, press) for event in hosted_by(organization.id, facts)],
            parts_here=[
                (part.station.name, station_uri(part.station.id), part.role)
                for part in directory.parts.get(organization.id, ())
            ],
        )
