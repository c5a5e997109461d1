"""The command line: what can be done with a document without a window. Never imports Qt."""

from vsdesigner.cli.run import COMMANDS, main

__all__ = ["COMMANDS", "main"]
