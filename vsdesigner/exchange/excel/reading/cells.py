"""Reads the cells of a workbook as text, sheet by sheet, as far as anybody has filled them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from posixpath import join, normpath

from vsdesigner.exchange.carried.xlsx import SHEET as CARRIER
from vsdesigner.exchange.excel.reading.package import Package, refusal
from vsdesigner.language import say
from vsdesigner.model.text import clean

MOST_SHEETS = 5_000
MOST_CELLS = 400_000  # with text, in the whole workbook
MOST_COLUMNS = 1_000
MOST_TEXT = 32 * 1024 * 1024  # characters of all cells together

_MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_RELATION = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ERRORS = frozenset({"#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!"})

Row = dict[int, str]  # column, from 0 → text


@dataclass(slots=True)
class Sheet:
    """A sheet: its filled cells by row (from 1) and column (from 0). `spare` counts cells too far right."""

    name: str
    rows: dict[int, Row] = field(default_factory=dict)
    spare: int = 0


def read_sheets(package: Package, progress: Callable[[float], None] = lambda _share: None) -> list[Sheet]:
    """Return the sheets in their order, but for the one that carries the document."""
    index = _Index()
    package.hear("xl/workbook.xml", index)
    if len(index.sheets) > MOST_SHEETS:
        raise refusal(say("it has more than {most:,} sheets.").format(most=MOST_SHEETS))
    relations = _Relations()
    package.hear("xl/_rels/workbook.xml.rels", relations)
    shared = _Strings()
    if "xl/sharedStrings.xml" in package:
        package.hear("xl/sharedStrings.xml", shared)
    budget = _Budget()
    found: list[Sheet] = []
    for number, (name, relation) in enumerate(index.sheets, start=1):
        progress(number / len(index.sheets))
        target = relations.targets.get(relation, "")
        if name == CARRIER or not target:
            continue  # a chart on a sheet of its own, or a dialog, has no cells
        sheet = Sheet(name)
        part = target[1:] if target.startswith("/") else normpath(join("xl", target))
        package.hear(part, _Cells(sheet, shared.found, budget))
        found.append(sheet)
    return found


_NAMES = {
    f"{space} {name}": name
    for space in _MAIN
    for name in ("sheet", "row", "c", "v", "t", "is", "si", "r", "f", "rPh")
}


def _local(tag: str) -> str:
    """The name of an element of a workbook that counts here; nothing for others."""
    return _NAMES.get(tag, "")


class _Index:
    """Names and relations of the sheets."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if _local(tag) == "sheet":
            relation = next((attributes[name] for name in _RELATION if name in attributes), "")
            self.sheets.append((clean(attributes.get("name", "")), relation))

    def end(self, tag: str) -> None:
        """Nothing to do."""

    def text(self, data: str) -> None:
        """Nothing to do."""


class _Relations:
    """Where the sheets are."""

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("Type", "")
        if kind.endswith("/worksheet") and attributes.get("TargetMode") != "External":
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def end(self, tag: str) -> None:
        """Nothing to do."""

    def text(self, data: str) -> None:
        """Nothing to do."""


class _Texts:
    """Gathers the text of a string, be it plain or in runs, without how it is read aloud."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._is_text = False
        self._aloud = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        if name == "rPh":
            self._aloud += 1
        self._is_text = name == "t" and not self._aloud

    def end(self, tag: str) -> None:
        self._is_text = False
        if self._aloud and _local(tag) == "rPh":
            self._aloud -= 1

    def text(self, data: str) -> None:
        if self._is_text:
            self._parts.append(data)

    def take(self) -> str:
        """Return the text and begin anew."""
        text = self._parts[0] if len(self._parts) == 1 else "".join(self._parts)
        self._parts.clear()
        return clean(_ESCAPED.sub(_character, text) if "_x" in text else text)


def _character(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


class _Strings(_Texts):
    """The texts that the cells of a workbook share, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def end(self, tag: str) -> None:
        super().end(tag)
        if _local(tag) == "si":
            self.found.append(self.take())


class _Budget:
    """What all sheets together may hold."""

    def __init__(self) -> None:
        self._cells, self._characters = MOST_CELLS, MOST_TEXT

    def spend(self, characters: int) -> None:
        self._cells -= 1
        self._characters -= characters
        if self._cells < 0:
            raise refusal(say("it has more than {most:,} filled cells.").format(most=MOST_CELLS))
        if self._characters < 0:
            raise refusal(say("its cells hold more than {most:,} characters.").format(most=MOST_TEXT))


class _Cells(_Texts):
    """The filled cells of one sheet; of a formula its last result counts."""

    def __init__(self, sheet: Sheet, shared: list[str], budget: _Budget) -> None:
        super().__init__()
        self._sheet, self._shared, self._budget = sheet, shared, budget
        self._kind = ""
        self._row = 0
        self._column = -1
        self._known: dict[str, int] = {}  # letters of a column → number

    # Hundreds of thousands of cells pass here: what is asked most comes first, and nothing is asked twice.
    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = _NAMES.get(tag)
        if name == "c":
            self._kind = attributes.get("t", "n")
            self._move_to(attributes.get("r", ""))
        elif name in ("v", "t"):
            self._is_text = not self._aloud
        elif name == "row":
            number = attributes.get("r", "")
            self._row = int(number) if number.isdecimal() and len(number) < 9 else self._row + 1
            self._column = -1
        elif name == "rPh":
            self._aloud += 1

    def end(self, tag: str) -> None:
        self._is_text = False
        name = _NAMES.get(tag)
        if name == "c":
            if self._parts:
                self._put(self.take())
        elif name == "rPh" and self._aloud:
            self._aloud -= 1

    def _move_to(self, place: str) -> None:
        """Stand on a cell; one that does not say where it is stands behind the one before."""
        letters = place.rstrip("0123456789")
        number = place[len(letters) :]
        if not (0 < len(letters) < 4 and 0 < len(number) < 8 and letters.isascii() and letters.isupper()):
            self._column += 1
            return
        column = self._known.get(letters)
        if column is None:
            column = self._known[letters] = _column(letters)
        self._column, self._row = column, int(number)

    def _put(self, text: str) -> None:
        if self._kind == "s":
            number = int(text) if text.isdecimal() and len(text) < 9 else -1
            text = self._shared[number] if 0 <= number < len(self._shared) else ""
        elif self._kind == "b":
            text = {"1": "TRUE", "0": "FALSE"}.get(text.strip(), text)
        elif self._kind == "n":
            text = _number(text)
        if not text:
            return
        if self._column >= MOST_COLUMNS:
            self._sheet.spare += 1
            return
        self._budget.spend(len(text))
        self._sheet.rows.setdefault(self._row, {})[self._column] = text


def is_error(text: str) -> bool:
    """Say whether a cell shows that its formula failed."""
    return text in _ERRORS


def _number(text: str) -> str:
    """A number as one would type it: ``3``, ``0.5``."""
    try:
        value = float(text)
    except ValueError:
        return text
    return f"{value:.15g}" if abs(value) < 1e15 else text


def _column(letters: str) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1
