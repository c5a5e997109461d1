"""The sheet with the responsibility matrix: letters by step and role, and a column that checks each row."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from openpyxl.formatting.rule import Rule

from vsdesigner.document.wording import ITEM, letters_of, one_line
from vsdesigner.exchange.excel.book import Book, SheetPlan
from vsdesigner.exchange.excel.columns import (
    ACTIVITY_HEADER,
    STEP_HEADER,
    activity_cell,
    activity_column,
    step_cell,
    step_column,
    task_row_id,
)
from vsdesigner.exchange.excel.heights import line_count, line_height, room, text_width, width_for, wrap
from vsdesigner.exchange.excel.lists import ACTIVITIES, LETTERS, offer
from vsdesigner.exchange.excel.raci_check import EMPTY, OK, RESULTS, Check, check_for
from vsdesigner.exchange.excel.sheets import column_names
from vsdesigner.exchange.excel.styles import (
    BAD,
    BAD_FILL,
    BODY_SIZE,
    GOOD,
    LETTER_COLORS,
    OTHER_LETTER_COLORS,
    Look,
    letter_style,
    text_style,
)
from vsdesigner.exchange.excel.table_sheet import (
    FILTER_BUTTON,
    ID_HEADER,
    Column,
    Extent,
    TableRow,
    TableSpec,
    build,
)
from vsdesigner.exchange.excel.text_cells import Cell, column_letters
from vsdesigner.language import say
from vsdesigner.model.parts import RaciLetter, RaciMark

CHECK_HEADER = "Check"
_FIRST_ROLE = 2  # column, from 0
_LEVEL_WIDTH = 15.5  # most width of a role whose name stands level
_LEVEL_LINES = 3
_LEVEL_SHARE = 90.0  # most width of all roles together with level names
_UPRIGHT_WIDTH = 6.0
_UPRIGHT_HEIGHT = 150.0  # enough height of the header; longer names take a second line
_MOST_HEIGHT = 200.0  # height that keeps lines from its edges
_HEIGHT_STEP = 4.0
_UPRIGHT_PADDING = 12.0
_EDGE = 7.0  # pt between the longest line and the upper edge of the header
_FONTS = (0.92, 1.0, 1.1, 1.2)  # how wide Calibri is beside what is measured, and what stands in for it
_CHECK_WIDTH = 11.0


def add(book: Book, plan: SheetPlan) -> None:
    """Add the sheet: a row for each step, and below it one for each of its tasks that carries letters."""
    roles = book.view.roles
    settings = book.view.settings
    fixed = (*map(say, (STEP_HEADER, ACTIVITY_HEADER, CHECK_HEADER)), ID_HEADER)
    names = column_names((role.name for role in roles), fixed)
    role_columns, head_height = _role_columns(names)
    rows = list(_rows(book, plan.stream))
    spec = TableSpec(
        plan=plan,
        name="RACI",
        title=_title(settings.raci_letters),
        columns=(
            step_column(30, 60),
            activity_column(21, 24),
            *role_columns,
            Column(
                say(CHECK_HEADER),
                _CHECK_WIDTH,
                _CHECK_WIDTH,
                look=Look.CHECK,
                indent=0,
                head=Look.HEAD_CENTRE,
                grows=False,
            ),
        ),
        rows=rows,
        head_height=head_height,
    )
    extent = build(book, spec)
    offer(extent.sheet, ACTIVITIES, extent.cells(1))
    if roles:
        letters = extent.cells(_FIRST_ROLE, _FIRST_ROLE + len(roles) - 1)
        offer(extent.sheet, LETTERS, letters)
        _color_letters(extent, letters, settings.raci_letters)
    _color_check(extent, _FIRST_ROLE + len(roles))


def _title(letters: Sequence[RaciLetter]) -> str:
    meanings = " · ".join(f"{entry.letter} {say(entry.name).lower()}" for entry in letters)
    return say("Responsibility: {letters}").format(letters=meanings)


def _role_columns(names: Sequence[str]) -> tuple[list[Column], float]:
    """Return the roles' columns and the height of the header, 0 for what its level names need.

    Names stand upright as soon as one of them would be cut or broken too often, or all together would
    leave too little room for the steps.
    """
    level = [_level_width(name) for name in names]
    if max(level, default=0.0) <= _LEVEL_WIDTH and sum(level) <= _LEVEL_SHARE:
        return [
            _role_column(name, width, Look.HEAD_CENTRE) for name, width in zip(names, level, strict=True)
        ], 0.0
    height = _upright_height(names)
    points = height - _UPRIGHT_PADDING
    columns = []
    for name in names:
        lines = line_count(name, points * 0.97, BODY_SIZE, bold=True)
        width = max(_UPRIGHT_WIDTH, width_for(lines * line_height(BODY_SIZE) + 4, 0))
        columns.append(_role_column(name, round(width, 2), Look.HEAD_UPRIGHT))
    return columns, math.ceil(height)


def _upright_height(names: Sequence[str]) -> float:
    """The height of upright names: where the least of their lines touches the edge, whatever the font is."""
    lengths = [text_width(name, BODY_SIZE, bold=True) / 0.97 + _UPRIGHT_PADDING for name in names]
    least = min(max(lengths), _UPRIGHT_HEIGHT)
    tried = [least + step * _HEIGHT_STEP for step in range(int((_MOST_HEIGHT - least) / _HEIGHT_STEP) + 1)]
    return min(tried, key=lambda height: (sum(_touches(name, height) for name in names), height))


def _touches(name: str, height: float) -> bool:
    """Whether a line of an upright name comes close to the edge in one of the fonts.

    Programs break lines at the whole height of the cell, and keep nothing free at its ends.
    """
    whole = text_width(name, BODY_SIZE, bold=True)
    for font in _FONTS:
        if whole * font <= height - _EDGE:
            continue
        lines = wrap(name, height / font, BODY_SIZE, bold=True)
        if any(text_width(line.rstrip(), BODY_SIZE, bold=True) * font > height - _EDGE for line in lines):
            return True
    return False


def _level_width(name: str) -> float:
    """The least width in which a level name takes few enough lines and breaks no word; inf when too wide."""
    widest_word = max(text_width(word, BODY_SIZE, bold=True) for word in name.split(" "))
    width = max(9.0, math.ceil(width_for(widest_word, 0) + FILTER_BUTTON))
    while width <= _LEVEL_WIDTH:
        if line_count(name, room(width - FILTER_BUTTON, 0), BODY_SIZE, bold=True) <= _LEVEL_LINES:
            return width
        width += 1.0
    return math.inf


def _role_column(name: str, width: float, head: Look) -> Column:
    return Column(
        name, width, width, look=Look.LETTER, bold=True, indent=0, head=head, users_header=True, grows=False
    )


def _rows(book: Book, stream: str) -> Iterator[TableRow]:
    settings = book.view.settings
    steps = book.view.steps(stream)
    used = {mark.letters for step in steps for mark in step.raci}
    used |= {mark.letters for step in steps for task in step.tasks for mark in task.raci}
    check = check_for(
        (entry.letter for entry in settings.raci_letters),
        used,
        accountable_is_enough=settings.accountable_implies_responsible,
    )
    task_style = book.styles.number(Look.TASK, users_text=True)
    for step in steps:
        activity = activity_cell(book, step)
        yield TableRow(step.id, (step_cell(book, step), activity, *_letters(book, check, step.raci)))
        for task in step.tasks:
            if task.raci:
                name = Cell(ITEM + one_line(task.text), task_style)
                yield TableRow(task_row_id(step, task), (name, activity, *_letters(book, check, task.raci)))


def _letters(book: Book, check: Check, raci: Sequence[RaciMark]) -> list[Cell]:
    style = book.styles.number(Look.LETTER)
    marks = [letters_of(raci, role.id) for role in book.view.roles]
    cells = [Cell(mark, style) for mark in marks]
    check_style = book.styles.number(Look.CHECK)
    if not marks:
        return [Cell(say(RESULTS[EMPTY]), check_style)]
    last = _FIRST_ROLE + len(marks) - 1
    span = f"{column_letters(_FIRST_ROLE)}{{row}}:{column_letters(last)}{{row}}"
    return [*cells, Cell(say(check.result(marks)), check_style, check.formula(span))]


def _color_letters(extent: Extent, cells: str, letters: Sequence[RaciLetter]) -> None:
    """Colour each cell by its letter; of a combination the A counts, then the order of the letter set."""
    first = cells.partition(":")[0]
    others = iter(OTHER_LETTER_COLORS * len(letters))
    ranked = sorted(letters, key=lambda entry: entry.letter != "A")
    for entry in ranked:
        fill, text = LETTER_COLORS.get(entry.letter) or next(others)
        formula = f'ISNUMBER(SEARCH("/{entry.letter}/","/"&{first}&"/"))'
        rule = Rule("expression", dxf=letter_style(fill, text), formula=[formula], stopIfTrue=True)
        extent.sheet.conditional_formatting.add(cells, rule)


def _color_check(extent: Extent, column: int) -> None:
    cells = extent.cells(column)
    first = cells.partition(":")[0]
    good = Rule("expression", dxf=text_style(GOOD), formula=[f"{first}={OK}"], stopIfTrue=True)
    bad = Rule("expression", dxf=letter_style(BAD_FILL, BAD), formula=[f"LEN({first})>0"])
    extent.sheet.conditional_formatting.add(cells, good)
    extent.sheet.conditional_formatting.add(cells, bad)
