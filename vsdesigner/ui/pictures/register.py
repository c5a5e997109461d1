"""Makes PNG and PDF known to the export; Qt is loaded when the first picture is painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vsdesigner.exchange import pictures
from vsdesigner.exchange.options import Option, OptionKind
from vsdesigner.exchange.paper_options import OPTIONS as PDF_OPTIONS
from vsdesigner.exchange.picture_options import EXTENT, THEME, TRANSPARENT
from vsdesigner.exchange.registry import Exporter, ExportOptions, Progress, Question, register
from vsdesigner.exchange.svg import outlines
from vsdesigner.layout.geometry import Rect

if TYPE_CHECKING:
    from vsdesigner.document.snapshot import Snapshot

SCALE = Option(
    "scale",
    "Scale",
    "2 is sharp on every screen, 3 and more is for print: 1 is 96 dots per inch, 3 are 288.",
    OptionKind.NUMBER,
    2.0,
    least=0.1,
    most=8.0,
    unit="×",
)
DPI = Option(
    "dpi",
    "Resolution",
    "Dots per inch, where a printer asks for them; 96 is a scale of 1, and 0 leaves it to the scale.",
    OptionKind.NUMBER,
    0.0,
    least=0.0,
    most=768.0,
    unit="dpi",
    words_only=True,
)
PNG_OPTIONS = (THEME, EXTENT, SCALE, DPI, TRANSPARENT)


_display = True


def register_pictures(*, display: bool) -> None:
    """Let streams be exported as pictures and pages, and let other formats hold such pictures.

    Without a `display` Qt paints into memory alone.
    """
    global _display
    _display = display
    pictures.set_renderer(_Painter())
    outlines.set_outliner(_outlined)
    register(
        Exporter(
            id="png",
            label="PNG picture",
            suffix=".png",
            mime="image/png",
            render=_render_png,
            options=PNG_OPTIONS,
            one_stream=True,
            carries=True,
        )
    )
    register(
        Exporter(
            id="pdf",
            label="PDF document",
            suffix=".pdf",
            mime="application/pdf",
            render=_render_pdf,
            options=PDF_OPTIONS,
            carries=True,
        )
    )


def _prepare() -> None:
    from vsdesigner.ui import offscreen

    offscreen.prepare(display=_display)


class _Painter:
    """A `pictures.Renderer` that loads Qt when it is asked for the first time."""

    def whole(self, view: Snapshot, stream: str, scale: float) -> bytes:
        _prepare()
        from vsdesigner.ui.pictures.png import whole_stream

        return whole_stream(view, stream, scale)

    def survey(self, view: Snapshot, stream: str) -> pictures.Survey:
        _prepare()
        from vsdesigner.ui.pictures.parts import survey

        return survey(view, stream)

    def parts(self, view: Snapshot, stream: str, scale: float, frames: Sequence[Rect]) -> Iterator[bytes]:
        _prepare()
        from vsdesigner.ui.pictures.parts import parts

        return parts(view, stream, scale, frames)


def _outlined(text: str, size: float, weight: int) -> outlines.Outline:
    _prepare()
    from vsdesigner.ui.outlines import outline

    return outline(text, size, weight)


def _render_png(snapshot: Snapshot, options: ExportOptions, progress: Progress, cancelled: Question) -> bytes:
    _prepare()
    from vsdesigner.ui.pictures.png import render

    return render(snapshot, options, progress, cancelled)


def _render_pdf(snapshot: Snapshot, options: ExportOptions, progress: Progress, cancelled: Question) -> bytes:
    _prepare()
    from vsdesigner.ui.pictures.pdf import render

    return render(snapshot, options, progress, cancelled)
