"""For every check a document in which it finds one thing, and one close to it in which it finds nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tests.analysis.build import ALTERNATIVE, edited, flow, hours, marks, sound, step, with_changes
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import LeadTime, PracticeUse, RaciMark, Task, ToolUse
from vsdesigner.model.records import Role, Stream, Terminal, TerminalKind, Tool

Row = tuple[RaciMark, ...]


class Case(NamedTuple):
    """`fires` and `silent` make the two documents; `record` is what the finding is about."""

    record: str
    fires: Callable[[], Snapshot]
    silent: Callable[[], Snapshot]


def written(field: str, nothing: str = "", something: str = "Something") -> Case:
    """A text of the use case that is missing, and one that is there."""
    return Case(
        "stream",
        lambda: edited(sound(), "stream", **{field: nothing}),
        lambda: edited(sound(), "stream", **{field: something}),
    )


def changed(record: str, fires: dict[str, object], silent: dict[str, object], at: str = "") -> Case:
    """Fields of one record that are wrong, and others that are not; of the first step unless `at` says."""
    place = at or record
    return Case(
        record,
        lambda: edited(sound(), place, **fires),
        lambda: edited(sound(), place, **silent),
    )


def letters(fires: Row, silent: Row) -> Case:
    """The letters of the first step."""
    return changed("first", {"raci": fires}, {"raci": silent})


def third(*flows: str, **fields: object) -> Snapshot:
    """The sound document with one more step, `third`, and these flows (``a>b``)."""
    more = step(
        "third",
        name="Ask how it went",
        order=2,
        x=800.0,
        tasks=(Task(id="call", text="Call them"),),
        practices=(PracticeUse(practice="service_desk"),),
        raci=marks(client="I", lead="A", desk="R"),
        **fields,
    )
    return with_changes(sound(), more, *(flow(*each.split(">")) for each in flows))


def several(*rows: Row) -> Snapshot:
    """The sound document with four steps that hold these letters."""
    view = third("second>third", "third>fourth", "fourth>value")
    fourth = view.get("third", type(view.steps("stream")[0])).model_copy(
        update={"id": "fourth", "name": "Close the order", "order": 3, "x": 1200.0}
    )
    view = with_changes(view, fourth, gone=("second.value",))
    for id, row in zip(("first", "second", "third", "fourth"), rows, strict=True):
        view = edited(view, id, raci=row)
    return view


def divided(first: dict[str, object], second: dict[str, object]) -> Snapshot:
    """The sound document whose first step also leads straight to value."""
    view = edited(sound(), "first.second", **first)
    return with_changes(view, flow("first", "value", **second))


def with_role(name: str, id: str = "other") -> Snapshot:
    view = with_changes(sound(), Role(id=id, name=name, order=9))
    return edited(view, "second", raci=marks(lead="A", desk="R", **{id: "I"}))


def with_tool(name: str) -> Snapshot:
    view = with_changes(sound(), Tool(id="other", name=name, order=5))
    return edited(view, "second", tools=(ToolUse(tool="other"),))


def linked(substream: str, back: str = "") -> Snapshot:
    """The first step stands for a stream, whose only step stands for another one."""
    return with_changes(
        edited(sound(), "first", substream=substream),
        Stream(
            id="inner",
            name="Take orders",
            order=1,
            owner="Ada",
            demand="An order comes.",
            outcomes="It is taken.",
            value="It can be filled.",
        ),
        Terminal(id="in", stream="inner", lane="engage", kind=TerminalKind.DEMAND),
        Terminal(id="out", stream="inner", lane="engage", kind=TerminalKind.VALUE),
        step("inside", name="Take it", substream=back).model_copy(
            update={"stream": "inner", "raci": marks(client="C", engineer="R", lead="A")}
        ),
        *(
            flow(source, target).model_copy(update={"stream": "inner"})
            for source, target in (("in", "inside"), ("inside", "out"))
        ),
    )


def promised(longest: float) -> Snapshot:
    """Three days of work in all, and a promise of at most so many."""
    promise = LeadTime(id="lead-1", service_class="Simple", maximum=longest)
    view = edited(sound(), "stream", lead_times=(promise,))
    return edited(edited(view, "first", process_time=hours(16)), "second", process_time=hours(8))


A_LEAD = marks(client="I", lead="A", desk="R")
A_CLIENT = marks(client="A", engineer="R", lead="I")

CASES: dict[str, Case] = {
    "no-stream-name": written("name"),
    "no-demand": written("demand", " \n"),
    "no-outcome": written("outcomes"),
    "no-value": written("value"),
    "no-owner": written("owner", " "),
    "step-unreached": Case(
        "third", lambda: third("third>second"), lambda: third("first>third", "third>second")
    ),
    "path-without-value": Case(
        "third", lambda: third("first>third"), lambda: third("first>third", "third>value")
    ),
    "dead-end": Case(
        "third",
        lambda: with_changes(third(), flow("first", "third", kind=ALTERNATIVE, label="refused")),
        lambda: third("second>third"),  # it follows value
    ),
    "flow-without-purpose": Case(
        "first.first",
        lambda: with_changes(sound(), flow("first", "first")),
        lambda: with_changes(sound(), flow("first", "second", id="told", kind="information")),
    ),
    "alternative-without-label": Case(
        "first.value",
        lambda: divided({}, {"kind": ALTERNATIVE}),
        lambda: divided({}, {"kind": ALTERNATIVE, "label": "refused"}),
    ),
    "shares-not-whole": Case(
        "first.second",
        lambda: divided({"share": 70.0}, {"share": 20.0, "label": "refused"}),
        lambda: divided({"share": 70.0}, {"share": 30.0, "label": "refused"}),
    ),
    "step-without-name": changed("first", {"name": " "}, {"name": "Order"}),
    "step-name-without-verb": changed("first", {"name": "The order"}, {"name": "Order it"}),
    "same-step-name": changed(
        "second", {"name": "take  the Order."}, {"name": "Take the order", "lane": "plan"}
    ),
    "step-without-tasks": changed("first", {"tasks": ()}, {"tasks": (Task(id="t", text="Ask"),)}),
    "step-without-practices": changed("second", {"practices": ()}, {"practices": (), "substream": "stream"}),
    "substream-in-a-circle": Case("first", lambda: linked("stream"), lambda: linked("inner")),
    "nobody-accountable": letters(marks(client="C", engineer="R"), marks(client="C", engineer="A/R")),
    "many-accountable": letters(
        marks(client="C", engineer="A/R", lead="A"), marks(client="C", engineer="R", lead="A")
    ),
    "nobody-responsible": letters(
        marks(client="C", engineer="I", lead="A"), marks(client="C", engineer="I", lead="A/R")
    ),
    "many-responsible": letters(
        marks(client="R", engineer="R", lead="A/R"), marks(client="C", engineer="R", lead="A/R")
    ),
    "many-consulted": letters(
        marks(client="C", engineer="R/C", lead="A/C"), marks(client="C", engineer="R/C", lead="A")
    ),
    "everybody-involved": letters(
        marks(client="C", engineer="R", lead="A", desk="I"), marks(client="C", engineer="R", lead="A")
    ),
    "nobody-asked-or-told": letters(marks(engineer="R", lead="A"), marks(engineer="R", lead="A/C")),
    "role-overloaded": Case(
        "lead",
        lambda: several(A_LEAD, marks(client="C", lead="A", engineer="R"), A_CLIENT, A_LEAD),
        lambda: several(A_LEAD, A_CLIENT, A_CLIENT, A_LEAD),
    ),
    "role-twice": Case("other", lambda: with_role(" LEAD "), lambda: with_role("Leader")),
    "role-without-letter": Case(
        "idle",
        lambda: with_changes(sound(), Role(id="idle", name="Idle", order=9)),
        lambda: with_role("Idle", "idle"),
    ),
    "role-spelled-two-ways": Case("other", lambda: with_role("Engineers"), lambda: with_role("Engines")),
    "tool-spelled-two-ways": Case("second", lambda: with_tool("meeting-tool"), lambda: with_tool("Boards")),
    "time-backwards": changed(
        "first",
        {"wait_time": {"minimum": 3.0, "maximum": 1.0}},
        {"wait_time": {"minimum": 1.0, "maximum": 1.0}},
    ),
    "lead-time-outside-promise": Case("stream", lambda: promised(2.0), lambda: promised(3.0)),
}
