"""Text on slides: paragraphs, how wide and high they get, and how they flow on where room ends.

All measures are points. Widths are those of Arial and the fonts of its metric; lines are broken at spaces
only, and the room is taken a little smaller than it is: what fits here fits in PowerPoint and LibreOffice.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from xml.sax.saxutils import escape

from vsdesigner.exchange.xml_text import xml_clean
from vsdesigner.layout.sans_widths import EM, advance
from vsdesigner.palette import Rgb

LINE = 1.2  # height of a line, in sizes of its letters
BULLET = "–"
_HANGING = 0.95  # indent behind a bullet, in sizes
SAFETY = 0.97  # of the room that may be taken
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph in one look; without a colour it has that of its surroundings."""

    text: str
    bold: bool = False
    colour: Rgb | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `align` is ``l``, ``ctr`` or ``r``; `before` the space above; `head` says that it
    belongs to what follows and never stands alone at the end of a column."""

    runs: tuple[Run, ...]
    size: float = 14.0
    align: str = "l"
    bulleted: bool = False
    level: int = 0
    before: float = 0.0
    head: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def indent(self) -> float:
        """From the left edge of the text's room to its letters."""
        return ((1 if self.bulleted else 0) + self.level) * _HANGING * self.size


def plain(text: str, size: float = 14.0, **look: object) -> Paragraph:
    """Return a paragraph in one look; `look` are fields of `Run` and `Paragraph`."""
    words = {key: value for key, value in look.items() if key in ("bold", "colour")}
    rest = {key: value for key, value in look.items() if key not in words}
    return Paragraph((Run(text, **words),), size, **rest)  # type: ignore[arg-type]  # fields by their names


def lines_of(text: str, size: float, *, bold: bool = False) -> list[Paragraph]:
    """Return a paragraph for each line of `text`."""
    return [plain(line, size, bold=bold) for line in text.split("\n")]


# -- measuring ----------------------------------------------------------------------------------------------
@lru_cache(maxsize=100_000)
def _units(word: str, bold: bool) -> int:
    return sum(advance(letter, bold=bold) for letter in word)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of one line."""
    return _units(text, bold) * size / EM


def broken(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Return the lines of `text` in this room; a word that is wider than a line is broken anywhere."""
    limit = max(room * SAFETY, size) * EM / size
    return [line for part in text.split("\n") for line in _broken(part, limit, bold)]


def _broken(text: str, limit: float, bold: bool) -> list[str]:
    space = _units(" ", bold)
    lines: list[str] = []
    line, used = "", 0.0
    for index, word in enumerate(text.split(" ")):
        width = _units(word, bold)
        if index and used + space + width <= limit:
            line, used = f"{line} {word}", used + space + width
            continue
        if index:
            lines.append(line)
        while width > limit and len(word) > 1:
            head = _fitting(word, limit, bold)
            lines.append(word[:head])
            word = word[head:]
            width = _units(word, bold)
        line, used = word, width
    return [*lines, line]


def _fitting(word: str, limit: float, bold: bool) -> int:
    """How many letters of a word fit, one at least; no letter loses its accents."""
    used = 0
    for index, letter in enumerate(word):
        used += advance(letter, bold=bold)
        if used > limit and index:
            cut = index
            while cut > 1 and unicodedata.category(word[cut]) in ("Mn", "Me", "Cf"):
                cut -= 1
            return cut
    return len(word)


def text_height(text: str, room: float, size: float, *, bold: bool = False) -> float:
    """Return the height of `text` broken into lines of this room."""
    return len(broken(text, room, size, bold=bold)) * size * LINE


def widest_word(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of the longest word."""
    return max((text_width(word, size, bold=bold) for word in text.split()), default=0.0)


def fitting_size(
    text: str, room: tuple[float, float], sizes: Sequence[float], *, bold: bool = False, whole: bool = True
) -> float:
    """Return the first of `sizes` in which `text` fits into a room (width, height), else the last.

    With `whole` a size in which a word has to be broken does not count as fitting.
    """
    width, height = room
    for index, size in enumerate(sizes):
        breaks = whole and widest_word(text, size, bold=bold) > width * SAFETY
        if breaks and index < len(sizes) - 1:
            continue
        if text_height(text, width, size, bold=bold) <= height:
            return size
    return sizes[-1]


def ellipsized(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Return one line, its end replaced by … where it is wider than the room."""
    line = " ".join(text.split())
    if text_width(line, size, bold=bold) <= room * SAFETY:
        return line
    limit = room * SAFETY * EM / size - advance(_ELLIPSIS, bold=bold)
    return line[: _fitting(line, limit, bold)].rstrip() + _ELLIPSIS


def height_of(paragraph: Paragraph, room: float) -> float:
    """Return the height of a paragraph without the space above it."""
    bold = any(run.bold for run in paragraph.runs)
    return text_height(paragraph.text, room - paragraph.indent, paragraph.size, bold=bold)


def total_height(paragraphs: Iterable[Paragraph], room: float) -> float:
    """Return the height of paragraphs under each other; the first has no space above."""
    total = 0.0
    for index, paragraph in enumerate(paragraphs):
        total += height_of(paragraph, room) + (paragraph.before if index else 0.0)
    return total


# -- flowing ------------------------------------------------------------------------------------------------
def flowed(paragraphs: Sequence[Paragraph], room: float, height: float) -> list[list[Paragraph]]:
    """Return the paragraphs as columns of this width and height, at least one; long ones are divided.

    A head moves on together with what follows it.
    """
    columns: list[list[Paragraph]] = [[]]
    left = height
    for paragraph in _low_enough(paragraphs, room, height):
        needed = height_of(paragraph, room) + (paragraph.before if columns[-1] else 0.0)
        if needed > left and columns[-1]:
            moving: list[Paragraph] = []
            while len(columns[-1]) > 1 and columns[-1][-1].head:
                moving.insert(0, columns[-1].pop())
            columns.append(moving)
            left = height - total_height(moving, room)
            needed = height_of(paragraph, room) + (paragraph.before if moving else 0.0)
        columns[-1].append(paragraph)
        left -= needed
    return columns


def _low_enough(paragraphs: Sequence[Paragraph], room: float, height: float) -> list[Paragraph]:
    """Divide the paragraphs that are higher than half a column after a line."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        most = max(1, int(height / 2 / (paragraph.size * LINE)))
        if len(paragraph.runs) != 1 or height_of(paragraph, room) <= most * paragraph.size * LINE:
            found.append(paragraph)
            continue
        run = paragraph.runs[0]
        lines = broken(run.text, room - paragraph.indent, paragraph.size, bold=run.bold)
        for start in range(0, len(lines), most):
            part = replace(run, text=" ".join(lines[start : start + most]))
            piece = replace(paragraph, runs=(part,))
            found.append(piece if start == 0 else _going_on(piece))
    return found


def _going_on(piece: Paragraph) -> Paragraph:
    """The rest of a divided paragraph: without bullet, as far in as its start."""
    level = piece.level + (1 if piece.bulleted else 0)
    return replace(piece, bulleted=False, level=level, before=0.0)


# -- markup -------------------------------------------------------------------------------------------------
def markup(paragraphs: Sequence[Paragraph]) -> str:
    """Return the paragraphs as DrawingML."""
    return "".join(map(_paragraph, paragraphs)) or "<a:p/>"


def _paragraph(paragraph: Paragraph) -> str:
    right = is_right_to_left(paragraph.text)
    align = {"l": "r", "r": "l"}.get(paragraph.align, paragraph.align) if right else paragraph.align
    hang = _HANGING * paragraph.size if paragraph.bulleted else 0.0
    attributes = f'algn="{align}" rtl="{int(right)}"'
    margin = f'{"marR" if right else "marL"}="{emu(paragraph.indent)}" indent="{-emu(hang)}"'
    space = f'<a:spcBef><a:spcPts val="{round(paragraph.before * 100)}"/></a:spcBef>'
    bullet = (
        f'<a:buFont typeface="Arial"/><a:buChar char="{BULLET}"/>' if paragraph.bulleted else "<a:buNone/>"
    )
    runs = "".join(_run(run, paragraph.size) for run in paragraph.runs if run.text)
    end = "" if runs else f'<a:endParaRPr sz="{round(paragraph.size * 100)}"/>'
    return f"<a:p><a:pPr {margin} {attributes}>{space}{bullet}</a:pPr>{runs}{end}</a:p>"


def _run(run: Run, size: float) -> str:
    fill = f'<a:solidFill><a:srgbClr val="{run.colour.hex[1:]}"/></a:solidFill>' if run.colour else ""
    look = f'<a:rPr sz="{round(size * 100)}" b="{int(run.bold)}">{fill}</a:rPr>'
    parts = [
        f"<a:r>{look}<a:t>{escape(part)}</a:t></a:r>" if part else ""
        for part in xml_clean(run.text).split("\n")
    ]
    return f"<a:br>{look}</a:br>".join(parts)


def is_right_to_left(text: str) -> bool:
    """Say whether the first letter that has a direction is written from right to left."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def emu(points: float) -> int:
    """Return points in the unit of the file."""
    return round(points * 12_700)
