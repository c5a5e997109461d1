"""Which extents of a stream can be shown now: a selection needs something selected, a view the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.options import ExportOptions, Option
from vsdesigner.exchange.picture_options import EXTENT, SELECTION, VIEW, WHOLE
from vsdesigner.model.records import Placed

#: What is said about the extents while nothing is selected.
NOTHING_SELECTED = "The whole stream, or what the window shows now. To show a part only, select its steps."


def extents(view: Snapshot, options: ExportOptions, shown: str) -> tuple[str, ...]:
    """Return the extents that can be exported of the chosen streams, while the stream `shown` is in the
    window and `options` know selection and view."""
    chosen = set(options.streams or [stream.id for stream in view.streams])
    found = [WHOLE]
    records = (view.find(id) for id in options.selection)
    if any(isinstance(record, Placed) and record.stream in chosen for record in records):
        found.append(SELECTION)
    if options.area is not None and shown in chosen:
        found.append(VIEW)
    return tuple(found)


def with_possible_extent(view: Snapshot, options: ExportOptions, shown: str) -> ExportOptions:
    """Return the options with the whole stream instead of what cannot be shown now."""
    wanted = options.choice(EXTENT.id, WHOLE)
    if wanted in extents(view, options, shown):
        return options
    return replace(options, values={**options.values, EXTENT.id: WHOLE})


def offered(options: Sequence[Option], possible: Sequence[str]) -> tuple[Option, ...]:
    """Return the options of a format that a dialog asks for, with those extents only that are possible."""
    return tuple(
        _narrowed(option, possible) if option.id == EXTENT.id else option
        for option in options
        if not option.words_only
    )


def _narrowed(option: Option, possible: Sequence[str]) -> Option:
    choices = tuple(choice for choice in option.choices if choice.value in possible)
    return replace(option, choices=choices, help=option.help if SELECTION in possible else NOTHING_SELECTED)
