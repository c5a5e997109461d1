"""Where one looks: scale, scrolling, fitting; the drawing has room on all sides, so any point can be kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsView

from vsdesigner.layout.geometry import Point, Rect, united
from vsdesigner.ui.canvas.flight import Flight
from vsdesigner.ui.canvas.outlook import Outlook

__all__ = ["Camera", "Outlook"]

LEAST, LARGEST = 0.1, 4.0
STEP = 1.25  # from one zoom step to the next
FIT_LARGEST = 1.0
FIT_SELECTION_LARGEST = 2.0
READABLE, READABLE_LEAST = 0.75, 0.5  # scales for opening a stream that is wider than the view
AT_EDGE = 0.15  # of the view: what is nearer to its edge stands there
FIT_MARGIN = 40.0  # px on screen
ROOM = 0.75  # of the view's size around the stream that one can scroll into
EXACT = 1e-6
SCROLL_LIMIT = 1e9  # px


class Camera:
    """Scale and position of one view. `moved` is called after every change of the scale."""

    def __init__(self, view: QGraphicsView, moved: Callable[[], None]) -> None:
        self._view = view
        self._moved = moved
        self._bounds = Rect(0, 0, 0, 0)
        self._scale = 1.0
        self._flight = Flight(view, self._look_from)
        #: What shows the stream afresh when the view gets another size; nothing once somebody moved.
        self.keep: Callable[[], None] | None = None
        #: Whether a stream that is lower than the view starts at its top, below the headers of its phases.
        self.at_top = False

    @property
    def scale(self) -> float:
        """Device independent px per scene px."""
        return self._scale

    @property
    def visible(self) -> QRectF:
        """The part of the scene that is in view."""
        view = self._view.viewport().rect()
        corner = self.to_scene(QPointF(0, 0))
        return QRectF(corner.x(), corner.y(), view.width() / self._scale, view.height() / self._scale)

    @property
    def outlook(self) -> Outlook:
        """What is shown, or will be when the view is moving there; to be shown again later."""
        return self._flight.end or self._present

    @property
    def _present(self) -> Outlook:
        corner = self.visible.topLeft()
        return Outlook(self._scale, corner.x(), corner.y())

    def to_scene(self, point: QPointF) -> QPointF:
        """Return the scene point under a point of the viewport, exact to a fraction of a pixel."""
        return self._view.viewportTransform().inverted()[0].map(point)

    def to_view(self, point: QPointF) -> QPointF:
        """Return the point of the viewport over a scene point."""
        return self._view.viewportTransform().map(point)

    # -- moving -----------------------------------------------------------------------------------------
    def hold(self) -> None:
        """A hand is on the view: it stays where it is, also on the way to somewhere."""
        self._flight.stop()

    def arrive(self) -> None:
        """Be where the view is moving to, for what happens next counts on that."""
        self._flight.finish()

    def zoom_at(self, scale: float, at: QPointF | None = None) -> None:
        """Change the scale and keep the scene point under `at` (viewport px; its middle without) in place."""
        self.hold()
        self.keep = None
        anchor = at if at is not None else QPointF(self._view.viewport().rect().center())
        self._look(scale, self.to_scene(anchor), anchor)

    def show(self, outlook: Outlook) -> None:
        """Look where one looked before, at once."""
        self.hold()
        self.keep = None
        self._look_from(outlook)

    def glide(self, outlook: Outlook) -> None:
        """Move to another outlook so that the eye can follow."""
        self.keep = None
        self._flight.go(self._present, outlook)

    def glide_to_scale(self, scale: float, around: Rect | None = None) -> None:
        """Change the scale so that the eye can follow: around what is seen of `around`, else the middle."""
        self.arrive()
        scale = min(LARGEST, max(LEAST, scale))
        seen = self.visible
        fixed = seen.center()
        if around is not None and seen.intersects(QRectF(*around)):
            fixed = seen.intersected(QRectF(*around)).center()
        share = self._scale / scale
        left = fixed.x() - (fixed.x() - seen.x()) * share
        top = fixed.y() - (fixed.y() - seen.y()) * share
        self.glide(Outlook(scale, left, top))

    def scroll_by(self, dx: float, dy: float) -> None:
        """Move over the drawing by px on screen, as far as there is anything to see."""
        self.hold()
        self.keep = None
        bars = self._view
        bars.horizontalScrollBar().setValue(bars.horizontalScrollBar().value() + round(dx))
        bars.verticalScrollBar().setValue(bars.verticalScrollBar().value() + round(dy))

    def fit(self) -> None:
        """Show the whole stream, never above 100 %."""
        # Another scale can make scroll bars come or go, and the view resize while it is set: what was kept
        # until now must not answer that.
        self.keep = None
        self._flight.go(self._present, self._start_at(min(self._fitting())), self._keep_fitting)

    def _keep_fitting(self) -> None:
        self.keep = None
        self.show(self._start_at(min(self._fitting())))
        self.keep = self._keep_fitting

    def open(self) -> None:
        """Show the whole stream if its names can be read then, else its start, all lanes if possible."""
        wide, high = self._fitting()
        readable = max(READABLE_LEAST, min(READABLE, high))
        self.show(self._start_at(max(min(wide, high), readable)))
        self.keep = self.open

    def _fitting(self) -> tuple[float, float]:
        """The scales at which the stream's width and its height fit."""
        return (
            min(FIT_LARGEST, (self._width() - FIT_MARGIN) / max(1.0, self._bounds.width)),
            min(FIT_LARGEST, (self._height() - 4) / max(1.0, self._bounds.height)),
        )

    def _start_at(self, scale: float) -> Outlook:
        """The stream's left edge; what is lower than the view stands half way down."""
        scale = max(LEAST, scale)
        bounds = self._bounds
        free_x = self._width() - bounds.width * scale
        left = FIT_MARGIN / 2 if free_x < 2 * FIT_MARGIN else FIT_MARGIN
        top = 0.0 if self.at_top else max(0.0, (self._height() - bounds.height * scale) / 2)
        return Outlook(scale, bounds.x - left / scale, bounds.y - top / scale)

    def fit_rect(self, rect: Rect, *, largest: float = FIT_SELECTION_LARGEST) -> None:
        """Show a part of the drawing as large as it makes sense."""
        scale = min(
            largest,
            (self._width() - 2 * FIT_MARGIN) / max(1.0, rect.width),
            (self._height() - 2 * FIT_MARGIN) / max(1.0, rect.height),
        )
        scale = min(LARGEST, max(LEAST, scale))
        left, top = self._width() / scale / 2, self._height() / scale / 2
        self.glide(Outlook(scale, rect.center.x - left, rect.center.y - top))

    def reveal(self, rect: Rect, *, glide: bool = False) -> None:
        """Scroll so that `rect` is in view; stays where it is when it is already.

        At once, because what is shown there next has to stand in its place; `glide` where nothing is.
        """
        self.arrive()
        if self.visible.contains(QRectF(*rect)):
            return
        wanted = self.landing(rect)
        if glide:
            self.glide(wanted)
        else:
            self.show(wanted)

    def landing(self, rect: Rect) -> Outlook:
        """Return what is shown once `rect` has been scrolled into view, with a margin around it."""
        self.arrive()
        visible = self.visible
        margin = FIT_MARGIN / self._scale
        dx = _into(visible.left(), visible.right(), rect.x - margin, rect.right + margin)
        dy = _into(visible.top(), visible.bottom(), rect.y - margin, rect.bottom + margin)
        return Outlook(self._scale, visible.left() + dx, visible.top() + dy)

    def glide_to_left(self, rect: Rect) -> None:
        """Bring `rect` to the left edge at the present scale; up or down only as far as it has to be."""
        self.arrive()
        visible = self.visible
        margin = FIT_MARGIN / self._scale
        dy = _into(visible.top(), visible.bottom(), rect.y - margin, rect.bottom + margin)
        self.glide(Outlook(self._scale, rect.x - margin, visible.top() + dy))

    def glide_amid(self, rect: Rect) -> None:
        """Have `rect` well inside the view at its scale: in the middle where it would stand at an edge.

        The view does not leave the stream for that.
        """
        there, margin = self.outlook, FIT_MARGIN / self._scale
        wide, high = self._width() / there.scale, self._height() / there.scale
        ground = self._bounds.grown(margin)
        x = _amid(there.x, wide, (rect.x, rect.right), (ground.x, ground.right))
        y = _amid(there.y, high, (rect.y, rect.bottom), (ground.y, ground.bottom))
        if (x, y) != (there.x, there.y):
            self.glide(Outlook(there.scale, x, y))

    def shows(self, rect: Rect) -> bool:
        """Whether some of `rect` can be seen well enough to know it."""
        seen = self.visible.intersected(QRectF(*rect))
        return seen.width() >= rect.width / 2 and seen.height() >= rect.height / 2

    def look_back(self, outlook: Outlook | None, areas: Sequence[Rect]) -> None:
        """Have one of the `areas` in view where something was changed; what is seen already moves nothing.

        Else the view goes there at the present scale, smaller only where they do not fit: best to where
        one looked when the change was made. Without areas that place alone counts.
        """
        wide, high = self._width() / self._scale, self._height() / self._scale
        then = None
        if outlook is not None:
            share = self._scale / outlook.scale  # of what was seen then
            middle = Point(outlook.x + wide * share / 2, outlook.y + high * share / 2)
            then = Rect(middle.x - wide / 2, middle.y - high / 2, wide, high)
        if areas:
            if any(self.shows(area) for area in areas):
                return
            whole = united(areas)
            if then is not None and outlook is not None and _contains(then, whole):
                self.glide(Outlook(self._scale, then.x, then.y))
            elif max(whole.width / wide, whole.height / high) > 1.0:
                self.fit_rect(whole, largest=self._scale)
            else:
                self.reveal(whole, glide=True)
        elif then is not None and not self.visible.contains(*then.center):
            self.glide(Outlook(self._scale, then.x, then.y))

    def set_bounds(self, bounds: Rect) -> None:
        """Take notice of the area that the stream covers now."""
        if bounds != self._bounds:
            self._bounds = bounds
            self.settle()

    def settle(self) -> None:
        """Give the view the area to scroll in and show scroll bars when the stream does not fit."""
        self._give_room(self.visible)
        view, wide, high = self._view, self._width(), self._height()
        needed = self._bounds.width * self._scale > wide, self._bounds.height * self._scale > high
        policy = Qt.ScrollBarPolicy
        view.setHorizontalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if needed[0] else policy.ScrollBarAlwaysOff
        )
        view.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if needed[1] else policy.ScrollBarAlwaysOff)

    # -- inside -----------------------------------------------------------------------------------------
    def _look_from(self, outlook: Outlook) -> None:
        self._look(outlook.scale, QPointF(outlook.x, outlook.y), QPointF(0, 0))

    def _look(self, scale: float, scene: QPointF, at: QPointF) -> None:
        """Show the scene point `scene` at the viewport point `at`."""
        scale = min(LARGEST, max(LEAST, scale))
        changed = abs(scale - self._scale) > EXACT * self._scale
        view = self._view.viewport()
        corner = QPointF(scene.x() - at.x() / scale, scene.y() - at.y() / scale)
        area = QRectF(corner.x(), corner.y(), view.width() / scale, view.height() / scale)
        if changed:
            self._scale = scale
            self._view.setTransform(QTransform.fromScale(scale, scale))
        self._give_room(area)
        self._view.horizontalScrollBar().setValue(_scroll_value(corner.x() * self._scale))
        self._view.verticalScrollBar().setValue(_scroll_value(corner.y() * self._scale))
        if changed:
            self.settle()
            self._moved()

    def _give_room(self, visible: QRectF) -> None:
        room_x, room_y = ROOM * self._width() / self._scale, ROOM * self._height() / self._scale
        area = QRectF(*self._bounds).adjusted(-room_x, -room_y, room_x, room_y).united(visible)
        if area != self._view.sceneRect():
            self._view.setSceneRect(area)

    def _width(self) -> float:
        """Width of the viewport without scroll bar."""
        bar = self._view.verticalScrollBar()
        return float(self._view.viewport().width() + (bar.width() if bar.isVisible() else 0))

    def _height(self) -> float:
        bar = self._view.horizontalScrollBar()
        return float(self._view.viewport().height() + (bar.height() if bar.isVisible() else 0))


def _scroll_value(px: float) -> int:
    """A place as a scroll bar takes it: Qt's own numbers end at 31 bits."""
    return round(min(max(px, -SCROLL_LIMIT), SCROLL_LIMIT))


def _contains(outer: Rect, inner: Rect) -> bool:
    return QRectF(*outer).contains(QRectF(*inner))


def _into(first: float, last: float, wanted_first: float, wanted_last: float) -> float:
    """How far to go so that a span comes into view; one that is too long is shown from its start."""
    if wanted_first < first or wanted_last - wanted_first > last - first:
        return wanted_first - first
    if wanted_last > last:
        return wanted_last - last
    return 0.0


def _amid(first: float, length: float, wanted: tuple[float, float], ground: tuple[float, float]) -> float:
    """Where a view of a length begins so that a span is not at its edge, within the ground."""
    away = length * AT_EDGE
    if first + away <= wanted[0] and wanted[1] <= first + length - away:
        return first
    if ground[1] - ground[0] <= length:
        return first
    return min(max((wanted[0] + wanted[1] - length) / 2, ground[0]), ground[1] - length)
