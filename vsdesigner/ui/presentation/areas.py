"""Where the parts of a presentation stand on a screen of any size, and how large its letters are."""

from __future__ import annotations

from typing import NamedTuple

from vsdesigner.layout.geometry import Rect

DESIGN_WIDTH, DESIGN_HEIGHT = 1920.0, 1080.0  # px for which sizes of letters are told
HEADER_SHARE, RIBBON_SHARE = 0.11, 0.15  # of the height
LEAST_HEADER, LEAST_RIBBON = 80.0, 96.0  # design px
CARD_SHARE = 0.354  # of the width
SQUARE_CARD_SHARE = 0.40  # the same on 4:3, where there is less width for the words
SQUARE_BELOW = 1.5  # width ÷ height
PORTRAIT_STAGE_SHARE = 0.40  # of what header and ribbon leave of the height


class Areas(NamedTuple):
    """The parts in px of the window; `unit` is how many px one px of a 1920 × 1080 design has here."""

    header: Rect
    stage: Rect
    card: Rect
    ribbon: Rect
    unit: float
    portrait: bool


def areas(width: float, height: float, *, carded: bool = True, below: float = 0.0) -> Areas:
    """Return where everything stands in a window of this size (px, both at least 1).

    Upright screens have the card below the stage; on others it has the share `below` of what header and
    ribbon leave of the height, if that is not 0. Without a card (`carded` false) the stage has all of the
    middle; the card's area is then empty.
    """
    portrait = height > width
    unit = min(width / DESIGN_HEIGHT, height / DESIGN_WIDTH) if portrait else _unit(width, height)
    header_height = max(LEAST_HEADER * unit, HEADER_SHARE * min(width, height))
    ribbon_height = max(LEAST_RIBBON * unit, RIBBON_SHARE * min(width, height))
    middle = max(1.0, height - header_height - ribbon_height)
    header = Rect(0, 0, width, header_height)
    ribbon = Rect(0, height - ribbon_height, width, ribbon_height)
    if not carded:
        stage = Rect(0, header_height, width, middle)
        return Areas(header, stage, Rect(width, header_height, 0, 0), ribbon, unit, portrait)
    if portrait or below:
        stage_height = middle * (PORTRAIT_STAGE_SHARE if portrait else 1 - below)
        stage = Rect(0, header_height, width, stage_height)
        card = Rect(0, header_height + stage_height, width, middle - stage_height)
        return Areas(header, stage, card, ribbon, unit, portrait)
    share = SQUARE_CARD_SHARE if width / height < SQUARE_BELOW else CARD_SHARE
    card_width = width * share
    stage = Rect(0, header_height, width - card_width, middle)
    card = Rect(width - card_width, header_height, card_width, middle)
    return Areas(header, stage, card, ribbon, unit, portrait)


def _unit(width: float, height: float) -> float:
    return min(width / DESIGN_WIDTH, height / DESIGN_HEIGHT)
