import { describe, expect, test } from "vitest";
import { compileForm } from "@/lib/forms/compile";
import type { DictRow, Draft, ListRow, SecretDraft } from "@/lib/forms/draft";
import { initialDraft } from "@/lib/forms/draft-from-data";
import type { FormTree } from "@/lib/forms/field-node";
import { mergeDrafts, type Side } from "@/lib/forms/merge-drafts";
import { asObject } from "@/lib/forms/testing-sample";
import { toJson } from "@/lib/json";
import { secretPathsOf } from "@/lib/secrets/paths";
import { maskData } from "@/lib/secrets/tree";

const text = (title: string) => ({ title, type: "string" });
const properties = {
  path: text("Path"),
  region: text("Region"),
  key: { ...text("Key"), format: "password" },
  env: { title: "Env", type: "object", additionalProperties: { type: "string" } },
  tokens: { title: "Tokens", type: "object", additionalProperties: { type: "string", format: "password" } },
  login: {
    title: "Login",
    type: "object",
    properties: { user: text("User"), pass: { ...text("Pass"), format: "password" } },
  },
  tags: { title: "Tags", type: "array", items: { type: "string" } },
  keys: { title: "Keys", type: "array", items: { type: "string", format: "password" } },
};
const treeOf = (own: object) => compileForm(asObject({ type: "object", properties: own }), {});
const tree = treeOf(properties);
const stored = {
  path: "a",
  region: "eu",
  key: "k",
  env: { A: "1", B: "2", C: "3" },
  tokens: { T: "t" },
  login: { user: "u", pass: "p" },
  tags: ["x", "y"],
  keys: ["k1", "k2"],
};

function draftsOf(data: object, of: FormTree = tree): readonly Draft[] {
  const secrets = secretPathsOf(asObject({ type: "object", properties }));
  return initialDraft(of, maskData(toJson(data), secrets));
}

type Changes = Readonly<Record<string, Draft>>;
const base = draftsOf(stored);
const withChanges = (changes: Changes) =>
  tree.fields.map((node, index) => changes[node.key] ?? base[index] ?? null);

/** The merged drafts of the fields that are not as opened, and where the two met. */
function merge(mine: Changes, theirs: readonly Draft[], side: Side = "mine", theirTree = tree) {
  const asked: string[] = [];
  const input = { tree, base, mine: withChanges(mine), theirTree, theirs };
  const { drafts, conflicts, lost } = mergeDrafts(input, (path) => {
    asked.push(path);
    return side;
  });
  expect(asked).toEqual(conflicts);
  const at = (key: string) => drafts[theirTree.fields.findIndex((node) => node.key === key)];
  return { at, conflicts, lost };
}

const replaced = (value: string): SecretDraft => ({ action: "replace", text: value, isStored: true });
const asked: SecretDraft = { action: "replace", text: "", isStored: false };
const row = (from: string | null, key: string, value: Draft): DictRow => ({ from, key, value });
const item = (from: number | null, value: Draft): ListRow => ({ from, value });

describe("changes of two people to different values", () => {
  test("all hold, and nobody is asked", () => {
    const merged = merge({ path: "b" }, draftsOf({ ...stored, region: "us", tags: ["z"] }));
    expect(merged.conflicts).toEqual([]);
    expect([merged.at("path"), merged.at("region")]).toEqual(["b", "us"]);
    expect(merged.at("tags")).toEqual({ rows: [item(0, "z")] });
  });

  test("also inside a group, a secret beside what the other one changed", () => {
    const mine = { isSet: true, f: ["u", replaced("new")] };
    const merged = merge({ login: mine }, draftsOf({ ...stored, login: { user: "v", pass: "p" } }));
    expect(merged.at("login")).toEqual({ isSet: true, f: ["v", replaced("new")] });
    expect(merged.conflicts).toEqual([]);
  });

  test("and by key in a dict: added, removed, renamed and changed on both sides", () => {
    const mine = { rows: [row("A", "A", "9"), row("C", "C2", "3"), row(null, "N", "n")] };
    const theirs = draftsOf({ ...stored, env: { A: "1", B: "2", C: "5", X: "x" } });
    expect(merge({ env: mine }, theirs).at("env")).toEqual({
      rows: [row("A", "A", "9"), row("C", "C2", "5"), row("X", "X", "x"), row(null, "N", "n")],
    });
    const gone = merge({ env: mine }, draftsOf({ ...stored, env: { A: "1", C: "3" } }));
    expect(gone.at("env")).toEqual({ rows: [row("A", "A", "9"), row("C", "C2", "3"), row(null, "N", "n")] });
    expect(gone.conflicts).toEqual([]);
  });

  test("and the same change twice is one", () => {
    const merged = merge({ path: "b" }, draftsOf({ ...stored, path: "b" }));
    expect([merged.at("path"), merged.conflicts]).toEqual(["b", []]);
  });
});

describe("where both changed the same value", () => {
  test("the choice decides, value by value", () => {
    const theirs = draftsOf({ ...stored, path: "c", env: { A: "8", C: "3" } });
    const mine = { path: "b", env: { rows: [row("A", "A", "9"), row("B", "B", "22"), row("C", "C", "3")] } };
    const kept = merge(mine, theirs, "mine");
    expect(kept.conflicts).toEqual(["/path", "/env/A", "/env/B"]);
    expect(kept.at("path")).toBe("b");
    // Removed by them, changed by me: a new row.
    expect(kept.at("env")).toEqual({ rows: [row("A", "A", "9"), row("C", "C", "3"), row(null, "B", "22")] });
    const given = merge(mine, theirs, "theirs");
    expect([given.at("path"), given.at("env")]).toEqual([
      "c",
      { rows: [row("A", "A", "8"), row("C", "C", "3")] },
    ]);
  });

  test("a row that I removed and they changed is asked for", () => {
    const mine = { env: { rows: [row("A", "A", "1"), row("B", "B", "2")] } };
    const theirs = draftsOf({ ...stored, env: { A: "1", B: "2", C: "changed" } });
    expect(merge(mine, theirs, "mine").conflicts).toEqual(["/env/C"]);
    expect(JSON.stringify(merge(mine, theirs, "mine").at("env"))).not.toContain("changed");
    expect(JSON.stringify(merge(mine, theirs, "theirs").at("env"))).toContain("changed");
  });

  test("a secret that they cleared is a new one in mine", () => {
    const { key: _key, ...rest } = stored;
    const merged = merge({ key: replaced("new") }, draftsOf(rest));
    expect(merged.conflicts).toEqual(["/key"]);
    expect(merged.at("key")).toEqual({ action: "replace", text: "new", isStored: false });
  });

  test("my list stands on theirs: rows that are there keep their place in the stored one", () => {
    const mine = { tags: { rows: [item(1, "y"), item(null, "mine")] } };
    expect(merge(mine, draftsOf({ ...stored, tags: ["z", "x", "y"] })).at("tags")).toEqual({
      rows: [item(2, "y"), item(null, "mine")],
    });
  });

  test("a secret in my list that is not stored any more is asked for again, never guessed", () => {
    const kept: SecretDraft = { action: "keep", text: "", isStored: true };
    const mine = { keys: { rows: [item(1, kept), item(0, kept), item(null, replaced("k3"))] } };
    expect(merge(mine, withChanges({ keys: { rows: [item(0, kept)] } })).at("keys")).toEqual({
      rows: [
        item(null, asked),
        item(null, asked),
        item(null, { action: "replace", text: "k3", isStored: false }),
      ],
    });
  });

  test("what a person decided about masking a row stays with it", () => {
    const plain = { ...row("A", "A", "9"), isPlain: true } as const;
    const marked: SecretDraft = { action: "keep", text: "", isStored: true, isMarked: true };
    const mine = { env: { rows: [plain, row("B", "B", marked)] } };
    const theirs = draftsOf({ ...stored, env: { A: "1", C: "3" } });
    expect(merge(mine, theirs).at("env")).toEqual({
      rows: [plain, row(null, "B", { ...asked, isMarked: true })],
    });
  });

  test("a group that they removed comes back as a new one, its secrets to be entered", () => {
    const { login: _login, ...rest } = stored;
    const kept: SecretDraft = { action: "keep", text: "", isStored: true };
    const merged = merge({ login: { isSet: true, f: ["mine", kept] } }, draftsOf(rest));
    expect(merged.conflicts).toEqual(["/login"]);
    expect(merged.at("login")).toEqual({
      isSet: true,
      f: ["mine", asked],
    });
  });
});

test("what has no place in another schema is named, the rest is merged by key", () => {
  const { path: _path, region, ...others } = properties;
  const theirTree = treeOf({ ...others, region, path: { title: "Path", type: "integer" } });
  const merged = merge({ path: "b", region: "us" }, draftsOf(stored, theirTree), "mine", theirTree);
  expect(merged.lost).toEqual(["Path"]);
  expect(merged.at("region")).toBe("us");
});
