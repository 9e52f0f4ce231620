"""Runs a copied snippet as it stands, then uses the block that it loaded: writes a file and reads it back.

usage: write_with_snippet.py SNIPPET_FILE PATH TEXT   prints JSON: {"fields": {...}, "read": TEXT}
"""

import asyncio
import inspect
import json
import pathlib
import sys

snippet, path, text = pathlib.Path(sys.argv[1]).read_text(), sys.argv[2], sys.argv[3]
names = {}
exec(compile(snippet, "snippet.py", "exec"), names)

from prefect.blocks.core import Block  # noqa: E402

(block,) = [value for value in names.values() if isinstance(value, Block)]


def settle(result):
    return asyncio.run(result) if inspect.isawaitable(result) else result


settle(block.write_path(path, text.encode()))
read = settle(block.read_path(path)).decode()
fields = {}
for name in block.__fields__:
    value = getattr(block, name)
    fields[name] = value.get_secret_value() if hasattr(value, "get_secret_value") else value
print(json.dumps({"class": type(block).__name__, "fields": fields, "read": read}))
