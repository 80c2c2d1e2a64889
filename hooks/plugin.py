"""The events of `publish.py` as a plugin, for sites that install the engine as a package: `plugins: [station-bulletin]`."""

from __future__ import annotations

from mkdocs.config.base import LegacyConfig
from mkdocs.plugins import BasePlugin

from hooks import publish


class BulletinPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]
    """What `hooks: [hooks/publish.py]` does, by a name that does not depend on where the engine lies."""


for name, event in vars(publish).items():
    if name.startswith("on_"):
        setattr(BulletinPlugin, name, staticmethod(event))
