"""Tell, run by the environment's own Python, whether that environment can be built upon.

Exit code 0: a virtual environment of a Python that will do, with pip, and every file of every installed
package is there. A set-up that was killed half-way leaves packages that pip takes for installed.
"""

import csv
import sys
from importlib.metadata import Distribution, distributions
from importlib.util import find_spec
from pathlib import Path


def is_whole(package: Distribution) -> bool:
    """Whether all recorded files exist; compiled copies do not count, anybody may remove those."""
    record = package.read_text("RECORD")  # not package.files: from Python 3.12 on it hides what is missing
    if record is None:
        return False
    files = (row[0] for row in csv.reader(record.splitlines()) if row)
    return all(Path(str(package.locate_file(file))).exists() for file in files if not file.endswith(".pyc"))


def main() -> int:
    own = sys.prefix != sys.base_prefix and sys.version_info >= (3, 11) and find_spec("pip") is not None
    return 0 if own and all(is_whole(package) for package in distributions()) else 1


if __name__ == "__main__":
    sys.exit(main())
