"""Addresses of the site's own pages, as seen from one of them."""

from __future__ import annotations

from typing import NamedTuple


class Links(NamedTuple):
    """Relative addresses: they hold under any host and any path, and in a folder of files."""

    root: str
    """How to get from this page to the home page: nothing, `../`, `../../` …; or an absolute path."""
    directory_urls: bool = True
    up: str = ""
    """How to get from there to the files that editions share: `../` in the folder of a language."""

    def to(self, uri: str) -> str:
        """The address of the page or file `uri`, which may carry a `#part`."""
        path, sign, part = uri.partition("#")
        if not self.directory_urls and (not path or path.endswith("/")):
            path += "index.html"
        return (self.root + path or "./") + sign + part

    def to_own_file(self, uri: str) -> str:
        """The address of the file `uri` of this language."""
        return self.root + uri

    def to_file(self, uri: str) -> str:
        """The address of the file `uri`, which all languages share."""
        return self.root + self.up + uri


def links_from(uri: str, *, directory_urls: bool = True, folder: str = "") -> Links:
    """The links of the page `uri`, which ends with a slash or is empty for home, in the edition in `folder`."""
    return Links("../" * uri.count("/"), directory_urls, "../" * folder.count("/"))
