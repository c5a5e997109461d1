"""Any document, however odd, becomes a whole picture and a whole page."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from tests.exchange.html.pages import render as page_of
from tests.exchange.html.test_html import checked
from tests.exchange.svg.reading import groups, opened
from tests.exchange.svg.reading import render as picture_of
from tests.strategies import documents
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.carried import carried_text
from vsdesigner.storage.json_format import encode


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_any_document_is_drawn_and_written(view: Snapshot) -> None:
    source = encode(view).decode()
    for stream in view.streams:
        content = picture_of(view, streams=(stream.id,), source=source)
        assert len(list(groups(opened(content), "step"))) == len(view.steps(stream.id))
        assert carried_text(content, ".svg") == source
    read = checked(page_of(view))
    assert read.tags.count("section") == len(view.streams)
