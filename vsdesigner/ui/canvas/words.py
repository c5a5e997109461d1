"""What the canvas says about an element: tooltips and the sentence for screen readers."""

from __future__ import annotations

from vsdesigner.document.wording import duration_text, role_name
from vsdesigner.model.records import Flow, Note, Step, Terminal
from vsdesigner.ui.canvas.context_menu import kind_names
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.lane_words import title_of
from vsdesigner.ui.painting.inks import SMALL_BELOW
from vsdesigner.ui.painting.looks import accountable_role, terminal_text, terminal_title

PROBLEMS_TOLD = 4  # in one tooltip


def tooltip_of(stage: Stage, id: str) -> str:
    """Return what cannot be read on the drawing itself; empty when all of it can."""
    view = stage.now
    record = view.find(id)
    if stage.aids.magnifier.shown:
        return ""  # the card itself is shown at a size that can be read
    small = stage.scale < SMALL_BELOW
    if isinstance(record, Step):
        return _step_words(stage, record, small=small)
    if isinstance(record, Terminal) and (small or stage.layout.cards[id].elided):
        return f"{terminal_title(view, record)}\n{terminal_text(view, record)}".strip()
    if isinstance(record, Note) and (small or stage.layout.cards[id].elided):
        return record.text
    if isinstance(record, Flow):
        return f"{record.label}\n{kind_names()[record.kind]}".strip()
    return ""


def _step_words(stage: Stage, step: Step, *, small: bool) -> str:
    view = stage.now
    lines = []
    if small or stage.layout.cards[step.id].elided:
        lines.append(f"{view.number(step.id)}. {step.name or tr('Unnamed step')}")
        lines.append(title_of(view, step.lane))
    role, letters = accountable_role(view, step.raci)
    if role:
        lines.append(tr("Accountable: {role}").format(role=role_name(view, role)))
    elif letters:
        lines.append(tr("Nobody is accountable for this step yet."))
    counts = [
        tr_count("1 task", "{count} tasks", len(step.tasks)) if step.tasks else "",
        tr_count("1 practice", "{count} practices", len(step.practices)) if step.practices else "",
        tr_count("1 tool", "{count} tools", len(step.tools)) if step.tools else "",
    ]
    said = ", ".join(words for words in counts if words)
    if said:
        lines.append(said)
    if step.process_time is not None:
        lines.append(tr("Process time: {time}").format(time=duration_text(step.process_time)))
    problems = stage.session.problems.of(step.id)
    lines += [f"• {finding.text}" for finding in problems[:PROBLEMS_TOLD]]
    if len(problems) > PROBLEMS_TOLD:
        lines.append(tr_count("and 1 more", "and {count} more", len(problems) - PROBLEMS_TOLD))
    return "\n".join(lines)
