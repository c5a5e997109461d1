"""What the tests of the way back share: export, edit as somebody would in Excel, and read again."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from openpyxl import Workbook, load_workbook

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.carried.xlsx import SHEET, cells, text_in_workbook
from vsdesigner.exchange.excel.reading import WorkbookImport, read_workbook
from vsdesigner.exchange.options import Value
from vsdesigner.exchange.registry import EXPORTERS, ExportOptions
from vsdesigner.storage.json_format import decode, encode

MOMENT = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


def exported(view: Snapshot, streams: tuple[str, ...] = (), **values: Value) -> bytes:
    """Return the workbook of a document, with the document inside."""
    source = encode(view).decode("utf-8")
    options = ExportOptions(streams=streams, created=MOMENT, source=source, values=values)
    content = EXPORTERS["xlsx"].render(view, options, lambda _share: None, lambda: False)
    if text_in_workbook(content) is not None:
        return content
    return edited(content, lambda workbook: _carry(workbook, source))


def _carry(workbook: Workbook, source: str) -> None:
    sheet = workbook.create_sheet(SHEET)
    sheet.sheet_state = "veryHidden"
    for row in cells(source):
        sheet.append(row)


def edited(content: bytes, edit: Callable[[Workbook], None]) -> bytes:
    """Return a workbook after somebody opened, edited and saved it."""
    workbook = load_workbook(io.BytesIO(content))
    edit(workbook)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def read(content: bytes, ours: Snapshot | None = None, name: str = "") -> WorkbookImport:
    """Read a workbook as the program does."""
    return read_workbook(content, decoded, ours=ours, name=name)


def decoded(text: str) -> Snapshot:
    """Return the document of a text."""
    return decode(text.encode("utf-8"), "carried").snapshot


def foreign(sheets: Mapping[str, list[list[object]]]) -> bytes:
    """Return a workbook of sheets with these rows, as anybody could have made it."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()
