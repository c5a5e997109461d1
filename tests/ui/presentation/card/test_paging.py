"""How a card is divided among pages: few of them, sections whole, ways first, one form of lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.examples.test_starting_points import SHIPPED, shipped
from tests.ui.presentation.card.test_card import at_fork, example
from tests.ui.presentation.sheets import Desk
from vsdesigner.analysis.journey import StopKind
from vsdesigner.ui.presentation.card.content import (
    Block,
    Chip,
    Chips,
    Choice,
    Content,
    Figures,
    Heading,
    Letters,
    Words,
    plain,
)
from vsdesigner.ui.presentation.card.layout import Laid, lay_out, ways_last
from vsdesigner.ui.presentation.card.paging import SHORT, divide
from vsdesigner.ui.presentation.card.pieces import Band, Placed, Shape
from vsdesigner.ui.presentation.colours import presenting_theme

FULL_HD_ROOM = (590.0, 730.0)


def bands(*sections: int, keep: tuple[int, ...] = ()) -> list[Band]:
    """Sections of so many lines of 10 px under a title, all without gaps."""
    made: list[Band] = []
    for place, count in enumerate(sections):
        made.append(Band(10.0, keep=True, heads=True, section=f"section {place}"))
        made += [Band(10.0, section=f"section {place}") for _ in range(count)]
    for index in keep:
        made[index].keep = True
    return made


def starts(made: list[Band], height: float, head: float = 0.0) -> tuple[int, ...]:
    return divide(made, height, lambda index: head if index else 0.0).starts


# -- dividing -----------------------------------------------------------------------------------------------
def test_pages_are_about_equally_full() -> None:
    assert starts(bands(2, 2, 2, 2), 100.0) == (0, 6)


def test_sections_move_as_a_whole() -> None:
    assert starts(bands(4, 6), 100.0) == (0, 5)


def test_a_section_is_torn_for_a_page_less() -> None:
    assert len(starts(bands(7, 7, 7), 120.0)) == 2
    assert len(starts(bands(7, 7, 7), 110.0)) == 3


def test_no_line_of_a_section_stands_alone() -> None:
    (_, second) = starts(bands(13), 125.0)
    assert 3 <= second <= 12


def test_what_is_kept_together_costs_rather_a_page_more() -> None:
    made = bands(7, 7, 7, keep=tuple(range(9, 15)))  # the second one is all figures
    assert len(starts(made, 120.0)) == 3


def test_a_page_with_next_to_nothing_is_filled_up() -> None:
    made = bands(8, 2)
    (_, second) = starts(made, 100.0, head=20.0)
    assert (len(made) - second) * 10.0 > 100.0 * SHORT


def test_what_is_too_high_for_any_page_gets_one() -> None:
    assert starts([Band(10.0), Band(500.0), Band(10.0)], 100.0) == (0, 1, 2)


# -- what ships ---------------------------------------------------------------------------------------------
def continued(laid: Laid) -> list[str]:
    """The titles that go on on further pages."""
    found = (piece for page in laid.pages for piece in page.repeated if isinstance(piece, Placed))
    return [piece.line.text for piece in found if "continued" in piece.line.text]


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1024, 768)])
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_pages_of_what_ships_read_well(qtbot: QtBot, path: Path, size: tuple[int, int]) -> None:
    view = shipped(path)
    desk = Desk(qtbot, view, size=size)
    for step in view.steps(desk.show.stream):
        desk.show.go_to(step.id)
        laid, area = desk.laid[0].laid, desk.laid[0].column.area
        assert len(laid.pages) <= 3
        assert not any("Time and quality" in title for title in continued(laid))
        if len(laid.pages) > 1:
            for page in laid.pages:
                assert page.height > SHORT * area.height(), step.name
        if len(desk.show.journey.ways) > 1:
            assert [index for _, index in laid.pages[0].choices] == [*range(len(desk.show.journey.ways))]
            assert any("Tasks" in line.line.text for line in laid.pages[0].words) or not step.tasks


def test_a_walk_through_an_example_takes_fewer_keys(qtbot: QtBot) -> None:
    """27 before pages were balanced, for 9 steps and both ends."""
    desk = Desk(qtbot, example("three-phases"))
    pages = 0
    while desk.show.next():
        pages += desk.show.stop.kind is StopKind.STEP
    assert pages <= 23


def test_a_fork_asks_below_its_name(qtbot: QtBot) -> None:
    desk = at_fork(qtbot)
    lines = [line.line.text.strip() for line in desk.laid[0].page(0).words]
    name, ways, tasks = (
        lines.index(text) for text in ("Diagnose and try a first fix", "Which way next?", "Tasks")
    )
    assert name < ways < tasks
    assert desk.laid[0].page(0).choices
    key = next(line for line in desk.laid[0].page(0).words if line.line.text == "1")
    around = [
        shape
        for shape in desk.laid[0].page(0).pieces
        if isinstance(shape, Shape) and shape.area.contains(key.area.center()) and shape.frame is not None
    ]
    assert [shape.fill for shape in around] == [desk.show.theme.card], "a key, not a step's number"


def test_where_there_is_no_room_the_ways_come_last(qapp: QApplication) -> None:
    content = at_once(
        Words(plain("A name that is long " * 60), Letters.TITLE),
        *ways(4),
        Heading("Tasks"),
        Words(plain("x")),
    )
    laid = lay_out(content, *FULL_HD_ROOM, presenting_theme(dark=False), 1.0, 24.0)
    assert len(laid.pages) > 1
    assert not laid.pages[0].choices
    assert [index for _, index in laid.pages[-1].choices] == [0, 1, 2, 3]
    assert ways_last(content.blocks)[-5:] == content.blocks[1:6]


def ways(count: int) -> list[Block]:
    return [Heading("Which way next?"), *(Choice(index, f"to step {index}") for index in range(count))]


def at_once(*blocks: Block) -> Content:
    return Content("A card", blocks)


# -- one form -----------------------------------------------------------------------------------------------
def test_lists_of_a_card_have_one_form(qapp: QApplication) -> None:
    short, long = [Chip("one"), Chip("two")], [Chip("a chip that is too long for one line " * 3), Chip("b")]

    def dots(*lists: list[Chip]) -> int:
        content = at_once(*(Chips(tuple(chips), alike=True) for chips in lists))
        laid = lay_out(content, *FULL_HD_ROOM, presenting_theme(dark=False), 1.0, 24.0)
        return sum(isinstance(piece, Shape) and piece.frame is None for piece in laid.pages[0].pieces)

    assert dots(short) == 0
    assert dots(short, long) == 4


def test_figures_are_never_torn(qapp: QApplication) -> None:
    figures = Figures(tuple((f"{number} weeks and more", "a name of some length") for number in range(6)))
    for lines in range(10, 40):
        content = at_once(
            Heading("Tasks"),
            *(Words(plain("A line")) for _ in range(lines)),
            Heading("Time and quality"),
            figures,
        )
        laid = lay_out(content, *FULL_HD_ROOM, presenting_theme(dark=False), 1.0, 24.0)
        assert not any("Time" in title for title in continued(laid)), lines


def test_a_name_may_have_two_lines_on_further_pages(qtbot: QtBot) -> None:
    desk = Desk(qtbot, example("three-phases"))
    desk.show.go_to("step-acquire")
    said = [line.line.text for line in desk.laid[0].page(1).repeated if isinstance(line, Placed)]
    assert "Acquire the signature platform" in " ".join(" ".join(said).split())
