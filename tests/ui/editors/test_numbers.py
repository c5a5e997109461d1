"""Numbers and units as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from vsdesigner.document.amounts import parse_number, unit_named
from vsdesigner.document.wording import number_text
from vsdesigner.model.parts import TimeUnit
from vsdesigner.ui.editors.number_field import NumberField


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4", (4.0, "")),
        (" 4,5 ", (4.5, "")),
        (".5", (0.5, "")),
        ("4.", (4.0, "")),
        ("30 Min.", (30.0, "min.")),
        ("2d", (2.0, "d")),
        ("80 %", (80.0, "%")),
        ("1\u202f000", (1000.0, "")),
        ("-4", None),
        ("", None),
        ("soon", None),
        ("1e5", (1e5, "")),
        ("6.1e-05 h", (6.1e-05, "h")),
        ("nan", None),
        ("inf", None),
        ("9" * 400, None),
    ],
)
def test_parsing(text: str, expected: tuple[float, str] | None) -> None:
    assert parse_number(text) == expected


@given(st.text())
def test_nothing_raises(text: str) -> None:
    parse_number(text)
    unit_named(text)


@given(st.floats(0, 1e9, allow_nan=False).map(lambda value: round(value, 6)))
def test_what_is_shown_is_read_again(value: float) -> None:
    found = parse_number(number_text(value))
    assert found is not None
    assert abs(found[0] - value) <= 1e-9 * max(1.0, value)
    assert found[1] == ""


@pytest.mark.parametrize(
    ("word", "unit"),
    [
        ("min", TimeUnit.MINUTES),
        ("H", TimeUnit.HOURS),
        ("days", TimeUnit.DAYS),
        ("w.", TimeUnit.WEEKS),
        ("x", None),
    ],
)
def test_units(word: str, unit: TimeUnit | None) -> None:
    assert unit_named(word) is unit


@pytest.mark.parametrize("typed", ["x", "101", "5 apples", "1e5", "-1"])
def test_a_percentage_that_is_none_is_put_back(qtbot: QtBot, typed: str) -> None:
    field = NumberField(most=100, suffix="%")
    qtbot.addWidget(field)
    field.set_value(50.0)
    told: list[str] = []
    handed: list[object] = []
    field.told.connect(told.append)
    field.committed.connect(handed.append)
    field.selectAll()
    QTest.keyClicks(field, typed)
    field.commit()
    assert (field.text(), handed, len(told)) == ("50 %", [], 1)


def test_emptying_is_no_value(qtbot: QtBot) -> None:
    field = NumberField(most=100, suffix="%")
    qtbot.addWidget(field)
    field.set_value(50.0)
    handed: list[object] = []
    field.committed.connect(handed.append)
    field.selectAll()
    QTest.keyClicks(field, "50")
    field.commit()
    assert (field.text(), handed) == ("50 %", [])
    field.selectAll()
    field.cut()
    field.commit()
    assert handed == [None]
