"""The second and the third step of the method: the way from demand to value, and its activities."""

from __future__ import annotations

from collections.abc import Sequence

from vsdesigner.analysis.finding import Finding
from vsdesigner.analysis.method.values import SERIOUS, MethodStep, Next, Seen, of_finding
from vsdesigner.analysis.words import step_words
from vsdesigner.language import say, say_count
from vsdesigner.model.records import Step, TerminalKind

QUICK_ADD, TO_VALUE = "insert.quick_add", "insert.connect_to_value"
FEW_STEPS = 2  # fewer are no journey yet

#: Checks on the way from demand to value: what they find is work of the method's second step.
WAY_CHECKS = frozenset(
    {
        "step-unreached",
        "path-without-value",
        "dead-end",
        "flow-without-purpose",
        "alternative-without-label",
        "shares-not-whole",
        "step-without-name",
    }
)


def way(seen: Seen) -> MethodStep:
    """Count the steps that lie on a way from demand to value."""
    steps = seen.steps
    if not steps:
        said = say("No step yet between demand and value.")
        return MethodStep("steps", 2, say("Steps"), said, 0, FEW_STEPS, (_first_step(seen),))
    wrong = [finding for finding in seen.findings if finding.check in WAY_CHECKS and finding.level in SERIOUS]
    ends = _open_ends(seen)
    open_ids = {step.id for step in ends} | {finding.record for finding in wrong}
    whole = sum(1 for step in steps if step.id not in open_ids)
    total = max(len(steps), FEW_STEPS)
    done = min(whole, total - 1) if wrong or ends else whole
    if done >= total:
        said = say("{count} steps, all on a way from demand to value.").format(count=len(steps))
    elif len(steps) < FEW_STEPS and not wrong and not ends:
        said = say("1 step: one alone is no journey yet.")
    else:
        said = say_count(
            "1 step; it does not lie on a way from demand to value yet.",
            "{count} steps; not all of them lie on a way from demand to value yet.",
            len(steps),
        )
    return MethodStep("steps", 2, say("Steps"), said, done, total, _next_steps(seen, wrong, ends))


def _first_step(seen: Seen) -> Next:
    demand = seen.view.terminal(seen.stream.id, TerminalKind.DEMAND).id
    text = say("Type what happens first once there is demand, and choose its activity.")
    return Next(text, say("Add the first step"), demand, action=QUICK_ADD)


def _open_ends(seen: Seen) -> list[Step]:
    """The steps that lead nowhere, the last one first: there the stream goes on."""
    value = seen.view.terminal(seen.stream.id, TerminalKind.VALUE)
    if seen.view.incoming(value.id):
        return []  # value is reached: what else is open, the checks know better
    return [step for step in reversed(seen.steps) if not seen.view.outgoing(step.id)]


def _next_steps(seen: Seen, wrong: Sequence[Finding], ends: Sequence[Step]) -> tuple[Next, ...]:
    unnamed = (step for step in seen.steps if not step.name.strip())
    named = seen.first(
        Next(
            say("Say what is done in step {number}.").format(number=seen.view.number(step.id)),
            say("Name it"),
            step.id,
            "name",
        )
        for step in unnamed
    )
    if named:
        return named
    if ends:
        return _lead_on(seen, ends[0])
    mends = seen.first(of_finding(finding) for finding in wrong)
    if mends:
        return mends
    if len(seen.steps) < FEW_STEPS:
        text = say("Is that all? Say what else is done between demand and value.")
        return (Next(text, say("Add a step"), seen.steps[-1].id, action=QUICK_ADD),)
    return ()


def _lead_on(seen: Seen, step: Step) -> tuple[Next, ...]:
    words = step_words(seen.view, step)
    enough = len(seen.steps) >= FEW_STEPS
    text = say("Nothing follows {step} yet: add what comes next.")
    if enough:
        text = say("Nothing follows {step} yet: add what comes next, or connect it to value.")
    add = Next(text.format(step=words), say("Add a step"), step.id, action=QUICK_ADD)
    connect = Next(
        say("With {step} the value is there.").format(step=words),
        say("Connect it to value"),
        step.id,
        action=TO_VALUE,
    )
    return (add, connect) if enough else (add,)


def mapping(seen: Seen) -> MethodStep:
    """Every step stands in an activity from birth; what is left is to look whether it is the right one.

    Where all stand on one activity nobody has chosen yet, perhaps: it counts when somebody has looked, and
    has moved a step or passed on.
    """
    steps = seen.steps
    title = say("Activities")
    if not steps:
        return MethodStep("mapping", 3, title, say("Each step gets its activity when it is added."), 0, 0)
    used = {step.lane for step in steps}
    total = len(seen.view.lanes)
    count = say_count("1 step stands", "{count} steps stand", len(steps))
    said = say("{steps} on {used} of {total} activities.").format(steps=count, used=len(used), total=total)
    if len(steps) < FEW_STEPS:
        return MethodStep("mapping", 3, title, said, len(steps), FEW_STEPS)
    if len(used) == 1:
        text = say("All steps stand on one activity. Look whether each of them belongs there.")
        look = seen.first([Next(text, say("Look at them"), steps[0].id, "lane")])
        return MethodStep("mapping", 3, title, said, 0 if look else len(steps), len(steps), look)
    halves = {lane.id: lane for lane in seen.view.lanes if lane.facets}
    undecided = (
        Next(
            say("{step} may be only a part of {activity}: say which, or leave it.").format(
                step=step_words(seen.view, step), activity=halves[step.lane].name
            ),
            say("Choose the part"),
            step.id,
            "facet",
        )
        for step in steps
        if step.lane in halves and not step.facet
    )
    return MethodStep("mapping", 3, title, said, len(steps), len(steps), seen.first(undecided))
