"""Catches what no code expected: logs every fault, tells the user once about each, and lets work go on."""

from __future__ import annotations

import atexit
import contextlib
import faulthandler
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from PySide6 import __version__ as qt_version
from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

log = logging.getLogger(__name__)

LOG_NAME = "vsdesigner.log"
CRASH_NAME = "crash.log"
LOG_BYTES = 1_000_000
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One unexpected failure; two failures of the same kind at the same place are the same fault."""

    kind: str  # "ValueError"
    place: str  # "canvas/scene.py:120 in on_change"
    message: str  # the exception's own words; may contain anything
    details: str  # traceback and versions, for a report

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same fault."""
        return self.kind, self.place


Presenter = Callable[[Fault], None]
Hook = Callable[[], None]

_installed: Faults | None = None


def install(
    folder: Path | None,
    *,
    presenter: Presenter | None = None,
    on_fault: Hook | None = None,
    on_fatal: Hook | None = None,
) -> Faults:
    """Take over the hooks of Python and Qt for the rest of the run, or until ``uninstall``.

    ``folder`` gets the log and the file for crashes of C code; when it cannot be written (or is None) faults
    are still told. ``presenter`` shows a fault, always in the GUI thread and never in the middle of an event;
    by default it is a dialog that does not block. ``on_fault`` runs at every new fault (flush the journal),
    ``on_fatal`` before the program leaves by itself (write the recovery file).
    """
    global _installed
    uninstall()
    _installed = Faults(presenter or _show_dialog, on_fault, on_fatal)
    _installed.take_over(folder)
    return _installed


def uninstall() -> None:
    """Give all hooks back; harmless when nothing is installed."""
    global _installed
    if _installed is not None:
        _installed.give_back()
        _installed = None


def leave() -> None:
    """Save what can be saved and end the program: the way out when it cannot be left normally."""
    if _installed is not None:
        _installed.leave()
    elif QCoreApplication.instance() is not None:
        QCoreApplication.exit(1)


@contextlib.contextmanager
def collected() -> Iterator[list[Fault]]:
    """Collect what reaches ``sys.excepthook`` instead of showing it: for tests that expect a fault."""
    found: list[Fault] = []
    before = sys.excepthook
    sys.excepthook = lambda kind, error, trace: found.append(describe(kind, error, trace))
    try:
        yield found
    finally:
        sys.excepthook = before


def describe(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> Fault:
    """The fault behind an exception; survives exceptions that cannot even be printed."""
    try:
        message = str(error)
    except Exception as broken:
        message = f"({type(broken).__name__} while printing the message)"
    lines = traceback.format_exception(kind, error, trace)
    versions = f"Python {platform.python_version()}, Qt {qt_version}, {platform.platform()}"
    details = "".join(lines) + "\n" + versions
    return Fault(kind.__name__, _place(trace), _sendable(message), _sendable(details))


def _sendable(text: str) -> str:
    """``text`` without lone surrogates, which no log, clipboard or mail can carry."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _place(trace: TracebackType | None) -> str:
    """The innermost line of our own code, or the innermost line at all."""
    frames = traceback.extract_tb(trace)
    if not frames:
        return "unknown place"
    # The guard is only the messenger.
    ours = [
        frame
        for frame in frames
        if "vsdesigner" in Path(frame.filename).parts and Path(frame.filename).name != "guard.py"
    ]
    frame = (ours or list(frames))[-1]
    path = Path(frame.filename)
    return f"{path.parent.name}/{path.name}:{frame.lineno} in {frame.name}"


class Faults(QObject):
    """The installed hooks with their memory of what was told already."""

    _found = Signal(object)

    def __init__(self, presenter: Presenter, on_fault: Hook | None, on_fatal: Hook | None) -> None:
        super().__init__()
        self.on_fault = on_fault
        self.on_fatal = on_fatal
        self._presenter = presenter
        self._counts: dict[tuple[str, str], int] = {}
        self._lock = threading.Lock()
        self._leaving = False
        self._handler: logging.Handler | None = None
        self._crash_file: IO[str] | None = None
        self._before: tuple[Any, Any, Any] | None = None
        # Queued even in the same thread: a fault may come from the middle of painting.
        self._found.connect(self._present, Qt.ConnectionType.QueuedConnection)

    def take_over(self, folder: Path | None) -> None:
        """Put the hooks in place and open the files."""
        if folder is not None:
            self._open_files(folder)
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable
        qInstallMessageHandler(_log_qt_message)
        # Qt talks while the interpreter goes down; a Python handler must be gone by then.
        atexit.register(self.give_back)

    def give_back(self) -> None:
        """Restore the hooks and close the files."""
        atexit.unregister(self.give_back)
        if self._before is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
            self._before = None
            qInstallMessageHandler(None)
        if self._crash_file is not None:
            faulthandler.disable()
            self._crash_file.close()
            self._crash_file = None
        if self._handler is not None:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
            self._handler = None

    def leave(self) -> None:
        """Run the recovery hook once, then end the event loop."""
        if self._leaving:
            return
        self._leaving = True
        log.critical("The program leaves because it cannot go on safely")
        if self.on_fatal is not None:
            try:
                self.on_fatal()
            except Exception:
                log.exception("The recovery hook failed")
        if QCoreApplication.instance() is not None:
            QCoreApplication.exit(1)

    def _open_files(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._handler = RotatingFileHandler(
                folder / LOG_NAME,
                maxBytes=LOG_BYTES,
                backupCount=3,
                encoding="utf-8",
                errors="backslashreplace",
            )
            crashes = folder / CRASH_NAME
            too_big = crashes.exists() and crashes.stat().st_size > LOG_BYTES
            self._crash_file = crashes.open("w" if too_big else "a", encoding="utf-8")
        except OSError as error:
            log.warning("No log is kept: %s", error)
        if self._handler is not None:
            self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
            logging.getLogger().addHandler(self._handler)
        if self._crash_file is not None:
            faulthandler.enable(self._crash_file)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.exit(130)
            return
        self._take(describe(kind, error, trace))

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_type is not SystemExit:
            self._take(describe(args.exc_type, args.exc_value, args.exc_traceback))

    def _on_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        self._take(describe(args.exc_type, args.exc_value, args.exc_traceback))

    def _take(self, fault: Fault) -> None:
        with self._lock:
            count = self._counts[fault.key] = self._counts.get(fault.key, 0) + 1
        if count > 1:
            # The hundredth failure of one paint event says nothing new.
            if count in (10, 100) or count % 1000 == 0:
                log.error("%s at %s, %d times", fault.kind, fault.place, count)
            return
        log.error("%s at %s\n%s", fault.kind, fault.place, fault.details)
        if self.on_fault is not None:
            try:
                self.on_fault()
            except Exception:
                log.exception("The hook for faults failed")
        if QCoreApplication.instance() is not None:
            self._found.emit(fault)

    def _present(self, fault: Fault) -> None:
        try:
            self._presenter(fault)
        except Exception:
            log.exception("The fault could not be shown")


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    logging.getLogger("qt").log(LEVELS.get(kind, logging.WARNING), "%s", text)


def _show_dialog(fault: Fault) -> None:
    from vsdesigner.ui.fault_dialog import show_fault  # most runs never need it

    show_fault(fault)
