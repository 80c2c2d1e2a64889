"""Under which terms others may use what is published."""

from __future__ import annotations

from build_tools.records.key import Choice


class Licence(Choice):
    """A licence that has a page of its own; any other is written in the publisher's words."""

    BY = ("by", "CC BY 4.0")
    BY_SA = ("by-sa", "CC BY-SA 4.0")
    BY_NC = ("by-nc", "CC BY-NC 4.0")
    BY_NC_SA = ("by-nc-sa", "CC BY-NC-SA 4.0")
    NOBODY = ("zero", "CC0 1.0")
    DATABASE = ("odbl", "ODbL 1.0")

    @property
    def page(self) -> str:
        """Its text."""
        if self is Licence.DATABASE:
            return "https://opendatacommons.org/licenses/odbl/1-0/"
        if self is Licence.NOBODY:
            return "https://creativecommons.org/publicdomain/zero/1.0/deed.zh-hans"
        return f"https://creativecommons.org/licenses/{self.code}/4.0/deed.zh-hans"
