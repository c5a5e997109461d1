"""What a window remembers of the last copies made in it, so that the next ones go on like them."""

from __future__ import annotations

import weakref
from dataclasses import dataclass, field

from vsdesigner.ui.clipboard.places import Shift
from vsdesigner.ui.session import Session

NOWHERE = Shift(0.0, 0.0)


@dataclass
class Memory:
    """`pasted` is what was pasted last (stream and ids), `last` where to and `pace` how far the next one is
    from there; `pairs` are original and copy of the last duplication."""

    pasted: tuple[object, ...] = ()
    last: Shift = NOWHERE
    pace: tuple[float, float] = (0.0, 0.0)
    pairs: dict[str, str] = field(default_factory=dict)


_memories: weakref.WeakKeyDictionary[Session, Memory] = weakref.WeakKeyDictionary()


def memory_of(session: Session) -> Memory:
    """Return the memory of a session."""
    return _memories.setdefault(session, Memory())
