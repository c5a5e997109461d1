"""What a copy puts on the system clipboard: one excerpt in every form that other programs may ask for."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QByteArray, QCoreApplication, QMetaType, QMimeData
from PySide6.QtGui import QGuiApplication

from vsdesigner.commands.clipboard import excerpt
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.lists.cells import write_html, write_tsv
from vsdesigner.exchange.lists.step_table import HEADER, other_texts, step_rows
from vsdesigner.model.records import Placed
from vsdesigner.storage.clipping import encode_clipping
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.mime import EXCERPT

TEXT, HTML, PNG, SVG = "text/plain", "text/html", "image/png", "image/svg+xml"
IMAGE = "application/x-qt-image"  # Qt makes the platform's own picture format of it
PICTURE_SCALE = 2.0


class ExcerptContent(QMimeData):
    """An excerpt of a stream as it was when it was copied; each form is made when somebody asks for it.

    Without `ids` it is a picture of the whole stream; `picture_only` offers nothing but pictures.
    """

    def __init__(
        self, view: Snapshot, stream: str, ids: Iterable[str] = (), *, picture_only: bool = False
    ) -> None:
        super().__init__()
        self._view = view
        self._stream = stream
        self._ids = tuple(ids)
        self._made: dict[str, Any] = {}
        pictures: dict[str, Callable[[], Any]] = {
            IMAGE: self._image,
            PNG: self._png,
            SVG: self._svg,
        }
        texts: dict[str, Callable[[], Any]] = {EXCERPT: self._excerpt, HTML: self._html, TEXT: self._text}
        if not step_rows(view, self._ids):
            del texts[HTML]
        drawn = not self._ids or any(isinstance(view.find(id), Placed) for id in self._ids)
        self._makers = pictures if picture_only else texts | (pictures if drawn else {})

    @guarded(default=list)
    def formats(self) -> list[str]:
        return list(self._makers)

    @guarded(default=False)
    def hasFormat(self, mimetype: str) -> bool:
        return mimetype in self._makers

    @guarded(default=None)
    def retrieveData(self, mimetype: str, preferred: QMetaType | QMetaType.Type) -> Any:
        return self.form(mimetype)

    def form(self, mimetype: str) -> Any:
        """Return the excerpt in one form, made now or before; None when there is no such form."""
        if mimetype not in self._made and mimetype in self._makers:
            self._made[mimetype] = self._makers[mimetype]()
        return self._made.get(mimetype)

    def settled(self) -> QMimeData:
        """Return the same content with every form made, which needs no program any more."""
        made = QMimeData()
        for mimetype in self._makers:
            value = self.form(mimetype)
            if mimetype == IMAGE:
                made.setImageData(value)
            elif isinstance(value, str):
                made.setData(mimetype, QByteArray(value.encode("utf-8")))
            else:
                made.setData(mimetype, value)
        return made

    # -- the forms --------------------------------------------------------------------------------------
    def _excerpt(self) -> QByteArray:
        return QByteArray(encode_clipping(excerpt(self._view, self._ids)))

    def _text(self) -> str:
        rows = step_rows(self._view, self._ids)
        if not rows:
            return "\n".join(other_texts(self._view, self._ids))
        return write_tsv((HEADER, *rows))

    def _html(self) -> str:
        return write_html(HEADER, step_rows(self._view, self._ids))

    def _image(self) -> Any:
        from vsdesigner.ui.canvas.excerpt_picture import excerpt_image

        return excerpt_image(self._view, self._stream, self._ids, PICTURE_SCALE)

    def _png(self) -> QByteArray:
        from vsdesigner.ui.canvas.excerpt_picture import png_of

        return QByteArray(png_of(self.form(IMAGE) if IMAGE in self._makers else self._image()))

    def _svg(self) -> QByteArray:
        from vsdesigner.ui.canvas.excerpt_picture import excerpt_svg

        return QByteArray(excerpt_svg(self._view, self._stream, self._ids))


def put_on_clipboard(content: ExcerptContent) -> None:
    """Put an excerpt on the system clipboard, where it stays when the program ends."""
    _settle_at_the_end()
    QGuiApplication.clipboard().setMimeData(content)


def settle_clipboard() -> None:
    """Make every form of an excerpt of ours that is still on the clipboard."""
    clipboard = QGuiApplication.clipboard()
    present = clipboard.mimeData()
    if isinstance(present, ExcerptContent):  # nobody else has put something there
        clipboard.setMimeData(present.settled())


@functools.cache
def _settle_at_the_end() -> None:
    program = QCoreApplication.instance()
    if program is not None:
        program.aboutToQuit.connect(settle_clipboard)
