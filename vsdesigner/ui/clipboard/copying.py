"""Makes copies of elements in the shown stream, each time as one step back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from vsdesigner.commands.clipboard import can_excerpt, excerpt, insert
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.place import Place
from vsdesigner.model.records import Note, Phase, Placed, Record, Step
from vsdesigner.ui.canvas.edits import spoken
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.clipboard.memory import memory_of
from vsdesigner.ui.clipboard.places import (
    Crowd,
    PastedCard,
    Shift,
    free_shift,
    pasted_cards,
    phases_behind,
    settled_places,
    shifted,
)
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.session import Session


def copyable(view: Snapshot, ids: Iterable[str]) -> list[str]:
    """Return those of the ids that a copy holds: steps, notes and phases."""
    return [id for id in ids if isinstance(view.find(id), Step | Note | Phase)]


def can_copy(stage: Stage) -> bool:
    """Whether something is selected that can be copied."""
    return can_excerpt(stage.now, stage.session.selection)


def label_of(verb: str, several: tuple[str, str], view: Snapshot, ids: Sequence[str]) -> str:
    """Return a verb with its object; `verb` has the place {element}, `several` are texts for counts."""
    if len(ids) == 1:
        record = view.find(ids[0])
        name = f"“{record.name}”" if isinstance(record, Phase) and record.name else tr("phase")
        element = name if isinstance(record, Phase) else spoken(view, ids[0])
        return verb.format(element=element)
    return tr_count(*several, len(ids))


def insert_copies(
    session: Session,
    label: str,
    records: Iterable[Record],
    places: Mapping[str, Place],
    dx: float = 0.0,
) -> dict[str, str]:
    """Insert an excerpt into the shown stream and select the copies; returns original → copy."""
    listed = tuple(records)
    with session.edit(label) as draft:
        made = insert(draft, session.stream, listed, places, dx)
    chosen = {record.id for record in listed if isinstance(record, Step | Note | Phase)}
    session.reveal(made[id] for id in made if id in chosen)
    return made


def copy_to(stage: Stage, ids: Sequence[str], places: Mapping[str, Place]) -> None:
    """Copy elements of the shown stream to places of their own: what a drag with Ctrl does."""
    chosen = copyable(stage.now, ids)
    label = label_of(tr("Copy {element}"), ("Copy 1 element", "Copy {count} elements"), stage.now, chosen)
    made = insert_copies(stage.session, label, excerpt(stage.now, chosen), places)
    memory_of(stage.session).pairs = {id: made[id] for id in chosen}


def duplicate(stage: Stage) -> None:
    """Copy what is selected beside itself; what was duplicated last goes on at the same distance."""
    session = stage.session
    ids = copyable(stage.now, session.selection)
    if not ids:
        return
    records = excerpt(stage.now, ids)
    cards = pasted_cards(stage, records)
    places, dx = _repeated(stage, cards, ids) or _beside(stage, cards, records)
    label = label_of(
        tr("Duplicate {element}"), ("Duplicate 1 element", "Duplicate {count} elements"), stage.now, ids
    )
    made = insert_copies(session, label, records, places, dx)
    memory_of(session).pairs = {id: made[id] for id in ids}


def _beside(
    stage: Stage, cards: list[PastedCard], records: Sequence[Record]
) -> tuple[dict[str, Place], float]:
    if not cards:
        return {}, phases_behind(stage, records).dx
    found = free_shift(stage, cards, Shift(0.0, 0.0), beside=True)
    return shifted(cards, found), found.dx


def _repeated(
    stage: Stage, cards: list[PastedCard], ids: Sequence[str]
) -> tuple[dict[str, Place], float] | None:
    """Places as far from the selected copies as these are from their originals; None for anything else."""
    origins = {copy: original for original, copy in memory_of(stage.session).pairs.items()}
    if not cards or set(ids) != set(origins) or any(origins[id] not in stage.now for id in ids):
        return None
    lanes = [lane.id for lane in stage.now.lanes]
    wanted: dict[str, Place] = {}
    for card in cards:
        origin = stage.now.get(origins[card.id], Placed)
        lane, x, y = card.place
        here, before = lanes.index(lane), lanes.index(origin.lane)
        further = here + here - before
        if here == before:
            y += y - origin.y
        elif 0 <= further < len(lanes):
            lane = lanes[further]
        wanted[card.id] = Place(lane, x + x - origin.x, y)
    first = cards[0]
    dx = wanted[first.id].x - first.place.x
    moved = [card._replace(place=wanted[card.id]) for card in cards]
    if not Crowd(stage).is_free(moved, Shift(0.0, 0.0)):
        wanted = settled_places(stage, cards, wanted)
    return wanted, dx
