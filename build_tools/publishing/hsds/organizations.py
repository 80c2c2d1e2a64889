"""Organisations and teams as HSDS organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.publishing.hsds.entries import Entry, other_name, told
from build_tools.publishing.hsds.locations import location, phones
from build_tools.records.dates import PartialDate
from build_tools.records.organization import Organization
from build_tools.records.shapes import form_of

if TYPE_CHECKING:
    from build_tools.publishing.hsds.publication import Publication


def organization(one: Organization, publication: Publication) -> Entry:
    """What an organisation says of itself."""
    parent = publication.facts.directory.organizations[one.parent] if one.parent else None
    return told(
        id=publication.ids.organization(one),
        name=one.name,
        alternate_name=other_name(one.name),
        description=about(one, publication),
        year_incorporated=one.founded.year if isinstance(one.founded, PartialDate) else None,
        parent_organization_id=parent and publication.ids.organization(parent),
    )


def about(one: Organization, publication: Publication) -> str:
    """Of what kind it is and where, and what is told of it: HSDS wants a description of every organisation."""
    directory = publication.facts.directory
    kind = directory.lexicon.partner_kinds[one.kind].name
    members = form_of(Organization).by_spelling["members"].key.label
    lines = (
        f"{directory.districts[one.district].full_name}{publication.shown.say('comma')}{kind}",
        publication.joined(one.does),
        publication.line(members, one.members),
        one.text,
    )
    return "\n".join(filter(None, lines))


def whole_organization(one: Organization, publication: Publication) -> Entry:
    """`organization` with everything that belongs to it, and the stations at which it takes part."""
    owner, directory = publication.ids.organization(one), publication.facts.directory
    stations = {part.station.id: part.station for part in directory.parts.get(one.id, ())}
    term = publication.terms["partner_kinds", one.kind]
    return {
        **organization(one, publication),
        **told(
            phones=phones(owner, one.telephone, publication),
            locations=[location(station, publication) for station in stations.values()],
            attributes=[publication.attribute(owner, "organization", "partner_kind", term, one.kind)],
        ),
    }
