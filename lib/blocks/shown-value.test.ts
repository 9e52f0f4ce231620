import { describe, expect, test } from "vitest";
import { type ShownValue, showValue } from "@/lib/blocks/shown-value";
import type { FieldKind, FieldNode, NodeOf } from "@/lib/forms/field-node";
import { parseJson } from "@/lib/json";
import { pointerTo } from "@/lib/json-places";
import { type Masked, maskData, type SecretPath } from "@/lib/secrets/tree";
import type { Micros } from "@/lib/time";

const base = { id: "f", label: "Field", help: "", required: false, isAdvanced: false };

function aNode<K extends FieldKind>(
  kind: K,
  rest: Omit<NodeOf<K>, "kind" | keyof typeof base | "key">,
  key = "f",
) {
  // The compiler cannot see that a kind and its own remaining properties make the node of that kind.
  return { ...base, key, label: key, kind, ...rest } as unknown as NodeOf<K>;
}

const text = aNode("text", { multiline: false, mono: false });
const noDates = { dates: {}, pointer: "/f" };

function masked(json: string, secretPaths: readonly SecretPath[] = []): Masked {
  return maskData(parseJson(json), secretPaths);
}

function shown(node: FieldNode | undefined, json: string): ShownValue {
  return showValue(node, masked(json), noDates);
}

describe("showing a stored value", () => {
  test("scalars stand as stored, numbers in their own notation, booleans in words", () => {
    expect(shown(text, '"a  b"')).toEqual({ kind: "text", text: "a  b" });
    expect(shown(aNode("number", { integer: false }), "1.0")).toEqual({ kind: "text", text: "1.0" });
    expect(shown(aNode("boolean", {}), "false")).toEqual({ kind: "word", text: "Off" });
    const choice = aNode("enum", { options: [{ json: '"A"', label: "Always" }] });
    expect(shown(choice, '"A"')).toEqual({ kind: "text", text: "Always" });
  });

  test("emptiness is said in words, so that it differs from a missing value", () => {
    const list = aNode("list", { item: text, itemLabel: "item" });
    const dict = aNode("dict", { value: text, entryLabel: "entry" });
    expect(shown(text, '""')).toEqual({ kind: "word", text: "Empty text" });
    expect(shown(list, "[]")).toEqual({ kind: "word", text: "Empty list" });
    expect(shown(dict, "{}")).toEqual({ kind: "word", text: "No entries" });
    expect(shown(text, "null")).toEqual({ kind: "word", text: "Not set" });
  });

  test("a value of another kind than the schema's is shown and marked", () => {
    expect(shown(text, "5")).toEqual({ kind: "text", text: "5", isMismatch: true });
    expect(shown(aNode("number", { integer: true }), '"5"')).toMatchObject({ isMismatch: true });
    expect(shown(aNode("enum", { options: [{ json: "1", label: "1" }] }), "2")).toMatchObject({
      isMismatch: true,
    });
    expect(shown(aNode("json", { language: "json", expects: "object" }), "[1]")).toMatchObject({
      isMismatch: true,
    });
  });

  test("a key that the schema does not know is marked, and its value readable", () => {
    expect(shown(undefined, '{"a":[1,"x"]}')).toEqual({
      kind: "entries",
      isMismatch: true,
      entries: [
        {
          label: "a",
          isKey: true,
          value: {
            kind: "list",
            items: [
              { kind: "text", text: "1" },
              { kind: "text", text: "x" },
            ],
          },
        },
      ],
    });
  });

  test("a secret shows only that it is set, and since when, at every depth", () => {
    const dict = aNode("dict", { value: aNode("secret", { multiline: false }), entryLabel: "key" });
    const list = aNode("list", { item: dict, itemLabel: "item" });
    const dates = { "/f/0/a~1b~0c": 17 as Micros };
    const item = showValue(list, masked('[{"a/b~c":"canary-7Q","d":"canary-8Q"}]', [["a/b~c"], ["d"]]), {
      dates,
      pointer: "/f",
    });
    expect(item).toEqual({
      kind: "list",
      items: [
        {
          kind: "entries",
          entries: [
            { label: "a/b~c", isKey: true, value: { kind: "secret", changed: 17 } },
            { label: "d", isKey: true, value: { kind: "secret", changed: null } },
          ],
        },
      ],
    });
    expect(JSON.stringify(item)).not.toContain("canary");
  });

  test("a secret inside free JSON stands as eight asterisks", () => {
    const json = aNode("json", { language: "json" });
    const value = masked('{"a":{"token":"canary-9Q","n":1.0}}', [["a", "token"]]);
    const result = showValue(json, value, noDates);
    expect(result).toEqual({
      kind: "code",
      language: "json",
      text: '{\n  "a": {\n    "token": "********",\n    "n": 1.0\n  }\n}',
    });
  });

  test("what is edited as YAML is shown as YAML, numbers in their own notation", () => {
    const yaml = aNode("json", { language: "yaml", expects: "object" });
    const text = "a:\n  - 1.0\nb: on this\n";
    expect(shown(yaml, '{"a":[1.0],"b":"on this"}')).toEqual({ kind: "code", language: "yaml", text });
    expect(shown(yaml, "{}")).toEqual({ kind: "word", text: "No entries" });
  });

  test("a group shows titles in the form's order, leaves out what is unset, and puts unknown keys last", () => {
    const group = aNode("group", {
      fields: [
        aNode("text", { multiline: false, mono: false }, "user"),
        aNode("number", { integer: true }, "port"),
        aNode("text", { multiline: false, mono: false }, "realm"),
      ],
    });
    expect(shown(group, '{"extra":true,"port":8,"user":"x","realm":null}')).toEqual({
      kind: "entries",
      entries: [
        { label: "user", isKey: false, value: { kind: "text", text: "x" } },
        { label: "port", isKey: false, value: { kind: "text", text: "8" } },
        { label: "extra", isKey: true, value: { kind: "text", text: "true", isMismatch: true } },
      ],
    });
  });

  test("a union is shown by the branch that the value fits, and marked when it fits none", () => {
    const union = aNode("union", {
      branches: [
        { label: "Text", hint: "", node: text },
        { label: "Switch", hint: "", node: aNode("boolean", {}) },
      ],
    });
    expect(shown(union, "true")).toEqual({ kind: "word", text: "On" });
    expect(shown(union, '"2g"')).toEqual({ kind: "text", text: "2g" });
    expect(shown(union, "7")).toEqual({ kind: "text", text: "7", isMismatch: true });
  });

  test("what is nested deeper than two levels is shown as JSON", () => {
    const result = shown(undefined, '{"a":{"b":{"c":{"d":1}}}}');
    expect(JSON.stringify(result)).toContain('"kind":"code"');
    expect(result).toMatchObject({
      entries: [
        {
          value: {
            entries: [{ value: { kind: "code", language: "json", text: '{\n  "c": {\n    "d": 1\n  }\n}' } }],
          },
        },
      ],
    });
  });
});

test("a JSON pointer escapes what it must", () => {
  expect(pointerTo("", "a/b~c")).toBe("/a~1b~0c");
  expect(pointerTo("/a", 3)).toBe("/a/3");
});
