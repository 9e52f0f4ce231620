import { describe, expect, it } from "vitest";
import { DomainError } from "@/lib/errors";
import { isJsonObject, type Json, type JsonObject, parseJson, printJson } from "@/lib/json";
import {
  anyKey,
  credentialKeys,
  keepMaskedValues,
  maskData,
  type SecretPath,
  textItself,
  toMaskedJson,
} from "@/lib/secrets/tree";

function masked(data: string, ...paths: string[]): string {
  return printJson(toMaskedJson(maskData(parseJson(data), split(paths))));
}

function kept(current: string, incoming: string, ...paths: string[]): string {
  return printJson(keepMaskedValues(objectOf(current), objectOf(incoming), split(paths)));
}

/** Places of masks that are refused, as JSON paths. */
function refusedIn(current: string, incoming: string, ...paths: string[]): readonly string[] {
  try {
    kept(current, incoming, ...paths);
  } catch (error) {
    if (!DomainError.is(error) || error.code !== "invalid") throw error;
    return error.issues.map(({ path }) => path.join("."));
  }
  throw new Error("expected the masks to be refused");
}

function objectOf(text: string): JsonObject {
  const json: Json = parseJson(text);
  if (isJsonObject(json)) return json;
  throw new Error(`${text} is no object`);
}

/** Paths written with dots, `?` for any key. */
function split(paths: readonly string[]): readonly SecretPath[] {
  return paths.map((path) => path.split(".").map((key) => (key === "?" ? anyKey : key)));
}

const stars = '"********"';

describe("maskData", () => {
  it.each([
    ["a text", '{"a":"s","b":"o"}', `{"a":${stars},"b":"o"}`],
    ["the empty text: its length does not show", '{"a":""}', `{"a":${stars}}`],
    ["a number", '{"a":5}', `{"a":${stars}}`],
    ["false", '{"a":false}', `{"a":${stars}}`],
    ["a whole list", '{"a":["s",{"k":1}]}', `{"a":${stars}}`],
    ["a whole object", '{"a":{"k":"s"}}', `{"a":${stars}}`],
    ["an empty object", '{"a":{}}', `{"a":${stars}}`],
    ["but not null, which says that nothing is set", '{"a":null}', '{"a":null}'],
    ["and nothing where the key is missing", '{"b":1.0}', '{"b":1.0}'],
  ])("at an exact path hides %s", (_, data, shown) => {
    expect(masked(data, "a")).toBe(shown);
  });

  it("follows a path through objects and lists, and leaves siblings alone", () => {
    expect(masked('{"a":{"b":{"c":"s","d":"o"},"c":"o"},"c":"o"}', "a.b.c")).toBe(
      `{"a":{"b":{"c":${stars},"d":"o"},"c":"o"},"c":"o"}`,
    );
    expect(masked('{"l":[{"t":"s","o":1},[{"t":"s"}],"x"]}', "l.t")).toBe(
      `{"l":[{"t":${stars},"o":1},[{"t":${stars}}],"x"]}`,
    );
  });

  it("below a wildcard shows keys only, null hidden too", () => {
    const data = '{"w":{"s":"a","n":5,"l":["x"],"none":null,"e":{},"d":{"deep":1.5}},"v":{"s":"a"}}';
    expect(masked(data, "w.*")).toBe(
      `{"w":{"s":${stars},"n":${stars},"l":${stars},"none":${stars},"e":${stars},"d":{"deep":${stars}}},"v":{"s":"a"}}`,
    );
    expect(masked('{"w":{"k":{"t":"s","o":"o"}}}', "w.*.t")).toBe(`{"w":{"k":{"t":${stars},"o":${stars}}}}`);
  });

  it.each(["5", '"s"', "null", "[]", "{}", '["a"]', "true"])(
    "a wildcard hides a value without keys: %s",
    (value) => {
      expect(masked(`{"w":${value},"v":${value}}`, "w.*")).toBe(`{"w":${stars},"v":${value}}`);
    },
  );

  it("an exact path beside a wildcard hides the keys as well", () => {
    expect(masked('{"w":{"k":"s"}}', "w.*", "w")).toBe(`{"w":${stars}}`);
  });

  it("at any key of a map hides whole values, and of objects only what is secret in them", () => {
    expect(masked('{"m":{"a":"s","b":{"k":"s"},"n":null},"o":{"a":"o"}}', "m.?")).toBe(
      `{"m":{"a":${stars},"b":${stars},"n":null},"o":{"a":"o"}}`,
    );
    expect(masked('{"m":{"a":{"t":"s","o":"o"},"b":[{"t":"s"}],"t":"o"}}', "m.?.t")).toBe(
      `{"m":{"a":{"t":${stars},"o":"o"},"b":[{"t":${stars}}],"t":"o"}}`,
    );
    expect(masked('{"m":{"a":{"b":{"t":"s"}}}}', "m.?.?.t")).toBe(`{"m":{"a":{"b":{"t":${stars}}}}}`);
  });

  it("where a map of secrets belongs hides a lone value and the items of a list", () => {
    expect(masked('{"m":"s"}', "m.?")).toBe(`{"m":${stars}}`);
    expect(masked('{"m":["s",{"k":"s"}]}', "m.?")).toBe(`{"m":[${stars},{"k":${stars}}]}`);
    expect(masked('{"m":null}', "m.?")).toBe('{"m":null}');
    expect(masked('{"m":{}}', "m.?")).toBe('{"m":{}}');
  });

  it("survives paths that do not fit the data", () => {
    expect(masked('{"a":"text","b":[1]}', "a.b.c", "b.c.d", "x", "")).toBe('{"a":"text","b":[1]}');
  });

  it("takes inherited names for keys like any other", () => {
    expect(masked('{"__proto__":"s","constructor":"o"}', "__proto__")).toBe(
      `{"__proto__":${stars},"constructor":"o"}`,
    );
  });
});

describe("keepMaskedValues", () => {
  it("a mask sent back keeps the stored secret, of any type", () => {
    expect(kept('{"a":"s"}', `{"a":${stars}}`, "a")).toBe('{"a":"s"}');
    expect(kept('{"a":{"k":[1.0]}}', `{"a":${stars}}`, "a")).toBe('{"a":{"k":[1.0]}}');
    expect(kept('{"a":0}', `{"a":${stars}}`, "a")).toBe('{"a":0}');
  });

  it("anything else replaces it, other numbers of stars included", () => {
    expect(kept('{"a":"s"}', '{"a":"*******"}', "a")).toBe('{"a":"*******"}');
    expect(kept('{"a":"s"}', '{"a":"*********"}', "a")).toBe('{"a":"*********"}');
    expect(kept('{"a":"s"}', '{"a":null}', "a")).toBe('{"a":null}');
    expect(kept('{"a":"s"}', '{"a":""}', "a")).toBe('{"a":""}');
  });

  it("a mask where no secret is stored is the text that it is", () => {
    expect(kept('{"a":null}', `{"a":${stars}}`, "a")).toBe(`{"a":${stars}}`);
    expect(kept("{}", `{"a":${stars}}`, "a")).toBe(`{"a":${stars}}`);
    expect(kept('{"z":"o"}', `{"z":${stars}}`, "a")).toBe(`{"z":${stars}}`);
    expect(kept('{"w":{"k":"s"}}', `{"z":${stars},"w":{"k":1}}`, "w.*")).toBe(`{"z":${stars},"w":{"k":1}}`);
  });

  it.each([
    ["a new key", '{"w":{}}', `{"w":{"new":${stars}}}`, "data.w.new"],
    ["a key of an object that is new", "{}", `{"w":{"new":${stars}}}`, "data.w.new"],
    ["a key of what had no keys", '{"w":"s"}', `{"w":{"new":${stars}}}`, "data.w.new"],
    ["the place of the wildcard itself", '{"v":1}', `{"w":${stars}}`, "data.w"],
    ["a deeper key", '{"w":{"k":{"l":"s"}}}', `{"w":{"k":{"m":${stars}}}}`, "data.w.k.m"],
    ["a new list item", '{"w":{"k":["s"]}}', `{"w":{"k":[${stars},${stars}]}}`, "data.w.k.1"],
    ["an inherited name", '{"w":{}}', `{"w":{"__proto__":${stars}}}`, "data.w.__proto__"],
  ])("below a wildcard a mask for %s is refused and named", (_, current, incoming, place) => {
    expect(refusedIn(current, incoming, "w.*")).toEqual([place]);
  });

  it("restores in maps, and refuses a mask for a key that is new there", () => {
    const stored = '{"m":{"a":{"t":"s","o":1}},"l":"lone","n":{"x":null}}';
    const paths = ["m.?.t", "l.?", "n.?"];
    expect(kept(stored, `{"m":{"a":{"t":${stars},"o":2}},"l":${stars},"n":{"x":null}}`, ...paths)).toBe(
      '{"m":{"a":{"t":"s","o":2}},"l":"lone","n":{"x":null}}',
    );
    expect(refusedIn(stored, `{"m":{"b":{"t":${stars}}},"n":{"y":${stars}}}`, ...paths)).toEqual([
      "data.m.b.t",
      "data.n.y",
    ]);
    // Nothing is set there, which was shown as null: the text is a text.
    expect(kept(stored, `{"n":{"x":${stars}}}`, ...paths)).toBe(`{"n":{"x":${stars}}}`);
    expect(kept(stored, `{"m":${stars}}`, ...paths)).toBe(`{"m":${stars}}`);
  });

  it("inside a value that is secret as a whole a mask for something unknown is refused too", () => {
    expect(refusedIn('{"a":{"k":"s"}}', `{"a":{"k":${stars},"new":${stars}}}`, "a")).toEqual(["data.a.new"]);
  });

  it("all refused masks are named, with the remedy and without any value", () => {
    const current = objectOf('{"w":{"k":"canary-1"},"v":{}}');
    const incoming = objectOf(`{"w":{"new":${stars},"other":"canary-2"},"v":{"n":${stars}}}`);
    const refuse = () => keepMaskedValues(current, incoming, split(["w.*", "v.*"]));
    expect(refuse).toThrow(
      expect.objectContaining({
        code: "invalid",
        issues: [
          { path: ["data", "w", "new"], message: expect.stringContaining("Send the value itself") },
          { path: ["data", "v", "n"], message: expect.not.stringContaining("canary") },
        ],
      }),
    );
  });

  it("restores below wildcards at every depth, null too, next to real changes", () => {
    const stored = '{"w":{"k":{"deep":"t"},"m":2,"none":null}}';
    expect(kept(stored, `{"w":{"k":{"deep":${stars}},"m":3,"none":${stars},"new":"n"}}`, "w.*")).toBe(
      '{"w":{"k":{"deep":"t"},"m":3,"none":null,"new":"n"}}',
    );
    expect(kept('{"w":["s"]}', `{"w":${stars}}`, "w.*")).toBe('{"w":["s"]}');
  });

  it("restores inside lists by index", () => {
    expect(
      kept('{"l":[{"t":"1"},{"t":"2"}]}', `{"l":[{"t":${stars}},{"t":"new"},{"t":${stars}}]}`, "l.t"),
    ).toBe(`{"l":[{"t":"1"},{"t":"new"},{"t":${stars}}]}`);
  });

  it("what was masked and sent back is what was stored", () => {
    const stored = '{"a":"s","b":{"c":["x",{"d":1.0}],"e":null},"w":{"x":{"y":"z"},"n":null},"o":1e5}';
    const paths = split(["a", "b.c", "b.e", "w.*"]);
    const shown = toMaskedJson(maskData(parseJson(stored), paths));
    expect(printJson(keepMaskedValues(objectOf(stored), objectOf(printJson(shown)), paths))).toBe(stored);
  });
});

describe("paths that go by the name of a key, or by the kind of value", () => {
  const data = objectOf(
    '{"settings":{"secret":"a","port":1.0,"kwargs":{"apiKey":{"x":1},"list":[{"token":"b","name":"c"}]}},"info":"t","other":{"info":1}}',
  );
  const shown = (path: SecretPath) => printJson(toMaskedJson(maskData(data, [path])));
  const back = (incoming: string) =>
    printJson(
      keepMaskedValues(data, objectOf(incoming), [
        ["settings", credentialKeys],
        ["info", textItself],
      ]),
    );

  it("hides what reads like a credential at any depth, and nothing else", () => {
    expect(shown(["settings", credentialKeys])).toBe(
      `{"settings":{"secret":${stars},"port":1.0,"kwargs":{"apiKey":${stars},"list":[{"token":${stars},"name":"c"}]}},"info":"t","other":{"info":1}}`,
    );
  });

  it("hides a text and leaves an object at the same place alone", () => {
    expect(shown(["info", textItself])).toBe(printJson(new Map(data).set("info", "********")));
    expect(shown(["other", textItself])).toBe(printJson(data));
  });

  it("takes a mask there as unchanged, and refuses one for a credential that is not stored", () => {
    expect(back(`{"info":${stars},"settings":{"secret":${stars},"port":2}}`)).toBe(
      '{"info":"t","settings":{"secret":"a","port":2}}',
    );
    expect(() => back(`{"settings":{"password":${stars}}}`)).toThrow("none is stored here");
  });
});
