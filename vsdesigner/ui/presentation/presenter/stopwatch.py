"""How long somebody has presented: runs, stands still, begins again."""

from __future__ import annotations

import time
from collections.abc import Callable

MINUTE, HOUR = 60, 3_600  # seconds


class Stopwatch:
    """Runs from the moment it is made. `clock` answers seconds that only grow."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._before = 0.0  # seconds of the stretches that are over
        self._since: float | None = clock()

    @property
    def runs(self) -> bool:
        """Whether it runs, or stands still."""
        return self._since is not None

    @property
    def seconds(self) -> float:
        """The seconds it has run so far."""
        return self._before + (self._clock() - self._since if self._since is not None else 0.0)

    def toggle(self) -> None:
        """Stand still, or go on."""
        if self._since is None:
            self._since = self._clock()
        else:
            self._before, self._since = self.seconds, None

    def reset(self) -> None:
        """Begin again at nothing; what stood still stands still."""
        self._before = 0.0
        if self._since is not None:
            self._since = self._clock()


def time_text(seconds: float) -> str:
    """Return ``4:07``, from an hour on ``1:04:07``."""
    whole = int(max(0.0, seconds))
    hours, rest = divmod(whole, HOUR)
    minutes, seconds_left = divmod(rest, MINUTE)
    return f"{hours}:{minutes:02}:{seconds_left:02}" if hours else f"{minutes}:{seconds_left:02}"
