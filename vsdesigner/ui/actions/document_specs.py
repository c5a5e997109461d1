"""The actions on the document, what is in it, and its file."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence

from vsdesigner.ui.actions import handlers, rules
from vsdesigner.ui.actions.spec import ActionSpec, Scope

Standard = QKeySequence.StandardKey

FILE = (
    ActionSpec(
        "file.new",
        "&New",
        "Start a new document with an empty value stream.",
        handlers.new_document,
        (Standard.New,),
        "new",
    ),
    ActionSpec(
        "file.new_from",
        "New from &Template…",
        "Choose a template or an example to begin with.",
        handlers.new_from_template,
        ("Ctrl+Alt+N",),
    ),
    ActionSpec(
        "file.welcome",
        "&Welcome Page",
        "See the templates, the examples and the files opened last.",
        handlers.show_welcome_page,
    ),
    ActionSpec(
        "file.open",
        "&Open…",
        "Open a document from a file.",
        handlers.open_document,
        (Standard.Open,),
        "open",
    ),
    ActionSpec(
        "file.save",
        "&Save",
        "Save the document to its file.",
        handlers.save_document,
        (Standard.Save,),
        "save",
    ),
    ActionSpec(
        "file.save_as",
        "Save &As…",
        "Save the document under another name and go on with that one.",
        handlers.save_document_as,
        ("Ctrl+Shift+S",),
        "save_as",
    ),
    ActionSpec(
        "file.save_all",
        "Sa&ve All",
        "Save the documents of all windows that have changed.",
        handlers.save_all,
        ("Ctrl+Alt+S",),
    ),
    ActionSpec(
        "file.reopen",
        "Reopen Close&d",
        "Open the document again whose window was closed last.",
        handlers.reopen_closed,
        ("Ctrl+Shift+T",),
        can=rules.can_reopen,
    ),
    ActionSpec(
        "file.export",
        "&Export Again",
        "Export again as last time: same format, options and file. The first time it asks for them.",
        handlers.export_again,
        ("Ctrl+E",),
        "export",
        can=rules.nothing_exporting,
    ),
    ActionSpec(
        "file.export_as",
        "E&xport…",
        "Hand the stream over as a workbook, slides, a picture, a page: choose the format and see it.",
        handlers.export_as,
        ("Ctrl+Shift+E",),
        can=rules.nothing_exporting,
    ),
    ActionSpec(
        "file.close",
        "&Close Window",
        "Close this window and its document.",
        handlers.close_window,
        (Standard.Close, "Ctrl+W"),
        "close",
    ),
    ActionSpec(
        "file.quit",
        "&Quit",
        "Close all windows and end the program.",
        handlers.quit_program,
        ("Ctrl+Q",),
        role=QAction.MenuRole.QuitRole,
    ),
)

EDIT = (
    ActionSpec(
        "edit.undo",
        "&Undo",
        "Take back the last step.",
        handlers.undo,
        (Standard.Undo,),
        "undo",
        can=rules.can_undo,
    ),
    ActionSpec(
        "edit.redo",
        "&Redo",
        "Do again what was taken back last.",
        handlers.redo,
        (Standard.Redo, "Ctrl+Y", "Ctrl+Shift+Z"),
        "redo",
        can=rules.can_redo,
    ),
    ActionSpec(
        "edit.delete",
        "&Delete",
        "Delete what is selected; the neighbours of a deleted step stay connected.",
        handlers.delete_selected,
        ("Del", "Backspace"),
        "delete",
        can=rules.can_delete,
        scope=Scope.STREAM,
    ),
    ActionSpec(
        "edit.delete_leaving_gap",
        "Delete and Leave a &Gap",
        "Delete what is selected with its flows, without connecting the neighbours.",
        handlers.delete_selected_leaving_gap,
        ("Shift+Del",),
        can=rules.can_delete,
        scope=Scope.STREAM,
    ),
    ActionSpec(
        "edit.rename",
        "Re&name",
        "Edit the name of the selected step, or the label of the selected flow, in its place.",
        handlers.rename_selected,
        ("F2",),
        "rename",
        can=rules.can_rename,
    ),
    ActionSpec(
        "edit.select_all",
        "Select &All",
        "Select everything in this stream.",
        handlers.select_all,
        (Standard.SelectAll,),
        "select_all",
        scope=Scope.STREAM,
    ),
    ActionSpec(
        "edit.inspect",
        "Edit in &Inspector",
        "Go to the inspector and edit what is selected, or the use case when nothing is.",
        handlers.edit_in_inspector,
        ("Alt+Return", "Alt+Enter"),
        "inspector",
    ),
)

STREAM = (
    ActionSpec(
        "stream.new",
        "&New Stream",
        "Add an empty value stream to this document.",
        handlers.new_stream,
        ("Ctrl+Shift+N",),
        "add",
    ),
    ActionSpec(
        "stream.rename",
        "&Rename Stream",
        "Edit the name of this stream on its tab.",
        handlers.rename_stream,
        icon="rename",
    ),
    ActionSpec(
        "stream.delete",
        "&Delete Stream",
        "Remove this stream with all its steps from the document.",
        handlers.delete_stream,
        icon="delete",
    ),
    ActionSpec(
        "stream.move_left",
        "Move Stream L&eft",
        "Put this stream one place further to the left among the tabs.",
        handlers.move_stream_left,
        can=rules.can_move_stream_left,
    ),
    ActionSpec(
        "stream.move_right",
        "Move Stream Ri&ght",
        "Put this stream one place further to the right among the tabs.",
        handlers.move_stream_right,
        can=rules.can_move_stream_right,
    ),
    ActionSpec(
        "stream.previous",
        "Pre&vious Stream",
        "Show the stream on the tab before this one.",
        handlers.show_previous_stream,
        ("Ctrl+PgUp",),
        "previous",
        can=rules.has_several_streams,
    ),
    ActionSpec(
        "stream.next",
        "Ne&xt Stream",
        "Show the stream on the next tab.",
        handlers.show_next_stream,
        ("Ctrl+PgDown",),
        "next",
        can=rules.has_several_streams,
    ),
)
