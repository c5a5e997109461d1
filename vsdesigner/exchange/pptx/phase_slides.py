"""A slide for each phase with its steps as a table, instead of one for each step."""

from __future__ import annotations

import math

from vsdesigner.document.query import phase_of
from vsdesigner.document.wording import activity_text, one_line, practice_text, role_name, tool_text
from vsdesigner.exchange.letter_colours import letter_ink
from vsdesigner.exchange.pptx.deck import Deck, page_title
from vsdesigner.exchange.pptx.lane_shapes import shades
from vsdesigner.exchange.pptx.master import CONTENT
from vsdesigner.exchange.pptx.sheet import TableCell
from vsdesigner.exchange.pptx.step_facts import in_role_order
from vsdesigner.exchange.pptx.tables import LINE, RowPlan, head, paged
from vsdesigner.exchange.pptx.text import Paragraph, Run, plain
from vsdesigner.language import say
from vsdesigner.layout.geometry import Point
from vsdesigner.model.records import Step
from vsdesigner.palette import LIGHT

_SIZE = 11.0
_NUMBER, _NAME = 36.0, 170.0
_LEAST = 100.0  # width of the other columns


def add(deck: Deck) -> None:
    """Add the slides."""
    groups: dict[str, list[Step]] = {phase.id: [] for phase in deck.view.phases(deck.stream.id)}
    names = {phase.id: phase.name or say("Phase") for phase in deck.view.phases(deck.stream.id)}
    for step in deck.view.steps(deck.stream.id):
        phase = phase_of(deck.view, step.id)
        groups.setdefault(phase.id if phase else "", []).append(step)
    names[""] = say("Outside the phases") if len(names) else say("Steps")
    for id, steps in groups.items():
        if steps:
            _add_phase(deck, names[id], steps)


def _add_phase(deck: Deck, name: str, steps: list[Step]) -> None:
    titles = ("", say("Step"), say("Tasks"), say("Practices"), say("Tools"), say("Responsibility"))
    rows = [_row(deck, step) for step in deck.stoppable(steps)]
    widths = _widths(rows)
    pages = paged(head(*titles, size=_SIZE), rows, widths, CONTENT.height)
    notes = "\n\n".join(
        f"{deck.view.number(step.id)} {step.name}\n{step.presenter_notes}"
        for step in steps
        if step.presenter_notes
    )
    first = True
    for number, page in enumerate(pages, start=1):
        title = page_title(name, number, len(pages))
        sheet = deck.titled(title)
        words = say("Table of the steps of {name}").format(name=title)
        sheet.table(title, words, Point(CONTENT.x, CONTENT.y), widths, page, LINE)
        sheet.notes = notes if first else ""
        first = False
        slide = deck.add(sheet)
        for step in steps:
            deck.step_slides.setdefault(step.id, slide)


def _row(deck: Deck, step: Step) -> RowPlan:
    view, colours = deck.view, shades(deck.view, step.lane)
    number = plain(str(view.number(step.id)), _SIZE, bold=True, colour=colours.badge_text, align="ctr")
    name = step.name.strip() or say("Unnamed step")
    words = [plain(name, _SIZE, bold=True), plain(activity_text(view, step), _SIZE - 1, colour=colours.text)]
    tasks = [plain(one_line(task.text), _SIZE, bulleted=True, level=task.indent) for task in step.tasks]
    marks = [
        Paragraph(
            (
                Run(mark.letters, bold=True, colour=letter_ink(mark.letters)),
                Run(f" {role_name(view, mark.role)}"),
            ),
            _SIZE,
        )
        for mark in in_role_order(view, step.raci)
    ]
    return RowPlan(
        (
            TableCell([number], colours.badge),
            TableCell(words),
            TableCell(tasks),
            TableCell(_listed([practice_text(view, use) for use in step.practices])),
            TableCell(_listed([tool_text(view, use) for use in step.tools])),
            TableCell(marks),
        ),
        30.0,
    )


def _listed(lines: list[str]) -> list[Paragraph]:
    return [plain(one_line(line), _SIZE, bulleted=True, colour=LIGHT.text) for line in lines]


def _widths(rows: list[RowPlan]) -> list[float]:
    """Columns as wide as what they hold asks for: the rows become low."""
    weights = []
    for column in range(2, 6):
        letters = [sum(len(part.text) for part in row.cells[column].paragraphs) for row in rows]
        weights.append(math.sqrt(max(sum(letters) / len(letters), 1.0)))
    room = CONTENT.width - _NUMBER - _NAME - _LEAST * len(weights)
    return [_NUMBER, _NAME, *(_LEAST + room * weight / sum(weights) for weight in weights)]
