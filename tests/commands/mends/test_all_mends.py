"""Whatever a document looks like: a mend that is offered removes its finding and makes no new error."""

from __future__ import annotations

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.commands.mends.build import applied, is_there, new_errors
from vsdesigner.analysis.findings import ALL_CHECKS, find_all
from vsdesigner.commands.mends import MENDS, SAFE, mend_all, mends_for
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import PracticeUse, RaciMark, Task, ToolUse
from vsdesigner.model.records import (
    DocumentSettings,
    Flow,
    FlowKind,
    Organisation,
    Record,
    Role,
    Step,
    Stream,
    Terminal,
    TerminalKind,
    Tool,
)
from vsdesigner.model.reference import default_lanes

STEPS = ("a", "b", "c", "d", "e", "f")
ROLES = ("Client", "Engineer", "engineer ", "Engineers", "Lead", "")
TOOLS = ("Meeting tools", "meeting tool", "MEETING TOOLS", "Monitoring")
PRODUCTS = ("Jira", "JIRA", "jira", "Zoom")
LANES = tuple(lane.id for lane in default_lanes())
LETTERS = ("R", "A", "C", "I", "A/R", "R/C")

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # whole documents take minutes to shrink

marks = st.builds(
    RaciMark,
    role=st.sampled_from([f"role-{n}" for n in range(len(ROLES))]),
    letters=st.sampled_from(LETTERS),
)
rows = st.lists(marks, max_size=5, unique_by=lambda mark: mark.role).map(tuple)
tools = st.lists(
    st.builds(
        ToolUse,
        tool=st.sampled_from([f"tool-{n}" for n in range(len(TOOLS))]),
        products=st.lists(st.sampled_from(PRODUCTS), max_size=3).map(tuple),
    ),
    max_size=2,
).map(tuple)
practices = st.sampled_from(((), (PracticeUse(practice="service_desk"),)))


@st.composite
def step_records(draw: st.DrawFn, stream: str, id: str, order: int) -> Step:
    return Step(
        id=f"{stream}-{id}",
        stream=stream,
        lane=draw(st.sampled_from(LANES)),
        name=draw(st.sampled_from(("", "Take the call", "Solve the incident", "Deployment"))),
        order=order,
        x=float(draw(st.integers(0, 8))) * 150,
        y=20.0,
        raci=draw(rows),
        tasks=(Task(id=f"{stream}-{id}-task", text="Do it", raci=draw(rows)),),
        tools=draw(tools),
        practices=draw(practices),
        substream=draw(st.sampled_from(("", "", "", "one", "two"))),
    )


@st.composite
def flow_records(draw: st.DrawFn, stream: str, ids: list[str], number: int) -> Flow:
    return Flow(
        id=f"{stream}-flow-{number}",
        stream=stream,
        source=draw(st.sampled_from([f"{stream}-demand", *ids])),
        target=draw(st.sampled_from([*ids, *ids, f"{stream}-value"])),
        kind=draw(st.sampled_from((FlowKind.MAIN, FlowKind.MAIN, *FlowKind))),
        share=draw(st.sampled_from((None, None, 0.0, 20.0, 33.3, 70.0, 100.0))),
        label=draw(st.sampled_from(("", "urgent"))),
    )


@st.composite
def documents(draw: st.DrawFn) -> Snapshot:
    records: list[Record] = [
        DocumentSettings(accountable_implies_responsible=draw(st.booleans())),
        *default_lanes(),
        *(Tool(id=f"tool-{n}", name=name, products=("Jira",), order=n) for n, name in enumerate(TOOLS)),
    ]
    for n, name in enumerate(ROLES):
        whose = draw(st.sampled_from(list(Organisation)))
        records.append(Role(id=f"role-{n}", name=name, order=n, organisation=whose))
    for stream in ("one", "two"):
        ids = [f"{stream}-{id}" for id in STEPS[: draw(st.integers(0, len(STEPS)))]]
        records += [
            Stream(id=stream, name=stream, owner=draw(st.sampled_from(("", "Lead")))),
            Terminal(id=f"{stream}-demand", stream=stream, lane=LANES[0], kind=TerminalKind.DEMAND),
            Terminal(id=f"{stream}-value", stream=stream, lane=LANES[0], kind=TerminalKind.VALUE),
        ]
        records += [draw(step_records(stream, id.partition("-")[2], order)) for order, id in enumerate(ids)]
        if ids:
            count = draw(st.integers(0, 2 * len(ids)))
            records += [draw(flow_records(stream, ids, number)) for number in range(count)]
    return Snapshot(records)


@settings(max_examples=30, deadline=None, phases=PHASES)
@given(documents())
def test_a_mend_removes_its_finding_and_makes_no_new_error(view: Snapshot) -> None:
    for finding in find_all(view):
        offered = mends_for(view, finding)
        assert len(offered) <= 5
        assert len({mend.label for mend in offered}) == len(offered)
        for mend in offered:
            after = applied(view, mend)
            assert not is_there(after, finding), (finding, mend.label)
            assert not new_errors(view, after), (finding, mend.label)
            assert mends_for(after, finding) == (), "a finding that is out of date offers nothing"


@settings(max_examples=15, deadline=None, phases=PHASES)
@given(documents())
def test_mending_all_of_a_kind_leaves_none(view: Snapshot) -> None:
    found = find_all(view)
    for check in SAFE:
        findings = [finding for finding in found if finding.check == check]
        mend = mend_all(view, findings)
        assert (mend is not None) == (len(findings) > 1 and any(mends_for(view, each) for each in findings))
        if mend is not None:
            after = applied(view, mend)
            assert not [each for each in find_all(after) if each.check == check and mends_for(after, each)]
            assert not new_errors(view, after)


def test_the_registry_knows_the_checks() -> None:
    known = {check.id for check in ALL_CHECKS}
    assert MENDS.keys() <= known
    assert MENDS.keys() >= SAFE
