"""What came and went on one side while the other side worked on it."""

from __future__ import annotations

from tests.document.merging.build import (
    BASE,
    FIRST,
    FOURTH,
    OTHER,
    SECOND,
    STREAM,
    THIRD,
    both,
    made,
    merged,
    nothing,
    step,
    update,
)
from vsdesigner.commands import elements, flows, raci, roles, steps, streams
from vsdesigner.document.draft import Draft
from vsdesigner.document.merging import Side, become, differences, merge, resolved
from vsdesigner.document.references import dangling
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.dimensions import CARD_WIDTH, STEP_GAP
from vsdesigner.model.parts import RaciMark
from vsdesigner.model.place import Place
from vsdesigner.model.records import (
    Flow,
    Lane,
    Note,
    Numbering,
    Phase,
    Role,
    Step,
    Stream,
    Terminal,
    TerminalKind,
)

ENGINEER = step(BASE).raci[0].role


def delete(*ids: str) -> object:
    return lambda draft: elements.delete(draft, list(ids), heal=True)


def ways(view: Snapshot) -> set[tuple[str, str]]:
    return {(flow.source, flow.target) for flow in view.flows(STREAM)}


# -- steps and flows ----------------------------------------------------------------------------------------
def test_what_one_side_removed_goes() -> None:
    outcome = merged(nothing, delete(FOURTH))
    assert FOURTH not in outcome.snapshot
    assert outcome.snapshot == made(delete(FOURTH), 2)


def test_a_step_removed_here_and_changed_there_stays_with_its_flows() -> None:
    edits = delete(SECOND), update(SECOND, name="Changed")
    outcome = merged(*edits)
    assert step(outcome.snapshot, SECOND).name == "Changed"
    assert {(FIRST, SECOND), (SECOND, THIRD)} <= ways(outcome.snapshot)
    (conflict,) = outcome.conflicts
    assert (conflict.key, conflict.field, conflict.ours, conflict.theirs) == (SECOND, "", "", "Changed")
    assert (FIRST, THIRD) not in ways(outcome.snapshot)  # the gap is not closed any more
    gone = resolved(*both(*edits), {SECOND: Side.OURS})
    assert gone == made(delete(SECOND), 1)
    assert SECOND in resolved(*both(*edits), {SECOND: Side.THEIRS})


def test_a_removal_of_theirs_that_is_refused_leaves_step_and_flows() -> None:
    for heal in (False, True):
        three = both(nothing, lambda draft, heal=heal: elements.delete(draft, [SECOND], heal=heal))
        assert resolved(*three, {SECOND: Side.OURS}) == BASE


def test_a_moved_card_is_no_reason_to_keep_it() -> None:
    outcome = merged(delete(SECOND), update(SECOND, x=2_000.0))
    assert SECOND not in outcome.snapshot
    assert not outcome.conflicts


def test_a_flow_goes_with_the_end_that_the_other_removed() -> None:
    outcome = merged(
        lambda draft: elements.delete(draft, [FOURTH], heal=False),
        lambda draft: flows.connect(draft, FIRST, FOURTH),
    )
    assert FOURTH not in outcome.snapshot
    assert not dangling(outcome.snapshot)
    assert not outcome.conflicts
    assert [entry.text for entry in outcome.taken] == [
        f"The flow from “{step(BASE, FIRST).name}” to “{step(BASE, FOURTH).name}”"
        " goes with what was removed at one of its ends."
    ]


def test_steps_added_by_both_are_both_there_and_numbered() -> None:
    outcome = merged(
        lambda draft: steps.append(draft, FIRST, "plan", "Ours"),
        lambda draft: steps.append(draft, THIRD, "engage", "Theirs"),
    )
    found = outcome.snapshot.steps(STREAM)
    assert {"Ours", "Theirs"} <= {step.name for step in found}
    assert [step.order for step in found] == list(range(6))
    assert not outcome.conflicts
    end = outcome.snapshot.terminal(STREAM, TerminalKind.VALUE)
    assert all(end.x > step.x for step in found)


def test_cards_that_both_put_into_one_place_are_moved_apart() -> None:
    place = Place("plan", 1_500.0, 40.0)
    outcome = merged(
        lambda draft: steps.add(draft, STREAM, place, "Ours"),
        lambda draft: (
            steps.add(draft, STREAM, place, "Theirs"),
            draft.update("phase-1", x=1_400.0, width=300.0),
            draft.update("note-1", x=1_600.0),
        ),
    )
    assert not outcome.conflicts
    left, right = sorted(
        (step for step in outcome.snapshot.steps(STREAM) if step.name in ("Ours", "Theirs")),
        key=lambda step: step.x,
    )
    assert left.x == 1_500.0
    assert right.x == 1_500.0 + CARD_WIDTH + STEP_GAP / 2
    gap = right.x - left.x
    assert outcome.snapshot.get("note-1", Note).x == 1_600.0 + gap
    assert outcome.snapshot.get("phase-1", Phase).width == 300.0 + gap
    assert outcome.snapshot.terminal(STREAM, TerminalKind.VALUE).x > right.x + CARD_WIDTH
    for id in (FIRST, SECOND, THIRD, FOURTH):
        assert step(outcome.snapshot, id).x == step(BASE, id).x


def test_cards_that_a_side_has_on_each_other_stay_so() -> None:
    x, y = step(BASE, THIRD).x, step(BASE, THIRD).y
    lane = step(BASE, THIRD).lane
    outcome = merged(update(FOURTH, lane=lane, x=x + 20, y=y), update(FIRST, name="Theirs"))
    assert step(outcome.snapshot, FOURTH).x == x + 20


def test_a_flow_whose_ends_were_moved_by_one_side_each_leads_to_no_circle() -> None:
    flow = next(flow.id for flow in BASE.outgoing(SECOND) if flow.target == THIRD)
    edits = update(flow, source=FOURTH), update(flow, target=FOURTH)
    outcome = merged(*edits)
    found = outcome.snapshot.get(flow, Flow)
    assert (found.source, found.target) == (FOURTH, THIRD)
    (conflict,) = outcome.conflicts
    found = resolved(*both(*edits), {conflict.key: Side.THEIRS}).get(flow, Flow)
    assert (found.source, found.target) == (SECOND, FOURTH)
    demand, value = (BASE.terminal(STREAM, kind).id for kind in (TerminalKind.DEMAND, TerminalKind.VALUE))
    outcome = merged(update(flow, source=demand), update(flow, target=value))
    found = outcome.snapshot.get(flow, Flow)
    assert (found.source, found.target) == (demand, THIRD)
    assert [entry.key for entry in outcome.conflicts] == [f"{flow}/target"]
    outcome = merged(update(flow, source=FIRST), update(flow, target=FOURTH))  # both at once make sense
    found = outcome.snapshot.get(flow, Flow)
    assert (found.source, found.target) == (FIRST, FOURTH)
    assert not outcome.conflicts


def test_the_same_flow_drawn_by_both_is_one() -> None:
    outcome = merged(
        lambda draft: flows.connect(draft, FIRST, FOURTH, label="fast"),
        lambda draft: flows.connect(draft, FIRST, FOURTH),
    )
    (flow,) = [
        flow for flow in outcome.snapshot.flows(STREAM) if (flow.source, flow.target) == (FIRST, FOURTH)
    ]
    assert flow.label == "fast"
    assert not outcome.conflicts


def test_an_order_given_by_hand_that_both_changed_is_a_conflict() -> None:
    base = made(update(STREAM, numbering=Numbering.MANUAL), 3)
    outcome = merged(
        lambda draft: steps.reorder(draft, FOURTH, 0), lambda draft: steps.reorder(draft, FOURTH, 1), base
    )
    assert [step.id for step in outcome.snapshot.steps(STREAM)] == [FOURTH, FIRST, SECOND, THIRD]
    assert [entry.key for entry in outcome.conflicts] == [f"{STREAM}/steps/*"]
    outcome = merged(
        lambda draft: (draft.update(STREAM, numbering=Numbering.MANUAL), steps.reorder(draft, FOURTH, 0)),
        lambda draft: steps.place(draft, {FOURTH: Place("plan", 0, 40), FIRST: Place("plan", 3_000, 40)}),
    )  # what the numbering did by itself is no order given by hand
    assert [step.id for step in outcome.snapshot.steps(STREAM)] == [FOURTH, FIRST, SECOND, THIRD]
    assert not outcome.conflicts
    outcome = merged(
        lambda draft: steps.reorder(draft, FOURTH, 0),
        lambda draft: steps.add(draft, STREAM, Place("plan", 900, 40), "New"),
        base,
    )
    assert not outcome.conflicts
    assert [step.order for step in outcome.snapshot.steps(STREAM)] == list(range(5))


# -- what is shared -----------------------------------------------------------------------------------------
def test_a_role_made_by_both_is_one_and_both_use_it() -> None:
    def with_role(name: str, letters: str, id: str) -> object:
        def edit(draft: Draft) -> None:
            raci.set_letters(draft, id, roles.add_role(draft, name), letters)

        return edit

    outcome = merged(with_role("Service desk", "R", FIRST), with_role("service  Desk", "I", SECOND))
    view = outcome.snapshot
    (role,) = [role for role in view.roles if role.name.casefold().startswith("service")]
    assert [mark.role for mark in (*step(view, FIRST).raci, *step(view, SECOND).raci)] == [role.id] * 2
    assert not outcome.conflicts


def test_a_role_removed_here_and_used_there_stays() -> None:
    def use(draft: Draft) -> None:
        draft.update(FIRST, raci=(RaciMark(role=ENGINEER, letters="R"),))

    edits = (lambda draft: roles.remove_role(draft, ENGINEER)), use
    outcome = merged(*edits)
    assert ENGINEER in outcome.snapshot
    assert [mark.role for mark in step(outcome.snapshot, FIRST).raci] == [ENGINEER]
    assert not step(outcome.snapshot).raci  # where only the removal touched it, it is gone
    assert [entry.key for entry in outcome.conflicts] == [ENGINEER]
    gone = resolved(*both(*edits), {ENGINEER: Side.OURS})
    assert ENGINEER not in gone
    assert not step(gone, FIRST).raci
    assert not dangling(gone)


def test_a_role_removed_here_while_nobody_asked_for_it_goes() -> None:
    outcome = merged(lambda draft: roles.remove_role(draft, ENGINEER), update(THIRD, name="Changed"))
    assert ENGINEER not in outcome.snapshot
    assert not outcome.conflicts


def test_a_lane_removed_here_with_a_new_step_there_stays() -> None:
    outcome = merged(
        lambda draft: draft.remove("obtain_build"),
        lambda draft: steps.add(draft, STREAM, Place("obtain_build", 900, 40), "New"),
    )
    assert isinstance(outcome.snapshot.find("obtain_build"), Lane)
    assert [entry.key for entry in outcome.conflicts] == ["obtain_build"]
    assert not dangling(outcome.snapshot)


# -- streams ------------------------------------------------------------------------------------------------
def test_a_new_stream_is_one_difference() -> None:
    outcome = merged(nothing, lambda draft: streams.add(draft, "Third"))
    (taken,) = outcome.taken
    assert taken.text == "The stream “Third” is added."
    assert resolved(*both(nothing, lambda draft: streams.add(draft, "Third")), {taken.key: Side.OURS}) == BASE


def test_a_stream_removed_here_and_worked_on_there_stays_whole() -> None:
    inside = BASE.steps(OTHER)[0].id
    edits = (lambda draft: streams.delete(draft, OTHER)), update(inside, name="Worked on")
    outcome = merged(*edits)
    assert step(outcome.snapshot, inside).name == "Worked on"
    assert len(outcome.snapshot.terminals(OTHER)) == 2
    assert [entry.key for entry in outcome.conflicts] == [OTHER]
    assert resolved(*both(*edits), {OTHER: Side.OURS}) == made(lambda draft: streams.delete(draft, OTHER), 1)


def test_two_ends_of_a_kind_become_one() -> None:
    """A file without demand is repaired on both sides, each time with another id."""
    demand = BASE.terminal(STREAM, TerminalKind.DEMAND)

    def replaced(view: Snapshot, id: str) -> Snapshot:
        changed = {demand.id: None, id: demand.model_copy(update={"id": id})}
        for flow in view.outgoing(demand.id):
            changed[flow.id] = flow.model_copy(update={"source": id})
        return view.evolve(changed)

    ours, theirs = replaced(BASE, "demand-a"), replaced(BASE, "demand-b")
    outcome = merge(BASE, ours, theirs)
    ends = [end for end in outcome.snapshot.terminals(STREAM) if end.kind is TerminalKind.DEMAND]
    assert [end.id for end in ends] == ["demand-a"]
    assert not dangling(outcome.snapshot)
    assert outcome.snapshot.outgoing("demand-a")


def test_an_end_that_finds_its_place_by_itself_is_nothing_to_ask_about() -> None:
    outcome = merged(
        lambda draft: steps.append(draft, FOURTH, "plan", "Ours"),
        lambda draft: steps.append(draft, FIRST, "plan", "Theirs"),
    )
    end = BASE.terminal(STREAM, TerminalKind.VALUE).id
    assert not [entry for entry in (*outcome.taken, *outcome.conflicts) if entry.record == end]
    assert outcome.snapshot.get(end, Terminal).x > max(step.x for step in outcome.snapshot.steps(STREAM))


def test_an_end_keeps_the_row_in_which_a_side_left_it() -> None:
    """The first flow brings it level with its step; that the step moved on later is no reason to follow."""
    demand = BASE.terminal(OTHER, TerminalKind.DEMAND)
    inside = BASE.steps(OTHER)[0].id
    first = made(lambda draft: flows.connect(draft, demand.id, inside), 1)
    ours = made(update(inside, lane="plan"), 1, first)
    assert ours.get(demand.id, Terminal).lane != "plan"
    theirs = made(lambda draft: steps.add(draft, OTHER, Place("engage", 900, 40), "Theirs"), 2)
    for merge_ in (merge(BASE, ours, theirs), merge(BASE, theirs, ours)):
        found = merge_.snapshot.get(demand.id, Terminal)
        assert (found.lane, found.y) == (ours.get(demand.id, Terminal).lane, ours.get(demand.id, Terminal).y)


def test_an_end_pinned_by_one_side_stands_where_it_was_pinned() -> None:
    end = BASE.terminal(STREAM, TerminalKind.VALUE).id
    outcome = merged(
        update(end, pinned=True, x=3_000.0, lane="plan"),
        lambda draft: steps.append(draft, FOURTH, "plan", "Theirs"),
    )
    found = outcome.snapshot.get(end, Terminal)
    assert (found.pinned, found.x, found.lane) == (True, 3_000.0, "plan")
    assert not outcome.conflicts


# -- the whole ----------------------------------------------------------------------------------------------
def test_a_draft_becomes_the_outcome_in_one_change() -> None:
    base, ours, theirs = both(
        lambda draft: steps.append(draft, FIRST, "plan", "Ours"),
        lambda draft: elements.delete(draft, [THIRD], heal=True),
    )
    outcome = merge(base, ours, theirs).snapshot
    draft = Draft(ours)
    become(draft, outcome)
    assert ours.evolve(draft.to_change("Together").result) == outcome


def test_differences_come_in_the_order_of_streams_steps_and_fields() -> None:
    def edit(draft: Draft) -> None:
        draft.update(FOURTH, name="Four")
        draft.update(BASE.steps(OTHER)[0].id, name="Else")
        draft.update(FIRST, qualifier="q", name="One")
        draft.update(STREAM, owner="")
        roles.add_role(draft, "Somebody")

    found = differences(BASE, made(edit, 1))
    kinds = [type(BASE.find(entry.record)) for entry in found]
    assert kinds == [type(None), Stream, Step, Step, Step, Step]
    assert [entry.field for entry in found[2:4]] == ["name", "qualifier"]
    assert isinstance(made(edit, 1).find(found[0].record), Role)
    assert differences(BASE, BASE) == ()
    assert not [entry for entry in found if isinstance(BASE.find(entry.record), Flow)]
