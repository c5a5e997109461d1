"""Another run of the program: opens a document in a window and exports it with the keyboard.

`python -m tests.ui.whole_way.second_process DOCUMENT WORKBOOK`; the file dialog is answered with WORKBOOK.
Where the document is open elsewhere, it is opened read-only.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtTest import QTest

from tests.ui.window_kit import Answers, windows_of
from vsdesigner.ui.app import begin, make_application, make_program
from vsdesigner.ui.dialogs.answers import Locked

PATIENCE = 30_000  # ms


def main(document: Path, workbook: Path) -> int:
    """Return 0 when the workbook was written within half a minute."""
    application = make_application()
    program = make_program(None, Answers(export_path=workbook, on_locked=Locked.READ_ONLY))
    program.new_window()
    begin(program, [document])
    window = windows_of(program)[0]
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    assert window.session.now.steps(window.session.stream), window.windowTitle()
    QTest.keyClick(window.centre.widget.view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    deadline = QDeadlineTimer(PATIENCE)
    while not workbook.exists() and not deadline.hasExpired():
        QTest.qWait(20)
    program.quit()
    application.processEvents()
    return 0 if workbook.exists() else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
