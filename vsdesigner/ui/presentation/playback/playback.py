"""Plays a stream: demand goes from stop to stop by itself, as time passes."""

from __future__ import annotations

import time
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from vsdesigner.analysis.journey import StopKind
from vsdesigner.analysis.playback import HandOver, Leg, Timeline, Totals, timeline
from vsdesigner.ui import motion
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.presentation.playback.course import Course
from vsdesigner.ui.presentation.playback.pace import course_of, end_length, stop_length, way_length
from vsdesigner.ui.presentation.show import Layer

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

PAUSES_AT_CHOICES = "presenting/pauses_at_choices"
SPEEDS = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
FRAME_MS = 16
LONGEST_FRAME_MS = 250.0  # what a busy computer took longer for is not skipped over


class Part(StrEnum):
    """Demand is at a stop, or on the way to the next one."""

    STOP = "stop"
    WAY = "way"


class Playback(QObject):
    """Where demand is between two moments, and what has added up by then.

    Playing goes along the main way ahead, up to value, or to the closing when value is not reached; after
    that it starts again from demand. Whoever goes somewhere by hand pauses it; it goes on from there. When
    it pauses at a choice, choosing lets it play on along that way.
    """

    #: It plays or pauses, faster or slower, at another stop, or pauses elsewhere.
    changed = Signal()
    #: Time has passed.
    ticked = Signal()

    def __init__(self, window: PresentWindow) -> None:
        super().__init__(window)
        self._state = window.state
        self._timer = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_frame)
        self._last = 0.0
        self._speed = SPEEDS.index(1.0)
        self._timeline: Timeline | None = None
        self._course: Course | None = None
        self._place = self._state.journey.place
        self._until = 0
        self._elapsed = 0.0
        self._moving = False  # it goes itself: nobody took over
        self._ahead = False  # the presentation is already where demand is going
        self._awaiting = False  # it pauses until somebody chooses
        self._fork: int | None = None  # where that is, while the presentation moves on
        self.marks: set[str] = set()
        self.notice = ""
        self.part = Part.STOP
        self.playing = self.used = self.finished = False
        state = self._state
        state.moved.connect(self._on_moved)
        state.chosen.connect(self._on_chosen)
        state.changed.connect(self._on_changed)
        state.taken_over.connect(self._on_taken_over)
        state.looks_changed.connect(self._on_looks)
        state.ended.connect(self._timer.stop)

    # -- reading ----------------------------------------------------------------------------------------
    @property
    def timeline(self) -> Timeline:
        """The times of the line on which the presentation stands."""
        if self._timeline is None:
            self._timeline = timeline(self._state.journey)
        return self._timeline

    @property
    def leg(self) -> Leg | None:
        """The stop where demand is or which it has just left; None at the opening and the closing."""
        legs = self.timeline.legs
        return legs[self._place] if 0 <= self._place < len(legs) else None

    @property
    def next_leg(self) -> Leg | None:
        """The stop that follows it; None when none does."""
        legs = self.timeline.legs
        return legs[self._place + 1] if 0 <= self._place + 1 < len(legs) else None

    @property
    def place(self) -> int:
        """The index of `leg` in the timeline; -1 at the opening."""
        return self._place

    @property
    def share(self) -> float:
        """How much of the stop or way has passed, 0 to 1."""
        length = self._length()
        return min(1.0, self._elapsed / length) if length else 1.0

    @property
    def wait_share(self) -> float:
        """How much of a stop is wait time, which comes before process time; 0 on the way."""
        leg = self.leg
        if leg is None or self.part is Part.WAY or not leg.wait:
            return 0.0
        return leg.wait / (leg.wait + (leg.process or 0.0))

    @property
    def waiting(self) -> bool:
        """Whether the time that passes now is wait time."""
        return self.share < self.wait_share

    @property
    def totals(self) -> Totals:
        """What has added up by now."""
        leg = self.leg
        if leg is None or self.part is Part.WAY or not leg.counted:
            return self.timeline.totals(self._place)
        before = self.timeline.totals(self._place - 1)
        process, wait = leg.process or 0.0, leg.wait or 0.0
        # Nothing is to be seen passing when nothing moves: what a step takes is there with it.
        share = 1.0 if self._elapsed and motion.is_reduced() else self.share
        done = share * (process + wait)
        waited = min(wait, done)
        return Totals(before.process + (done - waited), before.wait + waited, leg.totals.hand_overs)

    @property
    def hand_over(self) -> HandOver | None:
        """The change of hands with which demand came to where it is."""
        return self.leg.hand_over if self.leg else None

    @property
    def speed(self) -> float:
        """How many times as fast as usual it plays."""
        return SPEEDS[self._speed]

    @property
    def pauses_at_choices(self) -> bool:
        """Whether it pauses wherever there is a choice."""
        return self._state.session.flags.flag(PAUSES_AT_CHOICES, default=False)

    @property
    def course(self) -> Course | None:
        """The line that demand is on now; None where there is none."""
        if self._course is None:
            legs = self.leg, self.next_leg
            self._course = course_of(self._state, *legs, leaves=self.part is Part.WAY)
        return self._course

    # -- doing ------------------------------------------------------------------------------------------
    def toggle(self) -> None:
        """Play or pause."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        """Go on from here; from demand when everything was played."""
        if not self.timeline.legs:
            self._say(tr("There is nothing to play in this stream yet."))
            return
        self.used = True
        self.notice = ""
        self._state.show_layer(Layer.NONE)
        if self._state.stop.kind is StopKind.OPENING or self._over():
            self._restart()
        self._run()

    def _run(self) -> None:
        self.playing, self._awaiting = True, False
        self._until = self.timeline.end(self._place)
        self._last = time.monotonic()
        self._timer.start()
        self.changed.emit()

    def pause(self) -> None:
        """Stay here, in the middle of whatever passes."""
        if self.playing:
            self.playing = False
            self._timer.stop()
            self.changed.emit()

    def put_away(self) -> bool:
        """Pause, and show no clock any more; say if there was anything to put away."""
        if not self.used:
            return False
        self.used = self.playing = False
        self._timer.stop()
        self._stand()
        self.changed.emit()
        return True

    def change_speed(self, steps: int) -> None:
        """Play faster or slower by so many steps."""
        self._speed = max(0, min(len(SPEEDS) - 1, self._speed + steps))
        self.used = True
        self.changed.emit()

    def mark(self) -> None:
        """Pause at the present stop from now on whenever it is played, or no longer."""
        id = self._state.stop.id
        self.marks ^= {id}
        marked = id in self.marks
        self._say(tr("Playing pauses here.") if marked else tr("Playing does not pause here."))

    def pause_at_choices(self, *, on: bool) -> None:
        """Pause wherever there is a choice, or follow the main way there."""
        self._state.session.flags.set_flag(PAUSES_AT_CHOICES, on=on)
        self._say(
            tr("Playing pauses where there is a choice.") if on else tr("Playing follows the main way.")
        )

    def tick(self, milliseconds: float) -> None:
        """Let time pass."""
        self._elapsed += milliseconds * self.speed
        while self.playing and self._elapsed >= (length := self._length()):
            self._elapsed -= length
            if self.part is Part.STOP:
                self._leave()
            else:
                self._arrive()
        self.ticked.emit()

    def go_ahead(self) -> None:
        """Have the presentation be where demand is going while it is still on its way."""
        if self.part is Part.WAY and not self._ahead:
            self._ahead = True
            self._move()

    # -- passing time -----------------------------------------------------------------------------------
    def _on_frame(self) -> None:
        now = time.monotonic()
        passed, self._last = (now - self._last) * 1000.0, now
        self.tick(min(passed, LONGEST_FRAME_MS))

    def _length(self) -> float:
        """Milliseconds that the stop or way takes at the speed 1."""
        if self.part is Part.WAY:
            return way_length(self.course)
        if self._state.stop.kind is not StopKind.STEP:
            return end_length()
        return stop_length(self.leg.share if self.leg else None)

    def _leave(self) -> None:
        """What the stop takes has passed."""
        if self._place >= self._until:
            self._finish()
        elif self._pauses():
            self._passed()
        else:
            self._set_out()

    def _passed(self) -> None:
        """Pause behind the stop: playing on leaves it."""
        self._set_out()
        self.pause()
        if any(not way.together for way in self._state.journey.ways[1:]):
            self._awaiting = True
            self._say(tr("Choose a way by its number, or play on along the main way."))

    def _set_out(self) -> None:
        self.part, self._course = Part.WAY, None
        self.changed.emit()

    def _pauses(self) -> bool:
        if self._state.stop.id in self.marks:
            return True
        ways = self._state.journey.ways
        return self.pauses_at_choices and any(not (way.together and way.main) for way in ways[1:])

    def _arrive(self) -> None:
        if not self._ahead:
            self._move()
        self._stand()
        if self._state.stop.kind is StopKind.CLOSING:
            self._finish()
        self.changed.emit()

    def _finish(self) -> None:
        self._elapsed = self._length()
        self.finished = True
        self.pause()
        if self._state.stop.kind is StopKind.VALUE:
            self._say(tr("Demand has become value."))

    def _say(self, text: str) -> None:
        """Say something on the clock, or without it where the presentation says things."""
        if self.used:
            self.notice = text
        else:
            self._state.said.emit(text)
        self.changed.emit()

    def _move(self) -> None:
        self._moving = True
        try:
            self._state.advance()
        finally:
            self._moving = False

    def _over(self) -> bool:
        journey = self._state.journey
        last = not journey.ways or not journey.ways[0].target
        return self.finished or (last and self._state.stop.kind is not StopKind.STEP)

    def _restart(self) -> None:
        self._moving = True
        try:
            self._state.go_to(self.timeline.legs[0].id)
        finally:
            self._moving = False
        self._stand()
        self._elapsed = 0.0

    def _stand(self) -> None:
        """Be at the beginning of the stop where the presentation stands."""
        self._timeline = self._course = None
        self._place, self.part = self._state.journey.place, Part.STOP
        self._ahead = self.finished = self._awaiting = False
        self._fork = None
        self.notice = ""
        if not self.playing:
            self._elapsed = 0.0

    # -- what others do ---------------------------------------------------------------------------------
    def _on_moved(self) -> None:
        if not self._moving:
            fork = self._place if self._awaiting else None
            self.pause()
            self._stand()
            self._fork = fork
            self.changed.emit()

    def _on_chosen(self) -> None:
        fork, self._fork = self._fork, None
        if fork is not None:
            # Demand follows along that way to where the presentation stands already.
            self._place, self.part, self._ahead, self._course = fork, Part.WAY, True, None
            self._run()

    def _on_changed(self, _change: object) -> None:
        self.pause()
        self._stand()
        self.changed.emit()

    def _on_taken_over(self) -> None:
        if not self._moving:
            self.pause()

    def _on_looks(self) -> None:
        if self._state.layer is not Layer.NONE:
            self.pause()


def playback_of(window: PresentWindow) -> Playback:
    """The playing of a presentation; KeyError when it has none."""
    found = window.findChild(Playback)
    if not isinstance(found, Playback):
        raise KeyError("playback")
    return found
