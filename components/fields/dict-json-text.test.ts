import { describe, expect, test } from "vitest";
import { dictFromText, dictToText } from "@/components/fields/dict-json-text";
import { compileForm } from "@/lib/forms/compile";
import type { DictRow } from "@/lib/forms/draft";
import type { DictNode } from "@/lib/forms/field-node";
import { asObject } from "@/lib/forms/testing-sample";

function dictOf(values: object): DictNode {
  const property = { title: "Env", type: "object", ...values };
  const [node] = compileForm(asObject({ type: "object", properties: { env: property } }), {}).fields;
  if (node?.kind === "dict") return node;
  throw new Error("not a dict");
}

const texts = dictOf({ additionalProperties: { type: "string" } });
const free = dictOf({});

describe("a dict as JSON text", () => {
  test("says the same as its rows, keys in their order", () => {
    const rows: readonly DictRow[] = [
      { from: "b", key: "b", value: "1" },
      { from: null, key: "10", value: "" },
    ];
    expect(dictToText(texts, rows)).toBe('{\n  "b": "1",\n  "10": ""\n}');
    expect(dictFromText(texts, rows, dictToText(texts, rows))).toEqual({ ok: true, rows });
  });

  test("keeps where a row came from by its key", () => {
    const rows: readonly DictRow[] = [{ from: "old", key: "renamed", value: "1" }];
    const read = dictFromText(texts, rows, '{"new": "2", "renamed": "3"}');
    expect(read).toEqual({
      ok: true,
      rows: [
        { from: null, key: "new", value: "2" },
        { from: "old", key: "renamed", value: "3" },
      ],
    });
  });

  test("keeps number notation in a free object", () => {
    const rows: readonly DictRow[] = [{ from: "n", key: "n", value: { text: "1.0", language: "json" } }];
    expect(dictToText(free, rows)).toContain('"n": 1.0');
    expect(dictFromText(free, rows, '{"n": 1.0}')).toEqual({ ok: true, rows });
  });

  test("stands for a stored secret with the mask, and the mask keeps it", () => {
    const secret = { action: "keep", text: "", isStored: true } as const;
    const rows: readonly DictRow[] = [{ from: "token", key: "token", value: secret }];
    expect(dictToText(free, rows)).toBe('{\n  "token": "********"\n}');
    expect(dictFromText(free, rows, '{"token": "********"}')).toEqual({ ok: true, rows });
    expect(dictFromText(free, rows, '{"token": "new"}')).toEqual({
      ok: true,
      rows: [{ ...rows[0], value: { ...secret, action: "replace", text: "new" } }],
    });
  });

  test.each([
    ['{"a": "b",}', "Line 1: A key in double quotes is missing."],
    ['{\n"a": b}', "Line 2: This is no value. Texts stand in double quotes."],
    ["[1]", 'Write an object, for example {"key": "value"}.'],
    ['{"a": 5}', "The value of a does not fit: write a text in double quotes."],
    ['{"a": null}', "The value of a does not fit: write a text in double quotes."],
  ])("%s is refused in words", (text, message) => {
    expect(dictFromText(texts, [], text)).toEqual({ ok: false, message });
  });

  test("that is empty is a dict without entries", () => {
    expect(dictFromText(texts, [], " ")).toEqual({ ok: true, rows: [] });
  });
});
