"""The same fresh ids in every run: Hypothesis repeats an example and expects the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager

from vsdesigner.model import ids


@contextmanager
def repeatable_ids(seed: int) -> Iterator[None]:
    """Draw new ids from a generator of this seed while the block lasts."""
    before = ids._random
    ids._random = random.Random(seed)
    try:
        yield
    finally:
        ids._random = before
