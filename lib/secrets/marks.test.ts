import { describe, expect, it } from "vitest";
import { isJsonObject, type JsonObject, toJson } from "@/lib/json";
import { nextSecretMarks, type SecretChange } from "@/lib/secrets/marks";
import { anyKey, credentialKeys, textItself } from "@/lib/secrets/tree";

type Input = Partial<Record<"marks" | "previousPaths" | "schemaPaths", readonly string[]>> & {
  readonly before: object;
  readonly after?: object;
};

/** Paths written with slashes, `?` for any key. `after` is what it was before unless it is given. */
function marksAfter({ before, after = before, ...paths }: Input): readonly string[] {
  const split = (texts: readonly string[] = []) =>
    texts.map((text) => text.split("/").map((key) => (key === "?" ? anyKey : key)));
  const change: SecretChange = {
    marks: split(paths.marks),
    previousPaths: split(paths.previousPaths),
    schemaPaths: split(paths.schemaPaths),
    previousData: toObject(before),
    nextData: toObject(after),
  };
  return nextSecretMarks(change).map((path) => path.map((key) => key ?? "?").join("/"));
}

function toObject(value: object): JsonObject {
  const json = toJson(value);
  if (isJsonObject(json)) return json;
  throw new TypeError("data is an object");
}

describe("nextSecretMarks", () => {
  it("marks a secret that stays while the new schema does not cover it", () => {
    const before = { token: "old" };
    expect(marksAfter({ previousPaths: ["token"], schemaPaths: ["api_token"], before })).toEqual(["token"]);
    expect(marksAfter({ previousPaths: ["token"], schemaPaths: ["token"], before })).toEqual([]);
  });

  it("leaves a place alone where the old value is gone or only a new one stands", () => {
    const previousPaths = ["token"];
    const before = { token: "old" };
    for (const after of [
      {},
      { token: null },
      { token: "new" },
      { token: "" },
      { token: {} },
      { other: "old" },
    ]) {
      expect(marksAfter({ previousPaths, before, after })).toEqual([]);
    }
    expect(marksAfter({ previousPaths, before: { token: null }, after: { token: null } })).toEqual([]);
    expect(marksAfter({ previousPaths, before: {}, after: { token: "new" } })).toEqual([]);
  });

  it("marks a whole value of which only a part stayed", () => {
    const before = { login: { user: "u", pin: { number: 1234 } } };
    const after = { login: { user: "new", pin: { number: 1234 } } };
    expect(marksAfter({ previousPaths: ["login"], schemaPaths: ["login/user"], before, after })).toEqual([
      "login",
    ]);
    expect(
      marksAfter({ previousPaths: ["list"], before: { list: ["a", ["b"]] }, after: { list: ["b"] } }),
    ).toEqual(["list"]);
  });

  it("follows wildcards: everything at and below them", () => {
    const before = { env: { A: { deep: "old" }, B: "x" } };
    const after = { env: { A: "new", C: { deep: "old" } } };
    expect(marksAfter({ previousPaths: ["env/*"], before })).toEqual(["env/*"]);
    expect(marksAfter({ previousPaths: ["env/*"], before, after })).toEqual(["env/*"]);
    expect(marksAfter({ previousPaths: ["env/*"], before, after: { env: { A: "new" } } })).toEqual([]);
    expect(marksAfter({ previousPaths: ["*"], before: { any: "old" } })).toEqual(["*"]);
  });

  it("follows the keys of maps", () => {
    const before = { env: { A: "old", B: "x" }, users: { ann: { pin: "1", name: "Ann" } } };
    expect(marksAfter({ previousPaths: ["env/?", "users/?/pin"], before })).toEqual(["env/?", "users/?/pin"]);
    const moved = { env: { C: "old" }, users: { bob: { pin: "1" } } };
    expect(marksAfter({ previousPaths: ["env/?", "users/?/pin"], before, after: moved })).toHaveLength(2);
    const gone = { env: { A: "new" }, users: { ann: { pin: "2", name: "Ann" } } };
    expect(marksAfter({ previousPaths: ["env/?", "users/?/pin"], before, after: gone })).toEqual([]);
    expect(marksAfter({ previousPaths: ["env/?"], before: { env: "old" } })).toEqual(["env/?"]);
    expect(marksAfter({ previousPaths: ["env/?"], before: { env: ["old"] } })).toEqual(["env/?"]);
  });

  it("follows lists, also when their items moved", () => {
    const previousPaths = ["logins/token"];
    const before = { logins: [{ token: "a" }, { token: "b" }] };
    expect(marksAfter({ previousPaths, before })).toEqual(previousPaths);
    expect(marksAfter({ previousPaths, before, after: { logins: [{ token: "b" }] } })).toEqual(previousPaths);
    expect(marksAfter({ previousPaths, before, after: { logins: [{ token: "c" }, {}] } })).toEqual([]);
  });

  it("counts a path as covered only where the schema hides at least as much", () => {
    const before = { a: { b: { c: "old" } } };
    const remaining = (path: string, ...schemaPaths: string[]) =>
      marksAfter({ previousPaths: [path], schemaPaths, before });
    for (const wider of ["a", "a/b", "a/b/c", "*", "a/*", "a/b/*"]) {
      expect(remaining("a/b/c", wider), wider).toEqual([]);
    }
    expect(remaining("a/b/*", "a/b/*")).toEqual([]);
    // Keys may tell something too.
    expect(remaining("a/b", "a/b/*")).toEqual(["a/b"]);
    for (const other of ["a/b/d", "a/b/c/d", "b"])
      expect(remaining("a/b/c", other), other).toEqual(["a/b/c"]);
    expect(remaining("a/*", "a/b")).toEqual(["a/*"]);
    for (const wider of ["a/?", "a/?/c", "?/b/c", "a/b/?", "?/?/?"])
      expect(remaining("a/b/c", wider), wider).toEqual([]);
    expect(remaining("a/?/c", "a/*")).toEqual([]);
    expect(remaining("a/?/c", "a/?/?")).toEqual([]);
    expect(remaining("a/?/c", "a/b/c")).toEqual(["a/?/c"]);
    expect(remaining("a/b/*", "a/b/?")).toEqual(["a/b/*"]);
  });

  it("keeps a mark as long as anything stands at its place, each one once", () => {
    const input = { marks: ["env/TOKEN"], previousPaths: ["env/TOKEN"], before: { env: { TOKEN: "old" } } };
    expect(marksAfter(input)).toEqual(["env/TOKEN"]);
    expect(marksAfter({ ...input, after: { env: { TOKEN: "new" } } })).toEqual(["env/TOKEN"]);
    expect(marksAfter({ ...input, after: { env: {} } })).toEqual([]);
    expect(marksAfter({ ...input, schemaPaths: ["env/*"] })).toEqual([]);
  });
});

it("knows what the paths by name and by kind of value cover", () => {
  const data = toObject({ settings: { secret: "a", kwargs: { token: "b", x: { y: "c" } } }, info: "d" });
  const rules = [
    ["settings", credentialKeys],
    ["info", textItself],
  ];
  const change = { previousData: data, nextData: data, marks: [] };
  // Under a schema that knows them too there is nothing to mark, under another one there is.
  expect(nextSecretMarks({ ...change, previousPaths: rules, schemaPaths: rules })).toEqual([]);
  expect(nextSecretMarks({ ...change, previousPaths: rules, schemaPaths: [] })).toEqual(rules);
  const marks = [
    ["settings", "secret"],
    ["settings", "kwargs", "token"],
    ["settings", "kwargs", "x", "y"],
  ];
  expect(nextSecretMarks({ ...change, marks, previousPaths: [], schemaPaths: rules })).toEqual([
    ["settings", "kwargs", "x", "y"],
  ]);
});
