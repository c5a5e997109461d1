"""What the Tables view remembers from one run to the next: columns, their widths, what a row is."""

from __future__ import annotations

from collections.abc import Iterable

from vsdesigner.commands.table.columns import METHOD
from vsdesigner.ui.kept_flags import Flags

COLUMNS, WIDTHS, BY_TASK = "tables/columns", "tables/widths", "tables/by_task"
LEAST, MOST = 40, 1_200  # px
LONGEST = 4_000  # characters that the settings keep


class TableMemory:
    """Typed access; whatever the settings say, the answers make sense."""

    def __init__(self, flags: Flags) -> None:
        self._flags = flags
        self._widths = dict(_read_widths(flags.text(WIDTHS)))

    def columns(self) -> tuple[str, ...]:
        """The ids of the columns that were shown, the method's at first."""
        stored = self._flags.text(COLUMNS)
        return tuple(id for id in stored.split("\n") if id) if stored else METHOD

    def keep_columns(self, ids: Iterable[str]) -> None:
        self._flags.set_text(COLUMNS, "\n".join(ids)[:LONGEST])

    def width(self, id: str) -> int | None:
        """How wide a column was made by hand, in px at 100 %."""
        return self._widths.get(id)

    def keep_width(self, id: str, width: float) -> None:
        self._widths.pop(id, None)
        self._widths[id] = max(LEAST, min(MOST, round(width)))
        listed = [f"{key}={value}" for key, value in self._widths.items()]
        while len("\n".join(listed)) > LONGEST:
            listed.pop(0)  # the one that was changed longest ago
        self._flags.set_text(WIDTHS, "\n".join(listed))

    @property
    def by_task(self) -> bool:
        return self._flags.flag(BY_TASK, default=False)

    def keep_by_task(self, on: bool) -> None:
        self._flags.set_flag(BY_TASK, on=on)


def _read_widths(text: str) -> Iterable[tuple[str, int]]:
    for line in text.split("\n"):
        id, _, width = line.rpartition("=")
        if id and width.isascii() and width.isdecimal() and len(width) <= 4:
            yield id, max(LEAST, min(MOST, int(width)))
