"""How large each card is and how its text breaks into lines."""

from __future__ import annotations

from dataclasses import dataclass

from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.measure import TextMeasurer
from vsdesigner.model.dimensions import (
    CARD_HEIGHT,
    CARD_LINES,
    CARD_TEXT_RIGHT,
    CARD_TEXT_X,
    CARD_WIDTH,
    NOTE_LINES,
    NOTE_PADDING,
    TERMINAL_HEIGHT,
    TERMINAL_LINES,
    TERMINAL_PADDING,
    TERMINAL_WIDTH,
)
from vsdesigner.model.records import Note, NoteKind, Placed, Step, Stream, Terminal, TerminalKind

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Card:
    """A step, terminal or note as it is drawn: place, lines of its name or text, whether some were cut."""

    id: str
    rect: Rect
    lines: tuple[str, ...]
    elided: bool


@dataclass(frozen=True, slots=True)
class CardSize:
    """Size and lines of a card before it has a place."""

    width: float
    height: float
    lines: tuple[str, ...]
    elided: bool


def cut(lines: tuple[str, ...], most: int) -> tuple[tuple[str, ...], bool]:
    """Return at most `most` lines, the last with an ellipsis when lines are missing, and whether they are."""
    if len(lines) <= most:
        return lines, False
    if most <= 0:
        return (), True
    last = lines[most - 1]
    return (*lines[: most - 1], last[: max(1, len(last) - 2)].rstrip(" ,.;:–-") + ELLIPSIS), True


def card_size(record: Placed, stream: Stream, measurer: TextMeasurer) -> CardSize:
    """Return the size of a step, terminal or note.

    A step's card grows with its name unless its height was fixed by hand, a note with its text; a
    terminal's text is cut.
    """
    if isinstance(record, Step):
        return _step(record, measurer)
    if isinstance(record, Terminal):
        return _terminal(record, stream, measurer)
    if isinstance(record, Note):
        return _note(record, measurer)
    raise TypeError(type(record).__name__)


def _note(note: Note, measurer: TextMeasurer) -> CardSize:
    """A note grows with its text, downwards; a picture is as large as it was made."""
    if note.kind is NoteKind.PICTURE:
        return CardSize(note.width, note.height, (), False)
    line = measurer.line_height("note")
    lines, elided = cut(measurer.lines(note.text, "note", note.width - 2 * NOTE_PADDING), NOTE_LINES)
    return CardSize(note.width, max(note.height, len(lines) * line + 2 * NOTE_PADDING), lines, elided)


def _step(step: Step, measurer: TextMeasurer) -> CardSize:
    width = step.width or CARD_WIDTH
    lines = measurer.lines(step.name, "card", width - CARD_TEXT_X - CARD_TEXT_RIGHT)
    line = measurer.line_height("card")
    if step.height is None:
        return CardSize(width, CARD_HEIGHT + max(0, len(lines) - CARD_LINES) * line, lines, False)
    shown, elided = cut(lines, CARD_LINES + int((step.height - CARD_HEIGHT) // line))
    return CardSize(width, step.height, shown, elided)


def _terminal(terminal: Terminal, stream: Stream, measurer: TextMeasurer) -> CardSize:
    text = stream.demand if terminal.kind is TerminalKind.DEMAND else stream.value
    lines, elided = cut(
        measurer.lines(text, "block", TERMINAL_WIDTH - 2 * TERMINAL_PADDING) if text else (), TERMINAL_LINES
    )
    extra = max(0, len(lines) - 3) * measurer.line_height("block")
    return CardSize(TERMINAL_WIDTH, TERMINAL_HEIGHT + extra, lines, elided)
