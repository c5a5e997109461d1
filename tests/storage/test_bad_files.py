"""Bad files: each is refused with a sentence that names the place, or read whole; nothing is written."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.sample import sample
from tests.storage import mutate
from tests.storage.bad_files import ALL, BadFile
from vsdesigner.document.references import dangling, missing_terminals
from vsdesigner.model.errors import UserError
from vsdesigner.storage import documents
from vsdesigner.storage.json_format import Loaded, decode, encode

ROOT = Path(__file__).parents[2]
SECONDS = 2.0
MUTANTS = 240
GOOD = encode(sample())
#: Words of the libraries beneath us, which no user should see.
FOREIGN = re.compile(
    r"pydantic|Input should|Expecting|delimiter|Traceback|Errno|codec|utf-8'|int_type|validation error"
    r"|cannot be read$|NoneType|dict\b",
)


def _mutant(number: int) -> tuple[bytes, str]:
    return mutate.structure(GOOD, number) if number % 2 else mutate.raw(GOOD, number)


MUTATED = [_mutant(number) for number in range(MUTANTS)]


def _listing(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def outcome(folder: Path, own: Path, content: bytes) -> Loaded | UserError:
    """Open a file with this content as the program does; checks the time and that nothing is written."""
    path = folder / "file.vstream"
    path.write_bytes(content)
    before = _listing(folder), _listing(own)
    start = time.perf_counter()
    found: Loaded | UserError
    try:
        found = documents.read(path)
    except UserError as error:
        found = error
    assert time.perf_counter() - start <= SECONDS
    assert (_listing(folder), _listing(own)) == before
    return found


def check(found: Loaded | UserError) -> None:
    """An error has to be sentences of ours, a document has to be whole."""
    if isinstance(found, UserError):
        assert str(found).endswith(".")
        assert "“" in str(found)
        assert len(found.details) <= 20
        for text in (str(found), *found.details):
            assert not FOREIGN.search(text), text
            assert len(text) < 400
            assert text.isprintable()
        return
    assert dangling(found.snapshot) == []
    assert missing_terminals(found.snapshot) == []
    assert found.snapshot.streams
    assert found.snapshot.lanes
    content = encode(found.snapshot)
    again = decode(content, "again")
    assert again.snapshot == found.snapshot
    assert again.problems == ()
    assert encode(again.snapshot) == content
    for problem in found.problems:
        assert problem.text.endswith(".")
        assert problem.text.isprintable()


@pytest.mark.parametrize("bad", ALL, ids=[bad.name for bad in ALL])
def test_bad_file(bad: BadFile, tmp_path: Path, own_data_folder: Path) -> None:
    found = outcome(tmp_path, own_data_folder, bad.content)
    assert isinstance(found, UserError)
    check(found)
    assert re.search(bad.says, "\n".join((str(found), *found.details)))


@pytest.mark.parametrize(("content", "done"), MUTATED, ids=[done for _, done in MUTATED])
def test_mutated_file(content: bytes, done: str, tmp_path: Path, own_data_folder: Path) -> None:
    check(outcome(tmp_path, own_data_folder, content))


def test_the_mutants_are_worth_their_time() -> None:
    """Some are refused, some are repaired, some are fine; and no two are the same."""
    kinds = {"refused": 0, "repaired": 0, "fine": 0}
    for content, _ in MUTATED:
        try:
            loaded = decode(content, "x")
        except UserError:
            kinds["refused"] += 1
        else:
            kinds["repaired" if loaded.problems else "fine"] += 1
    assert len({content for content, _ in MUTATED}) > MUTANTS * 0.95
    assert kinds["refused"] > 60
    assert kinds["repaired"] > 10
    assert kinds["fine"] > 10


def test_a_hundred_megabytes_of_garbage(tmp_path: Path, own_data_folder: Path) -> None:
    path = tmp_path / "huge.vstream"
    with path.open("wb") as file:
        for _ in range(100):
            file.write(b"\x9c\xf3" * 524_288)
    start = time.perf_counter()
    with pytest.raises(UserError, match=r"“huge\.vstream” is larger than 20 MB"):
        documents.read(path)
    assert time.perf_counter() - start < 0.1


def test_the_first_twenty_faults_are_listed() -> None:
    content = GOOD.replace(b'"lane"', b'"line"').replace(b'"stream"', b'"team"')
    with pytest.raises(
        UserError, match="“x” was not opened: more than 20 faults found in it; the first"
    ) as error:
        decode(content, "x")
    assert len(error.value.details) == 20


def test_a_mark_at_the_beginning_is_no_fault() -> None:
    assert decode(b"\xef\xbb\xbf" + GOOD, "x").snapshot == sample()


BOMBS = """
from pathlib import Path
from tests.storage.bad_files import BYTES
from vsdesigner.storage.json_format import decode
from vsdesigner.model.errors import UserError
for bad in BYTES:
    try:
        decode(bad.content, bad.name)
        raise SystemExit(bad.name + " was read")
    except UserError:
        pass
held = sum(len(bad.content) for bad in BYTES) // 1024
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print((int(status["VmHWM"].split()[0]) - held) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the most memory that a process had")
def test_bombs_stay_small() -> None:
    """All bad files one after the other in a process of their own: at no time more than 300 MB."""
    done = subprocess.run([sys.executable, "-c", BOMBS], capture_output=True, text=True, check=True, cwd=ROOT)
    assert int(done.stdout) <= 300
