"""
Schemas and documents of real Pydantic models, for the tests of lib/forms.

Each model below stands for something that a block class may be made of. It is written once and runs under both
versions of Pydantic; what only one of them knows is marked. A run replaces the entries of its own version in
lib/testing/fixtures/pydantic-schemas.json, so run it once with each:

    uv run --no-project --python 3.11 --with pydantic==1.10.26 --with email-validator==2.3.0 scripts/make-pydantic-schemas.py
    uv run --no-project --python 3.11 --with pydantic==2.12.5 --with email-validator==2.3.0 scripts/make-pydantic-schemas.py

Every document was read by the model itself: `accepted` as it is written here, `dumped` as Pydantic writes it back, and
`refused` is what Pydantic turned down. With Pydantic 2 the schemas are written as Prefect's client does (`definitions`, a
schema that is nothing but a reference is unfolded), and a second time as Pydantic writes them (`$defs`).
"""

import json
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, IntEnum
from pathlib import Path
from typing import Any, Dict, FrozenSet, List, Literal, NamedTuple, Optional, Set, Tuple, Union, get_args
from uuid import UUID

import pydantic
from pydantic import AnyHttpUrl, BaseModel, EmailStr, Field, Json, SecretBytes, SecretStr, conlist, constr

V2 = pydantic.VERSION.startswith("2")
OUTPUT = Path(__file__).parent.parent / "lib" / "testing" / "fixtures" / "pydantic-schemas.json"

if V2:
    from typing import Annotated

    from pydantic import ConfigDict, Discriminator, JsonValue, RootModel, Secret, Tag, conint
    from pydantic_core import to_jsonable_python

    SecretDict = Secret[Dict[str, Any]]

    def text(pattern=None, **limits):
        return constr(pattern=pattern, **limits)
else:
    from pydantic import conint, conset
    from pydantic.json import pydantic_encoder

    def text(pattern=None, **limits):
        return constr(regex=pattern, **limits)

    class SecretDict:
        """As clients of Pydantic 1 have it: an object whose values are all secret."""

        def __init__(self, value):
            self.value = value

        def get_secret_value(self):
            return self.value

        @classmethod
        def __get_validators__(cls):
            yield lambda value: value if isinstance(value, cls) else cls(dict(value))

        @classmethod
        def __modify_schema__(cls, schema):
            schema.update(type="object", format="password", writeOnly=True)


CASES = []


def case(accepted=(), refused=(), only=None):
    """Registers a model with documents that it takes, and with ones that it does not."""

    def register(model):
        if only is None or only == (2 if V2 else 1):
            CASES.append((model, list(accepted), list(refused)))
        return model

    return register


# Single values


@case(
    accepted=[{"name": "a", "count": 1, "ratio": 0.5, "flag": True}, {"name": "", "count": -3, "ratio": 2, "flag": False}],
    refused=[{"name": 5, "count": 1, "ratio": 1, "flag": True}, {"name": "a", "count": 1.5, "ratio": 1, "flag": True}, {"name": "a"}],
)
class Scalars(BaseModel):
    name: str
    count: int
    ratio: float
    flag: bool


@case(accepted=[{}, {"name": "b", "count": 3, "ratio": 1.0, "flag": False, "items": ["x"]}])
class Defaults(BaseModel):
    name: str = "a"
    count: int = 5
    ratio: float = 0.25
    flag: bool = True
    items: List[str] = ["one", "two"]
    mapping: Dict[str, int] = {"a": 1}
    empty: str = ""


@case(
    accepted=[{}, {"name": None, "count": None, "when": None}, {"name": "a", "count": 0, "flag": True, "when": "2026-05-03"}],
)
class Optionals(BaseModel):
    name: Optional[str] = None
    count: Optional[int] = None
    flag: Optional[bool] = None
    when: Optional[date] = None
    tags: Optional[List[str]] = None
    labels: Optional[Dict[str, str]] = None
    secret: Optional[SecretStr] = None


@case(accepted=[{"must": None, "may": 4}, {"must": "a", "may": None}, {"must": "b", "level": None}], only=2)
class NullApartFromDefault(BaseModel):
    must: Optional[str]
    may: Optional[int] = 4
    level: Literal["low", "high", None] = "low"


@case(
    accepted=[
        {"port": 443, "share": 0.5, "step": 15, "tenth": 0.3, "signed": -1},
        {"port": 1, "share": 0, "step": 0, "tenth": 7, "signed": -10},
    ],
    refused=[
        {"port": 0, "share": 0.5, "step": 15, "tenth": 0.3, "signed": -1},
        {"port": 443, "share": 1, "step": 15, "tenth": 0.3, "signed": -1},
        {"port": 443, "share": 0.5, "step": 16, "tenth": 0.3, "signed": -1},
        {"port": 443, "share": 0.5, "step": 15, "tenth": 0.3, "signed": 0},
    ],
)
class Limits(BaseModel):
    port: int = Field(..., ge=1, le=65535)
    share: float = Field(..., ge=0, lt=1)
    step: int = Field(..., multiple_of=5)
    tenth: float = Field(..., gt=0)
    signed: int = Field(..., lt=0)


@case(
    accepted=[{"slug": "my-block", "short": "abc", "code": "AB-12", "odd": "x"}, {"slug": "a", "short": "ab", "code": "ZZ-99", "odd": "y"}],
    refused=[
        {"slug": "My Block", "short": "abc", "code": "AB-12", "odd": "x"},
        {"slug": "a", "short": "a", "code": "AB-12", "odd": "x"},
        {"slug": "a", "short": "abcd", "code": "AB-12", "odd": "x"},
        {"slug": "a", "short": "abc", "code": "ab-12", "odd": "x"},
    ],
)
class Patterns(BaseModel):
    slug: text(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
    short: text(min_length=2, max_length=3)
    code: text(pattern=r"^(?P<letters>[A-Z]{2})\-(?P<digits>\d{2})$")
    odd: text(pattern=r"^[[:alpha:]]$" if V2 else r"^(?i:[xy])$")


@case(
    accepted=[
        {"day": "2026-05-03", "at": "2026-05-03T14:30:00Z", "clock": "14:30:00", "length": "PT1H30M"},
        {"day": "2026-02-28", "at": 1777818600, "clock": "23:59:59.5", "length": 3600},
        {"day": "2026-02-28", "at": "2026-05-03T14:30:00.123456+02:00", "clock": "00:00", "length": "01:30:00"},
        {"day": "2026-02-28", "at": "2026-05-03 14:30", "clock": "00:00", "length": "3 days, 01:30:00"},
        {"day": "2026-02-28", "at": "2026-05-03T14:30:00", "clock": "00:00", "length": 90.5},
    ],
    refused=[
        {"day": "2026-02-30", "at": "2026-05-03T14:30:00Z", "clock": "14:30:00", "length": "PT1H30M"},
        {"day": "2026-05-03", "at": "soon", "clock": "14:30:00", "length": "PT1H30M"},
        {"day": "2026-05-03", "at": "2026-05-03T14:30:00Z", "clock": "25:30:00", "length": "PT1H30M"},
        {"day": "2026-05-03", "at": "2026-05-03T14:30:00Z", "clock": "14:30:00", "length": "an hour"},
    ],
)
class Times(BaseModel):
    day: date
    at: datetime
    clock: time
    length: timedelta
    pause: timedelta = timedelta(minutes=1)
    later: Optional[timedelta] = None


@case(
    accepted=[
        {"id": "3fa85f64-5717-4562-b3fc-2c963f66afa6", "url": "https://example.com/a?b=c", "mail": "data@example.com", "path": "/tmp/x", "raw": "bytes"},
        {"id": "3fa85f6457174562b3fc2c963f66afa6", "url": "http://localhost:4200", "mail": "a.b+c@example.org", "path": ".", "raw": ""},
    ],
    refused=[
        {"id": "no", "url": "https://example.com", "mail": "data@example.com", "path": "x", "raw": "b"},
        {"id": "3fa85f64-5717-4562-b3fc-2c963f66afa6", "url": "example", "mail": "data@example.com", "path": "x", "raw": "b"},
        {"id": "3fa85f64-5717-4562-b3fc-2c963f66afa6", "url": "https://example.com", "mail": "data", "path": "x", "raw": "b"},
    ],
)
class Formats(BaseModel):
    id: UUID
    url: AnyHttpUrl
    mail: EmailStr
    path: Path
    raw: bytes


@case(
    accepted=[{"price": 12.5, "limited": 0.1}, {"price": -3, "maybe": None}]
    + ([{"price": "12.340"}, {"price": "12345678901234567890.123456789", "maybe": "1.5", "limited": "0.10"}] if V2 else []),
    refused=[{"price": "twelve"}, {"price": "1", "limited": "100"}],
)
class Decimals(BaseModel):
    price: Decimal
    limited: Decimal = Field(Decimal("1.5"), ge=0, le=10)
    maybe: Optional[Decimal] = None


@case(accepted=[{"anything": None, "object": {"a": 1}}, {"anything": [1, "a", {"b": None}], "object": "x"}, {"anything": 1.0, "object": 2}])
class Free(BaseModel):
    anything: Any
    object: object
    untyped: dict = {}
    things: list = []
    parsed: Optional[Json] = None


# Choices


class Mood(str, Enum):
    CALM = "calm"
    ANGRY = "angry"


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Mixed(Enum):
    NUMBER = 1
    TEXT = "one"
    RATIO = 1.5
    TRUE = True if not V2 else "true"


class Lonely(Enum):
    ONLY = "only"


@case(
    accepted=[{"mood": "calm", "level": 10, "mixed": "one", "only": "only"}, {"mood": "angry", "level": 1, "mixed": 1.5, "only": "only", "maybe": "calm", "moods": ["calm"]}],
    refused=[{"mood": "sad", "level": 1, "mixed": 1, "only": "only"}, {"mood": "calm", "level": 2, "mixed": 1, "only": "only"}],
)
class Enums(BaseModel):
    mood: Mood
    level: Level
    mixed: Mixed
    only: Lonely
    maybe: Optional[Mood] = None
    preset: Mood = Mood.CALM
    moods: List[Mood] = []


@case(
    accepted=[{"mode": "fast", "number": 2, "mixed": "a"}, {"mode": "safe", "number": 1, "mixed": 1, "maybe": "x", "auto": 5}, {"mode": "safe", "number": 1, "mixed": True, "auto": "auto"}],
    refused=[{"mode": "slow", "number": 1, "mixed": "a"}, {"mode": "fast", "number": 3, "mixed": "a"}],
)
class Literals(BaseModel):
    mode: Literal["fast", "safe"]
    number: Literal[1, 2]
    mixed: Literal["a", 1, True]
    kind: Literal["literals"] = "literals"
    maybe: Optional[Literal["x", "y"]] = None
    auto: Union[Literal["auto"], int] = "auto"


# Containers


@case(
    accepted=[{"names": ["a"], "numbers": [1, 2], "nested": [[1], []], "objects": [{}]}, {"names": [], "numbers": [], "nested": [], "objects": []}],
    refused=[{"names": [5], "numbers": [], "nested": [], "objects": []}, {"names": "a", "numbers": [], "nested": [], "objects": []}],
)
class Lists(BaseModel):
    names: List[str]
    numbers: List[int]
    nested: List[List[int]]
    objects: List[Dict[str, Any]]
    maybes: List[Optional[int]] = []


@case(
    accepted=[{"few": ["a", "b"], "one": [1]}, {"few": ["a", "b", "c"], "one": [0]}],
    refused=[{"few": ["a"], "one": [1]}, {"few": ["a", "b", "c", "d"], "one": [1]}, {"few": ["a", "b"], "one": []}],
)
class SizedLists(BaseModel):
    few: conlist(str, **({"min_length": 2, "max_length": 3} if V2 else {"min_items": 2, "max_items": 3}))
    one: conlist(int, **({"min_length": 1} if V2 else {"min_items": 1}))


@case(accepted=[{"tags": ["b", "a"], "numbers": [1]}, {"tags": [], "numbers": [], "frozen": ["x"]}], refused=[{"tags": [1], "numbers": []}])
class Sets(BaseModel):
    tags: Set[str]
    numbers: Set[int]
    frozen: FrozenSet[str] = frozenset()
    moods: Set[Mood] = set()


class Point(NamedTuple):
    x: int
    y: int = 0


@case(
    accepted=[{"pair": ["a", 1], "many": [1, 2], "deep": [["a", 1], True], "maybe": [None if V2 else 3, "b"]}, {"pair": ["", 0], "many": [], "deep": [["a", 1], False]}],
    refused=[
        {"pair": ["a"], "many": [], "deep": [["a", 1], True]},
        {"pair": ["a", "b"], "many": [], "deep": [["a", 1], True]},
        {"pair": ["a", 1, 2], "many": [], "deep": [["a", 1], True]},
    ],
)
class Tuples(BaseModel):
    pair: Tuple[str, int]
    many: Tuple[int, ...]
    deep: Tuple[Tuple[str, int], bool]
    maybe: Optional[Tuple[Optional[int], str]] = None
    preset: Tuple[int, int] = (1, 2)


@case(accepted=[{"at": [1, 2]}, {"at": [1, 2], "way": [[1, 2], [3, 4]]}])
class NamedTuples(BaseModel):
    at: Point
    way: List[Point] = []


@case(
    accepted=[
        {"env": {"A": "1"}, "limits": {"cpu": 1}, "nested": {"a": {"b": "c"}}, "free": {"x": None}},
        {"env": {"a.b": "", "x[0]": "ü", "app.kubernetes.io/name": "x", "": "empty"}, "limits": {}, "nested": {}, "free": {}},
    ],
    refused=[{"env": {"A": 1.5}, "limits": {"cpu": "a lot"}, "nested": {}, "free": {}}],
)
class Dicts(BaseModel):
    env: Dict[str, str]
    limits: Dict[str, int]
    nested: Dict[str, Dict[str, str]]
    free: Dict[str, Any]
    maybes: Dict[str, Optional[str]] = {}
    lists: Dict[str, List[int]] = {}


@case(
    accepted=[{"by_mood": {"calm": 1}, "by_number": {"1": "a"}, "by_day": {"2026-05-03": 1}, "by_name": {"a-b": 1}}],
    refused=[{"by_mood": {}, "by_number": {}, "by_day": {}, "by_name": {"A B": 1}}],
)
class DictKeys(BaseModel):
    by_mood: Dict[Mood, int]
    by_number: Dict[int, str]
    by_day: Dict[date, int]
    by_name: Dict[text(pattern=r"^[a-z-]+$"), int]


if V2:

    @case(accepted=[{"some": {"a": 1, "b": 2}}], refused=[{"some": {"a": 1}}, {"some": {"a": 1, "b": 2, "c": 3, "d": 4}}], only=2)
    class SizedDicts(BaseModel):
        some: Dict[str, int] = Field(..., min_length=2, max_length=3)


# Models in models


class Address(BaseModel):
    """Where something stands."""

    street: str
    zip_code: Optional[str] = None
    floor: int = 0


class Login(BaseModel):
    user: str
    password: SecretStr
    token: Optional[SecretStr] = None


@case(
    accepted=[
        {"home": {"street": "A"}, "others": [{"street": "B", "floor": 2}], "by_name": {"x": {"street": "C"}}},
        {"home": {"street": "A", "zip_code": "1"}, "work": {"street": "D"}, "others": [], "by_name": {}},
    ],
    refused=[{"home": {}, "others": [], "by_name": {}}, {"home": {"street": "A"}, "others": [{"floor": 1}], "by_name": {}}],
)
class Nested(BaseModel):
    home: Address
    work: Optional[Address] = None
    others: List[Address]
    by_name: Dict[str, Address]
    preset: Address = Address(street="Main Street")


@case(accepted=[{"first": {"second": {"third": {"value": 1}}}}, {"first": {"second": {"third": {"value": 2}, "more": [{"value": 3}]}}}])
class Deep(BaseModel):
    class First(BaseModel):
        class Second(BaseModel):
            class Third(BaseModel):
                value: int

            third: Third
            more: List[Third] = []

        second: Second

    first: First


class Extra(BaseModel):
    name: str

    if V2:
        model_config = ConfigDict(extra="allow")
    else:

        class Config:
            extra = "allow"


class Closed(BaseModel):
    name: str

    if V2:
        model_config = ConfigDict(extra="forbid")
    else:

        class Config:
            extra = "forbid"


@case(accepted=[{"open": {"name": "a", **({"more": 1, "other": {"x": []}} if V2 else {})}, "closed": {"name": "b"}}, {"open": {"name": "a"}, "closed": {"name": "b"}}])
class ExtraKeys(BaseModel):
    open: Extra
    closed: Closed


if V2:

    class TypedExtra(BaseModel):
        model_config = ConfigDict(extra="allow")
        __pydantic_extra__: Dict[str, int]

        name: str

    @case(
        accepted=[{"counts": {"name": "a", "x": 1, "y": 2}}, {"counts": {"name": "a"}}],
        refused=[{"counts": {"name": "a", "x": "many"}}],
        only=2,
    )
    class TypedExtraKeys(BaseModel):
        counts: TypedExtra


# Unions


class Cat(BaseModel):
    kind: Literal["cat"] = "cat"
    lives: int = 9
    secret: Optional[SecretStr] = None


class Dog(BaseModel):
    kind: Literal["dog"] = "dog"
    name: str


class Fish(BaseModel):
    kind: Literal["fish", "shark"]
    name: str = "Nemo"


@case(
    accepted=[{"pet": {"kind": "cat"}, "pets": [{"kind": "dog", "name": "Rex"}]}, {"pet": {"kind": "shark"}, "pets": [], "maybe": {"kind": "cat", "lives": 1}}],
    refused=[{"pet": {"kind": "dog"}, "pets": []}],
)
class Discriminated(BaseModel):
    pet: Union[Cat, Dog, Fish] = Field(..., discriminator="kind")
    pets: List[Union[Cat, Dog]]
    maybe: Optional[Union[Cat, Dog]] = None
    by_name: Dict[str, Union[Cat, Dog]] = {}


class Circle(BaseModel):
    radius: float


class Square(BaseModel):
    side: float


@case(
    accepted=[{"shape": {"radius": 1.5}, "size": 5, "flag": True}, {"shape": {"side": 2.0}, "size": "512m", "flag": "auto", "many": ["a", {"side": 1.5}]}],
    refused=[{"shape": {}, "size": 5, "flag": True}],
)
class Unions(BaseModel):
    shape: Union[Circle, Square]
    size: Union[int, str]
    flag: Union[bool, Literal["auto"]]
    many: List[Union[str, Square]] = []
    lists: Union[List[int], Dict[str, int], None] = None
    either: Union[List[str], List[Circle], str] = []


@case(accepted=[{"value": {"a": 1}}, {"value": ["a"]}, {"value": "text"}, {"value": {"radius": 1.0}}])
class UnionOfEverything(BaseModel):
    value: Union[Circle, Dict[str, int], List[str], bool, int, str]


if V2:

    def tag_of(value):
        return "text" if isinstance(value, str) else "number"

    @case(accepted=[{"value": "a"}, {"value": 5}], only=2)
    class CallableDiscriminator(BaseModel):
        value: Annotated[Union[Annotated[str, Tag("text")], Annotated[int, Tag("number")]], Discriminator(tag_of)]


# Secrets


@case(
    accepted=[
        {"text": "canary-1", "raw": "canary-2", "keys": ["canary-3"], "login": {"user": "a", "password": "canary-4"}},
        {"text": "canary-1", "raw": "canary-2", "keys": [], "login": {"user": "a", "password": "canary-3", "token": "canary-5"}, "maybe": "canary-6"},
    ],
    refused=[{"raw": "a", "keys": [], "login": {"user": "a", "password": "b"}}, {"text": "a", "raw": "a", "keys": [], "login": {"user": "a"}}],
)
class Secrets(BaseModel):
    text: SecretStr
    raw: SecretBytes
    keys: List[SecretStr]
    login: Login
    maybe: Optional[SecretStr] = None
    by_name: Dict[str, SecretStr] = {}


@case(accepted=[{"settings": {"a": "canary-1", "b": "canary-2"}}, {"settings": {}, "logins": [{"user": "a", "password": "canary-3"}], "rows": [{"k": "canary-4"}]}])
class SecretContainers(BaseModel):
    settings: SecretDict
    logins: List[Login] = []
    by_name: Dict[str, Login] = {}
    rows: List[Dict[str, SecretStr]] = []
    either: Union[SecretStr, int] = SecretStr("canary-9")


if V2:

    @case(accepted=[{"number": 5, "when": "2026-05-03", "object": {"a": 1}}], only=2)
    class SecretOfAnything(BaseModel):
        number: Secret[int]
        when: Secret[date]
        object: Secret[Dict[str, int]]
        pair: Optional[Secret[Tuple[str, int]]] = None


# Models inside themselves


class Tree(BaseModel):
    name: str
    left: Optional["Tree"] = None
    children: List["Tree"] = []
    by_name: Dict[str, "Tree"] = {}


class Left(BaseModel):
    value: int
    right: Optional["Right"] = None


class Right(BaseModel):
    lefts: List[Left] = []
    label: str = "r"


class Leaf(BaseModel):
    kind: Literal["leaf"] = "leaf"
    value: int


class And(BaseModel):
    kind: Literal["and"] = "and"
    terms: List[Union[Leaf, "And", "Not"]]


class Not(BaseModel):
    kind: Literal["not"] = "not"
    term: Union[Leaf, And, "Not"]


class Guarded(BaseModel):
    token: SecretStr
    inner: Optional["Guarded"] = None


for model in (Tree, Left, Right, And, Not, Guarded):
    model.model_rebuild() if V2 else model.update_forward_refs()


@case(
    accepted=[
        {"root": {"name": "a"}},
        {"root": {"name": "a", "left": {"name": "b", "left": {"name": "c", "left": {"name": "d"}}}, "children": [{"name": "e", "children": [{"name": "f"}]}], "by_name": {"x": {"name": "g"}}}},
    ],
    refused=[{"root": {"name": "a", "left": {"left": {"name": "c"}}}}, {"root": {"name": "a", "children": [{"name": "b", "by_name": {"x": {}}}]}}],
)
class Recursive(BaseModel):
    root: Tree


CASES.append((Tree, [{"name": "a"}, {"name": "a", "left": {"name": "b", "children": [{"name": "c"}]}}], [{"name": "a", "left": {"children": []}}]))


@case(accepted=[{"left": {"value": 1, "right": {"lefts": [{"value": 2, "right": {"label": "x"}}]}}}], refused=[{"left": {"value": 1, "right": {"lefts": [{"right": {}}]}}}])
class MutuallyRecursive(BaseModel):
    left: Left


@case(
    accepted=[{"filter": {"kind": "leaf", "value": 1}}, {"filter": {"kind": "and", "terms": [{"kind": "not", "term": {"kind": "leaf", "value": 2}}, {"kind": "and", "terms": []}]}}],
    refused=[{"filter": {"kind": "not"}}, {"filter": {"kind": "and", "terms": [{"kind": "not"}]}}],
)
class RecursiveUnion(BaseModel):
    filter: Union[Leaf, And, Not]


@case(accepted=[{"outer": {"token": "canary-1", "inner": {"token": "canary-2"}}}])
class RecursiveSecrets(BaseModel):
    outer: Guarded


if V2:
    from typing_extensions import TypeAliasType, TypedDict

    Nest = TypeAliasType("Nest", Union[Dict[str, "Nest"], List["Nest"], str, int])

    class Settings(TypedDict, total=False):
        name: str
        size: int

    class Names(RootModel[List[str]]):
        pass

    @case(accepted=[{"value": "a"}, {"value": {"a": [1, "b", {"c": []}]}}, {"value": [[["x"]]]}], only=2)
    class RecursiveAlias(BaseModel):
        value: Nest

    @case(accepted=[{"settings": {"name": "a"}, "names": ["a"], "value": {"a": [1, None]}}, {"settings": {}, "names": [], "value": None}], only=2)
    class OtherShapes(BaseModel):
        settings: Settings
        names: Names
        value: JsonValue

    @case(accepted=[{"amount": 2, "ratio": 0.5, "maybe": 3}, {"amount": 1, "ratio": 1.5, "maybe": None}], refused=[{"amount": 0, "ratio": 0.5}], only=2)
    class Conditions(BaseModel):
        model_config = ConfigDict(
            json_schema_extra={
                "$anchor": "top",
                "if": {"properties": {"amount": {"const": 1}}},
                "then": {"required": ["ratio"]},
                "else": {},
                "not": {"required": ["nothing"]},
                "dependentRequired": {"amount": ["ratio"]},
                "unevaluatedProperties": True,
            }
        )
        amount: conint(gt=0)
        ratio: float = Field(..., json_schema_extra={"$comment": "of all"})
        maybe: Optional[conint(ge=2, le=4)] = None
else:

    @case(accepted=[{"names": ["a"], "tags": ["x", "y"]}], refused=[{"names": ["a"], "tags": []}], only=1)
    class OtherShapes(BaseModel):
        class Names(BaseModel):
            __root__: List[str]

        names: Names
        tags: conset(str, min_items=1)


@case(accepted=[{"class": "a", "app.kubernetes.io/name": "b", "__proto__": "c"}])
class Aliases(BaseModel):
    klass: str = Field(..., alias="class")
    dotted: str = Field("x", alias="app.kubernetes.io/name")
    proto: str = Field("x", alias="__proto__")
    described: str = Field("x", title="Own title", description="Own **help** with `code`.", **({"examples": ["one"]} if V2 else {"example": "one"}))


# Writing it down


def secret_fields(model, seen=()):
    """As clients list them: a secret by its path, a model inside itself once."""
    found = []
    fields = model.model_fields if V2 else model.__fields__
    for name, field in fields.items():
        found += secrets_of(field.annotation if V2 else field.outer_type_, field.alias or name, (*seen, model))
    return found


def secrets_of(kind, name, seen):
    if kind in (SecretStr, SecretBytes):
        return [name]
    if kind is SecretDict:
        return [f"{name}.*"]
    if V2 and getattr(kind, "__pydantic_generic_metadata__", {}).get("origin") is Secret or getattr(kind, "__origin__", None) is (Secret if V2 else object):
        return [name]
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return [] if kind in seen else [f"{name}.{path}" for path in secret_fields(kind, seen)]
    paths = [path for part in get_args(kind) for path in secrets_of(part, name, seen)]
    return list(dict.fromkeys(paths))


def reveal(value):
    while hasattr(value, "get_secret_value"):
        value = value.get_secret_value()
    if isinstance(value, dict):
        return {key.isoformat() if isinstance(key, date) else key: reveal(item) for key, item in value.items()}
    if isinstance(value, (list, set, frozenset)) or type(value) is tuple:
        return [reveal(item) for item in value]
    if isinstance(value, tuple):
        return [reveal(item) for item in value]
    return value


def read(model, document):
    return model.model_validate(document) if V2 else model.parse_obj(document)


def dump(instance):
    if V2:
        return to_jsonable_python(reveal(instance.model_dump(by_alias=True)))
    return json.loads(json.dumps(reveal(instance.dict(by_alias=True)), default=pydantic_encoder, skipkeys=False))


def is_refused(model, document):
    try:
        read(model, document)
    except (pydantic.ValidationError, ValueError):
        return True
    return False


def schemas_of(model):
    """Each with the name of its dialect."""
    secrets = secret_fields(model)
    extra = {"secret_fields": secrets, "block_type_slug": model.__name__.lower(), "block_schema_references": {}}
    if not V2:
        plain = model.schema(by_alias=True)
        if "$ref" in plain:
            target = plain["definitions"][plain.pop("$ref").removeprefix("#/definitions/")]
            plain = {**target, **plain}
        return [("1", {**plain, **extra})]
    raw = {**model.model_json_schema(), **extra}
    renamed = model.model_json_schema(ref_template="#/definitions/{model}")
    while "$ref" in renamed:
        target = renamed.pop("$ref").removeprefix("#/definitions/")
        renamed = {**renamed, **renamed["$defs"][target]}
    renamed["definitions"] = renamed.pop("$defs", {})
    return [("2", {**renamed, **extra})] + ([("2 raw", raw)] if "$defs" in raw else [])


def entries():
    for model, accepted, refused in CASES:
        # Pydantic 1 turns more into the type that it wants.
        refused = [document for document in refused if is_refused(model, document)]
        dumped = [dump(read(model, document)) for document in accepted]
        for document in dumped:
            read(model, document)
        for dialect, fields in schemas_of(model):
            yield {
                "pydantic": dialect,
                "model": model.__name__,
                "fields": fields,
                "accepted": accepted,
                "dumped": dumped,
                "refused": refused,
            }


def main():
    mine = "2" if V2 else "1"
    known = json.loads(OUTPUT.read_text()) if OUTPUT.exists() else []
    others = [entry for entry in known if not entry["pydantic"].startswith(mine)]
    both = sorted([*others, *entries()], key=lambda entry: (entry["pydantic"], entry["model"]))
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) for entry in both)
    OUTPUT.write_text(f"[\n{lines}\n]\n")
    print(f"{OUTPUT.name}: {len(both)} schemas, {len(both) - len(others)} of Pydantic {pydantic.VERSION}")


main()
