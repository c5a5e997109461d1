"""Start everything that is done in a checkout: run the program, its tests, its benchmark, its gallery.

This file stays readable for any old Python, so that one is told what is missing and
not shown a syntax error.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the older Python that starts this by mistake is told, in one sentence
    sys.exit(
        "VS Designer needs Python 3.11 or newer and this is Python "
        + ".".join(str(part) for part in sys.version_info[:2])
        + ": start the same command with a newer one, for example python3.12 packaging/dev.py run."
    )

from devtools.command_line import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
