"""Every question that the window asks, behind one class that a test can answer in the user's place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.ui.dialogs.answers import Crashed, Locked, OnDisk, Unsaved
from vsdesigner.ui.dialogs.crash_offer import CrashOffer
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import PlainMessageBox, menu_text

if TYPE_CHECKING:
    from vsdesigner.exchange.registry import Exporter
    from vsdesigner.ui.export.dialog import Request
    from vsdesigner.ui.export.wish import Wish

Answer = TypeVar("Answer")
ButtonRole = QMessageBox.ButtonRole
DOCUMENT_SUFFIX = ".vstream"


def document_filter() -> str:
    """Return the file types that can be opened and saved."""
    return ";;".join(
        (tr("Value streams (*.vstream)"), tr("Value streams as JSON (*.json)"), tr("All files (*)"))
    )


class Dialogs:
    """Asks with the platform's own dialogs; every method waits for the answer."""

    # -- files ------------------------------------------------------------------------------------------
    def paths_to_open(self, parent: QWidget, folder: Path) -> list[Path]:
        """Ask which documents to open; empty when none."""
        from vsdesigner.exchange.carried import CARRIERS

        carriers = " ".join(f"*{suffix}" for suffix in CARRIERS)
        types = (
            tr("All that holds a stream ({types})").format(types=f"*.vstream *.json {carriers}"),
            tr("Value streams (*.vstream *.json)"),
            tr("Files that carry a stream ({types})").format(types=carriers),
            tr("All files (*)"),
        )
        found, _ = QFileDialog.getOpenFileNames(parent, tr("Open"), str(folder), ";;".join(types))
        return [Path(path) for path in found]

    def workbook_to_import(self, parent: QWidget, folder: Path) -> Path | None:
        """Ask which workbook to import; None when cancelled."""
        types = f"{tr('Excel workbooks (*.xlsx *.xlsm)')};;{tr('All files (*)')}"
        found, _ = QFileDialog.getOpenFileName(parent, tr("Import Workbook"), str(folder), types)
        return Path(found) if found else None

    def path_to_save(self, parent: QWidget, suggestion: Path) -> Path | None:
        """Ask where to save a document; the suffix is added when none was given. None when cancelled."""
        return _path_to_write(parent, tr("Save As"), suggestion, document_filter(), DOCUMENT_SUFFIX)

    def export(
        self,
        parent: QWidget,
        request: Request,
        on_wish: Callable[[Wish], None],
        on_problems: Callable[[str], None],
    ) -> None:
        """Ask what to export, and how and where to; `on_wish` comes when that was said, or never.

        `on_problems` is called instead when somebody rather looks at what is open, with a record (id).
        """
        from vsdesigner.ui.export.dialog import ExportDialog

        dialog = ExportDialog(parent, request)
        dialog.wanted.connect(on_wish)
        dialog.problems_wanted.connect(on_problems)
        dialog.open()

    def path_to_export(self, parent: QWidget, suggestion: Path, exporter: Exporter) -> Path | None:
        """Ask for the file to write in a format; None when cancelled."""
        label = tr(exporter.label)
        types = f"{label} (*{exporter.suffix})"
        return _path_to_write(parent, tr("Export"), suggestion, types, exporter.suffix)

    def picture_to_insert(self, parent: QWidget, folder: Path) -> Path | None:
        """Ask which picture to put into the stream; None when cancelled."""
        types = tr("Pictures (*.png *.jpg *.jpeg)")
        found, _ = QFileDialog.getOpenFileName(parent, tr("Insert Picture"), str(folder), types)
        return Path(found) if found else None

    # -- questions --------------------------------------------------------------------------------------
    def unsaved(self, parent: QWidget | None, name: str) -> Unsaved:
        """Ask what becomes of changes that were not saved."""
        return _ask(
            parent,
            tr("Unsaved Changes"),
            tr("Save the changes to “{name}”?").format(name=name),
            tr("If you do not save them, they are lost."),
            (
                (Unsaved.SAVE, tr("Save"), ButtonRole.AcceptRole),
                (Unsaved.DISCARD, tr("Don’t Save"), ButtonRole.DestructiveRole),
                (Unsaved.CANCEL, tr("Cancel"), ButtonRole.RejectRole),
            ),
        )

    def locked(self, parent: QWidget | None, name: str, holder: str) -> Locked:
        """Ask how to open a file that is open elsewhere; `holder` is a sentence about who has it."""
        return _ask(
            parent,
            tr("Open"),
            tr("“{name}” is open already.").format(name=name),
            tr(
                "{holder}\n\nRead-only is safe: what you change can be saved under another name. If you"
                " open it anyway, the one who saves last overwrites the other."
            ).format(holder=holder),
            (
                (Locked.READ_ONLY, tr("Open Read-Only"), ButtonRole.AcceptRole),
                (Locked.COPY, tr("Open a Copy"), ButtonRole.ActionRole),
                (Locked.ANYWAY, tr("Open Anyway"), ButtonRole.DestructiveRole),
                (Locked.CANCEL, tr("Cancel"), ButtonRole.RejectRole),
            ),
        )

    def changed_on_disk(self, parent: QWidget | None, name: str) -> OnDisk:
        """Ask whose version counts."""
        return _ask(
            parent,
            tr("Changed Elsewhere"),
            tr("“{name}” was changed by somebody else.").format(name=name),
            tr(
                "You have changed it here as well. Put both together: what one of you changed is taken,"
                " and where both changed the same, you choose. Or save yours under another"
                " name; take theirs and give up your changes; or keep yours and overwrite the file when you"
                " save next."
            ),
            (
                (OnDisk.TOGETHER, tr("Put Both Together"), ButtonRole.AcceptRole),
                (OnDisk.SAVE_COPY, tr("Save a Copy…"), ButtonRole.ActionRole),
                (OnDisk.TAKE_THEIRS, tr("Take Theirs"), ButtonRole.DestructiveRole),
                (OnDisk.KEEP_MINE, tr("Keep Mine"), ButtonRole.RejectRole),
            ),
        )

    def review_versions(
        self, parent: QWidget | None, name: str, versions: tuple[Snapshot, Snapshot, Snapshot]
    ) -> Snapshot | None:
        """Show what the other version changed (base, ours, theirs), where it contradicts ours too, and ask
        what of it to take; None when cancelled."""
        from vsdesigner.ui.importing.review_dialog import ReviewDialog

        title = tr("Put both versions of “{name}” together").format(name=name)
        dialog = ReviewDialog(parent, *versions, title)
        agreed: list[Snapshot] = []
        dialog.agreed.connect(lambda outcome, _count: agreed.append(outcome))
        dialog.exec()
        return agreed[0] if agreed else None

    def open_repaired(self, parent: QWidget | None, name: str, problems: Sequence[str]) -> bool:
        """Show what had to be repaired in a file and ask whether to open it like that."""
        from vsdesigner.ui.dialogs.list_dialog import ListDialog

        dialog = ListDialog(
            parent,
            title=tr("Open"),
            headline=tr("“{name}” has faults that can be repaired.").format(name=name),
            text=tr("The file itself stays as it is until you save. This is what would be changed:"),
            lines=problems,
            accept=tr("Open Repaired"),
            reject=tr("Cancel"),
        )
        return dialog.ask()

    def crashed(self, parent: QWidget | None, offers: Sequence[CrashOffer]) -> list[Crashed]:
        """Ask what becomes of each piece of work that an ended run left behind."""
        from vsdesigner.ui.dialogs.recovery_dialog import RecoveryDialog

        return RecoveryDialog(offers, parent).ask()

    # -- telling ----------------------------------------------------------------------------------------
    def error(self, parent: QWidget | None, headline: str, text: str, details: Sequence[str] = ()) -> None:
        """Tell what went wrong, what is safe and what to do, with a list of details below."""
        from vsdesigner.ui.dialogs.list_dialog import ListDialog

        dialog = ListDialog(
            parent, title=tr("VS Designer"), headline=headline, text=text, lines=details, reject=tr("Close")
        )
        dialog.ask()


def _path_to_write(parent: QWidget, title: str, suggestion: Path, types: str, suffix: str) -> Path | None:
    # A dialog object instead of the static call: only it adds the suffix before it asks about overwriting.
    dialog = QFileDialog(parent, title, str(suggestion.parent), types)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(suffix.removeprefix("."))
    dialog.filterSelected.connect(
        lambda chosen: dialog.setDefaultSuffix("json" if "*.json" in chosen else suffix.removeprefix("."))
    )
    dialog.selectFile(suggestion.name)
    if suggestion.suffix.lower() == ".json":
        dialog.selectNameFilter(tr("Value streams as JSON (*.json)"))
    chosen = dialog.selectedFiles() if dialog.exec() == QFileDialog.DialogCode.Accepted else []
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None


def _ask(
    parent: QWidget | None,
    title: str,
    question: str,
    explanation: str,
    choices: Sequence[tuple[Answer, str, ButtonRole]],
) -> Answer:
    """Show a message box; the first choice is the default, the last one what Esc means."""
    box = PlainMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(title)
    box.setText(question)
    box.setInformativeText(explanation)
    buttons: list[QPushButton] = [box.addButton(menu_text(text), role) for _, text, role in choices]
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(buttons[-1])
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    answers = [choice[0] for choice in choices]
    return answers[buttons.index(clicked)] if clicked in buttons else answers[-1]
