"""A set-up is done once: what makes it run again, and what does not."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from devtools.checkout import Checkout
from devtools.command_line import prepare
from devtools.stamp import Stamp, home_of, installed, needs_of, packages_hold, read_stamp, write_stamp

from tests.packaging.fake_checkout import ROOT


def stamped(checkout: Checkout) -> Stamp:
    stamp = Stamp(home_of(checkout), needs_of(checkout), ("test",), installed(checkout), ("offscreen",))
    write_stamp(checkout, stamp)
    return stamp


def replace_text(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_was_written_is_read(checkout: Checkout) -> None:
    stamp = stamped(checkout)
    assert read_stamp(checkout) == stamp
    assert "pydantic" in stamp.packages
    assert packages_hold(checkout, stamp, ())
    assert packages_hold(checkout, stamp, ("test",))


@pytest.mark.parametrize(
    "content", [None, b"", b"{", b"[]", b"{}", b"\xff\xfe", b'{"home": "x", "needs": 1}']
)
def test_an_unreadable_record_counts_as_none(checkout: Checkout, content: bytes | None) -> None:
    if content is not None:
        checkout.stamp.write_bytes(content)
    assert read_stamp(checkout) is None


def change_pin(checkout: Checkout) -> None:
    replace_text(checkout.constraints, "2.1", "2.2")


def change_dependency(checkout: Checkout) -> None:
    replace_text(checkout.project_file, "pydantic>=2", "pydantic>=3")


def take_package_away(checkout: Checkout) -> None:
    shutil.rmtree(next(checkout.venv.rglob("site-packages")) / "pydantic")


def take_python_away(checkout: Checkout) -> None:
    checkout.python.unlink()


def change_python(checkout: Checkout) -> None:
    replace_text(checkout.venv / "pyvenv.cfg", ".7\n", ".8\n")


def take_base_python_away(checkout: Checkout) -> None:
    (checkout.root.parent / "base python").rmdir()


@pytest.mark.parametrize(
    "change",
    [
        change_pin,
        change_dependency,
        take_package_away,
        take_python_away,
        change_python,
        take_base_python_away,
    ],
)
def test_a_change_that_matters_is_seen(checkout: Checkout, change: Callable[[Checkout], None]) -> None:
    stamp = stamped(checkout)
    change(checkout)
    assert not packages_hold(checkout, stamp, ())


def test_a_moved_checkout_is_seen(checkout: Checkout) -> None:
    stamped(checkout)
    moved = Checkout(checkout.root.rename(checkout.root.with_name("elsewhere")))
    assert not packages_hold(moved, read_stamp(moved), ())


def test_a_set_up_that_saw_no_python_never_holds(checkout: Checkout) -> None:
    stamp = replace(stamped(checkout), home="")
    take_python_away(checkout)
    assert not packages_hold(checkout, stamp, ())


def test_a_linter_setting_does_not_matter(checkout: Checkout) -> None:
    stamp = stamped(checkout)
    replace_text(checkout.project_file, "line-length = 110", "line-length = 100")
    assert packages_hold(checkout, stamp, ())


def test_an_extra_that_was_never_installed_is_missed(checkout: Checkout) -> None:
    assert not packages_hold(checkout, stamped(checkout), ("packager",))


@pytest.mark.parametrize(
    ("wanted", "covered"),
    [((), True), (("offscreen",), True), (("xcb",), False), (("xcb", "offscreen"), True)],
)
def test_one_platform_that_loads_is_enough(
    checkout: Checkout, wanted: tuple[str, ...], covered: bool
) -> None:
    assert stamped(checkout).covers_platforms(wanted) is covered


def test_platforms_add_up(checkout: Checkout) -> None:
    assert stamped(checkout).with_platforms(("xcb", "offscreen")).platforms == ("offscreen", "xcb")


def test_a_second_start_does_no_set_up_work(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    stamped(checkout)
    monkeypatch.setitem(sys.modules, "devtools.first_start", None)  # importing it now fails
    before = {path: path.stat().st_mtime_ns for path in checkout.root.rglob("*")}
    prepare(checkout, ("test",), ("offscreen",))
    assert {path: path.stat().st_mtime_ns for path in checkout.root.rglob("*")} == before
    with pytest.raises(ImportError):
        prepare(checkout, ("test",), ("xcb",))


def test_a_second_start_costs_less_than_a_third_of_a_second(checkout: Checkout) -> None:
    stamped(checkout)
    ask = "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1])\n"
    ask += "from devtools.checkout import Checkout; from devtools.command_line import prepare\n"
    ask += "prepare(Checkout(Path(sys.argv[2])), ('test',), ('offscreen',))"
    words = ["-c", ask, str(ROOT / "packaging"), str(checkout.root)]
    assert quickest(*words) - quickest("-c", "pass") < 0.3


def quickest(*words: str) -> float:
    """Seconds of the fastest of five starts: what the machine does besides must not count."""

    def once() -> float:
        begun = time.perf_counter()
        subprocess.run([sys.executable, *words], check=True, timeout=60)
        return time.perf_counter() - begun

    return min(once() for _ in range(5))
