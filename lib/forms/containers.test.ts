// Edits of the fields that hold others in unusual ways: free keys beside fields, tuples, models inside themselves.
import { describe, expect, it } from "vitest";
import { applyEdit } from "@/lib/forms/apply-edit";
import { compileForm } from "@/lib/forms/compile";
import type { Draft } from "@/lib/forms/draft";
import { draftAfterEdit } from "@/lib/forms/draft-after-edit";
import { initialDraft } from "@/lib/forms/draft-from-data";
import { dictRows, groupDraft, listRows } from "@/lib/forms/draft-shape";
import { editFromDraft } from "@/lib/forms/edit-from-draft";
import { emptyDraft, emptyDrafts, startDraft } from "@/lib/forms/empty-draft";
import type { FieldNode } from "@/lib/forms/field-node";
import { linkTree, unfold } from "@/lib/forms/recursion";
import { asObject } from "@/lib/forms/testing-sample";
import { validateDraft } from "@/lib/forms/validate";
import { printJson } from "@/lib/json";

const text = { type: "string" };

function formOf(field: object, extra: object = {}) {
  const tree = compileForm(asObject({ type: "object", properties: { field }, ...extra }), {});
  const [node] = tree.fields;
  if (!node) throw new Error("no field was compiled");
  const load = (value: unknown) => initialDraft(tree, asObject({ field: value }));
  const save = (value: unknown, change: (draft: Draft) => Draft) => {
    const initial = load(value);
    const current = [change(initial[0] ?? null)];
    const edit = editFromDraft(tree, initial, current);
    const judged = draftAfterEdit(tree, initial, edit, {});
    const faults = validateDraft(tree, current, { initial, isNew: false }).map(({ message }) => message);
    expect(validateDraft(tree, judged, { initial, isNew: false }).map(({ message }) => message)).toEqual(
      faults,
    );
    return { stored: printJson(applyEdit(asObject({ field: value }), edit) ?? null), faults };
  };
  return { tree, node, load, save };
}

describe("free keys beside fields", () => {
  const { save, load, tree } = formOf({
    type: "object",
    properties: { name: text },
    additionalProperties: text,
  });
  const others =
    (change: (rows: readonly NonNullable<ReturnType<typeof dictRows>>[number][]) => Draft) =>
    (draft: Draft) => {
      const { f } = groupDraft(draft);
      return { isSet: true, f: f.with(1, change(dictRows(f[1]) ?? [])) };
    };
  const value = { z: "1", name: "n", a: "2" };

  it("are renamed, swapped, removed and added without a move of anything else", () => {
    const rename = save(
      value,
      others((rows) => ({ rows: rows.map((row) => (row.key === "z" ? { ...row, key: "y" } : row)) })),
    );
    expect(rename).toEqual({ stored: '{"field":{"name":"n","a":"2","y":"1"}}', faults: [] });
    const swap = save(
      value,
      others((rows) => ({ rows: rows.map((row) => ({ ...row, key: row.key === "z" ? "a" : "z" })) })),
    );
    expect(swap.stored).toBe('{"field":{"z":"2","name":"n","a":"1"}}');
    expect(
      save(
        value,
        others((rows) => ({ rows: rows.slice(1) })),
      ).stored,
    ).toBe('{"field":{"name":"n","a":"2"}}');
    const added = others((rows) => ({ rows: [...rows, { from: null, key: "new", value: "3" }] }));
    expect(save(value, added).stored).toBe('{"field":{"z":"1","name":"n","a":"2","new":"3"}}');
    expect(
      save(
        value,
        others(() => null),
      ).stored,
    ).toBe('{"field":{"name":"n"}}');
  });

  it("may not take the key of a field", () => {
    const taken = others((rows) => ({ rows: rows.map((row) => ({ ...row, key: "name" })) }));
    const initial = load({ z: "1" });
    const current = [taken(initial[0] ?? null)];
    expect(validateDraft(tree, current, { initial, isNew: false }).map(({ message }) => message)).toEqual([
      "The key name is that of a field. Fill in that one, or choose another key.",
    ]);
    // Nor does the server let a browser do it.
    expect(() => draftAfterEdit(tree, initial, editFromDraft(tree, initial, current), {})).toThrow("name");
  });
});

describe("a tuple", () => {
  const items = [text, { type: "integer" }, text];
  const { node, save, load } = formOf({ type: "array", prefixItems: items, minItems: 2, maxItems: 3 });
  const place = (index: number, value: Draft) => (draft: Draft) => ({
    rows: (listRows(draft) ?? []).with(index, { ...(listRows(draft)?.[index] ?? { from: null }), value }),
  });

  it("changes one place, grows at its end and is cleared", () => {
    expect(save(["a", 1], place(1, "2")).stored).toBe('{"field":["a",2]}');
    expect(save(["a", 1], place(2, "c")).stored).toBe('{"field":["a",1,"c"]}');
    expect(save(["a", 1, "c"], place(2, null)).stored).toBe('{"field":["a",1]}');
    expect(save(["a", 1], () => null).stored).toBe("{}");
  });

  it("asks for every place that it needs, by name", () => {
    expect(save(["a", 1], place(1, null)).faults).toEqual(["Enter an item 2, a whole number."]);
    expect(save(undefined, () => startDraft(node)).faults).toHaveLength(2);
  });

  it("that is too long or too short is kept as it is", () => {
    for (const value of [["a"], ["a", 1, "c", "d"]]) {
      expect(load(value)).toEqual([{ mismatch: true, text: expect.any(String) }]);
      expect(save(value, (draft) => draft).stored).toBe(printJson(asObject({ field: value })));
    }
  });
});

describe("a model inside itself", () => {
  const definitions = {
    Node: {
      type: "object",
      required: ["name"],
      properties: { name: text, next: { $ref: "#/definitions/Node" } },
    },
  };
  const { tree, node, save } = formOf({ $ref: "#/definitions/Node" }, { definitions });

  it("ends where nothing is set, and goes on where somebody sets it", () => {
    expect(emptyDrafts(tree)).toEqual([{ isSet: false, f: [null, null] }]);
    expect(startDraft(node)).toEqual({ isSet: true, f: [null, null] });
    const deeper = { isSet: true, f: ["b", { isSet: true, f: ["c", null] }] } as const;
    expect(save({ name: "a" }, () => ({ isSet: true, f: ["a", deeper] }))).toEqual({
      stored: '{"field":{"name":"a","next":{"name":"b","next":{"name":"c"}}}}',
      faults: [],
    });
    const stored = { name: "a", next: { name: "b", x: 1, next: { name: "c" } } };
    const renamed = (draft: Draft): Draft => JSON.parse(JSON.stringify(draft).replace('"c"', '"d"'));
    expect(save(stored, renamed).stored).toBe(
      '{"field":{"name":"a","next":{"name":"b","x":1,"next":{"name":"d"}}}}',
    );
    expect(save(stored, () => ({ isSet: true, f: ["a", null] })).stored).toBe('{"field":{"name":"a"}}');
  });

  it("is checked at every depth", () => {
    const empty = {
      isSet: true,
      f: ["a", { isSet: true, f: ["b", { isSet: true, f: [null, null] }] }],
    } as const;
    expect(save({ name: "a" }, () => empty).faults).toEqual(["Enter a name."]);
  });

  it("unfolds after its tree has crossed to a browser, once it is linked", () => {
    const crossed = JSON.parse(JSON.stringify(tree));
    const inner = (field: FieldNode | undefined) => (field?.kind === "group" ? field.fields[1] : undefined);
    const recursive = inner(crossed.fields[0]);
    if (recursive?.kind !== "recursive") throw new Error("not recursive");
    expect(() => unfold(recursive)).toThrow("linkTree");
    linkTree(crossed);
    expect(unfold(recursive)).toMatchObject({ kind: "group", key: "next", label: "Next" });
    expect(unfold(recursive)).toBe(unfold(recursive));
    expect(emptyDraft(recursive)).toBeNull();
  });

  it.each([
    { A: { $ref: "#/definitions/A" } },
    { A: { anyOf: [{ $ref: "#/definitions/A" }, { type: "integer" }] } },
    {
      A: { allOf: [{ $ref: "#/definitions/B" }] },
      B: { anyOf: [{ $ref: "#/definitions/A" }, { type: "null" }] },
    },
    { A: { type: "object", required: ["a"], properties: { a: { $ref: "#/definitions/A" } } } },
    { A: { type: "array", prefixItems: [{ $ref: "#/definitions/A" }], minItems: 1 } },
  ])("never makes a form without end: %j", (endless) => {
    const form = formOf({ $ref: "#/definitions/A" }, { definitions: endless, required: ["field"] });
    expect(JSON.stringify([emptyDrafts(form.tree), startDraft(form.node)]).length).toBeLessThan(500);
    for (const value of [null, 5, "x", [[]], { a: { a: {} } }]) {
      expect(save(value, (draft) => draft).stored).toBe(printJson(asObject({ field: value })));
      expect(form.save(value, (draft) => draft).stored).toBe(printJson(asObject({ field: value })));
    }
  });
});
