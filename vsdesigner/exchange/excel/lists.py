"""The hidden sheet with the choices that cells offer and the words that formulas know by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from vsdesigner.analysis.finding import Level
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import unit_text
from vsdesigner.exchange.excel.archive import RowStore
from vsdesigner.exchange.excel.raci_check import RESULTS
from vsdesigner.exchange.excel.sheets import LISTS
from vsdesigner.exchange.excel.styles import Look, StyleBook
from vsdesigner.exchange.excel.text_cells import Cell, column_letters
from vsdesigner.language import say
from vsdesigner.model.parts import RaciMark, TimeUnit
from vsdesigner.model.records import Stream

# Defined names: of the lists, and of the words that formulas compare with, whatever the language is.
ACTIVITIES = "Activities"
LETTERS = "RaciLetters"
UNITS = "Time_units"
PLACES = "Places"
MAIN_PATH, BRANCH, AFTER_VALUE, APART = "Main_path", "Branch", "After_value", "Apart"
PLACE_WORDS = {
    MAIN_PATH: "main path",
    BRANCH: "branch",
    AFTER_VALUE: "after value",
    APART: "apart",
}
LEVELS = {Level.ERROR: "Level_error", Level.WARNING: "Level_warning", Level.HINT: "Level_hint"}
LEVEL_WORDS = {Level.ERROR: "Error", Level.WARNING: "Warning", Level.HINT: "Hint"}
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


class _Words(NamedTuple):
    """A column of the hidden sheet: header, defined name of its cells, the entries with a name for each.

    An entry whose name is empty is only called as one of its list.
    """

    header: str
    name: str
    entries: Sequence[tuple[str, str]]


def fill(
    sheet: Worksheet, workbook: Workbook, styles: StyleBook, view: Snapshot, letters: list[str]
) -> RowStore:
    """Fill the hidden sheet and give its columns and words their defined names; returns the rows."""
    columns = (
        _Words(say("Activity"), ACTIVITIES, [("", lane.name) for lane in view.lanes]),
        _Words(say("RACI letters"), LETTERS, [("", letter) for letter in letters]),
        _Words(say("Time units"), UNITS, [("", unit_text(unit)) for unit in TimeUnit]),
        _Words(
            say("Places in the stream"), PLACES, [(name, say(words)) for name, words in PLACE_WORDS.items()]
        ),
        _Words(say("Check"), "Check_results", [(name, say(words)) for name, words in RESULTS.items()]),
        _Words(say("Levels"), "Levels", [(LEVELS[level], say(LEVEL_WORDS[level])) for level in Level]),
    )
    head, plain = styles.number(Look.HEAD), styles.number(Look.PLAIN, users_text=True)
    rows = RowStore()
    rows.add([Cell(column.header, head) for column in columns], _ROW_HEIGHT)
    for index in range(max(1, *(len(column.entries) for column in columns))):
        rows.add(
            [
                Cell(column.entries[index][1], plain) if index < len(column.entries) else None
                for column in columns
            ],
            _ROW_HEIGHT,
        )
    for place, column in enumerate(columns):
        letter = column_letters(place)
        sheet.column_dimensions[letter].width = 40 if place == 0 else 22
        cells = f"${letter}$2:${letter}${max(len(column.entries), 1) + 1}"
        _name(workbook, column.name, cells)
        for row, (name, _) in enumerate(column.entries, start=2):
            if name:
                _name(workbook, name, f"${letter}${row}")
    sheet.sheet_state = "hidden"
    return rows


def _name(workbook: Workbook, name: str, cells: str) -> None:
    workbook.defined_names[name] = DefinedName(name, attr_text=f"{LISTS}!{cells}")


def offer(sheet: Worksheet, choices: str, cells: str, *, only_suggest: bool = False) -> None:
    """Give `cells` a drop-down with `choices` (a defined name); other entries are asked about.

    With `only_suggest` they are not: the drop-down is a help, the cell holds more than a choice.
    """
    validation = DataValidation(type="list", formula1=choices, allow_blank=True, errorStyle="warning")
    validation.showErrorMessage = not only_suggest
    if not only_suggest:
        validation.errorTitle = say("Not on the list")
        validation.error = say("This is not one of the entries on offer. Keep it all the same?")
    validation.add(cells)
    sheet.add_data_validation(validation)
