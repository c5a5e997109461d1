"""Writes streams as one web page."""

from __future__ import annotations

from datetime import UTC, datetime

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.chosen import chosen_streams
from vsdesigner.exchange.html.page import page
from vsdesigner.exchange.options import ExportOptions
from vsdesigner.exchange.picture_options import AUTO_THEME
from vsdesigner.exchange.registry import Cancelled, Progress, Question


def render(snapshot: Snapshot, options: ExportOptions, progress: Progress, cancelled: Question) -> bytes:
    """Return the chosen streams as one HTML file that needs nothing else."""

    def watch(share: float) -> None:
        if cancelled():
            raise Cancelled
        progress(share)

    streams = chosen_streams(snapshot, options)
    made = options.created or datetime.now(UTC)
    written = page(snapshot, streams, options.choice("theme", AUTO_THEME), made, watch)
    progress(1.0)
    return written.encode("utf-8")
