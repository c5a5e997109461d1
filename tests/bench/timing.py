"""Takes times: medians of several runs, with the garbage collector out of the way."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


def milliseconds(work: Callable[[], object], *, runs: int = 5, warm_up: int = 1) -> list[float]:
    """Run `work` several times; returns the times of the runs after the warm-up, in ms."""
    found: list[float] = []
    for run in range(warm_up + runs):
        gc.collect()
        start = time.perf_counter()
        work()
        elapsed = (time.perf_counter() - start) * 1000
        if run >= warm_up:
            found.append(elapsed)
    return found


def median(times: list[float]) -> float:
    """Return the median, in the unit of `times`."""
    return statistics.median(times)


def p95(times: list[float]) -> float:
    """Return the 95th percentile (nearest rank)."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]


@dataclass(frozen=True, slots=True)
class Line:
    """One result: what was measured, with the floor and the budget it is held against.

    `budget` is a ratio to `floor`, or milliseconds where `floor` is None.
    """

    what: str
    steps: int
    ours: float
    floor: float | None
    budget: float | None

    @property
    def kept(self) -> bool | None:
        """Whether the budget is kept; None without one."""
        if self.budget is None:
            return None
        value = self.ours if self.floor is None else self.ours / self.floor
        return value <= self.budget

    def __str__(self) -> str:
        size = f"{self.steps:>6,}" if self.steps else "     –"
        floor = f"{self.floor:9.1f}" if self.floor is not None else "        –"
        ratio = f"{self.ours / self.floor:6.2f} ×" if self.floor else "       –"
        unit = " ms" if self.floor is None else " × "
        budget = f"≤ {self.budget:g}{unit}" if self.budget is not None else "–"
        mark = {True: "kept", False: "MISSED", None: ""}[self.kept]
        return f"{self.what:<46} {size} {self.ours:9.1f} {floor} {ratio}  {budget:<11} {mark}"
