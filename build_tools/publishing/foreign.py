"""Chinese words on pages of another language: marked as such, so that they are read aloud and set as Chinese."""

from __future__ import annotations

import re

TAG = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>)""")
HAN = "[\u2e80-\u303f\u3400-\u9fff\uff00-\uffef\U00020000-\U0003ffff]"
CHINESE = re.compile(rf"(?:(?<![0-9A-Za-z])[0-9A-Z]+)?{HAN}(?:[^a-z<&]*{HAN})?(?:[0-9A-Z-]*[0-9A-Z](?![0-9A-Za-z]))?")
"""From a run's first character to its last, with figures and capitals in its midst or close to it: 湘ICP备00000000号-1.

A capital that begins a word of another language is none of it."""
ONLY_TEXT = ("<title", "<option", "<textarea", "<script", "<style", "<desc")
"""Elements that hold nothing but text."""


def with_chinese_marked(html: str) -> str:
    """`html` of a page that is not Chinese, with `lang="zh-CN"` around each run of Chinese in its text."""
    marked: list[str] = []
    inside_drawing, inside_link, before = False, False, ""
    for part in TAG.split(html):
        if part.startswith("<"):
            inside_drawing = part.startswith("<svg") or (inside_drawing and part != "</svg>")
            inside_link = part.startswith("<a ") or (inside_link and part != "</a>")
            before = part
        elif not before.startswith(ONLY_TEXT):
            part = with_runs_marked(part, "tspan" if inside_drawing else "span", whole=inside_link)
        marked.append(part)
    return "".join(marked)


def with_runs_marked(text: str, element: str, *, whole: bool) -> str:
    """`text` with `element` around its runs; as a `whole` it stays one child of a link, which sets its children apart."""
    marked, runs = CHINESE.subn(rf'<{element} lang="zh-CN">\g<0></{element}>', text)
    is_mixed = runs > 1 or (runs and CHINESE.fullmatch(text.strip()) is None)
    return f"<{element}>{marked}</{element}>" if whole and is_mixed else marked
