"""Brings a draft to a merged document, so that a merge is one change like any other."""

from __future__ import annotations

from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot


def become(draft: Draft, view: Snapshot) -> None:
    """Give the draft the records of `view`: what is not in it goes, what is new comes, the rest is replaced.

    What a document has beside its records (fields of a newer version) is no part of a change and stays.
    """
    present = draft.view
    for id, record in present.records.items():
        after = view.find(id)
        if after is None or type(after) is not type(record):
            draft.remove(id)
    for id, record in view.records.items():
        if draft.find(id) is None:
            draft.add(record)
        else:
            draft.replace(record)
