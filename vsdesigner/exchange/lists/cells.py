"""Tables as text: tab-separated with quoted line breaks, and HTML, as spreadsheets give and take them."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterable, Sequence
from html.parser import HTMLParser

Row = Sequence[str]

COLUMN_LIMIT = 100
SPAN_LIMIT = 1_000  # cells that one cell of a table may cover
_FORMULA = ("=", "+", "-", "@")
_RULE = re.compile(r":?-*:?")
_BREAKS = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4"})
_SILENT = frozenset({"script", "style", "head", "title"})


# -- writing ------------------------------------------------------------------------------------------------
def write_tsv(rows: Iterable[Row]) -> str:
    """Return rows as tab-separated text; a cell that a spreadsheet would calculate gets an apostrophe."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
    writer.writerows([[_harmless(cell) for cell in row] for row in rows])
    return stream.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def write_html(header: Row, rows: Iterable[Row]) -> str:
    """Return a table of text cells as a small HTML document; without a header it has none."""
    names = "".join(f"<th>{_html(cell)}</th>" for cell in header)
    head = f"<thead><tr>{names}</tr></thead>\n" if header else ""
    body = "\n".join("<tr>" + "".join(map(_td, row)) + "</tr>" for row in rows)
    # Excel reads the format (text, never a formula) and keeps line breaks in one cell by the second rule.
    style = 'td{mso-number-format:"\\@";vertical-align:top} br{mso-data-placement:same-cell}'
    return (
        f'<html><head><meta charset="utf-8"><style>{style}</style></head><body>\n'
        f"<table>\n{head}<tbody>\n{body}\n</tbody></table>\n</body></html>"
    )


def _td(cell: str) -> str:
    # LibreOffice reads the format here; without it "=1+1" would be calculated.
    kind = "" if cell.isascii() and cell.isdecimal() else ' sdnum="1033;0;@"'
    return f"<td{kind}>{_html(cell)}</td>"


def _html(cell: str) -> str:
    return html.escape(cell).replace("    ", "&nbsp;&nbsp;&nbsp;&nbsp;").replace("\n", "<br>")


# -- reading ------------------------------------------------------------------------------------------------
def read_tsv(text: str) -> list[list[str]]:
    """Return the rows of tab-separated text; line ends inside quotes belong to their cell."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
    except csv.Error:  # a quote that is none, and all the rest would be one cell
        rows = [line.split("\t") for line in text.split("\n")]
    return [[unquoted(cell) for cell in row[:COLUMN_LIMIT]] for row in rows if any(map(str.strip, row))]


def read_pipes(text: str) -> list[list[str]]:
    """Return the rows of a table drawn with ``|``, as wikis have it; nothing when the text is none."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < 2 or not all(len(line) > 1 and line[0] == line[-1] == "|" for line in lines):
        return []
    rows = [[cell.strip() for cell in line[1:-1].split("|")[:COLUMN_LIMIT]] for line in lines]
    return [row for row in rows if not all(_RULE.fullmatch(cell) for cell in row)]


def unquoted(cell: str) -> str:
    """Return a cell without the apostrophe that keeps a spreadsheet from calculating it."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def read_html(text: str) -> tuple[list[list[str]], list[tuple[str, int]]]:
    """Return the rows of the first table that HTML holds, and its list items as (text, depth)."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return [row for row in reader.rows if any(map(str.strip, row))], reader.items


def read_cells(text: str) -> list[list[str]]:
    """Return the rows of the first table that HTML holds, with those that are empty."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.rows


class _Reader(HTMLParser):
    """Walks over any HTML; what is broken in it is read as far as it goes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self.items: list[tuple[str, int]] = []
        self._text: list[str] = []
        self._silent = 0
        self._lists = 0
        self._tables = 0
        self._in_cell = False
        self._in_item = False
        self._covered: dict[tuple[int, int], str] = {}  # cells that one above reaches into
        self._spans = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._tables += 1
        elif tag in ("ul", "ol"):
            self._end_item()
            self._lists += 1
        elif self._tables == 1 and tag == "tr":
            self._end_cell()
            self.rows.append([])
        elif self._tables == 1 and tag in ("td", "th"):
            self._end_cell()
            self._begin_cell(dict(attrs))
        elif tag == "li" and not self._in_cell:
            self._end_item()
            self._in_item = True
            self._text = []
        elif tag in _BREAKS:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in ("td", "th", "tr", "table"):
            self._end_cell()
            if tag == "table" and self._tables == 1:
                self._tables = 2  # further tables are not read
        elif tag == "li":
            self._end_item()
        elif tag in ("ul", "ol"):
            self._end_item()
            self._lists = max(0, self._lists - 1)
        elif tag in _BREAKS:
            self._text.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent and (self._in_cell or self._in_item):
            # A hard space survives as a mark until the others are drawn together.
            self._text.append(data.replace("\0", " ").replace("\u00a0", "\0").replace("\n", " "))

    def _begin_cell(self, attrs: dict[str, str | None]) -> None:
        if not self.rows:
            self.rows.append([])
        self._in_cell, self._text = True, []
        self._spans = _span(attrs.get("colspan")), _span(attrs.get("rowspan"))

    def _end_cell(self) -> None:
        if not self._in_cell:
            return
        self._in_cell = False
        y, row = len(self.rows) - 1, self.rows[-1]
        while (y, len(row)) in self._covered:
            row.append(self._covered.pop((y, len(row))))
        wide, high = self._spans
        if len(row) >= COLUMN_LIMIT or len(self._covered) > SPAN_LIMIT * COLUMN_LIMIT:
            return
        x = len(row)
        row += [_tidy(self._text), *[""] * (wide - 1)]
        for down in range(1, high):
            for right in range(min(wide, COLUMN_LIMIT - x)):
                self._covered[y + down, x + right] = ""

    def _end_item(self) -> None:
        words = " ".join(_tidy(self._text).split()) if self._in_item else ""
        if words:
            self.items.append((words, max(0, self._lists - 1)))
        self._in_item, self._text = False, []


def _span(value: str | None) -> int:
    counts = value is not None and value.isascii() and value.isdecimal() and len(value) <= 4
    return max(1, min(int(value or 1), COLUMN_LIMIT)) if counts else 1


def _tidy(pieces: Iterable[str]) -> str:
    """Text as a browser shows it: spaces drawn together, hard spaces and line breaks kept."""
    spaced = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line.replace("\0", " ").rstrip() for line in spaced).strip("\n")
