"""Putting a picture from a file into the stream: what is taken, made smaller, refused in words."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from tests.model.test_pictures import png
from tests.ui.window_kit import Answers
from vsdesigner.model.errors import UserError
from vsdesigner.model.pictures import decoded, facts_of
from vsdesigner.model.records import Note, NoteKind
from vsdesigner.storage import documents
from vsdesigner.ui.files import picturing
from vsdesigner.ui.files.picturing import picture_of
from vsdesigner.ui.main_window import MainWindow


def noise(path: Path, width: int, height: int) -> Path:
    """A picture that does not compress."""
    dots = random.Random(7).randbytes(width * height * 4)
    assert QImage(dots, width, height, QImage.Format.Format_RGB32).save(str(path))
    return path


def notes_of(window: MainWindow) -> tuple[Note, ...]:
    return window.session.now.notes(window.session.stream)


def choose(window: MainWindow, monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(window.program.dialogs, "picture_to_insert", lambda *_: path, raising=True)
    window.view.run("insert.picture")


def test_a_picture_is_inserted_saved_and_reopened(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "Whiteboard photo.png"
    path.write_bytes(png(40, 20))
    before = window.session.now
    choose(window, monkeypatch, path)
    (note,) = notes_of(window)
    assert (note.kind, note.text) == (NoteKind.PICTURE, "Whiteboard photo")
    assert (note.width, note.height) == (48.0, 24.0)
    assert window.session.selection == (note.id,)
    assert window.session.history.undoText() == "Insert picture “Whiteboard photo.png”"
    documents.save(tmp_path / "a.vstream", window.session.now)
    assert documents.read(tmp_path / "a.vstream").snapshot == window.session.now
    window.session.undo()
    assert window.session.now == before


def test_nothing_chosen_nothing_done(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(window, monkeypatch, None)
    assert notes_of(window) == ()
    assert not window.session.history.canUndo()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "PNG or JPEG"),
        (b"", "PNG or JPEG"),
        (png()[:20], "damaged"),
        (png(19_000, 19_000), "million pixels"),
    ],
)
def test_what_is_no_picture_is_told_and_changes_nothing(
    window: MainWindow,
    answers: Answers,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    content: bytes,
    why: str,
) -> None:
    answers.expects_errors = True
    path = tmp_path / "odd.png"
    path.write_bytes(content)
    choose(window, monkeypatch, path)
    assert notes_of(window) == ()
    headline, text = answers.errors[0]
    assert headline == "“odd.png” was not inserted."
    assert why in text


def test_a_file_that_is_gone_is_told(
    window: MainWindow, answers: Answers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answers.expects_errors = True
    choose(window, monkeypatch, tmp_path / "gone.png")
    assert "cannot be read" in answers.errors[0][1]


@pytest.mark.parametrize("suffix", ["png", "jpg"])
def test_a_large_picture_is_made_smaller(tmp_path: Path, suffix: str) -> None:
    path = noise(tmp_path / f"large.{suffix}", 2_000, 900)
    facts = facts_of(decoded(picture_of(path)))
    assert max(facts.width, facts.height) <= picturing.KEPT_SIDE
    assert facts.width / facts.height == pytest.approx(2_000 / 900, rel=0.01)


def test_a_document_keeps_a_size_that_can_be_opened(
    window: MainWindow, answers: Answers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answers.expects_errors = True
    monkeypatch.setattr(picturing, "ALL_MOST", 100)
    path = tmp_path / "a.png"
    path.write_bytes(png(200, 90))
    choose(window, monkeypatch, path)
    assert notes_of(window) == ()
    assert "too large together" in answers.errors[0][1]


def test_a_file_without_end_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picturing, "READ_MOST", 10)
    path = tmp_path / "a.png"
    path.write_bytes(png())
    with pytest.raises(UserError, match="may have 0 MB"):
        picture_of(path)


def test_the_inspector_says_what_a_picture_shows(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png(200, 90))
    choose(window, monkeypatch, path)
    (note,) = notes_of(window)
    title = window.inspector.findChild(QLabel, "inspector.title")
    assert title is not None
    assert title.text() == "Picture"
    window.session.field_requested.emit(note.id, "text")
    editor = window.focusWidget()
    assert editor is not None
    assert window.inspector.isAncestorOf(editor)
