"""The hidden sheet with the choices that cells offer: activities and responsibility letters."""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.excel.archive import RowStore
from vsdesigner.exchange.excel.sheets import LISTS
from vsdesigner.exchange.excel.styles import Look, StyleBook
from vsdesigner.exchange.excel.text_cells import Cell
from vsdesigner.model.parts import RaciMark
from vsdesigner.model.records import Stream

ACTIVITIES = "Activities"
LETTERS = "RaciLetters"
_ROW_HEIGHT = 15.0


def letter_choices(view: Snapshot, streams: Iterable[Stream]) -> list[str]:
    """Return the letters of the document's set, ``A/R``, and other combinations that it uses."""
    letters = [entry.letter for entry in view.settings.raci_letters]
    used: set[str] = set()
    for stream in streams:
        for step in view.steps(stream.id):
            marks: list[RaciMark] = [*step.raci, *(mark for task in step.tasks for mark in task.raci)]
            used.update(mark.letters for mark in marks)
    common = ["A/R"] if {"A", "R"} <= set(letters) else []
    return list(dict.fromkeys([*letters, *common, *sorted(used)]))


def fill(
    sheet: Worksheet, workbook: Workbook, styles: StyleBook, view: Snapshot, letters: list[str]
) -> RowStore:
    """Fill the hidden sheet and give its columns their defined names; returns the rows."""
    columns = [("Activity", [lane.name for lane in view.lanes]), ("RACI letters", letters)]
    head, plain = styles.number(Look.HEAD), styles.number(Look.PLAIN, users_text=True)
    rows = RowStore()
    rows.add([Cell(header, head) for header, _ in columns], _ROW_HEIGHT)
    for index in range(max(1, *(len(entries) for _, entries in columns))):
        rows.add(
            [Cell(entries[index], plain) if index < len(entries) else None for _, entries in columns],
            _ROW_HEIGHT,
        )
    for name, letter, (_, entries) in zip((ACTIVITIES, LETTERS), "AB", columns, strict=True):
        last = max(len(entries), 1) + 1
        workbook.defined_names[name] = DefinedName(name, attr_text=f"{LISTS}!${letter}$2:${letter}${last}")
    sheet.column_dimensions["A"].width = 40
    sheet.column_dimensions["B"].width = 16
    sheet.sheet_state = "hidden"
    return rows


def offer(sheet: Worksheet, choices: str, cells: str, *, only_suggest: bool = False) -> None:
    """Give `cells` a drop-down with `choices` (a defined name); other entries are asked about.

    With `only_suggest` they are not: the drop-down is a help, the cell holds more than a choice.
    """
    validation = DataValidation(type="list", formula1=choices, allow_blank=True, errorStyle="warning")
    validation.showErrorMessage = not only_suggest
    if not only_suggest:
        validation.errorTitle = "Not on the list"
        validation.error = "This is not one of the entries on offer. Keep it all the same?"
    validation.add(cells)
    sheet.add_data_validation(validation)
