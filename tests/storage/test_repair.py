"""Repairs: what can be put right is put right, and every time it is said."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample import sample
from tests.storage.bad_files import Tree, good_tree
from tests.strategies import documents
from vsdesigner.document.references import dangling, missing_terminals
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Flow, Lane, Record, Step, Stream, TerminalKind
from vsdesigner.storage.json_format import decode, encode
from vsdesigner.storage.repair import repaired


def texts(tree: Tree) -> tuple[Snapshot, list[str]]:
    loaded = decode(json.dumps(tree).encode(), "x")
    return loaded.snapshot, [problem.text for problem in loaded.problems]


def step_row(tree: Tree) -> dict[str, Any]:
    """The sample's richest step."""
    row: dict[str, Any] = next(row for row in tree["steps"] if "tasks" in row)
    return row


def without(section: str, *ids: str) -> Callable[[Tree], None]:
    def change(tree: Tree) -> None:
        tree[section] = [row for row in tree[section] if row["id"] not in ids]

    return change


def lose_role(tree: Tree) -> None:
    tree["roles"] = [row for row in tree["roles"] if row["name"] != "Client"]


def lose_practice(tree: Tree) -> None:
    tree["practices"] = []


def lose_tool(tree: Tree) -> None:
    tree["tools"] = []


def unknown_substream(tree: Tree) -> None:
    step_row(tree).update(substream="stream-nowhere", variant_of="step-nowhere")


def unknown_lane(tree: Tree) -> None:
    step_row(tree)["lane"] = "lane-nowhere"


def lost_target(tree: Tree) -> None:
    tree["flows"][0]["target"] = "step-nowhere"


def flow_to_a_role(tree: Tree) -> None:
    tree["flows"][0]["target"] = tree["roles"][0]["id"]


def flow_into_another_stream(tree: Tree) -> None:
    other = tree["steps"][0]["stream"]
    foreign = next(row for row in tree["steps"] if row["stream"] != other)
    mine = next(row for row in tree["flows"] if row["stream"] == other)
    mine["target"] = foreign["id"]


def no_demand(tree: Tree) -> None:
    gone = [row["id"] for row in tree["terminals"] if row["kind"] == "demand"][:1]
    tree["terminals"] = [row for row in tree["terminals"] if row["id"] not in gone]
    tree["flows"] = [row for row in tree["flows"] if row["source"] not in gone]


def two_values(tree: Tree) -> None:
    stream = step_row(tree)["stream"]
    first = next(row for row in tree["terminals"] if row["kind"] == "value" and row["stream"] == stream)
    tree["terminals"].append({**first, "id": "value-zz"})
    tree["flows"].append(
        {"id": "flow-zz", "stream": first["stream"], "source": step_row(tree)["id"], "target": "value-zz"}
    )


def tasks_share_an_id(tree: Tree) -> None:
    tasks = step_row(tree)["tasks"]
    tasks[2]["id"] = tasks[0]["id"]


def empty_document(tree: Tree) -> None:
    for section in set(tree) - {"format", "version"}:
        del tree[section]


def no_lanes(tree: Tree) -> None:
    tree["lanes"] = []


def one_lane_of_six(tree: Tree) -> None:
    without("lanes", "plan")(tree)


def no_streams(tree: Tree) -> None:
    tree["streams"] = []


def stream_is_a_role(tree: Tree) -> None:
    step_row(tree)["stream"] = tree["roles"][0]["id"]


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (
            lose_role,
            ["Stream “Give people a picture”: names a role that", "Step “Step of design.*: names a role"],
        ),
        (
            lose_practice,
            [r"Step “Step of design.*: names a practice that is not in the file \(“practice-.*; the entry"],
        ),
        (
            lose_tool,
            [r"Step “Step of design.*: names a tool that is not in the file \(“tool-.*; the entry"],
        ),
        (
            unknown_substream,
            ["refers to a stream that is not in the file", "refers to a step that is not in the file"],
        ),
        (unknown_lane, ["stands in an activity that is not in the file; it goes to “Engage”"]),
        (lost_target, ["Flow from .* to “step-nowhere”: an end of it is not in the file; it is left out"]),
        (flow_to_a_role, ["Flow from .*: an end of it is not in the file; it is left out"]),
        (flow_into_another_stream, ["Flow from .* to “Look back”: its ends belong to another stream"]),
        (no_demand, ["Stream “.*”: demand is missing; it is added"]),
        (two_values, ["Stream “.*”: has 2 entries for value; they become one"]),
        (tasks_share_an_id, ["Step “.*”: two of its entries have one id; the second gets a new one"]),
        (
            one_lane_of_six,
            ["Step “Step of plan.*: stands in an activity that is not in the file; it goes to “Plan”"],
        ),
        (no_streams, ["entries belong to a stream that is not in the file: a stream without a name is made"]),
        (stream_is_a_role, ["Step “.*”: belongs to no stream; it is left out"]),
        (no_lanes, ["The document has no activities: the six of the service value chain are added"]),
        (
            empty_document,
            ["The document has no activities", "The document has no stream: an empty one is added"],
        ),
    ],
)
def test_repair(damage: Callable[[Tree], None], expected: list[str]) -> None:
    tree = good_tree()
    damage(tree)
    snapshot, found = texts(tree)
    for pattern in expected:
        assert any(re.search(pattern, text) for text in found), found
    assert dangling(snapshot) == []
    assert missing_terminals(snapshot) == []
    assert repaired(snapshot) == (snapshot, ()), "one repair is enough"


def test_a_whole_document_is_left_alone() -> None:
    view = sample()
    assert repaired(view) == (view, ())
    assert repaired(view)[0] is view


def test_only_the_lost_entries_go() -> None:
    """An id that is wrong in one field may be right in another."""
    tree = good_tree()
    row = step_row(tree)
    tool = row["tools"][0]["tool"]
    row["practices"] = [{"practice": tool}, {"practice": "service_desk"}]
    snapshot, found = texts(tree)
    step = snapshot.get(row["id"], Step)
    assert [use.tool for use in step.tools] == [tool]
    assert [use.practice for use in step.practices] == ["service_desk"]
    assert len(found) == 1


def test_nothing_is_lost_with_a_lost_stream() -> None:
    tree = good_tree()
    stream = step_row(tree)["stream"]
    tree["streams"] = [row for row in tree["streams"] if row["id"] != stream]
    snapshot, _ = texts(tree)
    assert isinstance(snapshot.find(stream), Stream)
    assert len(snapshot.steps(stream)) == len(sample().steps(stream))
    assert len(snapshot.flows(stream)) == len(sample().flows(stream))


def test_flows_of_a_second_value_lead_to_the_first() -> None:
    tree = good_tree()
    two_values(tree)
    snapshot, _ = texts(tree)
    flow = snapshot.get("flow-zz", Flow)
    assert flow.target == snapshot.terminal(flow.stream, TerminalKind.VALUE).id


def test_the_standard_lanes_keep_out_of_the_way_of_other_ids() -> None:
    tree = good_tree()
    tree["lanes"] = []
    tree["roles"].append({"id": "plan", "name": "Planner"})
    snapshot, _ = texts(tree)
    assert len(snapshot.lanes) == 6
    assert not isinstance(snapshot.find("plan"), Lane)


@given(documents(unknown=False), st.data())
def test_whatever_is_taken_out_the_rest_becomes_whole(snapshot: Snapshot, data: st.DataObject) -> None:
    ids = sorted(snapshot.records)
    gone = data.draw(st.sets(st.sampled_from(ids), min_size=1, max_size=len(ids)))
    records: list[Record] = [record for id, record in snapshot.records.items() if id not in gone]
    whole, problems = repaired(Snapshot(records))
    assert dangling(whole) == []
    assert missing_terminals(whole) == []
    assert whole.streams
    assert whole.lanes
    assert repaired(whole) == (whole, ())
    assert bool(problems) == (encode(whole) != encode(Snapshot(records)))
    kept_steps = {record.id for record in records if isinstance(record, Step)}
    assert kept_steps <= set(whole.records), "a step is never left out because of what it refers to"
