"""What a mend is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vsdesigner.document.draft import Draft


@dataclass(frozen=True, slots=True)
class Mend:
    """One way to put something right. `label` is a verb with its object in the language of the program
    (`Make "Service desk" accountable`): the button's words and the undo step's. `verb` does it to a draft of
    the document that the finding was about. `short` is the label for a narrow button beside the whole words,
    empty for one that suits every mend."""

    label: str
    verb: Callable[[Draft], None]
    short: str = ""
