"""Measures text without a screen in the common sans serif: files get the lines that they were made for."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from vsdesigner.layout.sans_widths import ASCENT, DESCENT, EM, advance

#: Families of the same metric, the one of Windows and macOS first; lines broken for one are right in all.
FAMILIES = ("Arial", "Liberation Sans", "Arimo", "Helvetica Neue", "Helvetica", "sans-serif")
LINE = 1.3  # from line to line, in sizes of the letters
BOLD_FROM = 600
ELLIPSIS = "…"
_JOINER = "\u200d"
_TONES = range(0x1F3FB, 0x1F400)  # of skin: they change the picture before them


@dataclass(frozen=True, slots=True)
class Type:
    """Letters of a role: px at 100 %, weight as in CSS."""

    size: float
    weight: int = 400

    @property
    def bold(self) -> bool:
        return self.weight >= BOLD_FROM

    @property
    def ascent(self) -> float:
        """From the base line to the top of the letters, in px."""
        return self.size * ASCENT / EM

    @property
    def height(self) -> float:
        """Ascent and descent, in px."""
        return self.size * (ASCENT + DESCENT) / EM


#: The same sizes and weights as in the window.
TYPES: dict[str, Type] = {
    "panel": Type(13),
    "panel_strong": Type(13, 600),
    "title": Type(22, 600),
    "card": Type(13, 500),
    "card_footer": Type(11),
    "badge": Type(11, 700),
    "chip": Type(11, 600),
    "lane": Type(14, 600),
    "block_title": Type(13, 600),
    "block": Type(11),
    "flow_label": Type(11),
    "note": Type(12),
}


class SansMeasurer:
    """A `layout.measure.TextMeasurer` that needs no fonts and gives the same on every machine."""

    def width(self, text: str, role: str) -> float:
        """Return the width of one line in px at 100 %."""
        return _width(text, role)

    def line_height(self, role: str) -> float:
        """Return the distance from line to line in px at 100 %."""
        return float(round(TYPES[role].size * LINE))

    def lines(self, text: str, role: str, width: float) -> tuple[str, ...]:
        """Return `text` broken into lines of at most `width` px, inside words where a word alone is wider."""
        return tuple(line for paragraph in text.split("\n") for line in _broken(paragraph, role, width))


def elided(text: str, role: str, room: float) -> str:
    """Return one line, cut with an ellipsis where it is wider than `room` px."""
    line = " ".join(text.split())
    if _width(line, role) <= room:
        return line
    head = _fitting(line, role, room - _width(ELLIPSIS, role))
    return line[:head].rstrip() + ELLIPSIS if head else ELLIPSIS


def _broken(paragraph: str, role: str, width: float) -> list[str]:
    found: list[str] = []
    line: list[str] = []
    space, used = _width(" ", role), 0.0
    for word in paragraph.split():
        for piece in _pieces(word, role, width):
            wide = _width(piece, role)
            if line and used + space + wide > width:
                found.append(" ".join(line))
                line, used = [], 0.0
            used += wide + (space if line else 0.0)
            line.append(piece)
    found.append(" ".join(line))
    return found


def _pieces(word: str, role: str, width: float) -> list[str]:
    """A word, or the pieces of one that is wider than a line."""
    pieces: list[str] = []
    while word and (cut := max(_fitting(word, role, width), _letter_end(word, 1))) < len(word):
        pieces.append(word[:cut])
        word = word[cut:]
    return [*pieces, word] if word else pieces


def _fitting(text: str, role: str, room: float) -> int:
    """How many characters of the start of `text` fit; no letter loses its accents."""
    kind = TYPES[role]
    left = room * EM / kind.size
    for index, letter in enumerate(text):
        left -= advance(letter, bold=kind.bold)
        if left < -1e-6:
            while index > 0 and not _parts(text, index):
                index -= 1
            return index
    return len(text)


def _letter_end(text: str, position: int) -> int:
    while position < len(text) and not _parts(text, position):
        position += 1
    return position


def _parts(text: str, position: int) -> bool:
    """Whether a letter ends and another one begins at this position."""
    letter = text[position]
    belongs = letter == _JOINER or unicodedata.category(letter) in ("Mn", "Me") or ord(letter) in _TONES
    return not belongs and text[position - 1] != _JOINER


@lru_cache(maxsize=50_000)
def _width(text: str, role: str) -> float:
    kind = TYPES[role]
    return sum(advance(letter, bold=kind.bold) for letter in text) * kind.size / EM
