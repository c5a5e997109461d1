"""The exporters that the program knows: menu, command line and tests ask here what can be written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import Literal

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError

Paper = Literal["A4", "Letter"]
Progress = Callable[[float], None]
Question = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What the user chose.

    `streams` are ids, empty for all of them, in the document's order either way. `created` is the moment
    the file says it was made (UTC); None asks the clock. With a fixed moment, equal documents give equal
    bytes.
    """

    streams: tuple[str, ...] = ()
    row_per_task: bool = False
    paper: Paper = "A4"
    created: datetime | None = None


Render = Callable[[Snapshot, ExportOptions, Progress, Question], bytes]


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format. `suffix` starts with a dot, in lower case.

    `render(snapshot, options, progress, cancelled)` returns the whole file and touches no disk. It calls
    `progress` with 0.0 to 1.0, asks `cancelled` now and then and raises `Cancelled` when told so; whatever
    the user has to know is a `UserError`. It may run in any thread.
    """

    id: str
    label: str
    suffix: str
    mime: str
    render: Render


class Cancelled(Exception):  # noqa: N818  # the user's wish, not an error
    """The export was stopped on request; there is nothing to write."""


EXPORTERS: dict[str, Exporter] = {}


def register(exporter: Exporter) -> None:
    """Make an exporter known; one with the same id takes the place of the earlier one."""
    EXPORTERS[exporter.id] = exporter


def exporter_for(path: str | PurePath) -> Exporter:
    """Return the exporter for a file name, by its suffix; `UserError` when no exporter writes it."""
    name = PurePath(path).name
    suffix = PurePath(path).suffix.lower()
    for exporter in EXPORTERS.values():
        if exporter.suffix == suffix:
            return exporter
    known = ", ".join(f"{exporter.suffix} ({exporter.label})" for exporter in EXPORTERS.values())
    raise UserError(
        f"“{name}” does not say what to export: give the file a name that ends in one of these: {known}."
    )


def _render_workbook(
    snapshot: Snapshot, options: ExportOptions, progress: Progress, cancelled: Question
) -> bytes:
    from vsdesigner.exchange.excel.workbook import render  # openpyxl costs 0.1 s: only who exports pays

    return render(snapshot, options, progress, cancelled)


register(
    Exporter(
        id="xlsx",
        label="Excel workbook",
        suffix=".xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        render=_render_workbook,
    )
)
