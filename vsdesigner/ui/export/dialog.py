"""The one dialog for all formats: which, how, where to, and at once a look at what comes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.options import ExportOptions, Value
from vsdesigner.exchange.picture_options import EXTENT, WHOLE
from vsdesigner.exchange.registry import EXPORTERS, Exporter
from vsdesigner.ui.export.extents import extents, offered
from vsdesigner.ui.export.kept import is_carried, keep, kept_values
from vsdesigner.ui.export.looking import Asked
from vsdesigner.ui.export.option_fields import OptionFields
from vsdesigner.ui.export.preview_pane import PreviewPane
from vsdesigner.ui.export.standing import Standing
from vsdesigner.ui.export.stream_choice import StreamChoice
from vsdesigner.ui.export.target_field import TargetField
from vsdesigner.ui.export.wish import Wish
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.plain import PlainLabel, escape_tooltip, menu_text
from vsdesigner.ui.settings import Settings

SIZE = QSize(1_240, 760)
FORMATS, CHOICES = 180, 340  # px
STATE = "export"
#: Id of a format → its icon; another one is a plain file.
ICONS: Mapping[str, str] = {
    "xlsx": "excel",
    "pdf": "pdf",
    "png": "picture",
    "svg": "stream",
    "pptx": "slides",
    "html": "web_page",
}


@dataclass(frozen=True, slots=True)
class Request:
    """What there is to export, and what to begin with.

    `complete` adds to the options what the window knows: selection and current view. `browse` asks for a
    file of a format. `was_made` says that `first` was exported before, with all its choices, `has_failed`
    that this did not work a moment ago.
    """

    view: Snapshot
    shown: str
    first: Wish
    was_made: bool
    settings: Settings
    complete: Callable[[ExportOptions], ExportOptions]
    browse: Callable[[QWidget, Path, Exporter], Path | None]
    has_failed: bool = False


class ExportDialog(QDialog):
    """`wanted` carries what shall be exported when the dialog was accepted; it has closed by then."""

    wanted = Signal(object)
    problems_wanted = Signal(str)  # a record (id), instead of exporting

    def __init__(self, parent: QWidget | None, request: Request) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle(tr("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._request = request
        self._extents = _possible_extents(request)
        self._fields: OptionFields | None = None
        self._chosen: dict[str, dict[str, Value]] = {}  # what was chosen for each format in this dialog
        if request.was_made:
            self._chosen[request.first.format] = dict(request.first.values)
        self.formats = QListWidget()
        self.target = TargetField(self._browse, tuple(each.suffix for each in EXPORTERS.values()))
        self.streams = StreamChoice(request.view.streams, _first_streams(request), _first_stream(request))
        self.carry = QCheckBox(tr("Carry the document in the file"))
        self.preview = PreviewPane()
        self.standing = Standing()
        self._lay_out()
        self._connect()
        self._fill_formats()
        self.target.set_path(request.first.path)
        self._refresh()
        self.standing.look_at(request.view)
        self.resize(SIZE.boundedTo(self.screen().availableSize() * 0.94))
        self.restoreGeometry(request.settings.state(STATE))

    # -- assembling -------------------------------------------------------------------------------------
    def _lay_out(self) -> None:
        self.formats.setObjectName("export_formats")
        self.formats.setAccessibleName(tr("Formats"))
        self.formats.setFixedWidth(FORMATS)
        self.formats.setIconSize(QSize(20, 20))
        self.formats.setProperty("role", "quiet")
        self.carry.setObjectName("export_carry")
        self._carry_note = PlainLabel(
            tr("Dropped on the window, the file opens as this document again, with all its streams."),
            wrap=True,
        )
        self._carry_note.setProperty("role", "field")
        middle = QHBoxLayout()
        middle.setSpacing(20)
        middle.addWidget(self.formats)
        middle.addWidget(self._choices())
        middle.addWidget(self.preview, 1)
        self.buttons = QDialogButtonBox()
        self.export_button = self.buttons.addButton(tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.export_button.setObjectName("export_go")
        self.export_button.setDefault(True)
        self.buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(14)
        column.addLayout(middle, 1)
        column.addWidget(self.target)
        last = QHBoxLayout()
        last.addWidget(self.standing, 1)
        last.addWidget(self.buttons)
        column.addLayout(last)

    def _choices(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("role", "panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(12)
        self._room = QVBoxLayout()  # the fields of the format stand here
        column.addLayout(self._room)
        column.addWidget(self.streams)
        carrying = QVBoxLayout()
        carrying.setSpacing(4)
        carrying.addWidget(self.carry)
        carrying.addWidget(self._carry_note)
        column.addLayout(carrying)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFixedWidth(CHOICES)
        area.setWidget(inside)
        return area

    def _connect(self) -> None:
        self.formats.currentRowChanged.connect(self._on_format)
        self.streams.changed.connect(self._on_choice)
        self.target.changed.connect(self._refresh)
        self.standing.asked.connect(self._on_problems)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self._on_finished)

    def _fill_formats(self) -> None:
        for exporter in EXPORTERS.values():
            glyph: QIcon = icon(ICONS.get(exporter.id, "file"), "muted")
            item = QListWidgetItem(glyph, menu_text(tr(exporter.label)).replace("&&", "&"))
            item.setToolTip(escape_tooltip(f"{tr(exporter.label)} (*{exporter.suffix})"))
            item.setData(Qt.ItemDataRole.UserRole, exporter.id)
            self.formats.addItem(item)
        ids = list(EXPORTERS)
        first = self._request.first.format
        self.formats.setCurrentRow(ids.index(first) if first in ids else 0)
        self.formats.setFocus()

    # -- what is chosen ---------------------------------------------------------------------------------
    @property
    def exporter(self) -> Exporter:
        """The format that is chosen."""
        item = self.formats.currentItem() or self.formats.item(0)
        return EXPORTERS[item.data(Qt.ItemDataRole.UserRole)]

    @property
    def fields(self) -> OptionFields | None:
        """The fields of the format that is chosen."""
        return self._fields

    def choose_format(self, id: str) -> None:
        """Choose a format as a click on it does."""
        self.formats.setCurrentRow(list(EXPORTERS).index(id))

    def wish(self) -> Wish | None:
        """Return what is wanted now; None while the file cannot be written."""
        path = self.target.path()
        return self._wish(path) if path is not None else None

    def _wish(self, path: Path) -> Wish:
        values = self._fields.values() if self._fields is not None else {}
        streams = self.streams.streams() if len(self._request.view.streams) > 1 else ()
        return Wish(self.exporter.id, path, values, streams, self.carry.isChecked())

    def _on_format(self) -> None:
        exporter = self.exporter
        values = self._chosen.get(exporter.id) or {}
        values = {**kept_values(self._request.settings, exporter), **values}
        if values.get(EXTENT.id, WHOLE) not in self._extents:
            values[EXTENT.id] = WHOLE
        fields = OptionFields(offered(exporter.options, self._extents), values)
        fields.changed.connect(self._on_choice)
        if self._fields is not None:
            self._room.removeWidget(self._fields)
            self._fields.hide()
            self._fields.deleteLater()
        self._fields = fields
        self._room.addWidget(fields)
        fields.setVisible(bool(exporter.options))
        behind = (*self.streams.several.boxes.values(), self.streams.one, self.carry)
        stops = (self.formats, *fields.stops(), *behind, *self.target.stops(), self.standing.show_button)
        for before, stop in pairwise(stops):
            self.setTabOrder(before, stop)  # the fields came last, and stand right behind the formats
        self.streams.set_one(on=exporter.one_stream)
        is_first = self._request.was_made and exporter.id == self._request.first.format
        carries = self._request.first.carry if is_first else is_carried(self._request.settings, exporter)
        self.carry.setChecked(exporter.carries and carries)
        self.carry.setVisible(exporter.carries)
        self._carry_note.setVisible(exporter.carries)
        self.target.set_format(exporter.suffix)
        self._on_choice()

    def _on_choice(self) -> None:
        if self._fields is not None:
            values = self._chosen[self.exporter.id] = self._fields.values()
            self.streams.bind("" if values.get(EXTENT.id, WHOLE) == WHOLE else self._request.shown)
        self.standing.show_streams(self.streams.streams() if len(self._request.view.streams) > 1 else ())
        self.preview.show_export(self._asked)
        self._refresh()

    def _refresh(self) -> None:
        self.export_button.setEnabled(self.target.path() is not None)

    def _asked(self) -> Asked:
        """What the look is about; it carries nothing, for that cannot be seen."""
        wish = self._wish(Path())
        options = wish.options(self.exporter, self._request.view, self._request.shown)
        return Asked(self.exporter, self._request.view, self._request.complete(options))

    def _browse(self, suggestion: Path) -> Path | None:
        return self._request.browse(self, suggestion, self.exporter)

    # -- leaving ----------------------------------------------------------------------------------------
    def _on_problems(self, record: str) -> None:
        self.reject()
        self.problems_wanted.emit(record)

    def _on_finished(self, result: int) -> None:
        self.preview.stop()
        self.standing.stop()
        settings = self._request.settings
        settings.set_state(STATE, self.saveGeometry())
        wish = self.wish()
        if result == QDialog.DialogCode.Accepted and wish is not None:
            keep(settings, self.exporter, wish)
            self.wanted.emit(wish)


def _possible_extents(request: Request) -> tuple[str, ...]:
    known = request.complete(ExportOptions(streams=(request.shown,)))
    return extents(request.view, known, request.shown)


def _first_streams(request: Request) -> tuple[str, ...]:
    """The streams to begin with; those of a selection were not chosen, so they are no choice to remember."""
    first = request.first
    return first.streams if first.values.get(EXTENT.id, WHOLE) == WHOLE else ()


def _first_stream(request: Request) -> str:
    """The one stream to begin with: that of the last picture, else the one in the window."""
    first = request.first
    shows_one = first.format in EXPORTERS and EXPORTERS[first.format].one_stream
    streams = _first_streams(request)
    if request.was_made and shows_one and streams and streams[0] in request.view:
        return streams[0]
    return request.shown
