import { describe, expect, test } from "vitest";
import { duplicateKeys, mergeEntries } from "@/components/fields/dict-entries";
import { compileForm } from "@/lib/forms/compile";
import type { DictNode } from "@/lib/forms/field-node";
import { asObject } from "@/lib/forms/testing-sample";

function dictOf(values: object): DictNode {
  const property = { title: "Env", type: "object", ...values };
  const [node] = compileForm(asObject({ type: "object", properties: { env: property } }), {}).fields;
  if (node?.kind === "dict") return node;
  throw new Error("not a dict");
}

const texts = dictOf({ additionalProperties: { type: "string" } });
const secret = { action: "keep", text: "", isStored: true } as const;

describe("pasted entries", () => {
  test("take the place of rows with their key, are added else, and empty rows go", () => {
    const rows = [
      { from: "A", key: "A", value: "1" },
      { from: null, key: "", value: "" },
      { from: "B", key: "B", value: "2" },
    ];
    const entries = [
      { key: "C", value: "3" },
      { key: "A", value: "new" },
    ];
    expect(mergeEntries(texts, rows, entries)).toEqual([
      { from: "A", key: "A", value: "new" },
      { from: "B", key: "B", value: "2" },
      { from: null, key: "C", value: "3" },
    ]);
  });

  test("replace a stored secret as a secret", () => {
    const rows = [{ from: "TOKEN", key: "TOKEN", value: secret }];
    expect(mergeEntries(texts, rows, [{ key: "TOKEN", value: "t" }])).toEqual([
      { from: "TOKEN", key: "TOKEN", value: { ...secret, action: "replace", text: "t" } },
    ]);
  });

  test("do not drop rows whose key stands twice already", () => {
    const rows = [
      { from: "A", key: "A", value: "1" },
      { from: null, key: "A", value: "2" },
    ];
    expect(mergeEntries(texts, rows, [{ key: "B", value: "3" }])).toHaveLength(3);
  });

  test("are refused where a line of text cannot become a value", () => {
    const groups = dictOf({
      additionalProperties: { type: "object", properties: { a: { type: "string" } } },
    });
    expect(mergeEntries(groups, [], [{ key: "A", value: "1" }])).toBeUndefined();
  });
});

test("duplicate keys are found once each, and empty keys are none", () => {
  const keys = ["a", "b", "a", "", "", "a", "b"];
  expect(duplicateKeys(keys.map((key) => ({ from: null, key, value: "" })))).toEqual(["a", "b"]);
  expect(duplicateKeys(undefined)).toEqual([]);
});
