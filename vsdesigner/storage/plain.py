"""Turns records into plain values: sorted keys, defaults left out, unknown fields kept."""

from __future__ import annotations

from enum import Enum
from typing import Any

from vsdesigner.model.parts import Part
from vsdesigner.model.records import SECTIONS, DocumentSettings, Record

SETTINGS_SECTION = "settings"
#: Every section of a file → type of record, the settings included.
ALL_SECTIONS: dict[str, type[Record]] = {**SECTIONS, SETTINGS_SECTION: DocumentSettings}
_SECTION_OF = {kind: section for section, kind in ALL_SECTIONS.items()}
_AS_IS = frozenset({str, int, bool, type(None)})
_REQUIRED = object()
#: Type of record or part → names and defaults of its fields in the order of the file.
_fields: dict[type[Part], tuple[tuple[str, object], ...]] = {}


def section_of(record: Record) -> str:
    """Return the section of the file that a record stands in."""
    return _SECTION_OF[type(record)]


def plain_record(record: Part) -> dict[str, Any]:
    """Return a record or part as a dict of plain values: keys sorted, fields at their default left out.

    Whole numbers come as int, so that 40 and 40.0 are written alike.
    """
    values = record.__dict__
    found: dict[str, Any] = {}
    for name, default in _fields.get(type(record)) or _fields_of(type(record)):
        value = values[name]
        if value is default or value == default:
            continue
        found[name] = value if type(value) in _AS_IS else _plain(value)
    extra = record.__pydantic_extra__
    if extra:
        found.update((name, sorted_values(value)) for name, value in extra.items())
        return dict(sorted(found.items()))
    return found


def sorted_values(value: Any) -> Any:
    """Return foreign JSON values with the keys of all objects sorted."""
    if isinstance(value, dict):
        return {key: sorted_values(entry) for key, entry in sorted(value.items())}
    if isinstance(value, list):
        return [sorted_values(entry) for entry in value]
    return value


def _fields_of(kind: type[Part]) -> tuple[tuple[str, object], ...]:
    _fields[kind] = tuple(
        (name, _REQUIRED if field.is_required() else field.get_default(call_default_factory=True))
        for name, field in sorted(kind.model_fields.items())
    )
    return _fields[kind]


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind is tuple:
        return [entry if type(entry) is str else _plain(entry) for entry in value]
    if kind in _fields:
        return plain_record(value)
    if kind is float:
        return int(value) if value.is_integer() else value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Part):
        return plain_record(value)
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in sorted(value.items())}
    return value
