"""The choice of a unit beside a time: no unit is cut, whatever it is called."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QWidget
from pytestqt.qtbot import QtBot

from vsdesigner.model.parts import TimeUnit
from vsdesigner.ui import theme
from vsdesigner.ui.editors.choice_field import ChoiceField
from vsdesigner.ui.editors.duration_field import DurationField
from vsdesigner.ui.editors.lead_time_list import LeadTimeRow
from vsdesigner.ui.theme_qss import style_sheet


@pytest.mark.parametrize("kind", ["lead time", "duration"])
def test_every_unit_is_seen_whole(qtbot: QtBot, kind: str) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    home.setStyleSheet(style_sheet(theme.LIGHT))
    unit: ChoiceField = (
        LeadTimeRow("one", home).unit if kind == "lead time" else DurationField("Work time", home).unit
    )
    home.resize(400, 200)
    home.show()
    qtbot.waitExposed(home)
    for value in TimeUnit:
        unit.set_value(value)
        option = QStyleOptionComboBox()
        unit.initStyleOption(option)
        room = unit.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, unit
        )
        assert unit.fontMetrics().horizontalAdvance(unit.currentText()) + 4 <= room.width(), value
