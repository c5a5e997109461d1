"""Collects what is wrong with a file and says it in words, never in the validating library's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Record
from vsdesigner.storage.disk_errors import shown
from vsdesigner.storage.json_text import FAULTS_SHOWN
from vsdesigner.storage.words import field_words

_NO_GROUP = "is not a group of fields in braces"
_WORDS: dict[str, str] = {
    "missing": "is missing",
    "string_type": "is not text",
    "string_unicode": "has characters that are none",
    "string_too_long": "is longer than {max_length:,} characters",
    "float_type": "is not a number",
    "finite_number": "is not a number that one can count with",
    "int_type": "is not a whole number",
    "bool_type": "is neither true nor false",
    "greater_than_equal": "is less than {ge:,}",
    "less_than_equal": "is more than {le:,}",
    "greater_than": "is not more than {gt:,}",
    "enum": "is none of {expected}",
    "tuple_type": "is not a list",
    "too_long": "has more than {max_length:,} entries",
    "too_short": "has fewer than {min_length:,} entries",
    "picture": "cannot be shown: {why}",
    "model_type": _NO_GROUP,
    "dict_type": _NO_GROUP,
}
_PATTERNS = {
    "color": "is not a colour such as #3366CC",
    "letters": "is not a set of letters such as A/R",
    "letter": "is not a letter, or up to three, from A to Z",
}
_ID_PATTERN = "is not an id: up to 80 letters, digits and . _ : - are allowed"


class Faults:
    """The faults of one file; the first 20 are kept in words, `full` says that more would not be shown."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.full = False

    def __bool__(self) -> bool:
        return bool(self.texts)

    def add(self, text: str) -> None:
        """Note one fault."""
        if len(self.texts) < FAULTS_SHOWN:
            self.texts.append(text)
        else:
            self.full = True

    def add_invalid(self, kind: type[Record], place: str, error: ValidationError) -> None:
        """Note every fault that validating a record found."""
        for fault in error.errors(include_url=False, include_input=False):
            location = fault["loc"]
            words = fault_words(fault["type"], location, fault.get("ctx") or {})
            where = field_words(kind, location)
            self.add(f"{place}: {where} {words}" if where else f"{place} {words}")
            if self.full:
                return

    def refusal(self, name: str) -> UserError:
        """Return the error to raise."""
        count = f"more than {FAULTS_SHOWN}" if self.full else str(len(self.texts))
        noun = "fault" if len(self.texts) == 1 and not self.full else "faults"
        listed = "; the first are listed" if self.full else ""
        return UserError(
            f"“{shown(name)}” was not opened: {count} {noun} found in it{listed}.", tuple(self.texts)
        )


def fault_words(kind: str, location: tuple[int | str, ...], context: Mapping[str, Any]) -> str:
    """Return what is wrong with a value, e.g. ``is not a number``."""
    if kind == "string_pattern_mismatch":
        field = next((part for part in reversed(location) if isinstance(part, str)), "")
        return _PATTERNS.get(field, _ID_PATTERN)
    words = _WORDS.get(kind, "cannot be read")
    values = {
        name: int(value) if isinstance(value, float) and value.is_integer() else value
        for name, value in context.items()
    }
    return words.format(**values).replace("''", "empty")
