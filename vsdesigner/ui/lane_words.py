"""What a lane, and a step of it, is called where one works with it."""

from __future__ import annotations

from vsdesigner.document.card_words import lane_title
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Lane
from vsdesigner.ui.i18n import tr

__all__ = ["lane_title", "step_words", "title_of"]


def step_words(lane: Lane) -> str:
    """Return what a new step of this lane is called: ``Plan step``."""
    return tr("{activity} step").format(activity=lane_title(lane))


def title_of(view: Snapshot, id: str) -> str:
    """Return what stands on a lane's header, by its id."""
    lane = view.find(id)
    return lane_title(lane) if isinstance(lane, Lane) else id
