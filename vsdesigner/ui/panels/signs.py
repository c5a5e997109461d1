"""How the seriousness of a problem is shown: its sign, its colour, its words."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QColor

from vsdesigner.analysis.finding import Level
from vsdesigner.analysis.problems import Problems
from vsdesigner.ui.i18n import tr_count
from vsdesigner.ui.theme import Theme

SIGN = 16.0  # px
GLYPHS = {Level.ERROR: "error_fill", Level.WARNING: "warning_fill", Level.HINT: "tip"}


def level_colour(level: Level, worn: Theme) -> QColor:
    """Return the colour of a level's sign."""
    return {Level.ERROR: worn.danger, Level.WARNING: worn.warning}.get(level, worn.muted)


def level_words(level: Level, count: int) -> str:
    """Return ``1 error``, ``3 warnings``."""
    if level is Level.ERROR:
        return tr_count("1 error", "{count} errors", count)
    if level is Level.WARNING:
        return tr_count("1 warning", "{count} warnings", count)
    return tr_count("1 hint", "{count} hints", count)


def problem_counts(problems: Problems, record: str) -> list[str]:
    """Return how many errors and warnings there are about a record, in words: ``["1 error"]``."""
    levels = Counter(finding.level for finding in problems.of(record))
    return [level_words(level, levels[level]) for level in (Level.ERROR, Level.WARNING) if levels[level]]
