"""Says before something is handed over what the checks still find, with the eyes of those it is for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from vsdesigner.analysis.finding import Finding, Level
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Record, Stream, StreamMember
from vsdesigner.ui import tasks
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.icons import icon
from vsdesigner.ui.plain import PlainLabel

MARK = 16  # px


class Standing(QWidget):
    """One line: what is open, with a way to it. It never stops anybody."""

    asked = Signal(str)  # show this record (id) among the problems

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export_standing")
        self._findings: tuple[Finding, ...] = ()
        self._drawn: tuple[Finding, ...] | None = None  # what the document's own profile finds, if another
        self._view: Snapshot | None = None
        self._streams: tuple[str, ...] = ()
        self._task: tasks.Task | None = None
        self._mark = PlainLabel()
        self.text = PlainLabel(wrap=True)
        self.show_button = QPushButton(tr("Show"))
        self.show_button.setProperty("role", "link")
        self.show_button.setAutoDefault(False)
        self.show_button.setAccessibleDescription(tr("Close this and list the problems."))
        self.show_button.clicked.connect(self._on_show)
        self.show_button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.text, 1)
        row.addWidget(self.show_button)

    def look_at(self, view: Snapshot) -> None:
        """Check a document, in a thread."""
        self.stop()
        self._view = view
        self._task = tasks.run(lambda _progress, _stop: _open(view), self._on_found, quiet=True)

    def show_streams(self, streams: tuple[str, ...]) -> None:
        """Say only what concerns these streams (ids) and what all share; empty for all of them."""
        self._streams = streams
        if self._view is not None and self._task is None:
            self._tell()

    def stop(self) -> None:
        """Look no more."""
        if self._task is not None:
            self._task.abandon()
            self._task = None

    def _on_found(self, found: tuple[tuple[Finding, ...], tuple[Finding, ...] | None]) -> None:
        self._task = None
        self._findings, self._drawn = found
        self._tell()

    def _tell(self) -> None:
        findings = self._counting()
        errors, warnings = _counts(findings)
        self._mark.setPixmap(_marked(errors, warnings))
        sentence = _sentence(errors, warnings)
        if self._drawn is not None and not self._streams and _counts(self._drawn) != (errors, warnings):
            sentence = f"{sentence} {_other_sentence(*_counts(self._drawn))}"
        self.text.setText(sentence)
        self.show_button.setVisible(bool(findings))

    def _counting(self) -> list[Finding]:
        if not self._streams or self._view is None:
            return list(self._findings)
        return [finding for finding in self._findings if self._concerns(self._view.find(finding.record))]

    def _concerns(self, record: Record | None) -> bool:
        if isinstance(record, StreamMember):
            return record.stream in self._streams
        return not isinstance(record, Stream) or record.id in self._streams

    def _on_show(self) -> None:
        findings = self._counting()
        worst = sorted(findings, key=lambda finding: list(Level).index(finding.level))
        if worst:
            self.asked.emit(worst[0].record)


def _open(view: Snapshot) -> tuple[tuple[Finding, ...], tuple[Finding, ...] | None]:
    """What others would miss, and what the document's own profile finds where that is another one."""
    from vsdesigner.analysis.findings import find_all
    from vsdesigner.analysis.profiles import READY_TO_PRESENT, profile_named

    ready, own = profile_named(READY_TO_PRESENT), profile_named(view.settings.check_profile)
    found = _serious(find_all(view, ready))
    return found, None if own is ready else _serious(find_all(view, own))


def _serious(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in found if finding.level.reaches(Level.WARNING))


def _counts(findings: Sequence[Finding]) -> tuple[int, int]:
    """How many errors and how many warnings there are."""
    errors = sum(1 for finding in findings if finding.level is Level.ERROR)
    return errors, len(findings) - errors


def _sentence(errors: int, warnings: int) -> str:
    if not errors and not warnings:
        return tr("Checked as “Ready to present”: nothing that others would miss.")
    said = _said(errors, warnings)
    return tr("Checked as “Ready to present”: {count}. Others will see the gaps.").format(count=said)


def _other_sentence(errors: int, warnings: int) -> str:
    """Why the status bar says something else."""
    if not errors and not warnings:
        return tr("The status bar counts as “While drawing”, where less is asked for: nothing.")
    words = tr("The status bar counts as “While drawing”, where less is asked for: {count}.")
    return words.format(count=_said(errors, warnings))


def _said(errors: int, warnings: int) -> str:
    counts = [
        tr_count("1 error", "{count} errors", errors) if errors else "",
        tr_count("1 warning", "{count} warnings", warnings) if warnings else "",
    ]
    if all(counts):
        return tr("{errors} and {warnings}").format(errors=counts[0], warnings=counts[1])
    return "".join(counts)


def _marked(errors: int, warnings: int) -> QPixmap:
    name, role = ("ok", "ok")
    if errors:
        name, role = "error_fill", "danger"
    elif warnings:
        name, role = "warning_fill", "warning"
    return icon(name, role).pixmap(MARK, MARK)
