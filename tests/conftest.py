"""What every test gets without asking: its own folders, no stray warnings, a Hypothesis profile."""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# Before anything loads Qt: no test opens a window on a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# QtAwesome's wrapper must find the same Qt as we do.
os.environ.setdefault("QT_API", "pyside6")

settings.register_profile(
    "ci",
    max_examples=60,
    derandomize=True,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("long", parent=settings.get_profile("ci"), max_examples=5_000, derandomize=False)

FOLDER_VARIABLES = {
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "WIN_PD_OVERRIDE_APPDATA": "roaming",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": "local",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the long campaigns as well")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile(
        os.environ.get("VSDESIGNER_PROFILE") or ("long" if config.getoption("--long") else "ci")
    )
    config.addinivalue_line("markers", "logs(pattern): a record >= WARNING that matches is expected")
    config.addinivalue_line("markers", "modal: the test opens and closes a modal dialog itself")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    skip = pytest.mark.skip(reason="a campaign; run it with --long")
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(skip)


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable() -> Iterator[Any]:
    """Let a worker report about nasty strings: lone surrogates would end it on the way."""
    return _sendable((yield))


def _sendable(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, dict):
        return {_sendable(key): _sendable(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_sendable(part) for part in value)
    return value


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder below which all settings and data of this test lie; the user's own are out of reach."""
    home = tmp_path_factory.mktemp("home")
    for variable, name in FOLDER_VARIABLES.items():
        monkeypatch.setenv(variable, str(home / name))
    if sys.platform == "darwin":
        monkeypatch.setenv("HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def no_unannounced_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning it did not announce, or that announced one which never came.

    Announce with ``@pytest.mark.logs("regular expression")``; the mark may be repeated.
    """
    collector = _Collector(logging.WARNING)
    logging.getLogger().addHandler(collector)
    yield
    logging.getLogger().removeHandler(collector)
    announced = [str(mark.args[0]) for mark in request.node.iter_markers("logs")]
    surprises = [text for text in collector.texts if not any(re.search(p, text) for p in announced)]
    missing = [p for p in announced if not any(re.search(p, text) for text in collector.texts)]
    if surprises:
        pytest.fail("logged without announcement: " + "; ".join(surprises), pytrace=False)
    if missing:
        pytest.fail("announced in vain: " + "; ".join(missing), pytrace=False)


class _Collector(logging.Handler):
    """Keeps the text of every record it sees."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(f"{record.levelname} {record.name}: {record.getMessage()}")
