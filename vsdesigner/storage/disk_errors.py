"""Says in a sentence what went wrong with a file or a folder."""

from __future__ import annotations

import errno
from pathlib import Path

_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG})
_IN_USE = frozenset({errno.EBUSY, getattr(errno, "ETXTBSY", errno.EBUSY)})
_GONE = frozenset({getattr(errno, "ESTALE", errno.EIO), getattr(errno, "EHOSTDOWN", errno.EIO)} - {errno.EIO})
_SHARING_VIOLATION = 32  # Windows: another program holds the file
_LOCK_VIOLATION = 33


def in_use(error: OSError) -> bool:
    """Say whether another program holds the file, so that trying again may help."""
    code = getattr(error, "winerror", None)
    return code in (_SHARING_VIOLATION, _LOCK_VIOLATION) or error.errno in _IN_USE


def sentence(error: OSError, path: Path, doing: str) -> str:
    """Return what happened, what is safe and what to do. `doing` is ``read`` or ``save``."""
    name = shown(path.name or str(path))
    if doing == "read":
        return f"“{name}” cannot be read: {_reason(error, path, 'there is no such file in “{folder}”.')}"
    return f"“{name}” was not saved: {_reason(error, path, 'no file can be made in “{folder}”.')}"


def shown(text: str, length: int = 80) -> str:
    """Return text fit for a message: one line, printable, not longer than `length`."""
    flat = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return flat if len(flat) <= length else flat[: length - 1] + "…"


def _reason(error: OSError, path: Path, missing: str) -> str:
    """Why it went wrong; `missing` is said where the folder is there and the file is not."""
    folder = shown(str(path.parent.absolute()), 120)  # “.” says nothing to whoever reads it
    code = error.errno
    if (code == errno.ENOENT or (code is None and isinstance(error, FileNotFoundError))) and _is_folder(
        path.parent
    ):
        return missing.format(folder=folder)
    if in_use(error):
        return "another program is using it. Close it there, or save a copy under another name."
    if code in _FULL:
        return "the disk is full. Make room, or choose another place."
    return _REASONS.get(code or 0, _other(error)).format(folder=folder)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # no rights, a name that no disk takes
        return False


def _other(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return _REASONS[errno.ENOENT]
    if isinstance(error, IsADirectoryError):
        return _REASONS[errno.EISDIR]
    if isinstance(error, PermissionError):
        return _REASONS[errno.EACCES]
    if error.errno is None:
        return "it is not an ordinary file."
    if error.errno in _GONE:
        return "the network drive does not answer. Try again, or choose another place."
    return "the disk reports a fault (number {number}). Choose another place.".replace(
        "{number}", str(error.errno)
    )


_REASONS: dict[int, str] = {
    errno.ENOENT: "the folder “{folder}” is not there.",
    errno.ENOTDIR: "“{folder}” is not a folder.",
    errno.EISDIR: "there is a folder of that name.",
    errno.EACCES: "the file or the folder “{folder}” does not allow it. Choose another place.",
    errno.EPERM: "the file or the folder “{folder}” does not allow it. Choose another place.",
    errno.EROFS: "the disk cannot be written to. Choose another place.",
    errno.ENAMETOOLONG: "its name is too long. Choose a shorter one.",
    errno.EINVAL: "its name has characters that this disk does not allow. Choose another one.",
    errno.ELOOP: "it is a link that leads back to itself.",
    errno.EIO: "the disk reports a fault. Choose another place, and have the disk checked.",
    errno.ENXIO: "it is not an ordinary file.",
    errno.EMFILE: "too many files are open. Close other documents and try again.",
    errno.ENFILE: "too many files are open on this computer. Close other programs and try again.",
}
