"""Files are written in the same type as the window."""

from __future__ import annotations

from vsdesigner.layout.sans import TYPES
from vsdesigner.ui.theme import FONTS


def test_files_have_the_sizes_and_weights_of_the_window() -> None:
    for role, kind in TYPES.items():
        pixels, weight = FONTS[role]
        assert (kind.size, kind.weight) == (pixels, weight.value), role
