"""The footer of a card: what gives way to what where there is little room."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from vsdesigner.ui.painting import card, text
from vsdesigner.ui.painting.inks import Inks
from vsdesigner.ui.painting.looks import StepLook
from vsdesigner.ui.theme import LIGHT

LOOK = StepLook(
    width=180.0,
    height=80.0,
    colour="#336699",
    number="1",
    lines=("Grind the beans",),
    named=True,
    tasks=3,
    practices=2,
    tools=2,
    answers="SDL",
    unanswered=False,
    time="20 min",
    chip="",
    mark=None,
    name="Grind the beans",
    stands=False,
)


def footer(monkeypatch: pytest.MonkeyPatch, look: StepLook) -> tuple[list[str], list[str]]:
    """The icons and the words of a footer."""
    icons: list[str] = []
    words: list[str] = []
    monkeypatch.setattr(text, "draw_icon", lambda _painter, name, *_rest: icons.append(name))
    monkeypatch.setattr(text, "draw", lambda _painter, line, *_rest: words.append(line))
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    card._paint_footer(painter, look, Inks(LIGHT))
    painter.end()
    return icons, words


def test_a_person_never_stands_without_letters(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = set()
    for width in range(60, 260):
        icons, words = footer(monkeypatch, dataclasses.replace(LOOK, width=float(width)))
        seen.add(("role" in icons, "SDL" in words))
    assert seen == {(True, True), (False, True), (False, False)}


def test_nobody_accountable_has_no_person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    icons, _ = footer(monkeypatch, dataclasses.replace(LOOK, width=260.0, answers=""))
    assert "role" not in icons
