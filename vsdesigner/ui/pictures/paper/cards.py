"""A card for each step on pages: all that is written about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from vsdesigner.document.card_words import lane_colour
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import (
    ITEM,
    duration_text,
    mapping_text,
    number_text,
    one_line,
    practice_text,
    role_name,
    task_lines,
    tool_text,
)
from vsdesigner.language import say
from vsdesigner.model.records import Step, Stream
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.pictures.paper.blocks import Cell, Ink, Line, Row, lines_of, shares
from vsdesigner.ui.pictures.paper.flowing import flowed
from vsdesigner.ui.pictures.paper.page import Page
from vsdesigner.ui.pictures.paper.sheet import Paper

GAP = 14.0  # px between two cards
_SECTION = 6.0  # px above a heading


def card_pages(view: Snapshot, stream: Stream, paper: Paper, inks: Inks, title: str) -> list[Page]:
    """Return the pages with the cards, several on each, each card with a mark of its own."""
    sheet = paper.ways()[0]
    widths = shares(sheet.content.width(), (50, 50))
    rows = [_card(view, step, widths) for step in view.steps(stream.id)]
    return flowed(rows, sheet, inks, title, say("Steps"))


def _card(view: Snapshot, step: Step, widths: tuple[float, ...]) -> Row:
    name = f"{view.number(step.id)}  {one_line(step.name) or say('Unnamed step')}"
    left = [
        *lines_of(name, widths[0], "panel_strong"),
        *lines_of(mapping_text(view, step), widths[0], "card_footer", Ink.MUTED),
        *_section(say("Actions and tasks"), task_lines(step.tasks), widths[0]),
    ]
    right = [line for title, words in _facts(view, step) for line in _section(title, words, widths[1])]
    if right:
        right[0] = replace(right[0], above=0.0)
    cells = (Cell(tuple(left), lane_colour(view, step.lane)), Cell(tuple(right)))
    return Row(cells, widths, framed=True, gap=GAP, mark=name.replace("  ", ". ", 1))


def _facts(view: Snapshot, step: Step) -> Iterator[tuple[str, Iterable[str]]]:
    """Headings of the right half with their lines; those without any are left out later."""
    yield say("Practices"), _items(practice_text(view, use) for use in step.practices)
    yield say("Tools and technologies"), _items(tool_text(view, use) for use in step.tools)
    yield say("Responsibility"), [f"{mark.letters}  {role_name(view, mark.role)}" for mark in step.raci]
    yield say("Times and quality"), list(_figures(step))
    yield say("Inputs"), _items(step.inputs)
    yield say("Information"), _items(step.information)
    yield say("Outputs"), _items(step.outputs)
    yield say("Constraints"), _items(step.constraints)
    yield say("Skills"), _items(step.skills)
    yield say("Metrics"), _items(step.metrics)


def _figures(step: Step) -> Iterator[str]:
    if step.process_time is not None:
        yield f"{say('Process time')}: {duration_text(step.process_time)}"
    if step.wait_time is not None:
        yield f"{say('Wait time')}: {duration_text(step.wait_time)}"
    if step.complete_and_accurate is not None:
        yield f"{say('Complete and accurate')}: {number_text(step.complete_and_accurate)} %"


def _items(words: Iterable[str]) -> list[str]:
    return [ITEM + one_line(word) for word in words]


def _section(title: str, words: Iterable[str], width: float) -> list[Line]:
    lines = [line for said in words for line in lines_of(said, width)]
    if not lines:
        return []
    heading = lines_of(title, width, "section", Ink.HEAD)
    return [replace(heading[0], above=_SECTION), *heading[1:], *lines]
