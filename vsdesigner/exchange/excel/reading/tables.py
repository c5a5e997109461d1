"""Finds the method's tables and use cases in the sheets, wherever they stand, and groups their rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from vsdesigner.commands.table.column import Kind
from vsdesigner.commands.table.columns import columns
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import USE_CASE_TITLE
from vsdesigner.exchange.excel.columns import ACTIVITY_HEADER, STEP_HEADER, TASK_HEADER
from vsdesigner.exchange.excel.languages import plain
from vsdesigner.exchange.excel.languages import spellings as spellings_of
from vsdesigner.exchange.excel.raci import CHECK_HEADER
from vsdesigner.exchange.excel.reading.cells import Row, Sheet
from vsdesigner.exchange.excel.reading.package import refusal
from vsdesigner.exchange.excel.table_sheet import ID_HEADER, NOTE_ID
from vsdesigner.exchange.excel.text_cells import CONTINUED
from vsdesigner.language import say

NAME, LANE, TASKS, CHECK, ID = "name", "lane", "tasks", "check", "id"

MOST_ROWS = 20_000  # of one table

_SPELLINGS: dict[str, tuple[str, ...]] = {
    NAME: (
        *(STEP_HEADER, "Value Stream Steps"),
        *("Schritt im Wertstrom", "Schritt des Wertstroms", "Wertstrom-Schritt", "Wertstromschritte"),
        *("Étape de la chaîne", "Étapes du flux de valeur", "Etape du flux de valeur"),
    ),
    LANE: (
        *(ACTIVITY_HEADER, "Mapped SVC activity", "Mapped activity", "SVC activity"),
        *("Zugeordnete Aktivität", "SVC-Aktivität", "Zuordnung SVC"),
        *("Activité associée", "Activité SVC", "Activité CVS"),
    ),
    TASKS: (
        *(TASK_HEADER, "Tasks/Actions", "Actions/Tasks", "Actions and tasks"),
        *("Aufgaben/Aktionen", "Aktionen und Aufgaben", "Tâches/Actions", "Actions et tâches"),
    ),
    "practices": (
        *("Practices", "Practice", "Contributing practices"),
        *("Practices (ITIL)", "Beitragende Praktiken", "Pratiques contributrices"),
    ),
    "tools": (
        *("Tools and Technologies", "Tools & Technologies", "Tools"),
        *("Werkzeuge", "Werkzeuge & Technologien", "Outils", "Outils & technologies"),
    ),
    CHECK: (CHECK_HEADER,),
    ID: (ID_HEADER,),
}
#: What people write over their own tables; too general to be looked for in workbooks of the program.
_PLAIN: dict[str, tuple[str, ...]] = {
    NAME: (
        *("Step", "Steps", "Step name", "Process step", "Process steps"),
        *("Schritt", "Schritte", "Prozessschritt", "Étape", "Étapes", "Etape"),
    ),
    LANE: (
        *("Activity", "Value chain activity", "Service value chain activity", "SVC", "Lane", "Swimlane"),
        *("Aktivität", "Bahn", "Activité", "Couloir"),
    ),
    TASKS: (
        *("Task", "Tasks", "Action", "Actions", "Tasks and actions", "To do"),
        *("Aufgabe", "Aufgaben", "Tâche", "Tâches"),
    ),
    "practices": ("Praktik", "Praktiken", "ITIL practice", "ITIL practices", "Pratique", "Pratiques"),
    "tools": (
        *("Tool", "Technology", "Technologies", "Systems", "Tools and systems", "Applications"),
        *("Werkzeug", "Outil", "Outils"),
    ),
}
_CONTINUES = re.compile(rf"\s*(?:{'|'.join(map(re.escape, spellings_of(CONTINUED)))})\s*$")
_PLACE = re.compile(r"\+(\d{1,5})")


@dataclass(slots=True)
class Entry:
    """What a table says of one step or task: the pieces of each cell, over as many rows as it takes.

    `step` and `task` are ids that the hidden column gives, empty where it gives none.
    """

    row: int
    step: str
    task: str
    cells: dict[int, list[str]] = field(default_factory=dict)

    def pieces(self, column: int) -> list[str]:
        """Return the pieces of a cell."""
        return self.cells.get(column) or [""]


@dataclass(slots=True)
class Table:
    """A table with the method's headers. `fields` says what a column holds (`NAME`, ``tasks`` …); `others`
    are the headers of the columns that are none of these: roles, where there is a check column. `heads`
    are the headers of all columns as they stand there."""

    sheet: str
    header: int
    fields: dict[int, str]
    others: dict[int, str]
    entries: list[Entry] = field(default_factory=list)
    below: list[tuple[int, Row]] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    heads: Row = field(default_factory=dict)

    @property
    def is_raci(self) -> bool:
        """Whether it is a matrix of responsibilities."""
        return CHECK in self.fields.values()

    def column(self, name: str) -> int:
        """Return the column that holds something, -1 for none."""
        return next((column for column, field in self.fields.items() if field == name), -1)


def find_tables(view: Snapshot, sheet: Sheet, *, is_own: bool) -> list[Table]:
    """Return the tables of a sheet, one below the other; in a workbook of others also by plain headers."""
    known = _headers(view)
    loose = known | {plain(word): name for name, words in _PLAIN.items() for word in words}
    found: list[Table] = []
    for number in sorted(sheet.rows):
        row = sheet.rows[number]
        fields = _fields(known, row)
        if not fields and not is_own:
            fields = _fields(loose, row)
            if not {LANE, TASKS} & set(fields.values()):
                continue  # the steps are not what such a table is about
        if fields:
            others = {column: text for column, text in row.items() if column not in fields and text.strip()}
            above = [
                text for at in range(max(1, number - 4), number) for text in sheet.rows.get(at, {}).values()
            ]
            found.append(Table(sheet.name, number, fields, others, above=above, heads=dict(row)))
    ends = [table.header for table in found[1:]] + [max(sheet.rows, default=0) + 1]
    for table, end in zip(found, ends, strict=False):
        _fill(table, [(at, sheet.rows[at]) for at in sorted(sheet.rows) if table.header < at < end])
    return found


def _headers(view: Snapshot) -> dict[str, str]:
    known: dict[str, str] = {}
    for name, spellings in _SPELLINGS.items():
        for spelling in spellings:
            for word in (*spellings_of(spelling), say(spelling)):
                known[plain(word)] = name
    for column in columns(view):
        if column.kind is Kind.ITEMS and column.id not in known.values() and not column.is_fixed:
            for word in (*spellings_of(column.header), say(column.header)):
                known.setdefault(plain(word), column.id)
    return known


def _fields(known: dict[str, str], row: Row) -> dict[int, str]:
    """Column → what it holds, when a row is the header of one of the method's tables."""
    found: dict[int, str] = {}
    for column, text in sorted(row.items()):
        name = known.get(plain(text), "")
        if name and name not in found.values():
            found[column] = name
    names = set(found.values())
    return found if NAME in names and len(names - {ID, CHECK}) > 1 else {}


# -- rows ---------------------------------------------------------------------------------------------------
def _fill(table: Table, rows: Sequence[tuple[int, Row]]) -> None:
    """Group the rows of a table; what stands alone below a blank row is no row of it."""
    if len(rows) > MOST_ROWS:
        raise refusal(say("a table in it has more than {most:,} rows.").format(most=MOST_ROWS))
    id = table.column(ID)
    used = set(table.fields) | set(table.others)
    later: list[tuple[str, str, int, Row]] = []
    last = table.header
    for number, row in rows:
        cells = {column: text for column, text in row.items() if column in used and text.strip()}
        step, task, place = _ids(cells.pop(id, "") if id >= 0 else "")
        if step == NOTE_ID:
            continue  # a sentence of the program, also where the row above it was filled in
        if number > last + 1 and set(cells) <= {min(used)} and not step:
            table.below += [(number, cells)] if cells else []
        elif place:
            later.append((step, task, place, cells))
            last = number
        elif cells:
            _put(table, Entry(number, step, task), cells)
            last = number
    by_id = {(entry.step, entry.task): entry for entry in reversed(table.entries)}
    for step, task, _, cells in sorted(later, key=lambda part: part[2]):
        if (step, task) in by_id:
            _join(by_id[step, task], cells, table.column(NAME))


def _put(table: Table, entry: Entry, cells: Row) -> None:
    """Add a row as an entry of its own, or to the one above that it goes on with."""
    before = table.entries[-1] if table.entries else None
    if not entry.step and before is not None and _goes_on(table, before, cells, table.column(NAME)):
        _join(before, cells, table.column(NAME))
    else:
        entry.cells = {column: [text] for column, text in cells.items()}
        table.entries.append(entry)


def _ids(text: str) -> tuple[str, str, int]:
    """Step, task and number of the continuation that the hidden cell of a row names."""
    words = text.split()
    place = _PLACE.fullmatch(words[-1]) if words else None
    if place:
        words = words[:-1]
    step, task = (*words, "", "")[:2]
    return step, task, int(place[1]) if place else 0


def _goes_on(table: Table, before: Entry, cells: Row, name: int) -> bool:
    """Whether a row without an id says more of the entry above: it is marked so, or has no name."""
    text = cells.get(name, "")
    if _CONTINUES.search(text):
        said = _CONTINUES.sub("", text).strip().rstrip("…")
        return not said or before.pieces(name)[0].startswith(said) or not before.step
    return not text.strip() and not table.is_raci


def _join(entry: Entry, cells: Row, name: int) -> None:
    for column, text in cells.items():
        if column == name:
            said = _CONTINUES.sub("", text)
            if said.strip():
                entry.cells.setdefault(column, []).append(said)
        else:
            entry.cells.setdefault(column, []).append(text)


# -- texts that were cut ------------------------------------------------------------------------------------
def same(pieces: Sequence[str], expected: str) -> bool:
    """Say whether the pieces of a cell spell a text; where it was cut a line end may be missing."""
    if len(pieces) == 1:
        return _lines(pieces[0]) == _lines(expected)
    return _squashed("".join(pieces)) == _squashed(expected)


def rejoined(pieces: Sequence[str], expected: str) -> str:
    """Return the pieces as one text: with a line end between two of them unless `expected` has none there."""
    text = pieces[0]
    for piece in pieces[1:]:
        text = f"{text}{piece}" if _is_within_line(text, piece, expected) else f"{text}\n{piece}"
    return text


_SEAM = 30  # characters on a side of a cut by which its place is found


def _is_within_line(text: str, piece: str, expected: str) -> bool:
    """Whether a text was cut in the middle of a line; either side of the cut may have been edited since."""
    tail, head = text[-_SEAM:], piece[:_SEAM]
    if tail + head in expected:
        return True
    ends = [at + len(tail) for at in _places(tail, expected)]
    starts = _places(head, expected)
    if ends:
        at = min(ends, key=lambda end: abs(end - len(text)))
        return at < len(expected) and expected[at] != "\n"
    if starts:
        at = min(starts, key=lambda start: abs(start - len(text)))
        return at > 0 and expected[at - 1] != "\n"
    return False


def _places(part: str, text: str) -> list[int]:
    found: list[int] = []
    at = text.find(part) if part.strip() else -1
    while at >= 0 and len(found) < _MOST_PLACES:
        found.append(at)
        at = text.find(part, at + 1)
    return found


_MOST_PLACES = 2_000


def named(pieces: Sequence[str], expected: str) -> str:
    """Return a name over one row or more; on further rows it may merely be repeated."""
    first = pieces[0]
    if len(pieces) > 1 and (
        same(pieces, expected) or (first and expected.startswith(first) and first != expected)
    ):
        return expected if same(pieces, expected) else "".join(pieces)
    return first


def _lines(text: str) -> list[str]:
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _squashed(text: str) -> str:
    return "".join(_lines(text))


# -- use cases ----------------------------------------------------------------------------------------------
@dataclass(slots=True)
class UseCase:
    """A use case: the title over it, and label → (row, text); `others` are rows with unknown labels."""

    sheet: str
    row: int
    title: str
    rows: dict[str, tuple[int, list[str]]] = field(default_factory=dict)
    others: list[tuple[int, str]] = field(default_factory=list)


def _title_pattern() -> re.Pattern[str]:
    """The title over a use case, in any language, with any spaces."""
    starts = (text.partition(":")[0].split() for text in spellings_of(USE_CASE_TITLE))
    known = "|".join(r"\s+".join(map(re.escape, words)) for words in starts)
    return re.compile(rf"\s*(?:{known})\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)


_TITLE = _title_pattern()
LEAST_LABELS = 3


def find_use_case(sheet: Sheet, labels: Iterable[str]) -> UseCase | None:
    """Return the use case of a sheet: its title, or three labels of one below the other."""
    known = {plain(word): label for label in labels for word in (*spellings_of(label), say(label))}
    title = next(
        (
            (number, match[1].strip())
            for number in sorted(sheet.rows)
            for text in sheet.rows[number].values()
            if (match := _TITLE.match(text))
        ),
        None,
    )
    found = UseCase(sheet.name, title[0] if title else 0, title[1] if title else "")
    last = ""
    for number in sorted(sheet.rows):
        if number <= found.row:
            continue
        row = sheet.rows[number]
        first = min(row)
        text = row[first]
        value = "\n".join(row[column] for column in sorted(row) if column != first)
        label = known.get(plain(_CONTINUES.sub("", text)).rstrip(":"), "")
        if label and _CONTINUES.search(text) and label in found.rows:
            found.rows[label][1].append(value)
        elif label and label not in found.rows:
            found.rows[label] = (number, [value])
            last = label
        elif value and not label:
            found.others.append((number, text))
        elif last and not label and found.rows[last][1] and first > 0:
            found.rows[last][1].append(text)  # a value that goes on below a merged label
        else:
            found.others.append((number, text))
    if len(found.rows) < LEAST_LABELS and title is None:
        return None
    return found if found.rows or title else None
