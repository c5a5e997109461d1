"""One browser for all tests of a module: starting it takes longer than using it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.exchange.html.browser import CHROMIUM, Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser; skips where none is installed."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed here")
    with Browser() as started:
        yield started
