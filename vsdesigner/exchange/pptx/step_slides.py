"""A slide for each step; long lists go on on further ones."""

from __future__ import annotations

from vsdesigner.exchange.pptx import master
from vsdesigner.exchange.pptx.deck import Deck, page_title
from vsdesigner.exchange.pptx.lane_shapes import shades
from vsdesigner.exchange.pptx.sheet import Look, Sheet
from vsdesigner.exchange.pptx.step_facts import Ink, figures, further, left_column, right_column, subtitle
from vsdesigner.exchange.pptx.text import (
    Paragraph,
    ellipsized,
    fitting_size,
    flowed,
    plain,
    text_width,
    total_height,
)
from vsdesigner.language import say
from vsdesigner.layout.geometry import Rect
from vsdesigner.model.records import Step
from vsdesigner.palette import LIGHT, mix

MOST = 1_000  # steps of a stream with slides of their own; a longer deck nobody opens
_SIZES = (16.0, 15.0, 14.0, 13.0, 12.0)
_BADGE = 40.0
_BADGE_GAP = 12.0
_TILE_HEIGHT = 44.0
_TILE_GAP = 12.0
_SUBTITLE = Rect(master.MARGIN + _BADGE + _BADGE_GAP, 70.0, 0.0, 34.0)


def add(deck: Deck) -> None:
    """Add the slides."""
    steps = deck.view.steps(deck.stream.id)
    for number, step in enumerate(steps[:MOST]):
        deck.advance(number / len(steps))
        _add_step(deck, step)
    if len(steps) > MOST:
        sheet = deck.titled(say("Further steps"))
        text = say(
            "This stream has {count} steps; slides tell the first {most}. The workbook has all of them."
        )
        words = text.format(count=len(steps), most=MOST)
        sheet.box(words, words, master.CONTENT, Look(anchor="top"), [plain(words, 16.0)])
        deck.add(sheet)


def _add_step(deck: Deck, step: Step) -> None:
    name = step.name.strip() or say("Unnamed step")
    tiles = figures(step)
    top = master.LEFT.y + (_TILE_HEIGHT + 14.0 if tiles else 0.0)
    pages = _pages(deck, step, master.LEFT.bottom - top)
    for number, (left, right) in enumerate(pages, start=1):
        sheet = deck.titled(page_title(name, number, len(pages)), badge=_BADGE + _BADGE_GAP)
        _head(sheet, deck, step)
        first = number == 1
        if first:
            _tiles(sheet, deck, step, tiles)
        y = top if first else master.LEFT.y
        for kind, text, frame in ((13, left, master.LEFT), (14, right, master.RIGHT)):
            if text:
                room = Rect(frame.x, y, frame.width, frame.bottom - y)
                sheet.placeholder("body", text, index=kind, frame=room)
        if not (left or right or tiles):
            words = say("Nothing has been written about this step yet.")
            sheet.placeholder("body", [plain(words, 14.0, colour=LIGHT.muted)], index=13, frame=master.LEFT)
        if first:
            sheet.notes = step.presenter_notes
        slide = deck.add(sheet, deck.package.columns)
        deck.step_slides.setdefault(step.id, slide)


def _pages(deck: Deck, step: Step, height: float) -> list[tuple[list[Paragraph], list[Paragraph]]]:
    """The two columns of each slide, in the largest letters with which one slide is enough."""
    view, colour = deck.view, shades(deck.view, step.lane).text
    for size in _SIZES:
        ink = Ink(size, colour)
        left, right = left_column(view, step, ink), right_column(view, step, ink)
        more = further(step, ink)
        for columns in ((left, right + more), (left + more, right)):
            if all(
                total_height(text, frame.width) <= height
                for text, frame in zip(columns, (master.LEFT, master.RIGHT), strict=True)
            ):
                return [columns]
    right += more
    pages: list[tuple[list[Paragraph], list[Paragraph]]] = []
    while left or right or not pages:
        first, left, right = _column(left, right, master.LEFT.width, height)
        second, right, left = _column(right, left, master.RIGHT.width, height)
        pages.append((first, second))
    return pages


def _column(
    own: list[Paragraph], other: list[Paragraph], room: float, height: float
) -> tuple[list[Paragraph], list[Paragraph], list[Paragraph]]:
    """What stands in a column, and what is left of its own text and of the other one's.

    A column whose own text has come to its end takes from the other one's.
    """
    if own:
        column, *rest = flowed(own, room, height)
        return column, [part for parts in rest for part in parts], other
    column, *rest = flowed(other, room, height)
    return column, own, [part for parts in rest for part in parts]


def _head(sheet: Sheet, deck: Deck, step: Step) -> None:
    """The step's number in its lane's colour and the line below the title."""
    colours = shades(deck.view, step.lane)
    number = str(deck.view.number(step.id))
    size = fitting_size(number, (_BADGE - 6.0, _BADGE), (20.0, 18.0, 16.0, 14.0, 12.0, 10.0), bold=True)
    words = say("Step {number}").format(number=number)
    place = Rect(master.MARGIN, master.TITLE.y + 3.0, _BADGE, _BADGE)
    digits = [plain(number, size, bold=True, colour=colours.badge_text, align="ctr")]
    sheet.box(words, words, place, Look("roundRect", colours.badge, round=0.22), digits)
    text = subtitle(deck.view, step)
    room = master.WIDTH - master.MARGIN - _SUBTITLE.x
    letters = fitting_size(text, (room, _SUBTITLE.height), (14.0, 13.0, 12.0, 11.0, 10.0, 9.0, 8.0))
    frame = Rect(_SUBTITLE.x, _SUBTITLE.y, room, _SUBTITLE.height)
    sheet.box(say("Activity"), text, frame, Look(anchor="top"), [plain(text, letters, colour=colours.text)])


def _tiles(sheet: Sheet, deck: Deck, step: Step, tiles: list[tuple[str, str]]) -> None:
    """Times and quality side by side."""
    fill = mix(LIGHT.card, shades(deck.view, step.lane).base, 0.08)
    x = master.LEFT.x
    for name, value in tiles:
        widest = max(text_width(name, 10.0), text_width(value, 15.0, bold=True))
        width = min(max(widest + 28.0, 130.0), 280.0)
        shown = [
            plain(name, 10.0, colour=LIGHT.muted),
            plain(ellipsized(value, width - 20.0, 15.0, bold=True), 15.0, bold=True),
        ]
        look = Look("roundRect", fill, round=0.12, margins=(10.0, 2.0, 6.0, 2.0))
        sheet.box(name, f"{name}: {value}", Rect(x, master.LEFT.y, width, _TILE_HEIGHT), look, shown)
        x += width + _TILE_GAP
