"""Nominal sizes of the drawing in px at 100 % zoom, shared by behaviours, layout and pictures."""

from __future__ import annotations

GRID = 10.0

CARD_WIDTH = 190.0
CARD_HEIGHT = 84.0
TERMINAL_WIDTH = 132.0
TERMINAL_HEIGHT = 84.0

LANE_HEADER_WIDTH = 150.0
LANE_PADDING = 20.0
LANE_HEIGHT = 124.0
LANE_LEAST_HEIGHT = 60.0
LANE_COLLAPSED_HEIGHT = 28.0

STEP_GAP = 80.0  # between a step and the one appended to it
FIRST_X = 40.0  # left edge of demand
