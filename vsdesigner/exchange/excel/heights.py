"""How wide and how high text is in a cell: line breaks and row heights from real character widths.

Excel computes row heights only while somebody types; a file made by a program has to bring them along.
The widths are Calibri's advance widths. Lines are broken at spaces only, and words that are too long
anywhere: Excel and LibreOffice know more places to break, so a height from here is never too small.
"""

from __future__ import annotations

import math
import unicodedata
from functools import lru_cache

FONT = "Calibri"
UNITS_PER_EM = 2048
MOST_HEIGHT = 409.0  # pt; Excel allows no higher row
MOST_CHARACTERS = 32_767  # Excel's bound for one cell, in UTF-16 units
PADDING = 3.0  # pt a row keeps free below its last line

_POINTS_PER_UNIT = 5.25  # a width of 1 is a digit of the Normal style: 7 px at 96 dpi
_CELL_PADDING = 3.75  # pt: 5 px that Excel keeps free at the sides of a cell
_INDENT = 6.75  # pt a level
_SAFETY = 0.99  # screens round the width of characters to whole pixels
_BOLD_RESERVE = (
    1.09  # where Calibri is missing, columns grow with the fallback's digits, bold text still more
)
_LINE = 1.35  # line height in em before it is rounded up to whole pixels, as Excel has it for Calibri
_PIXEL = 0.75  # pt
_SHORT = 60  # characters of a text whose width is remembered

# Advance widths of U+0020 to U+007E, in thousands of what follows: regular, then bold.
_REGULAR = (
    "463 667 821 1020 1038 1464 1397 452 621 621 1020 1020 511 627 517 791 "
    "1038 1038 1038 1038 1038 1038 1038 1038 1038 1038 548 548 1020 1020 1020 949 "
    "1831 1185 1114 1092 1260 1000 941 1292 1276 516 653 1064 861 1751 1322 1356 "
    "1058 1378 1112 941 998 1314 1162 1822 1063 998 959 628 791 628 1020 1020 "
    "596 981 1076 866 1076 1019 625 964 1076 470 490 931 470 1636 1076 1080 "
    "1076 1076 714 801 686 1076 925 1464 887 927 809 644 943 644 1020"
)
_BOLD = (
    "463 667 898 1020 1038 1493 1443 478 638 638 1020 1020 528 627 547 880 "
    "1038 1038 1038 1038 1038 1038 1038 1038 1038 1038 565 565 1020 1020 1020 949 "
    "1840 1241 1148 1084 1291 999 940 1305 1292 546 678 1120 866 1790 1349 1385 "
    "1090 1405 1153 968 1014 1337 1211 1856 1128 1064 979 665 880 665 1020 1020 "
    "615 1011 1099 857 1099 1031 648 971 1099 503 523 983 503 1666 1099 1101 "
    "1099 1099 728 817 710 1099 969 1526 941 970 814 704 973 704 1020"
)
_MARKS = {"–": 1020, "—": 1854, "‘": 528, "’": 528, "“": 891, "”": 891, "„": 891, "…": 1457, "·": 548}
_OTHER_LETTER = 1240  # Greek, Cyrillic, Arabic, Hebrew …: most are narrower
_FULL_WIDTH = 2300  # Chinese, Japanese, Korean, pictures


class _Widths(dict[str, int]):
    """Character → width in font units; characters that are not in the table are judged by their kind."""

    def __missing__(self, character: str) -> int:
        width = self[character] = self._judge(character)
        return width

    def _judge(self, character: str) -> int:
        if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
            return 0
        if unicodedata.east_asian_width(character) in "WF" or ord(character) > 0xFFFF:
            return _FULL_WIDTH
        base = unicodedata.normalize("NFD", character)[0]
        return self[base] if base != character and base in self else _OTHER_LETTER


def _table(widths: str, reserve: float = 1.0) -> _Widths:
    numbers = (round(int(width) * reserve) for width in widths.split())
    table = _Widths((chr(32 + index), width) for index, width in enumerate(numbers))
    return _Widths({**_MARKS, **table})


_TABLES = (_table(_REGULAR), _table(_BOLD, _BOLD_RESERVE))


@lru_cache(maxsize=65_536)
def _units(word: str, bold: bool) -> int:
    return sum(map(_TABLES[bold].__getitem__, word))


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width in pt of the widest line of `text`, nothing wrapped."""
    if len(text) <= _SHORT and "\n" not in text:
        return _units(text, bold) * size / UNITS_PER_EM
    table = _TABLES[bold]
    return max(sum(map(table.__getitem__, line)) for line in text.split("\n")) * size / UNITS_PER_EM


def ellipsized(text: str, points: float, size: float, *, bold: bool = False) -> str:
    """Return `text` on one line of at most `points`, its end replaced by … where it is longer."""
    line = text.replace("\n", " ")
    if text_width(line, size, bold=bold) <= points:
        return line
    table = _TABLES[bold]
    return line[: _fitting(line, points * UNITS_PER_EM / size - table["…"], table)].rstrip() + "…"


def room(width: float, indent: int = 1) -> float:
    """Return the pt that text has in a column of this width (Excel's units) and indent."""
    return max((width * _POINTS_PER_UNIT - _CELL_PADDING - indent * _INDENT) * _SAFETY, 8.0)


def width_for(points: float, indent: int = 1) -> float:
    """Return the column width (Excel's units) in which text of `points` stays on one line."""
    return (points / _SAFETY + _CELL_PADDING + indent * _INDENT) / _POINTS_PER_UNIT


def line_height(size: float) -> float:
    """Return the height of one line in pt, as Excel spaces lines at 96 dpi: 13.5 for 10 pt, 15 for 11 pt."""
    return math.ceil(size * _LINE / _PIXEL) * _PIXEL


def row_height(lines: int, size: float, *, least: float = 0.0) -> float:
    """Return the height in pt of a row with so many lines, in quarters as Excel keeps them."""
    height = max(math.ceil((lines * line_height(size) + PADDING) * 4) / 4, least)
    return min(height, MOST_HEIGHT)


def most_lines(size: float) -> int:
    """Return how many lines the highest row holds."""
    return int((MOST_HEIGHT - PADDING) / line_height(size))


def line_count(text: str, points: float, size: float, *, bold: bool = False) -> int:
    """Return the number of lines of `text` when it is wrapped at `points`."""
    limit = points * UNITS_PER_EM / size
    if "\n" in text:
        return sum(_lines_of(line, limit, bold) for line in text.split("\n"))
    if len(text) <= _SHORT and _units(text, bold) <= limit:  # most cells; what they say comes again
        return 1
    return _lines_of(text, limit, bold)


def _lines_of(line: str, limit: float, bold: bool) -> int:
    table = _TABLES[bold]
    space = table[" "]
    words = line.split(" ")
    widths = [_units(word, bold) for word in words]
    if sum(widths) + space * (len(widths) - 1) <= limit:
        return 1
    lines, used = 1, 0.0
    for index, width in enumerate(widths):
        wanted = used + space + width if index else width
        if wanted <= limit:
            used = wanted
        elif width <= limit:
            lines, used = lines + 1, width
        else:  # broken anywhere: each line may miss its end by nearly one character
            filled = max(limit - max(map(table.__getitem__, words[index])), limit / 2)
            full = math.ceil(width / filled)
            lines, used = lines + full - (0 if used else 1), width - (full - 1) * filled
    return lines


def wrap(text: str, points: float, size: float, *, bold: bool = False) -> list[str]:
    """Return the lines of `text` wrapped at `points`; joined again they are the text.

    Each line carries the space or line end that follows it.
    """
    limit = points * UNITS_PER_EM / size
    lines: list[str] = []
    for paragraph in text.split("\n"):
        if lines:
            lines[-1] += "\n"
        lines += _wrapped(paragraph, limit, bold)
    return lines


def _wrapped(paragraph: str, limit: float, bold: bool) -> list[str]:
    table = _TABLES[bold]
    lines, line, used = [], "", 0
    words = paragraph.split(" ")
    for index, word in enumerate(words):
        rest = word if index == len(words) - 1 else word + " "
        width = _units(word, bold)
        if line and used + width > limit:
            lines.append(line)
            line, used = "", 0
        while width > limit:
            count = _fitting(rest, limit, table)
            lines.append(rest[:count])
            rest = rest[count:]
            width = _units(rest.rstrip(" "), bold)
        line += rest
        used += _units(rest, bold)
    return [*lines, line]


def _fitting(word: str, limit: float, table: _Widths) -> int:
    used = 0
    for index, character in enumerate(word):
        used += table[character]
        if used > limit and index:
            return index
    return len(word)


def shortened_lines(text: str, lines: int, points: float, size: float, *, bold: bool = False) -> str:
    """Return `text`, or as many lines of it as allowed with … behind them."""
    wrapped = wrap(text, points, size, bold=bold)
    return text if len(wrapped) <= lines else "".join(wrapped[:lines]).rstrip() + "…"


def units16(text: str) -> int:
    """Return the length of `text` as Excel counts it, in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
