"""Verbs on roles and responsibility letters."""

from __future__ import annotations

from collections.abc import Iterable

from vsdesigner.document.draft import Draft
from vsdesigner.document.wording import letters_of
from vsdesigner.model.ids import new_id
from vsdesigner.model.parts import RaciMark
from vsdesigner.model.records import Role, Step

ACCOUNTABLE = "A"


def add_role(draft: Draft, name: str) -> str:
    """Return the id of the role with this name (case ignored), made when there is none."""
    wanted = name.strip().casefold()
    for role in draft.view.roles:
        if role.name.casefold() == wanted:
            return role.id
    order = max((role.order for role in draft.view.roles), default=-1) + 1
    return draft.add(Role(id=new_id("role"), name=name.strip(), order=order)).id


def rename_role(draft: Draft, role: str, name: str) -> None:
    """Give a role another name wherever it stands."""
    draft.get(role, Role)
    draft.update(role, name=name.strip())


def remove_role(draft: Draft, role: str) -> None:
    """Remove a role with all its letters and duties."""
    draft.get(role, Role)
    draft.remove(role)


def set_letters(draft: Draft, step: str, role: str, letters: str, *, task: str = "") -> str:
    """Set the letters (``R``, ``A/R``, empty) of a role for a step, or for one of its tasks.

    Exactly one role answers: giving a second role the A takes it from the first, whose id is returned
    (empty when nothing had to move).
    """
    marks = _marks(draft, step, task)
    wanted = _normal(draft, letters)
    moved = ""
    if ACCOUNTABLE in wanted.split("/"):
        for mark in marks:
            if mark.role != role and ACCOUNTABLE in mark.letters.split("/"):
                moved = mark.role
                marks = _with(draft, marks, mark.role, _without(mark.letters, ACCOUNTABLE))
    _store(draft, step, task, _with(draft, marks, role, wanted))
    return moved


def toggle_letter(draft: Draft, step: str, role: str, letter: str, *, task: str = "") -> str:
    """Give a role one letter or take it away, leaving its others; returns like `set_letters`."""
    present = letters_of(_marks(draft, step, task), role)
    if letter in present.split("/"):
        return set_letters(draft, step, role, _without(present, letter), task=task)
    return set_letters(draft, step, role, f"{present}/{letter}" if present else letter, task=task)


def _marks(draft: Draft, step: str, task: str) -> tuple[RaciMark, ...]:
    record = draft.get(step, Step)
    if not task:
        return record.raci
    return next(item.raci for item in record.tasks if item.id == task)


def _store(draft: Draft, step: str, task: str, marks: tuple[RaciMark, ...]) -> None:
    if not task:
        draft.update(step, raci=marks)
        return
    tasks = draft.get(step, Step).tasks
    draft.update(
        step,
        tasks=tuple(item.model_copy(update={"raci": marks}) if item.id == task else item for item in tasks),
    )


def _with(draft: Draft, marks: Iterable[RaciMark], role: str, letters: str) -> tuple[RaciMark, ...]:
    """Marks with `role` holding `letters`, in the order of the roles."""
    found = {mark.role: mark for mark in marks}
    if letters:
        found[role] = RaciMark(role=role, letters=letters)
    else:
        found.pop(role, None)
    rank = {other.id: index for index, other in enumerate(draft.view.roles)}
    return tuple(sorted(found.values(), key=lambda mark: (rank.get(mark.role, len(rank)), mark.role)))


def _without(letters: str, letter: str) -> str:
    return "/".join(part for part in letters.split("/") if part != letter)


def _normal(draft: Draft, letters: str) -> str:
    """Letters of the document's set, A before R as the method writes it, each once.

    Raises ValueError for a letter that the set does not have.
    """
    known = [entry.letter for entry in draft.view.settings.raci_letters]
    wanted = {part.strip().upper() for part in letters.split("/") if part.strip()}
    foreign = wanted - set(known)
    if foreign:
        raise ValueError(f"{', '.join(sorted(foreign))} is not a letter of this document's set")
    if ACCOUNTABLE in known:
        known.sort(key=lambda letter: letter != ACCOUNTABLE)
    return "/".join(letter for letter in known if letter in wanted)
