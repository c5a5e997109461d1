"""Which step each row of a table is about: by its hidden id, by its name, or a new one beside another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from vsdesigner.commands import flows, steps
from vsdesigner.commands.table import chain
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import ITEM, one_line
from vsdesigner.exchange.excel.reading.outcome import Problems
from vsdesigner.exchange.excel.reading.tables import LANE, NAME, TASKS, Entry, Table, named, same
from vsdesigner.language import say
from vsdesigner.model.dimensions import CARD_WIDTH
from vsdesigner.model.place import Place
from vsdesigner.model.records import Placed, Step, TerminalKind
from vsdesigner.rules.verdicts import can_connect

MOST_NEW = 1_000  # steps that one workbook may add


@dataclass(slots=True)
class Line:
    """A row and what it is about; `is_new` is a task that the document does not have yet."""

    entry: Entry
    step: str
    task: str = ""
    is_new: bool = False


@dataclass(slots=True)
class Matched:
    """A table of one stream with its rows. `by_task`: each row shows one task of a step."""

    table: Table
    stream: str
    lines: list[Line] = field(default_factory=list)
    by_task: bool = False

    def order(self) -> list[str]:
        """Return the steps in the order in which they come first."""
        return list(dict.fromkeys(line.step for line in self.lines))


def fold(text: str) -> str:
    """Return a name in the form in which names are compared."""
    return " ".join(text.split()).casefold()


class Matcher:
    """Finds the step of every row of one stream, table after table; makes those that are new."""

    def __init__(self, base: Snapshot, draft: Draft, stream: str, problems: Problems) -> None:
        self._base, self._draft, self._stream, self._problems = base, draft, stream, problems
        self._known = {step.id: step for step in base.steps(stream)}
        self._by_name: dict[str, list[str]] = {}
        for step in self._known.values():
            self._by_name.setdefault(fold(step.name), []).append(step.id)
        self.made: dict[str, Entry] = {}
        self._made_by_name: dict[str, list[str]] = {}

    def match(self, table: Table) -> Matched:
        """Return the rows of a table with their steps."""
        found = Matched(table, self._stream)
        originals = self._originals(table)
        kept = {self._step_of(entry) for entry in table.entries if id(entry) in originals}
        used: set[str] = set()
        by_task = any(entry.task for entry in table.entries) and TASKS in table.fields.values()
        for entry in table.entries:
            before = found.lines[-1] if found.lines else None
            line = self._known_line(table, entry) if id(entry) in originals else None
            if line is None:
                line = self._further_task(table, entry, before, by_task=by_task)
            if line is None:
                line = self._named_line(table, entry, before, kept | used)
            if line is not None:
                used.add(line.step)
                found.lines.append(line)
        found.by_task = not table.is_raci and any(line.task or line.is_new for line in found.lines)
        return found

    # -- known rows -------------------------------------------------------------------------------------
    def _step_of(self, entry: Entry) -> str:
        return entry.step if entry.step in self._known else ""

    def _originals(self, table: Table) -> set[int]:
        """The rows whose id is theirs: of a row that was copied, the one that kept its name."""
        column = table.column(NAME)
        best: dict[tuple[str, str], Entry] = {}
        for entry in table.entries:
            id_ = self._step_of(entry)
            if not id_:
                continue
            known = best.get((id_, entry.task))
            if known is None or (
                not same(known.pieces(column), self._known[id_].name)
                and same(entry.pieces(column), self._known[id_].name)
            ):
                best[id_, entry.task] = entry
        return {id(entry) for entry in best.values()}

    def _known_line(self, table: Table, entry: Entry) -> Line | None:
        step = self._known.get(entry.step)
        if step is None:
            return None
        if entry.task and all(task.id != entry.task for task in step.tasks):
            return Line(entry, step.id, is_new=TASKS in table.fields.values())
        return Line(entry, step.id, entry.task)

    # -- rows without an id -----------------------------------------------------------------------------
    def _further_task(self, table: Table, entry: Entry, before: Line | None, *, by_task: bool) -> Line | None:
        """A row that says another task of the step above."""
        if before is None:
            return None
        name = entry.pieces(table.column(NAME))[0]
        if table.is_raci:
            mark = ITEM.strip()
            if not name.strip().startswith(mark):
                return None
            words = fold(name.strip().removeprefix(mark))
            tasks = self._draft.get(before.step, Step).tasks
            task = next((task.id for task in tasks if fold(one_line(task.text)) == words), "")
            if not task:
                self._problems.add(
                    table.sheet, entry.row, say("The step above has no such task; its letters were left out.")
                )
            return Line(entry, before.step, task) if task else Line(entry, before.step, "", is_new=True)
        above = before.entry.pieces(table.column(NAME))[0]
        if by_task and (not name.strip() or fold(name) == fold(above)):
            return Line(entry, before.step, is_new=True)
        return None

    def _named_line(self, table: Table, entry: Entry, before: Line | None, used: set[str]) -> Line | None:
        name = " ".join(entry.pieces(table.column(NAME))[0].split())
        if (
            not name
            and table.column(TASKS) < 0
            and not any(
                entry.pieces(column)[0].strip() for column in table.fields if column != table.column(NAME)
            )
        ):
            self._problems.add(table.sheet, entry.row, say("The row names no step; it was left out."))
            return None
        waiting = [*self._by_name.get(fold(name), ()), *self._made_by_name.get(fold(name), ())]
        free = next((step for step in waiting if step not in used), "") if name else ""
        if free:
            return Line(entry, free)
        if not name:
            self._problems.add(table.sheet, entry.row, say("The row names no step; it was left out."))
            return None
        if len(self.made) >= MOST_NEW:
            sentence = say("The workbook has more than {most:,} new steps; this one was left out.")
            self._problems.add(table.sheet, entry.row, sentence.format(most=MOST_NEW))
            return None
        made = self._make(before.step if before else "")
        self.made[made] = entry
        self._made_by_name.setdefault(fold(name), []).append(made)
        return Line(entry, made)

    def _make(self, after: str) -> str:
        return add_beside(self._draft, self._stream, after)


# -- new steps ----------------------------------------------------------------------------------------------
def add_beside(draft: Draft, stream: str, after: str) -> str:
    """Add a step behind the step `after` (before all others when empty) and lead the flow through it.

    It stands beside its neighbour where there is room, and nothing else moves. Returns its id.
    """
    view = draft.view
    present = view.steps(stream)
    if not present:
        return _add_only(draft, stream)
    if not after:
        return _add_first(draft, present[0])
    origin = view.get(after, Step)
    onward = chain.onward(view, after)
    is_last = present[-1].id == after
    x = origin.x + steps.extent(origin)[0] + steps.usual_gap(view, after)
    made = steps.add(draft, stream, Place(origin.lane, x, origin.y))
    if len(onward) == 1:
        flows.insert(draft, onward[0].id, made)
    else:
        flows.connect(draft, after, made)
        if not onward and is_last and chain.value_is_open(view, stream):
            flows.connect(draft, made, view.terminal(stream, TerminalKind.VALUE).id)
    if not is_last:
        chain.number_behind(draft, [made], after)
    return made


def _add_only(draft: Draft, stream: str) -> str:
    view = draft.view
    demand = view.terminal(stream, TerminalKind.DEMAND)
    value = view.terminal(stream, TerminalKind.VALUE)
    made = steps.add(draft, stream, steps.append_place(view, demand.id, demand.lane))
    for source, target in ((demand.id, made), (made, value.id)):
        if can_connect(draft.view, source, target):
            flows.connect(draft, source, target)
    return made


def _add_first(draft: Draft, first: Step) -> str:
    view = draft.view
    arriving = chain.arriving(view, first.id)
    origin = view.get(first.id, Placed)
    gap = steps.usual_gap(view, first.id, before=True)
    x = origin.x - gap - CARD_WIDTH
    made = steps.add(draft, first.stream, Place(origin.lane, x, origin.y))
    if len(arriving) == 1:
        flows.insert(draft, arriving[0].id, made)
    else:
        flows.connect(draft, made, first.id)
    chain.number_behind(draft, [made], "")
    return made


# -- rows that are gone or elsewhere ------------------------------------------------------------------------
MAIN_FIELDS = frozenset({TASKS, "practices", "tools"})


def removed_steps(
    base: Snapshot, stream: str, tables: Sequence[Matched], changed: set[str], problems: Problems
) -> list[str]:
    """Return the steps whose rows were deleted. What still has changed cells elsewhere stays, and so does
    what is only missing where letters or resources stand; that is told."""
    known = [step.id for step in base.steps(stream)]
    present = [(table, set(table.order()) & set(known)) for table in tables]
    counted = [(table, ids) for table, ids in present if ids]
    for table, ids in present:
        if not ids and known:
            sentence = say("None of the steps stands here any more; they were kept.")
            problems.add(table.table.sheet, 0, sentence)
    gone: list[str] = []
    for id in known:
        missing = [table for table, ids in counted if id not in ids]
        if not missing:
            continue
        everywhere = len(missing) == len(counted)
        name = one_line(base.get(id, Step).name)
        if id in changed:
            sentence = say("The row of “{name}” is missing; the step was kept, for another sheet changed it.")
            problems.add(missing[0].table.sheet, 0, sentence.format(name=name))
        elif everywhere or any(is_main(table.table) for table in missing):
            gone.append(id)
        else:
            sentence = say("The row of “{name}” is missing; the step was kept, for other sheets have it.")
            problems.add(missing[0].table.sheet, 0, sentence.format(name=name))
    return gone


def is_main(table: Table) -> bool:
    """Say whether a table is one of those that list the steps for their own sake."""
    names = set(table.fields.values())
    return not table.is_raci and (bool(names & MAIN_FIELDS) or (LANE in names and not table.others))


def text_of_name(entry: Entry, column: int, expected: str) -> str:
    """Return the name that a row gives a step."""
    return named(entry.pieces(column), expected)
