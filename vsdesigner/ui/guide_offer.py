"""Shows the guide to somebody who draws for the first time; after that the window remembers the choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vsdesigner.ui.program import Window

OFFERED = "guide/offered"


def offer_guide(window: Window) -> None:
    """Show the guide beside an empty new document, once in the life of the settings.

    While something else covers the document (the welcome page), wait until it is shown.
    """
    flags = window.session.flags
    if flags.flag(OFFERED, default=False):
        return

    def offer(_view: str = "") -> None:
        if flags.flag(OFFERED, default=False) or not window.centre.shown:
            return
        if window.files.file.is_pristine:
            flags.set_flag(OFFERED, on=True)
            window.regions.show("guide")

    window.centre.view_changed.connect(offer)
    offer()
