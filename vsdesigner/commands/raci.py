"""Verbs on responsibility letters: those of a role in a row of the matrix, and of many cells at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import letters_of
from vsdesigner.model.parts import RaciLetter, RaciMark
from vsdesigner.model.records import Step

ACCOUNTABLE = "A"
RESPONSIBLE = "R"

Marks = tuple[RaciMark, ...]


class Cell(NamedTuple):
    """A cell of the matrix: a step, or one of its tasks (empty: the step itself), and a role."""

    step: str
    task: str
    role: str


def set_letters(draft: Draft, step: str, role: str, letters: str, *, task: str = "") -> str:
    """Set the letters (``R``, ``A/R``, empty) of a role for a step, or for one of its tasks.

    Exactly one role answers: giving a second role the A takes it from the first, whose id is returned
    (empty when nothing had to move). Raises ValueError for a letter that the document's set does not have.
    """
    lost = set_many(draft, [Cell(step, task, role)], letters)
    return lost[0].role if lost else ""


def toggle_letter(draft: Draft, step: str, role: str, letter: str, *, task: str = "") -> str:
    """Give a role one letter or take it away, leaving its others; returns like `set_letters`."""
    lost = toggle_many(draft, [Cell(step, task, role)], letter)
    return lost[0].role if lost else ""


def set_many(
    draft: Draft, cells: Iterable[tuple[str, str, str]], letters: str | Mapping[Cell, str]
) -> list[Cell]:
    """Set the letters of many cells at once, the same everywhere or each its own; "" clears them.

    Returns the cells that lost the A to one of these. Where several cells of one row would get the A, the
    first of them does. Raises ValueError for a letter that the document's set does not have.
    """
    known = draft.view.settings.raci_letters
    wanted = [Cell(*cell) for cell in cells]
    texts = {cell: normal(known, letters if isinstance(letters, str) else letters[cell]) for cell in wanted}
    return _write(draft, texts)


def toggle_many(draft: Draft, cells: Iterable[tuple[str, str, str]], letter: str) -> list[Cell]:
    """Give one letter to all cells that lack it, or take it from all when every cell has it.

    The other letters stay. Returns the cells that lost the A to one of these, like `set_many`.
    """
    known = draft.view.settings.raci_letters
    normal(known, letter)
    present = {(cell := Cell(*each)): held(draft.view, cell) for each in cells}
    lacking = [cell for cell, text in present.items() if letter not in text.split("/")]
    if lacking:
        texts = {cell: spelled(known, f"{present[cell]}/{letter}".strip("/")) for cell in lacking}
    else:
        texts = {cell: without(text, letter) for cell, text in present.items()}
    return _write(draft, texts)


def cycle(view: Snapshot, cells: Iterable[tuple[str, str, str]]) -> list[str]:
    """Return what Space goes through in these cells, from "" on; without the A where somebody else has it.

    Several cells of one row cannot all have the A: then it is left out as well.
    """
    letters = [entry.letter for entry in view.settings.raci_letters]
    taken = _a_is_taken(view, [Cell(*cell) for cell in cells])
    found = [""]
    for letter in letters:
        if letter != ACCOUNTABLE:
            found.append(letter)
        elif not taken:
            found += [letter, f"{letter}/{RESPONSIBLE}"] if RESPONSIBLE in letters else [letter]
    return found


def next_letters(view: Snapshot, cells: Iterable[tuple[str, str, str]]) -> str:
    """Return the letters that Space gives to these cells: what follows on those of the first of them."""
    chosen = [Cell(*cell) for cell in cells]
    if not chosen:
        return ""
    steps = cycle(view, chosen)
    present = held(view, chosen[0])
    return steps[(steps.index(present) + 1) % len(steps)] if present in steps else ""


def _a_is_taken(view: Snapshot, cells: Sequence[Cell]) -> bool:
    rows: dict[tuple[str, str], str] = {}
    for cell in cells:
        if rows.setdefault((cell.step, cell.task), cell.role) != cell.role:
            return True
    return any(
        mark.role != role and ACCOUNTABLE in mark.letters.split("/")
        for (step, task), role in rows.items()
        for mark in marks_of(view.get(step, Step), task)
    )


# -- reading --------------------------------------------------------------------------------------------
def marks_of(step: Step, task: str = "") -> Marks:
    """Return the marks of a step, or of one of its tasks; KeyError when it has no such task."""
    if not task:
        return step.raci
    for line in step.tasks:
        if line.id == task:
            return line.raci
    raise KeyError(task)


def held(view: Snapshot, cell: tuple[str, str, str]) -> str:
    """Return the letters that stand in a cell, ``A/R``, or nothing."""
    step, task, role = cell
    return letters_of(marks_of(view.get(step, Step), task), role)


def normal(known: Iterable[RaciLetter], letters: str) -> str:
    """Return letters as `spelled`; raises ValueError for a letter that the set does not have."""
    entries = tuple(known)
    wanted = {part.strip().upper() for part in letters.split("/") if part.strip()}
    foreign = wanted.difference(entry.letter for entry in entries)
    if foreign:
        raise ValueError(f"{', '.join(sorted(foreign))} is not a letter of this document's set")
    return spelled(entries, "/".join(wanted))


def spelled(known: Iterable[RaciLetter], letters: str) -> str:
    """Return letters in their one spelling: each once, A first as the method writes it, then as in the set;
    those that the set does not have come last."""
    rank = {entry.letter: index for index, entry in enumerate(known)}
    wanted = {part for part in letters.split("/") if part}
    return "/".join(sorted(wanted, key=lambda one: (one != ACCOUNTABLE, rank.get(one, len(rank)), one)))


def without(letters: str, letter: str) -> str:
    """Return letters without one of them."""
    return "/".join(part for part in letters.split("/") if part != letter)


def in_role_order(view: Snapshot, marks: Iterable[RaciMark]) -> Marks:
    """Return marks in the order of the document's roles, as they are kept."""
    rank = {role.id: index for index, role in enumerate(view.roles)}
    return tuple(sorted(marks, key=lambda mark: (rank.get(mark.role, len(rank)), mark.role)))


# -- writing --------------------------------------------------------------------------------------------
def change_rows(draft: Draft, change: Callable[[Marks], Marks]) -> None:
    """Put every row of the matrix of every stream through `change`; rows without letters stay as they are."""
    view = draft.view
    for stream in view.streams:
        for step in view.steps(stream.id):
            rows = [("", step.raci), *((line.id, line.raci) for line in step.tasks)]
            found = {id: after for id, marks in rows if marks and (after := change(marks)) != marks}
            if found:
                _store(draft, step, found)


def _write(draft: Draft, texts: Mapping[Cell, str]) -> list[Cell]:
    """Store the letters of cells, each step once; returns the cells that lost the A."""
    rows: dict[str, dict[str, dict[str, str]]] = {}  # step → task → role → letters
    for cell, letters in texts.items():
        rows.setdefault(cell.step, {}).setdefault(cell.task, {})[cell.role] = letters
    view = draft.view
    lost: list[Cell] = []
    for id, tasks in rows.items():
        step = draft.get(id, Step)
        marks: dict[str, Marks] = {}
        for task, given in tasks.items():
            changed, losers = _given(marks_of(step, task), given)
            marks[task] = in_role_order(view, changed)
            lost += [Cell(id, task, role) for role in losers]
        _store(draft, step, marks)
    return lost


def _given(marks: Marks, given: Mapping[str, str]) -> tuple[list[RaciMark], list[str]]:
    """A row in which the roles of `given` hold those letters, and the roles that lost the A by it."""
    found = {mark.role: mark for mark in reversed(marks)}
    taker = next((role for role, letters in given.items() if ACCOUNTABLE in letters.split("/")), "")
    for role, letters in given.items():
        if role != taker and ACCOUNTABLE in letters.split("/"):
            spare = without(letters, ACCOUNTABLE)
            if spare:
                _put(found, role, spare)
        else:
            _put(found, role, letters)
    losers = [
        role
        for role, mark in found.items()
        if taker and role != taker and ACCOUNTABLE in mark.letters.split("/")
    ]
    for role in losers:
        _put(found, role, without(found[role].letters, ACCOUNTABLE))
    return list(found.values()), losers


def _put(found: dict[str, RaciMark], role: str, letters: str) -> None:
    if not letters:
        found.pop(role, None)
    elif role in found:
        found[role] = found[role].model_copy(update={"letters": letters})
    else:
        found[role] = RaciMark(role=role, letters=letters)


def _store(draft: Draft, step: Step, marks: Mapping[str, Marks]) -> None:
    """Replace marks of a step, by the id of a task ("" for the step's own)."""
    fields: dict[str, object] = {}
    if "" in marks:
        fields["raci"] = marks[""]
    if marks.keys() - {""}:
        fields["tasks"] = tuple(
            line.model_copy(update={"raci": marks[line.id]}) if line.id in marks else line
            for line in step.tasks
        )
    draft.update(step.id, **fields)
