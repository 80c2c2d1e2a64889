"""What is written in another language is shown: the site has an edition in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from build_tools.reading.written import each
from build_tools.records.files import Kind
from build_tools.records.language import OTHERS
from build_tools.records.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from build_tools.problems import Problem
    from build_tools.reading.shelf import Shelf
    from build_tools.records.language import Language


def translations_are_shown(shelf: Shelf) -> Iterator[Problem]:
    """One warning for each language that the site does not have and texts on `shelf` are written in.

    Files with mistakes do not count: these may well lie in what was meant to be a translation.
    """
    wrong = {one.place.file for one in shelf.problems if one.severity == "error"}
    for one, site in each(shelf.written[Kind.SITE], Site):
        for language in OTHERS:
            files = [] if language in site.languages else files_in(language, shelf, wrong)
            if files:
                words = {"language": language.label, "file": files[0], "count": len(files)}
                yield one.problem("W106", "languages", **words)


def files_in(language: Language, shelf: Shelf, wrong: Set[str]) -> list[str]:
    """The files that are not `wrong` with texts in `language`; the vocabulary comes with them, whoever wants them."""
    written = [one.file for kind, some in shelf.written.items() if kind is not Kind.VOCABULARY for one in some]
    pages = [one.uri for one in shelf.of(Kind.TRANSLATED_ESSAY) if one.language == language.code]
    files = [file for file in written if language.code in shelf.languages.get(file, ())]
    return [file for file in (*files, *pages) if file not in wrong]
