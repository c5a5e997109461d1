"""Sets a sheet up for paper: one page wide, header row repeated, footer with stream, sheet and page."""

from __future__ import annotations

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from vsdesigner.exchange.excel.heights import FONT, ellipsized
from vsdesigner.exchange.excel.styles import MUTED
from vsdesigner.exchange.excel.text_cells import excel_text
from vsdesigner.language import say

_CODES = {"A4": 9, "Letter": 1}  # paper sizes as Excel numbers them
_SHORT_SIDE = {"A4": 595.3, "Letter": 612.0}  # pt
_LONG_SIDE = {"A4": 841.9, "Letter": 792.0}
_SIDE_MARGIN = 0.5  # inches
_TOP_MARGIN, _BOTTOM_MARGIN = 0.6, 0.75
_POINTS_PER_WIDTH = 5.25
_FOOTER_SIZE = 9
_MOST_FOOTER = 60  # characters of a name; with all codes the footer stays under Excel's 255


def page_width(paper: str, *, landscape: bool) -> float:
    """Return how wide columns (Excel's units) may be together to print unscaled."""
    side = (_LONG_SIDE if landscape else _SHORT_SIDE)[paper]
    return (side - 2 * 72 * _SIDE_MARGIN) / _POINTS_PER_WIDTH


def page_points(paper: str, *, landscape: bool) -> tuple[float, float]:
    """Return how much room a page has for what is printed, in pt."""
    wide, high = (_LONG_SIDE, _SHORT_SIDE) if landscape else (_SHORT_SIDE, _LONG_SIDE)
    return wide[paper] - 2 * 72 * _SIDE_MARGIN, high[paper] - 72 * (_TOP_MARGIN + _BOTTOM_MARGIN)


def set_up(
    sheet: Worksheet,
    *,
    paper: str,
    landscape: bool,
    stream: str,
    subject: str,
    header_row: int = 0,
    one_page: bool = False,
    scaled: bool = True,
) -> None:
    """Set orientation, paper, margins, scaling and footer; `header_row` is repeated on every page.

    A sheet is one page wide, and one page high too when it has to be on `one_page`. One that is not
    `scaled` is printed as it is and keeps the page breaks that were set: Excel heeds none of them otherwise.
    """
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = _CODES[paper]
    if scaled:
        sheet.page_setup.fitToWidth = 1
        sheet.page_setup.fitToHeight = 1 if one_page else 0
    else:
        sheet.page_setup.scale = 100
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=scaled)
    sheet.page_margins = PageMargins(
        left=_SIDE_MARGIN, right=_SIDE_MARGIN, top=_TOP_MARGIN, bottom=_BOTTOM_MARGIN, header=0.3, footer=0.35
    )
    if header_row:
        sheet.print_title_rows = f"{header_row}:{header_row}"
    _set_footer(sheet, stream, subject, points=270.0 if landscape else 180.0)


def _set_footer(sheet: Worksheet, stream: str, subject: str, points: float) -> None:
    footer = HeaderFooterItem()
    name = ellipsized(
        stream[:_MOST_FOOTER] + ("…" if len(stream) > _MOST_FOOTER else ""), points, _FOOTER_SIZE
    )
    texts = (_footer_text(name), _footer_text(subject), _footer_page())
    for part, text in zip((footer.left, footer.center, footer.right), texts, strict=True):
        part.text = text
        part.font = f"{FONT},Regular"
        part.size = _FOOTER_SIZE
        part.color = MUTED
    sheet.HeaderFooter.oddFooter = footer
    sheet.HeaderFooter.scaleWithDoc = False


def _footer_page() -> str:
    return say("Page {page} of {count}").format(page="&P", count="&N")


def _footer_text(text: str) -> str:
    """Text in which nothing is a code: an ampersand stands doubled, the name is one line."""
    return excel_text(text).replace("\n", " ").replace("&", "&&")
