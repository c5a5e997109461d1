"""Following a role, practice, tool or activity through a stream."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.build import STREAM, edited, graph, hours, marks, sound
from tests.strategies import documents
from vsdesigner.analysis.lens import (
    Lens,
    LensKind,
    Occurrence,
    at_step,
    exists,
    lenses,
    name_of,
    seen_through,
)
from vsdesigner.analysis.times import path_times
from vsdesigner.document.snapshot import MissingRecordError, Snapshot
from vsdesigner.model.parts import RaciMark, Task
from vsdesigner.model.records import Practice

ROLE, PRACTICE, TOOL, ACTIVITY = LensKind


def steps_of(view: Snapshot, lens: Lens) -> tuple[str, ...]:
    return seen_through(view, STREAM, lens).steps


# -- where a thing occurs -----------------------------------------------------------------------------------
def test_a_role_is_where_it_holds_a_letter() -> None:
    sight = seen_through(sound(), STREAM, Lens(ROLE, "client"))
    assert sight.occurrences == (Occurrence("first", "C"), Occurrence("second", "I"))
    assert steps_of(sound(), Lens(ROLE, "desk")) == ("second",)


def test_a_role_is_also_where_a_task_names_it() -> None:
    task = Task(id="give", text="Give it", raci=marks(engineer="R"))
    view = edited(sound(), "second", tasks=(task,))
    assert steps_of(view, Lens(ROLE, "engineer")) == ("first", "second")


def test_letters_of_step_and_tasks_come_together_in_the_order_of_the_set() -> None:
    tasks = (
        Task(id="one", text="", raci=marks(lead="R")),
        Task(
            id="two", text="", raci=(RaciMark(role="lead", letters="I/R"), RaciMark(role="desk", letters="C"))
        ),
    )
    view = edited(sound(), "second", tasks=tasks, raci=(RaciMark(role="lead", letters="Z/A"),))
    assert seen_through(view, STREAM, Lens(ROLE, "lead")).occurrences[-1] == Occurrence("second", "R/A/I/Z")


def test_practice_tool_and_activity() -> None:
    view = sound()
    assert steps_of(view, Lens(PRACTICE, "it_asset_management")) == ("second",)
    assert steps_of(view, Lens(TOOL, "meetings")) == ("first",)
    assert steps_of(view, Lens(ACTIVITY, "engage")) == ("first", "second")
    assert all(not entry.letters for entry in seen_through(view, STREAM, Lens(TOOL, "meetings")).occurrences)


def test_a_step_that_serves_an_activity_further_counts_for_it() -> None:
    view = edited(sound(), "second", further_lanes=("improve", "engage"))
    assert steps_of(view, Lens(ACTIVITY, "improve")) == ("second",)
    assert steps_of(view, Lens(ACTIVITY, "engage")) == ("first", "second")


def test_the_order_is_that_of_the_numbers() -> None:
    view = edited(edited(sound(), "first", order=5), "second", order=2)
    sight = seen_through(view, STREAM, Lens(ROLE, "lead"))
    assert sight.steps == ("second", "first")
    assert [sight.place(id) for id in ("second", "first", "demand")] == [1, 2, 0]


@pytest.mark.parametrize("kind", LensKind)
def test_of_what_is_unknown_nothing_is_seen(kind: LensKind) -> None:
    view = edited(sound(), "first", raci=marks(ghost="R"))
    assert seen_through(view, STREAM, Lens(kind, "ghost")).steps == ()
    assert not exists(view, Lens(kind, "ghost"))
    assert seen_through(sound(), STREAM, Lens(ROLE, "meetings")).steps == ()  # a tool is no role


def test_a_stream_that_is_not_there() -> None:
    with pytest.raises(MissingRecordError):
        seen_through(sound(), "other", Lens(ROLE, "lead"))


# -- shares -------------------------------------------------------------------------------------------------
def test_the_shares_of_steps_and_time() -> None:
    view = graph(
        dict.fromkeys(("demand>a", "a>b", "b>c", "c>d", "d>value")),
        {
            "a": {"process_time": hours(2), "wait_time": hours(1), "raci": marks(x="R")},
            "b": {"process_time": hours(1)},
            "c": {"wait_time": hours(8)},
            "d": {},
        },
    )
    view = view.evolve({"x": sound().get("desk", type(sound().roles[0])).model_copy(update={"id": "x"})})
    sight = seen_through(view, STREAM, Lens(ROLE, "x"))
    assert (sight.all_steps, sight.share_of_steps) == (4, 0.25)
    assert sight.share_of_time == pytest.approx(3 / 12)


def test_the_share_of_time_has_the_base_of_the_totals() -> None:
    """Where value has arisen a step may wait for a week: totals leave that out, and so do shares."""
    view = graph(
        dict.fromkeys(("demand>a", "a>b", "b>value", "b>after")),
        {
            "a": {"process_time": hours(3), "raci": marks(desk="R")},
            "b": {"process_time": hours(1), "raci": marks(desk="I")},
            "after": {"wait_time": hours(40), "raci": marks(lead="A")},
        },
    )
    known = {role.id: role for role in sound().roles}
    view = view.evolve(known)
    total = path_times(view, STREAM).lead.likely
    desk, lead = (seen_through(view, STREAM, Lens(ROLE, id)) for id in ("desk", "lead"))
    assert desk.share_of_time == pytest.approx(4 / total)
    assert (desk.share_of_time, desk.on_path, desk.working) == (1.0, 2, 1)
    assert (lead.share_of_time, lead.on_path, lead.working) == (0.0, 0, 1)


def test_without_times_nothing_is_said_of_them() -> None:
    sight = seen_through(sound(), STREAM, Lens(ROLE, "lead"))
    assert sight.share_of_time is None
    assert sight.share_of_steps == 1.0


def test_a_stream_without_steps() -> None:
    sight = seen_through(graph([], {}), STREAM, Lens(ACTIVITY, "engage"))
    assert (sight.steps, sight.share_of_steps, sight.share_of_time) == ((), 0.0, None)


# -- what is offered ----------------------------------------------------------------------------------------
def test_what_occurs_is_offered_kind_by_kind_with_counts() -> None:
    offers = [(offer.lens.kind, offer.name, offer.count) for offer in lenses(sound(), STREAM)]
    assert offers == [
        (ROLE, "Client", 2),
        (ROLE, "Lead", 2),
        (ROLE, "Engineer", 1),
        (ROLE, "Desk", 1),
        (PRACTICE, "IT asset management", 1),
        (PRACTICE, "Service desk", 1),
        (TOOL, "Meeting tools", 1),
        (ACTIVITY, "Engage", 2),
    ]


def test_activities_keep_the_order_of_the_chain() -> None:
    view = edited(sound(), "first", lane="improve", further_lanes=("plan",))
    view = edited(view, "second", lane="improve")
    offered = [offer.lens.id for offer in lenses(view, STREAM) if offer.lens.kind is ACTIVITY]
    order = [lane.id for lane in view.lanes]
    assert offered == sorted(("improve", "plan"), key=order.index)


def test_an_own_practice_is_followed_by_its_name() -> None:
    view = edited(sound(), "first", practices=({"practice": "own"},))
    view = view.evolve({"own": Practice(id="own", name="Coffee making")})
    lens = Lens(PRACTICE, "own")
    assert name_of(view, lens) == "Coffee making"
    assert lens in [offer.lens for offer in lenses(view, STREAM)]


def test_what_a_step_has_to_be_followed() -> None:
    assert at_step(sound(), "first") == (
        Lens(ROLE, "client"),
        Lens(ROLE, "engineer"),
        Lens(ROLE, "lead"),
        Lens(PRACTICE, "service_desk"),
        Lens(TOOL, "meetings"),
        Lens(ACTIVITY, "engage"),
    )
    assert at_step(sound(), "demand") == at_step(sound(), "nothing") == ()


# -- every document -----------------------------------------------------------------------------------------
@settings(max_examples=60, deadline=None)
@given(documents(), st.data())
def test_offers_and_sights_agree(view: Snapshot, data: st.DataObject) -> None:
    stream = data.draw(st.sampled_from(view.streams)).id
    ids = [step.id for step in view.steps(stream)]
    offers = lenses(view, stream)
    assert len({offer.lens for offer in offers}) == len(offers)
    for offer in offers:
        sight = seen_through(view, stream, offer.lens)
        assert len(sight.steps) == offer.count > 0
        assert list(sight.steps) == [id for id in ids if sight.place(id)]
        assert [sight.place(id) for id in sight.steps] == list(range(1, offer.count + 1))
        assert sight.all_steps == len(ids)
        assert 0 < sight.share_of_steps <= 1
        assert sight.share_of_time is None or 0 <= sight.share_of_time <= 1 + 1e-9
        assert all(bool(entry.letters) == (offer.lens.kind is ROLE) for entry in sight.occurrences)
        assert all(offer.lens in at_step(view, id) for id in sight.steps)
    shares = [
        seen_through(view, stream, offer.lens).share_of_time
        for offer in offers
        if offer.lens.kind is ACTIVITY
    ]
    told = [share for share in shares if share is not None]
    assert not told or sum(told) >= 1 - 1e-6  # every step serves an activity
    unknown = Lens(data.draw(st.sampled_from(LensKind)), data.draw(st.text(max_size=8)))
    if not exists(view, unknown):
        assert seen_through(view, stream, unknown).steps == ()
