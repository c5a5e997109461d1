"""What tests of playing share: time that passes when a test says so."""

from __future__ import annotations

from collections.abc import Callable

from tests.ui.presentation.hands import press
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import Duration
from vsdesigner.ui.presentation.playback.playback import Playback, playback_of
from vsdesigner.ui.presentation.window import PresentWindow

MOST_TICKS = 5_000


def play(window: PresentWindow) -> Playback:
    press(window, "p")
    return playback_of(window)


def until(playback: Playback, there: Callable[[], bool], step: float = 100.0) -> None:
    for _ in range(MOST_TICKS):
        if there():
            return
        playback.tick(step)
    raise AssertionError("it never came there")


def to_the_end(playback: Playback, step: float = 100.0) -> None:
    until(playback, lambda: not playback.playing, step)


def stops(window: PresentWindow) -> list[str]:
    return [stop.id for stop in window.state.journey.trail]


def timed(view: Snapshot, **hours: tuple[float, float]) -> Snapshot:
    """The document with process and wait hours at its steps."""
    return view.evolve(
        {
            id: view.records[id].model_copy(
                update={"process_time": Duration(likely=process), "wait_time": Duration(likely=wait)}
            )
            for id, (process, wait) in hours.items()
        }
    )
