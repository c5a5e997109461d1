"""Draws the card of a step: shadow, ground, coloured edge, number, name, footer with counts, chip."""

from __future__ import annotations

import math

from vsdesigner.document.card_words import accountable_role, lane_colour, role_mark
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import duration_text, facet_name
from vsdesigner.exchange.svg.colours import Colours
from vsdesigner.exchange.svg.icons import SIZE, icon
from vsdesigner.exchange.svg.markup import tag
from vsdesigner.exchange.svg.text import centred_at, lines_at
from vsdesigner.language import say
from vsdesigner.layout.sans import TYPES, SansMeasurer, elided
from vsdesigner.layout.stream_layout import Card
from vsdesigner.model.dimensions import CARD_TEXT_RIGHT, CARD_TEXT_X
from vsdesigner.model.records import Step

RADIUS, EDGE = 8.0, 5.0
TEXT_TOP = 13.0
BADGE_X, BADGE_RADIUS = 25.0, 11.0
FOOTER_RISE = 17.0  # middle of the footer above the card's bottom
COUNT_GAP, PAIR_GAP = 9.0, 3.0
CHIP_HEIGHT, CHIP_PADDING, CHIP_LONGEST = 18.0, 8.0, 130.0
PILE_INSET, PILE_DROP = 6.0, 5.0  # px that each card of a pile shows less and more of itself
MARGIN = 14.0  # shadow, pile and chip stay within this distance of the card
_SHADOW_REACH = (0.0, 1.3, 2.6, 4.0)  # px beyond the card of each layer of its shadow
_SHADOW_DROP = 1.5

_measurer = SansMeasurer()


def draw_step(view: Snapshot, step: Step, card: Card, colours: Colours) -> str:
    """Return a step's card with its top left corner at the origin."""
    width, height = card.rect.width, card.rect.height
    colour = lane_colour(view, step.lane)
    parts = [_pile(width, height, colour, colours)] if step.substream else []
    parts += [
        ground(width, height, RADIUS, colours, "card", "line"),
        tag("path", {"d": _left_edge(height), "fill": colours.lane(colour, "edge")}),
        _badge(str(view.number(step.id)), colour, colours),
        _name(step, card, colours),
        _footer(view, step, width, height, colours),
        _chip(facet_name(view, step), width, colour, colours),
    ]
    return "".join(parts)


def ground(width: float, height: float, radius: float, colours: Colours, fill: str, line: str) -> str:
    """Return the soft shadow and the ground of a card or note; `fill` and `line` are roles."""
    parts = []
    opacity = colours.of("shadow_opacity")
    if opacity:
        layers = (
            _rounded(-grow, -grow + _SHADOW_DROP, width + 2 * grow, height + 2 * grow, radius + grow)
            for grow in _SHADOW_REACH
        )
        parts.append(tag("g", {"fill": colours.of("shadow"), "fill-opacity": opacity}, *layers))
    parts.append(
        tag(
            "rect",
            {
                "class": "body",
                "x": 0.5,
                "y": 0.5,
                "width": width - 1,
                "height": height - 1,
                "rx": radius,
                "fill": colours.of(fill),
                "stroke": colours.of(line),
            },
        )
    )
    return "".join(parts)


def _rounded(x: float, y: float, width: float, height: float, radius: float, **paint: str) -> str:
    return tag("rect", {"x": x, "y": y, "width": width, "height": height, "rx": radius, **paint})


def _pile(width: float, height: float, colour: str, colours: Colours) -> str:
    """The cards that lie below one that stands for a whole stream."""
    lower = (
        _rounded(
            depth * PILE_INSET,
            height / 2,
            width - 2 * depth * PILE_INSET,
            height / 2 + depth * PILE_DROP,
            RADIUS,
        )
        for depth in (2, 1)
    )
    return tag("g", {"fill": colours.of("card"), "stroke": colours.lane(colour, "edge")}, *lower)


def _left_edge(height: float) -> str:
    """The strip at the left of a card, inside its round corners."""
    inset = RADIUS - math.sqrt(RADIUS**2 - (RADIUS - EDGE) ** 2)
    arc = f"A{RADIUS:g} {RADIUS:g} 0 0 0"
    return (
        f"M{EDGE:g} {inset:.2f}{arc} 0 {RADIUS:g}V{height - RADIUS:.2f}{arc} {EDGE:g} {height - inset:.2f}Z"
    )


def _badge(number: str, colour: str, colours: Colours) -> str:
    y = TEXT_TOP + _measurer.line_height("card") / 2
    half = max(BADGE_RADIUS, _measurer.width(number, "badge") / 2 + 4)
    disc = _rounded(
        BADGE_X - half,
        y - BADGE_RADIUS,
        2 * half,
        2 * BADGE_RADIUS,
        BADGE_RADIUS,
        fill=colours.lane(colour, "badge"),
    )
    return disc + centred_at(number, "badge", BADGE_X, y, colours.lane(colour, "badge_text"))


def _name(step: Step, card: Card, colours: Colours) -> str:
    named = bool(step.name.strip())
    line = _measurer.line_height("card")
    lines = card.lines if named else (say("Unnamed step"),)
    top = TEXT_TOP + (line - TYPES["card"].height) / 2
    return lines_at(lines, "card", CARD_TEXT_X, top, line, colours.of("text" if named else "muted"))


def _footer(view: Snapshot, step: Step, width: float, height: float, colours: Colours) -> str:
    middle, ink = height - FOOTER_RISE, colours.of("muted")
    parts: list[str] = []
    icons: list[str] = []

    def pair(sign: str, label: str, x: float) -> float:
        """Draw an icon (or none) with its count; returns where it ends."""
        if sign:
            icons.append(icon(sign, x, middle - SIZE / 2, ink))
            x += SIZE + (PAIR_GAP if label else 0.0)
        top = middle - TYPES["card_footer"].height / 2
        parts.append(lines_at((label,), "card_footer", x, top, 0.0, ink))
        return x + _measurer.width(label, "card_footer")

    x = BADGE_X - BADGE_RADIUS
    for sign, count in (
        ("task", len(step.tasks)),
        ("practice", len(step.practices)),
        ("tool", len(step.tools)),
    ):
        if count:
            x = pair(sign, str(count), x) + COUNT_GAP
    right = width - CARD_TEXT_RIGHT
    accountable, letters = accountable_role(view, step.raci)
    answers = role_mark(view, accountable) if accountable else ""
    time = duration_text(step.process_time, short=True)
    if time:
        shown = elided(time, "card_footer", max(24.0, right - x))
        answering = _pair_width(answers) + COUNT_GAP if answers else 0.0
        # The clock gives way to who answers for the step: "4 h" is a time without it.
        clock = "clock" if right - _pair_width(shown) - answering >= x else ""
        right -= _pair_width(shown) if clock else _measurer.width(shown, "card_footer")
        pair(clock, shown, right)
        right -= COUNT_GAP
    wide = _measurer.width(answers, "card_footer")
    if answers and wide <= right - x:
        # Letters say who it is, a person alone says nothing: it gives way, and without letters it is gone.
        whole = _pair_width(answers)
        pair("role" if whole <= right - x else "", answers, right - (whole if whole <= right - x else wide))
    elif letters and not accountable and right - x >= SIZE:
        icons.append(icon("warning", right - SIZE, middle - SIZE / 2, colours.of("warning")))
    if not (icons or parts):
        return ""
    pen: dict[str, str | float] = {"fill": "none", "stroke-linecap": "round", "stroke-linejoin": "round"}
    return tag("g", pen, *icons) + "".join(parts)


def _pair_width(label: str) -> float:
    return SIZE + (PAIR_GAP + _measurer.width(label, "card_footer") if label else 0.0)


def _chip(name: str, width: float, colour: str, colours: Colours) -> str:
    if not name:
        return ""
    shown = elided(name, "chip", CHIP_LONGEST)
    wide = _measurer.width(shown, "chip") + 2 * CHIP_PADDING
    left, half = width - CARD_TEXT_RIGHT - wide, CHIP_HEIGHT / 2
    body = _rounded(left, -half, wide, CHIP_HEIGHT, half, fill=colours.lane(colour, "badge"))
    return body + centred_at(shown, "chip", left + wide / 2, 0.0, colours.lane(colour, "badge_text"))
