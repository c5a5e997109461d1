"""The table of all commands of a presentation: adding a feature's is one line."""

from __future__ import annotations

from vsdesigner.ui.presentation.commands import Command
from vsdesigner.ui.presentation.going import CHANGING, ENDING, GOING, LOOKING

COMMANDS: tuple[Command, ...] = (
    *GOING,
    *LOOKING,
    *CHANGING,
    *ENDING,
)
