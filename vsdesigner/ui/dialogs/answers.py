"""What the user can answer to the questions of the program."""

from __future__ import annotations

from enum import Enum


class Unsaved(Enum):
    """Before something unsaved would go away."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Locked(Enum):
    """The file is open elsewhere."""

    READ_ONLY = "read only"
    ANYWAY = "anyway"
    COPY = "copy"
    CANCEL = "cancel"


class OnDisk(Enum):
    """The file was changed by somebody else while the document was edited here."""

    TOGETHER = "together"
    KEEP_MINE = "keep mine"
    TAKE_THEIRS = "take theirs"
    SAVE_COPY = "save a copy"


class Crashed(Enum):
    """What becomes of work that an ended run left behind."""

    RECOVER = "recover"
    DISCARD = "discard"
    LATER = "later"
