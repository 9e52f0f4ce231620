"""A block class with others inside it, as a user writes one: in a list of two types, in a map, in a model.

usage: nested_blocks.py register         registers the classes
       nested_blocks.py load NAME        prints what a flow sees, secrets in clear
       nested_blocks.py retitle NAME T   loads the block, gives it another title and saves it
"""

import json
import sys
from typing import Dict, List, Optional, Union

from prefect.blocks.core import Block
from pydantic.v1 import BaseModel, SecretStr


class MailTarget(Block):
    _block_type_name = "Mail Target"
    address: str
    token: SecretStr
    retries: int = 3


class ChatTarget(Block):
    _block_type_name = "Chat Target"
    channel: str


class Escalation(BaseModel):
    after: int = 5
    boss: Optional[MailTarget] = None


class AlertPlan(Block):
    _block_type_name = "Alert Plan"
    title: str = ""
    targets: List[Union[MailTarget, ChatTarget]] = []
    by_team: Dict[str, MailTarget] = {}
    escalation: Optional[Escalation] = None
    fallback: Optional[ChatTarget] = None


def plain(value):
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    if isinstance(value, Block):
        return {"class": type(value).__name__, **{name: plain(getattr(value, name)) for name in value.__fields__}}
    if isinstance(value, BaseModel):
        return {name: plain(getattr(value, name)) for name in value.__fields__}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


verb, *rest = sys.argv[1:]
if verb == "register":
    for block_class in (MailTarget, ChatTarget, AlertPlan):
        block_class.register_type_and_schema()
elif verb == "load":
    print(json.dumps(plain(AlertPlan.load(rest[0]))))
elif verb == "retitle":
    plan = AlertPlan.load(rest[0])
    plan.title = rest[1]
    plan.save(rest[0], overwrite=True)
