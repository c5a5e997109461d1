"""Makes the stable ids that records and their parts carry from birth."""

from __future__ import annotations

import random
import re

ID_PATTERN = re.compile(r"^[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}$")
ID_LENGTH = 10  # 32**10 values: two people editing copies of one file never meet on an id
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u to misread
_random: random.Random = random.SystemRandom()


def new_id(kind: str) -> str:
    """Return a fresh id such as ``step-7f3k9q2mza``; `kind` is a short lower-case noun."""
    return f"{kind}-" + "".join(_random.choices(_ALPHABET, k=ID_LENGTH))
