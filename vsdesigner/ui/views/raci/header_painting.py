"""How the header of the matrix looks: how much room names need, lying or upright, and painting them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from vsdesigner.model.records import Organisation, Role
from vsdesigner.ui import theme
from vsdesigner.ui.editors.wrapped_text import paint_wrapped, wrapped_height
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import paint_glyph
from vsdesigner.ui.views.grid.dress import scaled_font

PAD = 8.0  # px at 100 %, as all below
WIDE, WIDEST, NARROW, ADD_WIDE = 88.0, 160.0, 60.0, 72.0
LOWEST, UPRIGHT_LIMIT = 44.0, 132.0  # heights of the header
WIDER = 16.0  # by how much lying names are given more room
MOST_LINES = 3  # of a name that lies
SIGN = 14.0
SIGNS = {Organisation.CUSTOMER: "person", Organisation.PARTNER: "partner"}
_AT_FOOT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)


@dataclass(frozen=True, slots=True)
class Plan:
    """Whether names stand upright, how wide their columns are (px at 100 %) and how high all is (px)."""

    upright: bool
    widths: tuple[float, ...]
    height: int


@dataclass(frozen=True, slots=True)
class Look:
    """The state of a section: the current cell is below it, the keyboard in it, the pointer over it."""

    of_role: bool
    here: bool
    has_keys: bool
    hovered: bool


def role_title(role: Role) -> str:
    """Return what a role is called in the header."""
    return role.name or tr("Role without a name")


def planned(names: Sequence[str], signed: bool, room: float, scale: float) -> Plan:
    """Return how names have room without being cut; `room` px are there for all, `signed` asks for more."""
    font = scaled_font("panel_strong", scale)
    measure = QFontMetricsF(font)
    words = (word for name in names for word in name.split())
    longest = max(map(measure.horizontalAdvance, words), default=0.0)
    least = max(WIDE, longest / scale + 2 * PAD + 2)
    most = min(WIDEST, room / scale / max(1, len(names)))
    beside = 2 * PAD * scale + ((SIGN + 6) * scale if signed else 0)
    while least <= most:
        lying = max((wrapped_height(name, font, int((least - 2 * PAD) * scale)) for name in names), default=0)
        if lying < (MOST_LINES + 0.5) * measure.height():
            return Plan(False, (least,) * len(names), _height(lying + beside, scale))
        least += WIDER
    limit = UPRIGHT_LIMIT * scale
    across = (wrapped_height(name, font, int(limit)) for name in names)
    widths = tuple(max(NARROW, each / scale + 2 * PAD) for each in across)
    long = max((measure.horizontalAdvance(name) + 2 for name in names), default=0.0)
    return Plan(bool(names), widths, _height(min(long, limit) + beside, scale))


def _height(needed: float, scale: float) -> int:
    return round(max(LOWEST * scale, needed))


def paint_ground(painter: QPainter, box: QRectF, look: Look) -> None:
    """Paint what a section stands on and its lines."""
    worn = theme.current()
    painter.fillRect(box, worn.selection if look.here and look.of_role else worn.panel)
    if look.hovered:
        painter.fillRect(box, worn.hover)
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), worn.line)
    painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), worn.line)


def paint_ring(painter: QPainter, box: QRectF, look: Look) -> None:
    """Paint the focus ring of the section that the keyboard is in."""
    if look.here and look.has_keys:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.current().accent, 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -2, -2), 4, 4)


def paint_role(painter: QPainter, box: QRectF, role: Role, scale: float, *, upright: bool) -> None:
    """Paint the name of a role, with a sign below it when it belongs to somebody else."""
    worn = theme.current()
    sign = SIGNS.get(role.organisation)
    room = box.adjusted(PAD * scale, PAD * scale, -PAD * scale, -PAD * scale)
    if sign:
        mark = QRectF(0, 0, SIGN * scale, SIGN * scale)
        mark.moveCenter(QPointF(room.center().x(), room.bottom() - SIGN * scale / 2))
        paint_glyph(painter, sign, mark, worn.muted)
        room.setBottom(mark.top() - 6 * scale)
    name, font = role_title(role), scaled_font("panel_strong", scale)
    painter.setPen(worn.text if role.name else worn.muted)
    if not upright:
        room.setTop(room.bottom() - wrapped_height(name, font, int(room.width())))
        paint_wrapped(painter, room.toRect(), name, font)
        return
    across = wrapped_height(name, font, int(room.height()))
    painter.save()
    painter.translate(room.center().x() - across / 2, room.bottom())
    painter.rotate(-90)
    paint_wrapped(painter, QRect(0, 0, int(room.height()), across), name, font)
    painter.restore()


def paint_add(painter: QPainter, box: QRectF, words: str, scale: float) -> None:
    """Paint the section that takes the name of the next role."""
    worn = theme.current()
    painter.setFont(scaled_font("panel_strong", scale))
    painter.setPen(worn.accent_ink)
    room = box.adjusted(PAD * scale, PAD * scale, -2, -PAD * scale)
    line = painter.fontMetrics().height()
    plus = QRectF(room.left(), room.bottom() - line / 2 - 7 * scale, 14 * scale, 14 * scale)
    paint_glyph(painter, "add", plus, worn.accent_ink)
    room.setLeft(plus.right() + 4 * scale)
    painter.drawText(room, _AT_FOOT, words)


def paint_words(painter: QPainter, box: QRectF, words: str, scale: float) -> None:
    """Paint the section of any other column."""
    painter.setPen(theme.current().muted)
    painter.setFont(scaled_font("panel_strong", scale))
    painter.drawText(box.adjusted(PAD * scale, PAD * scale, -PAD * scale, -PAD * scale), _AT_FOOT, words)
