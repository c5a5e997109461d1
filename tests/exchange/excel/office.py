"""LibreOffice as a second reader: converts a workbook, in a profile of its own."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def converted(content: bytes, folder: Path, target: str) -> list[Path]:
    """Return what LibreOffice makes of a workbook: files of the type that `target` begins with."""
    source = folder / "book.xlsx"
    source.write_bytes(content)
    out = folder / "out"
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            str(OFFICE),
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            target,
            "--outdir",
            str(out),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return sorted(path for path in out.iterdir() if path.suffix == f".{target.partition(':')[0]}")


def without_results(content: bytes) -> bytes:
    """The same workbook without the results beside its formulas, so that they have to be calculated."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            copy.writestr(name, re.sub(rb"</f><v>[^<]*</v>", b"</f>", source.read(name)))
    return target.getvalue()
