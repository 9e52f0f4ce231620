import { describe, expect, it } from "vitest";
import { type Json, parseJson, printJson } from "@/lib/json";
import { keepMaskedValues, maskData, toMaskedJson } from "@/lib/secrets/tree";

function masked(data: string, ...paths: string[]): string {
  return printJson(toMaskedJson(maskData(parseJson(data), split(paths))));
}

function kept(current: string | undefined, incoming: string, ...paths: string[]): string {
  const before: Json | undefined = current === undefined ? undefined : parseJson(current);
  return printJson(keepMaskedValues(before, parseJson(incoming), split(paths)));
}

function split(paths: readonly string[]): readonly string[][] {
  return paths.map((path) => path.split("."));
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
    expect(kept(undefined, `{"a":${stars}}`, "a")).toBe(`{"a":${stars}}`);
    expect(kept('{"z":"o"}', `{"z":${stars}}`, "a")).toBe(`{"z":${stars}}`);
    expect(kept('{"w":{}}', `{"w":{"new":${stars}}}`, "w.*")).toBe(`{"w":{"new":${stars}}}`);
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
    const paths = [["a"], ["b", "c"], ["b", "e"], ["w", "*"]];
    const shown = toMaskedJson(maskData(parseJson(stored), paths));
    expect(printJson(keepMaskedValues(parseJson(stored), shown, paths))).toBe(stored);
  });
});
