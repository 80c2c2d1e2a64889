"""Organisations: one with a page of its own, or just a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.addresses import organization_uri
from build_tools.publishing.json_ld.place import address_in
from build_tools.publishing.json_ld.thing import Thing, thing, whole_address
from build_tools.records.dates import PartialDate

if TYPE_CHECKING:
    from build_tools.facts.derive import Facts
    from build_tools.records.organization import Organization
    from build_tools.records.site import Site


def linked_organization(one: Organization, facts: Facts, folder: str) -> Thing:
    """All of `one`, in the edition that stands in `folder`."""
    directory = facts.directory
    parent = directory.organizations.get(one.parent or "")
    return thing(
        "Organization",
        name=one.name,
        url=url_of(one, facts, folder),
        address=address_in(directory.districts[one.district]),
        telephone=one.telephone,
        foundingDate=str(one.founded) if isinstance(one.founded, PartialDate) else None,
        parentOrganization=named(parent, facts, folder) if parent else None,
    )


def named(one: Organization, facts: Facts, folder: str) -> Thing:
    """`one` as others mention it."""
    return thing("Organization", name=one.name, url=url_of(one, facts, folder))


def url_of(one: Organization, facts: Facts, folder: str) -> str | None:
    """The address of the page of `one`."""
    return whole_address(facts.bulletin.site, folder + organization_uri(one.id))


def host_of(site: Site) -> Thing | None:
    """Who publishes the `site`, if anybody has said so."""
    return thing("Organization", name=site.host) if isinstance(site.host, str) else None
