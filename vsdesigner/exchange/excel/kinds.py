"""The sheets of a workbook in their order: another is one module and one line, here and in the choices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vsdesigner.exchange.excel import (
    cover,
    diagram,
    legend,
    metrics,
    practice_counts,
    practices_tools,
    problems,
    raci,
    resources,
    sheets,
    steps,
    tasks,
    use_case,
)
from vsdesigner.exchange.excel.book import Book, SheetPlan


def _always(_book: Book, _stream: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class SheetKind:
    """How a sheet is made; `name` is an English source text.

    `has_content(book, stream)` says whether there is anything to show. A `shared` sheet is about the whole
    workbook and comes once: first of all when it `leads`, otherwise behind those of the streams.
    """

    id: str
    name: str
    add: Callable[[Book, SheetPlan], None]
    has_content: Callable[[Book, str], bool] = _always
    shared: bool = False
    leads: bool = False


KINDS: tuple[SheetKind, ...] = (
    SheetKind("cover", sheets.COVER, cover.add, shared=True, leads=True),
    SheetKind("use_case", sheets.USE_CASE, use_case.add, has_content=use_case.has_content),
    SheetKind("diagram", sheets.DIAGRAM, diagram.add, has_content=diagram.has_content),
    SheetKind("steps", sheets.STEPS, steps.add),
    SheetKind("tasks", sheets.TASKS, tasks.add),
    SheetKind("practices_tools", sheets.PRACTICES_TOOLS, practices_tools.add),
    SheetKind("raci", sheets.RACI, raci.add),
    SheetKind("metrics", sheets.METRICS, metrics.add, has_content=metrics.has_content),
    SheetKind("resources", sheets.RESOURCES, resources.add, has_content=resources.has_content),
    SheetKind(
        "practice_counts",
        sheets.PRACTICE_COUNTS,
        practice_counts.add,
        has_content=practice_counts.has_content,
    ),
    SheetKind("problems", sheets.PROBLEMS, problems.add, shared=True),
    SheetKind("legend", sheets.LEGEND, legend.add, shared=True),
)
