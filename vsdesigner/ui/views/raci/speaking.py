"""What the cells, rows and roles of the matrix are in words, for tooltips and for those who listen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from vsdesigner.model.parts import RaciLetter
from vsdesigner.model.records import Organisation, Role
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.views.raci.rows import MatrixRow, Verdict


def letter_names(known: Iterable[RaciLetter], letters: str) -> list[str]:
    """Return what letters (``A/R``) stand for; one that the set does not have stands for itself."""
    names = {entry.letter: tr(entry.name) for entry in known}
    return [names.get(letter, letter) for letter in letters.split("/") if letter]


def spoken_cell(row: str, role: str, names: Sequence[str]) -> str:
    """Return ``Triage, Service desk: responsible``."""
    held = ", ".join(names).lower() if names else tr("not involved")
    return tr("{row}, {role}: {letters}").format(row=row, role=role, letters=held)


def spoken_row(row: MatrixRow) -> str:
    """Return what a row is, and whether it shows its tasks."""
    if row.task:
        return tr("Task of step {number}: {name}").format(number=row.number, name=row.title)
    said = tr("Step {number}: {name}, {activity}").format(
        number=row.number, name=row.title, activity=row.activity
    )
    if not row.tasks:
        return said
    tasks = tr_count("1 task", "{count} tasks", row.tasks)
    state = tr("open") if row.is_open else tr("closed")
    return tr("{row}; {tasks}, {state}").format(row=said, tasks=tasks, state=state)


def spoken_verdict(row: str, found: Verdict) -> str:
    """Return what the check says of a row, empty where it says nothing."""
    words = found.words.replace("\n", ", ")
    return tr("{row}, check: {words}").format(row=row, words=words) if words else ""


def hint_words(row: MatrixRow) -> str:
    """Return what a closed step hides."""
    return tr_count("1 of its tasks has letters", "{count} of its tasks have letters", row.lettered)


def organisation_words(role: Role) -> str:
    """Return whom a role belongs to, empty for our own organisation without a name."""
    words = {Organisation.CUSTOMER: tr("Customer"), Organisation.PARTNER: tr("Partner")}
    kind = words.get(role.organisation, "")
    return ": ".join(filter(None, (kind, role.organisation_name)))


def count_words(known: Iterable[RaciLetter], counts: Mapping[str, int]) -> str:
    """Return ``R 5 · A 2``, the letters of the set first; empty when there are none."""
    order = [entry.letter for entry in known]
    order += sorted(counts.keys() - set(order))
    return " · ".join(f"{letter} {counts[letter]}" for letter in order if counts.get(letter))


def role_lines(role: Role, known: Sequence[RaciLetter], counts: Mapping[str, int]) -> list[str]:
    """Return the lines that say all about a role: name, organisation, duty, how often it holds what."""
    held = count_words(known, counts) or tr("No letters yet")
    return [line for line in (role.name, organisation_words(role), role.duty.strip(), held) if line]
