"""What the recovery dialog shows of one piece of work that an ended run left behind."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

PICTURE = QSize(260, 130)  # px


@dataclass(frozen=True, slots=True)
class CrashOffer:
    """Name of the document, when it was last changed, how many changes there are, pictures of both states."""

    name: str
    when: str
    changes: int
    place: str = ""  # where the file is, in words; empty for one that was never saved
    warning: str = ""  # what is special about it, such as a file that has changed since
    before: QPixmap | None = None
    after: QPixmap | None = None
