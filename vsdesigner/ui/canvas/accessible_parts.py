"""What assistive technology is told of the drawing: the view, its groups, and the elements in them.

Every override answers something sensible whatever was deleted in the meantime: Qt asks when it wants to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QColor,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import Shiboken

from vsdesigner.layout.geometry import Point, Rect
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr, tr_count

if TYPE_CHECKING:
    from vsdesigner.ui.canvas.accessibility import Exposure

Kind, Role, Text = QAccessible.InterfaceType, QAccessible.Role, QAccessible.Text

FLOWS, PHASES = "", "phases:"  # stand for a lane's id where these groups are meant


def _nothing() -> Any:
    """No such interface. None would do for anything but `interface_cast`, where PySide 6.11 dies of it."""
    return Shiboken.VoidPtr(0)


class ViewInterface(QAccessibleWidget):
    """The view: its children are the lanes, the flows, and what floats above (an open editor)."""

    def __init__(self, exposure: Exposure) -> None:
        super().__init__(exposure.stage.view, Role.Canvas, "")
        self._exposure = exposure

    @guarded(default=0)
    def childCount(self) -> int:
        return len(self._exposure.groups()) + 1

    @guarded(default=None)
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        names = list(self._exposure.groups())
        if 0 <= index < len(names):
            return self._exposure.item(names[index], group=True)
        return self._floating() if index == len(names) else None

    @guarded(default=-1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if isinstance(child, GroupInterface):
            return list(self._exposure.groups()).index(child.id)
        return len(self._exposure.groups())

    @guarded(default=None)
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        for index in range(self.childCount() - 1):
            child = self.child(index)
            if isinstance(child, GroupInterface) and child.rect().contains(x, y):
                return child
        return None

    @guarded(default=None)
    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        exposure = self._exposure
        editor = exposure.stage.naming.editor
        if editor.hasFocus():
            return QAccessible.queryAccessibleInterface(editor)
        selection = exposure.stage.session.selection
        if selection and exposure.stage.view.hasFocus():
            return exposure.item(selection[-1])
        return self if exposure.stage.view.hasFocus() else None

    @guarded(default="")
    def text(self, kind: QAccessible.Text) -> str:
        if kind == Text.Name:
            stage = self._exposure.stage
            count = len(stage.now.steps(stage.session.stream))
            steps = tr_count("1 step", "{count} steps", count) if count else tr("no steps")
            return tr("Value stream, {steps}").format(steps=steps)
        if kind == Text.Description:
            return tr("Tab goes along the flow, the arrow keys move what is selected.")
        return super().text(kind)

    def _floating(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._exposure.stage.view.viewport())


class PartInterface(QAccessibleInterface):
    """Base of what is no widget: a part of the drawing with a name and a place."""

    def __init__(self, exposure: Exposure, id: str) -> None:
        super().__init__()
        self._exposure = exposure
        self.id = id

    @guarded(default=False)
    def isValid(self) -> bool:
        return Shiboken.isValid(self._exposure.stage.view)

    @guarded(default=None)
    def object(self) -> QObject | None:  # type: ignore[override]  # Qt allows none
        return None

    @guarded(default=None)
    def window(self) -> QWindow | None:  # type: ignore[override]  # Qt allows none
        return self._exposure.stage.view.window().windowHandle() if self.isValid() else None

    @guarded(default=None)
    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        return self._exposure.root

    @guarded(default=0)
    def childCount(self) -> int:
        return 0

    @guarded(default=None)
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        return None

    @guarded(default=None)
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        return None

    @guarded(default=-1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    @guarded(default=None)
    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        return None

    @guarded(default="")
    def text(self, kind: QAccessible.Text) -> str:
        return self.words() if kind == Text.Name and self.isValid() else ""

    @guarded
    def setText(self, kind: QAccessible.Text, text: str) -> None:
        pass  # names are edited in the editor on the drawing

    @guarded(default=QColor)
    def foregroundColor(self) -> QColor:
        return self._exposure.stage.scene.drawing.inks.theme.text

    @guarded(default=QColor)
    def backgroundColor(self) -> QColor:
        return self._exposure.stage.scene.drawing.inks.theme.canvas

    @guarded(default=list)
    def relations(self, match: Any = QAccessible.RelationFlag.AllRelations) -> list[Any]:
        return []

    @guarded(default=_nothing)
    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        return _nothing()

    def words(self) -> str:
        """Return what it is called."""
        raise NotImplementedError


class GroupInterface(PartInterface):
    """A lane, or all flows."""

    @guarded(default=Role.NoRole)
    def role(self) -> QAccessible.Role:
        return Role.List

    def words(self) -> str:
        exposure = self._exposure
        if self.id == FLOWS:
            count = len(exposure.groups()[FLOWS])
            return tr_count("1 flow", "{count} flows", count) if count else tr("no flows")
        if self.id == PHASES:
            count = len(self._members())
            return tr_count("1 phase", "{count} phases", count)
        return exposure.speech.lane(self.id, exposure.stage.session.stream)

    @guarded(default=QRect)
    def rect(self) -> QRect:
        stage = self._exposure.stage
        whole = QRect(stage.view.mapToGlobal(stage.view.rect().topLeft()), stage.view.size())
        if not self.isValid() or self.id in (FLOWS, PHASES):
            return whole
        band = stage.layout.band(self.id)
        seen = self._exposure.on_screen(Rect(stage.visible.x, band.top, stage.visible.width, band.height))
        return seen.united(seen.translated(-stage.view.headers.width(), 0)).intersected(whole)

    @guarded(default=QAccessible.State)
    def state(self) -> QAccessible.State:
        return QAccessible.State()

    @guarded(default=0)
    def childCount(self) -> int:
        return len(self._members())

    @guarded(default=None)
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        members = self._members()
        return self._exposure.item(members[index]) if 0 <= index < len(members) else None

    @guarded(default=-1)
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        members = self._members()
        return members.index(child.id) if isinstance(child, PartInterface) and child.id in members else -1

    @guarded(default=None)
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        stage = self._exposure.stage
        at = stage.view.viewport().mapFromGlobal(QPoint(x, y))
        point = stage.camera.to_scene(QPointF(at))
        hit = stage.card_at(Point(point.x(), point.y()))
        return self._exposure.item(hit) if hit in self._members() else None

    def _members(self) -> list[str]:
        return self._exposure.groups().get(self.id, [])


class ElementInterface(PartInterface):
    """A step, terminal, note or flow; pressing it selects it."""

    def __init__(self, exposure: Exposure, id: str) -> None:
        super().__init__(exposure, id)
        self._actions = PressInterface(exposure, id)

    @guarded(default=False)
    def isValid(self) -> bool:
        return super().isValid() and self.id in self._exposure.stage.now

    @guarded(default=Role.NoRole)
    def role(self) -> QAccessible.Role:
        return Role.ListItem

    def words(self) -> str:
        return self._exposure.speech.words(self.id)

    @guarded(default=None)
    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows none
        exposure = self._exposure
        return exposure.item(exposure.group_of(self.id), group=True) if self.isValid() else None

    @guarded(default=QRect)
    def rect(self) -> QRect:
        area = self._exposure.area(self.id) if self.isValid() else None
        return QRect() if area is None else self._exposure.on_screen(area)

    @guarded(default=QAccessible.State)
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        stage = self._exposure.stage
        selection = stage.session.selection
        state.focusable = state.selectable = state.multiSelectable = True
        state.selected = self.id in selection
        state.focused = stage.view.hasFocus() and selection[-1:] == (self.id,)
        area = self._exposure.area(self.id)
        state.offscreen = area is None or not area.overlaps(stage.visible)
        return state

    @guarded(default=_nothing)
    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        return self._actions if kind == Kind.ActionInterface else _nothing()


class PressInterface(QAccessibleActionInterface):
    """What can be done with an element from outside: select it, or put the keyboard on it."""

    def __init__(self, exposure: Exposure, id: str) -> None:
        super().__init__()
        self._exposure = exposure
        self._id = id

    @guarded(default=list)
    def actionNames(self) -> list[str]:
        return [self.pressAction(), self.setFocusAction()]

    @guarded
    def doAction(self, name: str) -> None:
        stage = self._exposure.stage
        if name == self.setFocusAction():
            cast(QWidget, stage.view).setFocus()
        if name in self.actionNames():
            stage.session.reveal((self._id,))

    @guarded(default=list)
    def keyBindingsForAction(self, name: str) -> list[str]:
        return []

    @guarded(default="")
    def localizedActionName(self, name: str) -> str:
        return tr("Select") if name == self.pressAction() else super().localizedActionName(name)

    @guarded(default="")
    def localizedActionDescription(self, name: str) -> str:
        return tr("Select it and bring it into view")
