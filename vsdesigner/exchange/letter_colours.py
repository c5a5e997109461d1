"""The colours of responsibility letters on slides, pages and web pages, the same as in the workbook."""

from __future__ import annotations

from vsdesigner.palette import Rgb, rgb

#: Letter → ground and ink; the grounds differ in lightness, a grey print tells them apart.
_COLOURS = {
    "A": (rgb("#F2B5BA"), rgb("#6E121C")),
    "R": (rgb("#BDE5CD"), rgb("#0F4A29")),
    "C": (rgb("#FBEBBE"), rgb("#5C4300")),
    "I": (rgb("#DFE8FA"), rgb("#1F3A78")),
}
_OTHERS = (
    (rgb("#E5DAF5"), rgb("#44246F")),
    (rgb("#D3EDF0"), rgb("#0E4A52")),
    (rgb("#ECE6DC"), rgb("#4F4028")),
)


#: All of them; what `letter_place` counts.
EVERY = (*_COLOURS.values(), *_OTHERS)


def letter_place(letters: str) -> int:
    """Return which of `EVERY` the letters of a cell wear."""
    return EVERY.index(letter_colours(letters))


def letter_colours(letters: str) -> tuple[Rgb, Rgb]:
    """Return ground and ink for the letters of a cell; of several the A counts, then the first."""
    held = letters.split("/")
    letter = "A" if "A" in held else held[0]
    return _COLOURS.get(letter) or _OTHERS[sum(map(ord, letter)) % len(_OTHERS)]


def letter_ink(letters: str) -> Rgb:
    """Return the ink alone."""
    return letter_colours(letters)[1]
