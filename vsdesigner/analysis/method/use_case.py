"""The first step of the method: the use case says what the stream is for."""

from __future__ import annotations

from vsdesigner.analysis.method.values import MethodStep, Next, Seen
from vsdesigner.language import say
from vsdesigner.model.records import DemandKind


def use_case(seen: Seen) -> MethodStep:
    """Count the parts of the use case that are written."""
    stream = seen.stream
    opportunity = stream.demand_kind is DemandKind.OPPORTUNITY
    demand = (
        say("Say which opportunity sets the stream off.")
        if opportunity
        else say("Say what is needed, and by whom: the demand that sets the stream off.")
    )
    parts: tuple[tuple[str, bool, str], ...] = (
        ("name", bool(stream.name.strip()), say("Give the stream a name.")),
        ("owner", bool(stream.owner.strip()), say("Name the owner: who decides about the whole stream.")),
        ("demand", bool(stream.demand.strip()), demand),
        ("outcomes", bool(stream.outcomes.strip()), say("Say what is there in the end: the outcome.")),
        ("value", bool(stream.value.strip()), say("Say which value it creates, and for whom.")),
        ("lead_times", bool(stream.lead_times), say("Say how long the stream may take.")),
        ("responsibilities", bool(stream.responsibilities), say("Name a role and what it does.")),
    )
    done = sum(written for _field, written, _text in parts)
    missing = (Next(text, say("Write it"), stream.id, name) for name, written, text in parts if not written)
    said = say("{done} of {total} parts of the use case are written.")
    return MethodStep(
        "use_case",
        1,
        say("Use case"),
        said.format(done=done, total=len(parts)),
        done,
        len(parts),
        seen.first(missing),
    )
