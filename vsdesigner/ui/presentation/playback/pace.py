"""Where demand goes between two moments of playing, and how long that takes to be seen."""

from __future__ import annotations

from vsdesigner.analysis.playback import Leg
from vsdesigner.model.records import Flow
from vsdesigner.ui import motion
from vsdesigner.ui.presentation.playback.course import Course, along_flow, around_card
from vsdesigner.ui.presentation.show import Show

# Milliseconds at the speed 1.
LEAST_WAY_MS, MOST_WAY_MS = 600.0, 1_700.0
END_MS = 800.0  # at demand and value
STOP_MS, LONGEST_STOP_MS = 900.0, 3_000.0  # at a step without time, at the one that takes longest
STILL_MS = 1_600.0  # at every stop when nothing moves
PX_A_SECOND = 520.0


def way_length(course: Course | None) -> float:
    """Return how long demand is on a line; nothing where there is none, or nothing moves."""
    if motion.is_reduced() or course is None:
        return 0.0
    return min(MOST_WAY_MS, max(LEAST_WAY_MS, course.length / PX_A_SECOND * 1000.0))


def end_length() -> float:
    """Return how long demand and value are looked at."""
    return STILL_MS if motion.is_reduced() else END_MS


def stop_length(share: float | None) -> float:
    """Return how long demand is at a step; `share` as in `Leg`."""
    if motion.is_reduced():
        return STILL_MS
    return STOP_MS + (share or 0.0) * (LONGEST_STOP_MS - STOP_MS)


def course_of(state: Show, leg: Leg | None, following: Leg | None, *, leaves: bool) -> Course | None:
    """Return the line from `leg` to the `following` one if demand `leaves`, else that around its card."""
    if leg is None:
        return None
    routes, card = state.layout.routes, state.layout.cards.get(leg.id)
    ahead = routes.get(following.flow) if following else None
    if leaves:
        return along_flow(ahead.points) if ahead else None
    if card is None:
        return None
    came = routes.get(leg.flow)
    flow = state.view.find(following.flow) if following else None
    own = ahead is not None and isinstance(flow, Flow) and flow.source == leg.id
    return around_card(
        card.rect, came.points[-1] if came else None, ahead.points[0] if ahead and own else None
    )
