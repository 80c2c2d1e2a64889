"""The oldest browsers that residents have, Chromium 78 and iOS 13, understand every script."""

from __future__ import annotations

import re

import pytest

from tests.sites import ROOT

SCRIPTS = sorted((ROOT / "build_tools" / "theme" / "assets").glob("*.js"))
NEWER = {
    "optional chaining (Chromium 80)": r"\?\.(?!\d)",
    "?? (80)": r"\?\?",
    "logical assignment (85)": r"(?:\|\||&&)=",
    "looking behind (iOS 16.4)": r"\(\?<[=!]",
    "private and static members": r"\bstatic\b|[\s.]#\w+\s*[=(;]",
    "modules and waiting outside functions": r"^(?:import|export|await)\b",
    "arrays (86 to 122)": r"\.(?:at|findLast|findLastIndex|toSorted|toReversed|toSpliced|with|group)\(",
    "strings and objects (85 to 93)": r"\.(?:replaceAll|isWellFormed)\(|\b(?:hasOwn|groupBy|fromAsync)\(",
    "promises (85 to 119)": r"\bPromise\.(?:any|try|withResolvers)\b|\bAbortSignal\.(?:timeout|any)\b",
    "elements (86 to 125)": r"\.(?:replaceChildren|checkVisibility|setHTML|togglePopover|showPopover|requestSubmit)\(",
    "globals (84 to 98)": r"\b(?:structuredClone|WeakRef|AggregateError|scheduler|navigation|randomUUID)\b",
    "selectors (88 and 105)": r"(?:querySelector(?:All)?|closest|matches)\([^)]*:(?:is|where|has)\(",
    "media queries that listen (iOS 14)": r"matchMedia\([^)]*\)\.addEventListener",
}
"""What came later, and how it is written."""
REMARKS = re.compile(r"/\*.*?\*/|(?<![:'\"])//[^\n]*", re.DOTALL)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_script_uses_what_these_browsers_do_not_know(script: object) -> None:
    source = REMARKS.sub("", script.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    used = {name: re.findall(written, source, re.MULTILINE) for name, written in NEWER.items()}
    assert {name: found for name, found in used.items() if found} == {}


@pytest.mark.parametrize(
    "line",
    [
        "window.print?.();",
        "a = b ?? c;",
        "a ||= b;",
        "list.replaceChildren();",
        "list.at(-1)",
        "text.replaceAll('a', 'b')",
        "/(?<!a)b/",
        "one.matches(':is(a, b)')",
        "await fetch('a');",
    ],
)
def test_what_is_newer_is_noticed(line: str) -> None:
    assert any(re.search(written, line, re.MULTILINE) for written in NEWER.values())


@pytest.mark.parametrize("line", ["a ? .5 : 1;", "const { at } = record;", "place.at[3]", "'#icon-'", "form.elements"])
def test_what_is_old_is_not(line: str) -> None:
    assert [name for name, written in NEWER.items() if re.search(written, line, re.MULTILINE)] == []
