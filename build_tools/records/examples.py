"""What may be written under a key, as it stands behind the colon: given, or made of what may stand inside."""

from __future__ import annotations

from typing import Any

from build_tools.records.shapes import Field, form_of, is_record


def example_of(field: Field) -> str:
    """An example of `field`; of a record one with the keys that it must have."""
    key, shape = field.key, field.shape
    single = shape.many or shape
    if shape.keyed_by:
        return f"{{{key.example}: {record_example(single.base)}}}"
    if key.example or not is_record(single.base):
        return key.example
    one = record_example(single.base)
    return f"[{one}]" if shape.many else one


def record_example(record: Any) -> str:
    """`record` on one line: in its short form if there is one, else with the keys that it must have, or with all."""
    form = form_of(record)
    if hasattr(record, "from_term"):
        return example_of(form.by_spelling["kind"])
    return braced({field.key.label: example_of(field) for field in form.required or form.fields})


def braced(pairs: dict[str, str]) -> str:
    """`pairs` of keys and values as one line of YAML."""
    return "{" + ", ".join(f"{label}: {value}" for label, value in pairs.items()) + "}"
