"""A pasted matrix that brings its own heads: letters find their role and their row by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vsdesigner.commands.raci import Cell
from vsdesigner.commands.roles import plain
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Step
from vsdesigner.ui.views.raci.blocks import Block, letters_in

HEAD_ROWS = 5  # among which the one with the names of roles is looked for


@dataclass(frozen=True, slots=True)
class Headed:
    """The letters by cell; the heads of columns of letters and the names of rows that are not known here."""

    texts: dict[Cell, str]
    strangers: tuple[str, ...]


def headed(view: Snapshot, stream: str, block: Block) -> Headed | None:
    """Return what a block with a row of role names says; None when it has no such row or knows no step.

    Raises UserError, in words for the user, when a text below a role is no letters of the document's set.
    """
    roles = {plain(role.name): role.id for role in view.roles if role.name}
    at = next(
        (at for at, row in enumerate(block[:HEAD_ROWS]) if any(plain(cell) in roles for cell in row)), -1
    )
    if at < 0:
        return None
    heads = {place: roles[plain(cell)] for place, cell in enumerate(block[at]) if plain(cell) in roles}
    texts: dict[Cell, str] = {}
    strangers = list(_unknown_roles(view, block, at, heads))
    for row, key in _named_rows(view.steps(stream), block[at + 1 :], min(heads)):
        if key is None:
            strangers.append(row[0])
            continue
        for place, role in heads.items():
            text = row[place] if place < len(row) else ""
            texts[Cell(*key, role)] = letters_in(view.settings.raci_letters, text)
    return Headed(texts, tuple(strangers)) if texts else None


def _named_rows(
    steps: Iterable[Step], rows: Block, first: int
) -> Iterator[tuple[list[str], tuple[str, str] | None]]:
    """The rows with the step or task that they name left of the letters; None for a name nobody knows."""
    known = {plain(step.name): step for step in steps if step.name}
    step: Step | None = None
    for row in rows:
        names = [plain(cell.strip().lstrip("–-•")) for cell in row[:first]]
        found = next((known[name] for name in names if name in known), None)
        tasks = step.tasks if step is not None else ()
        task = next((line.id for line in tasks if plain(line.text) in names and line.text), "")
        if found is not None:
            step = found
            yield row, (found.id, "")
        elif task and step is not None:
            yield row, (step.id, task)
        elif any(cell.strip() for cell in row):
            yield row, None


def _unknown_roles(view: Snapshot, block: Block, at: int, heads: dict[int, str]) -> Iterator[str]:
    """The heads of columns between those of roles that hold letters too."""
    for place in range(min(heads), max(heads) + 1):
        cells = [row[place] for row in block[at + 1 :] if place < len(row) and row[place].strip()]
        if place not in heads and cells and all(_are_letters(view, cell) for cell in cells):
            yield block[at][place]


def _are_letters(view: Snapshot, text: str) -> bool:
    try:
        return bool(letters_in(view.settings.raci_letters, text))
    except UserError:
        return False
