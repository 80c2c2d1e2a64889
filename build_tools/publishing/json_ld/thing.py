"""A thing of schema.org, with what is known of it and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_tools.records.key import Unknown

if TYPE_CHECKING:
    from build_tools.records.site import Site

Thing = dict[str, Any]
"""Its `@type` and its properties, in the order in which they are written."""


def thing(type_: str, **properties: Any) -> Thing:
    """A `type_` with those of `properties` that somebody knows."""
    return {"@type": type_, **{name: said for name, said in properties.items() if is_said(said)}}


def is_said(value: object) -> bool:
    """Whether `value` says anything; no and 0 do."""
    return not (value is None or isinstance(value, Unknown) or value in ("", (), [], {}))


def one_or_all(values: list[Any]) -> Any:
    """`values`, without a list around a single one."""
    return values[0] if len(values) == 1 else values


def whole_address(site: Site, uri: str) -> str | None:
    """Where `uri` stands; None while nobody has said where the `site` does."""
    return f"{site.address}{uri}" if site.address else None
