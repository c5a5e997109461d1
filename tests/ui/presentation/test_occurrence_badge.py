"""The number of an occurrence hangs below its card and covers none of its words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.lens.build import followed_stream, role
from tests.ui.presentation.hands import presenting
from tests.ui.presentation.stage_kit import free, on, picture, walked
from vsdesigner.analysis.lens import Lens, LensKind
from vsdesigner.model.records import Role, Step
from vsdesigner.ui.painting.occurrence import HUNG


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080), (1080, 1920)])
def test_a_number_leaves_the_cards_time_free(qtbot: QtBot, size: tuple[int, int]) -> None:
    window = presenting(qtbot, followed_stream(), size)
    state = window.state
    step = next(
        record for record in state.view.records.values() if isinstance(record, Step) and record.name == "Fix"
    )
    state.session.look_through(role(state.view))
    state.go_to(step.id)
    QApplication.processEvents()
    card, scale = on(window, step.id), window.stage.camera.outlook.scale
    image, ground = picture(window.stage), state.theme.text

    def solid(area: QRectF) -> int:
        inner = area.toRect().intersected(image.rect())
        rows = range(inner.top(), inner.bottom() + 1)
        columns = range(inner.left(), inner.right() + 1)
        return max(
            (sum(image.pixelColor(x, y) == ground for x in columns) for y in rows),
            default=0,
        )

    wide = 60 * scale
    below = QRectF(card.right() - wide, card.bottom() + 2, wide, 10 * scale)
    words = QRectF(card.right() - wide, card.bottom() - 20 * scale, wide - 3, (20 - HUNG - 3) * scale)
    assert solid(below) > 12 * scale  # the badge
    assert solid(words) < 12 * scale  # letters only


def test_a_card_behind_the_headers_has_no_number_beside_them(qtbot: QtBot) -> None:
    window = walked(qtbot, "examples/restore-cloud-service", "step-diagnose", (1024, 768))
    state, stage = window.state, window.stage
    engineers = next(
        record
        for record in state.view.records.values()
        if isinstance(record, Role) and record.name == "L2 Engineers"
    )
    state.session.look_through(Lens(LensKind.ROLE, engineers.id))
    QApplication.processEvents()
    room = free(window)
    card = on(window, "step-acknowledge")
    assert room.left() - 20 < card.right() < room.left() + 20, "behind the header but for a little"
    image = picture(stage)
    beside = QRectF(room.left(), card.bottom() - 2, 30, 16).toRect()
    assert all(
        image.pixelColor(x, y) != state.theme.text
        for x in range(beside.left(), beside.right())
        for y in range(beside.top(), beside.bottom())
    )
