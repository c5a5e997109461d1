"""Reads workbooks back for tests: cells as people see them."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.excel.choices import SHEET_CHOICES
from vsdesigner.exchange.options import Value
from vsdesigner.exchange.registry import EXPORTERS, ExportOptions

MOMENT = datetime(2026, 3, 14, 15, 9, 26)


ALL = tuple(choice.id for choice in SHEET_CHOICES)
METHOD_SHEETS = ("use_case", "steps", "tasks", "practices_tools", "raci")


def render(
    view: Snapshot,
    *,
    streams: tuple[str, ...] = (),
    row_per_task: bool = False,
    paper: str = "A4",
    sheets: tuple[str, ...] = METHOD_SHEETS,
    source: str = "",
    language: str = "en",
) -> bytes:
    """Return the workbook with a fixed moment of creation; without a word on them the method's sheets."""
    values: dict[str, Value] = {
        "row_per_task": row_per_task,
        "paper": paper,
        "sheets": sheets,
        "language": language,
    }
    options = ExportOptions(streams=streams, created=MOMENT, source=source, values=values)
    return EXPORTERS["xlsx"].render(view, options, lambda share: None, lambda: False)


def opened(content: bytes, *, results: bool = False) -> Workbook:
    """Return the workbook as openpyxl reads it; `results` gives values in place of formulas."""
    return load_workbook(io.BytesIO(content), data_only=results)


def shown(sheet: Worksheet, *, hidden: bool = False) -> list[list[str]]:
    """Return the texts of all cells, without hidden columns unless asked; empty cells are ``""``."""
    columns = [
        index
        for index in range(1, sheet.max_column + 1)
        if hidden or not sheet.column_dimensions[get_column_letter(index)].hidden
    ]
    return [
        [unescaped(sheet.cell(row, column).value) for column in columns]
        for row in range(1, sheet.max_row + 1)
    ]


def unescaped(value: object) -> str:
    """Return what Excel shows for a stored text."""
    text = "" if value is None else str(value)
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match.group(1), 16)), text)


def part(content: bytes, name: str) -> str:
    """Return one part of the file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()
