"""The table of all commands of a presentation: adding a feature's is one line."""

from __future__ import annotations

from vsdesigner.ui.presentation.audience import AUDIENCE
from vsdesigner.ui.presentation.commands import Command
from vsdesigner.ui.presentation.covers.blank import BLANKS
from vsdesigner.ui.presentation.covers.help_overlay import HELP
from vsdesigner.ui.presentation.covers.notes_pane import NOTES
from vsdesigner.ui.presentation.covers.overview import OVERVIEW
from vsdesigner.ui.presentation.editing.editing import EDITING
from vsdesigner.ui.presentation.following import FOLLOWING
from vsdesigner.ui.presentation.going import CHANGING, ENDING, GOING, LOOKING
from vsdesigner.ui.presentation.hand.clicker import CLICKER
from vsdesigner.ui.presentation.ink.drawing import DRAWING
from vsdesigner.ui.presentation.ink.keeping import KEEPING
from vsdesigner.ui.presentation.playback.playing import PLAYING
from vsdesigner.ui.presentation.presenter.presenter import PRESENTER

COMMANDS: tuple[Command, ...] = (
    *GOING,
    *LOOKING,
    *OVERVIEW,
    *NOTES,
    *AUDIENCE,
    *PLAYING,
    *FOLLOWING,
    *DRAWING,  # before what changes the document: Ctrl+Z is for ink first
    *EDITING,
    *CHANGING,
    *KEEPING,
    *HELP,
    *PRESENTER,
    *BLANKS,
    *ENDING,
    *CLICKER,
)
