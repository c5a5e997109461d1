"""How the workbook looks: its colours and the named styles that all cells share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from vsdesigner.exchange.excel.heights import FONT
from vsdesigner.model.records import Lane

BODY_SIZE = 10.0
USE_CASE_SIZE = 11.0
TITLE_SIZE = 16.0
BANNER_SIZE = 14.0
COVER_SIZE = 24.0
SECTION_SIZE = 13.0
KEY_SIZE = 14.0

INK = "1B2330"
MUTED = "5F6978"
LINE = "CBD1D9"
HEAD_FILL = "1B2330"
HEAD_TEXT = "FFFFFF"
HEAD_LINE = "4A5568"
LABEL_FILL = "EEF1F5"
RESULT_FILL = "F7F8FA"
LINK_INK = "1F4FA3"
INPUT_INK = "1F3A78"
INPUT_FILL = "FFF9E5"
HEAT_LOW = "EDF2FA"
HEAT_HIGH = "9DB7E3"
GOOD = "1F7A45"
BAD = "A3231B"
BAD_FILL = "FCE1DE"

#: Responsibility letter → fill and text; the fills differ in lightness, a grey print tells them apart.
LEVEL_COLORS = (("F2B5BA", "6E121C"), ("FBEBBE", "5C4300"), ("DFE8FA", "1F3A78"))  # error, warning, hint
LETTER_COLORS = {
    "A": ("F2B5BA", "6E121C"),
    "R": ("BDE5CD", "0F4A29"),
    "C": ("FBEBBE", "5C4300"),
    "I": ("DFE8FA", "1F3A78"),
}
OTHER_LETTER_COLORS = (("E5DAF5", "44246F"), ("D3EDF0", "0E4A52"), ("ECE6DC", "4F4028"))

_TEXT_CONTRAST = 4.5
_LARGE_CONTRAST = 3.5
_PLAIN_NUMBER = "General"  # "#,##0.##" would show 4 as “4.”
_HOURS = "[>=10000]#,##0;#,##0.00"
_SHARE = "0.0%"


class Look(StrEnum):
    """The named styles, by what a cell is for. Those of the activities come one for each lane."""

    TITLE = "VS Title"
    SUBTITLE = "VS Subtitle"
    HEAD = "VS Head"
    HEAD_CENTRE = "VS Head centred"
    HEAD_UPRIGHT = "VS Head upright"
    STEP = "VS Step"
    TASK = "VS Task"
    TEXT = "VS Text"
    LETTER = "VS Letter"
    CHECK = "VS Check"
    NOTE = "VS Note"
    ID = "VS Id"
    PLAIN = "VS Plain"
    BANNER = "VS Use case"
    LABEL = "VS Label"
    VALUE = "VS Value"
    COVER_TITLE = "VS Cover title"
    SECTION = "VS Section"
    LINK = "VS Link"
    BACK = "VS Back link"
    BACK_LEFT = "VS Back link left"
    FACTS = "VS Facts"
    NUMBER = "VS Number"
    RESULT = "VS Result"
    PERCENT = "VS Percent"
    COUNT = "VS Count"
    SUM = "VS Sum"
    SUM_LABEL = "VS Sum label"
    KEY_LABEL = "VS Key label"
    KEY_NUMBER = "VS Key number"
    KEY_PERCENT = "VS Key percent"
    KEY_INPUT = "VS Key input"
    LEVEL = "VS Level"
    MIDDLE = "VS Middle"


def argb(color: str) -> str:
    """Return six hex digits as an opaque colour; openpyxl alone would make it a transparent one."""
    return f"FF{color}"


def _font(size: float = BODY_SIZE, *, bold: bool = False, italic: bool = False, color: str = INK) -> Font:
    return Font(name=FONT, family=2, sz=size, b=bold, i=italic, color=argb(color))


def _fill(color: str) -> PatternFill:
    return PatternFill("solid", start_color=argb(color), end_color=argb(color))


def _thin(color: str = LINE) -> Side:
    return Side(style="thin", color=argb(color))


def _frame(color: str = LINE, *, mark: str = "", open_right: bool = False) -> Border:
    """Thin lines around; `mark` makes the left one thick, `open_right` leaves room for a neighbour's mark."""
    line = _thin(color)
    left = Side(style="thick", color=argb(mark)) if mark else line
    return Border(left=left, right=Side() if open_right else line, top=line, bottom=line)


def _body(horizontal: str = "left", *, indent: int = 1, vertical: str = "top") -> Alignment:
    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=True, indent=indent)


def _named(
    look: str, font: Font, align: Alignment, fill: str = "", border: Border | None = None
) -> NamedStyle:
    return NamedStyle(
        name=look,
        font=font,
        alignment=align,
        fill=_fill(fill) if fill else PatternFill(),
        border=border or Border(),
    )


def _looks() -> Iterable[NamedStyle]:
    head = _font(bold=True, color=HEAD_TEXT)
    head_frame = _frame(HEAD_LINE)
    one_line = Alignment(horizontal="left", vertical="center")
    yield _named(Look.TITLE, _font(TITLE_SIZE, bold=True), one_line)
    yield _named(Look.SUBTITLE, _font(color=MUTED), one_line)
    yield _named(Look.HEAD, head, _body(vertical="center"), HEAD_FILL, head_frame)
    yield _named(Look.HEAD_CENTRE, head, _body("center", indent=0, vertical="center"), HEAD_FILL, head_frame)
    upright = Alignment(horizontal="center", vertical="bottom", text_rotation=90, wrap_text=True)
    yield _named(Look.HEAD_UPRIGHT, head, upright, HEAD_FILL, head_frame)
    yield _named(Look.STEP, _font(bold=True), _body(), border=_frame(open_right=True))
    yield _named(Look.TASK, _font(), _body(indent=2), border=_frame(open_right=True))
    yield _named(Look.TEXT, _font(), _body(), border=_frame())
    middle = _body("center", indent=0, vertical="center")
    yield _named(Look.LETTER, _font(bold=True), middle, border=_frame())
    yield _named(Look.CHECK, _font(color=MUTED), middle, border=_frame())
    yield _named(Look.NOTE, _font(italic=True, color=MUTED), _body(indent=0))
    yield _named(Look.ID, _font(color=MUTED), Alignment(vertical="top"))
    yield _named(Look.PLAIN, _font(), Alignment(vertical="top"))
    yield _named(
        Look.BANNER,
        _font(BANNER_SIZE, bold=True, color=HEAD_TEXT),
        _body(vertical="center"),
        HEAD_FILL,
        head_frame,
    )
    yield _named(Look.LABEL, _font(USE_CASE_SIZE, bold=True), _body(), LABEL_FILL, _frame())
    yield _named(Look.VALUE, _font(USE_CASE_SIZE), _body(), border=_frame())
    yield _named(Look.COVER_TITLE, _font(COVER_SIZE, bold=True), _body(indent=0))
    yield _named(Look.SECTION, _font(SECTION_SIZE, bold=True), _body(indent=0, vertical="center"))
    link = Font(name=FONT, family=2, sz=USE_CASE_SIZE, u="single", color=argb(LINK_INK))
    yield _named(Look.LINK, link, _body(), border=_frame())
    back = Font(name=FONT, family=2, sz=BODY_SIZE, u="single", color=argb(LINK_INK))
    yield _named(Look.BACK, back, Alignment(horizontal="right", vertical="center"))
    yield _named(Look.BACK_LEFT, back, one_line)
    yield _named(Look.FACTS, _font(color=MUTED), _body(indent=0))
    yield from _number_looks()


def _number_looks() -> Iterable[NamedStyle]:
    """Numbers: said by somebody, calculated, counted, and the key numbers above a table."""
    level = Alignment(horizontal="right", vertical="top", indent=1)
    yield _with_format(_named(Look.NUMBER, _font(), level, border=_frame()), _PLAIN_NUMBER)
    yield _with_format(_named(Look.RESULT, _font(), level, RESULT_FILL, _frame()), _HOURS)
    yield _with_format(_named(Look.PERCENT, _font(), level, border=_frame()), _SHARE)
    middle = Alignment(horizontal="center", vertical="top")
    yield _named(Look.COUNT, _font(bold=True), middle, border=_frame())
    yield _named(Look.SUM, _font(bold=True), middle, LABEL_FILL, _frame())
    yield _named(Look.SUM_LABEL, _font(bold=True), _body(), LABEL_FILL, _frame())
    yield _named(Look.LEVEL, _font(bold=True), _body(), border=_frame())
    yield _named(Look.MIDDLE, _font(), _body("center", indent=0), border=_frame())
    key = Alignment(horizontal="center", vertical="center", wrap_text=True)
    yield _named(Look.KEY_LABEL, _font(color=MUTED), key, LABEL_FILL, _frame())
    number = _font(KEY_SIZE, bold=True)
    yield _with_format(_named(Look.KEY_NUMBER, number, key, border=_frame()), _HOURS)
    yield _with_format(_named(Look.KEY_PERCENT, number, key, border=_frame()), _SHARE)
    said = _font(KEY_SIZE, bold=True, color=INPUT_INK)
    yield _with_format(_named(Look.KEY_INPUT, said, key, INPUT_FILL, _frame()), _PLAIN_NUMBER)


def _with_format(style: NamedStyle, code: str) -> NamedStyle:
    style.number_format = code
    return style


class StyleBook:
    """Gives out style numbers of one workbook; every number stands for a named style that cells share."""

    def __init__(self, workbook: Workbook, sheet: Worksheet, lanes: Sequence[Lane]) -> None:
        self._workbook = workbook
        self._sheet = sheet
        self._numbers: dict[tuple[str, bool], int] = {}
        self._activities: dict[str, str] = {}
        self._swatches: dict[str, str] = {}
        self._waiting = {style.name: style for style in _looks()}
        for number, lane in enumerate(lanes, start=1):
            name = f"VS Activity {number}"
            color = lane.color.removeprefix("#").upper()
            font = _font(bold=True, color=readable(color))
            self._waiting[name] = _named(name, font, _body(), border=_frame(mark=color))
            self._activities[lane.id] = name
            swatch = f"VS Colour {number}"
            name_font = _font(bold=True, color=_ink_on(color))
            self._waiting[swatch] = _named(swatch, name_font, _body(), color, _frame())
            self._swatches[lane.id] = swatch

    def number(self, look: str, *, users_text: bool = False) -> int:
        """Return the number of a style; `users_text` marks cells that stay text whatever is in them."""
        key = (look, users_text)
        if key not in self._numbers:
            waiting = self._waiting.pop(str(look), None)
            if waiting is not None:  # only what is used gets into the file
                self._workbook.add_named_style(waiting)
            cell = WriteOnlyCell(self._sheet)
            cell.style = str(look)
            if users_text:
                cell.quotePrefix = True
            self._numbers[key] = cell.style_id
        return self._numbers[key]

    def activity(self, lane: str) -> int:
        """Return the number of the style with the mark of a lane; of plain text for one that is unknown."""
        return self.number(self._activities.get(lane, Look.TEXT), users_text=True)

    def swatch(self, lane: str) -> int:
        """Return the number of the style that shows the colour of a lane."""
        return self.number(self._swatches[lane])


def letter_style(fill: str, text: str) -> DifferentialStyle:
    """Return what a conditional format lays over a cell."""
    pattern = PatternFill("solid", bgColor=argb(fill), fgColor=argb(fill))
    return DifferentialStyle(font=Font(b=True, color=argb(text)), fill=pattern)


def text_style(color: str) -> DifferentialStyle:
    """Return a conditional format that colours the text alone."""
    return DifferentialStyle(font=Font(color=argb(color)))


def readable(color: str) -> str:
    """Return `color` (six hex digits), darkened until text in it has enough contrast on white."""
    channels = [int(color[at : at + 2], 16) for at in (0, 2, 4)]
    while _contrast_on_white(channels) < _TEXT_CONTRAST:
        channels = [int(channel * 0.95) for channel in channels]
    return "".join(f"{channel:02X}" for channel in channels)


def _ink_on(color: str) -> str:
    """White where it can be read on `color`, else dark."""
    channels = [int(color[at : at + 2], 16) for at in (0, 2, 4)]
    return HEAD_TEXT if _contrast_on_white(channels) >= _LARGE_CONTRAST else INK


def _contrast_on_white(channels: Sequence[int]) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in channels)
    ]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)
