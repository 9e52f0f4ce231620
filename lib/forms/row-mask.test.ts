import { expect, it } from "vitest";
import type { DictRow, Draft, SecretDraft } from "@/lib/forms/draft";
import type { DictNode, FieldNode } from "@/lib/forms/field-node";
import { maskedByName, maskedValue, openValue, rowMask } from "@/lib/forms/row-mask";

const base = { key: "env", id: "env", label: "Env", help: "", required: false, isAdvanced: false };
const text: FieldNode = { ...base, kind: "text", multiline: false, mono: true };
const free: FieldNode = { ...base, kind: "json", language: "json", acceptsText: true };
const dict = (value: FieldNode, more: Partial<DictNode> = {}): DictNode => ({
  ...base,
  kind: "dict",
  value,
  entryLabel: "variable",
  ...more,
});
const row = (key: string, value: Draft, more: Partial<DictRow> = {}): DictRow => ({
  from: null,
  key,
  value,
  ...more,
});
const json = (value: string): Draft => ({ text: value, language: "json" });
const typed = (line: string): SecretDraft => ({
  action: "replace",
  text: line,
  isStored: false,
  isMarked: true,
});
const kept: SecretDraft = { action: "keep", text: "", isStored: true };

it("says of a new row why it is masked, and leaves the decision of a person alone", () => {
  const node = dict(text);
  expect(rowMask(node, row("API_KEY", "x"), undefined)).toBe("by name");
  expect(rowMask(node, row("DB", "redis://:pw@h"), undefined)).toBe("by value");
  expect(rowMask(dict(free), row("args", json('{"token":"x"}')), undefined)).toBe("inside");
  expect(rowMask(node, row("NICK", typed("x")), undefined)).toBe("by choice");
  expect(rowMask(node, row("LEVEL", "info"), undefined)).toBe("open");
  expect(rowMask(node, row("API_KEY", "x", { isPlain: true }), undefined)).toBe("open");
  expect(rowMask(dict(text, { hidesCredentials: true }), row("secret", "x"), undefined)).toBe("always");
});

it("has nothing to say about what is no text, is a secret anyway, or has no key yet", () => {
  const secret: FieldNode = { ...base, kind: "secret", multiline: false };
  expect(rowMask(dict(secret), row("token", kept), kept)).toBe("none");
  expect(rowMask(dict({ ...base, kind: "boolean" }), row("token", true), undefined)).toBe("none");
  expect(rowMask(dict(text), row("", "x"), undefined)).toBe("none");
  expect(rowMask(dict(text), row("token", kept, { from: "token" }), kept)).toBe("none");
});

it("offers to mask what is stored openly, and keeps its value then", () => {
  const node = dict(text);
  const stored = row("TOKEN", "x", { from: "TOKEN" });
  expect(rowMask(node, stored, "x")).toBe("offered");
  expect(maskedValue(node, stored, "x")).toEqual({ ...kept, isMarked: true });
  const masked = { ...stored, value: maskedValue(node, stored, "x") };
  expect(rowMask(node, masked, "x")).toBe("by name");
  expect(openValue(node, masked, "x")).toBe("x");
  expect(maskedValue(node, { ...stored, value: "y" }, "x")).toEqual(typed("y"));
});

it("never opens a value that only the server knows", () => {
  const node = dict(text);
  const marked: SecretDraft = { ...kept, isMarked: true };
  const stored = row("TOKEN", marked, { from: "TOKEN" });
  expect(rowMask(node, stored, marked)).toBe("none");
  expect(openValue(node, stored, marked)).toBeUndefined();
  const replacing = { ...stored, value: { ...marked, action: "replace", text: "new" } as const };
  expect(rowMask(node, replacing, marked)).toBe("by choice");
  expect(openValue(node, replacing, marked)).toBe("new");
  expect(maskedValue(node, { ...stored, value: "new", isPlain: true }, marked)).toEqual(replacing.value);
});

it("hides what was typed as soon as its key reads like a credential", () => {
  expect(maskedByName(dict(text), row("API_KEY", "x")).value).toEqual(typed("x"));
  expect(maskedByName(dict(free), row("password", json('"123"'))).value).toEqual(typed("123"));
  expect(maskedByName(dict(free), row("password", json("123"))).value).toEqual(typed("123"));
  for (const same of [
    row("LEVEL", "x"),
    row("API_KEY", "x", { isPlain: true }),
    row("API_KEY", "x", { from: "API_KEY" }),
  ])
    expect(maskedByName(dict(text), same)).toBe(same);
});

it("offers no way out where the catalogue hides what is in a value", () => {
  const node = dict(free, { hidesCredentials: true });
  expect(rowMask(node, row("client_kwargs", json('{"secret":"x"}')), undefined)).toBe("always inside");
  expect(rowMask(node, row("secret", typed("x")), undefined)).toBe("by name");
  expect(maskedByName(node, row("secret", json("x"))).value).not.toHaveProperty("isMarked");
});
