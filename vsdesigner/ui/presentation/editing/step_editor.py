"""The editor that lies over the card while the audience watches: name, lists, and who does what."""

from __future__ import annotations

from collections.abc import Hashable
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from vsdesigner.analysis.journey import StopKind
from vsdesigner.document.wording import activity_text
from vsdesigner.model.records import Step
from vsdesigner.model.text import LIST_LENGTH, NAME_LENGTH, TEXT_LENGTH
from vsdesigner.ui.colour import css
from vsdesigner.ui.editors import keys
from vsdesigner.ui.editors.add_field import AddField
from vsdesigner.ui.editors.text_field import TextField
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import PlainLabel
from vsdesigner.ui.presentation.areas import areas
from vsdesigner.ui.presentation.editing import step_words
from vsdesigner.ui.presentation.editing.letter_rows import LetterRows, button_side
from vsdesigner.ui.presentation.editing.line_completion import LineCompletion, Names
from vsdesigner.ui.presentation.editing.list_field import ListField
from vsdesigner.ui.presentation.show import Layer, Tool
from vsdesigner.ui.theme_qss import style_sheet

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

MARGIN, GAP = 32.0, 12.0  # px of the design
LETTERS, NAME_LETTERS, LEAST_LETTERS = 24.0, 34.0, 13.0  # px of the design, and at least
MOST = LIST_LENGTH * TEXT_LENGTH  # letters of a list that is as long as one may be
SMALL = 0.85  # of the letters, for headings and buttons
#: Columns of the document's tables: id, heading, what an empty field says.
NAME = "name"
LISTS = (
    ("tasks", "Tasks and actions", "One task a line; a dash before it puts it below the one above"),
    ("practices", "Practices", "One practice a line; behind a colon what it contributes"),
    ("tools", "Tools and technologies", "One category a line; products in brackets"),
)
_QSS = Template(
    "#editor_panel { background: $card; border: none; border-left: 6px solid $accent; }"
    " #editor_panel QWidget#editor_content, #editor_panel QScrollArea { background: transparent; }"
    " #editor_panel QLabel { color: $text; font-size: ${letters}px; }"
    " #editor_panel QLabel#editor_head { color: $text; font-size: ${letters}px; font-weight: 600; }"
    " #editor_panel QLabel[role=section] { color: $muted; font-size: ${small}px; }"
    " #editor_panel QLabel[role=danger] { color: $danger; }"
    " #editor_panel QPlainTextEdit { font-size: ${letters}px; }"
    " #editor_panel QPlainTextEdit[strong=true] { font-size: ${large}px; }"
    " #editor_panel QPushButton { font-size: ${small}px; }"
    " #editor_panel QPushButton[letter=true] { padding: 0; font-size: ${letters}px;"
    " min-height: ${side}px; max-height: ${side}px; }"
    " #editor_panel QPushButton[letter=true]:checked { background: $accent; color: $accent_text;"
    " border-color: $accent; }"
    " #editor_panel QPushButton[letter=true]:focus { border: 3px solid $text; }"
)


class StepEditor(QWidget):
    """Lies over the whole window while it is open; a click beside it hands in what was typed and closes it.

    Everything goes into the document as an edit like any other. What is refused stays in its field with the
    reason; closing once more drops it.
    """

    def __init__(self, window: PresentWindow) -> None:
        super().__init__(window)
        self.setObjectName("step_editor")
        self._window, self._state = window, window.state
        self._session = window.state.session
        self._step = ""
        self._making: Hashable | None = None
        self._refused: dict[str, str] = {}
        self.panel = QFrame(self)
        self.panel.setObjectName("editor_panel")
        self.head = PlainLabel("", self.panel)
        self.head.setObjectName("editor_head")
        self.done = QPushButton(tr("Done"), self.panel)
        self.done.setObjectName("editor.done")
        self.done.setProperty("role", "primary")
        self.done.setToolTip(tr("Back to the presentation (Esc)"))
        self.done.clicked.connect(self.close_editor)
        self.reason = PlainLabel("", self.panel, wrap=True)
        self.reason.setObjectName("editor.reason")
        self.reason.setProperty("role", "danger")
        self._content = QWidget()
        self._content.setObjectName("editor_content")
        self._box = QVBoxLayout(self._content)
        self.fields: dict[str, TextField] = {}
        self._completions: list[LineCompletion] = []
        self._fill()
        self._scroll = QScrollArea(self.panel)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._content)
        head = QHBoxLayout()
        head.addWidget(self.head, 1)
        head.addWidget(self.done)
        self._frame = QVBoxLayout(self.panel)
        self._frame.addLayout(head)
        self._frame.addWidget(self.reason)
        self._frame.addWidget(self._scroll, 1)
        self.hide()
        self._session.committing.connect(self.commit)
        self._state.changed.connect(self._on_changed)
        self._state.moved.connect(self._on_moved)
        for signal in (self._state.looks_changed, self._state.unit_changed):
            signal.connect(self._dress)

    def _fill(self) -> None:
        name = self._field(NAME, TextField(self._content))
        name.setProperty("strong", True)
        name.set_hint(tr("What is done? Start with a verb"))
        name.setAccessibleName(tr("Name of the step"))
        name.entered.connect(lambda: self.fields["tasks"].setFocus())
        for id, heading, hint in LISTS:
            self._heading(tr(heading))
            field = self._field(id, ListField(self._content, max_length=MOST))
            field.set_hint(tr(hint))
            field.setAccessibleName(tr(heading))
        for id in ("practices", "tools"):
            self._completions.append(LineCompletion(self.fields[id], self._state, self._names_of(id)))
        self._heading(tr("Responsibility"))
        self.letters = LetterRows(self._state, self._content)
        self.letters.toggled.connect(self._on_letter)
        self._box.addWidget(self.letters)
        self.add_role = AddField(self._content, hint=tr("Add a role"), max_length=NAME_LENGTH)
        self.add_role.setObjectName("editor.add_role")
        self.add_role.typed.connect(self._on_role)
        self._box.addWidget(self.add_role)
        self._box.addStretch()
        for field in (*self.fields.values(), self.add_role):
            field.key_hooks.append(self._on_key)

    def _field(self, id: str, field: TextField) -> TextField:
        field.setObjectName(f"editor.{id}")
        field.committed.connect(lambda text: self._write(id, text))
        field.told.connect(self._say)
        self.fields[id] = field
        self._box.addWidget(field)
        return field

    def _heading(self, text: str) -> None:
        label = PlainLabel(text, self._content)
        label.setProperty("role", "section")
        self._box.addWidget(label)

    def _names_of(self, id: str) -> Names:
        return lambda: step_words.choices(self._session, self._step, id)

    # -- opening and closing ----------------------------------------------------------------------------
    def open_on(self, step: str, making: Hashable | None = None) -> None:
        """Edit a step; the name joins the edit with the merge key `making`, which made the step."""
        self._state.taken_over.emit()
        self._state.show_layer(Layer.NONE)
        if self._state.tool is not Tool.NONE:
            self._state.take_tool(self._state.tool)
        self._step, self._making = step, making
        self._refused.clear()
        self._say("")
        self._dress()
        self._renew()
        self._scroll.verticalScrollBar().setValue(0)
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._window.activateWindow()
        name = self.fields[NAME]
        name.setFocus()
        name.selectAll()

    @property
    def is_open(self) -> bool:
        """Whether somebody edits."""
        return bool(self._step)

    def close_editor(self) -> bool:
        """Hand in what was typed and go back; False when it stays because something was refused."""
        if not self.is_open:
            return True
        dropped = {id: text for id, text in self._refused.items() if self.fields[id].text() == text}
        self._refused = dropped.copy()
        self.commit()
        if self._refused.keys() - dropped.keys():
            return False
        self._leave()
        return True

    def commit(self) -> None:
        """Hand in what is typed; what was refused as it stands is not tried again."""
        if not self.is_open:
            return
        for id, field in self.fields.items():
            if self._refused.get(id) != field.text():
                field.commit()
        self.add_role.commit()

    def _leave(self) -> None:
        step, made = self._step, self._making
        self._step, self._making = "", None
        for completion in self._completions:
            completion.discard()
        for field in self.fields.values():
            field.cancel()
        self._refused.clear()
        self.hide()
        self._window.setFocus()
        record = self._state.view.find(step)
        if made is not None and isinstance(record, Step) and not record.name.strip():
            self._session.take_back(made)  # nothing was typed: nothing was added

    # -- writing ----------------------------------------------------------------------------------------
    def _write(self, id: str, text: str) -> None:
        if not self._is_there():
            return
        key = self._making if id == NAME else None
        if id != NAME:
            self._making = None
        why = step_words.write(self._session, self._step, id, text, key)
        if why:
            self._keep(id, text, why)
            return
        self._refused.pop(id, None)
        if not self._refused:
            self._say("")
        self._renew()

    def _keep(self, id: str, text: str, why: str) -> None:
        """The document did not take it: it stays where it was typed."""
        field = self.fields[id]
        field.set_value(step_words.cell_text(self._session, self._step, id))
        field.set_text(text)
        self._refused[id] = field.text()
        self._say(why)

    def _on_letter(self, role: str, letter: str) -> None:
        self._making = None
        if self._is_there():
            told = step_words.toggle_letter(self._session, self._step, role, letter)
            if told:
                self._state.said.emit(told)
        self._renew()

    def _on_role(self, name: str) -> None:
        self._making = None
        step_words.add_role(self._session, name)

    def _say(self, text: str) -> None:
        self.reason.setText(text)
        self.reason.setVisible(bool(text))

    # -- following --------------------------------------------------------------------------------------
    def _is_there(self) -> bool:
        return isinstance(self._state.view.find(self._step), Step)

    def _renew(self) -> None:
        step = self._state.view.find(self._step)
        if not isinstance(step, Step):
            return
        number = self._state.view.number(step.id)
        activity = activity_text(self._state.view, step)
        self.head.setText(tr("Step {number} · {activity}").format(number=number, activity=activity))
        for id, field in self.fields.items():
            if id not in self._refused:
                field.set_value(step_words.cell_text(self._session, self._step, id))
        self.letters.renew(step)

    def _on_changed(self, _change: object) -> None:
        if self.is_open and self._is_there():
            self._renew()
        elif self.is_open:
            self._leave()

    def _on_moved(self) -> None:
        if self.is_open and (self._state.stop.kind, self._state.stop.id) != (StopKind.STEP, self._step):
            self.commit()
            self._leave()

    def _dress(self) -> None:
        if not self.is_open:
            return
        worn, unit = self._state.theme, self._state.unit
        sizes = {
            "letters": round(max(LEAST_LETTERS, LETTERS * unit)),
            "large": round(max(LEAST_LETTERS, NAME_LETTERS * unit)),
            "small": round(max(LEAST_LETTERS, LETTERS * unit * SMALL)),
            "side": button_side(unit) - 2,  # without its border
        }
        names = ("card", "text", "muted", "danger", "accent", "accent_text")
        colours = {role: css(getattr(worn, role)) for role in names}
        self.panel.setStyleSheet(style_sheet(worn) + _QSS.substitute(colours, **sizes))
        for id, field in (*self.fields.items(), ("", self.add_role)):
            field.set_least_height(round((sizes["large"] if id == NAME else sizes["letters"]) * 1.5) + 10)
            if isinstance(field, ListField):
                field.wear(sizes["letters"], worn.accent)
        margin, gap = round(MARGIN * unit), round(GAP * unit)
        self._frame.setContentsMargins(margin, margin, margin // 2, margin // 2)
        self._frame.setSpacing(gap)
        self._box.setContentsMargins(0, 0, margin // 2, margin)
        self._box.setSpacing(gap)
        self._place()
        self._renew()

    def _place(self) -> None:
        area = areas(max(1, self.width()), max(1, self.height()), carded=True).card
        self.panel.setGeometry(QRect(round(area.x), round(area.y), round(area.width), round(area.height)))

    # -- keys -------------------------------------------------------------------------------------------
    def _on_key(self, event: QKeyEvent) -> bool:
        """What a field leaves to the editor: Esc goes back, undo is the document's when nothing is typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_editor()
            return True
        if event.matches(QKeySequence.StandardKey.Save):
            self._window.run("file.save")
            return True
        field = self.focusWidget()
        typed = field.document() if isinstance(field, TextField) else None
        if keys.is_undo(event) and not (typed is not None and typed.isUndoAvailable()):
            self._session.undo()
            return True
        if keys.is_redo(event) and not (typed is not None and typed.isRedoAvailable()):
            self._session.redo()
            return True
        return False

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # From buttons; none of them goes on to the presentation.
        if not self._on_key(event) and event.key() == Qt.Key.Key_E:
            self.close_editor()
        event.accept()

    @guarded(default=False)
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab stays inside."""
        stops = self._stops()
        present = self._window.focusWidget()
        place = stops.index(present) if present in stops else -1
        target = stops[(place + (1 if next else -1)) % len(stops)]
        target.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        self._scroll.ensureWidgetVisible(target)
        return True

    def _stops(self) -> list[QWidget]:
        return [*self.fields.values(), *self.letters.buttons.values(), self.add_role, self.done]

    # -- the hand ---------------------------------------------------------------------------------------
    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_editor()
        event.accept()

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()  # the wheel goes through the stream only when nobody edits

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ContextMenu, QEvent.Type.TouchBegin):
            event.accept()
            return True
        return super().event(event)
