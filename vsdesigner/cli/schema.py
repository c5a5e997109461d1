"""The command ``schema``: print the JSON Schema of the document format."""

from __future__ import annotations

import json
from argparse import Namespace

from vsdesigner.cli import console
from vsdesigner.storage import atomic
from vsdesigner.storage.schema import json_schema, schema_text


def run(arguments: Namespace) -> int:
    if arguments.output is not None:
        atomic.write_bytes(arguments.output, schema_text().encode("utf-8"))
        console.say(f"Wrote {arguments.output}")
    elif console.is_unicode():
        console.say(schema_text().rstrip("\n"))
    else:
        console.say(json.dumps(json_schema(), indent=1))
    return 0
