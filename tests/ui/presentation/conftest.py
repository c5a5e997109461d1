"""What tests of presentations may ask for: motion, and time that passes only when they say so."""

from __future__ import annotations

import pytest

from vsdesigner.ui.presentation.playback.playback import Playback


@pytest.fixture
def moving(monkeypatch: pytest.MonkeyPatch) -> None:
    """Things move."""
    monkeypatch.delenv("VSDESIGNER_REDUCED_MOTION")


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time passes when a test says so."""
    monkeypatch.setattr(Playback, "_on_frame", lambda _playback: None)
