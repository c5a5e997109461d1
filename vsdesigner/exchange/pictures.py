"""The door to pictures of the lanes for formats that know no Qt: who starts the program puts a painter in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from vsdesigner.document.snapshot import Snapshot  # the program starts through here

#: Paints a whole stream in the light theme: snapshot, stream id, px of the picture per px at 100 % → PNG.
#: A picture that would be too large is made smaller. Safe to call from any thread once a window is open.
Renderer: TypeAlias = "Callable[[Snapshot, str, float], bytes]"

_renderer: Renderer | None = None


def set_renderer(renderer: Renderer | None) -> None:
    """Let `renderer` paint from now on; None takes pictures out of what can be exported."""
    global _renderer
    _renderer = renderer


def has_renderer() -> bool:
    """Say whether pictures can be made."""
    return _renderer is not None


def render_png(view: Snapshot, stream: str, scale: float) -> bytes:
    """Return the lanes of a stream as PNG; no bytes at all while nobody can paint."""
    return b"" if _renderer is None else _renderer(view, stream, scale)
