import { describe, expect, it } from "vitest";
import { DomainError } from "@/lib/errors";
import { applyEdit } from "@/lib/forms/apply-edit";
import type { Edit } from "@/lib/forms/edit";
import { createRandom, type Random, randomJson } from "@/lib/forms/testing-sample";
import { isJsonArray, isJsonObject, isSameJson, type Json, parseJson, printJson } from "@/lib/json";

const keep: Edit = { do: "keep" };
const set = (json: string): Edit => ({ do: "set", json });
const apply = (stored: string, edit: Edit) => {
  const next = applyEdit(parseJson(stored), edit);
  return next === undefined ? undefined : printJson(next);
};
const codeOf = (action: () => unknown) => {
  try {
    action();
  } catch (error) {
    return DomainError.is(error) ? error.code : error;
  }
  return "nothing thrown";
};

describe("applying an edit", () => {
  it("leaves every untouched byte as it was", () => {
    const stored =
      '{"2":1.0,"1":1e-05,"__proto__":{"a":[1,2.50]},"a.b":"x","x[0]":null,"target":1,"big":12345678901234567890}';
    const edit: Edit = { do: "patch", entries: [{ key: "target", edit: set("2.0") }] };
    expect(apply(stored, edit)).toBe(stored.replace('"target":1', '"target":2.0'));
    expect(apply(stored, { do: "patch", entries: [] })).toBe(stored);
    expect(apply(stored, keep)).toBe(stored);
  });

  it("treats __proto__, dotted and bracketed keys as the names they are", () => {
    const edit: Edit = {
      do: "patch",
      entries: [
        { key: "__proto__", edit: { do: "patch", entries: [{ key: "polluted", edit: set("true") }] } },
        { key: "a.b", edit: set('"c"') },
        { key: "x[0]", edit: { do: "clear" } },
      ],
    };
    expect(apply('{"x[0]":1,"a":{"b":1}}', edit)).toBe(
      '{"a":{"b":1},"__proto__":{"polluted":true},"a.b":"c"}',
    );
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it("makes the objects and lists that are not there yet", () => {
    const edit: Edit = {
      do: "patch",
      entries: [{ key: "a", edit: { do: "patch", entries: [{ key: "b", edit: set("1") }] } }],
    };
    expect(apply("{}", edit)).toBe('{"a":{"b":1}}');
    expect(apply('{"a":null}', edit)).toBe('{"a":{"b":1}}');
    expect(applyEdit(undefined, { do: "items", items: [{ from: null, edit: set("1") }] })).toEqual([
      { number: "1" },
    ]);
  });

  it("takes the data of a field away that becomes a reference", () => {
    expect(
      apply('{"a":{"token":"t"},"b":1}', {
        do: "patch",
        entries: [{ key: "a", edit: { do: "reference", documentId: "id" } }],
      }),
    ).toBe('{"b":1}');
  });

  it("orders rows and items as told", () => {
    const rows: Edit = {
      do: "rows",
      rows: [
        { key: "c", from: "b", edit: keep },
        { key: "new", from: null, edit: set("3") },
        { key: "a", from: "a", edit: set("9") },
      ],
    };
    expect(apply('{"a":1.0,"b":2.0,"gone":3}', rows)).toBe('{"c":2.0,"new":3,"a":9}');
    const items: Edit = {
      do: "items",
      items: [
        { from: 2, edit: keep },
        { from: null, edit: set("7") },
        { from: 0, edit: { do: "clear" } },
      ],
    };
    expect(apply("[1.0,2.0,[3.0]]", items)).toBe("[[3.0],7]");
  });

  it("refuses to use a stored value twice, so that no secret is copied", () => {
    expect(
      codeOf(() =>
        apply("[1,2]", {
          do: "items",
          items: [
            { from: 0, edit: keep },
            { from: 0, edit: keep },
          ],
        }),
      ),
    ).toBe("invalid");
    const twice: Edit = {
      do: "rows",
      rows: [
        { key: "x", from: "a", edit: keep },
        { key: "y", from: "a", edit: keep },
      ],
    };
    expect(codeOf(() => apply('{"a":1}', twice))).toBe("invalid");
    const sameKey: Edit = {
      do: "patch",
      entries: [
        { key: "a", edit: keep },
        { key: "a", edit: keep },
      ],
    };
    expect(codeOf(() => apply('{"a":1}', sameKey))).toBe("invalid");
  });

  it("refuses an edit of something that is not stored, and says what to do", () => {
    const gone: Edit = { do: "items", items: [{ from: 5, edit: keep }] };
    expect(codeOf(() => apply("[1]", gone))).toBe("conflict");
    expect(codeOf(() => apply('{"a":1}', { do: "rows", rows: [{ key: "b", from: "b", edit: keep }] }))).toBe(
      "conflict",
    );
    expect(codeOf(() => apply('"text"', { do: "patch", entries: [] }))).toBe("conflict");
    expect(() => apply("[1]", gone)).toThrow("Reload the form");
  });
});

describe("random edits", () => {
  it("change what they name and nothing else, and apply the same whatever came before", () => {
    for (let seed = 0; seed < 500; seed++) {
      const random = createRandom(seed);
      const stored = randomJson(random, 3);
      const { edit, expected } = randomEdit(stored, random);
      const next = applyEdit(stored, edit);
      expect(isSameJson(next, expected), `seed ${seed}`).toBe(true);
    }
  });

  /** An edit together with what it must lead to, built the other way round: from the result. */
  function randomEdit(
    value: Json,
    random: Random,
  ): { readonly edit: Edit; readonly expected: Json | undefined } {
    const choice = random(4);
    if (choice === 0) return { edit: keep, expected: value };
    if (choice === 1) {
      const json = randomJson(random);
      return { edit: set(printJson(json)), expected: json };
    }
    if (isJsonArray(value)) {
      const order = value
        .map((_, index) => index)
        .filter(() => random(4) > 0)
        .toSorted(() => random(3) - 1);
      const parts = order.map((from) => ({ from, ...randomEdit(value[from] ?? null, random) }));
      return {
        edit: { do: "items", items: parts.map(({ from, edit }) => ({ from, edit })) },
        expected: parts.flatMap(({ expected }) => (expected === undefined ? [] : [expected])),
      };
    }
    if (!isJsonObject(value)) return { edit: { do: "clear" }, expected: undefined };
    const parts = [...value].map(([key, item]) => ({ key, ...randomEdit(item, random) }));
    const entries = parts.flatMap(({ key, expected }) =>
      expected === undefined ? [] : [[key, expected] as const],
    );
    return {
      edit: { do: "patch", entries: parts.map(({ key, edit }) => ({ key, edit })) },
      expected: new Map(entries),
    };
  }
});
