"""Let one set-up at a time work in a checkout; the system frees the lock even when a set-up is killed."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Hold `path` while the block runs; wait, and say so once, when another process holds it."""
    with path.open("a", encoding="utf-8") as file:
        told = False
        while not _lock(file.fileno()):
            if not told:
                print("Another set-up is at work in this checkout: waiting for it.", flush=True)
                told = True
            time.sleep(0.2)
        yield  # closing the file frees the lock


def _lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
