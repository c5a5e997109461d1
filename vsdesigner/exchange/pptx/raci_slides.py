"""The slides with the responsibility matrix, divided by roles and rows where it is too large for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vsdesigner.document.wording import letters_of, one_line
from vsdesigner.exchange.letter_colours import letter_colours
from vsdesigner.exchange.pptx.deck import Deck, page_title
from vsdesigner.exchange.pptx.lane_shapes import shades
from vsdesigner.exchange.pptx.master import CONTENT
from vsdesigner.exchange.pptx.sheet import Look, TableCell
from vsdesigner.exchange.pptx.tables import HEAD_FILL, LINE, RowPlan, paged
from vsdesigner.exchange.pptx.text import broken, plain, text_width, widest_word
from vsdesigner.language import say
from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.model.parts import RaciMark
from vsdesigner.model.records import Role
from vsdesigner.palette import LIGHT

_SIZE = 11.0
_NUMBER = 34.0
_NAME_LEAST = 260.0
_UPRIGHT = 30.0  # least width of a role whose name stands upright
_CELL_SIDES = 16.0  # what a cell keeps free at its sides, with some more for other fonts
_UPRIGHT_HEIGHT = 120.0
_LEVEL_MOST = 110.0
_LEVEL_LINES = 3
_LEGEND = 20.0


def add(deck: Deck) -> None:
    """Add the slides; none when the document has no roles."""
    roles = _taking_part(deck)
    if not roles or not deck.view.steps(deck.stream.id):
        return
    rows = list(deck.stoppable(_rows(deck)))
    letters = [letters_of(marks, role.id) for _, _, marks in rows for role in roles]
    widest = max((text_width(each, _SIZE, bold=True) for each in letters), default=0.0)
    widths, upright, height = _role_columns(roles, widest)
    room = CONTENT.width - _NUMBER - _NAME_LEAST
    groups = _grouped(roles, widths, room)
    pages = []
    for group in groups:
        columns = [widths[role.id] for role in group]
        name = CONTENT.width - _NUMBER - sum(columns)
        spread = [_NUMBER, name, *columns]
        plans = [
            RowPlan((number, words, *(_letter(marks, role) for role in group)), 24.0)
            for number, words, marks in rows
        ]
        heading = _heading(group, upright=upright, height=height)
        for page in paged(heading, plans, spread, CONTENT.height - _LEGEND):
            pages.append((group, spread, page))
    for number, (group, spread, page) in enumerate(pages, start=1):
        title = page_title(say("Responsibilities (RACI)"), number, len(pages))
        sheet = deck.titled(title)
        names = ", ".join(role.name for role in group)
        words = say("Responsibility matrix: steps in rows, roles in columns: {roles}").format(roles=names)
        sheet.table(title, words, Point(CONTENT.x, CONTENT.y), spread, page, LINE)
        meaning = " · ".join(f"{entry.letter} {entry.name}" for entry in deck.view.settings.raci_letters)
        bottom = CONTENT.y + sum(used for used, _ in page)
        frame = Rect(CONTENT.x, bottom + 6.0, CONTENT.width, 14.0)
        sheet.box(say("Letters"), meaning, frame, Look(), [plain(meaning, 9.5, colour=LIGHT.muted)])
        deck.add(sheet)


def _taking_part(deck: Deck) -> list[Role]:
    """The roles that hold a letter in this stream; all while nobody does."""
    steps = deck.view.steps(deck.stream.id)
    marks = [mark for step in steps for mark in step.raci]
    marks += [mark for step in steps for task in step.tasks for mark in task.raci]
    holding = {mark.role for mark in marks}
    return [role for role in deck.view.roles if role.id in holding or not holding]


def _rows(deck: Deck) -> Iterator[tuple[TableCell, TableCell, Sequence[RaciMark]]]:
    view = deck.view
    for step in view.steps(deck.stream.id):
        colours = shades(view, step.lane)
        number = plain(str(view.number(step.id)), _SIZE, bold=True, colour=colours.badge_text, align="ctr")
        name = step.name.strip() or say("Unnamed step")
        yield TableCell([number], colours.badge, "middle"), _name(name), step.raci
        for task in step.tasks:
            if task.raci:
                words = plain(one_line(task.text), _SIZE - 1.0, bulleted=True, colour=LIGHT.muted)
                yield TableCell([], colours.band), TableCell([words], None, "middle"), task.raci


def _name(text: str) -> TableCell:
    return TableCell([plain(text, _SIZE)], None, "middle")


def _letter(marks: Sequence[RaciMark], role: Role) -> TableCell:
    letters = letters_of(marks, role.id)
    if not letters:
        return TableCell([], None, "middle")
    ground, ink = letter_colours(letters)
    return TableCell([plain(letters, _SIZE, bold=True, colour=ink, align="ctr")], ground, "middle")


def _heading(roles: Sequence[Role], *, upright: bool, height: float) -> RowPlan:
    blank = TableCell([], HEAD_FILL)
    step = TableCell([plain(say("Step"), _SIZE, bold=True)], HEAD_FILL, "bottom")
    cells = [
        TableCell(
            [
                plain(
                    _broken_upright(role.name) if upright else role.name,
                    _SIZE,
                    bold=True,
                    align="l" if upright else "ctr",
                )
            ],
            HEAD_FILL,
            "middle" if upright else "bottom",
            upright=upright,
        )
        for role in roles
    ]
    return RowPlan((blank, step, *cells), height)


def _role_columns(roles: Sequence[Role], letters: float) -> tuple[dict[str, float], bool, float]:
    """The width of each role's column, whether the names stand upright, and the height of the heading.

    No column is narrower than its widest `letters`.
    """
    level = {role.id: max(_level_width(role.name), letters + _CELL_SIDES) for role in roles}
    room = CONTENT.width - _NUMBER - _NAME_LEAST
    if max(level.values()) <= _LEVEL_MOST and sum(level.values()) <= room:
        spare = min((room - sum(level.values())) / len(roles), 60.0)
        return {id: width + spare for id, width in level.items()}, False, 24.0
    names = {role.id: _broken_upright(role.name) for role in roles}
    longest = max(text_width(line, _SIZE, bold=True) for name in names.values() for line in name.split("\n"))
    height = max(longest / 0.95 + 14.0, 50.0)
    widths = {}
    for role in roles:
        lines = names[role.id].count("\n") + 1
        widths[role.id] = min(max(_UPRIGHT, letters + _CELL_SIDES, lines * _SIZE * 1.2 + 14.0), room)
    # What is left over is for the columns as much as for the names of the steps.
    spare = max(0.0, min((room - sum(widths.values())) / (len(roles) + 1), _UPRIGHT))
    return {id: width + spare for id, width in widths.items()}, True, height


def _broken_upright(name: str) -> str:
    """A name in lines that fit upright: LibreOffice would set it in one and make the heading higher."""
    return "\n".join(broken(name, _UPRIGHT_HEIGHT - 14.0, _SIZE, bold=True))


def _level_width(name: str) -> float:
    """The least width in which a level name takes few lines and breaks no word."""
    width = max(54.0, widest_word(name, _SIZE, bold=True) / 0.95 + 12.0)
    while width <= _LEVEL_MOST and len(broken(name, width - 10.0, _SIZE, bold=True)) > _LEVEL_LINES:
        width += 6.0
    return width


def _grouped(roles: Sequence[Role], widths: dict[str, float], room: float) -> list[list[Role]]:
    """The roles of each slide."""
    groups: list[list[Role]] = [[]]
    used = 0.0
    for role in roles:
        if groups[-1] and used + widths[role.id] > room:
            groups.append([])
            used = 0.0
        groups[-1].append(role)
        used += widths[role.id]
    return groups
