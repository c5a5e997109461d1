"""Chooses the painter of a look, and the colour it has from far away."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Step, Terminal, TerminalKind
from vsdesigner.ui.painting.block import paint_block, paint_note
from vsdesigner.ui.painting.card import paint_card
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.looks import (
    BlockLook,
    CardLook,
    PictureLook,
    StepLook,
    lane_colour,
    terminal_title,
)
from vsdesigner.ui.painting.overview import DEMAND, NOTE, VALUE
from vsdesigner.ui.painting.picture import paint_picture


def paint_look(painter: QPainter, look: CardLook, inks: Inks, *, selected: bool, hovered: bool) -> None:
    """Paint a card of any kind with its top left corner at the origin."""
    if isinstance(look, StepLook):
        paint_card(painter, look, inks, selected=selected, hovered=hovered)
    elif isinstance(look, BlockLook):
        paint_block(painter, look, inks, selected=selected, hovered=hovered)
    elif isinstance(look, PictureLook):
        paint_picture(painter, look, inks, selected=selected, hovered=hovered)
    else:
        paint_note(painter, look, inks, selected=selected, hovered=hovered)


def overview_colour(view: Snapshot, id: str) -> tuple[str, str]:
    """Return (colour or kind, number or title) of a card as `Overview.put_card` wants them."""
    record = view.find(id)
    if isinstance(record, Step):
        return lane_colour(view, record.lane), str(view.number(id))
    if isinstance(record, Terminal):
        return (VALUE if record.kind is TerminalKind.VALUE else DEMAND), terminal_title(view, record)
    return NOTE, ""
