"""The tables of the method on pages: use case, steps, tasks, practices and tools, RACI."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from vsdesigner.document.card_words import lane_colour
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import (
    ITEM,
    activity_text,
    letters_of,
    mapping_text,
    one_line,
    practices_text,
    return_notes,
    tasks_text,
    tools_text,
    use_case_rows,
    use_case_texts,
)
from vsdesigner.exchange.paper_options import LANDSCAPE, PRACTICES_TOOLS, RACI, STEPS, TASKS, USE_CASE
from vsdesigner.language import say
from vsdesigner.model.parts import RaciMark
from vsdesigner.model.records import Role, Step, Stream
from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.pictures.paper.blocks import Cell, Line, Row, cell_of, header_row, lines_of, shares
from vsdesigner.ui.pictures.paper.flowing import flowed
from vsdesigner.ui.pictures.paper.page import Page
from vsdesigner.ui.pictures.paper.sheet import Paper

RESPONSIBILITIES = "Roles and Responsibilities"  # what `use_case_texts` calls this row
_LEAST_ROLE, _LEVEL_ROLE = 28.0, 92.0  # px of a role's column; below the second its name stands upright
_MOST_ROLES = 24  # beside each other; more go on in a table of their own

TablePages = Callable[[Snapshot, Stream, Paper, Inks, str], list[Page]]


def has_use_case(view: Snapshot, stream: Stream) -> bool:
    """Say whether anybody has written something of the use case; roles come from the steps by themselves."""
    return any(text for label, text in use_case_texts(view, stream).items() if label != RESPONSIBILITIES)


def use_case_pages(view: Snapshot, stream: Stream, paper: Paper, inks: Inks, title: str) -> list[Page]:
    """Return the pages with the use case."""
    sheet = paper.ways()[0]
    widths = shares(sheet.content.width(), (27, 73))
    rows = [
        Row((cell_of(label, widths[0], role="panel_strong"), cell_of(words, widths[1])), widths)
        for label, words in use_case_rows(view, stream)
    ]
    return flowed(rows, sheet, inks, title, say("Use case"))


def step_pages(view: Snapshot, stream: Stream, paper: Paper, inks: Inks, title: str) -> list[Page]:
    """Return the pages that map steps to activities, with what the method wants noted below."""
    sheet = paper.ways()[0]
    widths = shares(sheet.content.width(), (50, 50))
    rows = [
        Row((_name(view, step, widths[0]), cell_of(mapping_text(view, step), widths[1])), widths)
        for step in view.steps(stream.id)
    ]
    wide = (sheet.content.width(),)
    notes = return_notes(view, stream.id)
    rows += [
        Row((cell_of(note, wide[0]),), wide, ruled=False, gap=8.0 if first else 0.0)
        for first, note in zip((True, *[False] * len(notes)), notes, strict=False)
    ]
    header = header_row((say("Value stream step"), say("Activity")), widths)
    return flowed(rows, sheet, inks, title, say("Steps and activities"), header)


def task_pages(view: Snapshot, stream: Stream, paper: Paper, inks: Inks, title: str) -> list[Page]:
    """Return the pages with the tasks of each step."""
    sheet = paper.ways()[0]
    widths = shares(sheet.content.width(), (30, 20, 50))
    rows = [
        Row(
            (
                _name(view, step, widths[0]),
                cell_of(activity_text(view, step), widths[1]),
                cell_of(tasks_text(step), widths[2]),
            ),
            widths,
        )
        for step in view.steps(stream.id)
    ]
    header = header_row((say("Value stream step"), say("Activity"), say("Actions and tasks")), widths)
    return flowed(rows, sheet, inks, title, say("Tasks"), header)


def practice_pages(view: Snapshot, stream: Stream, paper: Paper, inks: Inks, title: str) -> list[Page]:
    """Return the pages with practices, tools and technologies of each step."""
    sheet = paper.ways(LANDSCAPE)[0]
    widths = shares(sheet.content.width(), (22, 14, 26, 19, 19))
    rows = []
    for step in view.steps(stream.id):
        words = (
            activity_text(view, step),
            tasks_text(step),
            practices_text(view, step),
            tools_text(view, step),
        )
        more = (cell_of(said, width) for said, width in zip(words, widths[1:], strict=True))
        rows.append(Row((_name(view, step, widths[0]), *more), widths))
    titles = (
        say("Value stream step"),
        say("Activity"),
        say("Actions and tasks"),
        say("Practices"),
        say("Tools and technologies"),
    )
    header = header_row(titles, widths)
    return flowed(rows, sheet, inks, title, say("Practices and tools"), header)


def raci_pages(view: Snapshot, stream: Stream, paper: Paper, inks: Inks, title: str) -> list[Page]:
    """Return the pages with the letters of all roles; many roles go on in a further table."""
    meanings = " · ".join(f"{entry.letter} {entry.name.lower()}" for entry in view.settings.raci_letters)
    subject = f"{say('Responsibility')}: {meanings}"
    roles = view.roles
    made = []
    for start in range(0, max(1, len(roles)), _MOST_ROLES):
        made += _raci_table(view, stream, paper, inks, title, subject, roles[start : start + _MOST_ROLES])
    return made


#: Part → what makes its pages.
TABLES: dict[str, TablePages] = {
    USE_CASE: use_case_pages,
    STEPS: step_pages,
    TASKS: task_pages,
    PRACTICES_TOOLS: practice_pages,
    RACI: raci_pages,
}


def _raci_table(
    view: Snapshot,
    stream: Stream,
    paper: Paper,
    inks: Inks,
    title: str,
    subject: str,
    roles: Sequence[Role],
) -> list[Page]:
    sheet = paper.ways(LANDSCAPE)[0]
    total = sheet.content.width()
    each = min(_LEVEL_ROLE * 1.4, max(_LEAST_ROLE, total * 0.6 / max(1, len(roles))))
    words = max(120.0, total - each * len(roles))
    widths = (words * 0.62, words * 0.38, *[each] * len(roles))
    rows = list(_raci_rows(view, stream, roles, widths))
    titles = (say("Value stream step"), say("Activity"), *(one_line(role.name) for role in roles))
    level = each >= _LEVEL_ROLE and all(
        text.width(word, "section") < each - 16 for role in roles for word in role.name.split()
    )
    header = header_row(titles, widths, narrow_from=2, upright=not level)
    return flowed(rows, sheet, inks, title, subject, header)


def _raci_rows(
    view: Snapshot, stream: Stream, roles: Sequence[Role], widths: tuple[float, ...]
) -> Iterator[Row]:
    for step in view.steps(stream.id):
        activity = cell_of(activity_text(view, step), widths[1])
        yield Row((_name(view, step, widths[0]), activity, *_letters(step.raci, roles, widths)), widths)
        for task in step.tasks:
            if task.raci:
                name = Cell(lines_of(ITEM + one_line(task.text), widths[0]), lane_colour(view, step.lane))
                yield Row((name, Cell(), *_letters(task.raci, roles, widths)), widths)


def _letters(marks: Sequence[RaciMark], roles: Sequence[Role], widths: Sequence[float]) -> list[Cell]:
    """A cell a role; letters stay on one line, smaller ones where they need it."""
    found = (letters_of(marks, role.id) for role in roles)
    return [
        Cell((Line(said, _letter_role(said, widths[2])),) if said else (), centred=True, letters=said)
        for said in found
    ]


def _letter_role(letters: str, width: float) -> str:
    return "panel_strong" if text.width(letters, "panel_strong") <= width - 4 else "badge"


def _name(view: Snapshot, step: Step, width: float) -> Cell:
    """The cell of a step: number and name beside the colour of its activity."""
    name = f"{view.number(step.id)}  {one_line(step.name) or say('Unnamed step')}"
    return cell_of(name, width, role="panel_strong", lane=lane_colour(view, step.lane))
