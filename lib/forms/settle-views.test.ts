import { describe, expect, it } from "vitest";
import { applyEdit } from "@/lib/forms/apply-edit";
import type { Draft, TextLanguage } from "@/lib/forms/draft";
import { initialDraft } from "@/lib/forms/draft-from-data";
import { groupDraft, unionDraft } from "@/lib/forms/draft-shape";
import { editFromDraft } from "@/lib/forms/edit-from-draft";
import { emptyDrafts } from "@/lib/forms/empty-draft";
import { fieldPosition } from "@/lib/forms/field-issue";
import { withoutUneditedTexts } from "@/lib/forms/open-texts";
import { settleViews } from "@/lib/forms/settle-views";
import { aLogin, change, cleared, indexOf, replaced } from "@/lib/forms/testing-edits";
import { asObject, canary, maskSample, sampleTree } from "@/lib/forms/testing-sample";
import { openView, openWhole } from "@/lib/forms/text-view";
import { validateDraft } from "@/lib/forms/validate";
import { createYamlLocator, parseYamlText } from "@/lib/forms/yaml-text";
import { type JsonObject, printJson } from "@/lib/json";

const context = {
  parsers: { yaml: parseYamlText, createYamlLocator },
  blocks: {
    titleOf: (id: string) => (id === "id-1" ? "child/first" : undefined),
    idOf: (title: string) => (title === "child/first" ? "id-1" : undefined),
  },
};
type Rewrite = (text: string) => string;

const load = (stored: JsonObject) => initialDraft(sampleTree, maskSample(stored));

/** The form with all its fields as one text, which somebody has rewritten. */
function whole(f: readonly Draft[], rewrite: Rewrite, view: TextLanguage = "json") {
  const opened = openWhole(sampleTree, f, view, context);
  if (!opened.ok) throw new Error(opened.unshowable.message);
  return settleViews(
    sampleTree,
    { name: "", f, whole: { ...opened.value, text: rewrite(opened.value.text) } },
    context,
  );
}

/** The form with one field as text. */
function withView(f: readonly Draft[], key: string, rewrite: Rewrite, view: TextLanguage = "json") {
  const index = indexOf(key);
  const node = sampleTree.fields[index];
  if (!node) throw new Error(key);
  const opened = openView(node, f[index] ?? null, view, fieldPosition(undefined, index, node), context);
  if (!opened.ok) throw new Error(opened.unshowable.message);
  return { name: "", f: f.with(index, { ...opened.value, text: rewrite(opened.value.text) }) };
}

function edited(f: readonly Draft[], key: string, rewrite: Rewrite, view: TextLanguage = "json") {
  return settleViews(sampleTree, withView(f, key, rewrite, view), context);
}

/** What is stored after a save, or the first fault. */
function save(stored: JsonObject, key: string, rewrite: Rewrite, view: TextLanguage = "json"): string {
  const initial = load(stored);
  const { draft, faults } = edited(initial, key, rewrite, view);
  if (faults[0]) return faults[0].message;
  return printJson(applyEdit(stored, editFromDraft(sampleTree, initial, draft.f, context.parsers)) ?? null);
}

describe("secrets in a text", () => {
  const stored = asObject({
    path: "a",
    key: `${canary}-k`,
    login: aLogin("u"),
    servers: [aLogin("a"), aLogin("b")],
  });

  it("stay behind a mask that is left alone, and are replaced by what is written over it", () => {
    const text = save(stored, "login", (json) => json.replace('"u"', '"v"'));
    expect(text).toBe(printJson(stored).replace('"user":"u"', '"user":"v"'));
    const typed = save(stored, "login", (json) => json.replace('"********"', '"new \\"one\\""'));
    expect(typed).toBe(printJson(stored).replace(`"${canary}-u"`, '"new \\"one\\""'));
  });

  it("are cleared where their line is removed", () => {
    const { draft, faults } = whole(load(stored), (json) => json.replace(/ {2}"key": "\*{8}",\n/, ""));
    expect(faults).toEqual([]);
    expect(draft.f[indexOf("key")]).toMatchObject({ action: "clear", isStored: true });
  });

  it("that were typed in the form are masked as well, and carried", () => {
    const f = change(load(stored), "key", () => replaced("typed secret"));
    const { draft } = whole(f, (json) => {
      expect(json).not.toContain("typed secret");
      return json.replace('"path": "a"', '"path": "b"');
    });
    expect(draft.f[indexOf("key")]).toEqual(replaced("typed secret"));
    expect(draft.f[indexOf("path")]).toBe("b");
  });

  it("that were cleared are not in the text, and a mask brings them back", () => {
    const f = change(load(stored), "key", () => cleared);
    const { draft } = whole(f, (json) => {
      expect(json).not.toContain('"key"');
      return json.replace("{", '{"key": "********",');
    });
    expect(draft.f[indexOf("key")]).toMatchObject({ action: "keep", isStored: true });
  });

  it("stay with their list item when items are moved, removed, added or edited", () => {
    const b = '{\n    "user": "b",\n    "token": "********"\n  }';
    const a = b.replace('"b"', '"a"');
    const servers = (items: string) => printJson(stored).replace(/"servers":\[.*\]/, `"servers":[${items}]`);
    const [one, two] = [printJson(aLogin("a")), printJson(aLogin("b"))];
    expect(save(stored, "servers", () => `[${b}, ${a}]`)).toBe(servers(`${two},${one}`));
    expect(save(stored, "servers", () => `[${b}]`)).toBe(servers(two));
    expect(save(stored, "servers", () => `[{"user": "n"}, ${a}, ${b}]`)).toBe(
      servers(`{"user":"n"},${one},${two}`),
    );
    expect(save(stored, "servers", () => `[${a.replace('"a"', '"c"')}, ${b}]`)).toBe(
      servers(`${one.replace('"user":"a"', '"user":"c"')},${two}`),
    );
  });

  it("are never guessed: a mask that may stand for several is refused with its line", () => {
    const item = (user: string) => `{"user": "${user}", "token": "********"}`;
    expect(save(stored, "servers", () => `[${item("c")}]`)).toMatch(/^Line 1, column \d+: Eight asterisks/);
    expect(save(stored, "servers", () => `[\n${item("c")},\n${item("d")}]`)).toMatch(
      /^Line 2, column 15: Eight/,
    );
    const twins = asObject({ servers: [aLogin("t"), aLogin("t")] });
    expect(save(twins, "servers", () => `[${item("t")}]`)).toContain("Eight asterisks");
  });

  it("move with a renamed key, and are not copied to another one", () => {
    const dict = asObject({ headers: { A: `${canary}-1`, B: `${canary}-2` } });
    expect(save(dict, "headers", (json) => json.replace('"A"', '"C"'))).toBe(
      `{"headers":{"C":"${canary}-1","B":"${canary}-2"}}`,
    );
    expect(save(dict, "headers", (json) => json.replace("{", '{"C": "********",'))).toContain(
      "Eight asterisks",
    );
  });
});

describe("what is not in the text", () => {
  it("keys that the schema does not know stay where they are", () => {
    const stored = asObject({ unknown: 1, login: { user: "u", extra: [1.5] } });
    expect(save(stored, "login", () => '{"user": "v"}')).toBe(
      '{"unknown":1,"login":{"user":"v","extra":[1.5]}}',
    );
  });

  it("drafts of other branches stay, also when the text chooses another branch", () => {
    const f = change(load(asObject({ source: aLogin("u") })), "source", (draft) => {
      const union = unionDraft(draft);
      return { ...union, drafts: union.drafts.with(0, { isSet: true, f: [null, "https://typed.example"] }) };
    });
    const same = edited(f, "source", (json) => json.replace('"u"', '"v"')).draft.f[indexOf("source")];
    expect(unionDraft(same).drafts[0]).toEqual({ isSet: true, f: [null, "https://typed.example"] });
    const other = edited(f, "source", () => '{"type": "url", "url": "https://x.example"}').draft.f[
      indexOf("source")
    ];
    expect(unionDraft(other).branch).toBe(0);
    expect(groupDraft(unionDraft(other).drafts[1]).f[1]).toMatchObject({ action: "keep", isStored: true });
  });
});

describe("references in a text", () => {
  const f = change(load(asObject({ path: "a" })), "parent", () => ({ documentId: "id-1" }));

  it("read as type and name, and are found by it or by the id", () => {
    const rewritten = (text: string) => edited(f, "parent", () => text);
    expect(withView(f, "parent", (json) => json).f[indexOf("parent")]).toMatchObject({
      text: '{\n  "$ref": "child/first"\n}',
    });
    expect(rewritten('{"$ref":"child/first"}').draft.f[indexOf("parent")]).toEqual({ documentId: "id-1" });
    const byId = rewritten('{"$ref": {"block_document_id": "id-2"}}');
    expect(byId.draft.f[indexOf("parent")]).toEqual({ documentId: "id-2" });
    expect(rewritten('{"$ref":"child/nobody"}').faults[0]?.message).toContain("No block child/nobody");
  });
});

describe("a text with a fault", () => {
  const stored = asObject({ path: "a", login: { user: "u" }, count: 3 });

  it("names line and column, and the form is as it was before", () => {
    const initial = load(stored);
    for (const [text, message] of [
      ['{\n  "user": }', "Line 2, column 11: A value is missing."],
      ['{\n  "usr": "x"}', "Line 2, column 3: There is no field usr. Remove it, or correct its name."],
      ['{\n  "user": 5}', "Line 2, column 3: This is a number, and a text belongs here. Put it in quotes."],
    ] as const) {
      const { draft, faults } = edited(initial, "login", () => text);
      expect(faults).toEqual([{ name: `f.${indexOf("login")}`, label: "Login", message }]);
      expect(draft.f).toEqual(initial);
    }
    const yaml = edited(initial, "login", () => "user: u\n\tx: 1\n", "yaml").faults[0];
    expect(yaml?.message).toMatch(/^Line 2, column 1: Indent with spaces/);
  });

  it("shows what its fields find at the text, with the line", () => {
    const { draft, place } = whole(load(stored), (json) =>
      json.replace("3", "-3").replace('"user": "u"', ""),
    );
    const issues = validateDraft(sampleTree, draft.f, { initial: load(stored), isNew: false });
    expect(place(issues)).toEqual([
      { name: "whole", label: "Count", message: expect.stringMatching(/^Line 3, column 3: Enter a number/) },
      {
        name: "whole",
        label: "Login: User",
        message: expect.stringMatching(/^Line 5, column 3: Enter a user/),
      },
    ]);
  });
});

describe("opening a text", () => {
  it("waits until the form says something that a text can say", () => {
    const twice = change(emptyDrafts(sampleTree), "env", () => ({
      rows: [
        { from: null, key: "A", value: "1" },
        { from: null, key: "A", value: "2" },
      ],
    }));
    expect(openWhole(sampleTree, twice, "json", context)).toMatchObject({
      ok: false,
      unshowable: { name: `f.${indexOf("env")}.rows.1.key` },
    });
    const broken = change(emptyDrafts(sampleTree), "patches", () => ({ text: "[1,", language: "json" }));
    expect(openWhole(sampleTree, broken, "yaml", context)).toMatchObject({
      ok: false,
      unshowable: { name: `f.${indexOf("patches")}`, message: expect.stringContaining("Line 1, column 4") },
    });
  });

  it("and closing it again changes nothing, and is no change", () => {
    const f = change(load(asObject({ path: "a", ratio: { toString: 1 } })), "count", () => "12a");
    const view = withView(f, "tags", (json) => json);
    expect(withoutUneditedTexts(view)).toEqual({ name: "", f });
    expect(settleViews(sampleTree, view, context).draft.f).toEqual(f);
    expect(whole(f, (json) => json).draft.f).toEqual(f);
    // A number that is none yet survives beside what is edited.
    expect(whole(f, (json) => json.replace('"a"', '"b"')).draft.f[indexOf("count")]).toBe("12a");
  });

  it("an emptied text is not set", () => {
    expect(save(asObject({ path: "a", tags: ["x"] }), "tags", () => " \n")).toBe('{"path":"a"}');
    expect(save(asObject({ path: "a", tags: ["x"] }), "tags", () => "# nothing\n", "yaml")).toBe(
      '{"path":"a"}',
    );
  });
});
