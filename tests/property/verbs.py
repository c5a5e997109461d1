"""Every verb of the editor, each called with arguments that Hypothesis draws for the present document."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from types import ModuleType

from hypothesis import strategies as st

from tests.property import (
    arrange_verbs,
    band_verbs,
    check_verbs,
    note_verbs,
    role_verbs,
    table_verbs,
    variant_verbs,
)
from tests.sample import sample
from vsdesigner.commands import (
    arrange,
    behind,
    checks,
    clipboard,
    elements,
    flows,
    lanes,
    letter_sets,
    listed,
    lists,
    notes,
    phases,
    raci,
    replace,
    roles,
    roles_from_prose,
    room,
    steps,
    streams,
    substreams,
    tools,
    variants,
)
from vsdesigner.commands.table import cells as table_cells
from vsdesigner.commands.table import rows as table_rows
from vsdesigner.document.draft import Draft
from vsdesigner.document.search import Query, occurrences
from vsdesigner.model.parts import Bend, Duration, PracticeUse, Task, TimeUnit, ToolUse
from vsdesigner.model.place import Place
from vsdesigner.model.records import FlowKind, Placed, Step, StreamMember, Terminal, TerminalKind
from vsdesigner.rules.verdicts import can_connect, can_insert, can_reverse

VERB_MODULES: tuple[ModuleType, ...] = (
    arrange,
    table_cells,
    table_rows,
    clipboard,
    listed,
    elements,
    flows,
    lanes,
    lists,
    notes,
    phases,
    raci,
    letter_sets,
    roles,
    roles_from_prose,
    replace,
    steps,
    streams,
    room,
    behind,
    checks,
    tools,
    substreams,
    variants,
)

names = st.text(max_size=30) | st.sampled_from(
    ("Log the request", "=cmd()", "<b>bold</b>", "مرحبا", "🚀 launch", "a\nb", "", "x" * 500)
)
coordinates = st.integers(-500, 3000)
Verb = Callable[[Draft, str, st.DataObject], None]


def _step(draft: Draft, stream: str, data: st.DataObject) -> str:
    return data.draw(st.sampled_from([step.id for step in draft.view.steps(stream)]))


def _lane(draft: Draft, data: st.DataObject) -> str:
    return data.draw(st.sampled_from([lane.id for lane in draft.view.lanes]))


def _place(draft: Draft, data: st.DataObject) -> Place:
    return Place(_lane(draft, data), data.draw(coordinates), data.draw(st.integers(-50, 400)))


def _nodes(draft: Draft, stream: str) -> list[str]:
    view = draft.view
    return [*(step.id for step in view.steps(stream)), *(end.id for end in view.terminals(stream))]


def add_step(draft: Draft, stream: str, data: st.DataObject) -> None:
    steps.add(draft, stream, _place(draft, data), data.draw(names))


def append_step(draft: Draft, stream: str, data: st.DataObject) -> None:
    sources = [
        id
        for id in _nodes(draft, stream)
        if not (isinstance(end := draft.find(id), Terminal) and end.kind is TerminalKind.VALUE)
    ]
    lane = data.draw(st.just("") | st.sampled_from([lane.id for lane in draft.view.lanes]))
    steps.append(draft, data.draw(st.sampled_from(sources)), lane, data.draw(names))


def add_behind(draft: Draft, stream: str, data: st.DataObject) -> None:
    ends = draft.view.terminals(stream)
    sources = [
        id for id in _nodes(draft, stream) if id not in {end.id for end in ends if end.kind != "demand"}
    ]
    source = data.draw(st.sampled_from(sources))
    ways = [flow.id for flow in draft.view.outgoing(source)]
    behind.add_behind(draft, source, data.draw(st.sampled_from(["", *ways])))


def place_things(draft: Draft, stream: str, data: st.DataObject) -> None:
    ids = data.draw(st.lists(st.sampled_from(_nodes(draft, stream)), unique=True, max_size=4))
    steps.place(draft, {id: _place(draft, data) for id in ids})


def set_lane(draft: Draft, stream: str, data: st.DataObject) -> None:
    steps.set_lane(draft, [_step(draft, stream, data)], _lane(draft, data))


def update_step(draft: Draft, stream: str, data: st.DataObject) -> None:
    step = _step(draft, stream, data)
    field = data.draw(st.sampled_from(("name", "qualifier", "optional", "process_time", "inputs", "facet")))
    values: dict[str, object] = {
        "name": data.draw(names),
        "qualifier": data.draw(names),
        "optional": data.draw(st.booleans()),
        "process_time": data.draw(
            st.none()
            | st.builds(
                Duration, likely=st.floats(0, 1e6, allow_nan=False), unit=st.sampled_from(list(TimeUnit))
            )
        ),
        "inputs": tuple(data.draw(st.lists(names, max_size=3))),
        "facet": data.draw(st.sampled_from(("", "design", "build"))),
    }
    steps.update(draft, [step], **{field: values[field]})


def reorder_step(draft: Draft, stream: str, data: st.DataObject) -> None:
    steps.reorder(draft, _step(draft, stream, data), data.draw(st.integers(-1, 20)))


def connect(draft: Draft, stream: str, data: st.DataObject) -> None:
    nodes = _nodes(draft, stream)
    source, target = data.draw(st.sampled_from(nodes)), data.draw(st.sampled_from(nodes))
    if can_connect(draft.view, source, target):
        kind = data.draw(st.sampled_from(list(FlowKind)))
        flows.connect(draft, source, target, kind=kind, label=data.draw(names))


def reconnect(draft: Draft, stream: str, data: st.DataObject) -> None:
    flow = data.draw(st.sampled_from(draft.view.flows(stream)))
    target = data.draw(st.sampled_from(_nodes(draft, stream)))
    if can_connect(draft.view, flow.source, target, ignoring=flow.id):
        flows.reconnect(draft, flow.id, target=target)


def insert_into_flow(draft: Draft, stream: str, data: st.DataObject) -> None:
    flow = data.draw(st.sampled_from(draft.view.flows(stream)))
    step = _step(draft, stream, data)
    if can_insert(draft.view, flow.id, step):
        flows.insert(draft, flow.id, step, bends_before=data.draw(st.integers(0, 3)))


def heal_step(draft: Draft, stream: str, data: st.DataObject) -> None:
    flows.heal(draft, _step(draft, stream, data))


def reverse_flow(draft: Draft, stream: str, data: st.DataObject) -> None:
    flow = data.draw(st.sampled_from(draft.view.flows(stream)))
    if can_reverse(draft.view, flow.id):
        flows.reverse(draft, flow.id)


def bend_flow(draft: Draft, stream: str, data: st.DataObject) -> None:
    flow = data.draw(st.sampled_from(draft.view.flows(stream)))
    corner = st.builds(
        Bend, lane=st.just(_lane(draft, data)), x=coordinates.map(float), y=coordinates.map(float)
    )
    flows.bend(draft, flow.id, data.draw(st.lists(corner, max_size=4)))


def reset_routes(draft: Draft, stream: str, data: st.DataObject) -> None:
    ids = [flow.id for flow in draft.view.flows(stream)]
    flows.update(draft, [data.draw(st.sampled_from(ids))], source_side="top")  # so that there is something
    flows.reset_routes(draft, [data.draw(st.sampled_from(ids))])


def make_room(draft: Draft, stream: str, data: st.DataObject) -> None:
    room.make_room(draft, stream, data.draw(st.integers(-100, 400)), data.draw(st.integers(10, 300)))


def update_flow(draft: Draft, stream: str, data: st.DataObject) -> None:
    flow = data.draw(st.sampled_from(draft.view.flows(stream)))
    flows.update(draft, [flow.id], label=data.draw(names), share=data.draw(st.none() | st.floats(0, 100)))


def delete(draft: Draft, stream: str, data: st.DataObject) -> None:
    ids = [*_nodes(draft, stream), *(flow.id for flow in draft.view.flows(stream))]
    chosen = data.draw(st.lists(st.sampled_from(ids), unique=True, max_size=5))
    elements.delete(draft, chosen, heal=data.draw(st.booleans()))


def update_elements(draft: Draft, stream: str, data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from([s.id for s in draft.view.steps(stream)]), max_size=3))
    elements.update(draft, chosen, name=data.draw(names))


def set_tasks(draft: Draft, stream: str, data: st.DataObject) -> None:
    step = _step(draft, stream, data)
    kept = draft.get(step, Step).tasks
    fresh = [Task.new(text, data.draw(st.integers(0, 1))) for text in data.draw(st.lists(names, max_size=4))]
    lists.set_tasks(draft, step, data.draw(st.permutations([*kept, *fresh])))


def set_practices(draft: Draft, stream: str, data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(("Service desk", "ITAM", "Our own way")), max_size=3))
    uses = [PracticeUse(practice=lists.practice_named(draft, name), contribution=name) for name in chosen]
    lists.set_practices(draft, _step(draft, stream, data), uses)


def set_tools(draft: Draft, stream: str, data: st.DataObject) -> None:
    chosen = data.draw(
        st.lists(st.sampled_from(("Meeting tools", "Monitoring", "meeting TOOLS")), max_size=2)
    )
    products = tuple(data.draw(st.lists(st.sampled_from(("Zoom", "Teams")), unique=True)))
    uses = [ToolUse(tool=lists.tool_named(draft, name, products), products=products) for name in chosen]
    lists.set_tools(draft, _step(draft, stream, data), uses)


def add_stream(draft: Draft, stream: str, data: st.DataObject) -> None:
    streams.add(draft, data.draw(names))


def update_stream(draft: Draft, stream: str, data: st.DataObject) -> None:
    streams.update(draft, stream, name=data.draw(names), demand=data.draw(names), value=data.draw(names))


def delete_stream(draft: Draft, stream: str, data: st.DataObject) -> None:
    streams.delete(draft, stream)


def reorder_stream(draft: Draft, stream: str, data: st.DataObject) -> None:
    streams.reorder(draft, stream, data.draw(st.integers(-1, 5)))


def replace_words(draft: Draft, stream: str, data: st.DataObject) -> None:
    hits = occurrences(draft.view, Query(data.draw(st.sampled_from(("a", "Log", "Service", "x")))))
    chosen = data.draw(st.lists(st.sampled_from(hits), unique=True)) if hits else []
    replace.replace(draft, chosen, data.draw(names))


def paste(draft: Draft, stream: str, data: st.DataObject) -> None:
    """An excerpt of this document or of another one comes in, as it is or with parts missing."""
    view = data.draw(st.sampled_from((draft.view, sample())))
    ids = [record.id for record in view.records.values() if isinstance(record, StreamMember)]
    records = clipboard.excerpt(view, data.draw(st.lists(st.sampled_from(ids), unique=True, max_size=8)))
    if data.draw(st.booleans()):
        records = clipboard.bare(records)
    if records and data.draw(st.booleans()):
        records = tuple(data.draw(st.lists(st.sampled_from(records), unique_by=lambda record: record.id)))
    cards = [record.id for record in records if isinstance(record, Placed)]
    places = {id: _place(draft, data) for id in cards if data.draw(st.booleans())}
    clipboard.insert(draft, stream, records, places, data.draw(coordinates))


def paste_list(draft: Draft, stream: str, data: st.DataObject) -> None:
    made = st.builds(
        listed.ListedStep,
        name=names,
        lane=st.sampled_from(("", "engage", "no such lane")),
        tasks=st.lists(st.tuples(names, st.integers(0, 1)), max_size=2).map(tuple),
        practices=st.lists(st.sampled_from(("Service desk", "Our way")), max_size=2).map(tuple),
        tools=st.lists(
            st.builds(listed.ListedTool, st.sampled_from(("Monitoring", "monitoring")), st.just(("Zoom",))),
            max_size=2,
        ).map(tuple),
    )
    behind = data.draw(st.sampled_from(("", *_nodes(draft, stream))))
    steps_listed = data.draw(st.lists(made, max_size=4))
    x = data.draw(st.none() | coordinates)
    listed.add_all(
        draft,
        stream,
        steps_listed,
        behind=behind,
        connected=data.draw(st.booleans()),
        following=data.draw(st.booleans()),
        x=x,
    )


#: The verb of the editor that each of the above exercises (several helpers are reached on the way).
VERBS: dict[Verb, tuple[Callable[..., object], ...]] = {
    paste: (clipboard.insert,),
    paste_list: (listed.add_all,),
    add_step: (steps.add,),
    append_step: (steps.append,),
    add_behind: (behind.add_behind,),
    place_things: (steps.place,),
    set_lane: (steps.set_lane,),
    update_step: (steps.update,),
    reorder_step: (steps.reorder,),
    connect: (flows.connect,),
    reconnect: (flows.reconnect,),
    insert_into_flow: (flows.insert,),
    heal_step: (flows.heal,),
    reverse_flow: (flows.reverse,),
    bend_flow: (flows.bend,),
    reset_routes: (flows.reset_routes,),
    make_room: (room.make_room,),
    update_flow: (flows.update,),
    delete: (elements.delete,),
    update_elements: (elements.update,),
    set_tasks: (lists.set_tasks,),
    set_practices: (lists.set_practices, lists.practice_named),
    set_tools: (lists.set_tools, lists.tool_named),
    add_stream: (streams.add,),
    update_stream: (streams.update,),
    delete_stream: (streams.delete,),
    reorder_stream: (streams.reorder,),
    **band_verbs.VERBS,
    **arrange_verbs.VERBS,
    **variant_verbs.VERBS,
    **note_verbs.VERBS,
    **role_verbs.VERBS,
    **check_verbs.VERBS,
    **table_verbs.VERBS,
    replace_words: (replace.replace,),
}

NEEDS_STEP = frozenset(
    {set_lane, update_step, reorder_step, set_tasks, set_practices, set_tools}
    | {update_elements, insert_into_flow, heal_step, make_room}
    | role_verbs.NEEDS_STEP
    | variant_verbs.NEEDS_STEP
    | table_verbs.NEEDS_STEP
)
NEEDS_FLOW = frozenset({reconnect, update_flow, insert_into_flow, reverse_flow, bend_flow, reset_routes})
NEEDS_ROLE = role_verbs.NEEDS_ROLE


def public_verbs() -> set[Callable[..., object]]:
    """Every public function of the verb modules whose first parameter is the draft."""
    return {
        function
        for module in VERB_MODULES
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and next(iter(inspect.signature(function).parameters), "") == "draft"
    }
