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
    def title(self) -> str:
        """What the row is called where it stands for itself."""
        return self.name or (tr("Task without words") if self.task else tr("Step without a name"))


def matrix_rows(view: Snapshot, stream: str, opened: Set[str]) -> tuple[MatrixRow, ...]:
    """Return the rows of a stream's matrix: every step, behind it its tasks when its id is in `opened`."""
    return tuple(_rows(view, view.steps(stream), opened))


def _rows(view: Snapshot, steps: Iterable[Step], opened: Set[str]) -> Iterator[MatrixRow]:
    for number, step in enumerate(steps, start=1):
        lane = view.find(step.lane)
        colour = lane.color if isinstance(lane, Lane) else ""
        activity = activity_text(view, step)
        is_open = step.id in opened and bool(step.tasks)
        yield MatrixRow(
            step.id,
            "",
            " ".join(step.name.split()),
            number,
            activity,
            colour,
            _letters(step.raci),
            len(step.tasks),
            sum(1 for task in step.tasks if task.raci),
            is_open,
        )
        for task in step.tasks if is_open else ():
            name = " ".join(task.text.split())
            yield MatrixRow(step.id, task.id, name, number, activity, colour, _letters(task.raci))


def _letters(marks: Sequence[RaciMark]) -> Mapping[str, str]:
    return {mark.role: mark.letters for mark in reversed(marks)}


def role_counts(view: Snapshot, stream: str, *, tasks: bool) -> dict[str, Counter[str]]:
    """Return role → letter → in how many steps of a stream it is held; with `tasks` in these as well."""
    found: dict[str, Counter[str]] = {role.id: Counter() for role in view.roles}
    for step in view.steps(stream):
        for marks in (step.raci, *((line.raci for line in step.tasks) if tasks else ())):
            for role, letters in _letters(marks).items():
                if role in found:
                    found[role].update(set(letters.split("/")))
    return found


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the check column says of a row: short words, the worst level, and everything for its tooltip."""

    words: str = ""
    level: Level | None = None
    fine: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def more(self) -> str:
        """What is wrong and why it matters, a paragraph for each."""
        return "\n\n".join(f"{finding.text}\n{finding.why}" for finding in self.findings)


def verdict(problems: Problems, row: MatrixRow) -> Verdict:
    """Return what is wrong with the letters of a row; nothing of one that has only not been filled yet."""
    found = tuple(finding for finding in problems.of(row.step) if _is_on(finding, row))
    if not found:
        return Verdict(tr("OK"), fine=True) if row.letters else Verdict()
    titles = {check.id: check.title for check in ALL_CHECKS}
    said = dict.fromkeys(tr(titles.get(finding.check, finding.text)) for finding in found)
    levels = {finding.level for finding in found}
    worst = next(level for level in Level if level in levels)
    return Verdict("\n".join(said), worst, findings=found)


def _is_on(finding: Finding, row: MatrixRow) -> bool:
    if finding.unwritten or finding.field not in _FIELDS:
        return False
    if finding.field == "tasks":
        return finding.check in _ON_LETTERS and bool(row.task) and finding.part == row.task
    return not row.task
