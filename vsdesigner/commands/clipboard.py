"""Takes a part out of a stream as a handful of records, and puts such records into a stream as copies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from vsdesigner.commands import phases
from vsdesigner.commands.lists import tool_named
from vsdesigner.document.draft import Draft
from vsdesigner.document.references import references
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.ids import new_id
from vsdesigner.model.parts import PracticeUse, RaciMark, Task, ToolUse
from vsdesigner.model.place import Place
from vsdesigner.model.records import (
    SETTINGS_ID,
    DocumentSettings,
    Flow,
    Lane,
    Note,
    Phase,
    Placed,
    Practice,
    Record,
    Role,
    Step,
    Stream,
    Tool,
)
from vsdesigner.model.reference import lane_aliases, practice_catalog
from vsdesigner.model.text import COORDINATE_LIMIT

Shared = Lane | Role | Tool | Practice
R = TypeVar("R", bound=Record)

LETTERS_MOST = 20
_NOUNS: dict[type[Record], str] = {Lane: "lane", Role: "role", Tool: "tool", Practice: "practice"}


# -- taking out ---------------------------------------------------------------------------------------------
def can_excerpt(view: Snapshot, ids: Iterable[str]) -> bool:
    """Say whether there is something among these that a copy can hold: a step, a note or a phase."""
    return any(isinstance(view.find(id), Step | Note | Phase) for id in ids)


def excerpt(view: Snapshot, ids: Iterable[str]) -> tuple[Record, ...]:
    """Return what a copy of these holds: steps, notes, phases, flows between the steps, and whatever shared
    records they refer to (activities, roles, tools, own practices). Demand and value are left out.
    """
    found = [view.find(id) for id in dict.fromkeys(ids)]
    members: list[Record] = [record for record in found if isinstance(record, Step | Note | Phase)]
    members.sort(key=lambda record: (getattr(record, "order", 0), record.id))
    chosen = {record.id for record in members if isinstance(record, Step)}
    members += [flow for id in sorted(chosen) for flow in view.outgoing(id) if flow.target in chosen]
    shared = {
        target.id: target
        for record in members
        for reference in references(record)
        if isinstance(target := view.find(reference.target), Shared)
    }
    letters = {letter for record in members for letter in _letters(record)}
    usual = {entry.letter for entry in DocumentSettings().raci_letters}
    settings = [] if letters <= usual else [view.settings]
    return (*settings, *(record for _, record in sorted(shared.items())), *members)


def bare(records: Iterable[Record]) -> tuple[Record, ...]:
    """Return only the steps of an excerpt, with nothing but their names and activities."""
    listed = tuple(records)
    steps = [
        Step(
            id=each.id,
            stream=each.stream,
            lane=each.lane,
            x=each.x,
            y=each.y,
            name=each.name,
            order=each.order,
        )
        for each in listed
        if isinstance(each, Step)
    ]
    wanted = {step.lane for step in steps}
    return (*(each for each in listed if isinstance(each, Lane) and each.id in wanted), *steps)


def matched_lanes(view: Snapshot, records: Iterable[Record]) -> dict[str, str]:
    """Return activity of an excerpt → activity of this document; one that would be added is left out."""
    lanes = {record.id: record for record in records if isinstance(record, Lane)}
    found = {id: _same(view, lane) for id, lane in lanes.items()}
    return {id: here for id, here in found.items() if here}


# -- putting in ---------------------------------------------------------------------------------------------
def insert(
    draft: Draft,
    stream: str,
    records: Iterable[Record],
    places: Mapping[str, Place] | None = None,
    dx: float = 0.0,
) -> dict[str, str]:
    """Put copies of an excerpt's members into a stream; returns id in the excerpt → id of its copy.

    Steps and notes go to `places` (by their id in the excerpt; activities of this document), else where they
    were, `dx` px further right like the phases. Shared records of another document are matched by name, then
    by id, else added. Flows come along between two steps that do. Whatever the records refer to that is
    neither among them nor in this document is left out, so records of any origin are welcome.
    """
    draft.get(stream, Stream)
    return _Insertion(draft, stream, records, dict(places or {}), dx).run()


class _Insertion:
    """One paste: remembers what became of the shared records and the members."""

    def __init__(
        self,
        draft: Draft,
        stream: str,
        records: Iterable[Record],
        places: dict[str, Place],
        dx: float,
    ) -> None:
        self._draft = draft
        self._base = draft.view
        self._stream = stream
        self._all = {record.id: record for record in records}
        self._places = places
        self._dx = dx
        self._shared: dict[tuple[type[Record], str], str] = {}
        self._moved: dict[str, tuple[str, float, float]] = {}  # card → (lane before, dx, dy)
        self._made: dict[str, str] = {}

    def run(self) -> dict[str, str]:
        self._add_letters()
        self._known_letters = {entry.letter for entry in self._draft.view.settings.raci_letters}
        steps = [record for record in self._all.values() if isinstance(record, Step)]
        steps.sort(key=lambda step: (step.order, step.id))
        self._adopt_in_order(steps)
        order = len(self._base.steps(self._stream))
        for index, step in enumerate(steps):
            self._add(step, self._step_fields(step, order + index), "step")
        for record in self._all.values():
            if isinstance(record, Note):
                self._add(record, self._place_fields(record), "note")
            elif isinstance(record, Phase):
                self._add_phase(record)
        self._add_flows()
        self._know_products(steps)
        return self._made

    def _add(self, record: Record, fields: Mapping[str, object], noun: str) -> None:
        id = new_id(noun)
        self._made[record.id] = id
        self._draft.add(record.model_copy(update={**fields, "id": id}))

    def _add_phase(self, record: Phase) -> None:
        """Neighbours give way to a phase as they do to a new one."""
        id = phases.add(self._draft, self._stream, record.x + self._dx, record.width, record.name)
        made = self._draft.get(id, Phase)
        own = {"stream": self._stream, "order": made.order, "x": made.x, "width": made.width}
        self._draft.replace(record.model_copy(update={**own, "id": id}))
        self._made[record.id] = id

    # -- members ----------------------------------------------------------------------------------------
    def _place_fields(self, record: Placed) -> dict[str, object]:
        place = self._places.get(record.id)
        if place is None:
            place = Place(self._lane(record.lane), record.x + self._dx, record.y)
        x, y = _within(place.x), _within(place.y)
        self._moved[record.id] = (place.lane, x - record.x, y - record.y)
        return {"stream": self._stream, "lane": place.lane, "x": x, "y": y}

    def _step_fields(self, step: Step, order: int) -> dict[str, object]:
        fields = self._place_fields(step)
        lane = self._draft.get(str(fields["lane"]), Lane)
        further = dict.fromkeys(self._of(Lane, id) for id in step.further_lanes)
        substream, variant = self._base.find(step.substream), self._base.find(step.variant_of)
        return {
            **fields,
            "order": order,
            "facet": step.facet if step.facet in {facet.id for facet in lane.facets} else "",
            "further_lanes": tuple(id for id in further if id and id != lane.id),
            "tasks": tuple(self._task(task, index) for index, task in enumerate(step.tasks)),
            "practices": self._practices(step.practices),
            "tools": self._tools(step.tools),
            "raci": self._marks(step.raci),
            "substream": step.substream if self._can_stand_for(substream) else "",
            "variant_of": step.variant_of if isinstance(variant, Step) else "",
        }

    def _can_stand_for(self, substream: Record | None) -> bool:
        return isinstance(substream, Stream) and substream.id != self._stream

    def _task(self, task: Task, index: int) -> Task:
        update: dict[str, object] = {"id": new_id("task"), "raci": self._marks(task.raci)}
        if index == 0:
            update["indent"] = 0
        return task.model_copy(update=update)

    def _marks(self, marks: Iterable[RaciMark]) -> tuple[RaciMark, ...]:
        found: dict[str, RaciMark] = {}
        for mark in marks:
            role = self._of(Role, mark.role)
            letters = "/".join(part for part in mark.letters.split("/") if part in self._known_letters)
            if role and letters:
                found.setdefault(role, mark.model_copy(update={"role": role, "letters": letters}))
        return tuple(found.values())

    def _practices(self, uses: Iterable[PracticeUse]) -> tuple[PracticeUse, ...]:
        found: dict[str, PracticeUse] = {}
        for use in uses:
            here = self._of(Practice, use.practice)
            if not here and use.practice in practice_catalog():
                here = use.practice
            if here:
                found.setdefault(here, use.model_copy(update={"practice": here}))
        return tuple(found.values())

    def _tools(self, uses: Iterable[ToolUse]) -> tuple[ToolUse, ...]:
        mapped = ((self._of(Tool, use.tool), use) for use in uses)
        return tuple(use.model_copy(update={"tool": here}) for here, use in mapped if here)

    def _add_flows(self) -> None:
        joined: set[tuple[str, str]] = set()
        for flow in self._all.values():
            if not isinstance(flow, Flow):
                continue
            ends = self._made.get(flow.source, ""), self._made.get(flow.target, "")
            steps = all(isinstance(self._all.get(id), Step) for id in (flow.source, flow.target))
            if not steps or ends[0] == ends[1] or ends in joined:
                continue
            joined.add(ends)
            fields = {
                "stream": self._stream,
                "source": ends[0],
                "target": ends[1],
                "bends": self._bends(flow),
            }
            self._add(flow, fields, "flow")

    def _bends(self, flow: Flow) -> tuple[object, ...]:
        """Corners go along when both ends moved by the same distance within their activities."""
        source, target = self._moved[flow.source], self._moved[flow.target]
        stayed = all(
            self._of(Lane, record.lane) == self._moved[record.id][0]
            for record in (self._all[flow.source], self._all[flow.target])
            if isinstance(record, Step)
        )
        lanes = [self._of(Lane, bend.lane) for bend in flow.bends]
        if source[1:] != target[1:] or not stayed or not all(lanes):
            return ()
        return tuple(
            bend.model_copy(
                update={"lane": lane, "x": _within(bend.x + source[1]), "y": _within(bend.y + source[2])}
            )
            for lane, bend in zip(lanes, flow.bends, strict=True)
        )

    # -- shared records ---------------------------------------------------------------------------------
    def _of(self, kind: type[Shared], id: str) -> str:
        """The record here that stands for a shared one of the excerpt, added when needed; empty for none."""
        key = (kind, id)
        if key not in self._shared:
            copied = self._all.get(id)
            if isinstance(copied, kind):
                self._shared[key] = _same(self._draft.view, copied) or self._adopt(copied)
            else:
                self._shared[key] = id if isinstance(self._base.find(id), kind) else ""
        return self._shared[key]

    def _adopt_in_order(self, steps: Iterable[Step]) -> None:
        """Roles, tools and practices that are added keep the order they had among themselves."""
        used = {reference.target for step in steps for reference in references(step)}
        found = [each for each in self._all.values() if isinstance(each, Role | Tool | Practice)]
        for record in sorted(found, key=lambda record: (record.order, record.id)):
            if record.id in used:
                self._of(type(record), record.id)

    def _lane(self, id: str) -> str:
        return self._of(Lane, id) or self._base.lanes[0].id

    def _adopt(self, record: Shared) -> str:
        kind = type(record)
        order = max((other.order for other in self._draft.view.all(kind)), default=-1) + 1
        id = record.id if self._draft.find(record.id) is None else new_id(_NOUNS[kind])
        return self._draft.add(record.model_copy(update={"id": id, "order": order})).id

    def _know_products(self, steps: Iterable[Step]) -> None:
        """The document knows the products that come along, as if they had been named by hand."""
        for step in steps:
            for use in step.tools:
                here = self._draft.find(self._shared.get((Tool, use.tool), ""))
                if isinstance(here, Tool) and not set(use.products) <= set(here.products):
                    tool_named(self._draft, here.name, use.products)

    def _add_letters(self) -> None:
        copied = self._all.get(SETTINGS_ID)
        present = self._base.find(SETTINGS_ID)
        if not isinstance(copied, DocumentSettings) or not isinstance(present, DocumentSettings):
            return
        used = {letter for record in self._all.values() for letter in _letters(record)}
        known = {entry.letter for entry in present.raci_letters}
        fresh = {
            entry.letter: entry
            for entry in copied.raci_letters
            if entry.letter in used and entry.letter not in known
        }
        letters = (*present.raci_letters, *fresh.values())[:LETTERS_MOST]
        self._draft.replace(present.model_copy(update={"raci_letters": letters}))


def _letters(record: Record) -> set[str]:
    """The responsibility letters that a step and its tasks use."""
    if not isinstance(record, Step):
        return set()
    marks = (*record.raci, *(mark for task in record.tasks for mark in task.raci))
    return {letter for mark in marks for letter in mark.letters.split("/")}


def _same(view: Snapshot, record: Shared) -> str:
    """The record of this document that a shared one of an excerpt stands for: by id and name, then by name,
    then by id; empty when there is none."""
    kind, name = type(record), record.name.strip().casefold()
    here = view.find(record.id)
    by_id = here.id if isinstance(here, kind) else ""
    if not name:
        return by_id
    named = [other.id for other in view.all(kind) if other.name.strip().casefold() == name]
    if named:
        return by_id if by_id in named else named[0]
    if isinstance(record, Lane):
        alias = lane_aliases().get(name, "")
        return alias if isinstance(view.find(alias), Lane) else by_id
    if isinstance(record, Practice) and not by_id:
        return next((known.id for known in practice_catalog().values() if known.name.casefold() == name), "")
    return by_id


def _within(value: float) -> float:
    """A whole coordinate that the format allows."""
    return max(-COORDINATE_LIMIT, min(float(round(value)), COORDINATE_LIMIT))
