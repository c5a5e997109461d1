"""What a lane, and a step of it, is called where one works with it."""

from __future__ import annotations

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Lane
from vsdesigner.ui.i18n import tr


def lane_title(lane: Lane) -> str:
    """Return what stands on the lane's header: the name that it was given, else the activity's."""
    return lane.alias or lane.name


def step_words(lane: Lane) -> str:
    """Return what a new step of this lane is called: ``Plan step``."""
    return tr("{activity} step").format(activity=lane_title(lane))


def title_of(view: Snapshot, id: str) -> str:
    """Return what stands on a lane's header, by its id."""
    lane = view.find(id)
    return lane_title(lane) if isinstance(lane, Lane) else id
