"""The clipboard's bytes: what was copied comes back, anything else is refused in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample import sample
from vsdesigner.commands.clipboard import excerpt
from vsdesigner.model.errors import UserError
from vsdesigner.storage.clipping import decode_clipping, encode_clipping


def test_an_excerpt_survives_the_clipboard() -> None:
    view = sample()
    records = excerpt(view, view.records)
    back = decode_clipping(encode_clipping(records))
    assert {record.id: record for record in back} == {record.id: record for record in records}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 40,
        b"[]",
        b'{"format": "something else"}',
        b'{"format": "vsdesigner", "version": "1.0", "steps": [{"id": "a"}]}',
        b'{"format": "vsdesigner", "version": "99.0"}',
        b"[" * 100_000,
        b'{"format": "vsdesigner", "version": "1.0", "steps": ' + b"[[" * 50 + b"]]" * 50 + b"}",
        b" " * (21 * 1024 * 1024),
        encode_clipping(excerpt(sample(), sample().records))[:-40],
    ],
    ids=range(10),
)
def test_what_is_broken_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(UserError, match=r"Nothing was pasted: .*\. Copy it again .*\.") as caught:
        decode_clipping(content)
    assert caught.value.details


@given(st.data())
def test_a_damaged_byte_never_does_harm(data: st.DataObject) -> None:
    content = bytearray(encode_clipping(excerpt(sample(), sample().records)))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        decode_clipping(bytes(content))
    except UserError as error:
        assert str(error).startswith("Nothing was pasted")
