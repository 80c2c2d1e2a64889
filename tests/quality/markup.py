"""What others' programs say of the HTML, and whether every page can live under a strict policy."""

from __future__ import annotations

import json
import subprocess
import tempfile
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from tests.quality.bench import Bench, Measured, counted
from tests.quality.tools import HERE, MODULES, Tool

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
HTML_VALIDATE = MODULES / "html-validate" / "bin" / "html-validate.mjs"
RULES = HERE / "htmlvalidate.cjs"


def nu(bench: Bench) -> Measured:
    """What the Nu HTML checker finds."""
    output = said("java", "-jar", VNU, "--errors-only", "--format", "json", "--stdout", *files(bench))
    return counted(
        f"{one['url'].partition('/site/')[2]}:{one.get('lastLine', 0)} {one['message']}"
        for one in json.loads(output)["messages"]
    )


def html_validate(bench: Bench) -> Measured:
    """What html-validate finds by the rules of `htmlvalidate.cjs`."""
    output = said("node", HTML_VALIDATE, "--config", RULES, "--formatter", "json", *files(bench))
    return counted(
        f"{page['filePath'].partition('/site/')[2]}:{one['line']} {one['ruleId']}: {one['message']}"
        for page in json.loads(output)
        for one in page["messages"]
    )


def broken_links(bench: Bench) -> Measured:
    """Links inside the site whose page, file or part does not exist, as lychee finds them."""
    options = ["--offline", "--include-fragments", "--index-files", "index.html", "--format", "json"]
    output = said(str(Tool.LYCHEE.program), *options, "--root-dir", bench.bulletin.root, *files(bench))
    return counted(
        f"{page.partition('/site/')[2]} {one['url']}: {one['status']['text']}"
        for page, links in json.loads(output)["error_map"].items()
        for one in links
    )


def files(bench: Bench) -> list[Path]:
    """The files of the pages that are judged."""
    return [bench.bulletin.pages[address] for address in bench.bulletin.judged]


def said(*command: str | Path) -> str:
    """What `command` prints, whatever it thinks of what it saw; into a file, since programs on Node cut off a long pipe."""
    with tempfile.TemporaryFile() as output:
        subprocess.run([str(word) for word in command], stdout=output, stderr=subprocess.DEVNULL, check=False)
        output.seek(0)
        return output.read().decode()


DATA_BLOCK = "application/ld+json"
"""Is never run, so that no policy is asked about it: https://www.w3.org/TR/CSP3/#should-block-inline."""


class Forbidden(HTMLParser):
    """What stands in a page that a strict Content-Security-Policy would stop, and whether the page has one."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found = ["no Content-Security-Policy"]
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "meta" and (values.get("http-equiv") or "").lower() == "content-security-policy":
            self.found.remove("no Content-Security-Policy")
        is_script = tag == "script" and "src" not in values and values.get("type") != DATA_BLOCK
        if tag == "style" or is_script:
            self.found.append(f"<{tag}> inside the page")
        self.found += [f"{name}= of <{tag}>" for name in values if name == "style" or name.startswith("on")]


def forbidden(bench: Bench) -> Measured:
    """Pages without a policy, and what a strict one would stop."""
    return counted(forbidden_in(bench))


def forbidden_in(bench: Bench) -> Iterator[str]:
    """The same, one by one."""
    for address in bench.bulletin.judged:
        html = bench.bulletin.pages[address].read_text(encoding="utf-8")
        yield from (f"{address} {one}" for one in Forbidden(html).found)
