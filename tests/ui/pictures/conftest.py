"""What every test of pictures gets without asking: the formats as they were, once it is over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from vsdesigner.exchange import pictures
from vsdesigner.exchange.registry import EXPORTERS


@pytest.fixture(autouse=True)
def other_formats_stay() -> Iterator[None]:
    """Other tests know the formats that need no Qt."""
    before = dict(EXPORTERS)
    yield
    EXPORTERS.clear()
    EXPORTERS.update(before)
    pictures.set_renderer(None)
