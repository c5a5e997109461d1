"""What the context menu offers for arranging: the words and keys of the menu *Arrange*."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vsdesigner.ui.canvas.arranging import ARRANGING
from vsdesigner.ui.canvas.line_verbs import Entry
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.i18n import tr


def align_entries(stage: Stage) -> list[Entry]:
    """Return how several selected cards can be lined up now."""
    words = {
        "arrange.align_left": tr("Align Left"),
        "arrange.align_center": tr("Align Centres"),
        "arrange.align_right": tr("Align Right"),
        "arrange.align_top": tr("Align Top"),
        "arrange.align_middle": tr("Align Middles"),
        "arrange.align_bottom": tr("Align Bottom"),
    }
    return _possible(stage, words)


def distribute_entries(stage: Stage) -> list[Entry]:
    """Return how several selected cards can be spread now: three are needed at least."""
    words = {
        "arrange.distribute_horizontally": tr("Distribute Horizontally"),
        "arrange.distribute_vertically": tr("Distribute Vertically"),
    }
    return _possible(stage, words)


def match_entries(stage: Stage) -> list[Entry]:
    """Return how several selected cards can be made as large as each other now."""
    words = {
        "arrange.match_width": tr("Match Width"),
        "arrange.match_height": tr("Match Height"),
    }
    return _possible(stage, words)


def tidy_entries(stage: Stage) -> list[Entry]:
    """Return the entry that tidies what is selected, or all."""
    if not ARRANGING["arrange.tidy"].can(stage):
        return []
    return [Entry(tr("Tidy…"), _doer(stage, "arrange.tidy"), "arrange", "Ctrl+Shift+L")]


def _possible(stage: Stage, words: Mapping[str, str]) -> list[Entry]:
    return [Entry(text, _doer(stage, id), "") for id, text in words.items() if ARRANGING[id].can(stage)]


def _doer(stage: Stage, id: str) -> Callable[[], object]:
    return lambda: ARRANGING[id].do(stage)
