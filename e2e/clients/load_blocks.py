"""Loads blocks with the real client and prints what a flow would see, secrets in clear.

usage: load_blocks.py SLUG/NAME...   prints one JSON object: {"slug/name": {"class": ..., "values": {...}}}
"""

import datetime
import json
import pathlib
import sys

from prefect.blocks.core import Block
from pydantic.v1 import SecretBytes, SecretStr


def plain(value):
    if isinstance(value, (SecretStr, SecretBytes)):
        return plain(value.get_secret_value())
    if isinstance(value, Block):
        return {key: plain(item) for key, item in value if not key.startswith("_")}
    if hasattr(value, "get_secret_value"):  # SecretDict
        return plain(value.get_secret_value())
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if hasattr(value, "patch"):  # jsonpatch.JsonPatch
        return plain(value.patch)
    if isinstance(value, (list, tuple, set)):
        return [plain(item) for item in value]
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    if isinstance(value, pathlib.Path):
        return str(value)
    if hasattr(value, "value") and not isinstance(value, (str, int, float)):  # Enum
        return value.value
    return getattr(value, "value", value) if value.__class__.__module__.startswith("prefect") else value


result = {}
for reference in sys.argv[1:]:
    block = Block.load(reference)
    values = {name: plain(getattr(block, name)) for name in block.__fields__}
    result[reference] = {"class": type(block).__name__, "values": values}
print(json.dumps(result))
