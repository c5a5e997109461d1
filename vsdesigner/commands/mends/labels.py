"""Labels that mends of different families share."""

from __future__ import annotations

from vsdesigner.analysis.words import quoted
from vsdesigner.language import say


def merge_label(spellings: int, name: str) -> str:
    """Return ``Merge the two spellings into “Engineer”``, with their number where they are more."""
    if spellings == 2:
        return say("Merge the two spellings into {name}").format(name=quoted(name))
    return say("Merge the {count} spellings into {name}").format(count=spellings, name=quoted(name))
