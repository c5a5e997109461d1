"""The first step of the method: the use case says what the stream is for."""

from __future__ import annotations

from vsdesigner.analysis.method.values import NEW_PART, MethodStep, Next, Seen
from vsdesigner.document.wording import role_name
from vsdesigner.language import say
from vsdesigner.model.records import DemandKind, Stream


def use_case(seen: Seen) -> MethodStep:
    """Count the parts of the use case that are written: the rows that its table always has, and the name."""
    stream = seen.stream
    opportunity = stream.demand_kind is DemandKind.OPPORTUNITY
    demand = (
        say("Say which opportunity sets the stream off.")
        if opportunity
        else say("Say what is needed, and by whom: the demand that sets the stream off.")
    )
    texts: tuple[tuple[str, str, str], ...] = (
        ("name", stream.name, say("Give the stream a name.")),
        ("owner", stream.owner, say("Name the owner: who decides about the whole stream.")),
        ("description", stream.description, say("Describe in a sentence or two what the stream is about.")),
        ("demand", stream.demand, demand),
        ("outcomes", stream.outcomes, say("Say what is there in the end: the outcome.")),
        ("value", stream.value, say("Say which value it creates, and for whom.")),
    )
    missing = [Next(ask, say("Write it"), stream.id, name) for name, text, ask in texts if not text.strip()]
    missing += (*_lead_time(stream), *_duty(seen))
    total = len(texts) + 2
    done = total - len(missing)
    said = say("{done} of {total} parts of the use case are written.").format(done=done, total=total)
    if done == total:
        said = f"{said} {say('Service offerings, state and version are optional.')}"
    return MethodStep("use_case", 1, say("Use case"), said, done, total, seen.first(missing))


def _lead_time(stream: Stream) -> tuple[Next, ...]:
    """Ask for a number: a class of service alone does not say how long anything takes."""
    leads = stream.lead_times
    if any(lead.minimum is not None or lead.maximum is not None for lead in leads):
        return ()
    part = leads[0].id if leads else NEW_PART
    named = next((lead.service_class for lead in leads if lead.service_class), "")
    text = say("Say how long the stream may take: at most so many hours or days.")
    if named:
        text = say("Say how long “{name}” may take: at most so many hours or days.").format(name=named)
        part = next(lead.id for lead in leads if lead.service_class)
    return (Next(text, say("Add a time"), stream.id, "lead_times", part),)


def _duty(seen: Seen) -> tuple[Next, ...]:
    """Ask for a role and, on the same line, for what it does."""
    lines = seen.stream.responsibilities
    if any(line.duty.strip() for line in lines):
        return ()
    if not lines:
        text = say("Name a role and what it does.")
        return (Next(text, say("Name a role"), seen.stream.id, "responsibilities", NEW_PART),)
    text = say("Say what “{role}” does.").format(role=role_name(seen.view, lines[0].role))
    return (Next(text, say("Write it"), seen.stream.id, "responsibilities", lines[0].id),)
