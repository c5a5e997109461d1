"""The ghost of a step that is about to be made: the card as it will stand in its lane."""

from __future__ import annotations

from vsdesigner.layout.cards import cut
from vsdesigner.layout.geometry import Rect
from vsdesigner.model.dimensions import CARD_LINES, CARD_TEXT_RIGHT, CARD_TEXT_X
from vsdesigner.model.records import Lane
from vsdesigner.ui.canvas.marks import GhostMark
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.lane_words import step_words
from vsdesigner.ui.painting.looks import StepLook, lane_colour
from vsdesigner.ui.painting.measure import FontMeasurer

PLUS = "+"  # stands where the number will be
_MEASURER = FontMeasurer()


def step_ghost(stage: Stage, rect: Rect, lane: str) -> GhostMark:
    """Return the ghost of a new step of a lane, in the lane's colour and called as the palette calls it."""
    colour = lane_colour(stage.now, lane)
    words = step_words(stage.now.get(lane, Lane))
    broken = _MEASURER.lines(words, "card", rect.width - CARD_TEXT_X - CARD_TEXT_RIGHT)
    lines, _ = cut(broken, CARD_LINES)
    look = StepLook(rect.width, rect.height, colour, PLUS, lines, named=True)
    return GhostMark(rect, colour, look)
