"""Long work in threads."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from vsdesigner.ui import faults, tasks
from vsdesigner.ui.tasks import IsCancelled, Progress, ProgressBanner


@pytest.fixture(autouse=True)
def nothing_runs_on(qapp: QApplication) -> Iterator[None]:
    yield
    assert tasks.wait_all(2)
    QCoreApplication.processEvents()
    assert tasks.board().running == []
    assert QApplication.overrideCursor() is None


def never(*_args: object) -> None:
    raise AssertionError("this answer must not come")


def until_cancelled(progress: Progress, is_cancelled: IsCancelled) -> str:
    """Work that has no end of its own."""
    while not is_cancelled():
        progress(0.25)
        time.sleep(0.005)
    return "stopped"


def test_the_result_comes_in_the_gui_thread(qtbot: QtBot) -> None:
    answers: list[tuple[str, threading.Thread]] = []
    workers: list[threading.Thread] = []

    def work(_progress: Progress, _is_cancelled: IsCancelled) -> str:
        workers.append(threading.current_thread())
        return "result"

    tasks.run(work, lambda result: answers.append((result, threading.current_thread())), never)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [("result", threading.main_thread())]
    assert workers[0] is not threading.main_thread()


def test_an_error_comes_instead(qtbot: QtBot) -> None:
    errors: list[Exception] = []

    def work(_progress: Progress, _is_cancelled: IsCancelled) -> None:
        raise OSError("disk full")

    tasks.run(work, never, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "disk full"


def test_an_error_nobody_expects_is_a_fault(qtbot: QtBot) -> None:
    with faults.collected() as found:
        tasks.run(lambda _progress, _is_cancelled: [][1], never)
        qtbot.waitUntil(lambda: bool(found))
    assert found[0].kind == "IndexError"


def test_an_answer_that_fails_is_a_fault(qtbot: QtBot) -> None:
    with faults.collected() as found:
        tasks.run(lambda _progress, _is_cancelled: 1, lambda _result: never())
        qtbot.waitUntil(lambda: bool(found))
    assert found[0].kind == "AssertionError"


def test_progress_is_passed_on_and_kept_in_bounds(qtbot: QtBot) -> None:
    shares: list[float] = []
    done: list[None] = []

    def work(progress: Progress, _is_cancelled: IsCancelled) -> None:
        for share in (-3.0, 0.5, 99.0):
            progress(share)
            time.sleep(2 * tasks.PROGRESS_PAUSE)

    tasks.run(work, done.append, never, shares.append)
    qtbot.waitUntil(lambda: bool(done))
    assert shares == [0.0, 0.5, 1.0]


def test_a_flood_of_progress_does_not_reach_the_window(qtbot: QtBot) -> None:
    shares: list[float] = []
    done: list[None] = []

    def work(progress: Progress, _is_cancelled: IsCancelled) -> None:
        for number in range(100_000):
            progress(number / 100_000)

    tasks.run(work, done.append, never, shares.append)
    qtbot.waitUntil(lambda: bool(done))
    assert 1 <= len(shares) < 200


@pytest.mark.parametrize("raises", [False, True])
def test_cancel_gives_no_other_answer(qtbot: QtBot, raises: bool) -> None:
    cancelled: list[str] = []

    def work(progress: Progress, is_cancelled: IsCancelled) -> None:
        until_cancelled(progress, is_cancelled)
        if raises:
            raise RuntimeError("stopped in the middle")

    task = tasks.run(work, never, never, on_cancel=lambda: cancelled.append("cancelled"))
    task.cancel()
    qtbot.waitUntil(lambda: bool(cancelled))
    assert cancelled == ["cancelled"]


def test_waiting_ends_everything_without_answers(qapp: QApplication) -> None:
    running = [tasks.run(until_cancelled, never, never, never) for _ in range(3)]
    assert tasks.wait_all(2)
    QCoreApplication.processEvents()
    assert not any(task.thread_of_work.is_alive() for task in running)


def test_the_end_of_the_program_ends_the_work(qapp: QApplication) -> None:
    task = tasks.run(until_cancelled, never, never)
    qapp.aboutToQuit.emit()
    assert not task.thread_of_work.is_alive()


def test_waiting_is_bounded(qapp: QApplication) -> None:
    stop = threading.Event()
    task = tasks.run(lambda _progress, _is_cancelled: stop.wait(10), never, never)
    started = time.monotonic()
    assert tasks.wait_all(0.1) is False
    assert time.monotonic() - started < 1.0
    stop.set()
    task.thread_of_work.join(2)


def test_conv_52_the_cursor_tells_of_waiting(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "BUSY_CURSOR_MS", 20)
    done: list[str] = []
    task = tasks.run(until_cancelled, never, on_cancel=lambda: done.append("done"))
    assert QApplication.overrideCursor() is None, "short work shows nothing"
    qtbot.waitUntil(lambda: QApplication.overrideCursor() is not None)
    cursor = QApplication.overrideCursor()
    assert cursor is not None
    assert cursor.shape() == Qt.CursorShape.BusyCursor
    task.cancel()
    qtbot.waitUntil(lambda: bool(done))
    assert QApplication.overrideCursor() is None


@pytest.fixture
def banner(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[ProgressBanner]:
    """A banner in a window, in a hurry."""
    monkeypatch.setattr(tasks, "BANNER_MS", 20)
    window = QMainWindow()
    qtbot.addWidget(window)
    made = ProgressBanner()
    window.statusBar().addPermanentWidget(made)
    window.show()
    yield made
    window.close()


def click(qtbot: QtBot, button: object) -> None:
    press: Callable[..., None] = qtbot.mouseClick
    press(button, Qt.MouseButton.LeftButton)


def test_conv_52_the_banner_shows_long_work_and_cancels_it(qtbot: QtBot, banner: ProgressBanner) -> None:
    cancelled: list[str] = []
    assert not banner.isVisible()
    tasks.run(
        until_cancelled, never, on_cancel=lambda: cancelled.append("yes"), label="Exporting <b>&all</b> …"
    )
    qtbot.waitUntil(banner.isVisible)
    assert banner.text.text() == "Exporting <b>&all</b> …"
    qtbot.waitUntil(lambda: banner.bar.value() == 250)
    click(qtbot, banner.cancel_button)
    qtbot.waitUntil(lambda: bool(cancelled))
    assert not banner.isVisible()


def test_conv_52_the_banner_stays_away_from_short_work(qtbot: QtBot, banner: ProgressBanner) -> None:
    done: list[int] = []
    tasks.run(lambda _progress, _is_cancelled: 1, done.append)
    qtbot.waitUntil(lambda: bool(done))
    qtbot.wait(60)
    assert not banner.isVisible()


def test_the_banner_shows_the_newest_of_several(qtbot: QtBot, banner: ProgressBanner) -> None:
    first = tasks.run(until_cancelled, never, label="First")
    qtbot.waitUntil(banner.isVisible)
    second = tasks.run(until_cancelled, never, label="Second")
    qtbot.waitUntil(lambda: banner.text.text() == "Second")
    second.cancel()
    qtbot.waitUntil(lambda: banner.text.text() == "First")
    first.cancel()
    qtbot.waitUntil(lambda: not banner.isVisible())


def test_a_dead_banner_does_no_harm(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "BANNER_MS", 10)
    gone = ProgressBanner()
    stopped: list[str] = []
    task = tasks.run(until_cancelled, never, on_cancel=lambda: stopped.append("stopped"))
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(None, 52)
    qtbot.wait(40)
    task.cancel()
    qtbot.waitUntil(lambda: bool(stopped))
