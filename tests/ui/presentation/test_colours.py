"""Contrast of what a presentation shows: 7 : 1 for every text, for any lane colour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from vsdesigner.model.reference import default_lanes
from vsdesigner.ui.colour import contrast
from vsdesigner.ui.presentation.colours import presenting_theme
from vsdesigner.ui.theme import DARK, LIGHT, Theme

BOTH = pytest.mark.parametrize(
    "worn", [presenting_theme(dark=False), presenting_theme(dark=True)], ids=["light", "dark"]
)
COLOURS = st.tuples(*[st.integers(0, 255)] * 3).map(lambda rgb: "#{:02X}{:02X}{:02X}".format(*rgb))
GROUNDS = ("window", "panel", "canvas", "card", "selection")
INKS = ("text", "muted", "accent_ink", "danger", "warning", "ok")
WANTED = 7.0


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_every_text_stands_out(worn: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(worn, ink), getattr(worn, ground)) >= WANTED


@BOTH
def test_demand_and_value_stand_out(worn: Theme) -> None:
    assert contrast(worn.accent_text, worn.accent) >= WANTED


def check_lane(worn: Theme, colour: str) -> None:
    lane = worn.lane(colour)
    for ground in (lane.band, lane.header, worn.card, worn.panel):
        assert contrast(lane.text, ground) >= WANTED, colour
        assert contrast(worn.text, ground) >= WANTED, colour
    assert contrast(lane.badge_text, lane.badge) >= WANTED, colour
    for ground in (worn.canvas, worn.card, lane.header):
        assert contrast(lane.edge, ground) >= 3.0, colour


@BOTH
@pytest.mark.parametrize("colour", [lane.color for lane in default_lanes()])
def test_the_six_activities_stand_out_in_their_hue(worn: Theme, colour: str) -> None:
    check_lane(worn, colour)
    lane, base = worn.lane(colour), QColor(colour)
    assert lane.badge_text == QColor("white")
    for derived in (lane.badge, lane.text):
        assert abs(derived.hslHue() - base.hslHue()) <= 3


@BOTH
@given(colour=COLOURS)
def test_any_lane_colour_stands_out(worn: Theme, colour: str) -> None:
    check_lane(worn, colour)


def test_the_window_keeps_its_own_colours() -> None:
    for dark, window in ((False, LIGHT), (True, DARK)):
        presented = presenting_theme(dark=dark)
        assert presented.dark is dark
        assert presented.card == window.card
        assert presented.muted != window.muted
        assert contrast(window.muted, window.card) < WANTED
