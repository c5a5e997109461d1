"""A document for tests of lenses: a small stream in which roles, practices and tools take part."""

from __future__ import annotations

from tests.ui.canvas.streams import small_stream
from vsdesigner.analysis.lens import Lens, LensKind
from vsdesigner.commands import raci, roles, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import Duration, PracticeUse, TimeUnit, ToolUse
from vsdesigner.model.records import Tool

DESK, CHAT = "Service desk", "Chat tools"


def followed_stream() -> Snapshot:
    """Demand → Triage → Diagnose → Fix → value, and Review.

    The role *Service desk* is accountable in Triage, consulted in Fix and informed in Review; the practice of
    that name is used in Diagnose, the tool *Chat tools* in Triage and Diagnose. Triage takes 3 of 8 hours,
    Diagnose 4, Fix 1. A second, empty stream is called *Other*.
    """
    draft = Draft(small_stream())
    stream = draft.view.streams[0].id
    ids = {step.name: step.id for step in draft.view.steps(stream)}
    desk, other = roles.add_role(draft, DESK), roles.add_role(draft, "Engineer")
    draft.add(Tool(id="chat", name=CHAT))
    for name, letters in (("Triage", "A"), ("Fix", "C"), ("Review", "I")):
        raci.set_letters(draft, ids[name], desk, letters)
    raci.set_letters(draft, ids["Diagnose"], other, "R")
    for name, hours in (("Triage", 3.0), ("Diagnose", 4.0), ("Fix", 1.0)):
        draft.update(ids[name], process_time=Duration(likely=hours, unit=TimeUnit.HOURS))
    draft.update(ids["Diagnose"], practices=(PracticeUse(practice="service_desk"),))
    for name in ("Triage", "Diagnose"):
        draft.update(ids[name], tools=(ToolUse(tool="chat"),))
    streams.add(draft, "Other")
    complete(draft)
    return Snapshot(draft.view.records.values())


def role(view: Snapshot, name: str = DESK) -> Lens:
    """Return the lens of a role by its name."""
    return Lens(LensKind.ROLE, next(entry.id for entry in view.roles if entry.name == name))
