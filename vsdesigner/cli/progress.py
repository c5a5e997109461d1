"""A bar on the terminal while something takes its time; silent where nobody watches."""

from __future__ import annotations

import shutil
import sys
import time
from types import TracebackType

WIDTH = 24  # characters of the bar itself
PAUSE = 0.05  # seconds between two pictures of it
NARROWEST = 40  # characters of a terminal that has room for it


class Bar:
    """Draws on standard error, and only on a terminal; leaving the block takes it away."""

    def __init__(self) -> None:
        self._is_watched = sys.stderr is not None and sys.stderr.isatty()
        self._next = 0.0
        self._drawn = 0  # characters that stand on the line now

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def show(self, share: float, text: str) -> None:
        """Show that this share (0 to 1) is done, and with what one is busy."""
        now = time.monotonic()
        columns = shutil.get_terminal_size().columns - 1
        if not self._is_watched or now < self._next or columns < NARROWEST:
            return
        self._next = now + PAUSE
        share = min(max(share, 0.0), 1.0)
        full = round(share * WIDTH)
        line = f"[{'#' * full}{'-' * (WIDTH - full)}] {share:4.0%} {' '.join(text.split())}"[:columns]
        sys.stderr.write("\r" + line.ljust(self._drawn))
        sys.stderr.flush()
        self._drawn = len(line)

    def clear(self) -> None:
        """Take the bar away, so that something else can be printed."""
        if self._drawn:
            sys.stderr.write("\r" + " " * self._drawn + "\r")
            sys.stderr.flush()
            self._drawn = 0
            self._next = 0.0
