"""The bar that says what is followed and how large its share is, with ways to another and through it."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.lens.chooser import LensChooser, open_chooser
from vsdesigner.ui.lens.going import occurrence_beside
from vsdesigner.ui.lens.look import Look, picture, sheet
from vsdesigner.ui.lens.words import ICONS, SHARE_GAP, place_text, share_texts, title
from vsdesigner.ui.plain import PlainLabel, escape_tooltip, menu_text
from vsdesigner.ui.session import Session
from vsdesigner.ui.status import SIDE, ElidedLabel

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
        self._hidden: Collection[str] = ()
        self.lead = PlainLabel(tr("Following"))
        self.lead.setProperty("role", "muted")
        self.chip = self._button("chip", "", tr("Follow something else"), self.choose)
        self.chip.setProperty("role", "chip")
        self.chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.share = ElidedLabel()
        self.share.setObjectName("lens_bar.share")
        self.more = ElidedLabel()  # the last of the shares, where one line has no room for all
        self.more.setObjectName("lens_bar.more")
        self._shares: tuple[str, ...] = ()
        self.place = PlainLabel()
        self.place.setObjectName("lens_bar.place")
        self.place.setProperty("role", "muted")
        self.place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.previous = self._button("previous", "left", tr("Previous occurrence"), lambda: self.go(-1))
        self.next = self._button("next", "right", tr("Next occurrence"), lambda: self.go(1))
        self.stop = self._button("close", "close", tr("Stop following"), self.leave)
        self._column = QVBoxLayout(self)
        self._row, self._below = QHBoxLayout(), QHBoxLayout()
        for row in (self._row, self._below):
            self._column.addLayout(row)
        self._column.addWidget(self.more)
        self.more.hide()
        for part in (self.lead, self.chip):
            self._row.addWidget(part)
        self._row.addWidget(self.share, 1)
        self._row.addStretch()
        for part in (self.place, self.previous, self.next, self.stop):
            self._row.addWidget(part)
        for signal in (session.lens_changed, session.changed, session.stream_changed, session.replaced):
            signal.connect(self.refresh)
        self.wear(look)

    def wear(self, look: Look) -> None:
        """Look otherwise."""
        self._look = look
        self.setStyleSheet(sheet(look, "lens_bar"))
        self._column.setContentsMargins(look.px(12), look.px(3), look.px(8), look.px(3))
        self._column.setSpacing(look.px(2))
        self._row.setSpacing(look.px(8))
        side = look.px(ICON)
        for button, name in ((self.previous, "left"), (self.next, "right"), (self.stop, "close")):
            button.setIcon(picture(look, name, ICON))
            button.setIconSize(QSize(side, side))
        self.chip.setIconSize(QSize(side, side))
        self.refresh()

    def fit(self, width: int) -> int:
        """Put the share below the rest where a bar of this width (px) has no room for it; return the height.

        Without this it is beside the name, and cut when it has to be.
        """
        self.share.show_text(SHARE_GAP.join(self._shares))
        parts = (self.chip, self.place, self.previous, self.next, self.stop)
        wide = (max(part.sizeHint().width(), part.minimumWidth()) for part in parts)
        needed = sum(wide) + (len(parts) + 1) * self._row.spacing()
        needed += self.share.sizeHint().width() + 2 * SIDE + self._column.contentsMargins().left() * 2
        lead = self.lead.sizeHint().width() + self._row.spacing()
        # The word before the name gives way first, unless that does not help.
        self.lead.setVisible(not width - lead < needed <= width)
        here, there = (self._row, self._below) if needed > width else (self._below, self._row)
        if here.indexOf(self.share) >= 0:
            here.removeWidget(self.share)
            there.insertWidget(0 if there is self._below else 2, self.share, 1)
        self._divide_shares(width - 2 * SIDE - 2 * self._column.contentsMargins().left())
        self._column.activate()
        return self.sizeHint().height()

    def _divide_shares(self, room: int) -> None:
        """Put the last share into a line of its own where all of them are wider than `room` px."""
        divided = len(self._shares) > 1 and self.share.sizeHint().width() > room
        if divided:
            self.share.show_text(SHARE_GAP.join(self._shares[:-1]))
        self.more.show_text(self._shares[-1] if divided else "")
        self.more.setVisible(divided)

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # beside its buttons it is nothing, and no step of a presentation

    def leave_out(self, parts: Collection[str]) -> None:
        """Say nothing of "times" or "raci"."""
        self._hidden = parts
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Say what is followed now, and where in it one is."""
        lens, sight = self._session.lens, self._session.sight
        if lens is None or sight is None:
            return
        name = title(self._session.now, lens)
        self.chip.setText(f" {menu_text(name, NAME_LENGTH)}")  # Qt leaves hardly any room behind an icon
        self.chip.setIcon(picture(self._look, ICONS[lens.kind], ICON))
        self.chip.setToolTip(escape_tooltip(tr("{name}: follow something else").format(name=name)))
        self.chip.setAccessibleName(tr("Following {name}").format(name=name))
        lettered = "raci" not in self._hidden
        self._shares = share_texts(sight, timed="times" not in self._hidden, lettered=lettered)
        self.share.show_text(SHARE_GAP.join(self._shares))
        self.more.hide()
        places = (place_text(sight, place, lettered=lettered) for place in range(1, len(sight.steps) + 1))
        longest = max(places, key=len, default="")
        self.place.setMinimumWidth(self.place.fontMetrics().horizontalAdvance(longest))
        self.refresh_place()

    def refresh_place(self) -> None:
        """Say at which occurrence one is."""
        sight = self._session.sight
        if sight is None:
            return
        here, now = self._here(), self._session.now
        self.place.setText(place_text(sight, sight.place(here), lettered="raci" not in self._hidden))
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
