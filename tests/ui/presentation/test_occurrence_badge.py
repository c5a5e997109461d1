"""The number of an occurrence hangs below its card and covers none of its words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.lens.build import followed_stream, role
from tests.ui.presentation.hands import presenting
from tests.ui.presentation.stage_kit import on, picture
from vsdesigner.model.records import Step
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
