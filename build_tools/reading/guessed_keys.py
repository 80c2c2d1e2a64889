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
ASIDE = ("日期", "date", "说明", "note")
"""What may stand beside any course."""
SAID_BY = {"取消": ("取消", "cancelled"), "改期": ("改到", "moved_to", "时间", "time")}
"""A course of an event's one time → the keys that say it."""
OPEN = "…"
"""Stands for what nobody but the writer knows."""


def says_one_thing(form: Form) -> bool:
    """Whether a record of `form` says nothing at all, or something else, without one of its keys."""
    return form is form_of(Change) or form is form_of(DatedException)


def guessed_key(text: str, form: Form) -> str:
    """The key of `form` that is meant by `text`, or nothing."""
    return next((label for label in MEANT.get(text, ()) if label in form.by_spelling), "")


def said_otherwise(form: Form, key: Scalar, child: Node, pairs: Sequence[tuple[Scalar, Node]]) -> dict[str, str]:
    """What to do with `key` and `child` among `pairs`, as words, where another key will not do for them; or nothing."""
    if form is form_of(Change) and key.text in COURSE and isinstance(child, Scalar):
        return course_meant(
            child.text.strip(), {other.text: one.text for other, one in pairs if isinstance(one, Scalar)}
        )
    point = point_in(key, child) if {"经度", "纬度"} <= form.by_spelling.keys() else ""
    return {"near": point} if point else {}


def course_meant(course: str, said: dict[str, str]) -> dict[str, str]:
    """What to do with the `course` of an event's one time, beside what is `said` of it under other keys; or nothing."""
    others = [key for key in said if key in form_of(Change).by_spelling and key not in ASIDE]
    if others:
        return {"spare": others[0]} if all(key in SAID_BY.get(course, ()) for key in others) else {}
    why = next((key for key in WHY if key in said), "")
    if course == "取消":
        line = f"取消: {said.get(why, OPEN)}"
    elif course == "改期":
        line = f"改到: {OPEN}" + (f", 说明: {said[why]}" if why and "说明" not in said else "")
    else:
        return {}
    return {"both": why, "instead": line} if why else {"near": line}


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
