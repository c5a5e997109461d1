"""Changes: taking back, joining, what they touch."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.graph import STREAM, graph
from tests.repeatable import repeatable_ids
from tests.strategies import change_of, documents
from vsdesigner.document.change import Change
from vsdesigner.document.document import Document, StaleChangeError
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Step


@given(documents(), st.data())
def test_a_change_and_its_inverse(view: Snapshot, data: st.DataObject) -> None:
    with repeatable_ids(3_000):
        change = change_of(view, data)
    after = view.evolve(change.result)
    assert after.evolve(change.inverse().result) == view
    assert change.inverse().inverse() == change
    assert change.touched == change.inverse().touched
    assert bool(change) == (after != view)


@given(documents(), st.data())
def test_one_change_for_several(view: Snapshot, data: st.DataObject) -> None:
    with repeatable_ids(4_000):
        first = change_of(view, data)
        middle = view.evolve(first.result)
        second = data.draw(st.sampled_from([first.inverse(), change_of(middle, data)]))
    joined = first.followed_by(second)
    assert joined.label == first.label
    assert view.evolve(joined.result) == middle.evolve(second.result)
    document = Document(view)
    document.apply(joined)
    document.apply(joined.inverse())
    assert document.now == view
    assert not first.followed_by(first.inverse())


def test_joining_in_all_orders() -> None:
    a, b, c = (Step(id="x", stream="s", lane="l", name=name) for name in "abc")
    adding, updating = Change("Add", added={"x": a}), Change("Update", updated={"x": (a, b)})
    removing = Change("Remove", removed={"x": b})
    assert adding.followed_by(updating) == Change("Add", added={"x": b})
    assert updating.followed_by(removing) == Change("Update", removed={"x": a})
    assert not adding.followed_by(Change("Remove", removed={"x": a}))
    assert removing.followed_by(Change("Add", added={"x": c})) == Change("Remove", updated={"x": (b, c)})
    assert not removing.followed_by(Change("Add", added={"x": b}))
    assert updating.followed_by(Change("Update", updated={"x": (b, c)})) == Change(
        "Update", updated={"x": (a, c)}
    )


def test_result_and_records() -> None:
    a, b, c, d = (Step(id=id, stream="s", lane="l") for id in "abcd")
    other = b.model_copy(update={"name": "new"})
    change = Change("All", added={"a": a}, updated={"b": (b, other)}, removed={"c": c})
    assert change.result == {"a": a, "b": other, "c": None}
    assert set(map(id, change.records)) == set(map(id, (a, b, other, c)))
    assert d.id not in change.touched
    assert not Change("Nothing")


# -- the one door ---------------------------------------------------------------------------------------
def renaming(view: Snapshot, name: str) -> Change:
    draft = Draft(view)
    draft.update("a", name=name)
    return draft.to_change("Rename")


def test_listeners_hear_each_change_once_in_their_order() -> None:
    document = Document(graph("D>a a>V"))
    heard: list[str] = []
    stop = document.subscribe(lambda change: heard.append(f"1 {change.label}"))
    document.subscribe(lambda change: heard.append(f"2 {change.label}"))
    document.apply(renaming(document.now, "x"))
    stop()
    stop()
    document.apply(renaming(document.now, "y"))
    document.apply(Change("Nothing"))
    assert heard == ["1 Rename", "2 Rename", "2 Rename"]


def test_a_failing_listener_does_not_keep_the_others_from_hearing(monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document(graph("D>a"))
    reported: list[type[BaseException]] = []
    heard: list[Change] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, error, trace: reported.append(kind))
    document.subscribe(lambda change: 1 / 0 and None)
    document.subscribe(heard.append)
    change = renaming(document.now, "x")
    document.apply(change)
    assert reported == [ZeroDivisionError]
    assert heard == [change]
    assert document.now.get("a", Step).name == "x"


def test_a_change_for_another_state_is_refused_and_nothing_happens() -> None:
    view = graph("D>a a>b")
    change = renaming(view, "x")
    draft = Draft(view)
    draft.remove("b")
    removing = draft.to_change("Remove")
    document = Document(view)
    document.apply(renaming(view, "y"))
    before = document.now
    heard: list[Change] = []
    document.subscribe(heard.append)
    for stale in (
        change,
        Change("Add", added={"a": view.get("a", Step)}),
        Change("R", removed={"z": before.records["b"]}),
    ):
        with pytest.raises(StaleChangeError):
            document.apply(stale)
    assert document.now is before
    assert heard == []
    document.apply(removing)
    with pytest.raises(StaleChangeError):
        document.apply(removing)


def test_replacing_tells_nobody() -> None:
    document = Document()
    document.subscribe(lambda change: pytest.fail("told"))
    document.replace(graph("D>a"))
    assert STREAM in document.now


def test_a_movement_is_known() -> None:
    view = graph("D>a a>b b>V")

    def change(**fields: object) -> Change:
        draft = Draft(view)
        draft.update("a", **fields)
        draft.update("b", y=300.0)
        return draft.to_change("Change")

    assert change(x=5.0).is_movement
    assert change(x=5.0).inverse().is_movement
    assert not change(lane="improve").is_movement
    assert not change(x=5.0, name="Other").is_movement
    assert not Change("Add", added={"x": Step(id="x", stream=STREAM, lane="plan")}).is_movement
    assert not Change("Remove", removed={"a": view.get("a", Step)}).is_movement
