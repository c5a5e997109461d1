"""The rows of the responsibility matrix: the steps of a stream, and the tasks of those that are open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from vsdesigner.analysis.checks import ALL_CHECKS
from vsdesigner.analysis.finding import Finding, Level
from vsdesigner.analysis.problems import Problems
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import activity_text
from vsdesigner.model.parts import RaciMark
from vsdesigner.model.records import Lane, Step
from vsdesigner.ui.i18n import tr

Key = tuple[str, str]  # step, task; the task is empty in the row of the step itself

#: Fields of a step that findings on letters name.
_FIELDS = ("raci", "tasks")
#: The checks on letters; findings on tasks are of many kinds, and only these belong into the matrix.
_ON_LETTERS = frozenset(
    {
        "nobody-accountable",
        "many-accountable",
        "nobody-responsible",
        "many-responsible",
        "many-consulted",
        "everybody-involved",
        "nobody-asked-or-told",
    }
)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A step, or one of its tasks, with the letters by role."""

    step: str
    task: str
    name: str
    number: int
    activity: str
    colour: str
    letters: Mapping[str, str]
    tasks: int = 0  # of the step, in the row of the step
    lettered: int = 0  # how many of these hold letters
    is_open: bool = False

    @property
    def key(self) -> Key:
        return self.step, self.task

    @property
    def hides_letters(self) -> bool:
        """Whether tasks that are not shown hold letters."""
        return bool(self.lettered) and not self.is_open

    @property
    def title(self) -> str:
        """What the row is called where it stands for itself."""
        return self.name or (tr("Task without words") if self.task else tr("Step without a name"))


class RowReader:
    """Reads the rows of a stream's matrix; a step that is still the same is not read again."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Step, Lane | None, tuple[MatrixRow, ...]]] = {}

    def read(self, view: Snapshot, stream: str, opened: Set[str]) -> tuple[MatrixRow, ...]:
        """Return every step of a stream, and behind it its tasks when its id is in `opened`."""
        found: list[MatrixRow] = []
        for number, step in enumerate(view.steps(stream), start=1):
            lane = view.find(step.lane)
            lane = lane if isinstance(lane, Lane) else None
            is_open = step.id in opened and bool(step.tasks)
            known = self._known.get(step.id)
            if known is None or not _is_same(known, step, lane, number, is_open=is_open):
                rows = tuple(_rows(view, step, lane, number, is_open=is_open))
                known = self._known[step.id] = (step, lane, rows)
            found += known[2]
        return tuple(found)


def _is_same(
    known: tuple[Step, Lane | None, tuple[MatrixRow, ...]],
    step: Step,
    lane: Lane | None,
    number: int,
    *,
    is_open: bool,
) -> bool:
    head = known[2][0]
    return (
        known[0] is step
        and known[1] is lane
        and head.number == number
        and head.is_open == is_open
        and not step.further_lanes  # their names may be others now
    )


def _rows(
    view: Snapshot, step: Step, lane: Lane | None, number: int, *, is_open: bool
) -> Iterator[MatrixRow]:
    colour = lane.color if lane is not None else ""
    activity = activity_text(view, step)
    name = " ".join(step.name.split())
    lettered = sum(1 for task in step.tasks if task.raci)
    letters = _letters(step.raci)
    count = len(step.tasks)
    yield MatrixRow(step.id, "", name, number, activity, colour, letters, count, lettered, is_open)
    for task in step.tasks if is_open else ():
        name = " ".join(task.text.split())
        yield MatrixRow(step.id, task.id, name, number, activity, colour, _letters(task.raci))


def _letters(marks: Sequence[RaciMark]) -> Mapping[str, str]:
    return {mark.role: mark.letters for mark in reversed(marks)}


class Tally:
    """How often each role holds each letter in the steps of a stream; counts again only what has changed."""

    def __init__(self) -> None:
        self._counted: dict[str, Step] = {}
        self._of_steps: Counter[tuple[str, str]] = Counter()  # (role, letter)
        self._of_tasks: Counter[tuple[str, str]] = Counter()

    def follow(self, view: Snapshot, stream: str) -> None:
        """Count the letters of a stream as it is now."""
        steps = {step.id: step for step in view.steps(stream)}
        for id, before in list(self._counted.items()):
            if steps.get(id) is not before:
                self._add(before, -1)
                del self._counted[id]
        for id, step in steps.items():
            if id not in self._counted:
                self._add(step, 1)
                self._counted[id] = step

    def of(self, role: str, *, tasks: bool) -> Counter[str]:
        """Return letter → in how many steps a role holds it; with `tasks` in how many of these as well."""
        found: Counter[str] = Counter()
        for counts in (self._of_steps, self._of_tasks) if tasks else (self._of_steps,):
            found.update({letter: count for (holder, letter), count in counts.items() if holder == role})
        return +found

    def _add(self, step: Step, times: int) -> None:
        _count(self._of_steps, step.raci, times)
        for task in step.tasks:
            if task.raci:
                _count(self._of_tasks, task.raci, times)


def _count(counts: Counter[tuple[str, str]], marks: Sequence[RaciMark], times: int) -> None:
    for role, letters in _letters(marks).items():
        for letter in set(letters.split("/")):
            counts[role, letter] += times


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the check column says of a row: short words, the worst level, and everything for its tooltip."""

    words: str = ""
    level: Level | None = None
    fine: bool = False
    quiet: bool = False  # nothing is wrong yet, only nobody has written anything down
    findings: tuple[Finding, ...] = ()
    hidden: Level | None = None  # the worst of the tasks that are not shown

    @property
    def more(self) -> str:
        """What is wrong and why it matters, a paragraph for each."""
        return "\n\n".join(f"{finding.text}\n{finding.why}" for finding in self.findings)


def verdict(problems: Problems, row: MatrixRow) -> Verdict:
    """Return what is wrong with the letters of a row; quietly where it has only not been filled yet."""
    found = tuple(finding for finding in problems.of(row.step) if _is_on(finding, row))
    hidden = _worst(_of_hidden_tasks(problems, row))
    if found:
        return Verdict(_titles(found), _worst(found), findings=found, hidden=hidden)
    if row.letters:
        return Verdict(tr("OK"), fine=True, hidden=hidden)
    empty = tuple(finding for finding in problems.of(row.step) if _is_unwritten(finding, row))
    return Verdict(_titles(empty), quiet=True, findings=empty, hidden=hidden)


def _titles(findings: Iterable[Finding]) -> str:
    titles = {check.id: check.title for check in ALL_CHECKS}
    return "\n".join(dict.fromkeys(tr(titles.get(each.check, each.text)) for each in findings))


def _worst(findings: Iterable[Finding]) -> Level | None:
    levels = {finding.level for finding in findings}
    return next((level for level in Level if level in levels), None)


def _of_hidden_tasks(problems: Problems, row: MatrixRow) -> list[Finding]:
    if not row.hides_letters:
        return []
    return [
        finding
        for finding in problems.of(row.step)
        if finding.field == "tasks" and finding.check in _ON_LETTERS and not finding.unwritten
    ]


def _is_on(finding: Finding, row: MatrixRow) -> bool:
    if finding.unwritten or finding.field not in _FIELDS:
        return False
    if finding.field == "tasks":
        return finding.check in _ON_LETTERS and bool(row.task) and finding.part == row.task
    return not row.task


def _is_unwritten(finding: Finding, row: MatrixRow) -> bool:
    return finding.unwritten and finding.field == "raci" and not row.task
