"""Tab through what a card or dialog shows, in reading order and round its end; rows may come and go."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QRadioButton, QWidget

ROW = 8  # px by which the middles of fields in one row may differ


def move_focus(host: QWidget, forward: bool, last: QWidget | None = None) -> bool:
    """Give the keyboard to the next (or previous) field of `host`; `last` comes after all others.

    False when there is none. Of a group of radio buttons only the chosen one is a stop, as everywhere.
    """
    stops = [child for child in host.findChildren(QWidget) if _is_stop(child, host)]
    if not stops:
        return False
    stops.sort(key=lambda child: (child is last, *_place(child, host)))
    now = QApplication.focusWidget()
    before = stops.index(now) if now in stops else (-1 if forward else len(stops))
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[(before + (1 if forward else -1)) % len(stops)].setFocus(reason)
    return True


def _is_stop(child: QWidget, host: QWidget) -> bool:
    if not child.focusPolicy() & Qt.FocusPolicy.TabFocus or child.focusProxy() is not None:
        return False
    if not child.isEnabled() or not child.isVisibleTo(host) or child.window() is not host.window():
        return False
    return not isinstance(child, QRadioButton) or child.isChecked() or _is_alone(child)


def _is_alone(button: QAbstractButton) -> bool:
    group = button.group()
    return group is None or group.checkedButton() is None


def _place(child: QWidget, host: QWidget) -> tuple[int, int]:
    at = child.mapTo(host, QPoint(0, child.height() // 2))
    return at.y() // ROW, at.x()
