"""Which sheets somebody can choose: ids and words, free of everything that is slow to load."""

from __future__ import annotations

from typing import NamedTuple

from vsdesigner.exchange.excel import sheets
from vsdesigner.exchange.options import Choice, Option, OptionKind


class SheetChoice(NamedTuple):
    """A sheet on offer: id of the choice, name of the tab, what it shows (for the cover), chosen at first."""

    id: str
    name: str
    shows: str
    chosen: bool = True


SHEET_CHOICES: tuple[SheetChoice, ...] = (
    SheetChoice("cover", sheets.COVER, "What this workbook holds"),
    SheetChoice("use_case", sheets.USE_CASE, "Demand, outcomes, value, lead time, roles"),
    SheetChoice("diagram", sheets.DIAGRAM, "The steps in the lanes of their activities"),
    SheetChoice("steps", sheets.STEPS, "Each step and the activity it maps to"),
    SheetChoice("tasks", sheets.TASKS, "The actions and tasks of each step"),
    SheetChoice("practices_tools", sheets.PRACTICES_TOOLS, "What contributes to each step"),
    SheetChoice("raci", sheets.RACI, "Who answers, works, is asked and is told"),
    SheetChoice("metrics", sheets.METRICS, "Times, totals and flow efficiency, recalculated as you type"),
    SheetChoice("resources", sheets.RESOURCES, "Skills, information, suppliers and metrics by step"),
    SheetChoice("practice_counts", sheets.PRACTICE_COUNTS, "How often each practice contributes, and where"),
    SheetChoice("problems", sheets.PROBLEMS, "What the checks found", chosen=False),
    SheetChoice("legend", sheets.LEGEND, "Colours, letters, lines and words"),
)
DEFAULT_SHEETS = tuple(choice.id for choice in SHEET_CHOICES if choice.chosen)

SHEETS = Option(
    "sheets",
    "Sheets",
    "The sheets of the workbook. One that would have nothing to show is left out.",
    OptionKind.SEVERAL,
    DEFAULT_SHEETS,
    tuple(Choice(choice.id, choice.name) for choice in SHEET_CHOICES),
)
