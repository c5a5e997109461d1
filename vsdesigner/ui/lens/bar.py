"""The bar that says what is followed and how large its share is, with ways to another and through it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from vsdesigner.analysis.lens import Sight
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.lens.chooser import LensChooser, open_chooser
from vsdesigner.ui.lens.going import occurrence_beside
from vsdesigner.ui.lens.look import Look, picture, sheet
from vsdesigner.ui.lens.words import ICONS, share_text, title
from vsdesigner.ui.plain import PlainLabel, escape_tooltip, menu_text
from vsdesigner.ui.session import Session
from vsdesigner.ui.status import ElidedLabel

NAME_LENGTH = 44
ICON = 16


class LensBar(QWidget):
    """Follows the session. `here` names the present step, and `show` goes to one."""

    closed = Signal()

    def __init__(
        self,
        session: Session,
        look: Look,
        here: Callable[[], str],
        show: Callable[[str], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("lens_bar")
        self.setProperty("flat", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session, self._look, self._here, self._show = session, look, here, show
        self.lead = PlainLabel(tr("Following"))
        self.lead.setProperty("role", "muted")
        self.chip = self._button("chip", "", tr("Follow something else"), self.choose)
        self.chip.setProperty("role", "chip")
        self.chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.share = ElidedLabel()
        self.share.setObjectName("lens_bar.share")
        self.place = PlainLabel()
        self.place.setObjectName("lens_bar.place")
        self.place.setProperty("role", "muted")
        self.previous = self._button("previous", "left", tr("Previous occurrence"), lambda: self.go(-1))
        self.next = self._button("next", "right", tr("Next occurrence"), lambda: self.go(1))
        self.stop = self._button("close", "close", tr("Stop following"), self.leave)
        self._row = QHBoxLayout(self)
        for part in (self.lead, self.chip):
            self._row.addWidget(part)
        self._row.addWidget(self.share, 1)
        for part in (self.place, self.previous, self.next, self.stop):
            self._row.addWidget(part)
        for signal in (session.lens_changed, session.changed, session.stream_changed, session.replaced):
            signal.connect(self.refresh)
        self.wear(look)

    def wear(self, look: Look) -> None:
        """Look otherwise."""
        self._look = look
        self.setStyleSheet(sheet(look, "lens_bar"))
        self._row.setContentsMargins(look.px(12), look.px(3), look.px(8), look.px(3))
        self._row.setSpacing(look.px(8))
        side = look.px(ICON)
        for button, name in ((self.previous, "left"), (self.next, "right"), (self.stop, "close")):
            button.setIcon(picture(look, name, ICON))
            button.setIconSize(QSize(side, side))
        self.chip.setIconSize(QSize(side, side))
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Say what is followed now, and where in it one is."""
        lens, sight = self._session.lens, self._session.sight
        if lens is None or sight is None:
            return
        name = title(self._session.now, lens)
        self.chip.setText(menu_text(name, NAME_LENGTH))
        self.chip.setIcon(picture(self._look, ICONS[lens.kind], ICON))
        self.chip.setToolTip(escape_tooltip(tr("{name}: follow something else").format(name=name)))
        self.chip.setAccessibleName(tr("Following {name}").format(name=name))
        self.share.setText(share_text(sight))
        self.share.setToolTip(escape_tooltip(share_text(sight)))
        self.refresh_place()

    def refresh_place(self) -> None:
        """Say at which occurrence one is."""
        sight = self._session.sight
        if sight is None:
            return
        here, now = self._here(), self._session.now
        self.place.setText(_place_text(sight, here))
        self.previous.setEnabled(bool(occurrence_beside(now, sight, here, -1)))
        self.next.setEnabled(bool(occurrence_beside(now, sight, here, 1)))

    def go(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) occurrence."""
        sight = self._session.sight
        found = occurrence_beside(self._session.now, sight, self._here(), by) if sight else ""
        if found:
            self._show(found)

    def choose(self) -> LensChooser:
        """Let somebody choose another thing to follow."""
        window = self.window()
        below = self.chip.mapTo(window, QPoint(0, self.chip.height() + self._look.px(4)))
        return open_chooser(self._session, window, look=self._look, below=below)

    def leave(self) -> None:
        """Follow nothing any more."""
        self._session.look_through(None)
        self.closed.emit()

    def _button(self, name: str, glyph: str, tip: str, do: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"lens_bar.{name}")
        button.setAutoRaise(True)
        button.setToolTip(escape_tooltip(tip))
        button.setStatusTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _on=False: do())
        return button


def _place_text(sight: Sight, step: str) -> str:
    """Which occurrence a step is, with the letters of a role there."""
    place = sight.place(step)
    if not place:
        return ""
    letters = sight.occurrences[place - 1].letters
    text = tr("{number} of {count}").format(number=place, count=len(sight.occurrences))
    return f"{letters}  ·  {text}" if letters else text
