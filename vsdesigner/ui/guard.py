"""The guard around every override of a Qt virtual: no exception may travel from Python into Qt.

An exception that C code raised (``1 / 0``, ``[][1]``, ``int("x")``) and that leaves an override which Qt
called ends the process without a word on Python 3.11; on newer versions Qt goes on as if nothing happened.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast, overload

P = ParamSpec("P")
R = TypeVar("R")


class _Unset:
    """The type of "no default was given"; a class of its own because None is a sensible default."""


_UNSET = _Unset()


@overload
def guarded(function: Callable[P, None], /) -> Callable[P, None]: ...


@overload
def guarded(
    *,
    default: Any = ...,
    on_error: Callable[..., Any] | None = None,
    leave_on_repeat: bool = False,
) -> Callable[[Callable[P, R]], Callable[P, R]]: ...


def guarded(
    function: Callable[P, Any] | None = None,
    /,
    *,
    default: Any = _UNSET,
    on_error: Callable[..., Any] | None = None,
    leave_on_repeat: bool = False,
) -> Any:
    """Catch every ``Exception`` of an override, report it through ``sys.excepthook`` and answer safely.

    - ``@guarded`` for overrides that return nothing.
    - ``@guarded(default=False)``: the answer after a failure. A callable is called without arguments for a
      fresh answer each time: ``@guarded(default=QRectF)``.
    - ``@guarded(on_error=lambda self, event: event.ignore())``: called with the arguments of the override;
      what it returns is the answer unless ``default`` says otherwise.
    - ``leave_on_repeat=True``: when this override fails again, the program cannot be left normally any more:
      the recovery hook runs and the application ends (``faults.leave``). Meant for ``closeEvent``.

    A failure inside ``on_error`` or ``default`` counts as a second failure and leaves as well.
    """
    if function is None:
        return functools.partial(_wrap, default=default, on_error=on_error, leave_on_repeat=leave_on_repeat)
    return _wrap(function, default=None, on_error=None, leave_on_repeat=False)


def is_guarded(function: object) -> bool:
    """Whether ``function`` carries the guard (looked at by the architecture test)."""
    return bool(getattr(function, "__guarded__", False))


def _wrap(
    function: Callable[P, R],
    *,
    default: Any,
    on_error: Callable[..., Any] | None,
    leave_on_repeat: bool,
) -> Callable[P, R]:
    failed_before = False

    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        # Nothing but the call stands on the way of success: painting goes through here thousands of times.
        try:
            return function(*args, **kwargs)
        except Exception as error:
            nonlocal failed_before
            report(error)
            if leave_on_repeat and failed_before:
                _leave()
            failed_before = True
            return cast(R, _answer(default, on_error, args, kwargs))

    wrapper.__guarded__ = True  # type: ignore[attr-defined]  # a mark on a plain function
    return wrapper


def report(error: BaseException) -> None:
    """Hand ``error`` to ``sys.excepthook`` without ever raising."""
    try:
        sys.excepthook(type(error), error, error.__traceback__)
    except Exception:
        sys.__excepthook__(type(error), error, error.__traceback__)


def _answer(
    default: Any, on_error: Callable[..., Any] | None, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Any:
    try:
        answer = on_error(*args, **kwargs) if on_error is not None else None
        if default is _UNSET:
            return answer
        return default() if callable(default) else default
    except Exception as error:
        report(error)
        _leave()
        return None


def _leave() -> None:
    from vsdesigner.ui.faults import leave  # late: the guard is imported first of all and by everybody

    leave()
