import { describe, expect, test } from "vitest";
import { reviewRows } from "@/components/forms/review-rows";
import { compileForm } from "@/lib/forms/compile";
import type { Draft } from "@/lib/forms/draft";
import { initialDraft } from "@/lib/forms/draft-from-data";
import { asObject } from "@/lib/forms/testing-sample";
import { toJson } from "@/lib/json";
import { maskData } from "@/lib/secrets/tree";

const fields = asObject({
  title: "Sample",
  type: "object",
  properties: {
    path: { title: "Path", type: "string" },
    count: { title: "Count", type: "integer", default: 3 },
    on: { title: "On", type: "boolean", default: true },
    key: { title: "Key", type: "string", format: "password" },
    env: { title: "Env", type: "object", additionalProperties: { type: "string" } },
    login: { title: "Login", type: "object", properties: { user: { title: "User", type: "string" } } },
    tags: { title: "Tags", type: "array", items: { type: "string" } },
  },
});
const tree = compileForm(fields, {});
const stored = toJson({
  path: "a",
  key: "canary",
  env: { A: "1", B: "2" },
  login: { user: "u" },
  tags: ["x"],
});
const before = initialDraft(tree, maskData(stored, [["key"]]));

function review(changes: Readonly<Record<string, Draft>>) {
  const after = tree.fields.map((node, index) => changes[node.key] ?? before[index] ?? null);
  return reviewRows(tree, before, after, (id) => `block ${id}`).map(({ label, stored, after }) => [
    label,
    stored.text,
    after.text,
  ]);
}

describe("the review before saving", () => {
  test("is empty when nothing is changed", () => {
    expect(review({})).toEqual([]);
  });

  test("sets stored and new value side by side, absent ones with their default", () => {
    expect(review({ path: "b", count: "5", on: false })).toEqual([
      ["Path", "a", "b"],
      ["Count", "Not set (default: 3)", "5"],
      ["On", "Not set (default: On)", "Off"],
    ]);
  });

  test("never shows a secret, neither the stored nor the new one", () => {
    const secret = { isStored: true, text: "canary-new" } as const;
    const replaced = review({ key: { ...secret, action: "replace" } });
    expect(replaced).toEqual([["Key", "Set", "New value, 10 characters"]]);
    expect(review({ key: { ...secret, action: "clear", text: "" } })).toEqual([["Key", "Set", "Cleared"]]);
    expect(JSON.stringify(replaced)).not.toContain("canary");
  });

  test("names the keys of a dict that change, not the others", () => {
    const rows = [
      { from: "A", key: "A", value: "1" },
      { from: null, key: "C", value: "3" },
    ];
    expect(review({ env: { rows } })).toEqual([
      ["Env: B", "2", "Not set"],
      ["Env: C", "Not set", "3"],
    ]);
  });

  test("tells a key that gets another name, and its value only where that changes too", () => {
    const rows = [
      { from: "A", key: "A2", value: "1" },
      { from: "B", key: "B2", value: "9" },
    ];
    expect(review({ env: { rows } })).toEqual([
      ["Env: key", "A", "A2"],
      ["Env: key", "B", "B2"],
      ["Env: B2", "2", "9"],
    ]);
  });

  test("says where each value stands, by keys and not by titles", () => {
    const changes = { env: { rows: [] }, login: { isSet: true, f: ["v"] } };
    const after = tree.fields.map((node, index) => Reflect.get(changes, node.key) ?? before[index] ?? null);
    const rows = reviewRows(tree, before, after, String);
    expect(rows.map(({ path }) => path)).toEqual(["/env/A", "/env/B", "/login/user"]);
  });

  test("shows a dict whose order alone changes as a whole", () => {
    const rows = [
      { from: "B", key: "B", value: "2" },
      { from: "A", key: "A", value: "1" },
    ];
    expect(review({ env: { rows } })).toEqual([["Env", "A: 1\nB: 2", "B: 2\nA: 1"]]);
  });

  test("names the part of a group, and shows a list as a whole", () => {
    expect(review({ login: { isSet: true, f: ["v"] } })).toEqual([["Login: User", "u", "v"]]);
    const rows = [
      { from: 0, value: "x" },
      { from: null, value: "y" },
    ];
    expect(review({ tags: { rows } })).toEqual([["Tags", "x", "x\ny"]]);
  });
});

describe("a row that the save will mask, though it was typed as text", () => {
  const row = (key: string, text: string, from: string | null = null) => ({ key, from, value: text });

  test("is told by its length when it is new, in a dict that stands or comes as a whole", () => {
    const rows = [row("A", "1", "A"), row("B", "2", "B"), row("DB_PASSWORD", "canary-typed")];
    expect(review({ env: { rows } })).toEqual([["Env: DB_PASSWORD", "Not set", "Set, 12 characters"]]);
    const [env] = compileForm(fields, {}).fields.filter(({ key }) => key === "env");
    const whole = reviewRows({ fields: env ? [env] : [] }, [null], [{ rows }], () => "");
    expect(JSON.stringify(whole)).toContain("DB_PASSWORD: Set, 12 characters");
    expect(JSON.stringify(whole)).not.toContain("canary");
  });

  test("is told by its length when a credential takes the place of an open value", () => {
    const rows = [row("A", "postgresql://u:canary@db.example/x", "A"), row("B", "2", "B")];
    expect(review({ env: { rows } })).toEqual([["Env: A", "1", "New value, 34 characters"]]);
  });

  test("is shown when a person said not to mask it", () => {
    const rows = [
      row("A", "1", "A"),
      row("B", "2", "B"),
      { ...row("API_TOKEN", "open"), isPlain: true as const },
    ];
    expect(review({ env: { rows } })).toEqual([["Env: API_TOKEN", "Not set", "open"]]);
  });
});
