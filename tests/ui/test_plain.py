"""Text of users, harmless wherever Qt reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as QtGuiNames
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.plain import (
    PlainLabel,
    PlainMessageBox,
    breakable,
    escape_tooltip,
    menu_text,
    shortened,
    title_text,
)

NASTY = ["<b>x</b>", "a & b", "<img src='file:///x.png'>", "&amp;", "1 < 2 > 0", '"quoted"', "a\nb"]
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=80)


def read_as_rich(text: str) -> str:
    """What somebody sees when Qt takes ``text`` for rich text."""
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


@pytest.mark.parametrize("text", NASTY)
def test_tooltips_show_every_letter(qapp: object, text: str) -> None:
    assert QtGuiNames.mightBeRichText(escape_tooltip(text))
    assert read_as_rich(escape_tooltip(text)) == text


@given(text=WORDS)
def test_tooltips_show_every_letter_of_any_text(text: str) -> None:
    assert read_as_rich(escape_tooltip(text)) == text


def test_nothing_to_say_is_no_tooltip() -> None:
    assert escape_tooltip("") == escape_tooltip("  \n") == ""


def test_enormous_tooltips_are_shortened() -> None:
    assert len(read_as_rich(escape_tooltip("x" * 1_000_000))) <= 2_000


def test_menus_show_the_ampersand(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    action = menu.addAction(menu_text("R&D\nsecond line"))
    assert action.text() == "R&&D second line"
    assert len(menu_text("x" * 500)) == 60
    assert menu_text("&" * 500) == "&&" * 59 + "…"


@pytest.mark.parametrize("name", ["plain", "a[*]b", "[*]", "[*][*]", "[*][*][*] end"])
@pytest.mark.parametrize("changed", [False, True])
def test_titles_keep_the_mark_of_changes(qtbot: QtBot, name: str, changed: bool) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setWindowTitle(title_text(name) + "[*] – VS Designer")
    window.setWindowModified(changed)
    window.show()
    mark = "*" if changed else ""
    assert window.windowHandle().title() == f"{name}{mark} – VS Designer"


def test_titles_are_one_line() -> None:
    assert title_text("a\n\tb") == "a b"


def test_labels_show_letters(qtbot: QtBot, tmp_path: Path) -> None:
    label = PlainLabel("<b>bold</b>")
    qtbot.addWidget(label)
    rich = QLabel("<b>bold</b>")
    qtbot.addWidget(rich)
    assert label.sizeHint().width() > rich.sizeHint().width(), "the tags are seen"
    label.setText("<i>later</i>")
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_message_boxes_show_letters(qtbot: QtBot) -> None:
    box = PlainMessageBox()
    qtbot.addWidget(box)
    box.setText("<b>Delete</b>?")
    box.setInformativeText("<img src='//host/share/x.png'>")
    labels = [label for label in box.findChildren(QLabel) if label.text()]
    assert len(labels) == 2
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_short_text_stays() -> None:
    assert shortened("abc", 3) == "abc"
    assert shortened("abcd", 3) == "ab…"


def test_sentences_without_a_translation_stay() -> None:
    assert tr("Open {name}").format(name="{x}") == "Open {x}"
    assert [tr_count("1 step", "{count} steps", count) for count in (0, 1, 2)] == [
        "0 steps",
        "1 step",
        "2 steps",
    ]


def test_long_words_may_break_and_say_the_same() -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitän"
    made = breakable(f"{word} and a short one")
    assert made.replace("\u200b", "") == f"{word} and a short one"
    assert max(len(part) for part in made.replace(" ", "\u200b").split("\u200b")) <= 12
    assert (
        breakable("Service desk, e\u0301\u0301\u0301 👩\u200d💻")
        == "Service desk, e\u0301\u0301\u0301 👩\u200d💻"
    )
