"""Gives demand and value on slides the room that their words need, as far as nothing else stands there."""

from __future__ import annotations

from collections.abc import Mapping

from vsdesigner.document.card_words import terminal_text
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.pptx.text import LINE, text_height
from vsdesigner.layout.geometry import Rect
from vsdesigner.model.records import Terminal, TerminalKind

_SIZE = 9.0  # pt of the words, and of the title above them
_WIDER, _HIGHER = 1.7, 1.1  # most of it, beside what the drawing says
_STEP = 4.0  # pt by which one is made wider at a time
_FREE = 6.0  # pt to what stands beside it
_ROUND = 0.3 * 0.2929  # share of the shorter side that round corners take from the words


def with_roomy_ends(view: Snapshot, rects: Mapping[str, Rect], room: Rect) -> dict[str, Rect]:
    """Return the rectangles with demand and value wider and higher where their words would be cut.

    They grow away from the steps and keep their middle's height, so that straight flows stay straight.
    """
    found = dict(rects)
    for id, rect in rects.items():
        record = view.find(id)
        if isinstance(record, Terminal):
            words = " ".join(terminal_text(view, record).split())
            others = [other.grown(_FREE) for key, other in found.items() if key != id]
            found[id] = _grown(words, rect, others, room, leftwards=record.kind is TerminalKind.DEMAND)
    return found


def _grown(words: str, rect: Rect, others: list[Rect], room: Rect, *, leftwards: bool) -> Rect:
    best = rect
    wider = 0.0
    while not _holds(words, best) and wider <= rect.width * (_WIDER - 1):
        higher = min(wider / 2, rect.height * (_HIGHER - 1))
        x = rect.x - wider if leftwards else rect.x
        tried = Rect(x, rect.y - higher / 2, rect.width + wider, rect.height + higher)
        if not room.encloses(tried) or any(other.overlaps(tried) for other in others):
            break
        best = tried
        wider += _STEP
    return best


def _holds(words: str, rect: Rect) -> bool:
    inset = 2 * _ROUND * min(rect.width, rect.height)
    return text_height(words, rect.width - 10.0 - inset, _SIZE) <= rect.height - _SIZE * LINE - 2.0 - inset
