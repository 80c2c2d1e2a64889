"""One page for each organisation: what it is and what it does where."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from build_tools.facts.directory import grouped
from build_tools.publishing.addresses import organization_uri, station_uri
from build_tools.publishing.formats import alternates_of_organization
from build_tools.publishing.json_ld.organization import linked_organization
from build_tools.publishing.pages.event import event_line
from build_tools.publishing.pages.share import marks_of, shared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.facts.derive import Facts
    from build_tools.facts.directory import Part
    from build_tools.facts.occurrences import Occurrence
    from build_tools.publishing.pages.share import Share
    from build_tools.publishing.press import Press
    from build_tools.publishing.site import SitePage
    from build_tools.records.organization import Organization


def hosted_events(facts: Facts) -> dict[str, tuple[Occurrence, ...]]:
    """Organisation → the events that it hosts or has hosted, those ahead first."""
    events = (*facts.agenda.ahead, *facts.agenda.past)
    return grouped((host, one) for one in events for host in one.event.hosts)


def teams_of(organizations: tuple[Organization, ...]) -> dict[str, tuple[Organization, ...]]:
    """Organisation → those that belong to it."""
    return grouped((one.parent, one) for one in organizations if one.parent)


def list_pages(facts: Facts, press: Press) -> Iterator[SitePage]:
    """`/organizations/`; many of them on a page for each district."""
    organizations = facts.bulletin.organizations
    title = press.say("organizations.title")
    shares = shared([(one.district, one) for one in organizations], "organizations/in/", facts)
    yield list_page("organizations/", title, organizations, shares, press)
    for share in shares:
        part = press.say("share.title", title=title, district=share.district.name)
        yield list_page(share.uri, part, share.members, [], press)


def list_page(
    uri: str, title: str, organizations: Sequence[Organization], shares: list[Share[Organization]], press: Press
) -> SitePage:
    """The page `uri` with `organizations`, or with the pages that share them."""
    return press.page(
        uri,
        "organizations.html",
        title=title,
        summary=press.say("organizations.summary", count=len(organizations)),
        made_from=(),  # the files of organisations are common to all pages
        organizations=() if shares else organizations,
        shares=shares,
    )


def organization_pages(facts: Facts, press: Press) -> Iterator[SitePage]:
    """`/organizations/` and `/organizations/<id>/`."""
    directory = facts.directory
    organizations = facts.bulletin.organizations
    hosted, teams = hosted_events(facts), teams_of(organizations)
    yield from list_pages(facts, press)
    for organization in organizations:
        parts, events = directory.parts.get(organization.id, ()), hosted.get(organization.id, ())
        kind = directory.lexicon.partner_kinds[organization.kind]
        district = directory.districts[organization.district]
        yield press.page(
            organization_uri(organization.id),
            "organization.html",
            title=organization.name,
            summary=press.say(
                "organization.summary", district=district.full_name, kind=kind.name, name=organization.name
            ),
            source=f"organizations/{organization.id}.yml",
            made_from=[*marks_of(parts, press), *(press.sources.of_event(one.event) for one in events)],
            alternates=tuple(alternates_of_organization(organization, facts, press.folder)),
            linked_data=partial(linked_organization, organization, facts, press.folder),
            shows=partial(part_taken, parts, events, facts, press),
            organization=organization,
            kind=kind,
            district=district,
            parent=directory.organizations.get(organization.parent or ""),
            teams=teams.get(organization.id, ()),
        )


def part_taken(parts: Sequence[Part], events: Sequence[Occurrence], facts: Facts, press: Press) -> dict[str, Any]:
    """What an organisation that has these `parts` does at which station, and the `events` that it hosts."""
    return {
        "parts_here": [(part.station.name, station_uri(part.station.id), part.role) for part in parts],
        "events": [event_line(one, facts, press) for one in events],
    }
