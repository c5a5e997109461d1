"""Remembers the text of records that have not changed since it was last made or checked."""

from __future__ import annotations

from pydantic_core import to_json

from vsdesigner.model.records import Record
from vsdesigner.storage.plain import plain_record


class RecordTexts:
    """The text of each record of the document that was last written, and whether it was checked.

    Records are frozen: the same object has the same text for ever. So saving again after an edit makes
    and checks the text of what was edited only. Holds no more than one document; may be dropped any time.
    """

    def __init__(self) -> None:
        self._texts: dict[str, tuple[Record, bytes]] = {}
        self._next: dict[str, tuple[Record, bytes]] = {}
        self._checked: dict[str, Record] = {}

    def text_of(self, record: Record) -> bytes:
        """Return the record as indented JSON."""
        known = self._texts.get(record.id)
        if known is None or known[0] is not record:
            known = record, to_json(plain_record(record), indent=1)
        self._next[record.id] = known
        return known[1]

    def forget_others(self) -> None:
        """Keep only the texts that were asked for since the last call."""
        self._texts, self._next = self._next, {}

    def is_checked(self, record: Record) -> bool:
        """Say whether the text of this very record was read back and found equal."""
        return self._checked.get(record.id) is record

    def set_checked(self, records: dict[str, Record]) -> None:
        """Say that the texts of these records, by id, were read back and found equal."""
        self._checked = records
