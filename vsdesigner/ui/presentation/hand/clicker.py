"""What the remote controls of presenters send beside the keys for next and back.

Their button for the presentation sends F5 and Esc by turns, and nobody knows which of them comes: while
presenting, both end it.
"""

from __future__ import annotations

from vsdesigner.ui.presentation.commands import Command

CLICKER = (
    Command(
        "show.stop",
        "show",
        "End at once, whatever is open",
        lambda window: window.state.end(),
        ("F5", "Shift+F5"),
    ),
)
