"""Excerpts: what a copy holds, and what becomes of it in this and in other documents."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from tests.repeatable import repeatable_ids
from tests.sample import sample
from tests.strategies import documents
from vsdesigner.commands import clipboard, flows, lists, raci, roles, steps, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.references import dangling
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import Bend, RaciLetter, RaciMark, Task, ToolUse
from vsdesigner.model.place import Place
from vsdesigner.model.records import (
    DocumentSettings,
    Flow,
    Lane,
    Note,
    Phase,
    Record,
    Role,
    Step,
    StreamMember,
    Terminal,
    TerminalKind,
)


def chain() -> tuple[Snapshot, str, list[str]]:
    """Demand → A → B → C → value; returns document, stream and the steps."""
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    demand, value = draft.view.terminals(stream)[0].id, draft.view.terminals(stream)[1].id
    a = steps.append(draft, demand, "engage", "A")
    b = steps.append(draft, a, "plan", "B")
    c = steps.append(draft, b, "plan", "C")
    flows.connect(draft, c, value)
    return complete(draft).view, stream, [a, b, c]


def pasted(
    view: Snapshot, stream: str, records: tuple[Record, ...], places: dict[str, Place] | None = None
) -> tuple[Snapshot, dict[str, str]]:
    draft = Draft(view)
    made = clipboard.insert(draft, stream, records, places)
    return complete(draft).view, made


def test_a_copy_holds_steps_the_flows_between_them_and_what_they_refer_to() -> None:
    view, _, (a, b, c) = chain()
    records = clipboard.excerpt(view, [a, b, *(t.id for t in view.all(Terminal, view.streams[0].id))])
    assert {record.id for record in records if isinstance(record, Step)} == {a, b}
    assert [(f.source, f.target) for f in records if isinstance(f, Flow)] == [(a, b)]
    assert {record.id for record in records if isinstance(record, Lane)} == {"engage", "plan"}
    assert not any(isinstance(record, Terminal) for record in records)
    assert c not in {record.id for record in records}


def test_a_flow_alone_is_nothing_to_copy() -> None:
    view, stream, _ = chain()
    ids = [flow.id for flow in view.flows(stream)]
    assert not clipboard.can_excerpt(view, ids)
    assert clipboard.excerpt(view, ids) == ()


def test_copies_in_the_same_stream_are_equal_but_for_ids_and_places() -> None:
    view = sample()
    stream = view.streams[0].id
    step = next(step for step in view.steps(stream) if step.tasks and step.raci and step.tools)
    after, made = pasted(view, stream, clipboard.excerpt(view, [step.id]))
    copy = after.get(made[step.id], Step)
    for name in type(step).model_fields:
        if name not in {"id", "order", "tasks"}:
            assert getattr(copy, name) == getattr(step, name), name
    assert [(t.text, t.indent, t.raci) for t in copy.tasks] == [
        (t.text, t.indent, t.raci) for t in step.tasks
    ]
    assert not {task.id for task in copy.tasks} & {task.id for task in step.tasks}
    assert (after.roles, after.tools, after.practices, after.lanes) == (
        view.roles,
        view.tools,
        view.practices,
        view.lanes,
    )


def test_everything_comes_along_into_another_document() -> None:
    view = sample()
    stream = view.streams[0].id
    members = [record.id for record in view.records.values() if isinstance(record, StreamMember)]
    mine = [id for id in members if view.get(id, StreamMember).stream == stream]
    target = streams.new_document()
    after, made = pasted(target, target.streams[0].id, clipboard.excerpt(view, mine))
    assert not dangling(after)
    for id in mine:
        record = view.get(id, Record)
        if isinstance(record, Step):
            copy = after.get(made[id], Step)
            assert copy.name == record.name
            assert [after.get(m.role, Role).name for m in copy.raci] == [
                view.get(m.role, Role).name for m in record.raci
            ]
            assert len(copy.tools) == len(record.tools)
            assert len(copy.practices) == len(record.practices)
            assert copy.process_time == record.process_time
    inner = [
        flow
        for flow in view.flows(stream)
        if isinstance(view.find(flow.source), Step) and isinstance(view.find(flow.target), Step)
    ]
    assert len(after.flows(target.streams[0].id)) == len(inner)
    assert len(after.notes(target.streams[0].id)) == len(view.notes(stream))
    assert len(after.phases(target.streams[0].id)) == len(view.phases(stream))


def test_shared_records_are_matched_by_name_then_by_id_else_added() -> None:
    with repeatable_ids(1):
        source, stream, (a, _, _) = chain()
    draft = Draft(source)
    client = roles.add_role(draft, "Client")
    owner = roles.add_role(draft, "Owner")
    raci.set_letters(draft, a, client, "R")
    raci.set_letters(draft, a, owner, "A")
    tool = lists.tool_named(draft, "Meeting tools", ("Zoom",))
    lists.set_tools(draft, a, [ToolUse(tool=tool, products=("Zoom",))])
    records = clipboard.excerpt(draft.view, [a])

    other = Draft(streams.new_document())
    here = roles.add_role(other, "  CLIENT ")
    known = lists.tool_named(other, "meeting TOOLS", ("Teams",))
    after, made = pasted(other.view, other.view.streams[0].id, records)
    copy = after.get(made[a], Step)
    assert copy.raci[0].role == here
    assert [role.name for role in after.roles] == ["CLIENT", "Owner"]
    assert [use.tool for use in copy.tools] == [known]
    assert after.tools[0].products == ("Teams", "Zoom")

    renamed = Draft(draft.view)
    roles.rename_role(renamed, client, "Customer")
    after, made = pasted(renamed.view, stream, records)
    assert after.get(made[a], Step).raci[0].role == client  # the same role under another name


def test_roles_that_are_added_keep_their_order() -> None:
    source, _, (a, b, _) = chain()
    draft = Draft(source)
    first, second = roles.add_role(draft, "First"), roles.add_role(draft, "Second")
    raci.set_letters(draft, a, second, "R")
    raci.set_letters(draft, b, first, "R")
    target = streams.new_document()
    after, _ = pasted(target, target.streams[0].id, clipboard.excerpt(draft.view, [a, b]))
    assert [role.name for role in after.roles] == ["First", "Second"]


def test_an_id_that_means_something_else_here_is_not_believed() -> None:
    draft = Draft(streams.new_document())
    draft.add(Role(id="role-1", name="Engineer"))
    draft.add(Role(id="role-2", name="Client"))
    step = Step(id="s", stream="x", lane="engage", name="Ask", raci=(RaciMark(role="role-1", letters="R"),))
    records = (Role(id="role-1", name="Client"), step)
    after, made = pasted(draft.view, draft.view.streams[0].id, records)
    assert after.get(made["s"], Step).raci[0].role == "role-2"


def test_activities_are_known_by_their_other_spellings() -> None:
    view = streams.new_document()
    lane = Lane(id="lane-7", name="Obtain & Build", color="#123456")
    step = Step(id="s", stream="x", lane="lane-7", name="Buy")
    after, made = pasted(view, view.streams[0].id, (lane, step))
    assert after.get(made["s"], Step).lane == "obtain_build"
    assert after.lanes == view.lanes
    assert clipboard.matched_lanes(view, (lane,)) == {"lane-7": "obtain_build"}


def test_an_unknown_activity_is_added() -> None:
    view = streams.new_document()
    lane = Lane(id="lane-7", name="Sell", color="#123456")
    after, made = pasted(view, view.streams[0].id, (lane, Step(id="s", stream="x", lane="lane-7")))
    assert [lane.name for lane in after.lanes][-1] == "Sell"
    assert after.get(made["s"], Step).lane == after.lanes[-1].id
    assert clipboard.matched_lanes(view, (lane,)) == {}


def test_letters_of_another_set_come_along() -> None:
    settings = DocumentSettings(
        raci_letters=(*DocumentSettings().raci_letters, RaciLetter(letter="S", name="Supports"))
    )
    source, _, (a, *_) = chain()
    draft = Draft(Snapshot((*(r for r in source.records.values() if r.id != "document"), settings)))
    role = roles.add_role(draft, "Helper")
    raci.set_letters(draft, a, role, "S")
    target = streams.new_document()
    after, made = pasted(target, target.streams[0].id, clipboard.excerpt(draft.view, [a]))
    assert after.get(made[a], Step).raci[0].letters == "S"
    assert [entry.letter for entry in after.settings.raci_letters] == ["R", "A", "C", "I", "S"]


def test_corners_go_along_when_both_ends_move_alike() -> None:
    view, stream, (_, b, c) = chain()
    draft = Draft(view)
    flow = next(flow for flow in view.flows(stream) if flow.source == b and flow.target == c)
    draft.update(flow.id, bends=(Bend(lane="plan", x=100.0, y=50.0),))
    view = draft.view
    records = clipboard.excerpt(view, [b, c])
    together = {id: Place("plan", view.get(id, Step).x + 30, view.get(id, Step).y + 40) for id in (b, c)}
    after, made = pasted(view, stream, records, together)
    assert after.get(made[flow.id], Flow).bends == (Bend(lane="plan", x=130.0, y=90.0),)
    apart = together | {c: Place("plan", 2000.0, 20.0)}
    after, made = pasted(view, stream, records, apart)
    assert after.get(made[flow.id], Flow).bends == ()


def test_hostile_records_leave_nothing_dangling() -> None:
    view = streams.new_document()
    records: tuple[Record, ...] = (
        Step(
            id="a",
            stream="nowhere",
            lane="nowhere",
            further_lanes=("gone", "plan", "plan"),
            tasks=(Task(id="t", indent=1), Task(id="t")),
            raci=(RaciMark(role="ghost", letters="R"), RaciMark(role="ghost", letters="XYZ")),
            tools=(ToolUse(tool="ghost"),),
            substream=view.streams[0].id,
            variant_of="ghost",
            facet="ghost",
        ),
        Flow(id="f", stream="nowhere", source="a", target="a"),
        Flow(id="g", stream="nowhere", source="a", target="ghost"),
        Note(id="n", stream="nowhere", lane="engage", x=-1e6, y=-1e6),
        Terminal(id="demand", stream="nowhere", lane="engage", kind=TerminalKind.DEMAND),
        Phase(id="p", stream="nowhere"),
        Role(id="unused", name="Nobody needs me"),
    )
    after, made = pasted(view, view.streams[0].id, records)
    assert not dangling(after)
    assert set(made) == {"a", "n", "p"}
    copy = after.get(made["a"], Step)
    assert (copy.raci, copy.tools, copy.substream, copy.facet) == ((), (), "", "")
    assert len({task.id for task in copy.tasks}) == 2
    assert copy.tasks[0].indent == 0
    assert after.roles == ()


def test_phases_stand_side_by_side_after_a_paste() -> None:
    view = sample()
    stream = next(stream.id for stream in view.streams if view.phases(stream.id))
    records = clipboard.excerpt(view, [phase.id for phase in view.phases(stream)])
    after, made = pasted(view, stream, records)
    spans = sorted((phase.x, phase.x + phase.width) for phase in after.phases(stream))
    assert len(spans) == 2 * len(made)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
    assert all(after.get(made[id], Phase).name == view.get(id, Phase).name for id in made)


def test_bare_steps_have_names_and_activities_only() -> None:
    view = sample()
    records = clipboard.bare(clipboard.excerpt(view, [step.id for step in view.steps(view.streams[0].id)]))
    assert {type(record) for record in records} == {Step, Lane}
    assert all(not step.tasks and not step.raci and step.name for step in records if isinstance(step, Step))


@given(documents(), documents(), st.data())
def test_any_part_of_any_document_fits_into_any_other(
    source: Snapshot, target: Snapshot, data: st.DataObject
) -> None:
    ids = [record.id for record in source.records.values()]
    records = clipboard.excerpt(source, data.draw(st.lists(st.sampled_from(ids), unique=True)))
    stream = data.draw(st.sampled_from(target.streams)).id
    before = len(target.steps(stream))
    after, made = pasted(target, stream, records)
    assert not dangling(after)
    chosen = [record for record in records if isinstance(record, Step)]
    assert len(after.steps(stream)) == before + len(chosen)
    assert all(made[step.id] in after for step in chosen)
    assert [step.order for step in after.steps(stream)] == list(range(before + len(chosen)))
