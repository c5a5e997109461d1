"""The minimap: the whole stream in a corner of the view, with the part that is seen framed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QWidget

from vsdesigner.layout.geometry import Rect
from vsdesigner.ui.canvas.camera import STEP
from vsdesigner.ui.canvas.outlook import Outlook
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.lanes import paint_bands

LARGEST, LEAST = QSize(160, 110), QSize(96, 44)
EDGE = 12  # px that it keeps from the view's edge
INSET = 5  # px around the picture
RADIUS = 6.0
RENEWED_AFTER = 150  # ms without a change
FADES_AFTER = 250  # ms; a click must not make it flicker
FAINT = 0.25  # opacity while it stands before what one works on
ROUND_CARD = 12  # px on screen that belong to a card: its handles
BAR = 52  # px below it: what one does to it most
MOST_OF_VIEW = 0.3  # of the view's width and height
LEAST_VIEW = QSize(500, 350)  # in a smaller view it would only be in the way
NOTCH = 120.0
FLAG = "view/minimap"
MANY = 50  # selected cards that are no longer framed one by one
VEIL = 120  # how much what is not seen is faded


class Minimap(QWidget):
    """Paints a picture kept since the last change; panning moves only the frame on it."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.view.viewport())
        self._stage = stage
        self._picture = QPixmap()
        self._stale = True
        self._dragged_over = False  # while something is dragged that may come under it
        self.faint = False
        self._fading = QTimer(self, singleShot=True, interval=FADES_AFTER)
        self._fading.timeout.connect(self._fade)
        self._held: QPointF | None = None  # where in the frame it was taken hold of, in scene px
        self._renewal = QTimer(self, singleShot=True, interval=RENEWED_AFTER)
        self._renewal.timeout.connect(self._renew)
        self.wanted = stage.session.flags.flag(FLAG, default=True)
        self.setObjectName("minimap")
        self.setAccessibleName(tr("Overview of the stream"))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.hide()

    def set_wanted(self, on: bool) -> None:
        """Show it whenever there is more than the view holds, or never; this is remembered."""
        self.wanted = on
        self._stage.session.flags.set_flag(FLAG, on=on)
        self.settle()

    def give_way(self, *, on: bool) -> None:
        """Fade while something is being dragged, which a click is too short for."""
        if not on:
            self._fading.stop()
            self._dragged_over = False
        elif not self._dragged_over and not self._fading.isActive():
            self._fading.start()

    def outdate(self) -> None:
        """What it shows has changed: paint it anew as soon as nothing else happens."""
        self._stale = True
        if self.isVisible():
            self._renewal.start()

    def settle(self) -> None:
        """Stand in the corner, with the frame around what is seen; away when everything is."""
        area = self._place()
        if area is None:
            self.hide()
            return
        if area != self.geometry():
            if area.size() != self.size():
                self._stale = True
            self.setGeometry(area)
        if not self.isVisible():
            self.show()
            self.raise_()
        self._be_faint(self._dragged_over or self._covers_selected(area))
        if self._picture.isNull():
            self._renew()  # an empty map would be seen until nothing else happens
        elif self._stale and not self._renewal.isActive():
            self._renewal.start()
        self.update()

    def clear_of(self, rect: Rect, outlook: Outlook) -> Outlook:
        """Return an outlook, moved on where this would cover `rect` (scene px) in it: the shorter way."""
        place = self._corner()
        if place is None:
            return outlook
        scale = outlook.scale
        card = QRectF(
            (rect.x - outlook.x) * scale,
            (rect.y - outlook.y) * scale,
            rect.width * scale,
            rect.height * scale,
        ).adjusted(-EDGE, -EDGE, EDGE, EDGE)
        if not card.intersects(QRectF(place)):
            return outlook
        left, up = card.right() - place.left(), card.bottom() - place.top()
        by_side = card.left() - left >= 0 and (left <= up or card.top() - up < 0)
        if by_side:
            return Outlook(scale, outlook.x + left / scale, outlook.y)
        if card.top() - up < 0:  # it fills the view: nothing helps
            return outlook
        return Outlook(scale, outlook.x, outlook.y + up / scale)

    # -- painting ---------------------------------------------------------------------------------------
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._stage.scene.drawing.inks.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(FAINT if self.faint else 1.0)
        painter.setPen(QPen(theme.control, 1.0))
        painter.setBrush(theme.card)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        inner = self._inner()
        painter.drawPixmap(inner.toRect(), self._picture)
        frame = self.frame()
        veil = QColor(theme.card)
        veil.setAlpha(VEIL)
        for part in _around(inner, frame):
            painter.fillRect(part, veil)
        painter.setPen(QPen(theme.accent, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 2.0, 2.0)
        painter.end()

    def frame(self) -> QRectF:
        """Return where the part that is seen lies on this widget, never too small to be taken hold of."""
        seen = self._stage.camera.visible
        first, last = self._to_map(seen.topLeft()), self._to_map(seen.bottomRight())
        frame = QRectF(first, last)
        if frame.width() < 8:
            frame.adjust(-4 + frame.width() / 2, 0, 4 - frame.width() / 2, 0)
        return frame.intersected(self._inner().adjusted(-1, -1, 1, 1))

    # -- the hand ---------------------------------------------------------------------------------------
    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        camera = self._stage.camera
        camera.arrive()
        at = self._to_scene(event.position())
        if self.frame().contains(event.position()):
            self._held = at - camera.visible.center()
        else:
            self._held = QPointF()
            camera.glide(self._outlook_at(at))

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._held is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._stage.camera.show(self._outlook_at(self._to_scene(event.position()) - self._held))

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self._held = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # not one on the drawing below

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        turned = event.angleDelta().y() / NOTCH
        if turned:
            camera = self._stage.camera
            camera.zoom_at(camera.scale * STEP**turned)

    # -- inside -----------------------------------------------------------------------------------------
    def _fade(self) -> None:
        self._dragged_over = True
        self.settle()

    def _be_faint(self, on: bool) -> None:
        """Let what lies below shine through, and leave it the mouse."""
        if on != self.faint:
            self.faint = on
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on)
            self.update()

    @property
    def _bounds(self) -> Rect:
        return self._stage.scene.drawing.bounds

    def _place(self) -> QRect | None:
        """Where it stands, None when there is no need or no room for it."""
        place = self._corner()
        if place is None or self._stage.visible.encloses(self._bounds):
            return None
        typed = (self._stage.naming.editor, self._stage.quick_add.card)
        return (
            None if any(each.isVisible() and place.intersects(each.geometry()) for each in typed) else place
        )

    def _corner(self) -> QRect | None:
        """Where it would stand over a stream that is not all seen, None when it is not wanted or too big."""
        view = self._stage.view.viewport().rect()
        bounds = self._bounds
        if not self.wanted or not self._stage.layout.cards:
            return None
        if view.width() < LEAST_VIEW.width() or view.height() < LEAST_VIEW.height():
            return None
        most = LARGEST.boundedTo(view.size() * MOST_OF_VIEW)
        scale = min(most.width() / max(1.0, bounds.width), most.height() / max(1.0, bounds.height))
        size = QSize(round(bounds.width * scale), round(bounds.height * scale)).expandedTo(LEAST)
        size += QSize(2 * INSET, 2 * INSET)
        room = view.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        place = QRect(QPoint(), size)
        place.moveBottomRight(room.bottomRight())
        return place

    def _covers_selected(self, place: QRect) -> bool:
        """Whether the selected card, with its handles and its bar, lies below."""
        id = self._stage.single_card()
        if not id:
            return False
        card = self._stage.view.viewportTransform().mapRect(QRectF(*self._stage.rect(id))).toRect()
        return place.intersects(card.adjusted(-ROUND_CARD, -ROUND_CARD, ROUND_CARD, BAR))

    def _inner(self) -> QRectF:
        return QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET)

    def _renew(self) -> None:
        """Paint the picture of the whole stream."""
        self._renewal.stop()
        inner, bounds = self._inner(), self._bounds
        if bounds.width <= 0 or bounds.height <= 0 or inner.isEmpty():
            return
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(inner.width() * ratio), round(inner.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        scene = self._stage.scene
        drawing = scene.drawing
        painter = QPainter(picture)
        painter.scale(inner.width() / bounds.width, inner.height() / bounds.height)
        painter.translate(-bounds.x, -bounds.y)
        inks = Inks(drawing.inks.theme, inner.width() / bounds.width)
        paint_bands(painter, drawing.bands, inks, QRectF(*bounds))
        framed = drawing.selected if len(drawing.selected) < MANY else ()
        scene.overview.paint(painter, inks, QRectF(*bounds), framed)
        painter.end()
        self._picture, self._stale = picture, False
        self.update()

    def _to_map(self, point: QPointF) -> QPointF:
        inner, bounds = self._inner(), self._bounds
        return QPointF(
            inner.left() + (point.x() - bounds.x) / max(1.0, bounds.width) * inner.width(),
            inner.top() + (point.y() - bounds.y) / max(1.0, bounds.height) * inner.height(),
        )

    def _to_scene(self, point: QPointF) -> QPointF:
        inner, bounds = self._inner(), self._bounds
        return QPointF(
            bounds.x + (point.x() - inner.left()) / max(1.0, inner.width()) * bounds.width,
            bounds.y + (point.y() - inner.top()) / max(1.0, inner.height()) * bounds.height,
        )

    def _outlook_at(self, middle: QPointF) -> Outlook:
        """What is shown with a scene point in the middle of the view, or the nearest one of the stream."""
        camera, bounds = self._stage.camera, self._bounds
        seen = camera.visible
        x = min(max(middle.x(), bounds.x), bounds.right)
        y = min(max(middle.y(), bounds.y), bounds.bottom)
        return Outlook(camera.scale, x - seen.width() / 2, y - seen.height() / 2)


def _around(outer: QRectF, inner: QRectF) -> list[QRectF]:
    """The parts of a rectangle that lie outside another one within it."""
    inner = inner.intersected(outer)
    return [
        QRectF(outer.left(), outer.top(), outer.width(), inner.top() - outer.top()),
        QRectF(outer.left(), inner.bottom(), outer.width(), outer.bottom() - inner.bottom()),
        QRectF(outer.left(), inner.top(), inner.left() - outer.left(), inner.height()),
        QRectF(inner.right(), inner.top(), outer.right() - inner.right(), inner.height()),
    ]
