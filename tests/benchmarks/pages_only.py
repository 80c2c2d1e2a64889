"""`mkdocs build` without open data: `python -m tests.benchmarks.pages_only …`, as `mkdocs` takes its arguments."""

from __future__ import annotations

import sys

from mkdocs.__main__ import cli

from build_tools.publishing import exports

OF_PAGES = {"pictures", "guide_pictures", "webp_files", "emblem", "leaflet", "site_map", "robots", "search", "live_map"}
"""What pages themselves show, or search engines need of them."""
GROUPS = [name for name, value in vars(exports).items() if name.isupper() and isinstance(value, tuple)]


if __name__ == "__main__":
    for group in GROUPS:
        kept = tuple(export for export in getattr(exports, group) if export.__name__ in OF_PAGES)
        setattr(exports, group, kept)
    sys.exit(cli())
