"""The commands that play a stream; adds playing to a presentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vsdesigner.analysis.journey import StopKind
from vsdesigner.ui.presentation.commands import Command
from vsdesigner.ui.presentation.playback.clock import Clock
from vsdesigner.ui.presentation.playback.layer import PlaybackLayer
from vsdesigner.ui.presentation.playback.playback import Playback, playback_of

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

LEAVING = 40  # after what lies over everything and what the pointer is, before the presentation


def attach(window: PresentWindow) -> None:
    """Add playing, its clock and what is painted of it."""
    playback = Playback(window)
    PlaybackLayer(window, playback)
    Clock(window, playback)
    window.add_leaver(LEAVING, playback.put_away)


def _at_a_stop(window: PresentWindow) -> bool:
    return window.state.stop.kind not in (StopKind.OPENING, StopKind.CLOSING)


def _toggle_choices(window: PresentWindow) -> None:
    playback = playback_of(window)
    playback.pause_at_choices(on=not playback.pauses_at_choices)


PLAYING = (
    Command("play.toggle", "play", "Play or pause", lambda window: playback_of(window).toggle(), ("P",)),
    Command(
        "play.faster",
        "play",
        "Play faster",
        lambda window: playback_of(window).change_speed(1),
        ("+", "="),
    ),
    Command(
        "play.slower", "play", "Play slower", lambda window: playback_of(window).change_speed(-1), ("-",)
    ),
    Command(
        "play.mark",
        "play",
        "Pause at this step when playing, or no longer",
        lambda window: playback_of(window).mark(),
        ("M",),
        _at_a_stop,
    ),
    Command(
        "play.choices",
        "play",
        "Pause at choices when playing, or no longer",
        _toggle_choices,
        ("Shift+P",),
    ),
)
