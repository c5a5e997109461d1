"""A stream of 40 steps with loops, branches and phases: a company brings a new branch office online."""

from __future__ import annotations

from vsdesigner.commands import flows, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.dimensions import CARD_GAP, CARD_HEIGHT, CARD_WIDTH, LANE_PADDING, STEP_GAP
from vsdesigner.model.records import Flow, FlowKind, Phase, Step, TerminalKind

FIRST_X = 270.0
COLUMN = CARD_WIDTH + STEP_GAP
ROW = CARD_HEIGHT + CARD_GAP

#: Id, activity, column, row in the activity, name.
STEPS = (
    ("order", "engage", 0, 0, "Take the order for the branch"),
    ("needs", "engage", 1, 0, "Clarify needs with the branch manager"),
    ("budget", "plan", 2, 0, "Check budget and policies"),
    ("decide", "plan", 3, 0, "Decide on the order"),
    ("refuse", "engage", 4, 0, "Explain what cannot be done"),
    ("survey", "deliver_and_support", 4, 0, "Survey the building"),
    ("network", "design_and_transition", 5, 0, "Design the network"),
    ("workplaces", "design_and_transition", 5, 1, "Design the workplaces"),
    ("security", "design_and_transition", 6, 0, "Design access and security"),
    ("review", "plan", 7, 0, "Review the design"),
    ("rollout", "plan", 8, 0, "Plan the roll-out"),
    ("dates", "engage", 8, 0, "Confirm dates with the branch"),
    ("line", "obtain_build", 9, 0, "Order the data line"),
    ("hardware", "obtain_build", 9, 1, "Order the hardware"),
    ("router", "obtain_build", 10, 0, "Configure router and switches"),
    ("laptops", "obtain_build", 10, 1, "Prepare the laptops"),
    ("server", "obtain_build", 11, 0, "Set up the branch server"),
    ("guides", "obtain_build", 11, 1, "Write the user guides"),
    ("integrate", "obtain_build", 12, 0, "Put everything together in the lab"),
    ("test", "obtain_build", 13, 0, "Test the build"),
    ("hardening", "design_and_transition", 13, 0, "Try to break in"),
    ("pilot", "deliver_and_support", 14, 0, "Install the pilot room"),
    ("train", "deliver_and_support", 15, 0, "Train the key users"),
    ("run", "deliver_and_support", 16, 0, "Run the pilot for two weeks"),
    ("feedback", "engage", 16, 0, "Collect what users say"),
    ("judge", "plan", 17, 0, "Judge the pilot"),
    ("lessons", "improve", 17, 0, "Note the lessons"),
    ("change", "design_and_transition", 18, 0, "Have the change authorised"),
    ("moves", "plan", 18, 0, "Schedule the moves"),
    ("deploy", "deliver_and_support", 19, 0, "Deploy floor by floor"),
    ("migrate", "deliver_and_support", 19, 1, "Move the files over"),
    ("care", "deliver_and_support", 20, 0, "Stand by on site"),
    ("incidents", "deliver_and_support", 21, 1, "Resolve first incidents"),
    ("accept", "engage", 21, 0, "Have the branch accepted"),
    ("handover", "deliver_and_support", 22, 0, "Hand over to the service desk"),
    ("measure", "improve", 23, 0, "Measure against the promise"),
    ("meet", "engage", 23, 0, "Review with the branch manager"),
    ("standard", "improve", 24, 0, "Improve the standard branch"),
    ("invoice", "plan", 24, 0, "Settle the costs"),
    ("close", "plan", 25, 0, "Close the order"),
)
#: Source, target, and what is special about it: kind and label.
MAIN = (
    "demand>order order>needs needs>budget budget>decide decide>survey survey>network survey>workplaces "
    "network>security workplaces>security security>review review>rollout rollout>dates rollout>line "
    "rollout>hardware line>router hardware>laptops router>server laptops>guides server>integrate "
    "guides>integrate integrate>test integrate>hardening test>pilot hardening>pilot pilot>train train>run "
    "run>feedback feedback>judge run>judge judge>change judge>moves change>deploy moves>deploy deploy>care "
    "migrate>care moves>migrate care>accept accept>handover handover>measure handover>meet measure>standard "
    "meet>invoice invoice>close standard>close close>value"
)
SPECIAL = (
    ("decide", "refuse", FlowKind.ALTERNATIVE, "refused"),
    ("refuse", "value", FlowKind.ALTERNATIVE, "nothing to build"),
    ("decide", "needs", FlowKind.REWORK, "too vague"),
    ("review", "network", FlowKind.REWORK, "gaps found"),
    ("test", "router", FlowKind.REWORK, "fails"),
    ("judge", "integrate", FlowKind.REWORK, "not ready"),
    ("judge", "lessons", FlowKind.INFORMATION, ""),
    ("lessons", "standard", FlowKind.INFORMATION, "for later"),
    ("care", "incidents", FlowKind.ALTERNATIVE, "incident"),
    ("incidents", "care", FlowKind.REWORK, "resolved"),
)
#: Name, first column, last column.
PHASES = (
    ("Understand", 0, 3),
    ("Design", 4, 8),
    ("Build", 9, 13),
    ("Pilot", 14, 17),
    ("Roll out", 18, 22),
    ("Improve", 23, 25),
)


def branch_office() -> Snapshot:
    """Return the document."""
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    draft.update(
        stream,
        name="A new branch office goes online",
        demand="A branch office opens and needs IT from its first day.",
        value="The branch works from its first day, at the costs that were agreed.",
    )
    for order, (id, lane, column, row, name) in enumerate(STEPS):
        x, y = FIRST_X + column * COLUMN, LANE_PADDING + row * ROW
        draft.add(Step(id=id, stream=stream, lane=lane, x=x, y=y, name=name, order=order))
    ends = {kind.value: draft.view.terminal(stream, kind).id for kind in TerminalKind}
    for pair in MAIN.split():
        source, _, target = pair.partition(">")
        flows.connect(draft, ends.get(source, source), ends.get(target, target))
    for source, target, kind, label in SPECIAL:
        flows.connect(draft, source, ends.get(target, target), kind=kind, label=label)
    for order, (name, first, last) in enumerate(PHASES):
        left = FIRST_X + first * COLUMN - STEP_GAP * 0.8  # beside the lines, which keep to the middle
        width = (last - first + 1) * COLUMN
        draft.add(Phase(id=f"phase-{order}", stream=stream, name=name, order=order, x=left, width=width))
    for index, flow in enumerate(draft.view.flows(stream)):
        _rename(draft, flow, f"flow-{index:02}")
    return complete(draft).view


def _rename(draft: Draft, flow: Flow, id: str) -> None:
    """Give a flow an id that is the same in every run, as its way may depend on it."""
    draft.remove(flow.id)
    draft.add(flow.model_copy(update={"id": id}))
