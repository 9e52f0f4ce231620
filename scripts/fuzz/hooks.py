"""What the fuzzer needs to know of this API.

Random ids are never found, so most requests get ids, slugs and names of blocks that exist. These blocks hold a canary
in every place that their schemas call secret, and no answer may show it unless the request asked for secrets. What is
changed or deleted is made for that one request, so the others stay as they are.
"""

import atexit
import itertools
import json
import os
import zlib
from collections import Counter, defaultdict

import requests
import schemathesis

CANARY = "canary-5e7d01"
API = os.environ["PREFECT_API_URL"]
SUMMARY = os.environ["FUZZ_SUMMARY"]
# Several fuzzers share a server.
NAME = os.environ["FUZZ_NAME"]
TRUE = {"1", "t", "true", "y", "yes", "on"}
PASSWORD = {"type": "string", "format": "password", "writeOnly": True}

session = requests.Session()
numbers = itertools.count()
statuses = defaultdict(Counter)
counts = Counter()


def post(path, body):
    answer = session.post(API + path, json=body, timeout=10)
    answer.raise_for_status()
    return answer.json()


FIELDS = {
    "title": "Vault",
    "type": "object",
    "properties": {
        "key": PASSWORD,
        "keys": {"type": "array", "items": PASSWORD},
        "env": {"type": "object", "additionalProperties": PASSWORD},
        "login": {"$ref": "#/definitions/Login"},
        "logins": {"type": "object", "additionalProperties": {"$ref": "#/definitions/Login"}},
        "either": {"anyOf": [{"$ref": "#/definitions/Login"}, PASSWORD, {"type": "null"}]},
        "listed": {"type": "string"},
        "wild": {"type": "object"},
        "open": {"type": "string"},
    },
    "definitions": {"Login": {"type": "object", "properties": {"user": {"type": "string"}, "pin": PASSWORD}}},
    "secret_fields": ["listed", "wild.*"],
}
SECRETS = {
    "key": CANARY,
    "keys": [CANARY, {"k": CANARY}],
    "env": {"A": CANARY, "B": {"C": [CANARY]}},
    "login": {"user": "me", "pin": CANARY},
    "logins": {"x": {"user": "me", "pin": [CANARY]}},
    "either": {"user": "me", "pin": {"deep": CANARY}},
    "listed": {"whole": CANARY},
    "wild": {"A": {"B": CANARY}, "C": [CANARY]},
}


class World:
    """What exists before the first request: two types, of which only the second gets what the fuzzer creates, and one of
    each noun of deployments and runs, by the first segment of its paths."""

    def __init__(self):
        self.types = [self.make_type(), self.make_type()]
        self.schemas = [self.make_schema(of) for of in self.types]
        child = self.make_document(0)
        reference = {"$ref": {"block_document_id": child["id"]}}
        self.documents = [
            child,
            self.make_document(0, {"child": reference, "open": 1.50}),
            self.make_document(1, {"child": reference}),
            self.make_document(0, is_anonymous=True),
        ]
        self.nouns = {}
        for noun in MAKERS:
            self.nouns[noun] = MAKERS[noun](self)

    def make_type(self):
        slug = f"{NAME}-{next(numbers)}"
        return post("/block_types/", {"name": slug, "slug": slug})

    def make_schema(self, of):
        return post("/block_schemas/", {"block_type_id": of["id"], "fields": {**FIELDS, "title": f"{NAME} {next(numbers)}"}})

    def make_document(self, which, data=None, **more):
        ids = {"block_type_id": self.types[which]["id"], "block_schema_id": self.schemas[which]["id"]}
        name = f"vault-{next(numbers)}"
        return post("/block_documents/", {**ids, "name": name, "data": {**SECRETS, **(data or {})}, **more})

    def holds(self, ident):
        items = [*self.types, *self.schemas, *self.documents, *self.nouns.values()]
        return any(ident in (item["id"], item.get("name")) for item in items)


def make_name():
    return f"{NAME}-{next(numbers)}"


def make_deployment(world):
    blocks = {"storage_document_id": world.documents[0]["id"], "infrastructure_document_id": world.documents[1]["id"]}
    queue = {"work_queue_name": world.nouns["work_queues"]["name"]}
    schedules = [{"schedule": {"cron": "0 6 * * *"}, "active": True}]
    body = {"name": make_name(), "flow_id": world.nouns["flows"]["id"], **blocks, **queue, "schedules": schedules}
    return post("/deployments/", body)


def make_flow_run(world):
    body = {"state": {"type": "SCHEDULED"}, "parameters": {"n": 1}}
    return post(f"/deployments/{world.nouns['deployments']['id']}/create_flow_run", body)


def make_task_run(world):
    keys = {"task_key": "copy", "dynamic_key": make_name()}
    return post("/task_runs/", {"flow_run_id": world.nouns["flow_runs"]["id"], **keys, "state": {"type": "PENDING"}})


# In the order in which they need each other.
MAKERS = {
    "flows": lambda world: post("/flows/", {"name": make_name()}),
    "work_pools": lambda world: post("/work_pools/", {"name": make_name(), "type": "process"}),
    "work_queues": lambda world: post("/work_queues/", {"name": make_name()}),
    "deployments": make_deployment,
    "flow_runs": make_flow_run,
    "task_runs": make_task_run,
}

world = None


class Dice:
    """Falls the same way for the same request, so that a seed means the same run."""

    def __init__(self, case):
        told = [case.operation.label, case.path_parameters, case.query, case.body if isinstance(case.body, dict) else 0]
        self.state = zlib.crc32(repr(told).encode())

    def roll(self, sides):
        self.state = zlib.crc32(b".", self.state)
        return self.state % sides

    def choose(self, items):
        return items[self.roll(len(items))]


@schemathesis.hook
def before_call(context, case, kwargs):
    global world
    world = world or World()
    dice = Dice(case)
    if not dice.roll(12):
        case.headers["X-PREFECT-API-VERSION"] = dice.choose(["", "0.8", "0.7.9", "1.0.0", "x", "-1.0.0", "\xe9", "9" * 400])
    if isinstance(case.body, (dict, list)):
        case.body = copy(case.body)
    # One of four requests goes out as it was made up.
    if dice.roll(4):
        fill_path(case, dice)
        if isinstance(case.body, dict):
            fill_body(case, dice)
    if isinstance(case.body, dict) and not dice.roll(10):
        # Without secrets, for the damage may hit the key that makes them such.
        kwargs["data"] = damage(json.dumps(case.body).replace(CANARY, "damaged").encode(), dice)


def copy(body):
    """The fuzzer goes on with what it made, so it stays as it was. Without secrets that were learned from an answer, and
    without halves of characters, on which the fuzzer fails when it sees that a body changed."""
    text = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace").decode()
    return json.loads(text.replace(CANARY, "learned"))


def damage(text, dice):
    """A body that is no JSON any more, or JSON that no generator would make."""
    at = dice.roll(len(text) + 1)
    broken = [b"", b"\xff", b"\x00", b"\\ud800", b'"', b"{", b"]", b",", b"1e999", b"-", b"NaN", b'"__proto__":{},', b"[" * 2000]
    return dice.choose([text[:at], text[:at] + dice.choose(broken) + text[at:], text + text, b"[" * 600 + text])


def fill_path(case, dice):
    parameters = case.path_parameters
    if not parameters:
        return
    document = dice.choose(world.documents)
    path = case.operation.path
    noun = path.split("/")[1]
    if noun in [*MAKERS, "flow_run_states", "task_run_states"]:
        return fill_noun_path(case, noun)
    if "id" in parameters:
        parameters["id"] = find_id(case, dice)
    if "checksum" in parameters:
        parameters["checksum"] = dice.choose(world.schemas)["checksum"]
    if "slug" in parameters:
        parameters["slug"] = document["block_type"]["slug"]
    if "name" in parameters:
        parameters["name"] = document["name"]
    if path == "/block_types/slug/{slug}/block_documents":
        parameters["slug"] = world.types[0]["slug"]


def fill_noun_path(case, noun):
    """Each parameter by what stands before it, whatever it is called."""
    if noun.endswith("_states"):
        case.path_parameters["id"] = world.nouns[noun.replace("_states", "s")]["state_id"]
        return
    is_written = case.method.upper() in ("PATCH", "DELETE")
    item = MAKERS[noun](world) if is_written else world.nouns[noun]
    before = noun
    for segment in case.operation.path.split("/")[2:]:
        if segment.startswith("{"):
            case.path_parameters[segment[1:-1]] = find_part(item, noun, before)
            before = "flow" if before == "name" and noun == "deployments" else segment
        else:
            before = segment


def find_part(item, noun, before):
    if before == "queues":
        return "default"
    if before == "schedules":
        return session.get(f"{API}/deployments/{item['id']}/schedules", timeout=10).json()[0]["id"]
    if before == "name" and noun == "deployments":
        return world.nouns["flows"]["name"]
    return item["name"] if before in ("name", "flow", "work_pools") else item["id"]


def find_id(case, dice):
    is_written = case.method.upper() in ("PATCH", "DELETE")
    noun = case.operation.path.split("/")[1]
    if noun == "block_types":
        return (world.make_type() if is_written else dice.choose(world.types))["id"]
    if noun == "block_schemas":
        return (world.make_schema(world.types[1]) if is_written else dice.choose(world.schemas))["id"]
    return (world.make_document(1) if is_written else dice.choose(world.documents))["id"]


def fill_body(case, dice):
    body = case.body
    if case.operation.path.endswith(("/filter", "/count")):
        fill_filter(body, dice)
    if case.operation.label == "POST /block_types/" and dice.roll(2):
        body["name"] = body["slug"] = f"{NAME}-made-{next(numbers)}"
    fill_ids(body, dice)
    if "block_type_id" in body:
        body["block_type_id"] = world.types[1]["id"]
    if "block_schema_id" in body:
        body["block_schema_id"] = world.schemas[1]["id"]
    if case.operation.path.startswith("/block_documents") and isinstance(body.get("data"), dict):
        fill_data(body, dice)


def fill_ids(body, dice):
    """What a body of deployments and runs refers to."""
    for key, noun in (("flow_id", "flows"), ("flow_run_id", "flow_runs"), ("deployment_id", "deployments")):
        if isinstance(body.get(key), str):
            body[key] = world.nouns[noun]["id"]
    for key in ("storage_document_id", "infrastructure_document_id"):
        if isinstance(body.get(key), str):
            body[key] = dice.choose(world.documents)["id"]
    if isinstance(body.get("work_pool_name"), str):
        body["work_pool_name"] = world.nouns["work_pools"]["name"]
    if isinstance(body.get("work_queue_name"), str) and dice.roll(2):
        body["work_queue_name"] = world.nouns["work_queues"]["name"]


def fill_data(body, dice):
    # Without a schema that calls it secret, a canary would be no secret.
    if "block_schema_id" in body:
        key = dice.choose(list(SECRETS))
        body["data"][key] = SECRETS[key]
    if dice.roll(2):
        body["data"]["ref"] = {"$ref": {"block_document_id": dice.choose(world.documents)["id"]}}
    if dice.roll(2) and "name" in body:
        body["name"] = f"{NAME}-made-{next(numbers)}"


def fill_filter(body, dice):
    # Pages of 200 documents would be most of the time.
    if dice.roll(8):
        body["limit"] = dice.roll(12)
    for noun in MAKERS:
        if isinstance(body.get(noun), dict) and not dice.roll(3):
            body[noun]["id"] = {"any_": [world.nouns[noun]["id"]]}
    documents = body.get("block_documents")
    if isinstance(documents, dict) and dice.roll(2):
        documents["id"] = {"any_": [document["id"] for document in world.documents]}


@schemathesis.hook
def after_call(context, case, response):
    global world
    # The fuzzer reuses ids that it has seen: what it changed or deleted is made anew.
    if response.status_code == 204 and any(world.holds(value) for value in (case.path_parameters or {}).values()):
        world = None
    statuses[case.operation.label][response.status_code] += 1
    counts["requests"] += 1
    counts["answers with secrets that were asked for"] += CANARY in response.text and asks_for_secrets(case)


def asks_for_secrets(case):
    body = case.body if isinstance(case.body, dict) else {}
    query = case.query if isinstance(case.query, dict) else {}
    asked = [body.get("include_secrets"), *as_list(query.get("include_secrets"))]
    return any(str(value).lower() in TRUE for value in asked)


def as_list(value):
    return value if isinstance(value, list) else [value]


@schemathesis.check
def no_secret_is_shown(ctx, response, case):
    """A stored or sent secret stands in no answer, and in no header of one, unless the request asked for secrets."""
    if asks_for_secrets(case):
        return
    texts = [response.text, *(f"{name}: {value}" for name, value in response.headers.items())]
    assert not any(CANARY in text for text in texts), "a secret is in an answer that did not ask for secrets"


@schemathesis.check
def a_change_shows_no_secret(ctx, response, case):
    """What a document looks like after a change: no new schema and no new data may uncover what was a secret."""
    if case.operation.definition.raw.get("operationId") != "update_block_document" or response.status_code != 204:
        return
    answer = session.get(f"{API}/block_documents/{case.path_parameters['id']}", timeout=10)
    counts["documents read after a change"] += 1
    assert answer.status_code == 200, f"a changed document answers {answer.status_code}"
    assert CANARY not in answer.text, "a secret is shown after a change"


@atexit.register
def write_summary():
    with open(SUMMARY, "w", encoding="utf-8") as file:
        json.dump({"counts": counts, "statuses": statuses}, file)
