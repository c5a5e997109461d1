"""Adding a step behind another one."""

from __future__ import annotations

import pytest

from tests.sample import sample
from vsdesigner.commands.behind import add_behind
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Step
from vsdesigner.resource import resource_path
from vsdesigner.storage.documents import read


def numbered(view: Snapshot, number: int) -> Step:
    return next(step for step in view.steps(view.streams[0].id) if view.number(step.id) == number)


def test_into_the_flow_that_is_named() -> None:
    draft = Draft(sample())
    source, target = numbered(sample(), 1), numbered(sample(), 2)
    way = next(flow.id for flow in sample().outgoing(source.id) if flow.target == target.id)
    made = add_behind(draft, source.id, way)
    after = complete(draft).view
    assert [flow.source for flow in after.incoming(made)] == [source.id]
    assert [flow.target for flow in after.outgoing(made)] == [target.id]
    assert after.get(made, Step).lane == source.lane


def test_what_stands_to_the_right_makes_room() -> None:
    draft = Draft(sample())
    source, target = numbered(sample(), 1), numbered(sample(), 2)
    way = next(flow.id for flow in sample().outgoing(source.id) if flow.target == target.id)
    made = add_behind(draft, source.id, way)
    assert source.x < draft.get(made, Step).x < draft.get(target.id, Step).x
    assert draft.get(target.id, Step).x > target.x


def test_without_a_way_it_is_only_connected() -> None:
    draft = Draft(sample())
    source, target = numbered(sample(), 1), numbered(sample(), 2)
    made = add_behind(draft, source.id)
    assert [flow.source for flow in draft.view.incoming(made)] == [source.id]
    assert draft.view.outgoing(made) == ()
    assert draft.get(target.id, Step) == target


@pytest.mark.parametrize("name", ["cloud-service", "three-phases", "coffee-shop"])
def test_no_number_before_it_jumps(name: str) -> None:
    view = read(resource_path("examples", f"{name}.vstream")).snapshot
    for stream in view.streams:
        numbers = {step.id: view.number(step.id) for step in view.steps(stream.id)}
        for source in numbers:
            for way in ("", *(flow.id for flow in view.outgoing(source) if flow.source == source)):
                draft = Draft(view)
                made = add_behind(draft, source, way)
                after = complete(draft).view
                new = after.number(made)
                assert new > numbers[source]
                assert all(after.number(id) == n + (n >= new) for id, n in numbers.items()), (source, way)
