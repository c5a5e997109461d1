"""Sets the letters of many cells in one undo step, and tells whose A went to somebody else by it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence

from vsdesigner.commands import raci
from vsdesigner.commands.raci import ACCOUNTABLE, Cell
from vsdesigner.document.draft import Draft
from vsdesigner.document.wording import role_name
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.session import Session

NAME = 40  # characters of a name in a sentence
GLANCE = 8  # cells whose change is seen at a glance; of more it is told


def letter_for(session: Session, typed: str) -> str:
    """Return the letter that a typed character means, empty when it means none."""
    wanted = typed.strip().upper()
    known = [entry.letter for entry in session.now.settings.raci_letters]
    if not wanted or wanted in known:
        return wanted
    return next((letter for letter in known if letter.startswith(wanted)), "")


def toggle(session: Session, cells: Sequence[Cell], letter: str) -> None:
    """Give all cells a letter, or take it from them when all of them have it.

    Of several cells in one row only the first becomes accountable.
    """
    chosen = _first_of_each_row(cells) if letter == ACCOUNTABLE else list(cells)
    _change(session, chosen, lambda draft: raci.toggle_many(draft, chosen, letter))
    if len(chosen) < len(cells):
        _tell_only_one(session, chosen)


def cycle(session: Session, cells: Sequence[Cell]) -> None:
    """Give all cells the letters that come next; again and again it stays one undo step."""
    letters = raci.next_letters(session.now, cells)
    key = ("raci.cycle", *cells)
    _change(session, cells, lambda draft: raci.set_many(draft, cells, letters), key)


def assign(session: Session, cells: Sequence[Cell], letters: str) -> None:
    """Let all cells hold exactly these letters; empty clears them."""
    chosen = list(cells)
    if ACCOUNTABLE in letters.split("/"):
        chosen = _first_of_each_row(cells)
    _change(session, chosen, lambda draft: raci.set_many(draft, chosen, letters))
    if len(chosen) < len(cells):
        _tell_only_one(session, chosen)


def put(session: Session, texts: Mapping[Cell, str], label: str) -> None:
    """Let each cell hold its own letters, as pasted or filled down."""
    cells = list(texts)
    taken: set[tuple[str, str]] = set()
    lost: list[Cell] = []
    for cell, letters in texts.items():
        if ACCOUNTABLE in letters.split("/"):
            row = (cell.step, cell.task)
            if row in taken:
                lost.append(cell)
            taken.add(row)
    _change(session, cells, lambda draft: raci.set_many(draft, cells, texts), label=label)
    if lost:
        text = tr_count(
            "Only one role is accountable in a row: of the others the A was left out in 1 cell.",
            "Only one role is accountable in a row: of the others the A was left out in {count} cells.",
            len(lost),
        )
        session.tell_with_undo(text)


def _first_of_each_row(cells: Sequence[Cell]) -> list[Cell]:
    found: dict[tuple[str, str], Cell] = {}
    for cell in cells:
        found.setdefault((cell.step, cell.task), cell)
    return list(found.values())


def _change(
    session: Session,
    cells: Sequence[Cell],
    verb: Callable[[Draft], list[Cell]],
    key: Hashable | None = None,
    label: str = "",
) -> None:
    """Carry out a verb on cells as one undo step; tell from whom it took the A, else that it were many."""
    if not cells:
        return
    names = {cell.role: shortened(role_name(session.now, cell.role), NAME) for cell in cells}
    if not label and len(names) == 1:
        label = tr("Change the responsibility of “{role}”").format(role=next(iter(names.values())))
    written = set(cells)
    before = {cell: raci.held(session.now, cell) for cell in written} if len(written) > GLANCE else {}
    losers: list[Cell] = []
    with session.edit(label or tr("Change responsibilities"), key) as draft:
        losers = [cell for cell in verb(draft) if cell not in written]
    if losers:
        _tell_moved(session, cells, losers)
    changed = sum(text != raci.held(session.now, cell) for cell, text in before.items())
    if changed > GLANCE and not losers:
        text = tr_count(
            "The letters of 1 cell were changed.", "The letters of {count} cells were changed.", changed
        )
        session.tell_with_undo(text)


def _tell_moved(session: Session, cells: Sequence[Cell], losers: Sequence[Cell]) -> None:
    others = ", ".join(dict.fromkeys(shortened(role_name(session.now, cell.role), NAME) for cell in losers))
    rows = {(cell.step, cell.task) for cell in losers}
    gained = {
        cell.role
        for cell in cells
        if (cell.step, cell.task) in rows and ACCOUNTABLE in raci.held(session.now, cell).split("/")
    }
    if len(gained) == 1:
        name = shortened(role_name(session.now, next(iter(gained))), NAME)
        text = tr("“{role}” is accountable now; it was “{other}” before.").format(role=name, other=others)
    else:
        text = tr("Others are accountable now; it was “{other}” before.").format(other=others)
    session.tell_with_undo(text)


def _tell_only_one(session: Session, cells: Sequence[Cell]) -> None:
    roles = dict.fromkeys(cell.role for cell in cells)
    if len(roles) == 1:
        name = shortened(role_name(session.now, next(iter(roles))), NAME)
        text = tr("Only one role is accountable in a row: “{role}” was first.").format(role=name)
    else:
        text = tr("Only one role is accountable in a row: the first of the selected ones.")
    session.tell_with_undo(text)
