"""Windows that show the Tables view."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.search.desk import open_window
from tests.ui.views.tables.table_kit import Desk, small_document
from vsdesigner.document.snapshot import Snapshot

MakeDesk = Callable[[Snapshot], Desk]


@pytest.fixture
def make_desk(qtbot: QtBot) -> Iterator[MakeDesk]:
    """Opens a window on a document and shows its Tables view."""
    with ExitStack() as windows:
        yield lambda document: Desk(windows.enter_context(open_window(qtbot, document)))


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    return make_desk(small_document())
