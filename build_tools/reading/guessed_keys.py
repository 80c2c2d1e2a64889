"""Keys that somebody guesses who has not looked them up, and that are spelled like none there is: 手机, 经纬度, 状态."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from build_tools.reading.tree import Mapping, Scalar
from build_tools.records.event import Change
from build_tools.records.schedule import DatedException
from build_tools.records.shapes import form_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from build_tools.reading.tree import Node
    from build_tools.records.shapes import Form

PLACES = ("经纬度", "坐标", "定位", "GPS", "gps")
PHONES = ("手机", "手机号", "手机号码", "座机", "联系方式")
MEANT = {**dict.fromkeys(PLACES, ("位置", "中心")), **dict.fromkeys(PHONES, ("电话",))}
"""What is guessed → what it may stand for, where there is such a key."""
NUMBER = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
COURSE, WHY = ("状态", "course"), ("状态原因", "原因", "course_reason")
OPEN = "…"
"""Stands for what nobody but the writer knows."""


def says_one_thing(form: Form) -> bool:
    """Whether a record of `form` says nothing at all, or something else, without one of its keys."""
    return form is form_of(Change) or form is form_of(DatedException)


def guessed_key(text: str, form: Form) -> str:
    """The key of `form` that is meant by `text`, or nothing."""
    return next((label for label in MEANT.get(text, ()) if label in form.by_spelling), "")


def said_otherwise(form: Form, key: Scalar, child: Node, pairs: Sequence[tuple[Scalar, Node]]) -> str:
    """What to write instead of `key` and `child` among `pairs`, where another key will not do for them; or nothing."""
    if form is form_of(Change) and key.text in COURSE and isinstance(child, Scalar):
        return course_meant(
            child.text.strip(), {other.text: one.text for other, one in pairs if isinstance(one, Scalar)}
        )
    return point_in(key, child) if {"经度", "纬度"} <= form.by_spelling.keys() else ""


def course_meant(course: str, said: dict[str, str]) -> str:
    """The line for the `course` of an event's one time, beside what is `said` of it under other keys; or nothing."""
    if form_of(Change).by_spelling.keys() & said.keys() - {"日期", "date", "说明", "note"}:
        return ""
    reason = next((said[key] for key in WHY if key in said), OPEN)
    return {"取消": f"取消: {reason}", "改期": f"改到: {OPEN}"}.get(course, "")


def position_meant(form: Form, key: Scalar, child: Node) -> str:
    """The line of `form` that is meant by `key`, if its value `child` is two numbers; or nothing."""
    label, point = guessed_key(key.text, form), point_in(key, child)
    return f"{label}: {{{point}, 坐标系: {OPEN}, 精度: {OPEN}}}" if label and point else ""


def point_in(key: Scalar, child: Node) -> str:
    """Longitude and latitude as they are written, if `key` is for a place and `child` two numbers; or nothing."""
    numbers = NUMBER.findall("，".join(texts_of(child))) if key.text in PLACES else []
    if len(numbers) != 2:
        return ""
    north, east = sorted(numbers, key=float)  # all of China lies further east than north
    return f"经度: {east}, 纬度: {north}"


def texts_of(node: Node) -> Iterator[str]:
    """The text `node`, or the texts in the list that it is."""
    if isinstance(node, Scalar):
        yield node.text
    elif not isinstance(node, Mapping):
        yield from (one.text for one in node.entries if isinstance(one, Scalar))
