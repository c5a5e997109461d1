"""What files cost: saving and exporting, beside the bare library calls."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook, load_workbook

from tests.bench.streams import large_document
from tests.bench.timing import Line, median, milliseconds
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.excel.choices import SHEET_CHOICES
from vsdesigner.exchange.registry import ExportOptions, exporter_for
from vsdesigner.storage import documents


def lines(count: int) -> Iterator[Line]:
    """Measure a stream of `count` steps."""
    snapshot = large_document(count)
    runs = 3 if count > 1000 else 5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = median(milliseconds(lambda: _bare_save(folder / "bare.json", snapshot), runs=runs))
        ours = median(
            milliseconds(
                lambda: documents.save(folder / "ours.vstream", snapshot, folder / "backups"), runs=runs
            )
        )
        yield Line("save: build, check, write, read back", count, ours, bare, 4.0)
    exporter = exporter_for(Path("x.xlsx"))
    options = ExportOptions(values={"sheets": tuple(choice.id for choice in SHEET_CHOICES)})

    def render() -> bytes:
        return exporter.render(snapshot, options, lambda share: None, lambda: False)

    content = render()
    cells = _cells(content)
    floor = median(milliseconds(lambda: _bare_workbook(cells), runs=3))
    yield Line("export the workbook", count, median(milliseconds(render, runs=3)), floor, 1.6)


def _bare_save(path: Path, snapshot: Snapshot) -> None:
    """pydantic's own dump of every record, written and synced."""
    with path.open("wb") as file:
        for record in snapshot.records.values():
            file.write(record.model_dump_json(exclude_defaults=True).encode())
        file.flush()
        os.fsync(file.fileno())


def _cells(content: bytes) -> list[list[list[object]]]:
    book = load_workbook(io.BytesIO(content))
    return [[[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book.worksheets]


def _bare_workbook(cells: list[list[list[object]]]) -> bytes:
    book = Workbook(write_only=True)
    for rows in cells:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
