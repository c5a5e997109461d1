"""What a slide tells about a step, as paragraphs: tasks, practices, tools, responsibility and more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import (
    activity_text,
    duration_text,
    facet_name,
    number_text,
    one_line,
    practice_text,
    qualifier_text,
    role_name,
    tool_text,
)
from vsdesigner.exchange.letter_colours import letter_ink
from vsdesigner.exchange.pptx.text import Paragraph, Run, plain
from vsdesigner.language import say
from vsdesigner.model.parts import RaciMark, SupplierKind
from vsdesigner.model.records import Automation, Step
from vsdesigner.palette import Rgb

_AUTOMATION = {
    Automation.MANUAL: "By hand",
    Automation.AUTOMATED: "Automated",
    Automation.MIXED: "Partly automated",
}


@dataclass(frozen=True, slots=True)
class Ink:
    """Size of the text and colour of the headings."""

    size: float
    colour: Rgb


def subtitle(view: Snapshot, step: Step) -> str:
    """Return activity and qualifier, and what else says how the step is carried out."""
    half = qualifier_text(view, step) or facet_name(view, step)
    words = [f"{activity_text(view, step)} ({half})" if half else activity_text(view, step)]
    if step.supplier.kind is SupplierKind.PARTNER:
        words.append(
            say("Partner: {name}").format(name=step.supplier.name)
            if step.supplier.name
            else say("By a partner")
        )
    if step.automation is not Automation.UNSAID:
        words.append(say(_AUTOMATION[step.automation]))
    if step.customer_visible:
        words.append(say("Seen by the customer"))
    if step.optional:
        words.append(say("Optional"))
    return " · ".join(words)


def figures(step: Step) -> list[tuple[str, str]]:
    """Return name and value of the step's times and quality, as far as it says them."""
    quality = "" if step.complete_and_accurate is None else f"{number_text(step.complete_and_accurate)} %"
    found = [
        (say("Process time"), duration_text(step.process_time)),
        (say("Wait time"), duration_text(step.wait_time)),
        (say("Complete and accurate"), quality),
    ]
    return [(name, value) for name, value in found if value]


def left_column(view: Snapshot, step: Step, ink: Ink) -> list[Paragraph]:
    """Return what is done and what goes in and out."""
    tasks = [plain(one_line(task.text), ink.size, bulleted=True, level=task.indent) for task in step.tasks]
    return [
        *_section(say("Tasks"), _spaced(tasks, ink.size), ink),
        *_list(say("Inputs"), step.inputs, ink),
        *_list(say("Outputs"), step.outputs, ink),
        *_list(say("Information"), step.information, ink),
        *_list(say("Constraints"), step.constraints, ink),
    ]


def right_column(view: Snapshot, step: Step, ink: Ink) -> list[Paragraph]:
    """Return with what and by whom it is done."""
    marks = [
        Paragraph(
            (
                Run(mark.letters, bold=True, colour=letter_ink(mark.letters)),
                Run(f"  {role_name(view, mark.role)}"),
            ),
            ink.size,
        )
        for mark in in_role_order(view, step.raci)
    ]
    return [
        *_list(say("Practices"), [practice_text(view, use) for use in step.practices], ink),
        *_list(say("Tools"), [tool_text(view, use) for use in step.tools], ink),
        *_section(say("Responsibility"), _spaced(marks, ink.size), ink),
    ]


def further(step: Step, ink: Ink) -> list[Paragraph]:
    """Return what stands in whichever column has room for it."""
    return [
        *_list(say("Skills"), step.skills, ink),
        *_list(say("Metrics"), step.metrics, ink),
        *_list(say("Service offerings"), step.service_offerings, ink),
    ]


def in_role_order(view: Snapshot, marks: Sequence[RaciMark]) -> list[RaciMark]:
    """Return the marks in the order of the document's roles."""
    places = {role.id: place for place, role in enumerate(view.roles)}
    return sorted(marks, key=lambda mark: places.get(mark.role, len(places)))


def _list(title: str, lines: Sequence[str], ink: Ink) -> list[Paragraph]:
    found = [plain(one_line(line), ink.size, bulleted=True) for line in lines]
    return _section(title, _spaced(found, ink.size), ink)


def _section(title: str, lines: list[Paragraph], ink: Ink) -> list[Paragraph]:
    if not lines:
        return []
    heading = plain(title, ink.size, bold=True, colour=ink.colour, before=ink.size, head=True)
    return [heading, *lines]


def _spaced(lines: list[Paragraph], size: float) -> list[Paragraph]:
    return [replace(line, before=round(size * 0.22, 1)) for line in lines]
