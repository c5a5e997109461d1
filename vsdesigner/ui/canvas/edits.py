"""The verbs of the canvas: each one is one named step back, worded for people."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from vsdesigner.analysis.main_path import leads_back
from vsdesigner.commands import elements, flows, steps, streams
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import LabelPlace
from vsdesigner.model.place import Place
from vsdesigner.model.records import Flow, FlowKind, Note, Phase, Record, Step, Terminal, TerminalKind
from vsdesigner.model.text import NAME_LENGTH, TEXT_LENGTH
from vsdesigner.rules.verdicts import can_connect
from vsdesigner.ui.canvas.lane_edits import spoken_phase
from vsdesigner.ui.deleting import go_on_at, what_is_beside
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.inserting import add_label
from vsdesigner.ui.lane_words import title_of
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.session import Session

LABEL_LENGTH = 40


def spoken(view: Snapshot, id: str) -> str:
    """Return what an element is called in a sentence: ``"Triage"``, ``step 3``, ``demand``, ``flow``."""
    record = view.find(id)
    if isinstance(record, Step):
        if record.name.strip():
            return f"“{shortened(' '.join(record.name.split()), LABEL_LENGTH)}”"
        return tr("step {number}").format(number=view.number(id))
    if isinstance(record, Terminal):
        return tr("value") if record.kind is TerminalKind.VALUE else tr("demand")
    if isinstance(record, Phase):
        return spoken_phase(view, id)
    return tr("flow") if isinstance(record, Flow) else tr("note")


def add_step(session: Session, place: Place, key: Hashable) -> str:
    """Add a step at a place that is free already; edits with the same `key` join this one."""
    with session.edit(add_label(session, place.lane), key) as draft:
        return steps.add(draft, session.stream, place)


def add_connected(session: Session, anchor: str, place: Place, key: Hashable, *, before: bool) -> str:
    """Add a step at a place and connect it: from `anchor` to it, or with `before` from it to `anchor`."""
    with session.edit(add_label(session, place.lane), key) as draft:
        id = steps.add(draft, session.stream, place)
        source, target = (id, anchor) if before else (anchor, id)
        flows.connect(draft, source, target)
    return id


def add_named(
    session: Session,
    place: Place,
    name: str,
    *,
    source: str = "",
    target: str = "",
    through: str = "",
    value: str = "",
    key: Hashable | None = None,
) -> str:
    """Add a step with its name, led to from `source`, leading to `target`, or put into the flow `through`.

    With `value` it is also connected with the value of the stream. All of it is one step back.
    """
    label = tr("Add “{name}”").format(name=shortened(" ".join(name.split()), LABEL_LENGTH))
    with session.edit(label if name else add_label(session, place.lane), key) as draft:
        id = steps.add(draft, session.stream, place, name)
        if through:
            flows.insert(draft, through, id)
        if source:
            flows.connect(draft, source, id)
        if target:
            flows.connect(draft, id, target)
        if value and can_connect(draft.view, id, value):
            flows.connect(draft, id, value)
    return id


def add_siblings(
    session: Session, anchor: str, places: Sequence[Place], key: Hashable, *, before: bool
) -> list[str]:
    """Add several steps at once, each connected from `anchor`, or with `before` to it."""
    made: list[str] = []
    label = tr("Append {count} steps").format(count=len(places))
    with session.edit(label if len(places) > 1 else add_label(session, places[0].lane), key) as draft:
        for place in places:
            id = steps.add(draft, session.stream, place)
            flows.connect(draft, *((id, anchor) if before else (anchor, id)))
            made.append(id)
    return made


def take_back(session: Session, ids: Iterable[str], key: Hashable) -> None:
    """Take some of the steps away that were just made under `key`; that stays one step back with the rest."""
    with session.edit(tr("Take back new steps"), key) as draft:
        elements.delete(draft, [id for id in ids if id in draft.view], heal=True)


def neighbour_lane(view: Snapshot, lane: str, by: int) -> str:
    """Return the lane above (-1) or below (1), empty where there is none."""
    ids = [other.id for other in view.lanes]
    index = ids.index(lane) + by
    return ids[index] if 0 <= index < len(ids) else ""


def connect(
    session: Session, source: str, target: str, *, source_side: str = "", target_side: str = ""
) -> str:
    """Connect two cards; the rules were asked before. A flow that leads back to an earlier step is rework."""
    back = leads_back(session.now, source, target)
    label = tr("Lead {source} back to {target}") if back else tr("Connect {source} to {target}")
    label = label.format(source=spoken(session.now, source), target=spoken(session.now, target))
    with session.edit(label) as draft:
        kind = FlowKind.REWORK if back else FlowKind.MAIN
        return flows.connect(
            draft, source, target, kind=kind, source_side=source_side, target_side=target_side
        )


def place(session: Session, places: Mapping[str, Place], key: Hashable | None = None) -> None:
    """Put cards somewhere else."""
    with session.edit(_move_label(session.now, list(places)), key) as draft:
        steps.place(draft, places)


def _move_label(view: Snapshot, ids: Sequence[str]) -> str:
    if len(ids) == 1:
        return tr("Move {element}").format(element=spoken(view, ids[0]))
    return tr_count("Move 1 element", "Move {count} elements", len(ids))


def set_lane(session: Session, ids: Sequence[str], lane: str) -> None:
    """Move steps to another activity."""
    label = tr("Change activity to {activity}").format(activity=title_of(session.now, lane))
    with session.edit(label) as draft:
        steps.set_lane(draft, ids, lane)


def set_facet(session: Session, ids: Iterable[str], facet: str) -> None:
    """Choose the half of a double-named activity that steps are for; empty for both."""
    with session.edit(tr("Change the part of the activity")) as draft:
        steps.update(draft, ids, facet=facet)


def set_kind(session: Session, ids: Iterable[str], kind: FlowKind) -> None:
    """Say what flows mean."""
    with session.edit(tr("Change kind of flow")) as draft:
        flows.update(draft, ids, kind=kind)


def delete(session: Session, ids: Sequence[str], *, heal: bool) -> None:
    """Delete what is selected; demand and value stay."""
    going = [id for id in ids if not isinstance(session.now.find(id), Terminal)]
    if not going:
        return
    if len(going) == 1:
        label = tr("Delete {element}").format(element=spoken(session.now, going[0]))
    else:
        label = tr_count("Delete 1 element", "Delete {count} elements", len(going))
    beside = what_is_beside(session.now, going)
    with session.edit(label) as draft:
        elements.delete(draft, going, heal=heal)
    go_on_at(session, beside)


# -- texts --------------------------------------------------------------------------------------------------
def text_of(view: Snapshot, record: Record) -> str:
    """Return the text that is edited where an element is drawn."""
    if isinstance(record, Step):
        return record.name
    if isinstance(record, Flow):
        return record.label
    if isinstance(record, Note):
        return record.text
    if isinstance(record, Terminal):
        stream = next(stream for stream in view.streams if stream.id == record.stream)
        return stream.value if record.kind is TerminalKind.VALUE else stream.demand
    return ""


def longest_text(record: Record) -> int:
    """Return how many characters that text may have."""
    return NAME_LENGTH if isinstance(record, Step | Flow) else TEXT_LENGTH


def set_text(
    session: Session, id: str, text: str, key: Hashable | None = None, spot: LabelPlace | None = None
) -> None:
    """Give an element its name, label or text; the label of a flow may come to a `spot` on its line."""
    record = session.now.find(id)
    if isinstance(record, Step):
        label = tr("Rename {element}").format(element=spoken(session.now, id))
        with session.edit(label, key) as draft:
            steps.update(draft, (id,), name=text)
    elif isinstance(record, Flow):
        with session.edit(tr("Label flow"), key) as draft:
            flows.update(draft, (id,), label=text)
            if spot is not None and text:
                flows.update(draft, (id,), label_place=spot)
    elif isinstance(record, Note):
        with session.edit(tr("Edit note"), key) as draft:
            elements.update(draft, (id,), text=text)
    elif isinstance(record, Terminal):
        field = "value" if record.kind is TerminalKind.VALUE else "demand"
        with session.edit(tr("Edit {element}").format(element=spoken(session.now, id)), key) as draft:
            streams.update(draft, record.stream, **{field: text})
