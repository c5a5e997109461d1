"""Printing with a preview: the pages of a PDF file, on the paper that the printer has."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QMarginsF, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton, QWidget

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import date_text, stream_title
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.paper_options import AUTO, DIAGRAM, PAGES, PARTS
from vsdesigner.exchange.picture_options import EXTENT, SELECTION, VIEW, WHOLE
from vsdesigner.model.records import Stream
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.pictures.drawing import StreamDrawing
from vsdesigner.ui.pictures.paper.diagram import spread_for
from vsdesigner.ui.pictures.paper.page import paint_page
from vsdesigner.ui.pictures.paper.pages import all_pages
from vsdesigner.ui.pictures.paper.sheet import PX_PER_POINT, Paper, Sheet
from vsdesigner.ui.pictures.pdf import PICTURES
from vsdesigner.ui.plain import escape_tooltip
from vsdesigner.ui.theme import PRINT

_SIZE = QSize(1_120, 780)
_ICON = QSize(20, 20)
LEAST_ACTIONS = 10  # in Qt's own row of buttons
#: Our icons for Qt's buttons, in the order in which those stand.
ICONS = (
    "space",
    "fit",
    "zoom_out",
    "zoom_in",
    "upright",
    "lying",
    "first",
    "previous",
    "next",
    "last",
    "file",
    "facing_pages",
    "all_pages",
)
PAGE_MARGIN = 12.0  # mm that pages keep free at least; a wider one can be set


class PrintPreview(QPrintPreviewDialog):
    """Shows pages before they are printed; what they show is chosen in a menu of its tool bar."""

    def __init__(self, window: QWidget, view: Snapshot, options: ExportOptions) -> None:
        """`options` name the stream, and what is selected and seen of it."""
        self._printer = _printer_for(view, options)  # has to live as long as the dialog
        super().__init__(self._printer, window)
        self.setObjectName("print_preview")
        self.setWindowTitle(tr("Print"))
        self.resize(_SIZE.boundedTo(window.screen().availableSize() * 0.9))
        self._view = view
        self._options = options
        self._one = options.streams
        self.paintRequested.connect(self._on_paint)
        self.menu = QMenu(self)
        self._fill(self.menu)
        self._add_buttons()

    # -- what is shown ----------------------------------------------------------------------------------
    def _add_buttons(self) -> None:
        """Our buttons stand ahead of Qt's; the two that end Qt's row may have no room there."""
        bar = self.findChild(QToolBar)
        if bar is None or len(bar.actions()) < LEAST_ACTIONS:
            return
        bar.setIconSize(_ICON)
        first, set_up, print_now = bar.actions()[0], *bar.actions()[-2:]
        now = _button(bar, "print_now", tr("Print…"), tr("Print these pages."))
        now.clicked.connect(print_now.trigger)
        parts = _button(bar, "print_parts", tr("What to print"), tr("Choose what the pages show."))
        parts.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        parts.setMenu(self.menu)
        paper = _button(bar, "print_paper", tr("Paper…"), tr("Choose paper and margins."))
        paper.clicked.connect(set_up.trigger)
        for button in (now, parts, paper):
            bar.insertWidget(first, button)
        for moved in (set_up, print_now):
            bar.removeAction(moved)
        theirs = [action for action in bar.actions() if not action.icon().isNull()]
        for action, name in zip(theirs, ICONS, strict=False):
            action.setIcon(icon(name))

    def _fill(self, menu: QMenu) -> None:
        shown = self._options.several(PARTS.id, (DIAGRAM,))
        for choice in PARTS.choices:
            action = _checkable(menu, tr(choice.label), checked=choice.value in shown)
            action.setObjectName(f"print.{choice.value}")
            action.toggled.connect(
                lambda on, part=choice.value: self._choose(PARTS.id, self._parts_with(part, on=on))
            )
        menu.addSeparator()
        self._add_choices(menu, PAGES.id, {choice.value: tr(choice.label) for choice in PAGES.choices}, AUTO)
        menu.addSeparator()
        extents = {WHOLE: tr("Whole stream")}
        if self._options.selection:
            extents[SELECTION] = tr("Selection")
        if self._options.area is not None:
            extents[VIEW] = tr("Current view")
        self._add_choices(menu, EXTENT.id, extents, WHOLE)
        if len(self._view.streams) > 1:
            menu.addSeparator()
            every = _checkable(menu, tr("All streams of the document"), checked=not self._one)
            every.setObjectName("print.all_streams")
            every.toggled.connect(self._choose_streams)

    def _add_choices(self, menu: QMenu, option: str, labels: dict[str, str], default: str) -> None:
        group = QActionGroup(menu)
        chosen = self._options.choice(option, default)
        for value, label in labels.items():
            action = _checkable(menu, label, checked=value == chosen)
            action.setObjectName(f"print.{option}.{value}")
            group.addAction(action)
            action.triggered.connect(lambda _on, value=value: self._choose(option, value))

    def _parts_with(self, part: str, *, on: bool) -> tuple[str, ...]:
        others = {other for other in self._options.several(PARTS.id, (DIAGRAM,)) if other != part}
        wanted = {*others, part} if on else others
        return tuple(choice.value for choice in PARTS.choices if choice.value in wanted)

    def _choose(self, option: str, value: str | tuple[str, ...]) -> None:
        self._options = replace(self._options, values={**self._options.values, option: value})
        self._update()

    def _choose_streams(self, every: bool) -> None:
        self._options = replace(self._options, streams=() if every else self._one)
        self._update()

    def _update(self) -> None:
        preview = self.findChild(QPrintPreviewWidget)
        if preview is not None:
            preview.updatePreview()

    def _on_paint(self, printer: QPrinter) -> None:
        print_pages(self._view, self._options, printer)


def print_pages(view: Snapshot, options: ExportOptions, printer: QPrinter) -> None:
    """Paint the pages on a printer or into its preview, on paper as it is set up, in colours for print."""
    inks = Inks(PRINT, PICTURES, complete=True, vector=True)
    if not options.several(PARTS.id, (DIAGRAM,)):
        options = replace(options, values={**options.values, PARTS.id: (DIAGRAM,)})
    pages = all_pages(view, options, paper_in(printer), inks, lambda: False)
    extra = _extra(printer)
    painter = QPainter()
    if not painter.begin(printer):
        return  # Qt has told why: no page can be made
    try:
        first, last = _asked(printer, len(pages))
        for number in range(first, last):
            if number > first:
                printer.newPage()
            painter.save()
            dots = printer.resolution() / 96
            painter.scale(dots, dots)
            painter.translate(extra.left(), extra.top())
            paint_page(painter, pages[number], inks, number, len(pages), _today())
            painter.restore()
    finally:
        painter.end()


def paper_in(printer: QPrinter) -> Paper:
    """Return the paper that a printer is set up for, lying as it was chosen, without what its margins take
    beyond those of our pages."""
    layout = printer.pageLayout()
    points = layout.fullRect(QPageLayout.Unit.Point)
    lying = points.width() > points.height()
    extra = _extra(printer)
    sheet = Sheet(
        points.width() * PX_PER_POINT - extra.left() - extra.right(),
        points.height() * PX_PER_POINT - extra.top() - extra.bottom(),
    )
    return Paper(sheet.turned if lying else sheet, lying)


def _extra(printer: QPrinter) -> QMarginsF:
    """How many px of each margin go beyond the one that every page of ours has."""
    margins = printer.pageLayout().margins(QPageLayout.Unit.Millimeter)
    sides = (margins.left(), margins.top(), margins.right(), margins.bottom())
    return QMarginsF(*(max(0.0, side - PAGE_MARGIN) * 96 / 25.4 for side in sides))


def _asked(printer: QPrinter, total: int) -> tuple[int, int]:
    """The pages that the printer's own dialog asked for: the first, and the one behind the last."""
    first, last = printer.fromPage(), printer.toPage()
    if printer.printRange() is QPrinter.PrintRange.PageRange and 1 <= first <= min(last, total):
        return first - 1, min(last, total)
    return 0, total


def _printer_for(view: Snapshot, options: ExportOptions) -> QPrinter:
    """The system's printer, or a file where there is none; the paper lies as the diagram fits it best."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    stream = options.streams[0] if options.streams else view.streams[0].id
    either = replace(paper_in(printer), lying=None)
    sheet = spread_for(StreamDrawing(view, stream, options), either, options.choice(PAGES.id, AUTO)).sheet
    lies = sheet.width > sheet.height
    way = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(way)
    margins = QMarginsF(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)
    printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)  # what the dialog for the paper then shows
    printer.setCreator("VS Designer")
    if options.streams:
        printer.setDocName(stream_title(view.get(options.streams[0], Stream)))
    return printer


def _button(bar: QToolBar, name: str, text: str, tip: str) -> QToolButton:
    button = QToolButton(bar)
    button.setObjectName(name)
    button.setText(text)
    button.setToolTip(escape_tooltip(tip))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def _checkable(menu: QMenu, label: str, *, checked: bool) -> QAction:
    action = menu.addAction(label)
    action.setCheckable(True)
    action.setChecked(checked)
    return action


def _today() -> str:
    return date_text(datetime.now(UTC).astimezone())
