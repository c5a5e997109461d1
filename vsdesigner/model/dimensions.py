"""Nominal sizes of the drawing in px at 100 % zoom, shared by behaviours, layout and pictures."""

from __future__ import annotations

GRID = 10.0

CARD_WIDTH = 190.0
CARD_HEIGHT = 84.0
TERMINAL_WIDTH = 150.0
TERMINAL_HEIGHT = 84.0

LANE_HEADER_WIDTH = 150.0
LANE_PADDING = 26.0  # more than a flow's straight first piece: a way back runs inside the lane
LANE_HEIGHT = 136.0
LANE_LEAST_HEIGHT = 60.0
LANE_COLLAPSED_HEIGHT = 28.0

PHASE_HEADER_HEIGHT = 28.0
PHASE_WIDTH = 400.0
PHASE_LEAST_WIDTH = 80.0

STEP_GAP = 80.0  # between a step and the one appended to it
CARD_GAP = 36.0  # between a step and one that has to go below it: a line fits between
FIRST_X = 40.0  # left edge of demand

# Inside a card: the name stands right of the number badge, above the footer.
CARD_TEXT_X = 44.0
CARD_TEXT_RIGHT = 12.0
CARD_LINES = 2  # lines of the name that the nominal height has room for
TERMINAL_PADDING = 12.0
TERMINAL_LINES = 4  # lines of text below the title, cut with an ellipsis beyond

# Flows.
CLEARANCE = 12.0  # between a line and a box it passes
STUB = 20.0  # straight first and last piece
PORT_INSET = 14.0  # ends keep away from a box's corners
PORT_GAP = 18.0  # between two ends on one side

# Notes.
NOTE_PADDING = 10.0
NOTE_LINES = 80  # lines of text that a note grows to
