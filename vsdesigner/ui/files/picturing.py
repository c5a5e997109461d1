"""Putting a picture from a file into the stream: chosen, looked at, made small enough, placed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter
from PySide6.QtWidgets import QWidget

from vsdesigner.commands import notes
from vsdesigner.model.errors import UserError
from vsdesigner.model.pictures import PICTURE_BYTES, PictureError, decoded, encoded, facts_of
from vsdesigner.model.place import Place
from vsdesigner.model.records import Note, NoteKind
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.session import Session

if TYPE_CHECKING:
    from vsdesigner.ui.program import Program

READ_MOST = 40 * 1024 * 1024  # bytes of a file that is made smaller on the way
KEPT_SIDE = 1_600  # px a side of what goes into the document
KEPT_BYTES = 700 * 1024  # up to here a picture goes in as it is
ALL_MOST = 12 * 1024 * 1024  # characters of all pictures of a document
FIRST_SIDE = 320.0  # px that a new picture is wide or high
QUALITY = 88
NAME_LENGTH = 60

PlaceFor = Callable[[tuple[float, float]], Place]  # where something of this size goes


class Picturing(QObject):
    """Answers to `session.picture_wanted` of one window."""

    def __init__(self, window: QWidget, session: Session, program: Program) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._program = program
        session.picture_wanted.connect(self._on_wanted)
        session.picture_dropped.connect(self._on_dropped)

    def _on_wanted(self, place_for: PlaceFor) -> None:
        folder = self._program.settings.last_folder or Path.home()
        path = self._program.dialogs.picture_to_insert(self._window, folder)
        if path is not None:
            self.insert(path, place_for)

    def _on_dropped(self, path: Path, place_for: PlaceFor) -> None:
        from vsdesigner.ui.files.carrying import carries_document

        if carries_document(path):
            self._program.open_paths([path], self._program.flow_of(self._window))
        else:
            self.insert(path, place_for)

    def insert(self, path: Path, place_for: PlaceFor) -> None:
        """Put the picture of a file where `place_for` finds room for its size; what is none is told in a
        sentence and changes nothing."""
        name = shortened(path.name, NAME_LENGTH)
        try:
            picture = picture_of(path)
            _check_room(self._session, picture)
        except UserError as error:
            self._program.dialogs.error(
                self._window, tr("“{name}” was not inserted.").format(name=name), str(error)
            )
            return
        self._session.committing.emit()
        size = _first_size(picture)
        with self._session.edit(tr("Insert picture “{name}”").format(name=name)) as draft:
            id = notes.add(
                draft,
                self._session.stream,
                place_for(size),
                NoteKind.PICTURE,
                text=path.stem[:NAME_LENGTH],
                picture=picture,
                size=size,
            )
        self._session.reveal((id,))


def picture_of(path: Path) -> str:
    """Return the picture in a file as it goes into the document, made smaller when it is large.

    Raises UserError with a sentence when that is not possible.
    """
    try:
        with path.open("rb") as file:
            data = file.read(READ_MOST + 1)
    except OSError as error:
        raise UserError(tr("The file cannot be read: {why}").format(why=error.strerror or error)) from error
    if len(data) > READ_MOST:
        most = READ_MOST // (1024 * 1024)
        raise UserError(tr("A picture file may have {most} MB.").format(most=most))
    kind = _kind_of(data)
    if len(data) <= KEPT_BYTES:
        try:
            return encoded(data)
        except PictureError as error:
            raise UserError(tr("It is no picture that can be shown: {why}.").format(why=error)) from error
    return _smaller(data, kind)


def _kind_of(data: bytes) -> str:
    """Whether it is PNG or JPEG, whatever the file is called; an SVG or anything else is not taken."""
    try:
        return facts_of(data[:PICTURE_BYTES]).format
    except PictureError as error:
        words = tr("Pictures are PNG or JPEG files; this one cannot be shown: {why}.")
        raise UserError(words.format(why=error)) from error


def _smaller(data: bytes, kind: str) -> str:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    image = QImageReader(buffer, QByteArray(kind.encode())).read()
    if image.isNull():
        raise UserError(tr("The picture is damaged and cannot be shown."))
    if max(image.width(), image.height()) > KEPT_SIDE:
        image = image.scaled(
            KEPT_SIDE,
            KEPT_SIDE,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    written = _written(image, "PNG" if kind == "png" else "JPEG")
    if len(written) > KEPT_BYTES and not image.hasAlphaChannel():
        written = _written(image, "JPEG")
    return encoded(written)


def _written(image: QImage, format: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(format.encode()))
    if format == "JPEG":
        writer.setQuality(QUALITY)
    if not writer.write(image):
        raise UserError(tr("The picture cannot be made smaller."))
    return bytes(buffer.data().data())


def _check_room(session: Session, picture: str) -> None:
    """A document has to stay one that can be opened again."""
    there = sum(len(record.picture) for record in session.now.records.values() if isinstance(record, Note))
    if there + len(picture) > ALL_MOST:
        raise UserError(
            tr("The pictures of this document would become too large together. Delete some of them first.")
        )


def _first_size(picture: str) -> tuple[float, float]:
    facts = facts_of(decoded(picture))
    share = min(1.0, FIRST_SIDE / max(facts.width, facts.height))
    return facts.width * share, facts.height * share
