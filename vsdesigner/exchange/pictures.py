"""The door to pictures of the lanes for formats that know no Qt: who starts the program puts a painter in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from vsdesigner.layout.geometry import Rect

if TYPE_CHECKING:
    from vsdesigner.document.snapshot import Snapshot  # the program starts through here


class Survey(NamedTuple):
    """Where everything lies in the drawing of a stream, in px at 100 %.

    `area` is all of it; the headers of lanes and phases take `beside` and `above` of it. `cards` are steps,
    demand, value and notes by id.
    """

    area: Rect
    beside: float
    above: float
    cards: Mapping[str, Rect]


class Renderer(Protocol):
    """Paints streams in the light theme, as PNG. Safe to call from any thread once a window is open.

    `scale` is px of the picture per px at 100 %; a picture that would be too large is made smaller.
    """

    def whole(self, view: Snapshot, stream: str, scale: float) -> bytes:
        """Return a whole stream."""
        ...

    def survey(self, view: Snapshot, stream: str) -> Survey:
        """Return where everything lies."""
        ...

    def parts(self, view: Snapshot, stream: str, scale: float, frames: Sequence[Rect]) -> Iterator[bytes]:
        """Yield parts of a stream; each frame has the headers of lanes and phases along its sides."""
        ...


_renderer: Renderer | None = None


def set_renderer(renderer: Renderer | None) -> None:
    """Let `renderer` paint from now on; None takes pictures out of what can be exported."""
    global _renderer
    _renderer = renderer


def renderer() -> Renderer | None:
    """Return who paints, if anybody can."""
    return _renderer
