"""How ways that are broken off are led on."""

from __future__ import annotations

from tests.analysis.build import ALTERNATIVE, INFORMATION, edited, flow, found, graph
from tests.commands.mends.build import by_label, errors, labels
from vsdesigner.analysis.findings import Finding
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Flow

UNREACHED, ENDLESS, DEAD_END = "step-unreached", "path-without-value", "dead-end"


def stream(*flows: Flow | str, steps: str = "") -> Snapshot:
    """Steps from left to right, named like their ids, for all ends that the flows name (``a>b``)."""
    made = [flow(*each.split(">")) if isinstance(each, str) else each for each in flows]
    ends = {end for each in made for end in (each.source, each.target)} - {"demand", "value"}
    return graph(made, {id: {"name": id.upper()} for id in sorted({*ends, *steps})})


def one(view: Snapshot, check: str) -> Finding:
    (finding,) = found(view, check)
    return finding


def ends(view: Snapshot) -> set[str]:
    return {f"{each.source}>{each.target}" for each in view.flows("stream")}


STRAIGHT = ("demand>a", "a>c", "c>value")


# -- reached from demand ------------------------------------------------------------------------------------
def test_a_lone_step_is_put_into_the_flow_that_passes_it() -> None:
    view = stream(*STRAIGHT, steps="b")
    finding = one(view, UNREACHED)
    assert labels(view, finding) == [
        "Put “B” between “A” and “C”",
        "Connect “A” to “B”, and “B” to value",
        "Connect “C” to “B”",  # which follows value then
    ]
    after = by_label(view, finding, "Put “B” between “A” and “C”")
    assert ends(after) == {"demand>a", "a>b", "b>c", "c>value"}
    assert ends(by_label(view, finding, "Connect “A” to “B”, and “B” to value")) == {
        *STRAIGHT,
        "a>b",
        "b>value",
    }


def test_a_step_is_put_into_no_flow_that_ends_before_value() -> None:
    view = stream("demand>a", "a>c", "a>value", steps="b")
    assert "Put “B” between “A” and value" in labels(view, one(view, UNREACHED))
    assert "Put “B” between “A” and “C”" not in labels(view, one(view, UNREACHED))


def test_a_flow_that_says_when_is_left_alone_where_connecting_does_it_too() -> None:
    """“Solved” holds for what it led to: with a step in between it would say something else."""
    labelled = flow("a", "c", label="Solved")
    view = stream("demand>a", labelled, "c>value", steps="b")
    finding = one(view, UNREACHED)
    assert labels(view, finding) == [
        "Connect “A” to “B”, and “B” to value",
        "Connect “C” to “B”",
        "Put “B” between “A” and “C”",
    ]
    after = by_label(view, finding, "Put “B” between “A” and “C”")
    assert {each.source: each.label for each in after.flows("stream")}["b"] == ""


def test_a_step_that_leads_on_is_connected_with_the_one_before_it() -> None:
    view = stream(*STRAIGHT, "b>c")
    finding = one(view, UNREACHED)
    assert labels(view, finding) == ["Connect “A” to “B”", "Connect “C” to “B”"]
    assert ends(by_label(view, finding, "Connect “A” to “B”")) == {*STRAIGHT, "b>c", "a>b"}


def test_a_way_that_ends_before_value_is_led_there_too() -> None:
    view = stream(*STRAIGHT, "b>d")
    finding = next(each for each in found(view, UNREACHED) if each.record == "b")
    label = "Connect “A” to “B”, and “D” to value"
    assert labels(view, finding)[0] == label
    after = by_label(view, finding, label)
    assert ends(after) == {*STRAIGHT, "b>d", "a>b", "d>value"}
    assert errors(after) == {each for each in errors(after) if each[0] == "nobody-accountable"}


def test_information_becomes_the_way_on_which_work_goes() -> None:
    view = stream(*STRAIGHT, flow("a", "b", kind=INFORMATION), "b>c")
    finding = one(view, UNREACHED)
    assert labels(view, finding) == ["Let work go from “A” to “B”", "Connect “C” to “B”"]
    after = by_label(view, finding, "Let work go from “A” to “B”")
    assert after.get("a.b", Flow).kind == "main"
    assert ends(after) == ends(view)


def test_demand_is_offered_while_nothing_follows_it() -> None:
    view = stream("a>b", "b>value")
    finding = found(view, UNREACHED)[0]
    assert labels(view, finding) == ["Connect demand to “A”"]
    assert errors(by_label(view, finding, "Connect demand to “A”")) == {
        ("nobody-accountable", "a", ""),
        ("nobody-accountable", "b", ""),
    } & errors(view)


def test_where_two_steps_have_one_name_their_numbers_tell_them_apart() -> None:
    view = edited(edited(stream(*STRAIGHT, "b>c"), "a", name="Check"), "b", name="check")
    label = labels(view, one(view, UNREACHED))[0]
    assert label == "Connect Step 1 “Check” to Step 2 “check”"


def test_one_flow_that_is_missing_is_the_mend_of_all_that_follows_from_it() -> None:
    view = stream("demand>a", "a>b", "c>d", "d>value", "d>e")
    label = "Connect “B” to “C”"
    findings = [finding for check in (UNREACHED, ENDLESS) for finding in found(view, check)]
    assert [finding.record for finding in findings] == ["c", "value"]
    assert [labels(view, finding)[0] for finding in findings] == [label] * 2
    dead_end = next(finding for finding in found(view, DEAD_END) if finding.record == "b")
    assert labels(view, dead_end) == [label, "Connect “B” to value"]
    assert ends(by_label(view, findings[1], label)) == {*ends(view), "b>c"}


def test_a_way_is_joined_where_it_begins_and_never_to_the_left() -> None:
    view = stream("demand>a", "a>b", "d>c", "c>value")
    assert labels(view, one(view, DEAD_END)) == ["Connect “B” to “D”", "Connect “B” to value"]
    view = stream("demand>b", "b>c", "a>d", "d>value")
    assert labels(view, one(view, DEAD_END)) == ["Connect “C” to value", "Connect “C” to “D”"]


def test_steps_that_lead_to_each_other_are_connected_at_the_first() -> None:
    view = stream(*STRAIGHT, "d>e", "e>d")
    assert [labels(view, finding)[0] for finding in found(view, UNREACHED)] == ["Connect “C” to “D”"]


# -- value reached ------------------------------------------------------------------------------------------
def test_a_stream_that_does_not_get_to_value() -> None:
    view = stream("demand>a", "a>b", "b>c")
    finding = one(view, ENDLESS)
    assert labels(view, finding) == ["Connect “C” to value"]
    assert ends(by_label(view, finding, "Connect “C” to value")) == {*ends(view), "c>value"}


def test_all_main_ways_are_led_to_value() -> None:
    view = stream("demand>a", "a>b", "a>c", "c>d", flow("a", "e", kind=ALTERNATIVE, label="refused"))
    finding = one(view, ENDLESS)
    assert labels(view, finding) == ["Connect “B” and “D” to value"]
    after = by_label(view, finding, "Connect “B” and “D” to value")
    assert ends(after) == {*ends(view), "b>value", "d>value"}


def test_many_ends_are_counted() -> None:
    view = stream("demand>a", "a>b", "a>c", "a>d", "a>e")
    assert labels(view, one(view, ENDLESS)) == ["Connect 4 ends of the way to value"]


def test_a_stream_whose_demand_leads_nowhere() -> None:
    view = stream("b>a", steps="c")
    assert labels(view, one(view, ENDLESS)) == ["Connect demand to “B”, and “A” to value"]


def test_a_stream_that_only_an_alternative_leads_into() -> None:
    view = stream(flow("demand", "a", kind=ALTERNATIVE), "a>b")
    assert labels(view, one(view, ENDLESS)) == ["Connect “B” to value"]


def test_ways_in_a_circle_get_a_way_out() -> None:
    view = stream("demand>a", "a>b", "b>a")
    assert labels(view, one(view, ENDLESS)) == ["Connect “B” to value"]


def test_one_main_way_that_does_not_get_to_value() -> None:
    view = stream(*STRAIGHT, "a>d", "d>e")
    finding = one(view, ENDLESS)
    assert (finding.record, labels(view, finding)) == ("d", ["Connect “E” to value"])


def test_information_to_value_becomes_the_way_there() -> None:
    view = stream("demand>a", flow("a", "value", kind=INFORMATION))
    finding = one(view, ENDLESS)
    after = by_label(view, finding, "Connect “A” to value")
    assert [each.kind for each in after.flows("stream")] == ["main", "main"]


# -- dead ends ----------------------------------------------------------------------------------------------
def test_a_dead_end_is_led_to_value_or_to_the_next_step() -> None:
    view = stream(*STRAIGHT, flow("a", "b", kind=ALTERNATIVE, label="refused"))
    finding = one(view, DEAD_END)
    assert labels(view, finding) == ["Connect “B” to value", "Connect “B” to “C”"]
    assert ends(by_label(view, finding, "Connect “B” to “C”")) == {*STRAIGHT, "a>b", "b>c"}


def test_a_dead_end_right_of_all_others_has_no_next_step() -> None:
    view = stream(*STRAIGHT, flow("a", "d", kind=ALTERNATIVE, label="refused"))
    assert labels(view, one(view, DEAD_END)) == ["Connect “D” to value"]


def test_a_dead_end_is_not_led_back_to_where_it_comes_from() -> None:
    view = stream("demand>c", "c>value", flow("c", "b", kind=ALTERNATIVE, label="refused"), "a>c", "demand>a")
    assert labels(view, one(view, DEAD_END)) == ["Connect “B” to value"]
