"""The whole editor under random verbs: undo is exact, nothing dangles, layout and file follow."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtWidgets import QApplication

from tests.property import verbs
from vsdesigner.document.change import Change
from vsdesigner.document.references import dangling, missing_terminals
from vsdesigner.layout.measure import ApproximateMeasurer
from vsdesigner.layout.stream_layout import StreamLayout
from vsdesigner.model import ids
from vsdesigner.storage import documents
from vsdesigner.storage.json_format import decode, encode
from vsdesigner.ui.session import Session


class Editor(RuleBasedStateMachine):
    """A session with its layout, driven by verbs, undo, redo, save and load."""

    effective: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        ids._random = random.Random(1)  # the same ids in every run: Hypothesis repeats what it draws
        self.session = Session()
        self.start = encode(self.session.now)
        self.layout = self._fresh_layout()
        self.last = self.session.stream
        self.session.changed.connect(self._follow)

    def teardown(self) -> None:
        """Whatever happened, undoing all gives the first bytes and redoing it all the last ones."""
        end = encode(self.session.now)
        history = self.session.history
        index = history.index()
        while history.canUndo():
            self.session.undo()
        assert encode(self.session.now) == self.start
        while history.index() < index:
            self.session.redo()
        assert encode(self.session.now) == end

    def _fresh_layout(self) -> StreamLayout:
        return StreamLayout(self.session.now, self.session.stream, ApproximateMeasurer())

    def _follow(self, change: Change) -> None:
        if self.layout.stream in self.session.now:
            self.layout.apply(change, self.session.now)
        else:
            self.layout = self._fresh_layout()

    @initialize()
    def some_steps(self) -> None:
        with self.session.edit("Start") as draft:
            demand = draft.view.terminals(self.session.stream)[0].id
            for lane in ("engage", "plan", "improve"):
                demand = verbs.steps.append(draft, demand, lane, lane)

    @rule(verb=st.sampled_from(list(verbs.VERBS)), data=st.data())
    def use(self, verb: verbs.Verb, data: st.DataObject) -> None:
        now, stream = self.session.now, self.session.stream
        if (verb in verbs.NEEDS_STEP and not now.steps(stream)) or (
            verb in verbs.NEEDS_FLOW and not now.flows(stream)
        ):
            return
        if verb in verbs.NEEDS_ROLE and not now.roles:
            return
        before = encode(now)
        count = self.session.history.index()
        with self.session.edit(verb.__name__) as draft:
            verb(draft, stream, data)
        after = encode(self.session.now)
        assert (after == before) == (self.session.history.index() == count)
        if after != before:
            Editor.effective[verb.__name__] += 1
            self.session.undo()
            assert encode(self.session.now) == before
            self.session.redo()
            assert encode(self.session.now) == after

    @rule()
    def undo(self) -> None:
        self.session.undo()

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @rule(data=st.data())
    def fail_in_the_middle(self, data: st.DataObject) -> None:
        before = self.session.now
        with pytest.raises(ZeroDivisionError), self.session.edit("Fail") as draft:
            verbs.add_step(draft, self.session.stream, data)
            raise ZeroDivisionError
        assert self.session.now is before

    @precondition(lambda self: len(self.session.now.streams) > 1)
    @rule(data=st.data())
    def show_another_stream(self, data: st.DataObject) -> None:
        self.session.show_stream(data.draw(st.sampled_from(self.session.now.streams)).id)
        self.layout = self._fresh_layout()

    @rule()
    def save_and_load(self) -> None:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "stream.vstream"
            documents.save(path, self.session.now, Path(folder) / "backups")
            loaded = documents.read(path)
            assert not loaded.problems
            assert loaded.snapshot == self.session.now
            assert path.read_bytes() == encode(loaded.snapshot)

    @invariant()
    def nothing_dangles(self) -> None:
        now = self.session.now
        assert not dangling(now)
        assert not missing_terminals(now)
        lanes = {lane.id for lane in now.lanes}
        for stream in now.streams:
            steps = now.steps(stream.id)
            assert all(step.lane in lanes for step in steps)
            assert [step.order for step in steps] == list(range(len(steps)))
        assert all(id in now for id in self.session.selection)

    @invariant()
    def layout_follows(self) -> None:
        if self.layout.stream != self.session.stream:
            self.layout = self._fresh_layout()
        fresh = self._fresh_layout()
        assert self.layout.lanes == fresh.lanes
        assert self.layout.phases == fresh.phases
        assert self.layout.cards == fresh.cards
        assert dict(self.layout.routes) == dict(fresh.routes)
        for step in self.session.now.steps(self.session.stream):
            band, rect = fresh.band(step.lane), fresh.cards[step.id].rect
            assert band.top <= rect.y
            assert rect.bottom <= band.bottom

    @invariant()
    def the_file_is_a_fixed_point(self) -> None:
        content = encode(self.session.now)
        assert encode(decode(content, "x").snapshot) == content


@pytest.fixture(autouse=True)
def surroundings(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """An application object, as in the program; the ids' source is put back afterwards."""
    monkeypatch.setattr(ids, "_random", ids._random)


def campaign(examples: int, steps: int, least: int) -> None:
    """Run the machine; fails as well when fewer than `least` verbs changed something."""
    Editor.effective.clear()
    run_state_machine_as_test(
        Editor, settings=settings(max_examples=examples, stateful_step_count=steps, deadline=None)
    )
    total = Editor.effective.total()
    print(f"{total} verbs changed a document: {dict(Editor.effective)}")
    assert total >= least


def test_editor() -> None:
    campaign(examples=240, steps=50, least=600)


@pytest.mark.long
@pytest.mark.timeout(3_600)
def test_editor_long() -> None:
    campaign(examples=2_000, steps=60, least=6_000)


@pytest.mark.parametrize("verb", verbs.VERBS, ids=lambda verb: verb.__name__)
def test_each_verb_changes_something(verb: verbs.Verb) -> None:
    """The machine reaches the verbs by luck; here each has its turn, and undo is exact."""
    changed: list[bool] = []

    @settings(max_examples=12)
    @given(data=st.data())
    def use(data: st.DataObject) -> None:
        editor = Editor()
        editor.some_steps()
        with editor.session.edit("Prepare") as draft:
            verbs.roles.add_role(draft, "Client")
            verbs.streams.add(draft, "Another")
        before = editor.session.history.index()
        Editor.use.hypothesis_stateful_rule.function(editor, verb, data)
        changed.append(editor.session.history.index() > before)
        editor.teardown()

    use()
    assert any(changed)


def test_every_verb_takes_part() -> None:
    """A verb that is added to `commands` has to join the machine."""
    exercised = {function for functions in verbs.VERBS.values() for function in functions}
    assert verbs.public_verbs() == exercised
