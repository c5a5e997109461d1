"""Remembers on which page of the card each stop of a trail was left."""

from __future__ import annotations

from collections.abc import Sequence

from vsdesigner.analysis.journey import Stop

LAST = -1


class LeftPages:
    """One page for each stop of a trail but the present one; LAST where a stop was only passed by."""

    def __init__(self) -> None:
        self._pages: list[int] = []

    def leave(self, page: int) -> None:
        """The present stop was left on this page for another one."""
        self._pages.append(page)

    def pass_by(self, stops: int) -> None:
        """The present stop was come to past so many others, which were not shown."""
        self._pages = [LAST] * stops

    def come_back(self) -> int:
        """The stop before is the present one again: return the page on which it was left."""
        return self._pages.pop() if self._pages else LAST

    def follow(self, before: Sequence[Stop], after: Sequence[Stop]) -> None:
        """Stops have left the trail, or its present one is another."""
        pages, at = self._pages, 0
        self._pages = []
        for stop in after[:-1]:
            found = next((place for place in range(at, len(pages)) if before[place] == stop), None)
            self._pages.append(LAST if found is None else pages[found])
            at = at if found is None else found + 1
