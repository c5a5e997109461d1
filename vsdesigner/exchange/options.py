"""What can be chosen when exporting: a table of options per format, and the values that somebody chose.

The export dialog and the command line are made from these tables: an option is one entry here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from vsdesigner.model.errors import UserError

Value = bool | str | float | tuple[str, ...]


class OptionKind(StrEnum):
    """How an option is asked for."""

    FLAG = "flag"
    CHOICE = "choice"  # one of `choices`
    SEVERAL = "several"  # any of `choices`
    NUMBER = "number"  # from `least` to `most`


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that can be chosen; `label` is an English source text."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose. `id` is a word (``row_per_task``; on the command line ``--row-per-task``).

    `label` and `help` are English source texts. `needs` names a flag or ``option=value`` that has to be
    given for this one to mean anything; `unit` stands behind a number. `words_only`: it says in another way
    what another option says, for the command line; a dialog asks once.
    """

    id: str
    label: str
    help: str
    kind: OptionKind
    default: Value
    choices: tuple[Choice, ...] = ()
    least: float = 0.0
    most: float = 0.0
    unit: str = ""
    needs: str = ""
    words_only: bool = False

    def checked(self, value: Value) -> Value:
        """Return the value as this option takes it; raises `UserError` with a sentence when it does not."""
        allowed = [choice.value for choice in self.choices]
        if self.kind is OptionKind.FLAG and isinstance(value, bool):
            return value
        if self.kind is OptionKind.CHOICE and isinstance(value, str):
            found = next((known for known in allowed if known.casefold() == value.casefold()), None)
            if found is not None:
                return found
        if self.kind is OptionKind.SEVERAL and isinstance(value, tuple) and set(value) <= set(allowed):
            return tuple(known for known in allowed if known in value)
        if self.kind is OptionKind.NUMBER and isinstance(value, int | float) and not isinstance(value, bool):
            if self.least <= value <= self.most:
                return float(value)
            raise UserError(
                f"{self.label}: {value:g} is not possible; it goes from {self.least:g} to {self.most:g}."
            )
        wrong = value if isinstance(value, tuple) else (value,)
        if self.kind is OptionKind.SEVERAL and isinstance(value, tuple):
            wrong = tuple(word for word in value if word not in allowed)
        named = ", ".join(f"“{word}”" for word in wrong)
        raise UserError(f"{self.label}: {named} is not possible. Choose from {', '.join(allowed)}.")


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What somebody chose for one export.

    `streams` are ids, empty for all of them, in the document's order either way. `created` is the moment the
    file says it was made (UTC); None asks the clock: with a fixed moment equal documents give equal bytes.
    `source` is the document as text (as it would be saved), for formats that carry it; empty to carry
    nothing. `selection` (ids) and `area` (x, y, width, height in scene px) serve options that show only a
    part. `values` are chosen by option id; what is not there has its default.
    """

    streams: tuple[str, ...] = ()
    created: datetime | None = None
    source: str = ""
    selection: tuple[str, ...] = ()
    area: tuple[float, float, float, float] | None = None
    values: Mapping[str, Value] = field(default_factory=dict)

    def flag(self, id: str, *, default: bool = False) -> bool:
        """Return the value of a flag."""
        value = self.values.get(id, default)
        return value if isinstance(value, bool) else default

    def choice(self, id: str, default: str) -> str:
        """Return which value of a choice was taken."""
        value = self.values.get(id, default)
        return value if isinstance(value, str) else default

    def number(self, id: str, default: float) -> float:
        """Return the value of a number."""
        value = self.values.get(id, default)
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else default

    def several(self, id: str, default: tuple[str, ...]) -> tuple[str, ...]:
        """Return the values that were ticked."""
        value = self.values.get(id, default)
        return value if isinstance(value, tuple) else default


PAPER = Option(
    "paper",
    "Paper",
    "The paper that pages are set up for.",
    OptionKind.CHOICE,
    "A4",
    (Choice("A4", "A4"), Choice("Letter", "Letter")),
)
