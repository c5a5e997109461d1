"""Where each export goes, from what was said behind --to."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vsdesigner.cli.misuse import Misuse
from vsdesigner.exchange.registry import EXPORTERS, Exporter
from vsdesigner.storage.disk_errors import shown


@dataclass(frozen=True, slots=True)
class Job:
    """One document and the file that it is written to, in a folder that may have to be made first."""

    source: Path
    target: Path
    makes_folder: bool = False


def planned(files: Sequence[Path], to: str, format: str | None) -> tuple[Exporter, list[Job]]:
    """Return in which format to write, and what goes where.

    `to` is a format (the file stands beside the document), a folder, or, for one document, the file itself;
    `format` says the format where the name does not. Raises `Misuse` when that leaves a question open.
    """
    files = list(dict.fromkeys(files))
    named = _exporter(format) if format else None
    if to.casefold() in EXPORTERS and named is None:
        exporter = _exporter(to)
        jobs = [Job(file, file.with_name(file.stem + exporter.suffix)) for file in files]
    elif _is_folder(to):
        if named is None:
            raise Misuse(f"“{shown(to)}” is a folder: say the format as well, --format {_one_of()}.")
        exporter = named
        jobs = [Job(file, Path(to) / (file.stem + exporter.suffix), makes_folder=True) for file in files]
    elif len(files) > 1:
        raise Misuse(
            f"Several documents do not fit into “{shown(to)}”: let --to be a folder or one of {_known()}."
        )
    else:
        exporter = named or _by_suffix(to)
        jobs = [Job(files[0], Path(to))]
    _check_apart(jobs)
    return exporter, jobs


def _is_folder(to: str) -> bool:
    return to.endswith((os.sep, "/")) or Path(to).is_dir()


def _exporter(name: str) -> Exporter:
    found = EXPORTERS.get(name.casefold().removeprefix("."))
    if found is None:
        raise Misuse(f"“{shown(name)}” is not a format; choose from {_known()}.")
    return found


def _by_suffix(to: str) -> Exporter:
    suffix = Path(to).suffix.lower()
    for exporter in EXPORTERS.values():
        if exporter.suffix == suffix:
            return exporter
    raise Misuse(
        f"“{shown(Path(to).name)}” does not say what to export: give --to one of the formats {_known()},"
        " or a file name that ends like one of them."
    )


def _known() -> str:
    return ", ".join(f"{id} ({exporter.label})" for id, exporter in EXPORTERS.items())


def _one_of() -> str:
    return "|".join(EXPORTERS)


def _check_apart(jobs: Sequence[Job]) -> None:
    """No two documents may become the same file, and none may be overwritten by its own export."""
    taken = {_place(job.source): job.source for job in jobs}
    for job in jobs:
        place = _place(job.target)
        if place in taken:
            raise Misuse(
                f"“{shown(str(job.target))}” would be written over “{shown(str(taken[place]))}” or twice;"
                " export them one by one."
            )
        taken[place] = job.source


def _place(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))
