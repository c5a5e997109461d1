"""Reads a sheet laid out for Visio's Data Visualizer: a row a step, with what comes next and its label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from vsdesigner.commands import flows, phases, steps, streams
from vsdesigner.commands.listed import lane_named
from vsdesigner.document.draft import Draft
from vsdesigner.exchange.excel.languages import plain
from vsdesigner.exchange.excel.reading.cells import Row, Sheet
from vsdesigner.exchange.excel.reading.outcome import Problems
from vsdesigner.language import say
from vsdesigner.model.dimensions import CARD_WIDTH, FIRST_X, LANE_PADDING, STEP_GAP, TERMINAL_WIDTH
from vsdesigner.model.place import Place
from vsdesigner.model.records import FlowKind, Step, TerminalKind
from vsdesigner.model.text import NAME_LENGTH
from vsdesigner.rules.verdicts import can_connect

ID, TEXT, NEXT, LABEL, FUNCTION, PHASE, SHAPE = "id", "text", "next", "label", "function", "phase", "shape"
MOST_STEPS = 2_000
MOST_LABEL = 200

_HEADERS = {
    ID: ("Process Step ID", "Step ID"),
    TEXT: ("Process Step Description", "Step Description"),
    NEXT: ("Next Step ID",),
    LABEL: ("Connector Label",),
    FUNCTION: ("Function", "Swimlane"),
    PHASE: ("Phase",),
    SHAPE: ("Shape Type",),
}
_KNOWN = {plain(word): name for name, words in _HEADERS.items() for word in words}
_STARTS, _ENDS = ("start",), ("end",)
_BETWEEN = re.compile(r"[,;\n]")
_MARGIN = STEP_GAP / 2


@dataclass(slots=True)
class VisioSheet:
    """A sheet with the headers of the Data Visualizer: column → meaning, and the rows below."""

    sheet: str
    columns: dict[str, int]
    rows: list[tuple[int, Row]] = field(default_factory=list)


@dataclass(slots=True)
class _Entry:
    row: int
    id: str
    name: str
    targets: list[tuple[str, str]]
    lane: str
    phase: str
    shape: str
    step: str = ""


def find_visio(sheet: Sheet) -> VisioSheet | None:
    """Return the sheet when it has the headers, wherever they stand."""
    for number in sorted(sheet.rows):
        columns: dict[str, int] = {}
        for column, text in sheet.rows[number].items():
            name = _KNOWN.get(plain(text))
            if name:
                columns.setdefault(name, column)
        if {ID, TEXT} <= columns.keys() and columns.keys() & {NEXT, FUNCTION, PHASE}:
            rows = [(at, sheet.rows[at]) for at in sorted(sheet.rows) if at > number]
            return VisioSheet(sheet.name, columns, rows)
    return None


def write_visio(draft: Draft, sheet: VisioSheet, name: str, problems: Problems) -> str:
    """Make a stream of the rows; returns its id. What cannot be taken over is told row by row."""
    stream = streams.add(draft, name[:NAME_LENGTH])
    entries = _entries(draft, sheet, problems)
    _add_steps(draft, stream, entries)
    _connect(draft, stream, sheet.sheet, entries, problems)
    _add_phases(draft, stream, sheet.sheet, entries, problems)
    return stream


# -- rows ---------------------------------------------------------------------------------------------------
def _entries(draft: Draft, sheet: VisioSheet, problems: Problems) -> list[_Entry]:
    found: list[_Entry] = []
    seen: set[str] = set()
    unknown: dict[str, int] = {}
    lane = draft.view.lanes[0].id
    for number, row in sheet.rows:
        cells = {name: row.get(column, "").strip() for name, column in sheet.columns.items()}
        if not any(cells.values()):
            continue
        id, words = cells.get(ID, ""), " ".join(cells.get(TEXT, "").split())
        if not words and not id:
            problems.add(sheet.sheet, number, say("The row names no step; it was left out."))
            continue
        if id and id.casefold() in seen:
            sentence = say("The step ID “{id}” stands in another row already; this row was left out.")
            problems.add(sheet.sheet, number, sentence.format(id=id[:60]))
            continue
        if len(found) >= MOST_STEPS:
            sentence = say("The sheet has more than {most:,} steps; the rows from here on were left out.")
            problems.add(sheet.sheet, number, sentence.format(most=MOST_STEPS))
            break
        seen.add(id.casefold())
        function = cells.get(FUNCTION, "")
        known = lane_named(draft.view, function)
        if function and not known and function not in unknown:
            unknown[function] = number
        lane = known or lane
        if len(words) > NAME_LENGTH:
            problems.add(sheet.sheet, number, say("The description was too long for a name and was cut."))
        found.append(
            _Entry(
                number,
                id.casefold(),
                (words or id)[:NAME_LENGTH],
                _targets(cells),
                lane,
                " ".join(cells.get(PHASE, "").split())[:NAME_LENGTH],
                cells.get(SHAPE, "").casefold(),
            )
        )
    for function, number in unknown.items():
        sentence = say("“{function}” is no activity; its steps stand in the activity of the step before.")
        problems.add(sheet.sheet, number, sentence.format(function=" ".join(function.split())[:60]))
    return found


def _targets(cells: dict[str, str]) -> list[tuple[str, str]]:
    """What comes next, each with the label of its connector."""
    ids = [part.strip() for part in _BETWEEN.split(cells.get(NEXT, "")) if part.strip()]
    text = cells.get(LABEL, "")
    labels = [part.strip() for part in _BETWEEN.split(text)] if len(ids) > 1 else [text]
    return [
        (id.casefold(), " ".join((label or "").split())[:MOST_LABEL])
        for id, label in zip_longest(ids, labels[: len(ids)], fillvalue="")
    ]


# -- steps --------------------------------------------------------------------------------------------------
def _ends(entries: Sequence[_Entry]) -> tuple[set[str], set[str]]:
    """The rows that stand for demand and value: shaped so, and named as nothing but start and end."""
    starts = {
        e.id for e in entries if e.shape in _STARTS and e.name.casefold() in ("start", "begin", "demand")
    }
    stops = {e.id for e in entries if e.shape in _ENDS and e.name.casefold() in ("end", "stop", "value")}
    return starts, stops


def _add_steps(draft: Draft, stream: str, entries: Sequence[_Entry]) -> None:
    """Put the steps from left to right, by how far they are from where the work begins, phase by phase."""
    starts, stops = _ends(entries)
    demand = draft.view.terminal(stream, TerminalKind.DEMAND).id
    value = draft.view.terminal(stream, TerminalKind.VALUE).id
    for entry in entries:
        if entry.id in starts or entry.id in stops:
            entry.step = demand if entry.id in starts else value
    shown = [entry for entry in entries if not entry.step]
    left = FIRST_X + TERMINAL_WIDTH + STEP_GAP
    for column, entry in zip(_columns(shown), shown, strict=True):
        place = Place(entry.lane, left + column * (CARD_WIDTH + STEP_GAP), LANE_PADDING)
        entry.step = steps.add(draft, stream, place, entry.name)


def _columns(entries: Sequence[_Entry]) -> list[int]:
    """The column of each step: behind everything that leads to it from a row above, phases side by side."""
    place = {entry.id: index for index, entry in enumerate(entries)}
    columns = [0] * len(entries)
    ranks = {phase: rank for rank, phase in enumerate(dict.fromkeys(e.phase for e in entries if e.phase))}
    least: dict[str, int] = {}
    order = sorted(range(len(entries)), key=lambda at: (ranks.get(entries[at].phase, -1), at))
    if not ranks:
        order = list(range(len(entries)))
    done: set[int] = set()
    reached = 0
    for at in order:
        phase = entries[at].phase
        if phase and phase not in least:
            least[phase] = reached
        columns[at] = max(columns[at], least.get(phase, 0))
        done.add(at)
        reached = max(reached, columns[at] + 1)
        for id, _ in entries[at].targets:
            target = place.get(id)
            if target is not None and target not in done:
                columns[target] = max(columns[target], columns[at] + 1)
    return columns


# -- flows and phases ---------------------------------------------------------------------------------------
def _connect(draft: Draft, stream: str, sheet: str, entries: Sequence[_Entry], problems: Problems) -> None:
    by_id = {entry.id: entry.step for entry in entries}
    for entry in entries:
        for id, label in entry.targets:
            target = by_id.get(id)
            if target is None:
                sentence = say("There is no step with the ID “{id}”; no flow leads there.")
                problems.add(sheet, entry.row, sentence.format(id=id[:60]))
                continue
            verdict = can_connect(draft.view, entry.step, target)
            if verdict:
                flows.connect(draft, entry.step, target, kind=_kind(draft, entry.step, target), label=label)
            else:
                problems.add(sheet, entry.row, verdict.reason)
    _connect_ends(draft, stream)


def _kind(draft: Draft, source: str, target: str) -> FlowKind:
    """What leads back is rework."""
    start, end = draft.find(source), draft.find(target)
    goes_back = (
        isinstance(start, Step) and isinstance(end, Step) and end.x <= start.x and end.order < start.order
    )
    return FlowKind.REWORK if goes_back else FlowKind.MAIN


def _connect_ends(draft: Draft, stream: str) -> None:
    """Lead demand to the steps where nothing arrives, and to value from those where nothing goes on."""
    view = draft.view
    demand = view.terminal(stream, TerminalKind.DEMAND).id
    value = view.terminal(stream, TerminalKind.VALUE).id
    if not view.outgoing(demand):
        for step in view.steps(stream):
            arrives = [flow for flow in view.incoming(step.id) if flow.kind is not FlowKind.REWORK]
            if not arrives and can_connect(draft.view, demand, step.id):
                flows.connect(draft, demand, step.id)
    if not view.incoming(value):
        for step in view.steps(stream):
            onward = [flow for flow in view.outgoing(step.id) if flow.kind is not FlowKind.REWORK]
            if not onward and can_connect(draft.view, step.id, value):
                flows.connect(draft, step.id, value)


def _add_phases(draft: Draft, stream: str, sheet: str, entries: Sequence[_Entry], problems: Problems) -> None:
    spans: dict[str, tuple[float, float]] = {}
    for entry in entries:
        step = draft.find(entry.step)
        if entry.phase and isinstance(step, Step):
            left, right = spans.get(entry.phase, (step.x, step.x))
            spans[entry.phase] = min(left, step.x), max(right, step.x)
    for name, (left, right) in spans.items():
        phases.add(draft, stream, left - _MARGIN, right - left + CARD_WIDTH + 2 * _MARGIN, name)
