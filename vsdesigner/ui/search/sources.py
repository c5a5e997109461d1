"""Where the command palette looks: the commands, this window's document, and those of the other windows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.records import Lane, Step
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.search import commands, going, things
from vsdesigner.ui.search.matching import MOST, Entry, Index, Match

if TYPE_CHECKING:
    from vsdesigner.ui.search.search import SearchDesk

COMMANDS_ONLY, THINGS_ONLY = ">", "@"
_OTHER_WINDOW = 0.4  # what is open in another window ranks behind what is here
_RECENT_KEPT = 12
_RECENT_SHOWN = 6
_SHOWN_AT_FIRST = 14
_SETTING = "search/recent_commands"
_ONE_LINE = str.maketrans(
    "\n\t", "  "
)  # each sign stays where it is, the letters that fit are known by place


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the palette with all that is painted of it; `run` is what choosing it does."""

    text: str
    detail: str
    kind: str
    keys: tuple[str, ...]
    glyph: str
    badge: tuple[str, str] | None  # number and base colour of a step
    spots: tuple[int, ...]
    possible: bool
    run: Callable[[], None]

    @property
    def spoken(self) -> str:
        """The line for a screen reader."""
        return ", ".join(part for part in (self.text, self.detail, self.kind, "+".join(self.keys)) if part)


class _Source:
    """The things of one window's document, searched afresh when it changed."""

    def __init__(self, desk: SearchDesk) -> None:
        self.desk = desk
        self._state: tuple[Snapshot, str, str] | None = None
        self._index = Index(())

    def index(self, where: str) -> Index:
        session = self.desk.session
        state = self._state
        if state is None or state[0] is not session.now or state[1:] != (session.stream, where):
            self._state = (session.now, session.stream, where)
            self._index = Index(things.entries(session.now, session.stream, where))
        return self._index


class Sources:
    """Answers what was typed with rows, the best first."""

    def __init__(self, desk: SearchDesk, window: QWidget) -> None:
        self._desk = desk
        self._window = window
        self._commands = Index(())
        self._here = _Source(desk)
        self._others: list[_Source] = []
        self._recent_things: list[str] = []

    def refresh(self) -> None:
        """Take over which commands are possible now, and which windows there are; quick."""
        self._commands = Index(commands.entries(self._desk))
        self._commands.prepare()
        kept = {id(source.desk): source for source in self._others}
        self._others = [kept.get(id(desk)) or _Source(desk) for desk in other_desks(self._desk)]

    def prepare(self) -> Iterator[None]:
        """Read the documents piece by piece, so that the first key stroke need not wait for it."""
        for source, where in self._sources():
            index = source.index(where)
            yield
            index.prepare()
            yield

    def forget_windows(self) -> None:
        """Let go of the other windows and their documents."""
        self._others = []

    # -- rows -------------------------------------------------------------------------------------------
    def rows(self, typed: str) -> list[Row]:
        """Return the lines for what was typed; without any, what was used last and what is useful."""
        words = typed.strip()
        only = words[:1] if words[:1] in (COMMANDS_ONLY, THINGS_ONLY) else ""
        words = words[len(only) :].strip()
        if not words:
            return self._things_at_first() if only == THINGS_ONLY else self._commands_at_first(bool(only))
        recent = {key: place for place, key in enumerate(self._recent())}
        found: list[tuple[float, int, Match, _Source | None]] = []
        if only != THINGS_ONLY:
            found += [(match.score, 0, match, None) for match in self._commands.find(words, recent)]
        if only != COMMANDS_ONLY:
            for number, (source, index) in enumerate(self._indexes(), start=1):
                farther = _OTHER_WINDOW if number > 1 else 0.0
                found += [(m.score + farther, number, m, source) for m in index.find(words, recent)]
        found.sort(key=lambda item: item[:2])
        rows = [self._row(match, source) for _, _, match, source in found[:MOST]]
        return [*rows, self._find_row(words)] if only != COMMANDS_ONLY else rows

    def remember(self, key: str, *, command: bool) -> None:
        """Something was chosen: it comes first the next time."""
        if command:
            kept = [key, *(other for other in self._recent_commands() if other != key)]
            self._desk.program.settings.set_text(_SETTING, ",".join(kept[:_RECENT_KEPT]))
        else:
            rest = [other for other in self._recent_things if other != key]
            self._recent_things = [key, *rest][:_RECENT_KEPT]

    def _recent_commands(self) -> list[str]:
        return self._desk.program.settings.text(_SETTING).split(",")[:_RECENT_KEPT]

    def _recent(self) -> list[str]:
        return [*self._recent_things, *self._recent_commands()]

    def _indexes(self) -> list[tuple[_Source, Index]]:
        return [(source, source.index(where)) for source, where in self._sources()]

    def _sources(self) -> list[tuple[_Source, str]]:
        """All documents, this window's first, and what the others are called."""
        return [(self._here, ""), *((other, other.desk.files.file.name) for other in self._others)]

    def _commands_at_first(self, every: bool) -> list[Row]:
        keys = [*self._recent_commands()[:_RECENT_SHOWN], *commands.USEFUL]
        known = self._commands.by_key
        listed = [self._commands.entries[known[key]] for key in dict.fromkeys(keys) if key in known]
        chosen = [entry for entry in listed if entry.possible][:_SHOWN_AT_FIRST]
        if every:
            have = {entry.key for entry in chosen}
            rest = [entry for entry in self._commands.entries if entry.key not in have]
            chosen += sorted(rest, key=lambda entry: not entry.possible)
        return [self._row(Match(entry, 0.0), None) for entry in chosen]

    def _things_at_first(self) -> list[Row]:
        index = self._here.index("")
        recent = [index.entries[index.by_key[key]] for key in self._recent_things if key in index.by_key]
        listed = dict.fromkeys((*recent, *index.entries[:MOST]))
        return [self._row(Match(entry, 0.0), self._here) for entry in list(listed)[:MOST]]

    # -- one row ----------------------------------------------------------------------------------------
    def _row(self, match: Match, source: _Source | None) -> Row:
        entry = match.entry
        if source is None:
            return Row(
                entry.text,
                entry.detail,
                "",
                commands.keys_of(entry.key),
                commands.glyph_of(entry.key),
                None,
                match.spots,
                entry.possible,
                lambda: self._run_command(entry),
            )
        kind = things.parts_of(entry.key)[0]
        return Row(
            entry.text.translate(_ONE_LINE),
            entry.detail,
            entry.kind,
            (),
            things.GLYPHS[kind],
            _badge(source.desk.session.now, entry.key),
            match.spots,
            True,
            lambda: self._go(entry, source),
        )

    def _find_row(self, words: str) -> Row:
        text = tr("Find “{words}” in all text").format(words=words if len(words) <= 40 else words[:39] + "…")
        keys = commands.keys_of("edit.find")
        return Row(text, "", "", keys, "find", None, (), True, lambda: self._desk.search.find(words))

    def _run_command(self, entry: Entry) -> None:
        if not entry.possible:
            self._desk.show_message(tr("“{command}” is not possible now.").format(command=entry.text))
            return
        self.remember(entry.key, command=True)
        commands.run(self._desk, self._window, entry.key)

    def _go(self, entry: Entry, source: _Source) -> None:
        if source is self._here:
            self.remember(entry.key, command=False)
        else:
            bring_to_front(source.desk)
        going.go_to_thing(source.desk, entry.key)


def _badge(view: Snapshot, key: str) -> tuple[str, str] | None:
    """Number and colour of a step."""
    kind, *ids = things.parts_of(key)
    step = view.find(ids[0]) if kind == things.STEP else None
    if not isinstance(step, Step):
        return None
    lane = view.find(step.lane)
    return str(view.number(step.id)), lane.color if isinstance(lane, Lane) else ""


def other_desks(desk: SearchDesk) -> list[SearchDesk]:
    """Return the other windows of the program."""
    windows = [cast("SearchDesk", window) for window in desk.program.windows]
    return [window for window in windows if window is not desk]


def bring_to_front(desk: SearchDesk) -> None:
    """Show a window above the others and give it the keyboard, also when it was minimised."""
    window = cast(QWidget, desk)
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
