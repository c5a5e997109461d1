"""Packs a workbook: openpyxl writes everything but the rows, which come as XML; nothing touches the disk.

openpyxl would spool each sheet through a temporary file, write no results beside formulas and stamp every
part with the clock. Equal workbooks packed here are equal byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.packaging.relationship import RelationshipList
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.dimensions import SheetDimension
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import ARC_APP
from openpyxl.xml.functions import Element, SubElement

from vsdesigner.exchange.excel.text_cells import Cell, column_letters, row_xml

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip archive can name
_APPLICATION = re.compile(rb"<Application>[^<]*</Application>")
_NO_ROWS = (b"<sheetData></sheetData>", b"<sheetData />", b"<sheetData/>")


class RowStore:
    """The rows of one worksheet as they are written, numbered from 1 without gaps."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._columns = 1

    @property
    def last(self) -> int:
        """Number of the last row, 0 while there is none."""
        return len(self._parts)

    def add(self, cells: list[Cell | None], height: float, *, fixed: bool = False) -> int:
        """Add a row and return its number; see `row_xml`."""
        self._columns = max(self._columns, len(cells))
        self._parts.append(row_xml(self.last + 1, cells, height, fixed=fixed))
        return self.last

    @property
    def range(self) -> str:
        """All that is filled, such as ``A1:E9``."""
        return f"A1:{column_letters(self._columns - 1)}{max(self.last, 1)}"

    def xml(self) -> bytes:
        """The rows inside their element."""
        return b"<sheetData>" + "".join(self._parts).encode() + b"</sheetData>"


class _Archive(ZipFile):
    def writestr(self, zinfo_or_arcname: str | ZipInfo, data: bytes | str, *_: object, **__: object) -> None:  # type: ignore[override]  # the parts come by name and content alone
        name = zinfo_or_arcname if isinstance(zinfo_or_arcname, str) else zinfo_or_arcname.filename
        part = ZipInfo(name, _LONG_AGO)
        part.compress_type = ZIP_DEFLATED
        if name == ARC_APP:
            data = _honest(data)
        super().writestr(part, data)


def _honest(properties: bytes | str) -> bytes:
    """The properties with our name in place of Excel's.

    LibreOffice believes the row heights of files that Excel made, whatever fonts it has; of others it
    computes those that are not fixed anew, so that no line is cut off where Calibri is missing.
    """
    content = properties.encode() if isinstance(properties, str) else properties
    return _APPLICATION.sub(b"<Application>VS Designer</Application>", content)


class _SheetWriter(WorksheetWriter):
    """Writes a sheet that has no cells of its own but says how far its rows will reach."""

    _rels: RelationshipList

    def __init__(self, sheet: Worksheet, rows: RowStore) -> None:
        self._rows = rows
        links = sheet._hyperlinks  # type: ignore[attr-defined]  # the stubs leave it out
        super().__init__(sheet, out=BytesIO())
        sheet._hyperlinks = links  # type: ignore[attr-defined]  # the writer begins with those of its own cells

    def write_dimensions(self) -> None:
        self.xf.send(SheetDimension(self._rows.range).to_tree())

    def write_breaks(self) -> None:
        """Also keep Excel from marking a version such as 1.2 as a number that is stored as text."""
        super().write_breaks()
        errors = Element("ignoredErrors")
        SubElement(errors, "ignoredError", {"sqref": self._rows.range, "numberStoredAsText": "1"})
        self.xf.send(errors)


class _BookWriter(ExcelWriter):
    """Writes all parts as openpyxl does, and each sheet with its rows put in."""

    _archive: ZipFile

    def __init__(
        self, workbook: Workbook, archive: ZipFile, rows: dict[str, RowStore], hear: Callable[[float], None]
    ) -> None:
        super().__init__(workbook, archive)
        self._row_stores = rows
        self._hear = hear
        self._packed = 0

    def write_worksheet(self, ws: Worksheet) -> None:
        self._hear(self._packed / len(self._row_stores))
        self._packed += 1
        rows = self._row_stores[ws.title]
        writer = _SheetWriter(ws, rows)
        writer.write()
        frame = writer.read()
        place = next(mark for mark in _NO_ROWS if mark in frame)
        ws._drawing = _drawing(ws)  # type: ignore[attr-defined]  # the stubs leave out what the writer asks for
        ws._rels = writer._rels  # type: ignore[attr-defined]  # likewise
        self._archive.writestr(ws.path[1:], frame.replace(place, rows.xml(), 1))
        self.manifest.append(ws)


def _drawing(ws: Worksheet) -> SpreadsheetDrawing | None:
    pictures = ws._images  # type: ignore[attr-defined]  # likewise
    if not pictures:
        return None
    drawing = SpreadsheetDrawing()
    drawing.images = pictures
    return drawing


def pack(
    workbook: Workbook, rows: dict[str, RowStore], hear: Callable[[float], None] = lambda _share: None
) -> bytes:
    """Return the file; `rows` holds the rows of every sheet by its title.

    `hear` is told before every sheet which share of them is packed; what it raises stops the packing.
    """
    target = BytesIO()
    with _Archive(target, "w", ZIP_DEFLATED) as archive:
        _BookWriter(workbook, archive, rows, hear).write_data()
    return target.getvalue()
