"""What is left of a string for XML."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st

from vsdesigner.exchange.xml_text import xml_clean


def test_what_xml_forbids_is_gone() -> None:
    assert xml_clean("a\x00b\x08c\x0bd\x1fe\x7ff\x9fg\ud800h\udfffi\ufffej\uffff") == "abcdefghij"


def test_what_people_write_stays() -> None:
    text = "Tab\there, line\nthere, — “quotes”, ünïcode, العربية, 漢字, 🚀👩‍👩‍👧, <b> & ]]>"
    assert xml_clean(text) == text


def test_line_ends_become_line_feeds() -> None:
    assert xml_clean("a\r\nb\rc") == "a\nb\nc"


@given(st.text(st.characters(codec=None), max_size=60))
def test_the_result_survives_xml(text: str) -> None:
    cleaned = xml_clean(text)
    document = ElementTree.fromstring(f"<t>{escape(cleaned)}</t>".encode())  # noqa: S314  # our own text
    assert (document.text or "") == cleaned
    assert xml_clean(cleaned) == cleaned
