"""Random documents for property tests: built by the program's verbs, every field of every record filled.

`documents()` gives rich whole snapshots, `change_of(view, data)` a change that fits one, `json_values` what a
newer version might have written. The same example always has the same ids.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from tests.property import verbs
from tests.repeatable import repeatable_ids
from tests.sample import sample
from vsdesigner.commands import streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.change import Change
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model import ids
from vsdesigner.model.parts import (
    Bend,
    Calendar,
    Duration,
    Facet,
    LabelPlace,
    LaneView,
    LeadTime,
    RaciLetter,
    Responsibility,
    Supplier,
    SupplierKind,
    TimeUnit,
)
from vsdesigner.model.records import (
    Automation,
    DemandKind,
    DocumentSettings,
    FlowKind,
    Lane,
    Note,
    NoteKind,
    Organisation,
    Phase,
    Record,
    Step,
    StreamState,
)
from vsdesigner.model.reference import default_lanes

SPECIAL = (
    "",
    " ",
    "=cmd()",
    "<b>bold</b>",
    "مرحبا",
    "🚀 launch",
    "a\nb\tc",
    "\u200b\u2028x",
    "ß" * 500,
    '"\\',
)
names = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(SPECIAL)
name_lists = st.lists(names, max_size=3).map(tuple)
amounts = st.none() | st.floats(0, 1e9, allow_nan=False) | st.integers(0, 500).map(float)
percents = st.none() | st.floats(0, 100) | st.integers(0, 100).map(float)
lanes = st.sampled_from([lane.id for lane in default_lanes()])
coordinates = st.integers(-5_000, 50_000).map(float) | st.floats(-1e6, 1e6, allow_nan=False)
lengths = st.none() | st.floats(1, 1e6, allow_nan=False)
durations = st.builds(
    Duration, likely=amounts, minimum=amounts, maximum=amounts, unit=st.sampled_from(TimeUnit)
)
#: Values that a newer version may have put into a file.
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**25), 10**25)
    | st.floats(allow_nan=False, allow_infinity=False)
    | names,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=6,
)
unknown_fields = st.dictionaries(st.from_regex(r"x_[a-z]{1,8}", fullmatch=True), json_values, max_size=2)

STEP_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "name": names,
    "qualifier": names,
    "process_time": st.none() | durations,
    "wait_time": st.none() | durations,
    "complete_and_accurate": percents,
    "inputs": name_lists,
    "information": name_lists,
    "outputs": name_lists,
    "constraints": name_lists,
    "skills": name_lists,
    "metrics": name_lists,
    "service_offerings": name_lists,
    "supplier": st.builds(Supplier, kind=st.sampled_from(SupplierKind), name=names),
    "automation": st.sampled_from(Automation),
    "customer_visible": st.booleans(),
    "optional": st.booleans(),
    "presenter_notes": names,
    "width": lengths,
    "height": lengths,
}
STREAM_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(("name", "short_name", "owner", "description", "demand", "outcomes", "value"), names),
    "demand_kind": st.sampled_from(DemandKind),
    "lead_times": st.lists(
        st.builds(LeadTime.new, names, amounts, amounts, st.sampled_from(TimeUnit)), max_size=3
    ).map(tuple),
    "service_offerings": name_lists,
    "state": st.sampled_from(StreamState),
    "status": names,
    "version": names,
    "calendar": st.builds(Calendar, hours_per_day=st.floats(0.5, 24), days_per_week=st.floats(0.5, 7)),
}
FLOW_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "label": names,
    "kind": st.sampled_from(FlowKind),
    "share": percents,
    "bends": st.lists(st.builds(Bend, lane=lanes, x=coordinates, y=coordinates), max_size=3).map(tuple),
    "label_place": st.builds(LabelPlace, fraction=st.floats(0, 1), offset=st.floats(-50, 50)),
    "source_side": st.sampled_from(("", "left", "right")),
    "target_side": st.sampled_from(("", "top", "bottom")),
}

Edit = Callable[[Draft, str, st.DataObject], None]


def _some(fields: dict[str, st.SearchStrategy[Any]], data: st.DataObject) -> dict[str, Any]:
    chosen = data.draw(st.lists(st.sampled_from(sorted(fields)), unique=True, min_size=1, max_size=8))
    return {name: data.draw(fields[name]) for name in chosen}


def _one(records: tuple[Record, ...], data: st.DataObject) -> str:
    return data.draw(st.sampled_from([record.id for record in records]))


# -- edits that no verb exists for yet, or that fill more than the verbs' own tests need ------------------
def fill_step(draft: Draft, stream: str, data: st.DataObject) -> None:
    draft.update(_one(draft.view.steps(stream), data), **_some(STEP_FIELDS, data))


def link_step(draft: Draft, stream: str, data: st.DataObject) -> None:
    view = draft.view
    others = [step.id for step in view.all(Step, stream)]
    lanes = data.draw(st.lists(st.sampled_from([lane.id for lane in view.lanes]), unique=True, max_size=3))
    draft.update(
        _one(view.steps(stream), data),
        substream=data.draw(st.sampled_from(["", *(other.id for other in view.streams)])),
        variant_of=data.draw(st.sampled_from(["", *others])),
        further_lanes=tuple(lanes),
    )


def fill_flow(draft: Draft, stream: str, data: st.DataObject) -> None:
    draft.update(_one(draft.view.flows(stream), data), **_some(FLOW_FIELDS, data))


def fill_stream(draft: Draft, stream: str, data: st.DataObject) -> None:
    view = draft.view
    roles = [role.id for role in view.roles]
    duties = [Responsibility.new(role, data.draw(names)) for role in data.draw(_choice(roles))]
    views = [
        LaneView(lane=lane, min_height=data.draw(lengths), collapsed=data.draw(st.booleans()))
        for lane in data.draw(_choice([lane.id for lane in view.lanes]))
    ]
    draft.update(
        stream, responsibilities=tuple(duties), lane_views=tuple(views), **_some(STREAM_FIELDS, data)
    )


def _choice(ids: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(ids), max_size=3) if ids else st.just([])


def add_phase(draft: Draft, stream: str, data: st.DataObject) -> None:
    draft.add(Phase(id=ids.new_id("phase"), stream=stream, name=data.draw(names), x=data.draw(coordinates)))


def add_note(draft: Draft, stream: str, data: st.DataObject) -> None:
    draft.add(
        Note(
            id=ids.new_id("note"),
            stream=stream,
            lane=_one(draft.view.lanes, data),
            text=data.draw(names),
            kind=data.draw(st.sampled_from(NoteKind)),
        )
    )


def fill_roles(draft: Draft, stream: str, data: st.DataObject) -> None:
    role = verbs.roles.add_role(draft, data.draw(names))
    draft.update(role, duty=data.draw(names), organisation=data.draw(st.sampled_from(Organisation)))


def fill_settings(draft: Draft, stream: str, data: st.DataObject) -> None:
    letters = (*DocumentSettings().raci_letters, RaciLetter(letter="S", name="Supports"))
    draft.update(
        draft.view.settings.id,
        raci_letters=letters[: data.draw(st.integers(4, 5))],
        accountable_implies_responsible=data.draw(st.booleans()),
        check_levels={"split": data.draw(names)} if data.draw(st.booleans()) else {},
    )


def add_lane(draft: Draft, stream: str, data: st.DataObject) -> None:
    facets = (Facet(id="first", name=data.draw(names), qualifier=data.draw(names)),)
    draft.add(
        Lane(
            id=ids.new_id("lane"),
            name=data.draw(names),
            color="#A0b1C2",
            order=data.draw(st.integers(0, 9)),
            facets=facets[: data.draw(st.integers(0, 1))],
        )
    )


EDITS: tuple[Edit, ...] = (
    *(edit for edit in verbs.VERBS if edit is not verbs.delete_stream),
    *(fill_step, fill_step, fill_step, link_step, fill_flow, fill_flow, fill_stream, fill_stream),
    *(add_phase, add_note, fill_roles, fill_settings, add_lane),
)
_NEEDS_STEP = verbs.NEEDS_STEP | {fill_step, link_step}
_NEEDS_FLOW = verbs.NEEDS_FLOW | {fill_flow}


def change_of(view: Snapshot, data: st.DataObject) -> Change:
    """Draw one finished change of `view`, consequences included; it may be empty."""
    stream = _one(view.streams, data)
    edit = data.draw(st.sampled_from(EDITS))
    possible = (
        (edit not in _NEEDS_STEP or view.steps(stream))
        and (edit not in _NEEDS_FLOW or view.flows(stream))
        and (edit not in verbs.NEEDS_ROLE or view.roles)
    )
    draft = Draft(view)
    if possible:
        edit(draft, stream, data)
    return complete(draft).to_change(edit.__name__)


def _small(draw: st.DrawFn) -> Snapshot:
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    demand = draft.view.terminals(stream)[0].id
    for lane in ("engage", "plan", "deliver_and_support"):
        demand = verbs.steps.append(draft, demand, lane, draw(names))
    return complete(draft).view


@st.composite
def documents(draw: st.DrawFn, *, edits: int = 20, unknown: bool = True) -> Snapshot:
    """Whole documents after up to `edits` changes of a small or of a rich one.

    With `unknown` they have fields of a newer version at all levels.
    """
    data = draw(st.data())
    # One that is drawn while another is made (to be pasted) has ids of its own, and so has the sample.
    inside = not isinstance(ids._random, random.SystemRandom)
    with repeatable_ids(draw(st.integers(0, 1000)) + (20_000 if inside else 10_000)):
        view = sample() if draw(st.booleans()) else _small(draw)
        for _ in range(draw(st.integers(0, edits))):
            view = view.evolve(change_of(view, data).result)
    return with_unknown_fields(view, data) if unknown else view


def with_unknown_fields(view: Snapshot, data: st.DataObject) -> Snapshot:
    """Return `view` with fields of a newer version in the document, in records and in parts of them."""
    records = list(view.records.values())
    for index in data.draw(st.lists(st.integers(0, len(records) - 1), max_size=4, unique=True)):
        record = records[index]
        fields = {**record.__dict__, **data.draw(unknown_fields)}
        if isinstance(record, Step) and record.tasks:
            first, *rest = record.tasks
            fields["tasks"] = (
                type(first).model_validate({**first.__dict__, **data.draw(unknown_fields)}),
                *rest,
            )
        records[index] = type(record).model_validate(fields)
    return Snapshot(records, data.draw(unknown_fields))
