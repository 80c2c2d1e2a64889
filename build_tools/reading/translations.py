"""Keys such as `名称@en`: what a field says in another language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from build_tools.reading.invalid import INVALID
from build_tools.reading.suggestions import nearest
from build_tools.reading.tree import Mapping, Sequence
from build_tools.records.files import Kind
from build_tools.records.language import OTHERS, Translated
from build_tools.records.shapes import form_of

if TYPE_CHECKING:
    import collections.abc

    from build_tools.reading.convert import Converter
    from build_tools.reading.tree import Node, Scalar
    from build_tools.reading.where import Where
    from build_tools.records.shapes import Field, Form

MARK = "@"
CODES = tuple(language.code for language in OTHERS)
KEYS = {code: re.compile(rf"{MARK}{code}[\"']? *:") for code in CODES}
"""Code → what a key in that language looks like; a comment or a text may speak of such a key."""


def is_translation(key: Scalar) -> bool:
    """Whether `key` gives another key's text in another language."""
    return MARK in key.text


def languages_in(tree: Node, text: str) -> tuple[str, ...]:
    """The codes of the languages in which a key of `tree`, which is read from `text`, says something."""
    return tuple(code for code, key in KEYS.items() if key.search(text) and has_key_in(code, tree))


def has_key_in(code: str, node: Node) -> bool:
    """Whether a key of `node`, or of what it holds, says something in the language with this `code`."""
    if isinstance(node, Sequence):
        return any(has_key_in(code, entry) for entry in node.entries)
    if not isinstance(node, Mapping):
        return False
    return any(key.text.endswith(MARK + code) or has_key_in(code, child) for key, child in node.pairs)


def translated(
    values: collections.abc.Mapping[str, Any], form: Form, tree: Mapping, path: Where, converter: Converter
) -> dict[str, Any]:
    """The fields among `values` that `tree` translates, with their translations; mistakes are noted by `converter`."""
    found: dict[str, dict[str, Any]] = {}
    lines: dict[tuple[str, str], int] = {}
    for key, child in tree.pairs:
        where = (path, key.text)
        field = field_of(key, form, where, converter) if is_translation(key) else None
        if field is None:
            continue
        language = key.text.partition(MARK)[2]
        texts = found.setdefault(field.name, {})
        first = lines.setdefault((field.name, language), key.line)
        if language in texts:
            converter.twice(key, where, first, field)
        texts[language] = translation(values.get(field.name), field, key, child, where, converter)
    return {name: with_others(values[name], texts) for name, texts in found.items() if name in values}


def field_of(key: Scalar, form: Form, where: Where, converter: Converter) -> Field | None:
    """The field that `key` translates, or None once its mistake is noted."""
    name, _, language = key.text.partition(MARK)
    field = form.by_spelling.get(name)
    if field is None:
        converter.note("E022", key, where, key=key.text, **nearest_key(name, form, language))
    elif language not in CODES:
        converter.note("E240", key, where, key=key.text, languages="、".join(CODES), example=f"{name}@{CODES[0]}")
    elif not field.translatable:
        code, words = said_elsewhere(field, language)
        converter.note(code, key, where, key=key.text, label=field.key.label, **words)
    else:
        return field
    return None


def said_elsewhere(field: Field, language: str) -> tuple[str, dict[str, str]]:
    """The code and the words with which to say where `field`, which is not translatable, is told in `language`."""
    shape = field.shape.many or field.shape
    fields = form_of(shape.base).fields if shape.record else ()
    inside = [one.key.label for one in fields if one.translatable]
    is_word = shape.term or any(one.shape.term for one in fields)
    if inside and not is_word:
        return "E230", {"example": f"{inside[0]}{MARK}{language}"}
    if is_word or shape.folder:
        file = f"{shape.folder}/" if shape.folder else Kind.VOCABULARY.path
        return "E231", {"file": file, "example": f"名称{MARK}{language}"}
    return "E241", {}


def nearest_key(name: str, form: Form, language: str) -> dict[str, str]:
    """What may have been meant by `name` before the mark, for a message."""
    words = [one for one in form.fields if one.translatable]
    near = nearest(name, [spelling for one in words for spelling in (one.key.label, one.english)])
    return {"near": f"{near}{MARK}{language}"} if near else {"keys": "、".join(one.key.label for one in words)}


def translation(value: Any, field: Field, key: Scalar, node: Node, where: Where, converter: Converter) -> Any:
    """What `node` says, if it can stand for `value`: a text for a text, as many texts for a list."""
    said = converter.value(field.shape, node, where, field.key)
    if value is INVALID:
        return value
    if (isinstance(value, str) and isinstance(said, str)) or (
        isinstance(value, tuple) and isinstance(said, tuple) and len(value) == len(said)
    ):
        return said
    if said is not INVALID:
        converter.note("E242", key, where, key=key.text, label=field.key.label)
    return value


def with_others(value: Any, others: collections.abc.Mapping[str, Any]) -> Any:
    """`value` with `others`, entry by entry if it is a list."""
    if isinstance(value, tuple):
        return tuple(
            Translated(text, {language: texts[position] for language, texts in others.items()})
            for position, text in enumerate(value)
        )
    return Translated(value, dict(others)) if isinstance(value, str) else value
