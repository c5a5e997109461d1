"""Paints words on what is seen small: at a size that can be read, as many lines as fit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen

from vsdesigner.ui.painting import text
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.measure import FontMeasurer

LETTERS = 9.5  # px on screen
LEAST = 9.0  # px on screen, where one line more fits so
SMALLER = 0.8  # of that, where a single word fits so
LEAST_WORD = 0.55  # of that, where a word that stays whole fits so
CLOSER = 0.94  # of the height of the letters from line to line
ROOM_STEP = 6.0  # px; zooming would break every name anew with each frame
BROKEN_KEPT = 10_000
PUT_KEPT = 2_000
_measurer = FontMeasurer()


@dataclass(frozen=True, slots=True)
class Words:
    """What is written; a `number` stands ahead of it in a pen of its own."""

    said: str
    role: str
    number: str = ""
    centred: bool = False
    whole: bool = False  # no word is broken while it fits at a smaller size


@dataclass(frozen=True, slots=True)
class Setting:
    """Words as they are put into an area: lines with their places in px of letters `grown` times as large."""

    grown: float
    lines: tuple[tuple[float, float, str], ...]
    number: tuple[float, float, str] | None


def paint_words(painter: QPainter, words: Words, area: QRectF, inks: Inks, pen: QPen, mark: QPen) -> None:
    """Paint into `area`, in scene px, at least one line; `mark` is the pen of the number."""
    put = _put(words, area.width(), area.height(), inks.scale)
    painter.save()
    painter.translate(area.topLeft())
    painter.scale(put.grown, put.grown)
    if put.number is not None:
        x, y, number = put.number
        painter.setPen(mark)
        text.draw(painter, number, words.role, x, y)
    painter.setPen(pen)
    for x, y, line in put.lines:
        text.draw(painter, line, words.role, x, y)
    painter.restore()


@lru_cache(maxsize=PUT_KEPT)
def _put(words: Words, width: float, height: float, scale: float) -> Setting:
    role, size = words.role, text.canvas_font(words.role).pixelSize()
    fitting = _fitting(height * scale, role, LEAST)
    letters = LETTERS if _fitting(height * scale, role, LETTERS) == fitting else LEAST
    grown = letters / scale / size
    wide = text.width(words.said, role) * grown
    if not words.number and wide * SMALLER <= width < wide * 1.01:
        grown *= width / wide / 1.01
    elif words.whole:
        widest = max((text.width(word, role) for word in words.said.split()), default=0.0) * grown
        if widest * LEAST_WORD <= width < widest * 1.01:
            grown *= width / widest / 1.01
    room, high = width / grown, text.height(role) * CLOSER
    whole = f"{words.number} {words.said}".strip()
    exact = words.whole or (not words.number and text.width(whole, role) <= room)
    steps = room if exact else room // ROOM_STEP * ROOM_STEP
    lines = _broken(whole, role, max(ROOM_STEP, steps), fitting)
    y = (height / grown - len(lines) * high) / 2 - text.height(role) * (1 - CLOSER) / 2
    placed, number = [], None
    for index, line in enumerate(lines):
        x = (room - text.width(line, role)) / 2 if words.centred else 0.0
        if index == 0 and words.number and line.startswith(words.number):
            number = (x, y, words.number)
            x += text.width(f"{words.number} ", role)
            line = line[len(words.number) :].strip()
        placed.append((x, y, line))
        y += high
    return Setting(grown, tuple(placed), number)


def _fitting(height: float, role: str, letters: float) -> int:
    """How many lines of letters of this size fit into a height in px on screen."""
    high = text.height(role) * CLOSER * letters / text.canvas_font(role).pixelSize()
    return max(1, int(height / high))


@lru_cache(maxsize=BROKEN_KEPT)
def _broken(words: str, role: str, room: float, fitting: int) -> tuple[str, ...]:
    lines = _measurer.lines(" ".join(words.split()), role, room)
    if len(lines) <= fitting:
        return lines
    rest = " ".join(lines[fitting - 1 :])
    return (*lines[: fitting - 1], text.elided(rest, role, room))
