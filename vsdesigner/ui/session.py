"""What all parts of a window share: the document, its undo stack, the shown stream and the selection."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from vsdesigner.analysis.lens import Lens, Sight, exists, seen_through
from vsdesigner.analysis.problems import Problems
from vsdesigner.commands.streams import new_document
from vsdesigner.document.behaviors import complete
from vsdesigner.document.change import Change
from vsdesigner.document.document import Document
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Record, Stream, StreamMember
from vsdesigner.ui.history import ChangeCommand, Spot
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.kept_flags import Flags, PassingFlags

UNDO_LIMIT = 1_000


class TakeBack:
    """Takes the last step back, unless another one was made or taken back since this was made."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._place = session.history.index()

    @property
    def holds(self) -> bool:
        """Whether it would still take back the step that it is about."""
        return self._session.history.index() == self._place

    def __call__(self) -> None:
        if self.holds:
            self._session.undo()


class Session(QObject):
    """One open document in one window. Regions know the session, never each other.

    All changes go through `edit`; all reading through `now`.
    """

    #: A `Change` became a fact (by edit, undo or redo).
    changed = Signal(object)
    #: An edit was made, which undo and redo are not: its label.
    edited = Signal(str)
    #: Another document stands here now: forget everything, read `now`.
    replaced = Signal()
    #: `selection` is another one.
    selection_changed = Signal()
    #: `stream` is another one.
    stream_changed = Signal()
    #: `problems` say something else about these records (ids).
    problems_changed = Signal(object)
    #: `lens` is another one, or none.
    lens_changed = Signal()
    #: Editors with uncommitted text commit it now (before saving, exporting, closing, switching).
    committing = Signal()
    #: Bring these records (ids) into view.
    reveal_requested = Signal(object)
    #: These ids are to be well inside what is seen; comes after `reveal_requested`.
    amid_requested = Signal(object)
    #: Undo or redo made this change: have it in view, best as one looked (what `outlook` answered) before.
    return_requested = Signal(object, object)
    #: Show this part of the stream (what `outlook` answered) at this scale.
    outlook_requested = Signal(object)
    #: Show the record (id) and put the cursor into one of its fields (name; empty for the first).
    field_requested = Signal(str, str)
    #: List the problems and stand on the first about a record (id).
    problems_requested = Signal(str)
    #: Start editing the name of a record (id) where it is drawn.
    rename_requested = Signal(str)
    #: Choose a picture that comes to the place which this function finds for its size.
    picture_wanted = Signal(object)
    #: A picture file (path) was dropped; it comes to the place which this function finds for its size.
    picture_dropped = Signal(object, object)
    #: Start naming a record (id) that was just made; the name joins the edit with this merge key.
    name_requested = Signal(str, object)
    #: Show the stream in the view of this id ("lanes", "tables", "raci").
    view_requested = Signal(str)
    #: Show the role of this id where roles get their letters.
    role_requested = Signal(str)
    #: Say a sentence quietly, in the status line.
    said = Signal(str)
    #: Show in the status line what the keys do now, until an empty text ends it.
    hinted = Signal(str)
    #: Tell the user something: text, label of an action or "", what the action does or None.
    told = Signal(str, str, object)

    def __init__(self, snapshot: Snapshot | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = Document(snapshot if snapshot is not None else new_document())
        self.history = QUndoStack(self)
        self.history.setUndoLimit(UNDO_LIMIT)
        self._selection: tuple[str, ...] = ()
        self._stream = self.now.streams[0].id
        self._editing = False
        self._lens: Lens | None = None
        self._sight: tuple[Snapshot, str, Lens, Sight] | None = None
        #: What is known to be wrong with the document; a little behind while somebody works.
        self.problems: Problems = Problems()
        #: What one looks at now, as the view remembers it; undo comes back to it.
        self.outlook: Callable[[], object] = lambda: None
        #: The part of the stream (x, y, width, height in scene px) that is in view; None where none is drawn.
        self.area: Callable[[], tuple[float, float, float, float] | None] = lambda: None
        #: Switches that the window keeps from one run to the next.
        self.flags: Flags = PassingFlags()
        # Whoever edits selects afterwards what was made: that belongs to the step.
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._settle)
        self.document.subscribe(self._on_change)

    # -- reading ----------------------------------------------------------------------------------------
    @property
    def now(self) -> Snapshot:
        """The document as it stands."""
        return self.document.now

    @property
    def stream(self) -> str:
        """Id of the stream that is shown."""
        return self._stream

    @property
    def selection(self) -> tuple[str, ...]:
        """Ids of the selected members of the shown stream, in the order they were selected."""
        return self._selection

    @property
    def selected(self) -> tuple[Record, ...]:
        """The selected records."""
        found = (self.now.find(id) for id in self._selection)
        return tuple(record for record in found if record is not None)

    @property
    def lens(self) -> Lens | None:
        """What is followed through the stream, in all views and while presenting; None for nothing."""
        return self._lens

    @property
    def sight(self) -> Sight | None:
        """What the lens shows of the shown stream as it stands; None without a lens."""
        lens, now = self._lens, self.now
        if lens is None:
            return None
        known = self._sight
        if known is None or known[0] is not now or known[1:3] != (self._stream, lens):
            known = self._sight = (now, self._stream, lens, seen_through(now, self._stream, lens))
        return known[3]

    # -- changing ---------------------------------------------------------------------------------------
    @contextmanager
    def edit(self, label: str, merge_key: Hashable | None = None) -> Iterator[Draft]:
        """Collect changes in a draft; leaving the block makes them one undo step, or none at all.

        `label` is a verb with its object, translated ('Rename "Triage"'). Edits in a row with the same
        `merge_key` become one step. An exception inside leaves the document as it was and is passed on.
        Edits do not nest: the inner one raises RuntimeError.
        """
        if self._editing:
            raise RuntimeError("an edit is under way already")
        self._settle()
        self._editing = True
        try:
            draft = Draft(self.now)
            yield draft
            change = complete(draft).to_change(label)
        finally:
            self._editing = False
        self._make(change, merge_key)

    def become(self, snapshot: Snapshot, label: str) -> None:
        """Make another state of the same document the case, exactly as it is, as one step that can be
        undone; what one looks at stays."""
        from vsdesigner.document.merging import become  # late: seldom needed

        self._settle()
        draft = Draft(self.now)
        become(draft, snapshot)
        self._make(draft.to_change(label), None)

    def _make(self, change: Change, merge_key: Hashable | None) -> None:
        if change:
            before, outlook = (self._stream, self._selection), self.outlook()
            self.document.apply(change)
            self.history.push(ChangeCommand(self.document, change, self._restore, before, merge_key, outlook))
            self._settling.start()
            self.edited.emit(change.label)

    def undo(self) -> None:
        """Take back the last step, after committing what is being typed."""
        self.committing.emit()
        self._settle()
        if self.history.canUndo():
            self.history.undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.committing.emit()
        if self.history.canRedo():
            self.history.redo()

    def take_back(self, merge_key: Hashable) -> bool:
        """Undo the last step and forget it, if it was made under this key; False when it was not."""
        last = self.history.command(self.history.index() - 1) if self.history.canUndo() else None
        if not isinstance(last, ChangeCommand) or last.merge_key != merge_key or self.history.canRedo():
            return False
        last.passing = True
        self.history.undo()
        return True

    def replace(self, snapshot: Snapshot) -> None:
        """Show another document; undo and selection start afresh."""
        self.document.replace(snapshot)
        self._selection = ()
        self._stream = snapshot.streams[0].id
        self.look_through(None)
        self.history.clear()  # last: whoever hears of it asks what is shown
        self.replaced.emit()
        self.show_problems(Problems())  # what is known is about another document
        self.stream_changed.emit()
        self.selection_changed.emit()

    # -- pointing ---------------------------------------------------------------------------------------
    def select(self, ids: Iterable[str]) -> None:
        """Select members of the shown stream; others and unknown ids are left out."""
        wanted = tuple(dict.fromkeys(id for id in ids if self._is_shown(id)))
        if wanted != self._selection:
            self._selection = wanted
            self.selection_changed.emit()

    def toggle(self, id: str) -> None:
        """Add a member to the selection or take it out."""
        if id in self._selection:
            self.select(other for other in self._selection if other != id)
        else:
            self.select((*self._selection, id))

    def show_stream(self, stream: str) -> None:
        """Show another stream of the document; the selection is cleared."""
        self.now.get(stream, Stream)
        if stream != self._stream:
            self.committing.emit()
            self._settle(unless_made=stream)
            self._stream = stream
            self._selection = ()
            self.stream_changed.emit()
            self.selection_changed.emit()

    def reveal(self, ids: Iterable[str], *, amid: bool = False) -> None:
        """Select records, switching to their stream where needed, and bring them into view.

        `amid` has them well inside the view, not at its edge, for somebody who comes from elsewhere.
        """
        wanted = tuple(ids)
        for id in wanted:
            record = self.now.find(id)
            if isinstance(record, StreamMember):
                self.show_stream(record.stream)
                break
        self.select(wanted)
        self.reveal_requested.emit(self._selection)
        if amid:
            self.amid_requested.emit(self._selection)

    def look_through(self, lens: Lens | None) -> None:
        """Follow something through the stream, or nothing any more; what the document lacks is nothing."""
        if lens is not None and not exists(self.now, lens):
            lens = None
        if lens != self._lens:
            self._lens, self._sight = lens, None
            self.lens_changed.emit()

    def show_problems(self, problems: Problems) -> None:
        """Take notice of what is wrong with the document now."""
        differing = problems.differing(self.problems)
        heard = not differing and problems.profile == self.problems.profile
        self.problems = problems
        if not heard:
            self.problems_changed.emit(differing)

    def tell(self, text: str, action: str = "", do: object = None) -> None:
        """Tell the user something that is not visible where they look, perhaps with a way to act on it."""
        self.told.emit(text, action, do)

    def tell_with_undo(self, text: str) -> None:
        """Tell the user what the last step did, with a way to take it back as long as it is the last one."""
        self.told.emit(text, tr("Undo"), TakeBack(self))

    # -- inside -----------------------------------------------------------------------------------------
    def _is_shown(self, id: str) -> bool:
        record = self.now.find(id)
        return isinstance(record, StreamMember) and record.stream == self._stream

    def _on_change(self, change: Change) -> None:
        if self._stream not in self.now:
            self._stream = self.now.streams[0].id
            self._selection = ()  # before anybody asks: what was selected went with the stream
            self.changed.emit(change)
            self.stream_changed.emit()
            self.selection_changed.emit()
        else:
            self.changed.emit(change)
        self.select(self._selection)
        self.look_through(self._lens)  # unless what it followed has gone

    def _settle(self, *, unless_made: str = "") -> None:
        """Remember where one stands after the last edit: redo leads back there.

        Not yet when the edit made `unless_made`, a stream that is about to be shown.
        """
        last = self.history.command(self.history.index() - 1) if self.history.canUndo() else None
        if isinstance(last, ChangeCommand) and last.after is None and unless_made not in last.change.added:
            last.after = (self._stream, self._selection)

    def _restore(self, spot: Spot, change: Change, outlook: object) -> None:
        """Stand where one stood before an edit (or, after redo, behind it) and see what it changed."""
        stream, selection = spot
        if stream in self.now:
            self.show_stream(stream)
        self.select(selection)
        self.return_requested.emit(change, outlook)
