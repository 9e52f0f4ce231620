import { describe, expect, it } from "vitest";
import { compileForm } from "@/lib/forms/compile";
import type { Draft } from "@/lib/forms/draft";
import { initialDraft } from "@/lib/forms/draft-from-data";
import { groupDraft } from "@/lib/forms/draft-shape";
import { emptyDrafts } from "@/lib/forms/empty-draft";
import { locateIssues } from "@/lib/forms/locate-issues";
import { change, cleared, indexOf, replaced } from "@/lib/forms/testing-edits";
import { asObject, canary, maskSample, sampleTree } from "@/lib/forms/testing-sample";
import { loadTextParsers } from "@/lib/forms/text-parsers";
import { validateDraft } from "@/lib/forms/validate";

const stored = asObject({
  path: "a/b",
  key: canary,
  optional_key: canary,
  kind: "sample",
  created: "2026-05-03T14:30:00Z",
  limit: "2g",
  login: { user: "u", token: canary },
  count: "not a number",
  mode: "unknown mode",
});
const initial = initialDraft(sampleTree, maskSample(stored));

/** The faults of an edit form in which one field was changed. */
function faultsOf(key: string, draft: Draft): readonly string[] {
  const issues = validateDraft(
    sampleTree,
    change(initial, key, () => draft),
    { initial, isNew: false },
  );
  return issues.map((issue) => issue.message);
}

/** The faults of one field of a new block. */
function newFaults(property: object, draft: Draft, required = true): readonly string[] {
  const tree = compileForm(
    asObject({ properties: { field: property }, required: required ? ["field"] : [] }),
    {},
  );
  return validateDraft(tree, [draft], { initial: emptyDrafts(tree), isNew: true }).map(
    (issue) => issue.message,
  );
}

describe("required fields (defect 3)", () => {
  it("are named with the remedy when a new block lacks them", () => {
    const empty = emptyDrafts(sampleTree);
    const issues = validateDraft(sampleTree, empty, { initial: empty, isNew: true });
    expect(issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([
      ["path", "Enter a bucket path, for example my-bucket/a-directory."],
      ["key", "Enter an AWS secret access key."],
      ["created", "Enter a created, for example 2026-05-03T14:30:00Z."],
      ["limit", "Enter a number, a whole number."],
      ["login.user", "Enter a user."],
    ]);
  });

  it("cannot be emptied", () => {
    expect(faultsOf("path", "")).toEqual(["Enter a bucket path, for example my-bucket/a-directory."]);
    expect(faultsOf("path", null)).toHaveLength(1);
    expect(faultsOf("limit", { branch: null, drafts: [] })).toEqual(["Fill in limit."]);
    expect(faultsOf("login", { isSet: false, f: [] })).toEqual(["Fill in login."]);
  });

  it("include secrets: a required one can be kept or replaced, not cleared", () => {
    expect(faultsOf("key", cleared)).toEqual(["Enter an AWS secret access key or keep the stored one."]);
    expect(faultsOf("key", replaced(""))).toEqual(["Enter a value or keep the stored one."]);
    expect(faultsOf("key", replaced("x"))).toEqual([]);
    expect(faultsOf("optional_key", cleared)).toEqual([]);
    expect(faultsOf("optional_key", replaced(""))).toEqual(["Enter a value or keep the stored one."]);
  });

  it("are satisfied by a secret that is copied from another block", () => {
    const copy = initialDraft(sampleTree, maskSample(stored), { copiedFrom: "s3/log-test" });
    expect(validateDraft(sampleTree, copy, { initial: copy, isNew: true })).toEqual([]);
  });
});

describe("what is stored and untouched", () => {
  it("is no fault, even if it does not match the schema or is missing", () => {
    expect(validateDraft(sampleTree, initial, { initial, isNew: false })).toEqual([]);
    const bare = initialDraft(sampleTree, maskSample(asObject({})));
    expect(
      validateDraft(
        sampleTree,
        change(bare, "note", () => "x"),
        { initial: bare, isNew: false },
      ),
    ).toEqual([]);
  });

  it("is judged as soon as it is changed", () => {
    expect(faultsOf("mode", '"another unknown"')).toEqual(["Choose one of fast, safe."]);
    expect(faultsOf("count", "x")).toEqual(["Enter a whole number."]);
    expect(faultsOf("created", "yesterday")).toEqual([
      "Enter a date and time, for example 2026-05-03T14:30:00Z.",
    ]);
  });
});

describe("masks (defect 2)", () => {
  it("are refused as the value of a secret, also with other characters around them", () => {
    for (const text of ["********", "********abc", "abc********"]) {
      expect(faultsOf("key", replaced(text))).toEqual([
        "Eight asterisks only stand for a hidden value. Enter the whole value without them.",
      ]);
    }
    expect(faultsOf("key", replaced("****"))).toEqual([]);
  });
});

describe("values", () => {
  it.each([
    [{ type: "integer" }, "1.5", "Enter a whole number."],
    [{ type: "integer" }, "ten", "Enter a whole number."],
    [{ type: "integer" }, "-12345678901234567890", undefined],
    [{ type: "number" }, "1,5", "Enter a number, for example 1.5."],
    [{ type: "number" }, ".5", undefined],
    [{ type: "number" }, "1e400", "Enter a number that is not this large."],
    [{ type: "integer", minimum: 0 }, "-4", "Enter 0 or more."],
    [{ type: "integer", minimum: 0, maximum: 10 }, "11", "Enter a number from 0 to 10."],
    [{ type: "integer", exclusiveMinimum: 0, maximum: 3600 }, "0", "Enter more than 0 and at most 3600."],
    [{ type: "string", minLength: 3 }, "ab", "Enter at least 3 characters."],
    [{ type: "string", maxLength: 1 }, "ab", "Shorten this to 1 character; it has 2."],
    [{ type: "string", title: "Code", pattern: "^\\d+$" }, "ab", "Enter a code of the form ^\\d+$."],
    [{ type: "string", format: "date" }, "2026-02-30", "Enter a date, for example 2026-05-03."],
    [{ type: "string", format: "date" }, "2026-02-28", undefined],
    [{ type: "string", format: "time" }, "25:00", "Enter a time, for example 14:30:00."],
    [{ type: "string", format: "time" }, "14:30", undefined],
    [{ type: "string", format: "date-time" }, "2026-05-03 14:30", undefined],
    [{ type: "string", format: "date-time" }, "2026-05-03T14:30:00.123456+02:00", undefined],
    [{ type: "string", format: "date-time" }, "1777818600", undefined],
    [
      { type: "string", format: "date-time" },
      "2026-05-03",
      "Enter a date and time, for example 2026-05-03T14:30:00Z.",
    ],
    [
      { type: "string", format: "date-time" },
      "2026-05-03x14:30",
      "Enter a date and time, for example 2026-05-03T14:30:00Z.",
    ],
  ])("%j: %s", (property, text, message) => {
    expect(newFaults(property, text)).toEqual(message === undefined ? [] : [message]);
  });

  it("may be empty texts where none is required", () => {
    expect(newFaults({ type: "string", minLength: 0 }, "", false)).toEqual([]);
  });
});

describe("rows", () => {
  const env = { type: "object", additionalProperties: { type: "string" }, title: "Environment" };
  const row = (key: string, value: Draft) => ({ from: null, key, value });

  it("need a key each, and each another one; the fault stands at the key", () => {
    const tree = compileForm(asObject({ properties: { env } }), {});
    const rows = { rows: [row("A", "1"), row("", "2"), row("A", "3"), row("", "")] };
    const issues = validateDraft(tree, [rows], { isNew: true });
    expect(issues.map(({ name, message }) => [name, message])).toEqual([
      ["f.0.rows.0.key", "The key A stands twice. Rename or remove one of the rows."],
      ["f.0.rows.1.key", "Enter a key or remove the row."],
      ["f.0.rows.2.key", "The key A stands twice. Rename or remove one of the rows."],
    ]);
  });

  it("may have an empty text (FOO=), but not an empty secret or number", () => {
    expect(newFaults(env, { rows: [row("FOO", "")] })).toEqual([]);
    const numbers = { type: "object", additionalProperties: { type: "integer" } };
    expect(newFaults(numbers, { rows: [row("FOO", "")] })).toEqual(["Enter a value or remove the row."]);
    expect(
      faultsOf("headers", { rows: [row("A", { action: "replace", text: "", isStored: false })] }),
    ).toEqual(["Enter a value or remove the row."]);
  });

  it("are told by their number, which is that of the control", () => {
    const tree = compileForm(
      asObject({ properties: { ports: { title: "Ports", type: "array", items: { type: "integer" } } } }),
      {},
    );
    const rows = ["1", "", "x"].map((value) => ({ from: null, value }));
    expect(validateDraft(tree, [{ rows }], { isNew: true })).toEqual([
      {
        id: "ports/~item",
        name: "f.0.rows.2.value",
        path: ["ports", 1],
        label: "Ports, row 3",
        message: "Enter a whole number.",
      },
    ]);
  });
});

describe("editors", () => {
  const draft = (text: string, language: "json" | "yaml" = "json"): Draft => ({ text, language });

  it("name the line of a fault and never quote the text", () => {
    const [message] = faultsOf("patches", draft('[\n  {"op": "add"},\n  {"op": canary}\n]'));
    expect(message).toBe(
      "This is not JSON. Line 3, column 10: This is no value. Texts stand in double quotes.",
    );
  });

  it("hold a value of the wanted type", () => {
    expect(faultsOf("patches", draft("{}"))).toEqual(["Enter a list."]);
    expect(faultsOf("anything", draft("null"))).toEqual([]);
  });

  it("take plain words as text in a free object, but not broken JSON", () => {
    const rows = (text: string): Draft => ({ rows: [{ from: null, key: "k", value: draft(text) }] });
    expect(faultsOf("settings", rows("AKIA/x:y"))).toEqual([]);
    expect(faultsOf("settings", rows('{"a": }'))).toEqual([
      "This is not JSON. Line 1, column 7: A value is missing.",
    ]);
  });

  it("read YAML once its parser is loaded", async () => {
    const yaml = draft("a:\n\t- b", "yaml");
    const parsers = await loadTextParsers([yaml]);
    const drafts = change(initial, "anything", () => yaml);
    expect(
      validateDraft(sampleTree, drafts, { initial, isNew: false, parsers }).map((issue) => issue.message),
    ).toEqual(["This is not YAML. Line 2, column 1: Indent with spaces, not with a tab."]);
    expect(() => validateDraft(sampleTree, drafts, { initial, isNew: false })).toThrow("loadTextParsers");
  });
});

describe("faults that the server found (defect 7)", () => {
  it("come to the control of their field, or to the one around it", () => {
    const drafts = change(initial, "tags", () => ({
      rows: [
        { from: null, value: "" },
        { from: null, value: "b" },
      ],
    }));
    const issues = locateIssues(sampleTree, drafts, [
      { path: ["data", "path"], message: "One." },
      { path: ["data", "login", "token"], message: "Two." },
      { path: ["data", "tags", 0], message: "Three." },
      { path: ["data", "login", "unknown", 3], message: "Four." },
      { path: ["name"], message: "Five." },
      { path: ["data", "unknown"], message: "Six." },
    ]);
    const login = `f.${indexOf("login")}`;
    expect(issues.map(({ name, message }) => [name, message])).toEqual([
      ["f.0", "One."],
      [`${login}.f.1`, "Two."],
      [`f.${indexOf("tags")}.rows.1.value`, "Three."],
      [login, "Four."],
    ]);
  });

  it("carry the same path that validation gives", () => {
    const drafts = change(initial, "login", (draft) => ({
      ...groupDraft(draft),
      f: groupDraft(draft).f.with(2, "x"),
    }));
    const found = validateDraft(sampleTree, drafts, { initial, isNew: false });
    const located = locateIssues(
      sampleTree,
      drafts,
      found.map(({ path, message }) => ({ path: ["data", ...path], message })),
    );
    expect(found).toHaveLength(1);
    expect(located).toEqual(found);
  });
});
