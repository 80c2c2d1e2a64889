"""Linked data inside a page, where search engines look for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from build_tools.publishing.json_text import json_text

if TYPE_CHECKING:
    from collections.abc import Mapping

HARMLESS = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""JSON's other spelling of what could end the element, whatever staff wrote."""


def json_ld(said: Mapping[str, Any]) -> str:
    """The element that holds `said`; a data block, which no policy for scripts has to allow."""
    text = json_text({"@context": "https://schema.org", **said})
    for sign, harmless in HARMLESS.items():
        text = text.replace(sign, harmless)
    return f'\n<script type="application/ld+json">{text}</script>'
