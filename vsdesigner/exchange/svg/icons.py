"""Small drawings of our own for the footer of cards, as strokes in a square of 13 px."""

from __future__ import annotations

from vsdesigner.exchange.svg.markup import tag

SIZE = 13.0

_PATHS = {
    "task": "M2.2 1.7h8.6q.7 0 .7.7v8.2q0 .7-.7.7H2.2q-.7 0-.7-.7V2.4q0-.7.7-.7zM4 6.7l1.7 1.7L9.2 4.7",
    "practice": "M1.6 1.8h2.6v9.4H1.6zM4.2 1.8h2.6v9.4H4.2zM7.4 2.6l2.2-.7 2.1 8.6-2.3.7z",
    "tool": "M11 3.3a3 3 0 0 1-4 3.6L3.7 10.6a1.2 1.2 0 0 1-1.7-1.8L5.7 5.6a3 3 0 0 1 3.8-3.9L7.8 3.5l.3 1.3 "
    "1.3.3z",
    "role": "M6.5 6.7a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8zM2 11.3c.6-2.2 2.3-3.3 4.5-3.3s3.9 1.1 4.5 3.3",
    "clock": "M6.5 11.7a5.2 5.2 0 1 0 0-10.4 5.2 5.2 0 0 0 0 10.4zM6.5 3.5v3h2.6",
    "warning": "M6.5 1.8l5.2 9.2H1.3zM6.5 5.2v2.6M6.5 9.4v.2",
}


def definitions() -> str:
    """Return the drawings, each once; `icon` shows them."""
    paths = (tag("path", {"id": f"icon-{name}", "d": path}) for name, path in _PATHS.items())
    return tag("defs", None, *paths)


def icon(name: str, x: float, y: float, stroke: str) -> str:
    """Return a drawing with its top left corner at `x`, `y`."""
    return tag("use", {"xlink:href": f"#icon-{name}", "x": x, "y": y, "stroke": stroke})
