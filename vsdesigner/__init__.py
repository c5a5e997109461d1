"""VS Designer: a desktop editor for ITIL 4 service value streams."""

import os

__version__ = "0.1.0"

# pydantic would look through all installed packages for plugins when it is imported: 30 ms of a start, and
# a door for code that is not ours.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
