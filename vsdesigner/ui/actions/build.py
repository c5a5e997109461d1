"""Makes the window's actions from their table and keeps them true to what is possible."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from vsdesigner.ui.actions.desk import Desk
from vsdesigner.ui.actions.spec import ActionSpec, Scope, sequences
from vsdesigner.ui.actions.specs import ACTIONS, specs_by_id
from vsdesigner.ui.clipboard.text_keys import TextKeys
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import icon
from vsdesigner.ui.plain import escape_tooltip, menu_text

MANY = 100  # selected elements from which on asking what is possible takes its time


class Actions(QObject):
    """The actions of one window by id; their object names are ``action.<id>``."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._text_keys = TextKeys(self)
        self._all: dict[str, QAction] = {}
        self._worded: dict[str, tuple[str, str]] = {}  # what the shown view calls some of them
        for spec in ACTIONS:
            self._all[spec.id] = self._make(spec, window)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self.refresh)

    def __getitem__(self, id: str) -> QAction:
        return self._all[id]

    def work_in(self, *places: QWidget) -> None:
        """Let the keys of the actions on the stream work in these widgets and what is in them."""
        for place in places:
            place.installEventFilter(self._text_keys)
        for spec in ACTIONS:
            if spec.scope is Scope.STREAM:
                for place in places:
                    place.addAction(self._all[spec.id])

    def follow(self) -> None:
        """Something has become another: refresh; with many selected twice at most for all of an edit.

        Once at once, for the next key may come before anything else happens.
        """
        if self._again.isActive():
            return
        if len(self._desk.session.selection) > MANY:
            self._again.start()
        self.refresh()

    def refresh(self) -> None:
        """Enable what is possible now, check what is on, name what undo and redo would do."""
        for id, action in self._all.items():
            spec = specs_by_id()[id]
            view = self._desk.view
            self._word(id, action, view.words(id))
            action.setEnabled(view.can_run(id) if view.takes(id) else spec.can(self._desk))
            if spec.checked is not None:
                action.setChecked(spec.checked(self._desk))
        history = self._desk.session.history
        self._name("edit.undo", tr("&Undo {step}"), history.undoText())
        self._name("edit.redo", tr("&Redo {step}"), history.redoText())

    def _make(self, spec: ActionSpec, window: QWidget) -> QAction:
        action = QAction(tr(spec.text), window)
        action.setObjectName(f"action.{spec.id}")
        action.setStatusTip(tr(spec.tip))
        action.setShortcuts(sequences(spec))
        action.setMenuRole(spec.role)
        if spec.icon:
            action.setIcon(icon(spec.icon))
            action.setIconVisibleInMenu(False)
        action.setCheckable(spec.checked is not None)
        action.setToolTip(escape_tooltip(_tip(action)))
        if spec.scope is Scope.STREAM:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(self._runner(spec))
        if spec.scope is Scope.WINDOW:
            window.addAction(action)  # keys work also while the menu bar is hidden
        return action

    def _runner(self, spec: ActionSpec) -> Callable[[], None]:
        def run() -> None:
            try:
                if self._desk.view.takes(spec.id):
                    self._desk.view.run(spec.id)
                else:
                    spec.do(self._desk)
            finally:
                if spec.checked is not None:  # Qt has turned the mark already; say what is true
                    self._all[spec.id].setChecked(spec.checked(self._desk))

        return run

    def _word(self, id: str, action: QAction, words: tuple[str, str] | None) -> None:
        """Call an action what the shown view calls it, with the tip that goes with it."""
        if words == self._worded.get(id):
            return
        spec = specs_by_id()[id]
        text, tip = words or (tr(spec.text), tr(spec.tip))
        if words is None:
            del self._worded[id]
        else:
            self._worded[id] = words
        action.setText(text)
        action.setStatusTip(tip)
        action.setToolTip(escape_tooltip(_tip(action)))

    def _name(self, id: str, sentence: str, step: str) -> None:
        action = self._all[id]
        text = sentence.format(step=menu_text(step)) if step else tr(specs_by_id()[id].text)
        if action.text() != text:
            action.setText(text)
            action.setToolTip(escape_tooltip(_tip(action)))


def _tip(action: QAction) -> str:
    """What a button says when it has no words: the action and its key."""
    name = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return tr("{action} ({keys})").format(action=name, keys=keys) if keys else name
