"""`python -m tests.bench [SIZE…]`: prints what streams of 100, 1,000 and 5,000 steps cost."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator

from tests.bench.timing import Line

SIZES = (100, 1_000, 5_000)


def main(arguments: list[str]) -> int:
    """Print one line a measurement; 1 when a budget is missed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["VSDESIGNER_REDUCED_MOTION"] = "1"  # what moves eased would be measured on its way
    sizes = tuple(int(text.replace(",", "")) for text in arguments) or SIZES
    missed = 0
    from tests.bench import figures  # after the platform is chosen

    with tempfile.TemporaryDirectory() as folder:
        os.environ["VSDESIGNER_DATA"] = folder
        print(f"{'what':<46} {'steps':>6} {'ours ms':>9} {'floor ms':>9}    ratio  budget")
        for line in _lines(sizes):
            print(line, flush=True)
            missed += line.kept is False
        for said, kept in (*figures.routing(), *figures.keyboard()):
            print(said, "" if kept else "MISSED", flush=True)
            missed += not kept
    print(f"{missed} of the budgets missed" if missed else "all budgets kept")
    return 1 if missed else 0


def _lines(sizes: tuple[int, ...]) -> Iterator[Line]:
    from tests.bench import canvas, editing, files, pictures, present, start, tables
    from vsdesigner.ui.app import make_application

    yield from start.lines()
    application = make_application()  # with all that the program sets, as for threads at work
    for size in sizes:
        yield from files.lines(size)
        yield from pictures.lines(size)
        yield from canvas.lines(size)
        yield from editing.lines(size)
        yield from editing.memory(size)
        yield from tables.lines(size)
    for size in present.SIZES:
        yield from present.lines(size)
    application.processEvents()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
