import { describe, expect, it } from "vitest";
import type { DictRow, Draft, ListRow } from "@/lib/forms/draft";
import { initialDraft } from "@/lib/forms/draft-from-data";
import { dictRows, groupDraft, isSecretDraft, listRows } from "@/lib/forms/draft-shape";
import { editFromDraft } from "@/lib/forms/edit-from-draft";
import { newDictRow, newListRow } from "@/lib/forms/empty-draft";
import { aLogin, change, fieldOf, indexOf, replaced, save } from "@/lib/forms/testing-edits";
import {
  asObject,
  canary,
  createRandom,
  maskSample,
  type Random,
  sampleTree,
} from "@/lib/forms/testing-sample";
import { isJsonArray, isJsonObject, type JsonObject, parseJson, printJson } from "@/lib/json";

describe("lists", () => {
  const servers = asObject({ servers: [] });
  const withServers = (...users: readonly string[]) => new Map(servers).set("servers", users.map(aLogin));
  const rowsOf = (drafts: readonly Draft[]) => listRows(drafts[indexOf("servers")]) ?? [];
  const edited = (stored: JsonObject, rows: (rows: readonly ListRow[]) => readonly ListRow[]) =>
    save(stored, (drafts) => change(drafts, "servers", () => ({ rows: rows(rowsOf(drafts)) })));

  it("moves an item together with its secret and its unknown keys", () => {
    expect(edited(withServers("a", "b", "c"), (rows) => rows.toReversed())).toBe(
      printJson(withServers("c", "b", "a")),
    );
  });

  it("removes an item without giving its secret to the next one", () => {
    expect(edited(withServers("a", "b", "c"), (rows) => rows.slice(1))).toBe(
      printJson(withServers("b", "c")),
    );
  });

  it("puts a new item in front and leaves those below alone", () => {
    const node = fieldOf("servers", "list");
    const fresh = newListRow(node);
    const filled = {
      ...fresh,
      value: { ...groupDraft(fresh.value), f: groupDraft(fresh.value).f.with(0, "new") },
    };
    const text = edited(withServers("a"), (rows) => [filled, ...rows]);
    expect(text).toBe(`{"servers":[{"user":"new"},${printJson(aLogin("a"))}]}`);
  });

  it("edits an item in place by its stored index", () => {
    const stored = withServers("a", "b");
    const initial = initialDraft(sampleTree, maskSample(stored));
    const current = change(initial, "servers", () => ({
      rows: rowsOf(initial).map((row) =>
        row.from === 1
          ? { ...row, value: { ...groupDraft(row.value), f: groupDraft(row.value).f.with(2, "7") } }
          : row,
      ),
    }));
    expect(editFromDraft(sampleTree, initial, current).entries).toEqual([
      {
        key: "servers",
        edit: {
          do: "items",
          items: [
            { from: 0, edit: { do: "keep" } },
            {
              from: 1,
              edit: { do: "patch", entries: [{ key: "attempts", edit: { do: "set", json: "7" } }] },
            },
          ],
        },
      },
    ]);
  });

  it("leaves out rows that nobody filled in", () => {
    const text = save(asObject({ tags: ["x"] }), (drafts) =>
      change(drafts, "tags", (draft) => ({
        rows: [...(listRows(draft) ?? []), newListRow(fieldOf("tags", "list"))],
      })),
    );
    expect(text).toBe('{"tags":["x"]}');
  });

  it("never moves a secret, however often rows are moved, removed and added", () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = createRandom(seed);
      const users = Array.from({ length: 1 + random(5) }, (_, index) => `user-${index}`);
      const text = edited(withServers(...users), (rows) => shuffle(rows, random));
      const list = (parseJson(text) as JsonObject).get("servers"); // an object was stored
      for (const item of isJsonArray(list) ? list : []) {
        if (isJsonObject(item) && item.has("token"))
          expect(item.get("token")).toBe(`${canary}-${item.get("extra")}`);
      }
    }
  });

  function shuffle(rows: readonly ListRow[], random: Random): readonly ListRow[] {
    let next = [...rows];
    for (let step = 0; step < 6; step++) {
      const at = random(next.length + 1);
      if (random(3) === 0) next = next.toSpliced(at, 1);
      else if (random(2) === 0)
        next = next.toSpliced(at, 0, { from: null, value: { isSet: true, f: ["new", null, null] } });
      else next = [...next.slice(at), ...next.slice(0, at)];
    }
    return next;
  }
});

describe("secret dicts", () => {
  const stored = asObject({ headers: { Authorization: `${canary}-1`, "X.Key": `${canary}-2` } });
  const withRows = (rows: (rows: readonly DictRow[]) => readonly DictRow[]) =>
    save(stored, (drafts) => change(drafts, "headers", (draft) => ({ rows: rows(dictRows(draft) ?? []) })));

  it("shows keys and no values", () => {
    const draft = dictRows(initialDraft(sampleTree, maskSample(stored))[indexOf("headers")]);
    expect(draft?.map((row) => row.key)).toEqual(["Authorization", "X.Key"]);
    expect(draft?.every((row) => isSecretDraft(row.value) && row.value.action === "keep")).toBe(true);
  });

  it("keeps one value while another is replaced, renamed or removed", () => {
    expect(
      withRows(([first, second]) => (first && second ? [{ ...first, value: replaced("new") }, second] : [])),
    ).toBe(`{"headers":{"Authorization":"new","X.Key":"${canary}-2"}}`);
    expect(withRows((rows) => rows.slice(1))).toBe(`{"headers":{"X.Key":"${canary}-2"}}`);
    expect(withRows((rows) => rows.map((row) => (row.key === "X.Key" ? { ...row, key: "Y" } : row)))).toBe(
      `{"headers":{"Authorization":"${canary}-1","Y":"${canary}-2"}}`,
    );
  });

  it("adds a value in clear text only", () => {
    const row = newDictRow(fieldOf("headers", "dict"), "New");
    expect(
      withRows((rows) => [...rows, { ...row, value: { action: "replace", text: "v", isStored: false } }]),
    ).toContain('"New":"v"');
  });
});
