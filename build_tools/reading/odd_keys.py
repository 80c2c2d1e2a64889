"""Keys of a mapping when some are translations, misspelt, stand twice or have a sign too many."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from build_tools.reading.guessed_keys import guessed_key, position_meant, said_otherwise, says_one_thing
from build_tools.reading.invalid import INVALID
from build_tools.reading.mistyped import texts_in, torn
from build_tools.reading.suggestions import nearest, spelled
from build_tools.reading.translations import is_translation
from build_tools.reading.tree import Mapping, Scalar
from build_tools.records.shapes import form_of

if TYPE_CHECKING:
    from build_tools.reading.convert import Converter, Written
    from build_tools.reading.tree import Node
    from build_tools.reading.where import Where
    from build_tools.records.shapes import Field, Form

COLONS = {"：": "E074", ":": "E075"}
GLUED = re.compile(r"([^\s:：]+) *([：:]) *[\[{]")
SPACES = " \u3000\xa0"


def odd_keys(form: Form, node: Mapping, path: Where, converter: Converter) -> Written:
    """What is written under each known key of `node`; a misspelt key with a near match counts as that key.

    Nothing when one mistake has made several keys of something else; it is noted by `converter`, as all others are.
    """
    written: Written = {}
    lines: dict[str, int] = {}
    if (
        note_torn(node, path, converter)
        or note_glued(form, node, path, converter)
        or note_guessed(form, node, path, converter)
    ):
        return written
    rightly = {form.by_spelling[key.text].name for key, _ in node.pairs if key.text in form.by_spelling}
    for key, child in node.pairs:
        if is_translation(key):
            continue
        where = (path, key.text)
        declared = form.by_spelling.get(key.text)
        if declared is None:
            declared, child = meant(form, key, child, where, rightly | written.keys(), converter)
            if declared is None and says_one_thing(form):
                return {}
            if declared is None or declared.name in rightly:
                continue
        if declared.name in written:
            converter.twice(key, where, lines[declared.name], declared)
            continue
        lines[declared.name] = key.line
        written[declared.name] = (declared.shape, child, where, declared.key)
    return written


def note_torn(node: Mapping, path: Where, converter: Converter) -> bool:
    """Note a value that a comma has torn into keys, if there is one."""
    found = torn(texts_in(node))
    if found:
        code, one, at = found
        converter.note(code, one, path, at, text=one.text[at], sign=one.text[at])
    return bool(found)


def note_glued(form: Form, node: Mapping, path: Where, converter: Converter) -> bool:
    """Note a known key that has swallowed the bracket behind its colon, if there is one."""
    for key, _ in node.pairs:
        found = GLUED.match(key.text)
        if found and found[1] in form.by_spelling:
            converter.note(COLONS[found[2]], key, path, found.start(2), key=found[1], text=found[2])
            return True
    return False


def note_guessed(form: Form, node: Mapping, path: Where, converter: Converter) -> bool:
    """Note a key that stands for several others, or for another one with another value, if there is one."""
    for key, child in node.pairs:
        words = {} if key.text in form.by_spelling else said_otherwise(form, key, child, node.pairs)
        if words:
            converter.note(converter.unknown_key, key, (path, key.text), key=key.text, **words)
            judge_known(form, node, path, converter)
            return True
    return False


def judge_known(form: Form, node: Mapping, path: Where, converter: Converter) -> None:
    """Note what is wrong with the values of those keys of `node` that are known."""
    for key, child in node.pairs:
        if declared := form.by_spelling.get(key.text):
            converter.value(declared.shape, child, (path, key.text), declared.key)


def meant(
    form: Form, key: Scalar, child: Node, path: Where, rightly: set[str], converter: Converter
) -> tuple[Field | None, Node]:
    """The field that `key` stands for, if that can be guessed, and its value; what is wrong with the key is noted."""
    for sign, code in COLONS.items():
        name, found, rest = key.text.partition(sign)
        if found and name.rstrip(SPACES) in form.by_spelling and isinstance(child, Scalar) and not child.text:
            converter.note(code, key, path, len(name), key=name.rstrip(SPACES), text=sign)
            blank = len(rest) - len(rest.lstrip(SPACES))
            value = Scalar(rest.strip(SPACES), key.line, key.column + len(name) + 1 + blank)
            return form.by_spelling[name.rstrip(SPACES)], value
    name, space, value_text = key.text.partition(" ")
    if space and name in form.by_spelling and isinstance(child, Scalar) and not child.text:
        return without_colon(form.by_spelling[name], name, value_text, key, path, converter)
    bare = key.text.strip(SPACES)
    if bare in form.by_spelling:
        converter.note("E072", key, path, 0, text=key.text[0])
        return form.by_spelling[bare], child
    label = guessed_key(key.text, form)
    is_open = bool(label) and form.by_spelling[label].name not in rightly
    if is_open and (line := position_meant(form, key, child)):
        converter.note(converter.unknown_key, key, path, key=key.text, near=line)
        return None, child
    if label:
        return guessed(form, label, key, child, path, rightly, converter), child
    return misspelt(form, key, path, rightly, converter), child


def guessed(
    form: Form, label: str, key: Scalar, child: Node, path: Where, rightly: set[str], converter: Converter
) -> Field | None:
    """The field that somebody has called `key`, if it is not written as well and `child` can be its value; it is noted."""
    declared = form.by_spelling[label]
    if declared.name in rightly:
        words = {"already": label}
    else:
        words = {"near": label} if may_be(declared, child, converter) else {"keys": spelled(form)}
    converter.note(converter.unknown_key, key, path, key=key.text, **words)
    return declared if "near" in words else None


def may_be(declared: Field, node: Node, converter: Converter) -> bool:
    """Whether `node` could be the value of the `declared` field: it reads as one, or has some of its keys."""
    shape = declared.shape
    if isinstance(node, Mapping) and shape.record:
        return any(key.text in form_of(shape.base).by_spelling for key, _ in node.pairs)
    return replace(converter, problems=[], asked=[], most=0).value(shape, node, "", declared.key) is not INVALID


def without_colon(
    declared: Field, name: str, text: str, key: Scalar, path: Where, converter: Converter
) -> tuple[Field, Node]:
    """The `declared` field and the value `text` that `key` has swallowed for want of a colon, which is noted."""
    converter.note(converter.unknown_key, key, path, key=key.text, near=f"{name}: {text.strip(SPACES)}")
    return declared, Scalar(text, key.line, key.column + len(name) + 1)


def misspelt(form: Form, key: Scalar, path: Where, rightly: set[str], converter: Converter) -> Field | None:
    """The field that `key` nearly spells, or None; either way the key is noted."""
    near = nearest_key(key.text, form, rightly)
    if near:
        converter.note(converter.unknown_key, key, path, key=key.text, near=near)
        return form.by_spelling[near]
    converter.note(converter.unknown_key, key, path, key=key.text, keys=spelled(form))
    return None


def nearest_key(text: str, form: Form, rightly: set[str]) -> str:
    """What `text` nearly spells: rather a key that is not written yet, or else the only one that must be and is not."""
    missing = [one.key.label for one in form.required if one.name not in rightly]
    unwritten = [spelling for spelling, field in form.by_spelling.items() if field.name not in rightly]
    return nearest(text, unwritten) or (missing[0] if len(missing) == 1 else "") or nearest(text, form.by_spelling)
