"""What can be done while presenting, as values: keys, words, and what happens.

The window dispatches keys by this, the help overlay and the help page are made from it. A feature brings its
commands in a tuple of its own, which `all_commands.py` puts together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

#: Headings in the help overlay, in its order: id → English source.
GROUPS = {
    "go": "Going",
    "look": "Looking",
    "play": "Playing",
    "lens": "Following",
    "draw": "Pointing and drawing",
    "edit": "Changing",
    "show": "The presentation",
}


def _always(_window: PresentWindow) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do. Texts are English sources, translated when shown.

    `keys` are alternatives in portable form ("Right", "Shift+X", "+"), the first ones are shown; a key that
    no keyboard layout needs Shift for is written without. `can` says whether it is possible now.
    """

    id: str
    group: str
    text: str
    do: Callable[[PresentWindow], object]
    keys: tuple[str, ...] = ()
    can: Callable[[PresentWindow], bool] = _always
